"""Mends the text of a calendar file before it is parsed: what real programs write is often not quite iCalendar.

Each rule answers something that calendars in the wild do; RFC 5545 is meant where a rule of the format is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from zoneinfo import available_timezones

from bot.intake.model import HOSTILE, MB, Unreadable

MOST = 2 * MB
MOST_EVENTS = 200
MOST_ZONES = 20
_LONGEST = 4000  # characters of a line with times
DEEPEST = 6
_PASSED_OVER = ("VALARM", "VTODO", "VJOURNAL", "VFREEBUSY")
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
    lines = list(_nested(_unfolded(text[:MOST].lstrip("\ufeff"))))
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


def _nested(lines: list[str]) -> Iterator[str]:
    """What stands inside a calendar, each part with its end; zones and events beyond the limits are left out."""
    stack: list[str] = []
    events = zones = 0
    skip = 0  # depth from which everything is left out
    for line in lines:
        head = line.upper().rstrip()
        if head.startswith("BEGIN:"):
            name = head[6:].strip()
            if name == "VCALENDAR" and stack:  # the one before it was never closed
                yield from _ends(stack)
            if not stack and name != "VCALENDAR":
                continue
            stack.append(name)
            if len(stack) > DEEPEST:
                raise Unreadable(HOSTILE)
            events, zones = events + (name == "VEVENT"), zones + (name == "VTIMEZONE")
            if not skip and (name in _PASSED_OVER or (name == "VTIMEZONE" and zones > MOST_ZONES)):
                skip = len(stack)
            if events > MOST_EVENTS:
                raise Unreadable(HOSTILE)
        if stack and not skip:
            yield from _closed(stack, head) if head.startswith("END:") else _line(line, head, stack)
        elif head.startswith("END:") and stack and head[4:].strip() == stack[-1]:
            skip = 0 if len(stack) <= skip else skip
            stack.pop()
    yield from _ends(stack if not skip else stack[: skip - 1])


def _ends(stack: list[str]) -> Iterator[str]:
    while stack:
        yield f"END:{stack.pop()}"


def _closed(stack: list[str], head: str) -> Iterator[str]:
    """An end closes what it names, and what was left open inside it; one that closes nothing is dropped."""
    name = head[4:].strip()
    while name in stack:
        last = stack.pop()
        yield f"END:{last}"
        if last == name:
            return


def _line(line: str, head: str, stack: list[str]) -> Iterator[str]:
    if head.startswith("BEGIN:"):
        yield head
    elif "VTIMEZONE" in stack:
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
