"""The call that may come, what stands open before a yes, what is not understood, need, and the right to say no."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.model import Answer, Decision, Job, Offer, Person, Priority, Promise, Question, Reminder
from tests.chat import Chat, talking
from tests.e2e.coach.people import LONG, fits, has, job, knows, meeting, newcomer

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    async with talking(tmp_path_factory.mktemp("yes")) as chat:
        yield chat


def shifts(job: Job, **more: Any) -> Question:
    return Question(job_id=job.id, topic="shifts", bank="shifts.1", audience="M", **more)


# -- A4: a bad interview ----------------------------------------------------------------------------------------


@pytest.mark.capability("A4")
async def test_a4_the_script_begins_with_what_speaks_for_them(world: Chat) -> None:
    chat = await newcomer(world, job())
    await chat.say("/call")
    await chat.tap("It went badly")
    chat.expect("What went badly?")
    fits(chat)
    await chat.say("SAP\n- the case study.")
    chat.expect("that speaks for you", "wanted only for one thing")
    fits(chat)
    await chat.tap("Yes, that")
    chat.expect("Under which condition", "?")
    await chat.say("if they train me in return.")
    chat.expect(
        "fine if they train me in return",
        "When Acorn House, night nurse calls",
        "Begin with this: You know that I have yet to learn SAP and the case study, and you still want me.",
        "who would support me",
        "1. Thank them.",
        "Why me, out of all who came?",
        "once the case study is handed over",
    )
    work = await chat.work()
    assert work.all(Job)[0].weak == "SAP\nthe case study"
    assert [(p.words, p.sort) for p in work.all(Promise)] == [("they train me in return", "condition")]
    assert [q.origin for q in work.all(Question)] == ["worry", "worry"]


@pytest.mark.capability("A4")
async def test_a4_back_and_again_corrects(world: Chat) -> None:
    chat = await newcomer(world, job())
    await chat.say("/call")
    await chat.tap("It went badly")
    await chat.say("SAP")
    await chat.tap("Back")
    await chat.say("SAP")
    await chat.tap("Yes, that")
    await chat.tap("Back")
    await chat.tap("Yes, that")
    await chat.say("they pay the course")
    await chat.tap("Back")
    await chat.say("they pay the course and the time")
    work = await chat.work()
    assert work.all(Job)[0].weak == "SAP"
    assert len(work.all(Question)) == 2
    assert [p.words for p in work.all(Promise)] == ["they pay the course and the time"]
    await chat.tap("Done")
    await chat.say("/decide")
    chat.expect("Fine for you if: they pay the course and the time. Have that in writing.")


# -- A5: never too late -----------------------------------------------------------------------------------------


@pytest.mark.capability("A5")
async def test_a5_not_asked_moves_to_the_next_contact_and_in_the_end_to_the_call(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        acorn = job()
        asked = shifts(acorn, starred=True)
        first = meeting(acorn, days=0.1)
        chat = await newcomer(chat, acorn, asked, first)
        words = "nights and weekends"
        await chat.say("/prepare")
        chat.expect(words)
        await chat.tap("That's my list")
        await chat.tap("Skip")
        await chat.clock(advance=timedelta(hours=6).total_seconds())
        await chat.say("/debrief")
        await chat.tap("asked none")
        await chat.tap("Nothing odd")
        chat.expect("didn't get to ask moves on to the next talk")
        await chat.say("/questions")
        chat.expect("★", words)
        await knows(chat, meeting(acorn, days=4, round="2"))
        await chat.say("/prepare")
        chat.expect(words)
        await chat.say("/cancel")
        await chat.say("/call")
        chat.expect(words)
        await chat.tap("Done")
        await chat.say("/decide")
        chat.expect("One thing that you starred is still open", words)
        [row] = [q for q in (await chat.work()).all(Question) if q.topic == "shifts"]
        assert row.state == "open"


# -- A7: the call may come --------------------------------------------------------------------------------------


@pytest.mark.capability("A7")
async def test_a7_references_asked_brings_the_card_for_the_call(world: Chat) -> None:
    acorn = job(weak="SAP")
    mara = Person(job_id=acorn.id, name="Mara", title="HR", audience="H")
    chat = await newcomer(world, acorn, mara, shifts(acorn))
    message = chat.new[-1]["message_id"]
    await chat.press(message, f"d:call:references:{acorn.id}")
    chat.expect("They asked for references", "When Acorn House", "you still ask for references", "1. Thank them.")
    chat.expect("in writing", "by which day", "nights and weekends", "You need not say yes on the phone")
    assert (await chat.work()).all(Job)[0].stage == "references"
    await chat.tap("Words for a mail")
    chat.expect("Hello Mara", "in writing", "by which you need my answer")


@pytest.mark.capability("A7")
async def test_a7_the_stage_leads_to_the_card_too(world: Chat) -> None:
    chat = await newcomer(world, job())
    await chat.say("/jobs")
    await chat.tap("Acorn House")
    await chat.tap("Where it stands")
    await chat.tap("References asked")
    chat.expect("references asked")
    await chat.tap("Offer-call card")
    chat.expect("When Acorn House, night nurse calls", "3. Ask by which day they need your answer.\n\nYou need")
    await chat.tap("Done")
    await chat.say("/jobs")
    chat.expect("references asked")


@pytest.mark.capability("A7")
async def test_a7_with_nothing_known_it_asks_for_whom_only(world: Chat) -> None:
    chat = await newcomer(world)
    await chat.press(chat.new[-1]["message_id"], "d:call:references:")
    chat.expect("Which employer")
    fits(chat)
    await chat.say("Hill School")
    chat.expect("They asked for references", "When Hill School calls")
    assert [(j.employer, j.stage) for j in (await chat.work()).all(Job)] == [("Hill School", "references")]


# -- A8: the gate -----------------------------------------------------------------------------------------------


@pytest.mark.capability("A8")
async def test_a8_one_tap_passes_and_the_draft_comes_at_once(world: Chat) -> None:
    acorn = job(stage="offer")
    starred = [shifts(acorn, starred=True), Question(job_id=acorn.id, text="Who trains me?", starred=True)]
    chat = await newcomer(world, acorn, *starred)
    await chat.say("/decide")
    chat.expect("Your answer is yours to give. 2 things that you starred are still open", "nights", "Who trains me?")
    assert [has(chat, label) for label in ("Ask these first", "Ask for 2 days", "Say yes anyway")] == [True] * 3
    await chat.tap("Say yes anyway")
    chat.expect("Here is your yes", "accept", "night nurse", "say in a line why")
    await chat.say("the ward is worth it")
    [decision] = (await chat.work()).all(Decision)
    assert set(decision.waived) == {q.id for q in starred}
    assert (decision.kind, decision.reasons) == ("yes", "the ward is worth it")
    await chat.tap("Back")
    await chat.tap("Say yes anyway")
    assert len((await chat.work()).all(Decision)) == 1
    await chat.tap("I sent it")
    chat.expect("you accepted", "first day?")
    await chat.say("1 February")
    await chat.tap("Ask me then")
    work = await chat.work()
    assert (work.all(Job)[0].stage, str(work.all(Job)[0].starts)) == ("accepted", "2027-02-01")


@pytest.mark.capability("A8")
async def test_a8_asking_first_gives_one_message_and_keeps_them_open(world: Chat) -> None:
    acorn = job(stage="offer")
    chat = await newcomer(world, acorn, shifts(acorn, starred=True))
    await chat.say("/decide")
    chat.expect("One thing that you starred")
    await chat.tap("Ask these first")
    chat.expect("Copy this", "1. ", "nights and weekends", "They stay on your list")
    work = await chat.work()
    assert [d.kind for d in work.all(Decision)] == ["not_yet"]
    assert [q.state for q in work.all(Question) if q.starred] == ["open"]
    await chat.tap("Undo")
    assert (await chat.work()).all(Decision) == []


@pytest.mark.capability("A8")
async def test_a8_asking_for_time_sets_the_day_and_a_stale_yes_changes_nothing(world: Chat) -> None:
    acorn = job(stage="offer")
    chat = await newcomer(world, acorn, shifts(acorn, starred=True))
    await chat.say("/decide")
    old, data = chat.find("Say yes anyway")
    await chat.tap("Ask for 2 days")
    chat.expect("Thursday 26 November", "the evening before")
    await chat.press(old["message_id"], data)
    work = await chat.work()
    assert [d.kind for d in work.all(Decision)] == ["not_yet"]
    assert [str(o.answer_by) for o in work.all(Offer)] == ["2026-11-26"]


@pytest.mark.capability("A8")
async def test_a8_nothing_starred_is_said_and_nothing_bars_the_way(world: Chat) -> None:
    acorn = job(LONG, LONG, stage="offer")
    chat = await newcomer(world, acorn)
    await chat.say("/decide")
    chat.expect("Nothing is left on your list")
    await chat.tap("Write the yes")
    chat.expect("Here is your yes")
    assert "why" not in chat.text
    await chat.tap("Not yet")
    assert (await chat.work()).all(Job)[0].stage == "offer"


@pytest.mark.capability("A8")
async def test_a8_only_the_user_stars_and_five_at_most(world: Chat) -> None:
    acorn = job()
    rows = [Question(job_id=acorn.id, text=f"Question {n}?", starred=n < 6) for n in range(1, 7)]
    chat = await newcomer(world, acorn, *rows)
    await chat.press(chat.new[-1]["message_id"], f"d:question:star:{rows[5].id}")
    assert sum(q.starred for q in (await chat.work()).all(Question)) == 5


# -- A9: do I understand it? ------------------------------------------------------------------------------------


@pytest.mark.capability("A9")
async def test_a9_each_blank_becomes_a_question(world: Chat) -> None:
    acorn = job(stage="offer")
    led = Question(job_id=acorn.id, topic="how_led", bank="how_led.1")
    told = Answer(question_id=led.id, note="She looks in once a week, on Mondays", verdict="concrete")
    chat = await newcomer(world, acorn, led, told)
    await chat.say("/decide")
    chat.expect("Nobody has told you yet: what the days hold, what the first month must bring, how your work is judged")
    assert "who leads you" not in chat.text
    await chat.tap("Ask about that")
    chat.expect("1. ", "2. ", "3. ")
    asked = {q.topic for q in (await chat.work()).all(Question) if q.state == "open"}
    assert {"daily_work", "first_three_months", "how_measured"} <= asked
    await chat.say("/decide")
    await chat.tap("Ask about that")
    assert len((await chat.work()).all(Question)) == 4


@pytest.mark.capability("A9")
async def test_a9_blanks_go_along_with_what_is_starred(world: Chat) -> None:
    acorn = job(stage="offer")
    chat = await newcomer(world, acorn, shifts(acorn, starred=True))
    await chat.say("/decide")
    chat.expect("One thing that you starred", "Nobody has told you yet")
    await chat.tap("Ask these first")
    chat.expect("1. ", "nights and weekends", "5. ")
    assert {q.topic for q in (await chat.work()).all(Question)} >= {"daily_work", "how_measured", "shifts"}


# -- E6: need and floor -----------------------------------------------------------------------------------------


@pytest.mark.capability("E6")
async def test_e6_need_floor_and_what_is_overlooked_stand_before_the_yes(world: Chat) -> None:
    acorn = job(stage="offer")
    chat = await newcomer(world, acorn)
    await chat.say("/need")
    chat.expect("How badly do you need", "?")
    assert [has(chat, str(number)) for number in range(1, 6)] == [True] * 5
    await chat.tap("2")
    await chat.say("two months")
    await chat.say("2,600 a month")
    await chat.tap("Back")
    await chat.say("2,700 a month")
    await chat.say("the way there, until summer")
    chat.expect("When shall we look at that again?")
    await chat.say("in two months")
    chat.expect("Need: 2 of 5", "Wait: two months", "Floor: 2,700 a month", "until summer", "Look again: ")
    row = (await chat.work()).all(Job)[0]
    assert (row.need, row.wait, row.floor) == (2, "two months", "2,700 a month")
    assert row.review_on is not None
    await chat.say("/decide")
    chat.expect("Your floor was: 2,700 a month", "You meant to overlook: the way there, until summer")


@pytest.mark.capability("E6")
async def test_e6_who_needs_income_is_neither_scolded_nor_stopped(world: Chat) -> None:
    acorn = job(stage="offer")
    chat = await newcomer(world, acorn, shifts(acorn, starred=True))
    await chat.say("/need")
    await chat.say("5")
    for _ in range(3):
        await chat.tap("Skip")
    chat.expect("Needing income is a good reason", "Need: 5 of 5", "Floor: not said")
    await chat.say("/decide")
    await chat.tap("Say yes anyway")
    chat.expect("Here is your yes")
    await chat.say("/call")
    chat.expect("You need this job (5 of 5), so you may say yes on the phone")


# -- E10: the right to say no -----------------------------------------------------------------------------------


@pytest.mark.capability("E10")
async def test_e10_a_courteous_no_names_no_reason_and_ends_the_sends(world: Chat) -> None:
    acorn = job(stage="offer")
    talk = meeting(acorn, days=3)
    chat = await newcomer(world, acorn, talk, Priority(topic="TIME", rank=1), Priority(topic="PAY", rank=2))
    await chat.say("/no")
    await chat.tap("Hours and load")
    await chat.tap("Go on")
    await chat.tap("Back")
    await chat.tap("☑ Hours and load")
    await chat.tap("Pay")
    await chat.tap("Go on")
    await chat.tap("A no")
    chat.expect("thank you for your time", "decided not to go on")
    assert "Pay" not in chat.text
    await chat.tap("More direct")
    chat.expect("I have decided not to go on with")
    await chat.tap("I sent it")
    work = await chat.work()
    assert (work.all(Job)[0].stage, work.all(Job)[0].closed_at is not None) == ("declined", True)
    assert [(d.kind, d.reasons) for d in work.all(Decision)] == [("no", "Pay")]
    assert [r for r in work.all(Reminder) if r.state == "planned"] == []


@pytest.mark.capability("E10")
async def test_e10_a_not_yet_asks_for_what_is_missing_at_any_stage(world: Chat) -> None:
    chat = await newcomer(world, job(LONG, LONG))
    await chat.say("/no the way is too far")
    fits(chat)
    await chat.tap("Not yet")
    chat.expect("What would have to change?")
    await chat.say("two days a week from home")
    chat.expect("Before I go on", "two days a week from home")
    await chat.tap("Back")
    await chat.say("three days a week from home")
    chat.expect("three days a week from home")
    work = await chat.work()
    assert [(d.kind, d.reasons) for d in work.all(Decision)] == [("not_yet", "the way is too far")]
    assert work.all(Job)[0].closed_at is None


@pytest.mark.capability("E10")
async def test_e10_a_no_may_be_taken_back(world: Chat) -> None:
    chat = await newcomer(world, job())
    await chat.say("/no I would be alone at night")
    await chat.tap("A no")
    await chat.tap("I sent it")
    await chat.tap("Undo")
    assert (await chat.work()).all(Job)[0].closed_at is None
