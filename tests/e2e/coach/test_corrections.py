"""A day, an answer or a person that was told once is set right later, in its place; played over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest

from bot.core.model import Interview, Job, Offer, Reminder, Wish
from tests.chat import TUESDAY, Chat, talking
from tests.e2e.coach.people import has, job, meeting, newcomer

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chat]:
    async with talking(tmp_path_factory.mktemp("corrections")) as chat:
        yield chat


async def sends(chat: Chat, kind: str) -> list[Any]:
    return [row.due.date() for row in (await chat.work()).all(Reminder) if (row.kind, row.state) == (kind, "planned")]


async def test_the_first_day_is_told_again_and_the_checks_move(world: Chat) -> None:
    acorn = job(stage="accepted", starts=date(2026, 12, 1))
    chat = await newcomer(world, acorn, check_ins=True)
    await chat.say("/jobs")
    await chat.tap("Acorn House")
    chat.expect("First day: Tuesday 1 December.")
    await chat.tap("First day")
    chat.expect("Now it is Tuesday 1 December.", "first day at Acorn House", "?")
    await chat.say("no idea")
    chat.expect("could not read a day")
    await chat.say("1 February")
    chat.expect("Noted: Monday 1 February")
    assert [row.starts for row in (await chat.work()).all(Job)] == [date(2027, 2, 1)]
    assert await sends(chat, "check") == [date(2027, 3, 3), date(2027, 5, 2)]
    await chat.tap("Undo")
    assert [row.starts for row in (await chat.work()).all(Job)] == [date(2026, 12, 1)]


async def test_the_day_to_answer_by_is_told_again(world: Chat) -> None:
    acorn = job(stage="offer")
    chat = await newcomer(world, acorn, Offer(job_id=acorn.id, answer_by=date(2026, 12, 4), created_at=TUESDAY))
    await chat.say("/jobs")
    await chat.tap("Acorn House")
    chat.expect("They want your answer by Friday 4 December.")
    await chat.tap("Their deadline")
    await chat.say("Tuesday 8 December")
    assert [row.answer_by for row in (await chat.work()).all(Offer)] == [date(2026, 12, 8)]
    assert await sends(chat, "last") == [date(2026, 12, 7)]
    await chat.tap("The job")
    chat.expect("They want your answer by Tuesday 8 December.")


async def test_an_offer_by_phone_has_a_day_to_answer_by_too(world: Chat) -> None:
    chat = await newcomer(world, job(stage="offer"))
    await chat.say("/jobs")
    await chat.tap("Acorn House")
    await chat.tap("Their deadline")
    await chat.say("next Monday")
    assert [row.answer_by for row in (await chat.work()).all(Offer)] == [date(2026, 11, 30)]


async def test_the_talk_with_the_present_boss_is_moved(world: Chat) -> None:
    chat = await newcomer(world, Wish(priority_id="", outline="a course on wounds", talk_on=date(2026, 11, 26)))
    await chat.say("/stay")
    await chat.tap("Another day")
    chat.expect("Now it is Thursday 26 November.", "a course on wounds")
    await chat.say("1 December")
    assert [row.talk_on for row in (await chat.work()).all(Wish)] == [date(2026, 12, 1)]
    assert await sends(chat, "talk") == [date(2026, 11, 30)]


async def test_the_day_they_named_is_told_again(world: Chat) -> None:
    acorn = job()
    chat = await newcomer(world, acorn, meeting(acorn, days=-1, state="debriefed"))
    [talk] = (await chat.work()).all(Interview)
    for said, day in (("Tue 1 December", date(2026, 12, 1)), ("Thu 3 December", date(2026, 12, 3))):
        await chat.press((await chat.messages())[-1]["message_id"], f"d:debrief:word:{talk.id}")
        await chat.say(said)
        assert [row.word_by for row in (await chat.work()).all(Interview)] == [day]


async def test_a_job_without_an_offer_asks_for_no_day(world: Chat) -> None:
    chat = await newcomer(world, job())
    await chat.say("/jobs")
    await chat.tap("Acorn House")
    assert not has(chat, "Their deadline")
    assert not has(chat, "First day")
