"""The first dates of a series. Only plain rules are counted out: a rule that never fits would be counted for ever."""

from __future__ import annotations

import contextlib
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

MOST = 50  # dates of one series
SPAN = timedelta(days=180)
_STEPS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def dates(event: Any, start: date) -> list[date]:
    """When it takes place: the first one and, of a plain rule, what follows within half a year; without the dates
    that are left out (EXDATE), with those that are added (RDATE)."""
    out = {_wall(_like(day, start)) for day in _listed(event, "EXDATE")}
    more = [_like(day, start) for day in _listed(event, "RDATE")]
    found = [day for day in (*_counted(event, start), *more) if _wall(day) not in out]
    return sorted({_wall(day): day for day in found}.values(), key=_wall)[:MOST]


def _counted(event: Any, start: date) -> Iterator[date]:
    rule = event.get("RRULE")
    rule = rule[0] if isinstance(rule, list) else rule
    yield start
    if not isinstance(rule, dict) or set(map(str, rule)) - {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY"}:
        return
    step, days = str(_part(rule, "FREQ")).upper(), [str(day).upper() for day in rule.get("BYDAY", [])]
    every, count, until = _whole(rule, "INTERVAL", 1), _whole(rule, "COUNT", MOST), _part(rule, "UNTIL")
    if step not in _STEPS or (days and (step != "WEEKLY" or any(day not in _DAYS for day in days))):
        return
    last = min(_wall(start) + SPAN, _until(until, start))
    for number, day in enumerate(_steps(start, step, every, days)):
        if number + 1 >= min(count, MOST) or _wall(day) > last:
            return
        yield day


def _steps(start: date, step: str, every: int, days: list[str]) -> Iterator[date]:
    """Dates after the start, without end."""
    if step in ("DAILY", "WEEKLY"):
        wanted = {_DAYS.index(day) for day in days} or {start.weekday()}
        monday = start - timedelta(days=start.weekday())
        for number in range(1, 7 * MOST * every):
            day = start + timedelta(days=number)
            weeks = (day - monday).days // 7
            if number % every == 0 if step == "DAILY" else weeks % every == 0 and day.weekday() in wanted:
                yield day
        return
    for number in range(1, MOST):
        month = start.month - 1 + number * every * (12 if step == "YEARLY" else 1)
        year = start.year + month // 12
        if year > 2099 or start.day > monthrange(year, month % 12 + 1)[1]:
            continue  # RFC 5545: a date that does not exist is left out
        yield start.replace(year=year, month=month % 12 + 1)


def _part(rule: Any, name: str) -> Any:
    found = rule.get(name)
    return found[0] if isinstance(found, list) and found else found


def _whole(rule: Any, name: str, default: int) -> int:
    with contextlib.suppress(TypeError, ValueError):
        return max(1, min(int(_part(rule, name)), 1000))
    return default


def _until(until: Any, start: date) -> datetime:
    """The last moment as wall time of the start's zone; a bare day counts to its end."""
    if isinstance(until, datetime):
        zone = getattr(start, "tzinfo", None)
        return _wall(until.astimezone(zone) if until.tzinfo and zone else until)
    return datetime.combine(until, time.max) if isinstance(until, date) else datetime.combine(date.max, time.max)


def _listed(event: Any, name: str) -> Iterator[date]:
    """The dates of a property that may stand several times, with several dates each."""
    found = event.get(name)
    for row in found if isinstance(found, list) else [found]:
        for value in getattr(row, "dts", []):
            with contextlib.suppress(AttributeError, ValueError):
                if isinstance(value.dt, date):
                    yield value.dt


def _like(day: date, start: date) -> date:
    """With the clock of the start and in its zone, where it has them."""
    if not isinstance(start, datetime):
        return day.date() if isinstance(day, datetime) else day
    if not isinstance(day, datetime):
        return datetime.combine(day, start.timetz())
    if start.tzinfo is None:
        return day.replace(tzinfo=None)
    return day.astimezone(start.tzinfo) if day.tzinfo else day.replace(tzinfo=start.tzinfo)


def _wall(day: date) -> datetime:
    """To compare by: the wall time without its zone."""
    if isinstance(day, datetime):
        return day.replace(tzinfo=None)
    return datetime.combine(day, time())
