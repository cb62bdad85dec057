"""The chat's clock: the computer's time plus an offset that the page and the tests may change."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from bot.localchat.bell import Bell


class Clock:
    """Chat time. `version` grows with every move of the clock, so that a bot can wait for the next one."""

    def __init__(self, offset: float = 0.0) -> None:
        self.offset = offset
        self.version = 1
        self.next: datetime | None = None
        self.on_change: Callable[[], None] | None = None
        self._bell = Bell()

    def time(self) -> float:
        """Chat time in seconds since 1970, UTC."""
        return time.time() + self.offset

    def now(self) -> datetime:
        """Chat time as an aware UTC datetime."""
        return datetime.fromtimestamp(self.time(), UTC)

    def describe(self) -> dict[str, Any]:
        """The clock as the control endpoints show it; offset in seconds, times in ISO 8601 with zone."""
        return {
            "now": self.now().isoformat(),
            "offset": self.offset,
            "version": self.version,
            "next": self.next.isoformat() if self.next else None,
        }

    def move(self, offset: float) -> None:
        """Sets a new offset in seconds and wakes everybody who waits for a move."""
        self.offset = offset
        self.version += 1
        self.wake()
        self._changed()

    def plan(self, at: datetime | None) -> None:
        """Notes when the bot's next reminder falls due; no move of the clock, so the version stays."""
        if at != self.next:
            self.next = at
            self._changed()

    def wake(self) -> None:
        """Lets every waiting request answer now."""
        self._bell.ring()

    async def wait(self, version: int, seconds: float) -> None:
        """Returns when the version differs from `version`, or after `seconds`."""
        if version == self.version:
            await self._bell.wait(seconds)

    def _changed(self) -> None:
        if self.on_change:
            self.on_change()
