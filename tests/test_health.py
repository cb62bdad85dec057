"""/healthz and /metrics, and the command that asks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from aiohttp import web
from telegram.error import NetworkError

from bot.clock import SystemClock
from bot.health import Health
from bot.metrics import CountingRequest, Metrics, counted
from bot.store.base import Depth, Done, Incoming, Store, StoreError
from bot.store.memory import MemoryStore
from bot.telegram.receiver import Poller

pytestmark = pytest.mark.anyio


class Broken(MemoryStore):
    """A database that does not answer."""

    async def depth(self, now: datetime) -> Depth:
        raise StoreError("gone")


class Place:
    """A health server on a store, and its poller."""

    def __init__(self, store: MemoryStore) -> None:
        self.metrics = Metrics()
        self.store: Store = counted(store, self.metrics)
        self.poller = Poller.__new__(Poller)
        self.last_poll(0.0)
        self.health = Health(self.store, SystemClock(), self.poller, self.metrics)
        self.runner = web.AppRunner(self.health.application())
        self.url = ""

    def last_poll(self, ago: float) -> None:
        self.poller.last_poll = asyncio.get_running_loop().time() - ago

    async def start(self) -> None:
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self.runner.addresses[0][1]}"

    async def get(self, path: str) -> tuple[int, str]:
        async with aiohttp.ClientSession() as http, http.get(self.url + path) as response:
            return response.status, await response.text()


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    place = Place(MemoryStore())
    await place.start()
    yield place
    await place.runner.cleanup()


@pytest.fixture
async def broken() -> AsyncIterator[Place]:
    place = Place(Broken())
    await place.start()
    yield place
    await place.runner.cleanup()


async def test_well(place: Place) -> None:
    assert await place.get("/healthz") == (200, "ok\n")


async def test_deaf_for_two_minutes(place: Place) -> None:
    place.last_poll(121.0)
    place.health._begun -= 1000
    status, text = await place.get("/healthz")
    assert (status, text) == (503, "no poll for 121 seconds\n")


async def test_never_heard_anything_since_the_start(place: Place) -> None:
    place.poller.last_poll = None
    assert (await place.get("/healthz"))[0] == 200
    place.health._begun -= 130
    assert (await place.get("/healthz"))[0] == 503


async def test_an_update_that_nobody_handles(place: Place) -> None:
    now = datetime.now(UTC)
    await place.store.accept([Incoming(1, 7, "{}")], now - timedelta(minutes=4))
    assert (await place.get("/healthz"))[0] == 200
    await place.store.accept([Incoming(2, 7, "{}")], now - timedelta(minutes=6))
    status, text = await place.get("/healthz")
    assert status == 503
    assert "an update waits for 36" in text


async def test_no_database(broken: Place) -> None:
    for path in ("/healthz", "/metrics"):
        assert await broken.get(path) == (503, "the store does not answer\n")
    assert broken.metrics.store_errors._value.get() == 2


async def test_what_is_counted(place: Place) -> None:
    now = datetime.now(UTC)
    await place.store.accept([Incoming(number, 7, "{}") for number in range(3)], now)
    rows = await place.store.waiting(now)
    work = await place.store.load(7)
    await place.store.commit(work, Done([rows[0].seq], None, now))
    await place.store.finish(Done([rows[1].seq], None, now))
    await place.store.park([rows[2].seq], "ValueError", now)
    text = (await place.get("/metrics"))[1]
    for line in (
        "bot_updates_handled_total 2.0", "bot_update_seconds_count 2.0", "bot_updates_parked_total 1.0",
        "bot_inbox_parked 1.0", "bot_inbox_waiting 0.0", "bot_users 1.0", "bot_store_errors_total 0.0",
        "bot_last_poll_seconds", "bot_inbox_oldest_seconds 0.0", "bot_reminders_oldest_seconds 0.0",
    ):  # fmt: skip
        assert line in text


async def test_calls_of_telegram_are_counted_by_outcome_and_tell_nothing() -> None:
    token = "12345:secret-of-somebody"
    answers = {"getMe": 200, "sendMessage": 429, "sendPhoto": 403, "editMessageText": 400, "getFile": 502}

    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=answers.get(request.path.rpartition("/")[2], 200))

    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    metrics = Metrics()
    request = CountingRequest(metrics)
    await request.initialize()
    for method in answers:
        await request.do_request(f"{url}/bot{token}/{method}?x=1", "POST")
    await request.do_request(f"{url}/file/bot{token}/documents/1.pdf", "GET")
    await runner.cleanup()
    with pytest.raises(NetworkError):
        await request.do_request(f"{url}/bot{token}/getMe", "POST")
    await request.shutdown()
    counts = {
        (sample.labels["method"], sample.labels["outcome"]): sample.value
        for family in metrics.calls.collect()
        for sample in family.samples
        if sample.name.endswith("_total")
    }
    assert counts == dict.fromkeys(
        [("getMe", "ok"), ("sendMessage", "too_many"), ("sendPhoto", "blocked"), ("editMessageText", "refused"),
         ("getFile", "failed"), ("file", "ok"), ("getMe", "unreachable")], 1.0,
    )  # fmt: skip
