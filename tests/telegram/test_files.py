"""Fetching a file: tried again where that may help, and a clear reason where it does not."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import pytest
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot.clock import SystemClock
from bot.intake import Read
from bot.store.base import InboxRow
from bot.store.memory import MemoryStore
from bot.store.work import Work
from bot.telegram import files
from bot.telegram.files import FileReader, attached, command_in, together
from tests.chat import TUESDAY

pytestmark = pytest.mark.anyio


class Remote:
    """A file at Telegram."""

    def __init__(self, size: int) -> None:
        self.file_size = size

    async def download_as_bytearray(self) -> bytearray:
        return bytearray(b"31,400 a year")


class FakeBot:
    """Fails in these ways first."""

    def __init__(self, *failures: TelegramError, size: int = 13) -> None:
        self.failures, self.size, self.asked = list(failures), size, 0

    async def get_file(self, file_id: str) -> Remote:
        self.asked += 1
        if self.failures:
            raise self.failures.pop(0)
        return Remote(self.size)


async def plainly(data: Callable[[], Awaitable[bytes]], name: str, mime: str) -> Read:
    return Read("txt", (await data()).decode(), name)


async def anybody(work: Work, update: int, part: int, now: datetime) -> bool:
    return True


def row(**message: Any) -> InboxRow:
    body = {"message": {"message_id": 7, "chat": {"id": 1, "type": "private"}, **message}}
    return InboxRow(1, 1, 1, json.dumps(body), TUESDAY, 0)


def document(**more: Any) -> dict[str, Any]:
    return {"file_id": "a", "file_name": "a.txt", "mime_type": "text/plain", "file_size": 13, **more}


async def read(bot: Any, **message: Any) -> Read:
    update = row(**(message or {"document": document()}))
    file = attached(update)
    assert file is not None
    reader = FileReader(bot, MemoryStore(), SystemClock(), may=anybody, read=plainly)
    found = (await reader(file, update, update)).read
    assert found is not None
    return found


@pytest.mark.parametrize(
    "failures,problem,asked",
    [
        ([], "", 1),
        ([NetworkError("gone")], "", 2),
        ([NetworkError("gone")] * 3, "intake.fetch", 3),
        ([BadRequest("Wrong file_id")], "intake.fetch", 1),
        ([InvalidToken("404")], "intake.fetch", 1),
        ([BadRequest("File is too big")], "intake.too_big", 1),
    ],
)
async def test_what_may_pass_is_tried_again(
    failures: list[TelegramError], problem: str, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PAUSES", (0.0, 0.0))
    bot = FakeBot(*failures)
    found = await read(bot)
    assert (found.problem, found.name, bot.asked) == (problem, "a.txt", asked)


async def test_what_is_larger_than_it_claimed_is_not_loaded() -> None:
    assert (await read(FakeBot(size=30 << 20))).problem == "intake.too_big"
    bot = FakeBot()
    assert (await read(bot, document=document(file_size=30 << 20))).problem == "intake.too_big"
    assert bot.asked == 0


async def test_the_largest_size_of_a_photo_is_taken_and_other_media_are_left() -> None:
    found = attached(row(photo=[{"file_id": "s"}, {"file_id": "l", "file_size": 5}]))
    assert found == files.Attached("l", "photo", "image/jpeg", 5)
    assert attached(row(animation={}, document=document())) is None
    assert attached(row(video={"file_id": "v"})) is None
    assert attached(row(text="hello")) is None
    assert attached(row(chat={"id": -5, "type": "group"}, document=document())) is None


def test_a_command_as_caption() -> None:
    assert command_in("/offer@a_bot from Acme") == ("offer", "from Acme")
    assert command_in(" from Acme ") == ("", "from Acme")
    assert together([None], row()) is None
