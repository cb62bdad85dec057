"""A zone's rules around some days as a VTIMEZONE (RFC 5545, 3.6.5), from the zone database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_YEAR = timedelta(days=370)
_DAY = timedelta(days=1)


def zone_lines(zone: str, first: datetime, last: datetime) -> Iterator[str]:
    """The lines of that IANA zone, good from ``first`` to ``last`` (aware) and a year around them."""
    info, low, high = ZoneInfo(zone), _hour(first) - _YEAR, _hour(last) + _YEAR
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone}"
    yield from _part(low, low.astimezone(info).utcoffset(), info)
    for change in _changes(info, low, high):
        yield from _part(change, (change - timedelta(seconds=1)).astimezone(info).utcoffset(), info)
    yield "END:VTIMEZONE"


def _hour(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def _part(begins: datetime, before: timedelta | None, info: ZoneInfo) -> Iterator[str]:
    """From that instant on; its wall time is told by the clock that was right until then."""
    local, before = begins.astimezone(info), before or timedelta()
    kind = "DAYLIGHT" if local.dst() else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{(begins + before).replace(tzinfo=None):%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_offset(before)}"
    yield f"TZOFFSETTO:{_offset(local.utcoffset() or timedelta())}"
    yield f"TZNAME:{local.tzname()}"
    yield f"END:{kind}"


def _offset(offset: timedelta) -> str:
    minutes = int(offset.total_seconds() // 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


def _changes(info: ZoneInfo, low: datetime, high: datetime) -> Iterator[datetime]:
    """The instants at which the zone's offset changes."""
    while low < high:
        after = low + _DAY
        if low.astimezone(info).utcoffset() != after.astimezone(info).utcoffset():
            yield _change(info, low, after)
        low = after


def _change(info: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The minute between two instants at which the offset changes."""
    old = low.astimezone(info).utcoffset()
    while high - low > timedelta(minutes=1):
        middle = low + timedelta(minutes=int((high - low).total_seconds() // 120))
        low, high = (middle, high) if middle.astimezone(info).utcoffset() == old else (low, middle)
    return high
