"""What time it is. One clock is built by the program and passed to whoever asks."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

import aiohttp


class Clock(Protocol):
    """Gives the time as an aware datetime in UTC."""

    def now(self) -> datetime: ...

    async def planned(self, due: datetime | None) -> None:
        """Hears when the next reminder falls due (None: none is planned)."""

    async def run(self, moved: Callable[[], None]) -> None:
        """Lives until cancelled; calls ``moved`` when the time jumps."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def planned(self, due: datetime | None) -> None:
        return

    async def run(self, moved: Callable[[], None]) -> None:
        await asyncio.Event().wait()


class LocalChatClock:
    """The local chat's clock, which its page can move ahead: the machine's clock and an offset told by the server."""

    def __init__(self, base_url: str) -> None:
        self.url = f"{base_url.rstrip('/')}/local"
        self._offset = timedelta()
        self._version = -1
        self._told: datetime | str | None = "nothing yet"
        self.on_round: Callable[[], None] = lambda: None  # called after each round of reminders

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    async def start(self) -> None:
        """Reads the offset once, so that the first update already has the right time."""
        async with aiohttp.ClientSession() as session:
            await self._ask(session, {})

    async def planned(self, due: datetime | None) -> None:
        self.on_round()
        if due == self._told:
            return
        self._told = due
        with contextlib.suppress(aiohttp.ClientError, OSError):
            async with aiohttp.ClientSession() as session:
                await session.post(f"{self.url}/next", json={"at": due.isoformat() if due else None})

    async def run(self, moved: Callable[[], None]) -> None:
        async with aiohttp.ClientSession() as session:
            while True:
                try:
                    if await self._ask(session, {"version": str(self._version), "wait": "25"}):
                        moved()
                except (aiohttp.ClientError, OSError, TimeoutError):
                    await asyncio.sleep(0.5)  # the local chat restarts: ask again

    async def _ask(self, session: aiohttp.ClientSession, query: dict[str, str]) -> bool:
        async with session.get(f"{self.url}/clock", params=query) as response:
            state = await response.json()
        changed = bool(state["version"] != self._version)
        self._version = state["version"]
        self._offset = timedelta(seconds=state["offset"])
        return changed
