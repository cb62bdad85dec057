"""Reads when an interview is: text + now + zone -> one instant, a question with choices, or nothing.

English, and from other languages no more than the words for a day or a month. To ask is the default: an instant is
given only when all that the text says about time was understood and it leaves one reading. Patterns are anchored and
bounded (linear time); only the first LIMIT characters are read.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from bot.core.when.board import LIMIT
from bot.core.when.echo import echo
from bot.core.when.follow import follow_up
from bot.core.when.judge import judge
from bot.core.when.machine import calendar
from bot.core.when.model import Choice, Reading
from bot.core.when.reader import find
from bot.core.when.stamped import from_calendar, from_iso
from bot.core.when.zones import zone_choices, zone_of

__all__ = ["LIMIT", "Choice", "Reading", "echo", "follow_up", "read", "understand", "zone_choices", "zone_of"]


@lru_cache(maxsize=8)  # several parts of one turn ask about the same message
def understand(text: str, now: datetime, tz: str) -> Reading:
    """What `text` says about the time of an interview. now: aware; tz: the user's IANA zone. Never raises on text."""
    events = calendar(text)
    if events:
        return from_calendar(events, now, tz)
    found = find(text, tz)
    return from_iso(found, text, now, tz) if found.stamps else judge(found, now, tz)


def read(text: str, now: str, tz: str) -> str | None:
    """As `understand`, in strings: an ISO 8601 instant with offset, "ambiguous" (ask), or None (no time in it).

    now: ISO 8601 with offset.
    """
    reading = understand(text, datetime.fromisoformat(now), tz)
    if reading.start is not None and reading.kind == "instant":
        return reading.start.isoformat(timespec="minutes")
    return "ambiguous" if reading.kind == "ask" else None
