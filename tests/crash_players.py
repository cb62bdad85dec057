"""Users who play a fixed script. Each step waits for the answer it must get, never for a time."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from typing import Any

from bot.localchat import people
from bot.localchat.state import Message, State
from tests.chat import buttons_of

PATIENCE = 90.0  # seconds for one answer, over several kills
IN_A_BATCH = 3
NOTES = ("Two of five left in March, said to question {number} of user {user}",
         "It depends, said to question {number} of user {user}",
         "Ines decides on 12 May, said to question {number} of user {user}")  # fmt: skip


class Player:
    """One user. ``sent`` counts what he did; ``questions``, ``notes`` and ``signals`` what must be on record then."""

    def __init__(self, state: State, name: str, number: int, batches: int) -> None:
        self.state, self.number, self.batches = state, number, batches
        self.user = next(user for user in state.users.values() if user.first_name == name)
        self.sent = 0
        self.questions: list[str] = []
        self.notes: list[str] = []
        self.signals: list[str] = []

    # -- the scripts --------------------------------------------------------------------------------------------

    async def talk(self) -> None:
        """From the first hello to the last noted answer."""
        await self.ask("/start", "What's happening?")
        await self.interview("Blue Harbour, cook, Friday 3pm with Ines (head chef)", city="Berlin")
        await self.interview("Red Kettle, baker, 30 November 10:30 with Tom (owner)")
        await self.priorities()
        for batch in range(self.batches):
            await self.batch(batch)
            if batch == 0:
                await self.settings()
        if self.number % 3 == 2:
            await self.begin_anew()

    async def interview(self, line: str, city: str = "") -> None:
        employer = line.partition(",")[0]
        self.say(f"/interview {line}")
        if city:
            await self.see("Which city")
            self.say(city)
        await self.tap("Save", await self.see(employer, "Is that right?"))
        await self.see(employer, "Saved.")

    async def priorities(self) -> None:
        self.say("/priorities")
        self.say(f"a kitchen with a window {self.number}")
        picks = await self.ask(
            "a dog under the desk", f"1. a kitchen with a window {self.number}", "2. a dog under the desk"
        )
        await self.tap("That's them", picks)
        await self.see("why does that matter")
        await self.ask(f"for my eyes {self.number}", "Noted:", f"for my eyes {self.number}")

    async def batch(self, batch: int) -> None:
        """Three questions at once, then each opened and answered; the answer is sent together with the tap."""
        numbers = range(batch * IN_A_BATCH + 1, (batch + 1) * IN_A_BATCH + 1)
        asked = [f"What about point {number} of user {self.number}?" for number in numbers]
        for question in asked:
            self.say(f"/ask {question}")
        lists = [await self.see(f"Added: {question}") for question in asked]
        self.questions += asked
        for place, (question, listing) in enumerate(zip(asked, lists, strict=True)):
            note = NOTES[place].format(number=numbers[place], user=self.number)
            # With nothing left to ask there are other reminders than with an open question: both must come.
            await self.answer(question, listing, note, star=place == 2, away=place == 1 and self.number % 2 == 0)

    async def answer(self, question: str, listing: dict[str, Any], note: str, *, star: bool, away: bool) -> None:
        found = re.search(rf"^(\d+)\. {re.escape(question)}", text_of(listing), re.MULTILINE)
        assert found, f"{question} is not on the list: {text_of(listing)}"
        await self.tap(found[1], listing)
        page = await self.see(question, "Note the answer")
        if star:
            await self.tap("★ Star", page)
            page = await self.see(question, "Take the star off")
        await self.tap("Note the answer", page)
        if star:
            self.slip(note)
        else:
            self.say(note)
        self.notes.append(note)
        page = await self.see(question, f"They said: {note}")
        if away:
            await self.tap("Put away", page)
            await self.see(question, "Bring it back")

    async def settings(self) -> None:
        evening = ("19:00", "18:30", "20:00")[self.number % 3]
        await self.ask("/settings Lisbon", "Time zone: Lisbon")
        await self.ask("/settings Berlin", "Time zone: Berlin")
        await self.tap("Evening", await self.ask("/settings", "Settings", "Quiet hours"))
        await self.see("When shall the evening message come")
        await self.ask(evening, f"Evening message: {evening}.")

    async def begin_anew(self) -> None:
        """Deletes everything and comes back: what was kept must not return with a kill."""
        await self.ask("/delete", "Delete everything?")
        await self.ask("yes", "Deleted:")
        self.questions, self.notes = [], []
        await self.ask("/start", "What's happening?")
        await self.interview("Green Door, cook, Friday 3pm with Ines (head chef)", city="Berlin")
        question, note = f"What about me, user {self.number}?", f"Four weeks, said again to user {self.number}"
        self.questions.append(question)
        await self.answer(
            question, await self.ask(f"/ask {question}", f"Added: {question}"), note, star=False, away=False
        )

    async def debrief(self) -> None:
        """After the first interview; every other user leaves it."""
        if self.number % 2:
            return
        odd = f"The room was cold, says user {self.number}"
        await self.ask("/debrief", "How did it go with")
        after = self.state.next_message_id
        self.say(f"It went well, says user {self.number}")
        await self.skip_to("Anything odd", after)
        self.signals.append(odd)
        await self.ask(odd, "Noted.")

    async def skip_to(self, words: str, after: int) -> None:
        """Skips one question after the other. What was skipped may come a second time: it is let lie."""
        skipped: set[str] = set()
        while True:
            message = await self.find(
                lambda shown, id: id > after and shown not in skipped and (words in shown or "Skip" in shown), words
            )
            if words in _shown(message):
                return
            skipped.add(_shown(message))
            await self.tap("Skip", message)

    async def export(self) -> dict[str, Any]:
        """The last copy of everything that is kept."""
        self.say("/export")
        await self.see("The same to read")
        documents = [
            m["document"] for m in self.messages() if "document" in m and m["document"]["file_name"].endswith("json")
        ]
        stored = self.state.files.by_id(documents[-1]["file_id"])
        assert stored is not None
        return dict(json.loads(stored.data))

    # -- what a user does ---------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        people.say(self.state, self.user, text, {})
        self.sent += 1

    def slip(self, text: str) -> None:
        """Says something else and sets it right at once."""
        sent = people.say(self.state, self.user, "Not what was meant", {})
        people.edit(self.state, self.user, sent[0]["message_id"], text)
        self.sent += 2

    async def ask(self, text: str, *words: str) -> dict[str, Any]:
        """Says it and waits for a new message with these words."""
        after = self.state.next_message_id
        self.say(text)
        return await self.see(*words, after=after)

    async def tap(self, label: str, message: dict[str, Any]) -> None:
        data = next(b["callback_data"] for b in buttons_of(message) if b["text"].startswith(label))
        people.tap(self.state, self.user, message["message_id"], data, False)
        self.sent += 1

    async def see(self, *words: str, after: int = 0) -> Message:
        """The newest message of the bot that holds all these words, in its text or on its buttons."""
        return await self.find(lambda shown, id: id > after and all(word in shown for word in words), *words)

    async def find(self, wanted: Callable[[str, int], bool], *words: str) -> Message:
        """The newest message for which that holds, as soon as there is one; ``words`` tell of it if none comes."""
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    for message in reversed(self.messages()):
                        if wanted(_shown(message), message["message_id"]):
                            return message
                    await self.state.events.wait(self.user.id, 5.0)
        except TimeoutError:
            seen = "\n---\n".join(_shown(message) for message in self.messages()[-3:])
            raise AssertionError(f"user {self.number} got no answer with {words}; the last he saw:\n{seen}") from None

    def messages(self) -> list[Message]:
        """What the bot wrote, oldest first, as it stands now."""
        return [stored.data for stored in self.state.chats[self.user.id].messages.values() if not stored.out]


def text_of(message: dict[str, Any]) -> str:
    return str(message.get("text") or message.get("caption") or "")


def _shown(message: dict[str, Any]) -> str:
    return "\n".join([text_of(message), *(button["text"] for button in buttons_of(message))])
