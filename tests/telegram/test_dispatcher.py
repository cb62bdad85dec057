"""A stop in the middle of a message that comes in parts."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import pytest

import content
from bot.clock import SystemClock
from bot.intake import Piece
from bot.store.base import InboxRow, Incoming
from bot.store.memory import MemoryStore
from bot.telegram import pieces
from bot.telegram.dispatcher import Dispatcher
from bot.telegram.files import Attached
from bot.telegram.turn import TURN

TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)

pytestmark = pytest.mark.anyio


class App:
    """Notes what it was given to handle."""

    bot = None

    def __init__(self) -> None:
        self.handled: list[str] = []

    async def process_update(self, update: object) -> None:
        self.handled.append(TURN.get().event.text)


class Nobody:
    """A messenger whose messages all arrive."""

    async def deliver(self, calls: list[Any]) -> tuple[None, int]:
        return None, len(calls)

    def typing(self, chat_id: int) -> None:
        """Nobody sees it."""


async def no_files(first: InboxRow) -> Any:
    async def read(file: Attached, row: InboxRow) -> Piece:
        raise AssertionError("there is none")

    return read


def sent(number: int, text: str) -> Incoming:
    chat = {"id": 1, "type": "private"}
    message = {"message_id": number, "date": 5, "chat": chat, "from": {"id": 1, "is_bot": False, "first_name": "S"}}
    return Incoming(number, 1, json.dumps({"update_id": number, "message": {**message, "text": text}}))


async def started(store: MemoryStore) -> tuple[App, Dispatcher, asyncio.Task[None]]:
    app: Any = App()
    messenger: Any = Nobody()
    it = Dispatcher(
        app, store, SystemClock(), messenger, content.load(),
        read_file=no_files, end_turn=lambda turn: None, committed=lambda: None,
    )  # fmt: skip
    return app, it, asyncio.create_task(it.run())


async def test_half_a_message_is_left_for_the_next_start() -> None:
    store = MemoryStore()
    await store.accept([sent(1, "x" * 4096)], TUESDAY)
    app, it, running = await started(store)
    await asyncio.sleep(0.15)
    await it.stop(2.0)
    await running
    assert app.handled == []
    assert [row.reply for row in await store.waiting(TUESDAY)] == [None]

    await store.accept([sent(2, "and the rest")], TUESDAY)
    app, it, running = await started(store)
    await it.idle()
    await it.stop(2.0)
    await running
    assert app.handled == ["x" * 4096 + "and the rest"]


async def test_a_whole_message_is_still_handled_while_it_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "QUIET", 0.0)
    store = MemoryStore()
    await store.accept([sent(1, "hello")], TUESDAY)
    app, it, running = await started(store)
    await it.idle()
    await it.stop(2.0)
    await running
    assert app.handled == ["hello"]
