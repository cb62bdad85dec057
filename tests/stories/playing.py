"""Plays a script against the real program over HTTP and writes down what both sides say, as Markdown."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.chat import Chat, buttons_of
from tests.stories.markdown import quoted, said
from tests.stories.script import Act, Script


class Stage:
    """One person's chat, and the transcript that grows with it."""

    def __init__(self, chat: Chat, script: Script) -> None:
        self.chat, self.script = chat, script
        self.lines: list[str] = []
        self._shown: dict[int, tuple[str, str]] = {}

    async def play(self) -> str:
        """The whole story; gives its transcript."""
        self.chat.user = (await self.chat.post("users", with_user=False, first_name=self.script.name))["id"]
        self.lines = [f"# {self.script.title}", self.script.about, await self._time()]
        for number, act in enumerate(self.script.acts, 1):
            try:
                await getattr(self, f"_{act.kind}")(act)
            except AssertionError as error:
                raise AssertionError(f"act {number}, {act.kind}: {act.words!r}: {error}") from error
            if act.kind != "clock":
                self._answers()
        return "\n\n".join(self.lines) + "\n"

    async def _say(self, act: Act) -> None:
        await self.chat.say(act.words)
        self.lines.append(said(self.script.name, act.words))

    async def _tap(self, act: Act) -> None:
        """The newest button with just that label, else the newest whose label holds it."""
        same = [m for m in self.chat.all if any(button["text"] == act.words for button in buttons_of(m))]
        message = same[-1] if same else self.chat.find(act.words)[0]
        label = act.words if same else next(b["text"] for b in buttons_of(message) if act.words in b["text"])
        await self.chat.tap(label, on=message)
        self.lines.append(f"**{self.script.name}** taps `{label}`")

    async def _clock(self, act: Act) -> None:
        """Goes to that time. What falls due on the way comes one after the other, each at its own time."""
        goal = None if act.words == "next" else self._instant(act.words)
        while goal is None or ((due := await self._due()) is not None and due < goal):
            await self.chat.clock(to_next=True)
            self.lines.append(await self._time())
            if self._answers() and goal is None:
                return
        await self.chat.clock(set=goal.isoformat())
        self.lines.append(await self._time())
        self._answers()

    def _instant(self, words: str) -> datetime:
        return datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(self.script.zone))

    async def _due(self) -> datetime | None:
        """When the bot writes next by itself."""
        due = (await self._clock_face())["next"]
        return datetime.fromisoformat(due) if due else None

    async def _clock_face(self) -> dict[str, Any]:
        async with self.chat.http.get(f"{self.chat.url}/local/clock") as response:
            return dict(await response.json())

    async def _time(self) -> str:
        now = datetime.fromisoformat((await self._clock_face())["now"]).astimezone(ZoneInfo(self.script.zone))
        return f"### {now:%A} {now.day} {now:%B, %H:%M}"

    def _answers(self) -> bool:
        """Writes down what is new on the screen; gives whether anything is."""
        before = len(self.lines)
        for message in self.chat.new:
            words, keys = message.get("text") or message.get("caption") or "", json.dumps(_labels(message))
            was = self._shown.get(message["message_id"], ("", "[]"))
            self._shown[message["message_id"]] = (words, keys)
            if words != was[0] or was == ("", "[]"):
                self.lines.append(quoted(message, _labels(message)))
            elif keys not in (was[1], "[]"):
                self.lines.append(quoted({}, _labels(message)))
        return len(self.lines) > before


def _labels(message: dict[str, Any]) -> list[list[str]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [[button["text"] for button in row] for row in rows] if buttons_of(message) else []
