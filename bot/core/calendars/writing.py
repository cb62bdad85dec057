"""Events as iCalendar text, by RFC 5545 (the format) and RFC 5546 (what a method asks for)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.calendars.zones import zone_lines

_OCTETS = 75  # of a line, without its end; RFC 5545, 3.1
# Both methods ask for an organiser (RFC 5546, 3.2.1 and 3.2.5). Nobody is reached there: RFC 2606, .invalid
_ORGANIZER = "ORGANIZER;CN=Two-Way Street:mailto:nobody@two-way-street.invalid"
_UTC = ("UTC", "Etc/UTC", "Etc/GMT", "GMT", "Zulu", "UCT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One event to be written. ``start`` is aware, with a ZoneInfo; ``busy``: nobody should be booked over it."""

    uid: str
    start: datetime
    minutes: int
    title: str
    body: str = ""
    place: str = ""
    link: str = ""
    sequence: int = 0
    busy: bool = True


def calendar(items: Sequence[Item], stamp: datetime, *, cancelled: bool = False) -> bytes:
    """The file: PUBLISH for events to take in, CANCEL for those to take out. ``stamp``: when it is made (aware)."""
    rows = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Two-Way Street//Interviews//EN",
        "CALSCALE:GREGORIAN",
        f"METHOD:{'CANCEL' if cancelled else 'PUBLISH'}",
        *_zones(items),
        *(line for item in items for line in _event(item, stamp, cancelled)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(row)}\r\n" for row in rows).encode()


def _zones(items: Iterable[Item]) -> Iterator[str]:
    spans: dict[str, list[datetime]] = {}
    for item in items:
        if _zone(item.start):
            spans.setdefault(_zone(item.start), []).append(item.start)
    for zone, moments in sorted(spans.items()):
        yield from zone_lines(zone, min(moments), max(moments) + timedelta(days=1))


def _event(item: Item, stamp: datetime, cancelled: bool) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(item.uid)}"
    yield f"DTSTAMP:{_in_utc(stamp)}"
    yield f"SEQUENCE:{item.sequence}"
    yield _ORGANIZER
    yield f"DTSTART{_time(item.start)}"
    yield f"DURATION:PT{item.minutes}M"
    yield f"SUMMARY:{escaped(item.title)}"
    if item.body:
        yield f"DESCRIPTION:{escaped(item.body)}"
    if item.place:
        yield f"LOCATION:{escaped(item.place)}"
    if item.link:
        yield f"URL:{_uri(item.link)}"
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}"
    yield f"TRANSP:{'OPAQUE' if item.busy else 'TRANSPARENT'}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _zone(moment: datetime) -> str:
    """The zone to tell the time in; "" where only UTC says it without doubt: a time that comes twice, or never."""
    zone = getattr(moment.tzinfo, "key", "")
    if not zone or zone in _UTC:
        return ""
    first = moment.replace(fold=0, tzinfo=ZoneInfo(zone))
    there = first.astimezone(UTC).astimezone(ZoneInfo(zone))
    plain = there.replace(tzinfo=None, fold=0) == moment.replace(tzinfo=None, fold=0)
    return zone if plain and first.utcoffset() == moment.utcoffset() else ""


def _time(moment: datetime) -> str:
    zone = _zone(moment)
    return f";TZID={zone}:{moment:%Y%m%dT%H%M%S}" if zone else f":{_in_utc(moment)}"


def _in_utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """A text value: RFC 5545, 3.3.11; other control signs have no place in it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(sign for sign in text.replace("\n", "\\n") if sign >= " " and sign != "\x7f")


def _uri(link: str) -> str:
    return "".join(sign for sign in link if sign > " " and sign not in '"<>\\^`{|}\x7f')


def folded(row: str) -> str:
    """The row in pieces of at most 75 octets; no letter is cut in two."""
    pieces, piece, size = [], "", 0
    for sign in row:
        octets = len(sign.encode())
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    return "\r\n".join([*pieces, piece])
