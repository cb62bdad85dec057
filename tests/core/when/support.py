"""A fixed now and a short way to read with it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.when import Reading, understand

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 12, 8, 9, 40, tzinfo=ZoneInfo(BERLIN))  # a Tuesday


def when(text: str, tz: str = BERLIN, now: datetime = NOW) -> Reading:
    return understand(text, now, tz)


def at(text: str, tz: str = BERLIN) -> datetime:
    """An aware time from "2026-12-10 15:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(tz))


def used(text: str, reading: Reading) -> str:
    """What the reading used of the text, pieces joined by a bar."""
    return "|".join(text[a:b] for a, b in reading.spans)
