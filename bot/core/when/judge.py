"""Weighs what was found: one instant if it is beyond doubt, otherwise the question to ask and its choices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.core.when import guard
from bot.core.when.board import CLOCK, DAY, HABIT, NOISE
from bot.core.when.calendar_days import Days, resolve
from bot.core.when.clock_forms import Slot, slots, usual
from bot.core.when.doubts import doubt
from bot.core.when.mentions import Clock, Day, Told
from bot.core.when.model import MAX_CHOICES, NOTHING, Choice, Reading
from bot.core.when.moments import FAR, Moment, moment, moments, shift
from bot.core.when.reader import Found
from bot.core.when.zone_table import BY_IS_AT
from bot.core.when.zones import fold, place_zones, zone_info

_FILLER = re.compile(
    rf"(?:[^\w{HABIT}{NOISE}]|\b(?:interview|call|meeting|starts?|starting|is|it's|its|it|at|the|my|"
    r"sharp|zoom|phone|video|please)\b)*$",
    re.I,
)
_NAME = r"(?P<c>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})"
_PLACES = (
    re.compile(rf"\bin (?:the )?{_NAME}"),
    re.compile(rf"\bat (?:the|their|our|your) {_NAME} (?:office|branch|plant|site|hub)\b"),
    re.compile(rf"(?<=[{DAY}{CLOCK}]), ?{_NAME}(?=\W*$)"),
)


_WORKING_DAY = timedelta(hours=6)  # so long is a shift, unless the words say otherwise
_ALL_DAY = re.compile(
    r"\b(?:assessment|trial|taster|day|centre|center|workshop|course|onsite|on-site|hackathon)\b", re.I
)


@dataclass(frozen=True)
class Unit:
    """One clock with the days it may be on."""

    clock: Clock
    slots: tuple[Slot, ...]
    days: Days
    moments: tuple[Moment, ...]
    why: str


def _part(found: Found) -> str:
    words = {str(part.value) for part in found.parts}
    tonight = any(day.modifier == "tonight" for day in found.days)
    if len(words) == 1:
        return words.pop()
    return "evening" if tonight and not words else ""


def _zones(clock: Clock | None, found: Found, tz: str) -> tuple[tuple[Told | None, str], ...]:
    """The zones in question; none when the text names one that is not known ("their time")."""
    told = clock.told if clock and clock.told else None
    if told is None and found.told:
        every = dict.fromkeys(zone for one in found.told for zone in one.zones)
        if any(not one.zones for one in found.told):
            return ()
        if len(every) > 1:
            return tuple((next(one for one in found.told if zone in one.zones), zone) for zone in every)
        told = found.told[0]
    return tuple((told, zone) for zone in told.zones) if told else ((None, tz),)


def _days_for(mentions: Sequence[Day], now: datetime, zone: str, tz: str) -> Days:
    """The days as seen from the user's today and from that of the zone; if they differ, both."""
    here, there = now.astimezone(zone_info(tz)), now.astimezone(zone_info(zone)).date()
    found = resolve(mentions, here.date())
    if here.hour < 4 and any(m.modifier == "tomorrow" for m in mentions) and len(found.dates) == 1:
        return Days((found.dates[0] - timedelta(days=1), found.dates[0]), "after_midnight")
    if there == here.date() or all(m.kind == "date" for m in mentions):
        return found
    other = resolve(mentions, there)
    if other.dates == found.dates or other.why or found.why:
        return found
    return Days(tuple(dict.fromkeys(found.dates + other.dates)), "whose_day")


def _unit(clock: Clock, mentions: Sequence[Day], found: Found, now: datetime, tz: str) -> Unit:
    readings = slots(clock, _part(found))
    zones = _zones(clock, found, tz) or ((None, tz),)
    days = _days_for(mentions, now, zones[0][1], tz) if mentions else _soon(now, zones[0][1])
    every = [
        one
        for day in days.dates for told, zone in zones for slot in readings
        for one in moments(day, slot, told, zone, tz)
    ]  # fmt: skip
    ahead = [one for one in every if one.start > now]
    return Unit(clock, readings, days, _distinct(ahead), _unit_why(clock, readings, days, every, ahead, found, now, tz))


def _soon(now: datetime, zone: str) -> Days:
    today = now.astimezone(zone_info(zone)).date()
    return Days((today, today + timedelta(days=1)), "no_day")


def _distinct(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    found: dict[datetime, Moment] = {}
    for one in moments:
        found.setdefault(one.start.astimezone(UTC), one)
    return tuple(found.values())


def _unit_why(clock: Clock, readings: Sequence[Slot], days: Days, every: list[Moment], ahead: list[Moment],
              found: Found, now: datetime, tz: str) -> str:  # fmt: skip
    if not readings or not days.dates:
        return days.why if readings else "part_clash" if usual(clock.first) else "impossible_clock"
    if days.why in ("no_day", "weekday_clash", "impossible_date", "two_options", "whose_day", "after_midnight"):
        return days.why
    if not ahead:
        return "past"
    if len(_distinct(ahead)) > 1 and len({one.start.replace(tzinfo=None) for one in ahead}) == 1:
        return "zone_unknown" if len(_zones(clock, found, tz)) < 2 else _many_why(clock, readings, days, found, tz)
    if len(_distinct(ahead)) > 1:
        return _many_why(clock, readings, days, found, tz)
    morning_gone = len(readings) > 1 and len(every) > len(ahead) and now.astimezone(zone_info(tz)).hour < 12
    return "bare_hour" if morning_gone else clock.why


def _many_why(clock: Clock, readings: Sequence[Slot], days: Days, found: Found, tz: str) -> str:
    zones = _zones(clock, found, tz)
    if len(zones) > 1:
        return "zone_unknown" if clock.told or len(found.told) == 1 else "zone_clash"
    if len(readings) > 1:
        return "half_hour" if clock.first.why == "half_hour" else "bare_hour"
    return days.why or "two_options"


def _units(found: Found, now: datetime, tz: str) -> list[Unit]:
    """Each clock with all days, or, when the days differ, with those beside it."""
    together = [_unit(clock, found.days, found, now, tz) for clock in found.clocks]
    if len(together) < 2 or all(not unit.why for unit in together):
        return together
    beside = [_unit(clock, _beside(found, i), found, now, tz) for i, clock in enumerate(found.clocks)]
    return beside if together[0].days.why == "two_options" else together


def _beside(found: Found, i: int) -> list[Day]:
    """The days between this clock and the one before it, else those up to the next one, else the last ones named."""
    clocks = found.clocks
    low = clocks[i - 1].end if i else 0
    high = clocks[i + 1].start if i + 1 < len(clocks) else 10**9
    before = [day for day in found.days if low <= day.start < clocks[i].start]
    after = [day for day in found.days if clocks[i].end <= day.start < high]
    return before or after or ([day for day in found.days if day.start < clocks[i].start][-1:])


def _place(found: Found, start: datetime, tz: str) -> str | None:
    """A place in the text whose clocks differ from the user's at that time: "3pm London", "in Chicago"."""
    zones = [told.zones[0] for told in found.city]
    for match in (match for pattern in _PLACES for match in found.board.find(pattern)):
        words = match["c"].split()
        names = (" ".join(words[:size]) for size in range(len(words), 0, -1))
        zones += [zone for name in names if (zone := place_zones().get(fold(name)))][:1]
    wall = start.astimezone(zone_info(tz)).replace(tzinfo=None)
    for zone in zones:
        if wall.replace(tzinfo=zone_info(zone)).utcoffset() != wall.replace(tzinfo=zone_info(tz)).utcoffset():
            return zone
    return None


def _length(found: Found) -> timedelta | None:
    values = {span.value for span in found.lengths if isinstance(span.value, timedelta)}
    return values.pop() if len(values) == 1 else None


def _choices(moments: Iterable[Moment], length: timedelta | None) -> tuple[Choice, ...]:
    return tuple(
        Choice(one.start, one.end or (shift(one.start, length) if length else None), one.zone)
        for one in list(moments)[:MAX_CHOICES]
    )


def _asking(found: Found, why: str, units: Sequence[Unit], moments: Sequence[Moment]) -> Reading:
    length = _length(found)
    days = tuple(dict.fromkeys(day for unit in units if unit.days.why != "no_day" for day in unit.days.dates))
    if why == "same_weekday" and moments:
        days = tuple(dict.fromkeys(one.start.date() for one in moments))
    clocks = tuple(dict.fromkeys(slot[0] for unit in units for slot in unit.slots))
    zones = {one.zone for one in moments}
    return Reading(
        "ask", zone=zones.pop() if len(zones) == 1 else None, choices=_choices(moments, length), why=why,
        day=days[0] if len(days) == 1 else None, clock=clocks[0] if len(clocks) == 1 else None,
        spans=found.board.origin(), days=days, clocks=clocks, length=length,
    )  # fmt: skip


def _certain(found: Found, one: Moment) -> Reading:
    length = _length(found)
    end = one.end or (shift(one.start, length) if length else None)
    wall = one.start
    return Reading("instant", one.start, end, one.zone, why=one.note, day=wall.date(), clock=wall.time(),
                   spans=found.board.origin(), length=end - one.start if end else None)  # fmt: skip


def _doubts(found: Found, one: Moment, now: datetime, tz: str) -> str:
    """Why a single instant is still not beyond doubt; "" if it is."""
    words = {str(part.value) for part in found.parts}
    if (found.told and any(not told.zones for told in found.told)) or any(
        c.told and not c.told.zones for c in found.clocks
    ):
        return "zone_unknown"
    why = doubt(found.board, any(clock.last for clock in found.clocks), tz in BY_IS_AT)
    if why or len(words) > 1:
        return why or "two_options"
    if found.offsets:
        return "two_options"
    if one.end and one.end - one.start >= _WORKING_DAY and not _ALL_DAY.search(found.board.plain):
        return "about"
    if one.start - now > FAR:
        return "far"
    if guard.residue(found.board):
        return "unread_rest"
    return "language" if guard.foreign(found.board) else ""


def _weigh(found: Found, units: Sequence[Unit], now: datetime, tz: str) -> Reading:
    moments = _distinct(one for unit in units for one in unit.moments)
    why = next((unit.why for unit in units if unit.why), "")
    if why == "no_day" and len(units) == 1 and len(units[0].slots) == 1 and _only_a_clock(found) and moments:
        why, moments = "", (replace(moments[0], note=moments[0].note or "day_assumed"),)
    if len(units) > 1 and len(moments) > 1 and (not why or why in ("two_options", "same_weekday", "past")):
        why = "two_options"
    if not why and len(moments) == 1:
        why = _doubts(found, moments[0], now, tz)
    place = _place(found, moments[0].start, tz) if moments and not why and moments[0].zone is None else None
    if place:
        told = Told(0, 0, (place,))
        wall = moments[0].start
        moments += (moment(wall.date(), (wall.time(), None), told, place),)
        why = "zone_place"
    return _asking(found, why, units, moments) if why or len(moments) != 1 else _certain(found, moments[0])


def _only_a_clock(found: Found) -> bool:
    """ "9am" as the whole message answers "when?": the next time that the clock shows it. A sentence does not."""
    return not found.clocks[0].bare and not found.parts and bool(_FILLER.match(found.board.text))


def _days_only(found: Found, now: datetime, tz: str) -> Reading:
    days = _days_for(found.days, now, tz, tz)
    silent = all(day.modifier in ("last", "yesterday") for day in found.days)
    if days.why == "past" and silent:
        return NOTHING
    why = days.why if days.why in ("past", "impossible_date", "weekday_clash", "two_options", "no_day") else "no_clock"
    if why == "no_clock" and (found.parts or any(day.modifier == "tonight" for day in found.days)):
        why = "part_of_day"
    if why == "past" and len(days.dates) == 0:
        return Reading("ask", why="past", spans=found.board.origin(), length=_length(found))
    return Reading("ask", why=why, day=days.dates[0] if len(days.dates) == 1 else None, days=days.dates,
                   spans=found.board.origin(), length=_length(found))  # fmt: skip


def _from_now(found: Found, now: datetime, tz: str) -> Reading:
    """ "in 2 hours": the minute is kept, seconds are not."""
    value = found.offsets[0].value
    local = now.astimezone(zone_info(tz))
    if len(found.offsets) > 1 or not isinstance(value, timedelta) or not value or found.told:
        return Reading("ask", why="vague", spans=found.board.origin(), length=_length(found))
    one = Moment(shift(local.replace(second=0, microsecond=0), value), None, None)
    days = resolve(found.days, local.date()) if found.days else Days((one.start.date(),))
    agree = one.start.date() in days.dates
    why = "" if agree else "two_options"
    if why or doubt(found.board) or guard.residue(found.board) or guard.foreign(found.board):
        return replace(_certain(found, one), kind="ask", start=None, end=None, choices=_choices([one], _length(found)),
                       why=why or "unread_rest")  # fmt: skip
    return _certain(found, one)


def judge(found: Found, now: datetime, tz: str) -> Reading:
    """The Reading of what was found. now: aware; tz: the user's IANA zone."""
    if found.clocks:
        return _weigh(found, _units(found, now, tz), now, tz)
    if found.offsets:
        return _from_now(found, now, tz)
    if found.days and any(day.kind != "week" for day in found.days):
        return _days_only(found, now, tz)
    if found.days or guard.hint(found.board):
        return Reading("ask", why="part_of_day" if found.parts else "no_day", spans=found.board.origin(),
                       length=_length(found))  # fmt: skip
    return NOTHING
