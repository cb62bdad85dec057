"""A time to answer that counts from the letter's own date, and a year of more than twelve salaries."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.core.offer import keeping, read
from bot.core.offer.due import answer_day
from content import load

CONTENT = load()
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
POST = "We offer you the post of cook at £30,000 a year."


def day(text: str) -> date | None:
    kept = keeping.reading(text, CONTENT.offer_topics)
    return answer_day(kept["deadline"], NOW, "Europe/London", ("5", "6"), kept["written"])


@pytest.mark.parametrize(
    "letter, by",
    [
        (
            f"19 November 2026\n\nDear Ida,\n{POST}\nPlease answer within seven days of the date above.",
            date(2026, 11, 26),
        ),
        (
            f"Dear Ida,\n{POST} Please sign within 10 days of the date of this letter.\nLeeds, 20 November 2026",
            date(2026, 11, 30),
        ),
        (
            f"Date: November 21st, 2026\n{POST} This offer stands for 5 days from the date of this offer.",
            date(2026, 11, 26),
        ),
        (f"19 November 2026\n{POST} Please reply within 10 days.", date(2026, 12, 3)),
        (f"1 October 2026\n{POST} Please sign within 7 days of the date of this letter.", None),
    ],
)
def test_days_count_from_the_letter_where_it_says_so(letter: str, by: date | None) -> None:
    assert day(letter) == by


@pytest.mark.parametrize(
    "words, yearly",
    [
        ("Your salary is EUR 2,500 gross per month, paid 14 times a year.", 35_000),
        ("CHF 6,000 per month x 13", 78_000),
        ("EUR 2,000 per month, in 13 instalments", 26_000),
        ("£2,400 a month, 12 weeks of notice", 28_800),
    ],
)
def test_a_year_has_as_many_salaries_as_it_says(words: str, yearly: float) -> None:
    pay = read(words).pay
    assert pay is not None
    assert pay.yearly == (yearly, yearly)
