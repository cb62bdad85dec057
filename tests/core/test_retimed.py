"""Another time for an interview that has one: what is not told anew stays."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.lines.retimed import retimed

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 11, 23, 10, 30, tzinfo=ZoneInfo(BERLIN))  # a Monday
WAS = datetime(2026, 11, 27, 9, 0, tzinfo=ZoneInfo(BERLIN))


@pytest.mark.parametrize(
    "text, time",
    [
        *((text, "11-27T10:00") for text in (
            "10", "at 10", "no 10", "sorry, ten", "10 o'clock please", "its at 10 not 9", "not 9, 10", "9 -> 10",
            "the bakery talk is at ten, not nine", "no not at 9 but at 10", "it was moved from 9 to 10",
        )),
        *((text, "11-27T15:00") for text in ("change the bakery to 3pm", "15:00", "bakery now at 3", "make it 15.00")),
        *((text, "11-30T09:00") for text in ("bakery moved to monday", "monday instead", "the 30th", "on 30 nov")),
        ("wednesday at 4pm", "11-25T16:00"),
        ("10 30", "11-27T10:30"),
    ],
)  # fmt: skip
def test_only_a_clock_means_its_day_and_only_a_day_its_clock(text: str, time: str) -> None:
    read = retimed(text, WAS, NOW, BERLIN)
    assert read.kind == "instant"
    assert f"{read.start:%m-%dT%H:%M}" == time


def test_an_hour_that_may_be_in_the_morning_or_in_the_evening_is_asked_for_on_that_day() -> None:
    starts = [choice.start for choice in retimed("7", WAS, NOW, BERLIN).choices]
    assert [f"{start:%m-%dT%H:%M}" for start in starts] == ["11-27T07:00", "11-27T19:00"]


def test_the_clock_is_that_of_the_zone_in_which_it_was_told() -> None:
    was = datetime(2026, 11, 27, 14, 0, tzinfo=ZoneInfo("Europe/London"))
    assert retimed("3pm", was, NOW, BERLIN).start == was.replace(hour=15)
    assert retimed("tuesday", was, NOW, BERLIN).start == was.replace(day=24)


@pytest.mark.parametrize("text", ["no", "45", "room 12 on the left", "I have 3 kids", "they turned me down", "1000"])
def test_what_is_no_time_changes_nothing(text: str) -> None:
    assert retimed(text, WAS, NOW, BERLIN).kind == "nothing"
