"""Two answers that differ, and two that only sound different."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.contradictions import differ, find
from bot.core.model import Answer

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "first, second, unit",
    [
        ("38 hours a week", "nearer 50 hours most weeks", "hours"),
        ("twice a month on call, 2 nights", "6 nights a month", "nights"),
        ("£31,400", "it is £28,900", "money"),
        ("42k", "$39,000", "money"),
        ("ten children in each group", "we are at 16 children now", "children"),
        ("yes, everyone gets the course", "no, nobody has had it since I came", "yes"),
        ("nobody works weekends", "every weekend, more or less", "yes"),
        ("three months", "six months", "months"),
    ],
)
def test_they_differ(first: str, second: str, unit: str) -> None:
    assert differ(first, second) == unit
    assert differ(second, first) == unit


@pytest.mark.parametrize(
    "first, second",
    [
        ("38 hours", "38.5 hours"),
        ("8 to 10 hours", "about 9 hours"),
        ("five days", "two weeks"),
        ("two people left, one to the other site", "two people"),
        ("Karin decides", "the head of nursing decides"),
        ("yes, five days", "yes"),
        ("no fixed number", "it depends"),
        ("", "ten hours"),
        ("£30k", "30,000 pounds"),
    ],
)
def test_they_may_both_be_so(first: str, second: str) -> None:
    assert differ(first, second) == ""
    assert differ(second, first) == ""


def answer(note: str, person: str, day: int, verdict: str = "concrete") -> Answer:
    return Answer(
        question_id="q", interview_id=f"i{day}", person_id=person, note=note, verdict=verdict,
        created_at=NOW + timedelta(days=day),
    )  # fmt: skip


def test_only_concrete_answers_of_different_talks_are_compared() -> None:
    first, second = answer("38 hours", "anna", 0), answer("50 hours", "omar", 3)
    [found] = find([second, first])
    assert (found.first, found.second, found.unit) == (first, second, "hours")
    assert find([first, answer("50 hours", "omar", 3, "vague")]) == []
    assert find([first, answer("50 hours", "anna", 0)]) == []
