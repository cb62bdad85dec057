"""Whose chats are open on a page right now: for them, and only for them, the bot tells what it plans to send."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bot.localchat.bell import Bell


class Watchers:
    """Open pages for each user. `version` grows when a chat gets its first page or loses its last one."""

    def __init__(self) -> None:
        self.version = 1
        self._open: Counter[int] = Counter()
        self._bell = Bell()

    @contextmanager
    def present(self, user: int) -> Iterator[None]:
        """A page shows this user's chat as long as the block lasts."""
        self._open[user] += 1
        self._note(self._open[user] == 1)
        try:
            yield
        finally:
            self._open[user] -= 1
            self._note(self._open[user] == 0)

    def describe(self) -> dict[str, Any]:
        """{"version", "users"}: the users whose chats are open."""
        return {"version": self.version, "users": sorted(user for user, pages in self._open.items() if pages > 0)}

    def wake(self) -> None:
        """Lets every waiting request answer now."""
        self._bell.ring()

    async def wait(self, version: int, seconds: float) -> None:
        """Returns when the version differs from `version`, or after `seconds`."""
        if version == self.version:
            await self._bell.wait(seconds)

    def _note(self, changed: bool) -> None:
        if changed:
            self.version += 1
            self.wake()
