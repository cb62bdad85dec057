from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.when import LIMIT, Reading, echo, follow_up, understand, zone_choices, zone_of
from tests.core.when.support import NOW, when

PIECES = (
    "Thursday", "thu", "next", "this", "3pm", "15:00", "at 3", "10-11am", "half past two", "noon", "half 3", "tomorrow", "today", "in 2 hours",
    "26/11", "3.12.", "1 Dec", "31 April", "2026-12-11", "T10:00Z", "DTSTART:20261211T100000Z", "ET", "London time", "(UTC+01:00) Berlin, Rome",
    "their time", "45 minutes", "room 204", "round 2", "moved from", "to", "not", ",", "or", "and", "-", "\n", "Sent:", "May", "Sun", "9-5 job",
    "every", "week", "7", "12am", "£12.50", "by", "the 31st", "week on", "between", "ago", "Uhr", "\u202f", "Etc/GMT+5", "9999-12-31 23:59", "0001-01-01",
)  # fmt: skip
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Sydney", "Pacific/Apia"])
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=12).map("".join),
)
NOWS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(ZoneInfo("Europe/Berlin")))


def check(text: str, reading: Reading, now: datetime) -> None:
    for a, b in reading.spans:
        assert 0 <= a < b <= len(text)
    assert all(x[1] < y[0] for x, y in zip(reading.spans, reading.spans[1:], strict=False))
    assert reading.kind in ("instant", "ask", "nothing")
    assert len(reading.choices) <= 4
    for choice in reading.choices:
        assert choice.start > now
        assert isinstance(choice.start.tzinfo, ZoneInfo)
    if reading.kind == "instant":
        assert reading.start is not None
        assert reading.start > now
        assert isinstance(reading.start.tzinfo, ZoneInfo)
        assert reading.end is None or reading.end > reading.start
    else:
        assert reading.start is None
        assert bool(reading.why) == (reading.kind == "ask")


@settings(max_examples=600, deadline=None)
@given(TEXTS, NOWS, ZONES)
def test_any_text_is_read_without_error_and_never_into_the_past(text: str, now: datetime, tz: str) -> None:
    reading = understand(text, now, tz)
    check(text, reading, now)
    if reading.start:
        assert echo(reading.start, tz, now)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, NOWS, ZONES)
def test_any_answer_is_read_without_error(first: str, answer: str, now: datetime, tz: str) -> None:
    pending = understand(first, now, tz)
    if pending.kind == "ask":
        reading = follow_up(answer, pending, now, tz)
        assert reading.start is None or reading.start > now
        assert all(0 <= a < b <= len(answer) for a, b in reading.spans)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_place_gives_a_zone_that_exists_or_none(text: str) -> None:
    for zone in (zone_of(text), *zone_choices(text)):
        assert zone is None or ZoneInfo(zone).key == zone


FORMATS = (
    "%A %d %B %Y at %H:%M", "%a %d %b %Y %H:%M", "%B %d, %Y, %I:%M %p", "%A, %B %d, %Y %I:%M %p", "%d.%m.%Y %H:%M", "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M", "%H:%M on %d %B %Y", "%I:%M%p, %d %b %Y", "%d-%b-%Y %H:%M", "%Y/%m/%d %H:%M", "%a, %d/%m/%Y %H:%M",
    "%d %B %Y, %H.%M", "%B %dth %Y at %H:%M", "When: %A, %d %B %Y %I:%M %p", "%a %m/%d/%Y %I:%M %p",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(FORMATS),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kolkata"]),
    st.integers(1, 500_000),
)
def test_formatted_dates_come_back(form: str, tz: str, minutes: int) -> None:
    start = (NOW + timedelta(minutes=minutes)).astimezone(ZoneInfo(tz)).replace(second=0, microsecond=0, fold=0)
    start = start.replace(hour=max(start.hour, 3))  # outside the hours that a change of the clocks repeats or skips
    reading = understand(start.strftime(form), NOW, tz)
    if start > NOW and not ("/%Y" in form and reading.why == "day_month_order"):  # both orders can fall on that weekday
        assert reading.start == start, (start.strftime(form), reading)


NASTY = ("1-", "1.", "1/", "at 3 ", "Mon ", "3pm ", "Monday 3pm to ", "in 2 ", "half ", "May 1 ", "(", "x@", "x.", "A ", "12 a", "\n", "1h",
         "on Mon, 1", "from Monday to ", "not Monday ", "UTC+1 Aa, ", "$1,", "DTSTART:20261211T100000Z ", "was Monday a b ")  # fmt: skip


@pytest.mark.parametrize("piece", NASTY)
def test_nasty_repeats_return(piece: str) -> None:
    text = piece * (LIMIT // len(piece))
    check(text, when(text), NOW)


def test_only_the_first_part_of_a_very_long_text_is_read() -> None:
    text = "word " * (LIMIT // 5)
    assert when(text + "Friday 3pm").kind == "nothing"
    assert when("Friday 3pm " + text * 3).kind == "instant"
