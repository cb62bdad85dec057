"""/healthz and /metrics: what waits and how old it is, never what anybody wrote."""

from __future__ import annotations

import asyncio

from aiohttp import web
from prometheus_client import CollectorRegistry, Gauge, generate_latest

from bot.clock import Clock
from bot.store.base import Depth, Store, StoreError
from bot.telegram.receiver import Poller

STALE_POLL = 120.0  # seconds without a poll (one takes 30 at most): the process is up and deaf


class Health:
    """Serves two addresses on loopback."""

    def __init__(self, store: Store, clock: Clock, poller: Poller | None) -> None:
        self._store, self._clock, self._poller = store, clock, poller

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/healthz", self.healthz)
        app.router.add_get("/metrics", self.metrics)
        return app

    async def healthz(self, request: web.Request) -> web.Response:
        """200 with "ok", or 503 with what is wrong."""
        try:
            await self._store.depth(self._clock.now())
        except StoreError:
            return web.Response(status=503, text="the store does not answer\n")
        age = self._poll_age()
        if age is not None and age > STALE_POLL:
            return web.Response(status=503, text=f"no poll for {age:.0f} seconds\n")
        return web.Response(text="ok\n")

    async def metrics(self, request: web.Request) -> web.Response:
        """The same numbers for Prometheus."""
        try:
            depth = await self._store.depth(self._clock.now())
        except StoreError:
            return web.Response(status=503, text="the store does not answer\n")
        return web.Response(body=generate_latest(self._registry(depth)), content_type="text/plain")

    def _registry(self, depth: Depth) -> CollectorRegistry:
        registry, now = CollectorRegistry(), self._clock.now()
        oldest = depth.oldest_received, depth.oldest_due
        values = {
            "inbox_waiting": depth.waiting,
            "inbox_parked": depth.parked,
            "reminders_due": depth.reminders_due,
            "users": depth.users,
            "inbox_oldest_seconds": (now - oldest[0]).total_seconds() if oldest[0] else 0,
            "reminders_oldest_seconds": (now - oldest[1]).total_seconds() if oldest[1] else 0,
            "last_poll_seconds": self._poll_age() or 0,
        }
        for name, value in values.items():
            Gauge(f"bot_{name}", name.replace("_", " "), registry=registry).set(value)
        return registry

    def _poll_age(self) -> float | None:
        if self._poller is None or self._poller.last_poll is None:
            return None
        return asyncio.get_running_loop().time() - self._poller.last_poll
