"""A day in a few words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.core.days import day_of

NOW = datetime(2026, 12, 1, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    "text, day",
    [
        ("in three months", date(2027, 3, 1)),
        ("In 2 weeks, maybe", date(2026, 12, 15)),
        ("in a month", date(2027, 1, 1)),
        ("after ten days", date(2026, 12, 11)),
        ("in half a year", date(2027, 6, 1)),
        ("in a year", date(2027, 12, 1)),
        ("1 March", date(2027, 3, 1)),
        ("tomorrow", date(2026, 12, 2)),
        ("Friday at 3pm", date(2026, 12, 4)),
        ("soon", None),
        ("", None),
    ],
)
def test_day_of(text: str, day: date | None) -> None:
    assert day_of(text, NOW, "Europe/Berlin") == day


def test_a_short_month_ends_earlier() -> None:
    assert day_of("in three months", datetime(2026, 11, 30, 9, tzinfo=UTC), "UTC") == date(2027, 2, 28)
