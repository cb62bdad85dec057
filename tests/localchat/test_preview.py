"""What the bot would send next: told to the local chat for open chats, kept up to date, never for anybody else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.store.base import StoreError
from tests.chat import Chat, talking
from tests.localchat.world import events

pytestmark = pytest.mark.anyio

LINE = "Juniper Foods, ops lead, Thursday 3pm with Noor (manager)"
Plans = list[dict[str, str]]


@asynccontextmanager
async def watching(chat: Chat) -> AsyncIterator[Callable[[Callable[[Plans], bool]], Any]]:
    """An open page of the user; gives a function that waits for a plan that is as wanted."""
    async with chat.http.get(f"{chat.url}/local/events", params={"user": str(chat.user), "cursor": "0"}) as answer:
        stream = events(answer)

        async def plan(wanted: Callable[[Plans], bool]) -> Plans:
            async with asyncio.timeout(10):
                async for event in stream:
                    if event["type"] == "planned" and wanted(event["planned"]):
                        return list(event["planned"])
            raise AssertionError("the stream ended")

        yield plan


async def saves_an_interview(chat: Chat) -> None:
    for line in ("/start", LINE, "Berlin"):
        await chat.say(line)
    await chat.tap("Save")


async def test_the_plan_follows_what_the_user_does(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat, watching(chat) as plan:
        await saves_an_interview(chat)
        items = await plan(lambda items: len(items) >= 3)
        evening, card = (next(item for item in items if word in item["kind"]) for word in ("evening", "card"))
        assert (evening["at"], card["at"]) == ("2026-11-25T18:00:00+00:00", "2026-11-26T13:00:00+00:00")
        assert "Juniper Foods" in evening["text"]
        assert "In 60 minutes" in card["text"]
        assert not any("<" in item["text"] for item in items)
        await chat.say("/settings")
        await chat.tap("Switch reminders off")
        assert await plan(lambda items: not any("evening" in item["kind"] for item in items)) is not None


async def test_what_was_sent_leaves_the_plan(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat, watching(chat) as plan:
        await saves_an_interview(chat)
        first = (await plan(lambda items: len(items) >= 3))[0]
        await chat.clock(set=first["at"])
        rest = await plan(lambda items: all(item["at"] > first["at"] for item in items))
        assert rest
        await chat.say("/delete")
        await chat.tap("Yes, delete everything")
        assert await plan(lambda items: not items) == []


async def test_a_chat_that_nobody_looks_at_costs_nothing(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await saves_an_interview(chat)
        await asyncio.sleep(0.5)
        assert chat.user not in chat.server.state.planned
        async with watching(chat) as plan:
            assert await plan(lambda items: len(items) >= 3)


async def test_a_store_that_fails_does_not_end_the_preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with talking(tmp_path) as chat:
        await saves_an_interview(chat)
        load, failures = chat.program.store.load, [1, 2]

        async def failing(user_id: int) -> Any:
            if failures:
                failures.pop()
                raise StoreError("locked")
            return await load(user_id)

        assert chat.program.preview is not None
        monkeypatch.setattr(chat.program.preview._store, "load", failing)
        async with watching(chat) as plan:
            assert await plan(lambda items: len(items) >= 3)
        assert failures == []
