"""What the columns of a comparison are called."""

from __future__ import annotations

import pytest

from bot.core.model import Job, Offer
from bot.core.offer.keeping import reading
from content import load
from handlers.compare import CONVERSATION
from tests.handlers.driving import NOW, Chat


def test_an_offer_without_a_name_is_not_taken_for_the_present_job() -> None:
    rows = [
        Job(stage="offer", created_at=NOW),
        Job(employer="Acme", created_at=NOW),
        Job(stage="offer", created_at=NOW),
    ]
    chat = Chat([CONVERSATION], None, *rows, Job(present=True, created_at=NOW))
    chat.command("compare")
    assert [name in chat.text for name in ("Offer 1", "Acme", "Offer 3", "My job now")] == [True] * 4


def offering(first: str, second: str) -> str:
    """What is said of two offers side by side."""
    acorn, bay = Job(employer="Acorn House", created_at=NOW), Job(employer="Blue Bay", created_at=NOW)
    topics = load().offer_topics
    pairs = ((acorn, first), (bay, second))
    offers = [Offer(job_id=job.id, read=reading(text, topics), created_at=NOW) for job, text in pairs]
    chat = Chat([CONVERSATION], None, acorn, bay, *offers)
    chat.command("compare")
    return chat.text


@pytest.mark.parametrize(
    "first",
    [
        "£15.40 an hour, 38 hrs, days",
        "GBP 15.40 per hour, 38 hours a week",
        "15.40 pounds an hour for 38 hours a week",
        "They pay £15.40/h, 38 hours",
        "£15.40 ph, 38 hrs, 6am start",
    ],
)
def test_a_pay_without_a_sign_is_in_the_currency_of_the_other_and_both_are_counted_by_the_year(first: str) -> None:
    said = offering(first, "18.20 an hour, 40 hours a week, 12 hr shifts")
    assert "does not compare" not in said
    assert "Acorn House: GBP 15.40 an hour (GBP 30,430.40 a year)" in said
    assert "Blue Bay: GBP 18.20 an hour (GBP 37,856 a year)" in said
    assert "Acorn House: 38 h" in said
    assert "Blue Bay: 40 hours" in said


def test_two_without_a_sign_compare_and_two_signs_do_not() -> None:
    assert "Acorn House: 15.40 an hour · Blue Bay: 18.20 an hour" in offering("15.40 an hour", "18.20 an hour")
    assert "Acorn House: 40,000 a year" in offering("40k permanent", "38,000 a year")
    assert "does not compare" in offering("£15.40 an hour", "€18.20 an hour")
