"""A figure that holds later belongs to the one before it."""

from __future__ import annotations

import pytest

from bot.core.offer.keeping import reading
from content import load

TOPICS = load().offer_topics


@pytest.mark.parametrize(
    "text",
    [
        "Notice: two weeks during probation, thereafter six weeks.",
        "The notice is two weeks; thereafter six weeks.",
        "Notice: two weeks during probation. Thereafter six weeks.",
        "Your notice period is two weeks, rising to six weeks.",
        "The period of notice is two weeks, then six weeks.",
    ],
)
def test_the_later_notice_is_told_with_the_first(text: str) -> None:
    found = reading(text, TOPICS)["topics"]["ending"]
    assert "two weeks" in found["facts"][0]
    assert "six weeks" in ", ".join(found["facts"]).lower()
    assert "six weeks" in found["quote"].lower()


def test_another_topic_that_follows_is_none_of_it() -> None:
    found = reading("Notice: two weeks. Annual leave is 28 days.", TOPICS)["topics"]["ending"]
    assert found["facts"] == ["two weeks"]


@pytest.mark.parametrize(
    "name", ["St. Brigid's Hospital Trust", "Mt. Vernon House", "Dr. Okoro's practice", "Ft. Hill School"]
)
def test_a_short_form_at_the_beginning_is_no_title(name: str) -> None:
    found = reading(f"{name} offers you the post of nurse at {name} in Leeds, your place of work.", TOPICS)["topics"]
    assert all(f"{name.split('.', maxsplit=1)[0]}:" not in one["quote"] for one in found.values())
    assert found["location"]["quote"].startswith(name) or found["location"]["quote"].startswith("your place")
