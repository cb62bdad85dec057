"""The short answer to "what time?" or "which day?", understood together with what is known already."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.core.when.judge import judge
from bot.core.when.mentions import Clock, Day, Side, Told
from bot.core.when.model import Choice, Reading
from bot.core.when.moments import shift
from bot.core.when.reader import Found, find

_LONE = re.compile(r"^\W*(?:(?:at|around|about|from|it's|its|is|@|say|make it|sorry|ok|oh|um|yes|no)[ ,]+)*(\d{1,2}|[a-z]{3,6})\b(?P<rest>[\s\S]*)$", re.I)
_HALF = re.compile(r"^\W*(?:in the |at |the |this )?(am|pm|a\.m\.?|p\.m\.?|morning|afternoon|evening|night|tonight)\W*$", re.I)
_WEEK = re.compile(r"^\W*(?:on |in |the )*(this|next|today|tomorrow)(?: (?:one|week|\w+day))?\W*$", re.I)


def follow_up(text: str, pending: Reading, now: datetime, tz: str) -> Reading:
    """Reads an answer that completes `pending` (kind "ask"): a clock for its day, a day for its clock, or both anew.

    An answer that says all by itself replaces what was known. Spans are those of the answer.
    """
    picked = _pick(text, pending)
    if picked:
        return picked
    found = find(text, tz)
    if pending.days and not found.clocks and not found.offsets and not found.stamps:
        found = find(_as_clock(text), tz)
    elif pending.clocks and not found.days and not found.clocks:
        found = find(_as_day(text), tz)
    _complete(found, pending)
    read = judge(found, text, now, tz)
    if read.kind == "nothing":
        return replace(pending, spans=())
    own = find(text, tz).board.origin()
    length = read.length or pending.length
    end = read.end or (shift(read.start, length) if read.start and length else None)
    return replace(read, spans=own, length=length, end=end)
