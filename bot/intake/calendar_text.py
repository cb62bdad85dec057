"""Mends the text of a calendar file before it is parsed: what real programs write is often not quite iCalendar.

Each rule answers something that calendars in the wild do; RFC 5545 is meant where a rule of the format is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from zoneinfo import available_timezones

from bot.intake.model import HOSTILE, MB, Unreadable

MOST = 2 * MB
MOST_EVENTS = 200
MOST_ZONES = 20
_LONGEST = 4000  # characters of a line with times
DEEPEST = 6
_PASSED_OVER = ("VALARM", "VTODO", "VJOURNAL", "VFREEBUSY")
_OUTER = {"VCALENDAR": 0, "VEVENT": 1, "VTODO": 1, "VJOURNAL": 1, "VFREEBUSY": 1, "VTIMEZONE": 1}  # how deep they stand
_LINE = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}(?=[;:])")
_TIMES = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")
_ONE = r"\d{4}-?\d\d-?\d\d(?:T\d\d:?\d\d(?::?\d\d)?Z?)?"
_TIME = re.compile(rf"([A-Z-]+)(.*):({_ONE}(?:,{_ONE})*)", re.IGNORECASE | re.DOTALL)
_TZID = re.compile(r";TZID=(\"[^\"]*\"|[^;:]*(?:://[^;:]*)?)", re.IGNORECASE)
_OFFSET = re.compile(r"\(?(?:utc|gmt)([+-])0?(\d{1,2})(?::?00)?\)?")
_RENAMED = {  # the zone database keeps the old names too; people know the cities by the new ones
    "Asia/Calcutta": "Asia/Kolkata", "Asia/Katmandu": "Asia/Kathmandu", "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh", "Europe/Kiev": "Europe/Kyiv", "America/Buenos_Aires":
    "America/Argentina/Buenos_Aires", "Asia/Dacca": "Asia/Dhaka", "Asia/Macao": "Asia/Macau",
}  # fmt: skip
_UTC = ("tzone://microsoft/utc", "utc", "gmt", "z", "etc/utc", "etc/gmt")


def mended(text: str) -> str:
    """The calendars of ``text`` as a parser wants them: unfolded, nested right, closed. "" where there is none.

    Raises Unreadable where it asks for more than a calendar may.
    """
    lines = list(_Nest().lines(_unfolded(text[:MOST].lstrip("\ufeff"))))
    return "\r\n".join(lines) + "\r\n" if lines else ""


def _unfolded(text: str) -> list[str]:
    """Continued lines joined; a line that is no property belongs to the one before it."""
    lines: list[str] = []
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if raw[:1] in (" ", "\t") and lines and not _begins(raw.strip()):
            lines[-1] += raw[1:]
        elif _LINE.match(raw.strip()):
            lines.append(raw.lstrip())  # a blank at its end may stand before a fold
        elif raw.strip() and lines:
            lines[-1] += "\\n" + raw.strip() if lines[-1].upper().startswith("DESCRIPTION") else raw.strip()
    return lines


def _begins(line: str) -> bool:
    return line.upper().startswith(("BEGIN:V", "END:V"))


class _Nest:
    """Gives on what stands inside a calendar, each part with its end; parts that are not ours, and zones beyond the
    limit, are left out. ``_skip``: the depth from which nothing is given on, 0 while everything is."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._begun: Counter[str] = Counter()
        self._skip = 0

    def lines(self, lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            head = line.upper().rstrip()
            kind, _, name = head.partition(":")
            if kind == "BEGIN":
                yield from self._begin(name.strip())
            elif kind == "END":
                yield from self._end(name.strip())
            elif self._open and not self._skip:
                yield from _line(line, head, self._open)
        yield from self._close(0)

    def _begin(self, name: str) -> Iterator[str]:
        if not self._open and name != "VCALENDAR":
            return
        if name in _OUTER:  # what is still open there was never closed, and must not swallow this one
            yield from self._close(_OUTER[name])
        self._open.append(name)
        self._begun[name] += 1
        if len(self._open) > DEEPEST or self._begun["VEVENT"] > MOST_EVENTS:
            raise Unreadable(HOSTILE)
        if not self._skip and (name in _PASSED_OVER or (name == "VTIMEZONE" and self._begun[name] > MOST_ZONES)):
            self._skip = len(self._open)
        if not self._skip:
            yield f"BEGIN:{name}"

    def _end(self, name: str) -> Iterator[str]:
        """An end closes what it names, and what was left open inside it; one that closes nothing is dropped."""
        if name in self._open:
            yield from self._close(len(self._open) - 1 - self._open[::-1].index(name))

    def _close(self, depth: int) -> Iterator[str]:
        while len(self._open) > depth:
            seen = not self._skip or len(self._open) < self._skip
            name = self._open.pop()
            if len(self._open) < self._skip:
                self._skip = 0
            if seen:
                yield f"END:{name}"


def _line(line: str, head: str, stack: list[str]) -> Iterator[str]:
    if "VTIMEZONE" in stack:
        # rules of a zone that fire more often than once a year never end to be counted
        if not head.startswith("RRULE") or "FREQ=YEARLY" in head:
            yield line
    elif head.startswith(_TIMES):
        yield _time(line.rstrip())
    elif not head.startswith("DURATION") or re.fullmatch(r"DURATION[^:]*:[+-]?P[0-9DTHMSW]{1,20}", head):
        yield line


def _time(line: str) -> str:
    """A time with its zone's name as the zone database spells it; an instant in UTC has no other zone."""
    found = _TIME.fullmatch(line) if len(line) < _LONGEST else None
    if found is None:
        return line
    name, params, value = found[1].upper(), found[2], found[3].upper().replace("-", "").replace(":", "")
    value = re.sub(r"(T\d{4})(?!\d)", r"\g<1>00", value)
    zone = _TZID.search(params)
    rest, named = str(_TZID.sub("", params)), zone[1].strip('"') if zone else ""
    if named.lower() in _UTC and "T" in value:
        value = ",".join(part.rstrip("Z") + "Z" for part in value.split(","))
    if zone is None or value.endswith("Z"):
        return f"{name}{rest}:{value}"
    return f'{name}{rest};TZID="{zone_name(named)}":{value}'


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


def zone_name(name: str) -> str:
    """The IANA name for one in any case, with a program's own prefix, or of Windows; else ``name`` as it is."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    plain = name.strip().strip("/").lower()
    parts = plain.split("/")
    for start in range(len(parts)):
        found = _zones().get("/".join(parts[start:]))
        if found and (start == 0 or "/" in found):
            return _RENAMED.get(found, found)
    offset = _OFFSET.fullmatch(plain)
    if offset and int(offset[2]) <= 12:
        return f"Etc/GMT{'-' if offset[1] == '+' else '+'}{offset[2]}"
    windows = {key.lower(): value for key, value in WINDOWS_TO_OLSON.items()}
    found = windows.get(plain) or name
    return _RENAMED.get(found, found)


def is_zone(name: str) -> bool:
    """Whether the zone database has a zone of that very name."""
    return _zones().get(name.lower()) == name
