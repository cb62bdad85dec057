"""How people really talk: out of order, in passing, twice, after the fact."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core.model import Answer, Dialog, Interview, Job, Priority, Question, Reminder, Signal
from tests.chat import Chat, talking

pytestmark = pytest.mark.anyio

LINE = "Harbour Clinic, porter, Thursday 3pm with Ines (manager), 30 minutes, final round"


async def booked(chat: Chat) -> None:
    await chat.say(LINE)
    await chat.say("Berlin")
    await chat.tap("Save")


async def to_the(chat: Chat, words: str) -> None:
    """Moves the clock until a reminder says those words."""
    for _ in range(8):
        if words in await chat.clock(to_next=True):
            return
    raise AssertionError(f"nothing said {words!r}")


async def interviews(chat: Chat) -> list[Interview]:
    return (await chat.program.store.load(chat.user)).all(Interview)


async def test_a_move_told_in_words_moves_the_one_interview(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await booked(chat)
        await chat.say("they moved the interview at Harbour Clinic to friday 10am")
        assert "Moved from Thu 26 Nov, 15:00" in chat.text
        await chat.tap("Save")
        rows = await interviews(chat)
        assert [i.start for i in rows] == [datetime(2026, 11, 27, 9, tzinfo=UTC)]
        assert rows[0].length == 30
        assert len(rows[0].people) == 1


async def test_called_off_in_words(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await booked(chat)
        await chat.say("Harbour Clinic cancelled the interview")
        assert "Take it off your list" in chat.text
        await chat.tap("Yes, it's off")
        assert [i.state for i in await interviews(chat)] == ["cancelled"]


async def test_the_same_told_again_loses_nothing(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await booked(chat)
        await chat.say("Harbour Clinic Thu 15:00")
        assert "already have this one" in chat.text
        await chat.tap("Save")
        rows = await interviews(chat)
        assert [(i.length, i.round, len(i.people)) for i in rows] == [(30, "f", 1)]


async def test_the_same_employer_at_another_time_is_asked(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await booked(chat)
        await chat.say("Harbour Clinic, porter, 3 December 9:30")
        assert "moved, or is it one more" in chat.text
        await chat.tap("One more")
        await chat.tap("Save")
        assert len(await interviews(chat)) == 2
        assert len((await chat.program.store.load(chat.user)).all(Job)) == 1


async def test_a_line_about_another_employer_on_the_card_is_another_interview(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say(LINE)
        await chat.say("Berlin")
        await chat.say("interview at Blue Hotel, cook, friday 9:30 with the chef")
        assert "Blue Hotel" in chat.text
        assert "Fri 27 Nov, 09:30" in chat.text
        await chat.tap("Save")
        await chat.tap("Back to adding an interview")
        assert "Harbour Clinic" in chat.text
        await chat.tap("Save")
        assert len(await interviews(chat)) == 2


async def test_on_the_card_only_a_time_or_a_yes_counts(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say(LINE)
        await chat.say("Berlin")
        await chat.say("hmm what do I wear")
        assert "I changed nothing" in chat.text
        assert "Harbour Clinic" in chat.text
        await chat.say("no, at 4pm")
        assert "16:00" in chat.text
        assert "Harbour Clinic" in chat.text
        await chat.say("yes")
        assert "Saved" in chat.text


async def test_free_text_after_the_question_is_the_debrief(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await booked(chat)
        await to_the(chat, "what was said at Harbour Clinic")
        await chat.say("fine i think, she showed me the ward")
        work = await chat.program.store.load(chat.user)
        assert work.all(Interview)[0].note == "fine i think, she showed me the ward"


async def test_a_step_left_open_does_not_swallow_the_debrief(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await booked(chat)
        await to_the(chat, "best first")
        await chat.tap("That's my list")  # and the question behind it is left unanswered
        await to_the(chat, "How did it go")
        await chat.say("good, she was nice")
        work = await chat.program.store.load(chat.user)
        assert work.all(Interview)[0].learn == ""
        assert work.all(Interview)[0].note == "good, she was nice"


async def test_the_evening_list_is_the_card_though_nobody_tapped(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await booked(chat)
        await to_the(chat, "best first")
        first = chat.text.split("1. ")[1].split("\n")[0]
        await to_the(chat, "minutes.")
        assert first in chat.text


async def test_nobody_came_brings_no_thank_you(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await booked(chat)
        await to_the(chat, "How did it go")
        await chat.tap("Debrief")
        await chat.tap("none") if any("none" in label for label in chat.labels()) else await chat.tap("Go on")
        await chat.tap("Didn't show up")
        await chat.tap("Skip")
        assert "no thank-you" in chat.text
        await chat.clock(advance=20 * 86400)
        assert chat.new == []
        work = await chat.program.store.load(chat.user)
        assert [s.kind for s in work.all(Signal)] == ["no-show"]


async def test_three_ignored_are_asked_about_once_and_still_sent(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        asked = 0
        for day in ("30 Nov", "7 Dec", "14 Dec", "21 Dec", "4 Jan"):
            await chat.say(f"Firm {day.replace(' ', '')} Ltd, clerk, {day} 11:00")
            if "Which city" in chat.text:
                await chat.say("Berlin")
            await chat.tap("Save")
            await to_the(chat, "best first")
            asked += "Three of these" in chat.text
            await chat.clock(advance=3 * 86400)
        assert asked == 1


async def test_closing_an_employer_stops_everything_about_it(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await booked(chat)
        await chat.say("/ask who trains me?")
        await chat.say("/next")
        await chat.tap("Harbour Clinic")
        await chat.tap("It's over with them")
        await chat.tap("Yes, put it away")
        assert "put away" in chat.text
        work = await chat.program.store.load(chat.user)
        assert {q.state for q in work.all(Question)} == {"parked"}
        assert [r for r in work.all(Reminder) if r.state == "planned"] == []
        await chat.clock(advance=20 * 86400)
        assert chat.new == []


async def test_a_rejection_gets_one_human_line_and_a_way(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await booked(chat)
        await chat.say("they rejected me")
        assert "I'm sorry" in chat.text
        assert "Nothing more comes about Harbour Clinic" in chat.text
        work = await chat.program.store.load(chat.user)
        assert [r for r in work.all(Reminder) if r.state == "planned"] == []


async def test_a_cry_of_crisis_is_no_answer_to_an_open_step(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say("/worry")
        await chat.say("I don't want to live any more")
        assert "talk to someone" in chat.text
        await chat.say("/export")
        assert b"want to live" not in await chat.opened((await chat.messages())[-2])
        work = await chat.program.store.load(chat.user)
        assert all(not dialog.active for dialog in work.all(Dialog))


async def test_several_wishes_in_one_sentence(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say("/priorities")
        await chat.say("time with my kids, no boss who yells")
        work = await chat.program.store.load(chat.user)
        assert [p.words for p in sorted(work.all(Priority), key=lambda p: p.rank)] == [
            "time with my kids",
            "no boss who yells",
        ]


async def test_one_own_question_stands_on_the_list_once(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        for text in ("Who makes the rota?", "who makes the rota", "WHO MAKES THE ROTA?"):
            await chat.say(f"/ask {text}")
        work = await chat.program.store.load(chat.user)
        assert [q.text for q in work.all(Question)] == ["Who makes the rota?"]
        assert not any("Back to your question" in label for label in chat.labels())


async def test_still_waiting_checks_and_writes(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await booked(chat)
        await to_the(chat, "minutes.")
        await chat.clock(set="2026-11-26T14:02:00+00:00")
        await chat.tap("Still waiting")
        assert "15:10" in chat.text
        await chat.clock(set="2026-11-26T14:10:30+00:00")
        assert "begun" in chat.text
        await chat.tap("Nobody came")
        assert "15:00" in chat.text
        assert "Ines" in chat.text


async def test_a_vague_answer_comes_back_with_its_follow_up(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await booked(chat)
        await chat.say("/prepare")
        await chat.tap("That's my list")
        await chat.tap("Skip")
        await chat.say("/card")
        await chat.tap("☐ 1")
        await to_the(chat, "How did it go")
        await chat.tap("Debrief")
        await chat.tap("Go on")
        await chat.say("usually it depends, we are very flexible")
        assert "stays open" in chat.text
        await chat.tap("Nothing odd")
        work = await chat.program.store.load(chat.user)
        noted = [a for a in work.all(Answer) if a.note]
        assert [a.verdict for a in noted] == ["vague"]
        question = work.get(Question, noted[0].question_id)
        assert question is not None
        assert question.state == "open"


async def test_forty_questions_are_all_within_reach(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        for number in range(23):
            await chat.say(f"/ask number {number} of them, {'R&D ' * 50}?")
        await chat.tap("All 23")
        seen = set()
        for _ in range(3):
            seen |= {word for word in chat.text.split() if word.isdigit()}
            if "More" in chat.labels():
                await chat.tap("More")
        assert {str(number) for number in range(23)} <= seen


async def test_a_general_question_reaches_every_employer(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say("/ask who may I call at night?")
        for line in ("Acorn House, nurse, Thursday 10:00", "Birch Clinic, nurse, Thursday 15:00"):
            await chat.say(line)
            if "Which city" in chat.text:
                await chat.say("Berlin")
            await chat.tap("Save")
        await to_the(chat, "best first")
        assert chat.text.count("Who may I call at night?") == 2
        cards = [await chat.clock(to_next=True) for _ in range(4)]
        assert sum("minutes." in text and "Who may I call at night?" in text for text in cards) == 2


async def test_another_employer_on_one_interview_leaves_the_others_alone(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await booked(chat)
        await chat.say("Harbour Clinic, porter, 3 December 9:30")
        await chat.tap("One more")
        await chat.tap("Save")
        await chat.say("/next")
        await chat.tap("Thu 3 Dec")
        await chat.tap("Change")
        await chat.tap("Employer")
        await chat.say("Birch House")
        await chat.tap("Save")
        work = await chat.program.store.load(chat.user)
        names = {work.get(Job, i.job_id).employer: i.start.month for i in work.all(Interview)}  # type: ignore[union-attr]
        assert names == {"Harbour Clinic": 11, "Birch House": 12}
