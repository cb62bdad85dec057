from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.core.reminders.clock import Clock, Span, instant, workday_from, workdays
from tests.core.reminders.world import BERLIN, at, wall


def clock(quiet_from: str = "21:00", quiet_to: str = "08:00", *blackouts: tuple[str, str]) -> Clock:
    spans = tuple(Span(at(begin), at(end)) for begin, end in blackouts)
    return Clock(BERLIN, quiet_from, quiet_to, spans, timedelta(minutes=20))


@pytest.mark.parametrize(
    "local,utc",
    [
        ("2026-03-29 02:30", "2026-03-29T01:30:00+00:00"),  # skipped: 03:30 on the wall
        ("2026-10-25 02:30", "2026-10-25T00:30:00+00:00"),  # twice: the first
        ("2026-07-01 09:00", "2026-07-01T07:00:00+00:00"),
        ("2026-12-01 09:00", "2026-12-01T08:00:00+00:00"),
    ],
)
def test_a_wall_time_becomes_one_instant(local: str, utc: str) -> None:
    assert instant(datetime.fromisoformat(local), BERLIN).isoformat() == utc


@pytest.mark.parametrize(
    "day,count,weekend,expected",
    [
        ("2026-11-20", 2, ("sat", "sun"), "2026-11-24"),  # Friday
        ("2026-11-19", 5, ("sat", "sun"), "2026-11-26"),
        ("2026-11-19", 2, ("fri", "sat"), "2026-11-23"),  # Thursday where Friday is free
        ("2026-11-21", 1, ("sat", "sun"), "2026-11-23"),
        ("2026-11-20", 2, (), "2026-11-22"),
        ("2026-11-20", 2, ("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "2026-11-22"),
    ],
)
def test_business_days_follow_the_users_weekend(day: str, count: int, weekend: tuple[str, ...], expected: str) -> None:
    assert workdays(date.fromisoformat(day), count, weekend).isoformat() == expected


def test_the_next_business_day_may_be_today() -> None:
    friday, monday = date(2026, 11, 20), date(2026, 11, 23)
    assert workday_from(friday, ("sat", "sun")) == friday
    assert workday_from(friday, ("fri", "sat", "sun")) == monday


@pytest.mark.parametrize(
    "quiet_from,quiet_to,when,ends",
    [
        ("21:00", "08:00", "2026-11-16 21:00", "2026-11-17 08:00"),
        ("21:00", "08:00", "2026-11-17 07:59", "2026-11-17 08:00"),
        ("21:00", "08:00", "2026-11-17 08:00", ""),
        ("21:00", "08:00", "2026-11-17 20:59", ""),
        ("08:00", "16:00", "2026-11-17 09:00", "2026-11-17 16:00"),
        ("08:00", "16:00", "2026-11-17 23:00", ""),
        ("08:00", "08:00", "2026-11-17 08:00", ""),
        ("00:00", "06:00", "2026-11-17 00:00", "2026-11-17 06:00"),
        ("21:00", "08:00", "2026-03-29 01:00", "2026-03-29 08:00"),  # the night that is an hour short
        ("21:00", "08:00", "2026-10-25 01:00", "2026-10-25 08:00"),  # and the long one
    ],
)
def test_quiet_hours_may_lie_anywhere(quiet_from: str, quiet_to: str, when: str, ends: str) -> None:
    span = clock(quiet_from, quiet_to).quiet(at(when))
    assert (wall(span.end) if span else "") == ends


def test_quiet_hours_that_end_in_the_hour_that_comes_twice_end_once() -> None:
    night = clock("21:00", "02:30")
    first, second = at("2026-10-25 02:10"), at("2026-10-25 02:10") + timedelta(hours=1)
    assert night.quiet(first)
    assert not night.quiet(second)
    assert night.later(first) == instant(datetime(2026, 10, 25, 2, 30), BERLIN)


def test_later_goes_on_until_nothing_is_in_the_way() -> None:
    busy = clock("21:00", "08:00", ("2026-11-17 07:50", "2026-11-17 09:00"))
    assert wall(busy.later(at("2026-11-16 22:00"))) == "2026-11-17 09:20"  # twenty minutes to leave the building


def test_earlier_steps_back_over_an_interview_and_a_night() -> None:
    busy = clock("21:00", "08:00", ("2026-11-17 08:00", "2026-11-17 09:00"))
    assert busy.earlier(at("2026-11-17 08:30"), at("2026-11-16 12:00")) == at("2026-11-16 20:55")
    assert busy.earlier(at("2026-11-17 08:30"), at("2026-11-16 22:00")) is None


def test_earlier_gives_up_where_only_a_minute_a_day_is_free() -> None:
    assert clock("00:00", "23:59").earlier(at("2026-11-17 12:00"), at("2026-11-01 12:00")) is None


def test_next_wall_time_is_later_than_now() -> None:
    assert wall(clock().next("19:00", at("2026-11-16 18:59"))) == "2026-11-16 19:00"
    assert wall(clock().next("19:00", at("2026-11-16 19:00"))) == "2026-11-17 19:00"


def test_a_place_just_when_it_would_be_of_no_more_use_is_none() -> None:
    night, now = clock(), at("2026-11-16 22:00")
    assert night.fit(now, at("2026-11-17 08:00"), now) == (now, "quiet")
    assert night.fit(now, at("2026-11-17 08:01"), now) == (at("2026-11-17 08:00"), "")
