"""By when to answer, where one sentence names several times."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.core.offer import due, reading

FRIDAY = datetime(2026, 11, 27, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    "text, day",
    [
        (
            "larkspur offers 78,000 a year, two days in the office, start 1 March, they want an answer by 3 December",
            date(2026, 12, 3),
        ),
        ("i can start monday, 14.20 an hour but i must sign by tomorrow evening", date(2026, 11, 28)),
        ("1,480 a month, 40 hours, start on 4 january, she wants to know by 2 december", date(2026, 12, 2)),
        ("40 hours, start on 4 January, Marta wants to know by 9 December", date(2026, 12, 9)),
        ("Please answer by Friday, December 4, 2026.", date(2026, 12, 4)),
        ("They offer 30,000 a year and I have to decide within 3 days", date(2026, 11, 30)),
        ("Please sign and return this letter by Friday, 4 December 2026.", date(2026, 12, 4)),
        ("they offered me 48k, 2 days remote, 26 days off, need to answer tuesday", date(2026, 12, 1)),
        ("13.10 an hour, 36 hrs a week, start 4 jan. answer by monday", date(2026, 11, 30)),
        ("9,100 a month and a van, answer by wed 5pm", date(2026, 12, 2)),
        ("you'd have 21 days off. we need your reply by friday", date(2026, 12, 4)),
        ("i must decide before the weekend. 30k, 27 days leave", date(2026, 11, 27)),
        (
            "We offer you the post at 31,000 per year. Please let us have your answer by 11 December.",
            date(2026, 12, 11),
        ),
    ],
)
def test_the_day_to_answer_is_not_mixed_up_with_other_days(text: str, day: date) -> None:
    assert due.answer_day(reading.read(text).deadline, FRIDAY, "Europe/Berlin", ("sat", "sun")) == day
