"""What happens in a chat, kept for a while and streamed to the page (Server-Sent Events)."""

from __future__ import annotations

from collections import deque
from typing import Any

from bot.localchat.bell import Bell

Event = tuple[int, str, dict[str, Any]]

MAX_KEPT = 500


class Events:
    """One short log per user under one rising cursor, with a bell for whoever follows it."""

    def __init__(self) -> None:
        self.cursor = 0
        self._logs: dict[int, deque[Event]] = {}
        self._bells: dict[int, Bell] = {}

    def add(self, user: int, kind: str, payload: dict[str, Any]) -> None:
        """Notes an event; the payload must not change afterwards."""
        self.cursor += 1
        log = self._logs.get(user)
        if log is None:
            log = self._logs[user] = deque(maxlen=MAX_KEPT)
        log.append((self.cursor, kind, payload))
        if bell := self._bells.pop(user, None):
            bell.ring()

    def since(self, user: int, cursor: int) -> list[dict[str, Any]] | None:
        """Events after `cursor`, oldest first; None if some of them are no longer kept."""
        log = self._logs.get(user)
        if not log or log[-1][0] <= cursor:
            return []
        if len(log) == MAX_KEPT and log[0][0] > cursor + 1:
            return None
        return [{"cursor": number, "type": kind, **payload} for number, kind, payload in log if number > cursor]

    def forget(self, user: int) -> None:
        """Lets go of what was noted for this user; whoever follows from an older cursor loads anew."""
        log = self._logs.get(user)
        if log:
            log.clear()

    async def wait(self, user: int, seconds: float) -> None:
        """Returns at this user's next event, or after `seconds`."""
        await self._bells.setdefault(user, Bell()).wait(seconds)

    def wake(self) -> None:
        """Lets everybody who waits go on."""
        for bell in self._bells.values():
            bell.ring()
        self._bells.clear()
