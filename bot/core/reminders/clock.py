"""Local wall times, quiet hours, interviews in the way, business days: what a time to send has to respect.

A wall time becomes an instant by one rule everywhere: a time that the change to summer time skips counts with the
offset before the change (02:30 becomes 03:30), a time that happens twice is the first of the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

# Sent "before" something means so long before, else a slow minute of the sender would fall into it.
MARGIN = timedelta(minutes=5)
_DAY = timedelta(days=1)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Span(NamedTuple):
    """From ``begin`` to just before ``end``, both in UTC."""

    begin: datetime
    end: datetime

    def holds(self, at: datetime) -> bool:
        return self.begin <= at < self.end


@lru_cache(maxsize=4096)  # asked again and again about the same few interviews
def instant(local: datetime, zone: str) -> datetime:
    """The moment (UTC) of a naive wall time in an IANA zone."""
    return local.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


@lru_cache(maxsize=4096)  # one plan asks dozens of times about the same few evenings and mornings
def _moment(day: date, wall: str, zone: str) -> datetime:
    return instant(datetime.combine(day, time.fromisoformat(wall)), zone)


@lru_cache(maxsize=4096)
def _night(at: datetime, begin: str, end: str, zone: str) -> Span | None:
    """The quiet hours that ``at`` falls into."""
    if begin == end:
        return None
    today, over_midnight = at.astimezone(ZoneInfo(zone)).date(), _DAY if end < begin else timedelta()
    nights = (Span(_moment(day, begin, zone), _moment(day + over_midnight, end, zone)) for day in (today - _DAY, today))
    return next((night for night in nights if night.holds(at)), None)


def workdays(day: date, count: int, weekend: tuple[str, ...]) -> date:
    """The day that is ``count`` business days after ``day``; public holidays are not known."""
    while count > 0:
        day += _DAY
        count -= _is_workday(day, weekend)
    return day


def workday_from(day: date, weekend: tuple[str, ...]) -> date:
    """``day`` itself, or the next business day where it falls on the weekend."""
    return day if _is_workday(day, weekend) else workdays(day, 1, weekend)


def _is_workday(day: date, weekend: tuple[str, ...]) -> bool:
    # A weekend of seven days would leave no day at all: then every day counts.
    return _WEEKDAYS[day.weekday()] not in weekend or set(weekend) >= set(_WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Clock:
    """One user's day: the zone, the quiet hours and the times when nothing is sent because of an interview."""

    zone: str
    quiet_from: str  # "21:00"; equal to quiet_to: no quiet hours
    quiet_to: str
    blackouts: tuple[Span, ...]
    pause: timedelta  # so long after an interview nothing that makes a sound is sent

    def day(self, at: datetime) -> date:
        """The local date of an instant."""
        return at.astimezone(ZoneInfo(self.zone)).date()

    def at(self, day: date, wall: str) -> datetime:
        """The instant of a local wall time ("19:00") on a local date."""
        return _moment(day, wall, self.zone)

    def next(self, wall: str, after: datetime) -> datetime:
        """The next time the local clock shows ``wall``, later than ``after``."""
        day = self.day(after)
        today = self.at(day, wall)
        return today if today > after else self.at(day + _DAY, wall)

    def quiet(self, at: datetime) -> Span | None:
        """The quiet hours that ``at`` falls into."""
        return _night(at, self.quiet_from, self.quiet_to, self.zone)

    def blackout(self, at: datetime) -> Span | None:
        """The interview (with the ten minutes before it) that ``at`` falls into."""
        return next((span for span in self.blackouts if span.holds(at)), None)

    def obstacle(self, at: datetime, *, sound: bool = True) -> str:
        """Why nothing can be sent at ``at``: "blackout", "quiet" (only what makes a sound), or "" where it can."""
        if self.blackout(at):
            return "blackout"
        return "quiet" if sound and self.quiet(at) else ""

    def later(self, at: datetime, *, sound: bool = True) -> datetime:
        """The first moment from ``at`` on when something can be sent."""
        while True:
            if span := self.blackout(at):
                at = span.end + (self.pause if sound else timedelta())
            elif sound and (span := self.quiet(at)):
                at = span.end
            else:
                return at

    def earlier(self, at: datetime, not_before: datetime, *, sound: bool = True) -> datetime | None:
        """The last moment up to ``at`` when something can be sent; None where that is before ``not_before``."""
        while at >= not_before:
            span = self.blackout(at) or (self.quiet(at) if sound else None)
            if span is None:
                return at
            at = span.begin - MARGIN
        return None

    def fit(self, at: datetime, until: datetime, now: datetime, *, sound: bool = True) -> tuple[datetime, str]:
        """Where a preparation meant for ``at`` goes, and "" or the obstacle that leaves it no place before ``until``.

        Quiet hours delay it; where waiting would pass ``until`` it comes before they begin. An interview in the way:
        before that one, else after it.
        """
        obstacle = self.obstacle(at, sound=sound)
        after: datetime | None = self.later(at, sound=sound)
        if after is not None and after >= until:
            after = None
        before = self.earlier(at, now, sound=sound)
        first, second = (after, before) if obstacle == "quiet" else (before, after)
        place = first or second
        return (place, "") if place else (at, obstacle)
