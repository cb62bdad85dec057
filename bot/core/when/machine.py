"""Machine forms: iCalendar's DTSTART (RFC 5545) and ISO 8601 instants. They are read before anything else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from bot.core.when.board import CLOCK, LIMIT, Board
from bot.core.when.zone_table import NAMES
from bot.core.when.zones import known, offset_zone, told_offset

YEARS = range(1990, 2100)  # others are slips, and the last of all years has no day after it
_LINE = re.compile(
    r"(?:^|(?<=[\s>]))(DTSTART|DTEND)((?:;[A-Z-]{2,20}=[^:;\r\n]{1,80}){0,4}):(\d{8})(?:T(\d{4})(\d\d)?(Z)?)?", re.M
)
_DURATION = re.compile(r"(?:^|(?<=\s))DURATION:P(?:T(?:(\d{1,2})H)?(?:(\d{1,3})M)?(?:\d{1,2}S)?)\b")
_EVENT = re.compile(r"BEGIN:VEVENT")
_ISO = re.compile(
    r"(?<![\d/-])(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)? ?(Z\b|[+-]\d\d(?::?\d\d)?(?![\d:]))?"
    r"|\b(\d{8})T(\d{4})(?:\d\d)?(Z)?\b"
)


@dataclass(frozen=True)
class Stamp:
    """An exact local time: wall is naive; zone is an IANA name or None for the user's; has_clock False for a date."""

    start: int
    end: int
    wall: datetime
    zone: str | None
    has_clock: bool = True


def _tzid(parameters: str) -> str | None:
    match = re.search(r"TZID=\"?([^;:\"]+)", parameters)
    name = match[1].strip() if match else ""
    plain = re.sub(r" (?:Standard|Daylight|Summer) Time$", "", name).lower()
    return NAMES.get(plain) or known(name.rsplit("/", 1)[-1]) or known(name)


def _stamp(match: re.Match[str]) -> Stamp | None:
    digits = match[3] + (match[4] or "0000")
    try:
        wall = datetime.fromisoformat(f"{digits[:8]}T{digits[8:]}")
    except ValueError:
        return None
    if wall.year not in YEARS:
        return None
    zone = "Etc/UTC" if match[6] else _tzid(match[2])
    return Stamp(match.start(), match.end(), wall, zone, match[4] is not None)


@dataclass(frozen=True)
class Calendar:
    """The events of an iCalendar text: starts, the end of the first one, and whether a zone is not understood."""

    starts: tuple[Stamp, ...]
    end: Stamp | None
    length: timedelta | None
    strange_zone: bool


def calendar(text: str) -> Calendar | None:
    """Reads DTSTART and DTEND of the original text; None if it has none. Zone definitions are passed over."""
    text = text[:LIMIT]
    if "DTSTART" not in text:
        return None
    event = _EVENT.search(text)
    begin = event.start() if event else 0
    found = [(m[1], m[2], _stamp(m)) for m in islice(_LINE.finditer(text, begin), 40)]
    starts = tuple(stamp for kind, _, stamp in found if kind == "DTSTART" and stamp)
    if not starts:
        return None
    strange = any("TZID=" in extra and stamp and stamp.zone is None for _, extra, stamp in found)
    lasting = _DURATION.search(text, begin)
    length = timedelta(hours=int(lasting[1] or 0), minutes=int(lasting[2] or 0)) if lasting else None
    return Calendar(starts, next((s for kind, _, s in found if kind == "DTEND" and s), None), length, strange)


def _pieces(match: re.Match[str]) -> tuple[str, str]:
    """Date and clock in the extended form, also of the compact 20261203T140000."""
    if match[1]:
        return match[1], match[2]
    day, clock = match[4], match[5]
    return f"{day[:4]}-{day[4:6]}-{day[6:]}", f"{clock[:2]}:{clock[2:4]}"


def iso_stamps(board: Board) -> list[Stamp]:
    """ISO date-times, with or without an offset; they are taken from the board."""
    found = []
    for match in board.find(_ISO):
        day, clock = _pieces(match)
        suffix = match[3] or match[6]
        if not suffix and " " in match.group():
            continue  # a plain date and clock, perhaps a range: for the finders
        try:
            wall = datetime.fromisoformat(f"{day}T{clock}")
        except ValueError:
            continue
        if wall.year not in YEARS:
            continue
        minutes = 0 if suffix == "Z" else told_offset(suffix) if suffix else None
        zone = offset_zone(minutes) if minutes is not None else None
        if minutes is not None and zone is None:  # an offset without a fixed zone: in UTC it is the same instant
            wall, zone = wall - timedelta(minutes=minutes), "Etc/UTC"
        found.append(Stamp(*match.span(), wall, zone))
    for stamp in found:
        board.take(stamp.start, stamp.end, CLOCK)
    return found
