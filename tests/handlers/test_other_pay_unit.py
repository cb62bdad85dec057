"""Whether a text that follows an offer names another pay: only what is told in one unit can be another one."""

from __future__ import annotations

import pytest

import content
from bot.core.offer import keeping

TOPICS = content.load().offer_topics


@pytest.mark.parametrize(
    "old, new, apart",
    [
        ("Salary 31,200 EUR a year.", "Your salary is 2,600 EUR.", False),
        ("Your salary is 2,600 EUR.", "Salary 31,200 EUR a year.", False),
        ("Salary 15.00 an hour, 40 hours a week.", "The salary is 31,200 EUR a year.", False),
        ("Salary 15.00 an hour, 40 hours a week.", "The salary is 16 EUR an hour.", True),
        ("Salary 15 EUR an hour.", "Salary 2,600 EUR a month.", False),
        ("Salary 15 EUR an hour.", "Salary 17 EUR an hour.", True),
        ("Salary 2,600 EUR.", "Salary 2,900 EUR.", True),
        ("Salary 31,200 EUR a year.", "Salary 3,000 EUR a month.", True),
        ("Salary 31,200 EUR a year.", "Salary 2,600 EUR a month.", False),
    ],
)
def test_another_pay(old: str, new: str, apart: bool) -> None:
    one, two = (keeping.reading(text, TOPICS) for text in (old, new))
    assert keeping.is_apart(one, two, []) is apart
