"""A day that is over, and the day by which an answer is wanted, in a few words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.deadlines import answer_by, without
from bot.core.past_days import past_day

NOW = datetime(2026, 11, 24, 9, 20, tzinfo=UTC)  # a Tuesday
BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    "text, day",
    [
        ("yesterday", date(2026, 11, 23)),
        ("The day before yesterday, I think", date(2026, 11, 22)),
        ("they called this morning", date(2026, 11, 24)),
        ("12 November", date(2026, 11, 12)),
        ("Nov 12th", date(2026, 11, 12)),
        ("the 12th of November 2025", date(2025, 11, 12)),
        ("12.11.", date(2026, 11, 12)),
        ("2026-11-12", date(2026, 11, 12)),
        ("3 December", date(2025, 12, 3)),
        ("29 February", date(2024, 2, 29)),
        ("Monday", date(2026, 11, 23)),
        ("on wednesday at ten", date(2026, 11, 18)),
        ("Tuesday", date(2026, 11, 24)),
        ("last Tuesday", date(2026, 11, 17)),
        ("three days ago", date(2026, 11, 21)),
        ("a week ago", date(2026, 11, 17)),
        ("two months ago", date(2026, 9, 24)),
        ("3 December 2026", None),
        ("31.11.", None),
        ("sat in reception for an hour", None),
        ("soon", None),
        ("several days ago", None),
        ("", None),
    ],
)
def test_past_day(text: str, day: date | None) -> None:
    assert past_day(text, NOW, BERLIN) == day


def test_the_day_is_the_users_own() -> None:
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert past_day("today", late, BERLIN) == date(2026, 11, 25)
    assert past_day("today", late, "UTC") == date(2026, 11, 24)


@given(st.dates(date(2024, 1, 1), date(2026, 11, 24)))
def test_every_day_that_is_over_is_read_back(day: date) -> None:
    assert past_day(f"{day.day} {day:%B} {day.year}", NOW, BERLIN) == day
    if NOW.date() - day < timedelta(days=365):
        assert past_day(f"{day:%b} {day.day}", NOW, BERLIN) == day


@given(st.text(max_size=60))
def test_nothing_makes_it_stumble_or_look_ahead(text: str) -> None:
    found = past_day(text, NOW, BERLIN)
    assert found is None or found <= date(2026, 11, 24)


@pytest.mark.parametrize(
    "text, day",
    [
        ("She wants me to sign by tonight", date(2026, 11, 24)),
        ("sign today or it is gone", date(2026, 11, 24)),
        ("I must decide by Friday noon", date(2026, 11, 27)),
        ("they want my answer until tomorrow", date(2026, 11, 25)),
        ("they need a decision within 48 hours", date(2026, 11, 26)),
        ("they want an answer by Fri 27 Nov", date(2026, 11, 27)),
        ("let them know before the end of the week", date(2026, 11, 27)),
        ("they did not reply until Friday", None),
        ("pressed me to accept on the spot", None),
        ("he will answer soon", None),
        ("", None),
        ("they gave me till thursday", date(2026, 11, 26)),
        ("i have until friday", date(2026, 11, 27)),
        ("marlow wants answer till 2 dec", date(2026, 12, 2)),
        ("deadline for acorn is thursday noon", date(2026, 11, 26)),
        ("i got a cat until friday", None),
        ("i have an interview on friday", None),
    ],
)
def test_answer_by(text: str, day: date | None) -> None:
    assert answer_by(text, NOW, BERLIN) == day


def test_a_deadline_is_no_day_of_the_act() -> None:
    told = "on Monday she said sign by Friday"
    assert past_day(without(told), NOW, BERLIN) == date(2026, 11, 23)
    assert past_day(without("sign by Friday"), NOW, BERLIN) is None


@given(st.text(max_size=80))
def test_a_deadline_is_never_past(text: str) -> None:
    found = answer_by(text, NOW, BERLIN)
    assert found is None or found >= date(2026, 11, 24)
