"""From a date, a clock and a zone to an instant, with a note where summer time plays a trick."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.core.when.mentions import Told
from bot.core.when.zones import offset_zone, zone_info

FAR = timedelta(days=550)  # nobody is invited so long before: more likely a slip in the year


@dataclass(frozen=True)
class Moment:
    """An aware start (and end), the IANA zone that was told (None: the user's) and a note ("" or as in Reading.why)."""

    start: datetime
    end: datetime | None
    zone: str | None
    note: str = ""


def _settle(wall: datetime, zone: str) -> tuple[datetime, str]:
    """A wall time in a zone. One that is skipped is pushed forward; of one that comes twice it is the first."""
    there = wall.replace(tzinfo=zone_info(zone), fold=0)
    back = there.astimezone(UTC).astimezone(zone_info(zone))
    if back.replace(tzinfo=None) != wall:
        return back, "dst_gap"
    twice = there.utcoffset() != there.replace(fold=1).utcoffset()
    return there, "dst_fold" if twice else ""


def _written_offset(wall: datetime, told: Told, zone: str) -> tuple[str, str]:
    """EST while summer time rules is taken as written: the fixed offset, with a note."""
    if told.offset is None or wall.replace(tzinfo=zone_info(zone)).utcoffset() == timedelta(minutes=told.offset):
        return zone, ""
    return offset_zone(told.offset) or zone, "zone_season"


def moment(day: date, clock: tuple[time, time | None], told: Told | None, zone: str) -> Moment:
    """The instant of a day and a clock (or range) in `zone`; told is the mention that named it, or None."""
    wall = datetime.combine(day, clock[0])
    name, season = _written_offset(wall, told, zone) if told else (zone, "")
    start, note = _settle(wall, name)
    end = None
    if clock[1]:
        end = _settle(datetime.combine(day, clock[1]), name)[0]
        end = end if end > start else None
    return Moment(start, end, name if told else None, season or note)


def shift(start: datetime, length: timedelta) -> datetime:
    """A length later in real time, in the same zone."""
    return (start.astimezone(UTC) + length).astimezone(start.tzinfo)
