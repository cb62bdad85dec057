"""What wakes requests that wait for something to happen."""

from __future__ import annotations

import asyncio


class Bell:
    """Rung once, it lets everybody go on who waits; whoever comes later waits for the next time."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Lets every waiting request answer now."""
        self._rung.set()
        self._rung = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        """Returns when it is rung, or after `seconds`."""
        rung = self._rung
        try:
            async with asyncio.timeout(seconds):
                await rung.wait()
        except TimeoutError:
            return
