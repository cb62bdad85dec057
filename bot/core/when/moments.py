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


_HALF_YEAR = timedelta(days=182)


def _offset(wall: datetime, zone: str) -> timedelta | None:
    return wall.replace(tzinfo=zone_info(zone)).utcoffset()


def _settle(wall: datetime, zone: str) -> tuple[datetime, str]:
    """A wall time in a zone. One that is skipped is pushed forward; of one that comes twice it is the first."""
    there = wall.replace(tzinfo=zone_info(zone), fold=0)
    back = there.astimezone(UTC).astimezone(zone_info(zone))
    if back.replace(tzinfo=None) != wall:
        return back, "dst_gap"
    twice = there.utcoffset() != there.replace(fold=1).utcoffset()
    return there, "dst_fold" if twice else ""


def _in_season(wall: datetime, told: Told, zone: str, tz: str) -> tuple[tuple[str, str], ...]:
    """Which zones an abbreviation can mean, each with a note. EST while summer time rules is loose talk for the clocks
    of the place, or the fixed offset: who lives there means his own clocks, for others it is both."""
    said = None if told.offset is None else timedelta(minutes=told.offset)
    if said is None or _offset(wall, zone) == said:
        return ((zone, ""),)
    written = (offset_zone(told.offset or 0) or zone, "zone_season")
    if _offset(wall, tz) == said:  # Phoenix has MST all year
        return (written,)
    if all(_offset(day, tz) == _offset(day, zone) for day in (wall, wall + _HALF_YEAR)):
        return ((zone, "zone_season"),)
    return written, (zone, "zone_season")


def moments(day: date, clock: tuple[time, time | None], told: Told | None, zone: str, tz: str) -> tuple[Moment, ...]:
    """As `moment`; both readings of an abbreviation that is out of season. tz: the user's zone."""
    names = _in_season(datetime.combine(day, clock[0]), told, zone, tz) if told else ((zone, ""),)
    return tuple(moment(day, clock, told, name, season) for name, season in names)


def moment(day: date, clock: tuple[time, time | None], told: Told | None, zone: str, season: str = "") -> Moment:
    """The instant of a day and a clock (or range) in `zone`; told is the mention that named it, or None."""
    wall = datetime.combine(day, clock[0])
    name = zone
    start, note = _settle(wall, name)
    end = None
    if clock[1]:
        end = _settle(datetime.combine(day, clock[1]), name)[0]
        end = end if end > start else None
    return Moment(start, end, name if told else None, season or note)


def shift(start: datetime, length: timedelta) -> datetime:
    """A length later in real time, in the same zone."""
    return (start.astimezone(UTC) + length).astimezone(start.tzinfo)
