"""The hours of a week, however they are told."""

from __future__ import annotations

import pytest

from bot.core.offer.keeping import reading
from bot.core.offer.week import weekly_hours
from content import load

TOPICS = load().offer_topics


@pytest.mark.parametrize(
    "words, week",
    [
        ("15.40 an hour, 38 hrs, days", "38 hrs"),
        ("38 hours a week, on 12 hour shifts", "38 hours"),
        ("shifts of 12 hr, 38 hours per week", "38 hours"),
        ("starts at 6am, 38 hours", "38 hours"),
        ("30 hrs", "30 hrs"),
        ("12 hour shifts", ""),
        ("24 hours a day", ""),
        ("48 hours' notice", ""),
        ("36 hours a week in winter and 42 hours a week in summer", ""),
        ("8 to 5", ""),
    ],
)
def test_the_hours_of_the_week(words: str, week: str) -> None:
    assert weekly_hours(words) == week


@pytest.mark.parametrize(
    "text",
    [
        "Brook Parcels: 15.40 an hour, 38 hrs, days",
        "15.40 an hour for 38 hours a week",
        "15.40/h, 38 hours, starts at 6am",
        "They pay 15.40 per hour, 38 hrs on 12 hr shifts",
        "38 hrs, 15.40 per hour",
    ],
)
def test_a_years_pay_is_counted_and_the_week_stands_first(text: str) -> None:
    read = reading(text, TOPICS)
    assert read["pay"]["yearly"] == pytest.approx([15.4 * 38 * 52] * 2)
    assert read["topics"]["hours"]["facts"][0].startswith("38 h")
