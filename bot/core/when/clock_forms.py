"""What a clock as written can mean: 24-hour times, by am and pm, the part of the day and the hour itself."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.core.when.mentions import Clock, Side

Slot = tuple[time, time | None]
_LONGEST = timedelta(hours=10)
_PARTS = {"morning": range(5, 12), "afternoon": range(12, 19), "evening": range(16, 24), "night": range(18, 24)}


def _at(hour: int, minute: int) -> time | None:
    return time(hour, minute) if 0 <= hour <= 23 and 0 <= minute <= 59 else None


def _of_half(side: Side) -> time | None:
    """3pm, 12am and the harmless 15:00 pm; None for 13am."""
    if side.hour > 12 or side.hour == 0:
        fits = side.hour >= 12 if side.half == "pm" else side.hour == 0
        return _at(side.hour, side.minute) if fits else None
    return _at(side.hour % 12 + (12 if side.half == "pm" else 0), side.minute)


def possible(side: Side) -> tuple[time, ...]:
    """All times of the day that the written clock can stand for."""
    if side.half:
        found = [_of_half(side)]
    elif side.exact or side.hour > 12 or side.hour == 0:
        found = [_at(side.hour, side.minute)]
    else:
        found = [_at(side.hour % 12 + 12, side.minute), _at(side.hour % 12, side.minute)]
    return tuple(value for value in found if value)


def _in_part(value: time, part: str) -> bool:
    return value.hour in _PARTS[part]


def usual(side: Side, part: str = "") -> tuple[time, ...]:
    """The times meant: one when it is clear, two for a bare 7 or 8 and for "half 3", none if it cannot be.

    A bare hour from 1 to 6 is in the afternoon, from 9 to 11 in the morning, 12 is noon; a part of the day decides.
    """
    if side.why == "half_hour":
        return tuple(value for hour in (side.hour, side.hour - 1) for value in usual(Side(hour or 12, 30), part)[:1])
    found = possible(side)
    if part:
        return tuple(value for value in found if _in_part(value, part) or (side.half and _wide(value, part)))
    if len(found) < 2:
        return found
    hour = side.hour % 12
    if hour in (7, 8):
        return tuple(sorted(found))
    late = hour <= 6  # 12 counts as 0: noon
    return tuple(value for value in found if (value.hour >= 12) == late)


def _wide(value: time, part: str) -> bool:
    """With am or pm written, "3am in the morning" and "1am at night" are fine, too."""
    return value.hour < 12 if part == "morning" else value.hour >= 12 or (part == "night" and value.hour < 6)


def _length(first: time, last: time) -> timedelta:
    day = date(2000, 1, 1)
    return datetime.combine(day, last) - datetime.combine(day, first)


def _fits(first: time, last: time) -> bool:
    return timedelta(0) < _length(first, last) <= _LONGEST


def range_slots(first: Side, last: Side, part: str = "") -> tuple[Slot, ...]:
    """Start and end of a range. The start takes the end's am or pm unless that would put it after the end."""
    starts, ends = possible(first), possible(last)
    slots = [(a, b) for a in starts for b in ends if _fits(a, b) and (not part or _in_part(a, part))]
    if len(starts) < 2 or part:
        return tuple(sorted(slots)[:1]) if len(starts) < 2 else tuple(slots)
    if last.half:
        same = [slot for slot in slots if (slot[0].hour >= 12) == (last.half == "pm")]
        return tuple(same or slots)
    likely = set(usual(first))
    return tuple(slot for slot in sorted(slots) if slot[0] in likely)


def slots(clock: Clock, part: str = "") -> tuple[Slot, ...]:
    """The readings of a clock or range, earliest first; empty when it is impossible or against the part of the day."""
    if clock.last is None:
        return tuple((value, None) for value in usual(clock.first, part))
    found: dict[time, time | None] = {}
    for start, end in range_slots(clock.first, clock.last, part):
        if start not in found:
            found[start] = end
    return tuple(found.items())
