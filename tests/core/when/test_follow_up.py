from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.when import follow_up
from tests.core.when.support import BERLIN, NOW, at, when


@pytest.mark.parametrize(
    "first, answer, start",
    [
        ("Friday", "3", "2026-12-11 15:00"), ("Friday", "3pm", "2026-12-11 15:00"), ("Friday", "at 3", "2026-12-11 15:00"),
        ("Friday", "half past two", "2026-12-11 14:30"), ("Friday", "10", "2026-12-11 10:00"), ("Friday", "9.30", "2026-12-11 09:30"),
        ("Friday", "1430", "2026-12-11 14:30"), ("Friday", "noon", "2026-12-11 12:00"), ("Friday", "three", "2026-12-11 15:00"),
        ("Friday afternoon", "it's 3", "2026-12-11 15:00"), ("Friday", "sorry, Thursday 3pm", "2026-12-10 15:00"),
        ("Anna said at 15:20", "Friday", "2026-12-11 15:20"), ("Anna said at 15:20", "tomorrow", "2026-12-09 15:20"),
        ("Anna said at 15:20", "the 14th", "2026-12-14 15:20"), ("Anna said at 15:20", "14", "2026-12-14 15:20"),
        ("Anna said at 15:20", "14.12.", "2026-12-14 15:20"), ("Anna said at 15:20", "next Tuesday", "2026-12-15 15:20"),
        ("Friday at 7", "pm", "2026-12-11 19:00"), ("Friday at 7", "in the morning", "2026-12-11 07:00"),
        ("Friday at 7", "7pm", "2026-12-11 19:00"), ("Tuesday at 4pm", "next week", "2026-12-15 16:00"),
        ("Tuesday at 4pm", "today", "2026-12-08 16:00"), ("half 4 on Friday", "3:30", "2026-12-11 15:30"),
        ("Anna said at 7, gate B", "Friday evening", "2026-12-11 19:00"), ("2/1 at 10am", "2 January", "2027-01-02 10:00"),
        ("Friday around 3pm", "yes", "2026-12-11 15:00"), ("Friday", "in 2 hours", None),
    ],
)  # fmt: skip
def test_a_short_answer_completes_what_is_known(first: str, answer: str, start: str | None) -> None:
    reading = follow_up(answer, when(first), NOW, BERLIN)
    assert reading.start == (at(start) if start else None), reading


def test_the_length_told_before_is_kept() -> None:
    reading = follow_up("3pm", when("Friday, 45 minutes"), NOW, BERLIN)
    assert reading.end == at("2026-12-11 15:00") + timedelta(minutes=45)


def test_an_answer_that_is_open_itself_is_asked_again() -> None:
    reading = follow_up("8", when("Friday"), NOW, BERLIN)
    assert (reading.kind, [c.start for c in reading.choices]) == (
        "ask",
        [at("2026-12-11 08:00"), at("2026-12-11 20:00")],
    )


def test_an_answer_that_says_nothing_leaves_the_question() -> None:
    pending = when("Friday")
    assert follow_up("what do you mean?", pending, NOW, BERLIN).why == "no_clock"


@pytest.mark.parametrize(
    "answer, zone",
    [("London", "Europe/London"), ("New York time", "America/New_York"), ("mine", BERLIN), ("ET", "America/New_York")],
)
def test_the_zone_can_be_answered(answer: str, zone: str) -> None:
    reading = follow_up(answer, when("Friday 3pm their time"), NOW, BERLIN)
    assert reading.start == at("2026-12-11 15:00", zone)


def test_spans_are_those_of_the_answer() -> None:
    reading = follow_up("at 3 please", when("Friday"), NOW, BERLIN)
    assert ["at 3 please"[a:b] for a, b in reading.spans] == ["3"]
