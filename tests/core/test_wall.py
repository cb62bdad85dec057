"""Times of the day and lengths as people type them."""

from __future__ import annotations

import pytest

from bot.core.wall import read_clock, read_minutes, read_span, within


@pytest.mark.parametrize(
    "text,wall",
    [
        ("18:30", "18:30"), ("half past six", "18:30"), ("at 7", "19:00"), ("7 pm", "19:00"), ("7 p.m.", "19:00"),
        ("quarter to seven", "18:45"), ("a quarter past 8", "20:15"), ("six thirty", "18:30"), ("1830", "18:30"),
        ("630pm", "18:30"), ("06:30", "06:30"), ("6:30 in the morning", "06:30"), ("8 o'clock", "20:00"),
        ("noon", "12:00"), ("midnight", "00:00"), ("12", "12:00"), ("24:00", "00:00"), ("20h15", "20:15"),
        ("19.00 Uhr", "19:00"), ("9 in the evening", "21:00"), ("Six.", "18:00"), ("quarter to one", "12:45"), ("12 at night", "00:00"),
    ],
)  # fmt: skip
def test_a_clock_is_read(text: str, wall: str) -> None:
    assert read_clock(text) == wall


@pytest.mark.parametrize("text", ["", "later", "25:00", "18:75", "half seven", "7 or 8", "7 people", "24:30", "0pm"])
def test_a_clock_that_is_none_is_not_guessed(text: str) -> None:
    assert read_clock(text) is None


@pytest.mark.parametrize(
    "text,span",
    [
        ("21:00-08:00", ("21:00", "08:00")), ("22 to 7", ("22:00", "07:00")), ("10pm–6am", ("22:00", "06:00")),
        ("from 10 till 6", ("22:00", "06:00")), ("9 to 5", ("21:00", "05:00")), ("9am to 5pm", ("09:00", "17:00")),
        ("9 to 5pm", ("09:00", "17:00")), ("8 to 16", ("08:00", "16:00")), ("12 to 8", ("00:00", "08:00")),
        ("between eleven and seven", ("23:00", "07:00")), ("8 to 8", ("20:00", "08:00")),
        ("2100-0800", ("21:00", "08:00")), ("midnight to 7", ("00:00", "07:00")),
        ("half past nine to quarter to eight", ("21:30", "07:45")), ("10-6am", ("22:00", "06:00")),
        ("18:00 - 12:00", ("18:00", "12:00")),
    ],
)  # fmt: skip
def test_a_span_is_read(text: str, span: tuple[str, str]) -> None:
    assert read_span(text) == span


@pytest.mark.parametrize("text", ["", "22", "22 to", "21:00-21:00", "22 to 7 to 9", "9 to 12", "night", "to"])
def test_a_span_that_is_none_is_not_guessed(text: str) -> None:
    assert read_span(text) is None


@pytest.mark.parametrize(
    "wall,begin,end,inside",
    [
        ("21:00", "21:00", "08:00", True), ("07:59", "21:00", "08:00", True), ("08:00", "21:00", "08:00", False),
        ("19:00", "21:00", "08:00", False), ("12:00", "09:00", "17:00", True), ("17:00", "09:00", "17:00", False),
        ("00:00", "00:00", "00:00", False),
    ],
)  # fmt: skip
def test_whether_a_time_lies_in_a_span(wall: str, begin: str, end: str, inside: bool) -> None:
    assert within(wall, begin, end) is inside


@pytest.mark.parametrize(
    "text,minutes",
    [
        ("90", 90), ("45 min", 45), ("two hours", 120), ("1.5 hours", 90), ("1h30", 90), ("an hour", 60),
        ("half an hour", 30), ("an hour and a half", 90), ("1 hour and 15 minutes", 75), ("90 minutes before", 90),
        ("one hour before the start", 60), ("soon", None), ("", None), ("-5", None),
    ],
)  # fmt: skip
def test_a_length_is_read(text: str, minutes: int | None) -> None:
    assert read_minutes(text) == minutes
