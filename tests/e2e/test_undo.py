"""Taking back: the last thing, whatever it was, by button or command; and never more than it says."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.model import Interview, Job, Priority, Question, Undo
from tests.chat import Chat, talking

pytestmark = pytest.mark.anyio


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    async with talking(tmp_path) as chat:
        yield chat


async def booked(chat: Chat) -> None:
    await chat.say("/interview Acme, ops lead, Thu 3pm with Anna (manager)")
    await chat.say("Berlin")
    await chat.tap("Save")


async def test_a_saved_interview_is_taken_back_to_its_card_and_saved_again(chat: Chat) -> None:
    await booked(chat)
    await chat.tap("Undo")
    chat.expect("Taken back", "Is that right?")
    work = await chat.work()
    assert work.all(Interview) == []
    assert work.all(Job) == []
    await chat.tap("Save")
    assert len((await chat.work()).all(Interview)) == 1


async def test_the_command_takes_back_what_was_settled_last_and_puts_it_back(chat: Chat) -> None:
    await chat.say("/settings")
    before = (await chat.work()).user
    await chat.say("/ask How far is the depot?")
    assert len((await chat.work()).all(Question)) >= 1
    await chat.say("/undo")
    assert (await chat.work()).all(Question) == []
    assert (await chat.work()).user.zone == before.zone
    await chat.say("/undo")
    assert [q.text for q in (await chat.work()).all(Question)] == ["How far is the depot?"]


async def test_what_was_changed_again_since_is_left_alone(chat: Chat) -> None:
    await chat.say("/ask How far is the depot?")
    first = next(row for row in (await chat.work()).all(Undo))
    question = (await chat.work()).all(Question)[0]
    message = chat.new[-1]["message_id"]
    await chat.press(message, f"d:question:star:{question.id}")
    await chat.press(message, f"d:undo:open:{first.id}")
    chat.expect("changed again")
    assert (await chat.work()).all(Question)[0].starred


async def test_a_day_later_nothing_is_taken_back(chat: Chat) -> None:
    await chat.say("/ask How far is the depot?")
    await chat.clock(advance=timedelta(days=1, minutes=1).total_seconds())
    await chat.say("/undo")
    chat.expect("nothing to take back")
    assert len((await chat.work()).all(Question)) == 1


async def test_a_talk_without_changes_keeps_nothing(chat: Chat) -> None:
    await chat.say("/help")
    await chat.say("/priorities")
    work = await chat.work()
    assert [row.data["rows"] for row in work.all(Undo)] == [[]]  # only what an edit of the last message needs
    assert work.all(Priority) == []
