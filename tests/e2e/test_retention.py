"""Silent for a year: asked, and without an answer deleted; an answer keeps everything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.core.model import Job
from bot.store.base import Incoming
from tests.chat import Chat, talking

pytestmark = pytest.mark.anyio
DAY = 86_400


async def silent(chat: Chat) -> None:
    """A user with one employer who then says nothing for a year."""
    await chat.say("Harbour Clinic, porter, Thursday 3pm with Ines (manager)")
    await chat.say("Berlin")
    await chat.tap("Save")
    await chat.tap("What's next")
    await chat.clock(advance=364 * DAY)
    await chat.program.retention.sweep()
    assert "for a year" not in await chat.clock(advance=2 * DAY)


async def test_without_an_answer_it_is_deleted(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await silent(chat)
        await chat.program.retention.sweep()
        assert "for a year" in await chat.clock(advance=1)
        await chat.program.retention.sweep()
        assert await chat.clock(advance=29 * DAY) == "", "asked twice"
        await chat.program.retention.sweep()
        assert not (await chat.program.store.load(chat.user)).new_user
        await chat.clock(advance=2 * DAY)
        await chat.program.retention.sweep()
        assert (await chat.program.store.load(chat.user)).new_user


async def test_a_tap_keeps_it(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await silent(chat)
        await chat.program.retention.sweep()
        await chat.clock(advance=1)
        await chat.tap("Keep it")
        await chat.clock(advance=60 * DAY)
        await chat.program.retention.sweep()
        assert (await chat.program.store.load(chat.user)).all(Job)


async def test_an_answer_that_waits_to_be_handled_keeps_it(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await silent(chat)
        await chat.program.retention.sweep()
        await chat.clock(advance=31 * DAY)
        person = {"id": chat.user, "is_bot": False, "first_name": "Sam"}
        said = {"message_id": 900, "date": 1796000000, "chat": {"id": chat.user, "type": "private"}, "text": "/next"}
        body = json.dumps({"update_id": 900_000, "message": {**said, "from": person}})
        await chat.program.store.accept([Incoming(900_000, chat.user, body)], chat.program.clock.now())
        await chat.program.retention.sweep()
        chat.program.dispatcher.wake()
        await chat._answer()
        assert chat.new
        assert (await chat.program.store.load(chat.user)).all(Job)
        await chat.program.retention.sweep()
        assert (await chat.program.store.load(chat.user)).all(Job)


async def test_who_blocked_the_bot_is_not_asked(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await silent(chat)
        await chat.post("block", blocked=True)
        await chat.settle()
        await chat.clock(advance=366 * DAY)
        await chat.program.retention.sweep()
        assert (await chat.program.store.load(chat.user)).new_user
