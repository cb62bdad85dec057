"""What is found in a text: clocks, days, zones, lengths and offsets, each with its range on the board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Told:
    """A zone that the text names. Several zones: an abbreviation that is shared; none: "their time".

    offset: minutes east of UTC that an abbreviation says by itself (EST), None for a region (ET).
    """

    start: int
    end: int
    zones: tuple[str, ...]
    offset: int | None = None


@dataclass(frozen=True)
class Side:
    """One clock as written. half: "am", "pm" or ""; exact: 24-hour beyond doubt; why: a reason to ask, or ""."""

    hour: int
    minute: int = 0
    half: str = ""
    exact: bool = False
    why: str = ""


@dataclass(frozen=True)
class Clock:
    """A clock or a range of clocks. bare: only what stands before it made the number a clock."""

    start: int
    end: int
    first: Side
    last: Side | None = None
    told: Told | None = None
    why: str = ""
    bare: bool = False


@dataclass(frozen=True)
class Day:
    """A day as written.

    kind: "date" (pairs of month and day; month 0 means the next such day; year or None), "weekday" (number and
    modifier), "offset" (days from today), "week" (weeks from this one), "week_of" (a date that names its
    week), "rule" (as in ruled.py) or "fixed" (dates, known before).
    why: a reason to ask, or "".
    """

    start: int
    end: int
    kind: str
    pairs: tuple[tuple[int, int], ...] = ()
    year: int | None = None
    number: int = 0
    modifier: str = ""
    why: str = ""
    dates: tuple[date, ...] = ()


@dataclass(frozen=True)
class Span:
    """A told length, an offset from now, or a part of the day (value: "am" or "pm")."""

    start: int
    end: int
    value: timedelta | str
