"""An event loop whose time jumps to the next timer when nothing is left to do: an hour of waiting takes seconds."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from datetime import datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")
TICK = 1e-7  # seconds that each round of the loop takes: who waits for less than a float can tell would wait for ever


class _Jump(selectors.DefaultSelector):
    """Waits for nothing: the time that should have passed is added up."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("every task waits for something that never comes")
        self.passed += max(timeout, 0.0) + TICK
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """Only for what uses no threads and no network: nothing outside of the loop is waited for."""

    def __init__(self) -> None:
        self._jump = _Jump()
        super().__init__(self._jump)

    def time(self) -> float:
        return self._jump.passed


def run(main: Coroutine[Any, Any, T]) -> T:
    """As asyncio.run, in virtual time that begins at 0."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main)


def now() -> float:
    """The running loop's time."""
    return asyncio.get_running_loop().time()


class VirtualClock:
    """The program's clock beside the loop's time."""

    def __init__(self, start: datetime) -> None:
        self._start = start

    def now(self) -> datetime:
        return self._start + timedelta(seconds=now())

    async def planned(self, due: datetime | None) -> None:
        return

    async def run(self, moved: Any) -> None:
        await asyncio.Event().wait()
