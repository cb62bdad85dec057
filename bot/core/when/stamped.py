"""Readings of machine forms: iCalendar texts and ISO date-times."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from bot.core.when import guard
from bot.core.when.calendar_days import resolve
from bot.core.when.clock_forms import slots
from bot.core.when.machine import Calendar, Stamp
from bot.core.when.mentions import Told
from bot.core.when.model import MAX_CHOICES, Choice, Reading
from bot.core.when.moments import FAR, Moment, moment, shift
from bot.core.when.reader import Found
from bot.core.when.zones import zone_info

_END = re.compile(r"end|until|to\b|finish|-|/|till", re.I)
_LONGEST = timedelta(hours=12)


def _moment(stamp: Stamp, tz: str) -> Moment:
    told = Told(stamp.start, stamp.end, (stamp.zone,)) if stamp.zone else None
    return moment(stamp.wall.date(), (stamp.wall.time(), None), told, stamp.zone or tz)


def _reading(one: Moment, end: datetime | None, now: datetime, spans: tuple[tuple[int, int], ...], why: str) -> Reading:
    why = "past" if one.start <= now else why or ("far" if one.start - now > FAR else "")
    length = end.astimezone(UTC) - one.start.astimezone(UTC) if end and end > one.start else None
    end = end if length else None
    day, clock = one.start.date(), one.start.time()
    if why:
        choices = (Choice(one.start, end, one.zone),) if why != "past" else ()
        return Reading("ask", choices=choices, zone=one.zone, why=why, day=day, clock=clock, spans=spans, length=length)
    return Reading("instant", one.start, end, one.zone, why=one.note, day=day, clock=clock, spans=spans, length=length)


def from_calendar(found: Calendar, now: datetime, tz: str) -> Reading:
    """The event of an iCalendar text; several events that start at different times are options."""
    spans = tuple((stamp.start, stamp.end) for stamp in (*found.starts, *([found.end] if found.end else [])))
    first = found.starts[0]
    if not first.has_clock:
        return Reading("ask", why="no_clock", day=first.wall.date(), days=(first.wall.date(),), spans=spans)
    starts = list({m.start.astimezone(UTC): m for m in (_moment(s, tz) for s in found.starts if s.has_clock)}.values())
    if len(starts) > 1:
        choices = tuple(Choice(m.start, None, m.zone) for m in starts if m.start > now)[:MAX_CHOICES]
        return Reading("ask", choices=choices, why="two_options", spans=spans)
    end = _moment(found.end, tz).start if found.end and found.end.has_clock else None
    if end is None and found.length:
        end = shift(starts[0].start, found.length)
    return _reading(starts[0], end, now, spans, "zone_unknown" if found.strange_zone else "")


def from_iso(found: Found, text: str, now: datetime, tz: str) -> Reading:
    """ISO date-times in a text: one, or a start and an end; days and clocks beside it must say the same."""
    own = next(iter(found.told), None)
    zone = own.zones[0] if own and own.zones else tz
    stamps = [s if s.zone or not own else Stamp(s.start, s.end, s.wall, zone) for s in found.stamps[:20]]
    moments = [_moment(stamp, tz) for stamp in stamps]
    first, spans = moments[0], found.board.origin()
    instants = {one.start.astimezone(UTC): one for one in moments}
    end = None
    if len(instants) == 2 and _is_end(found, moments[-1].start - first.start):
        end = moments[-1].start
    elif len(instants) > 1:
        choices = tuple(Choice(m.start, None, m.zone) for m in instants.values() if m.start > now)[:MAX_CHOICES]
        return Reading("ask", choices=choices, why="two_options", spans=spans)
    if (
        end is None
        and len({span.value for span in found.lengths}) == 1
        and isinstance(found.lengths[0].value, timedelta)
    ):
        end = shift(first.start, found.lengths[0].value)
    return _reading(first, end, now, spans, _beside(found, stamps[0], now, tz))


def _is_end(found: Found, length: timedelta) -> bool:
    between = found.board.text[found.stamps[0].end : found.stamps[-1].start]
    return timedelta(0) < length <= _LONGEST and len(between) < 80 and bool(_END.search(between))


def _beside(found: Found, stamp: Stamp, now: datetime, tz: str) -> str:
    """Why the words beside an ISO date-time are in its way; "" if they say the same or nothing."""
    today = now.astimezone(zone_info(tz)).date()
    if found.days and stamp.wall.date() not in resolve(found.days, today).dates:
        return "two_options"
    if any(stamp.wall.time() not in [slot[0] for slot in slots(clock)] for clock in found.clocks) or found.offsets:
        return "two_options"
    if any(not told.zones for told in found.told):
        return "zone_unknown"
    return "unread_rest" if guard.residue(found.board) else ""
