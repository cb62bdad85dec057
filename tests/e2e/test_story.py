"""The whole story in one chat, and the four doors: value by the third message."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.core.model import Answer, Interview, Priority, Question, Reminder, Signal
from tests.chat import Chat, talking

pytestmark = pytest.mark.anyio

THURSDAY = datetime(2026, 11, 26, 9, 20, tzinfo=UTC)
LINE = "Juniper Foods, ops lead, Thursday 3pm with Noor (manager)"


async def saved(chat: Chat) -> None:
    """From hello to a saved interview: four messages of the user, two taps among them."""
    await chat.say("/start")
    await chat.say(LINE)
    await chat.say("Berlin")
    await chat.tap("Save")


async def test_from_hello_to_a_saved_interview(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await saved(chat)
        assert "Thu 26 Nov, 15:00" in chat.text
        assert "Wed 25 Nov, 19:00" in chat.text
        assert "Thu 26 Nov, 14:00" in chat.text
        assert "16:05" in chat.text
        work = await chat.program.store.load(chat.user)
        assert [i.start for i in work.all(Interview)] == [datetime(2026, 11, 26, 14, tzinfo=UTC)]
        assert {"evening", "card", "debrief"} <= {r.kind for r in work.all(Reminder)}


async def test_on_a_thursday_it_asks_which_one(tmp_path: Path) -> None:
    async with talking(tmp_path, THURSDAY) as chat:
        await chat.say("/start")
        await chat.tap("Interview coming")
        await chat.say(LINE)
        await chat.say("Berlin")
        assert "Which one" in chat.text
        await chat.tap("Thu 3 Dec")
        await chat.tap("Save")
        assert "Thu 3 Dec, 15:00" in chat.text
        assert "Saved" in chat.text


async def test_the_whole_story(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await saved(chat)
        await chat.say("/priorities")
        for name in ("Pay", "A good boss", "Learning"):
            await chat.tap(name)
        assert "Pay" in chat.text
        await chat.say("my rent went up")
        assert "because my rent went up" in chat.text
        while "best first" not in await chat.clock(to_next=True):
            assert chat.text
        assert "start with 1" in chat.text
        assert "Noor (manager)" in chat.text
        await chat.tap("That's my list")
        await chat.say("whether I may decide alone")
        await chat.clock(to_next=True)
        assert "whether I may decide alone" in chat.text
        await chat.tap("☐ 1")
        assert "☑ 1" in chat.text
        await chat.clock(to_next=True)
        await chat.tap("Debrief")
        assert "☑ 1" in chat.labels()
        await chat.tap("Go on")
        await chat.say("usually flexible, we have a great culture")
        assert "stays open" in chat.text
        await chat.say("she came 20 minutes late")
        await chat.tap("No")
        assert "Still to ask" in chat.text
        await chat.say("/questions")
        assert "1. " in chat.text
        work = await chat.program.store.load(chat.user)
        assert [s.note for s in work.all(Signal)] == ["she came 20 minutes late"]
        assert [a.verdict for a in work.all(Answer) if a.note] == ["vague"]
        await chat.say("/export")
        names = [message["document"]["file_name"] for message in chat.new]
        assert [name.rsplit(".")[-1] for name in names] == ["json", "txt"]
        data = await exported(chat)
        for word in (
            "Juniper Foods",
            "ops lead",
            "Noor",
            "my rent went up",
            "whether I may decide alone",
            "20 minutes late",
        ):
            assert word in json.dumps(data)
        await chat.say("/delete")
        await chat.tap("Yes, delete everything")
        assert (await chat.program.store.load(chat.user)).new_user
        await chat.say("/start")
        assert "I'm a bot" in chat.text


async def exported(chat: Chat) -> dict[str, object]:
    """The JSON file that /export sent, as the user would open it."""
    return dict(json.loads(await chat.opened(chat.new[0])))


async def test_the_door_interview_coming(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say("/start")
        await chat.tap("Interview coming")
        await chat.say("Oak Street School, maths teacher, 2 December 10:30 in London with the head")
        assert "Are you in " in chat.text
        await chat.say("no")
        assert "Which city are you in?" in chat.text
        await chat.say("/cancel")
        await chat.say("Oak Street School, maths teacher, 2 December 10:30 in London with the head")
        await chat.say("yes")
        assert "Wed 2 Dec, 10:30 (London" in chat.text


async def test_the_door_had_one(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say("/start")
        await chat.tap("Had one, not sure")
        await chat.say("Hillside Care")
        assert "How did it go with Hillside Care" in chat.text
        await chat.say("They kept talking about weekend shifts and nobody said who would train me")
        await chat.say("nothing odd")
        assert "Noted" in chat.text
        work = await chat.program.store.load(chat.user)
        assert [i.state for i in work.all(Interview)] == ["debriefed"]
        assert "weekend shifts" in work.all(Interview)[0].note


async def test_the_door_offer(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say("/start")
        await chat.tap("I have an offer")
        await chat.say(
            "We are pleased to offer you the post of warehouse clerk at 2,450 a month, 40 hours a week, starting 1 February, with 28 days of leave."
        )
        assert "What such jobs usually settle" in chat.text
        await chat.tap("Show the rest")
        assert "2,450" in chat.text
        await chat.tap("Write one message for these 3")
        work = await chat.program.store.load(chat.user)
        assert 1 <= len(work.all(Question)) <= 3
        assert {q.origin for q in work.all(Question)} == {"offer"}


async def test_the_door_just_remind_me(tmp_path: Path) -> None:
    """Evening, hour before and after; no question, no homework, ever."""
    async with talking(tmp_path) as chat:
        await chat.say("/start")
        await chat.tap("Just remind me")
        await chat.say("Corner Bakery, baker, tomorrow 3pm")
        await chat.say("Berlin")
        await chat.tap("Save")
        assert "it's tomorrow" in chat.text
        texts = [await chat.clock(to_next=True) for _ in range(3)]
        assert "Corner Bakery" in texts[0]
        assert all("?" not in text for text in texts[:2])
        work = await chat.program.store.load(chat.user)
        assert {r.kind for r in work.all(Reminder)} <= {"evening", "card", "debrief"}
        assert work.all(Question) == []


async def test_a_cold_worry(tmp_path: Path) -> None:
    """At most three usable questions as the very first answer; no fear lost."""
    async with talking(tmp_path) as chat:
        await chat.say(
            "I'm so afraid they will put me on nights all the time, that nobody trains me and that the pay is never reviewed. I never led a team either and I worry the last person left because of the boss."
        )
        assert "1. " in chat.text
        assert "4. " not in chat.text
        await chat.tap("Keep")
        work = await chat.program.store.load(chat.user)
        assert len(work.all(Question)) >= 3
        assert {q.origin for q in work.all(Question)} == {"worry"}


async def test_a_cold_offer(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say(
            "Dear Sam, we are delighted to offer you the position of Shift Supervisor. Your salary will be 31,400 per year. You will report to Ms Lind. Please sign and return this letter by Friday 27 November."
        )
        assert "What such jobs usually settle" in chat.text
        assert "They want an answer by Friday 27 November" in chat.text
        assert chat.labels()


async def test_a_cold_interview(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say(
            "hi, i got an interview at Marigold Hospital for the night nurse post on friday 9.30 with Mrs Dale, ward manager"
        )
        assert "Which city" in chat.text
        await chat.say("Leeds")
        assert "Marigold Hospital" in chat.text
        assert "Fri 27 Nov, 09:30" in chat.text


async def test_move_and_cancel(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await saved(chat)
        await chat.say("/next")
        await chat.tap("Juniper Foods")
        await chat.tap("Move it")
        await chat.say("Friday 10am")
        assert "Moved from Thu 26 Nov, 15:00" in chat.text
        await chat.tap("Save")
        assert "Fri 27 Nov, 10:00" in chat.text
        work = await chat.program.store.load(chat.user)
        due = {r.kind: r.due for r in work.all(Reminder) if r.state == "planned"}
        assert due["card"] == datetime(2026, 11, 27, 8, tzinfo=UTC)
        assert len(work.all(Interview)) == 1
        await chat.say("/next")
        await chat.tap("Juniper Foods")
        await chat.tap("It's off")
        await chat.tap("Yes, it's off")
        work = await chat.program.store.load(chat.user)
        assert [r for r in work.all(Reminder) if r.state == "planned"] == []
        await chat.clock(advance=int(timedelta(days=5).total_seconds()))
        assert chat.new == []


async def test_just_picks_of_priorities_survive_a_change(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say("/priorities")
        await chat.tap("Pay")
        await chat.say("no more weekends")
        await chat.tap("That's them")
        await chat.say("rent")
        await chat.say("/priorities")
        await chat.tap("Change the picks")
        await chat.tap("Learning")
        await chat.tap("That's them")
        await chat.tap("Skip")
        rows = sorted((await chat.program.store.load(chat.user)).all(Priority), key=lambda p: p.rank)
        assert [(p.topic, p.words, p.because) for p in rows] == [
            ("PAY", "", "rent"),
            ("TIME", "no more weekends", ""),
            ("LEARN", "", ""),
        ]
