"""A way to Telegram without a network: what every stand-in for PTB's request layer needs."""

from __future__ import annotations

from telegram.request import BaseRequest


class Silent(BaseRequest):
    """Nothing to open, nothing to close; ``do_request`` is the stand-in's own."""

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""
