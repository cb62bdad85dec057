"""An event of a calendar file, as the reader of files hands it over; it is checked here, since files are strangers'."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.when.zones import iana_names

MOST = 200
_ANSWERS = ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH")  # RFC 5546: of somebody who was invited


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event. ``start``: an aware time, a naive one (its zone is not named, or not known), a day, or None.

    ``zone`` is an IANA name, empty where the file names none; ``zone_named``: what it calls a zone that nobody knows.
    ``recurrence`` is the date of a series that this event stands for. ``minutes`` 0: not told. ``dates``: the first
    ones of a series. ``organizer`` is (name, mail address), an attendee too.
    """

    uid: str = ""
    recurrence: date | None = None
    sequence: int = 0
    stamp: datetime | None = None
    method: str = ""
    status: str = ""
    start: date | None = None
    zone: str = ""
    zone_named: str = ""
    minutes: int = 0
    all_day: bool = False
    gap: bool = False
    summary: str = ""
    location: str = ""
    description: str = ""
    conference: str = ""
    organizer: tuple[str, str] = ("", "")
    attendees: tuple[tuple[str, str], ...] = ()
    series: bool = False
    dates: tuple[date, ...] = ()

    @property
    def is_cancelled(self) -> bool:
        return self.method == "CANCEL" or self.status == "CANCELLED"

    @property
    def is_answer(self) -> bool:
        """What somebody answered or proposed: it moves nothing."""
        return self.method in _ANSWERS


def from_plain(rows: Iterable[Any]) -> list[Event]:
    """The events of ``rows`` (see bot.intake.calendars); a row that is none is left out."""
    return [_event(row) for row in list(rows)[:MOST] if isinstance(row, Mapping)]


def as_plain(event: Event) -> dict[str, Any]:
    """The event as JSON can hold it; ``from_plain`` reads it back."""
    return {name: _plain(value) for name, value in dataclasses.asdict(event).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if value is None:
        return ""
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _event(row: Mapping[str, Any]) -> Event:
    def text(name: str, most: int = 500) -> str:
        value = row.get(name, "")
        return value[:most] if isinstance(value, str) else ""

    zone = text("zone", 80)
    zone = zone if zone in iana_names() else ""
    attendees = row.get("attendees")
    return Event(
        uid=text("uid"),
        recurrence=_time(row.get("recurrence"), zone),
        sequence=_number(row.get("sequence")),
        stamp=_instant(row.get("stamp")),
        method=text("method", 20),
        status=text("status", 20),
        start=_time(row.get("start"), zone),
        zone=zone,
        zone_named=text("zone_named", 80),
        minutes=_number(row.get("minutes")),
        all_day=row.get("all_day") is True,
        gap=row.get("gap") is True,
        summary=" ".join(text("summary").split()),
        location=" ".join(text("location").split()),
        description=text("description", 6000),
        conference=text("conference", 1000),
        organizer=_who(row.get("organizer")),
        attendees=tuple(_who(one) for one in attendees) if isinstance(attendees, list) else (),
        series=row.get("series") is True,
        dates=tuple(found for one in _list(row.get("dates")) if (found := _time(one, zone)) is not None),
    )


def _list(value: Any) -> list[Any]:
    return value[:60] if isinstance(value, list) else []


def _who(value: Any) -> tuple[str, str]:
    parts = [part if isinstance(part, str) else "" for part in _list(value)[:2]] + ["", ""]
    return parts[0][:120], parts[1][:200]


def _number(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 2**31 else 0


def _time(value: Any, zone: str) -> date | None:
    """A day, or a time that keeps the wall clock of its zone."""
    if not isinstance(value, str):
        return None
    try:
        if len(value) == 10:
            return date.fromisoformat(value)
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    if not 1990 <= found.year <= 2099:
        return None
    if found.tzinfo is None:
        return found
    if not zone:
        return found.astimezone(UTC)
    there = found.replace(tzinfo=ZoneInfo(zone))  # also a clock that summer time jumps over stays as it was told
    return there if there.utcoffset() == found.utcoffset() else found.astimezone(ZoneInfo(zone))


def _instant(value: Any) -> datetime | None:
    found = _time(value, "")
    return found if isinstance(found, datetime) and found.tzinfo is not None else None
