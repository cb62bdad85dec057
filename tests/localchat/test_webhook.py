"""Webhook delivery: secret, order per user, retries, and the conflict with polling."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from bot.localchat import webhook
from tests.localchat.world import ROBIN, SAM, World

pytestmark = pytest.mark.anyio


class Receiver:
    """A bot's web server: notes what comes, answers as told."""

    def __init__(self) -> None:
        self.got: list[tuple[str | None, dict[str, Any]]] = []
        self.answers: list[int] = []
        self.hold: int | None = None
        self.release = asyncio.Event()
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        if self.hold and update["message"]["from"]["id"] == self.hold:
            await self.release.wait()
        status = self.answers.pop(0) if self.answers else 200
        self.got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), update))
        return web.Response(status=status)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for _, update in self.got]


@asynccontextmanager
async def receiver() -> AsyncIterator[Receiver]:
    mine = Receiver()
    app = web.Application()
    app.router.add_post("/hook", mine.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    mine.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield mine
    finally:
        mine.release.set()
        await runner.cleanup()


async def until(true: Callable[[], bool]) -> None:
    for _ in range(500):
        if true():
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


async def test_updates_are_posted_with_the_secret(world: World) -> None:
    async with receiver() as bot:
        await world.say("before")
        await world.ok("setWebhook", url=bot.url, secret_token="s3cret-_")
        await world.say("after")
        await until(lambda: len(bot.got) == 2)
        assert bot.texts() == ["before", "after"]
        assert {secret for secret, _ in bot.got} == {"s3cret-_"}
        info = await world.ok("getWebhookInfo")
        assert (info["url"], info["max_connections"]) == (bot.url, 40)


async def test_a_failed_delivery_is_repeated_in_order(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "FIRST_PAUSE", 0.02)
    async with receiver() as bot:
        bot.answers = [500, 503, 200]
        await world.ok("setWebhook", url=bot.url)
        await world.say("one")
        await world.say("two")
        await until(lambda: len(bot.got) == 4)
        assert bot.texts() == ["one", "one", "one", "two"]
        info = await world.ok("getWebhookInfo")
        assert info["last_error_message"].startswith("Wrong response from the webhook: 503")
        assert info["pending_update_count"] == 0


async def test_one_slow_user_holds_up_nobody_else(world: World) -> None:
    async with receiver() as bot:
        bot.hold = SAM
        await world.ok("setWebhook", url=bot.url)
        await world.say("slow")
        await world.say("quick", ROBIN)
        await until(lambda: bot.texts() == ["quick"])
        bot.release.set()
        await until(lambda: bot.texts() == ["quick", "slow"])


async def test_an_old_update_comes_again_by_webhook_too(world: World) -> None:
    async with receiver() as bot:
        await world.ok("setWebhook", url=bot.url)
        sent = await world.say("once")
        await until(lambda: len(bot.got) == 1)
        await world.post("redeliver", update_id=sent["update_id"])
        await until(lambda: len(bot.got) == 2)
        assert bot.got[0] == bot.got[1]


async def test_polling_and_webhook_exclude_each_other(world: World) -> None:
    async with receiver() as bot:
        poll = asyncio.create_task(world.refused("getUpdates", timeout=20))
        await asyncio.sleep(0.05)
        await world.ok("setWebhook", url=bot.url)
        assert await poll == (409, "Conflict: terminated by setWebhook request")
        code, description = await world.refused("getUpdates")
        assert (code, description.startswith("Conflict: can't use getUpdates method while webhook is active")) == (
            409,
            True,
        )
        await world.ok("deleteWebhook")
        assert await world.ok("getUpdates") == []
        assert (await world.ok("getWebhookInfo"))["url"] == ""


async def test_what_was_not_delivered_stays_and_can_be_dropped(world: World) -> None:
    await world.ok("setWebhook", url="http://127.0.0.1:9/hook")
    await world.say("kept")
    await asyncio.sleep(0.05)
    assert (await world.ok("getWebhookInfo"))["last_error_message"] == "Connection failed"
    await world.ok("setWebhook", url="")
    assert len(await world.ok("getUpdates")) == 1
    await world.ok("deleteWebhook", drop_pending_updates=True)
    assert await world.ok("getUpdates") == []
