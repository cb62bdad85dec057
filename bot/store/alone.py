"""A process that shares its database with nobody: always so on SQLite."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Alone:
    """The only process that can be: implements bot.store.base.Workers."""

    several = False
    leads = True

    async def lead(self) -> None:
        """At once."""

    async def run(self, changed: Callable[[], None], counted: Callable[[int], None]) -> None:
        await asyncio.Event().wait()
