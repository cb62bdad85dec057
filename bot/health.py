"""/healthz and /metrics: what waits and how old it is, never what anybody wrote."""

from __future__ import annotations

import asyncio
from datetime import datetime

from aiohttp import web
from prometheus_client import CollectorRegistry, Gauge, generate_latest

from bot.clock import Clock
from bot.metrics import Metrics
from bot.store.base import Depth, Store, StoreError
from bot.telegram.receiver import Poller

STALE_POLL = 120.0  # seconds without a poll (one takes 30 at most): the process is up and deaf
STALE_UPDATE = 300.0  # seconds that an update has waited: the process is up and does nothing


class Health:
    """Serves the two addresses. ``poller`` is None where this process does not poll."""

    def __init__(self, store: Store, clock: Clock, poller: Poller | None, metrics: Metrics) -> None:
        self._store, self._clock, self._poller, self._metrics = store, clock, poller, metrics
        self._begun = asyncio.get_running_loop().time()

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/healthz", self.healthz)
        app.router.add_get("/metrics", self.metrics)
        return app

    async def healthz(self, request: web.Request) -> web.Response:
        """200 with "ok", or 503 with what is wrong."""
        try:
            wrong = self._wrong(await self._store.depth(self._clock.now()))
        except StoreError:
            wrong = "the store does not answer"
        return web.Response(status=503, text=f"{wrong}\n") if wrong else web.Response(text="ok\n")

    def _wrong(self, depth: Depth) -> str:
        age, waits = self._poll_age(), self._seconds_since(depth.oldest_received)
        if age is not None and age > STALE_POLL:
            return f"no poll for {age:.0f} seconds"
        if waits > STALE_UPDATE:
            return f"an update waits for {waits:.0f} seconds"
        return ""

    async def metrics(self, request: web.Request) -> web.Response:
        """The same numbers for Prometheus, and what was counted since the start."""
        try:
            depth = await self._store.depth(self._clock.now())
        except StoreError:
            return web.Response(status=503, text="the store does not answer\n")
        body = generate_latest(self._gauges(depth)) + generate_latest(self._metrics.registry)
        return web.Response(body=body, content_type="text/plain")

    def _gauges(self, depth: Depth) -> CollectorRegistry:
        registry = CollectorRegistry()
        values = {
            "inbox_waiting": depth.waiting,
            "inbox_parked": depth.parked,
            "reminders_due": depth.reminders_due,
            "users": depth.users,
            "inbox_oldest_seconds": self._seconds_since(depth.oldest_received),
            "reminders_oldest_seconds": self._seconds_since(depth.oldest_due),
            "last_poll_seconds": self._poll_age() or 0,
        }
        for name, value in values.items():
            Gauge(f"bot_{name}", name.replace("_", " "), registry=registry).set(value)
        return registry

    def _seconds_since(self, instant: datetime | None) -> float:
        return (self._clock.now() - instant).total_seconds() if instant else 0.0

    def _poll_age(self) -> float | None:
        """None where this process does not poll: by webhook, or where another worker leads."""
        now = asyncio.get_running_loop().time()
        if self._poller is None:
            return None
        if not self._store.workers.leads:
            self._begun = now
            return None
        # Before the first poll the start counts: Telegram may have been out of reach ever since.
        return now - max(self._begun, self._poller.last_poll or 0.0)
