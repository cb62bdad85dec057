"""The short answer to "what time?" or "which day?", understood together with what is known already."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time

from bot.core.when.judge import judge
from bot.core.when.mentions import Clock, Day, Side, Told
from bot.core.when.model import Reading
from bot.core.when.moments import shift
from bot.core.when.reader import Found, find
from bot.core.when.vocabulary import HOUR_WORD
from bot.core.when.zones import known, zone_of

_CLOCK_LIKE = re.compile(
    r"^\W*(?:(?:at|about|from|it's|its|is|say|make it|sorry|ok|oh|um|yes|no|just)\b[ ,]*)*(?=\d{1,4}\b|"
    rf"{HOUR_WORD}\b)",
    re.I,
)
_DAY_LIKE = re.compile(r"^\W*(?:on |the )*(\d{1,2})(?:([./])(\d{1,2})\.?)?\W*$", re.I)
_HALF = re.compile(
    r"^\W*(?:in the |at |the |this |it's |its )*(?P<h>am|pm|a\.m|p\.m|morning|afternoon|evening|night|"
    r"tonight)\W*(?:please|thanks)?\W*$",
    re.I,
)
_YES = re.compile(r"^\W*(?:yes|yep|yeah|yup|ok|okay|correct|right|exactly|that's right|si|sure)\W*$", re.I)
_MINE = re.compile(r"\b(?:mine|my|own|same|here)\b", re.I)


def _prefix(text: str, pending: Reading) -> str:
    """What to put before a lone number, so that it reads as the clock or the day that was asked for."""
    if pending.days:
        return "at " if _CLOCK_LIKE.match(text) else ""
    match = _DAY_LIKE.match(text)
    return "on the " if match and not match[2] and pending.clocks else ""


def _read(text: str, pending: Reading, tz: str) -> tuple[Found, int]:
    """The finds of the answer, and by how much their offsets are moved by the added words."""
    lone = _DAY_LIKE.match(text)
    if lone and lone[2] and pending.clocks and not pending.days:
        return find(f"{lone[1]}{lone[2]}{lone[3]}{'.' if lone[2] == '.' else ''} ,", tz), 0
    found = find(text, tz)
    prefix = _prefix(text, pending)
    if prefix and not found.offsets and not found.stamps and not (found.clocks if pending.days else found.days):
        lead = _CLOCK_LIKE.match(text) if prefix == "at " else None
        rest = text[lead.end() :] if lead else text.lstrip("onthe ONTHE.,")
        return find(prefix + rest, tz), len(text) - len(rest) - len(prefix)
    return found, 0


def _halved(clocks: tuple[time, ...], text: str) -> tuple[time, ...]:
    """The candidates that "pm" or "in the morning" leaves."""
    match = _HALF.match(text)
    if not match:
        return clocks
    early = (match["h"].lower()[0] == "a" and match["h"].lower() != "afternoon") or match["h"].lower() == "morning"
    return tuple(value for value in clocks if (value.hour < 12) == early)


def _sides(clocks: tuple[time, ...]) -> list[Side]:
    """7:00 and 19:00 are one clock of which the half of the day is open."""
    if len(clocks) == 2 and abs(clocks[0].hour - clocks[1].hour) == 12:
        return [Side(clocks[0].hour % 12 or 12, clocks[0].minute)]
    return [Side(value.hour, value.minute, exact=True) for value in clocks]


def _complete(found: Found, pending: Reading, text: str, tz: str) -> None:
    """Puts what is known beside what the answer says, where the answer is silent."""
    if pending.days and all(day.kind == "week" for day in found.days):
        found.days.append(Day(0, 0, "fixed", dates=pending.days))
    half = _HALF.match(text)
    if not found.clocks and pending.clocks and (found.days or half):
        values = _halved(pending.clocks, text)
        found.clocks = [Clock(0, 0, side) for side in _sides(values)]
        found.parts = [] if half else found.parts
    if pending.zone and not found.told and all(clock.told is None for clock in found.clocks):
        found.told.append(Told(0, 0, (pending.zone,)))


def _zone_answer(text: str, pending: Reading, now: datetime, tz: str) -> Reading | None:
    """The answer to "in whose time?": a place, a zone, or "mine"."""
    if not pending.why.startswith("zone") or pending.day is None or pending.clock is None:
        return None
    zone = tz if _MINE.search(text) else known(text) or zone_of(text)
    if zone is None:
        return None
    found = find("", tz)
    _complete(found, replace(pending, zone=zone), "pm" if pending.clock.hour >= 12 else "am", tz)
    return judge(found, now, tz)


def _picked(text: str, pending: Reading) -> Reading | None:
    """ "yes" to a single choice."""
    if len(pending.choices) != 1 or not _YES.match(text):
        return None
    one = pending.choices[0]
    return Reading("instant", one.start, one.end, one.zone, day=one.start.date(), clock=one.start.time(),
                   length=one.end - one.start if one.end else None)  # fmt: skip


def follow_up(text: str, pending: Reading, now: datetime, tz: str) -> Reading:
    """Reads an answer that completes `pending` (kind "ask"): a clock for its day, a day for its clock, or both anew.

    An answer that says all by itself replaces what was known; one that says nothing gives `pending` back.
    Spans are ranges of the answer. now: aware; tz: the user's IANA zone.
    """
    settled = _picked(text, pending) or _zone_answer(text, pending, now, tz)
    if settled:
        return _lasting(settled, pending)
    found, moved = _read(text, pending, tz)
    if not found.clocks and not found.days and not found.offsets and not found.stamps and not _HALF.match(text):
        return replace(pending, spans=())
    _complete(found, pending, text, tz)
    read = judge(found, now, tz)
    if read.kind == "nothing":
        return replace(pending, spans=())
    spans = tuple((max(0, a + moved), min(len(text), b + moved)) for a, b in read.spans if b + moved > 0)
    return _lasting(replace(read, spans=spans), pending)


def _lasting(read: Reading, pending: Reading) -> Reading:
    """Keeps a length told before."""
    if read.length or not pending.length:
        return read
    end = shift(read.start, pending.length) if read.start else None
    return replace(read, end=end, length=pending.length)
