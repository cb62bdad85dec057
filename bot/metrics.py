"""What the program counts while it runs, for /metrics. Numbers only: no ids, no words, no addresses."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, cast

from prometheus_client import CollectorRegistry, Counter, Histogram
from telegram.error import TelegramError

from bot.store.base import Done, InboxRow, Store, StoreError
from bot.telegram.request import AiohttpRequest

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 120.0)
_STATUS = {403: "blocked", 429: "too_many"}
_MOST_SEEN = 10_000


class Metrics:
    """The counters of one program, with a registry of their own."""

    def __init__(self) -> None:
        self.registry = registry = CollectorRegistry()
        self.handled = Counter("bot_updates_handled", "updates handled and committed", registry=registry)
        self.parked = Counter("bot_updates_parked", "updates set aside after three failures", registry=registry)
        self.taken = Histogram(
            "bot_update_seconds", "from taking an update up to its commit", buckets=_SECONDS, registry=registry
        )
        self.store_errors = Counter("bot_store_errors", "calls that the database did not answer", registry=registry)
        self.calls = Counter(
            "bot_telegram_calls", "calls of the Bot API by their outcome", ["method", "outcome"], registry=registry
        )


class CountingRequest(AiohttpRequest):
    """PTB's way to Telegram, counted."""

    def __init__(self, metrics: Metrics, *, pool: int = 64) -> None:
        super().__init__(pool=pool)
        self._metrics = metrics

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        method = "file" if "/file/bot" in url else url.rpartition("/")[2].partition("?")[0]
        try:
            status, body = await super().do_request(url, *args, **kwargs)
        except TelegramError:
            self._metrics.calls.labels(method, "unreachable").inc()
            raise
        self._metrics.calls.labels(method, _outcome(status)).inc()
        return status, body


def _outcome(status: int) -> str:
    if status < 400:
        return "ok"
    return _STATUS.get(status, "refused" if status < 500 else "failed")


def counted(store: Store, metrics: Metrics) -> Store:
    """The same store, its calls counted on the way."""
    return cast("Store", _Counting(store, metrics))


class _Counting:
    """Passes every call on. What finishes updates carries a Done, whatever its name."""

    def __init__(self, store: Store, metrics: Metrics) -> None:
        self._store, self._metrics = store, metrics
        self._seen: dict[int, float] = {}  # inbox row -> when it was first read, by the loop's clock

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._store, name)
        return self._counting(name, found) if inspect.iscoroutinefunction(found) else found

    def _counting(self, name: str, call: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def counting(*args: Any, **kwargs: Any) -> Any:
            try:
                result = await call(*args, **kwargs)
            except StoreError:
                self._metrics.store_errors.inc()
                raise
            self._note(name, [*args, *kwargs.values()], result)
            return result

        return counting

    def _note(self, name: str, given: list[Any], result: Any) -> None:
        if name == "park":
            self._metrics.parked.inc(len(given[0]))
            self._forget(given[0])
        elif isinstance(result, list) and result and isinstance(result[0], InboxRow):
            self._read(row.seq for row in result if row.reply is None)
        for done in given:
            if isinstance(done, Done):
                self._metrics.handled.inc(len(done.seqs))
                for seconds in self._forget(done.seqs):
                    self._metrics.taken.observe(seconds)

    def _read(self, seqs: Iterable[int]) -> None:
        if len(self._seen) > _MOST_SEEN:
            self._seen.clear()
        now = asyncio.get_running_loop().time()
        for seq in seqs:
            self._seen.setdefault(seq, now)

    def _forget(self, seqs: Iterable[int]) -> list[float]:
        now = asyncio.get_running_loop().time()
        return [now - begun for seq in seqs if (begun := self._seen.pop(seq, None)) is not None]
