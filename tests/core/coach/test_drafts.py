"""Letters: short, in the user's facts, nothing invented."""

from __future__ import annotations

from datetime import date

import pytest

import content
from bot.core.drafts import OPEN, letter, listed, on, quotable, remembered, role
from bot.core.model import Answer, Job, Person

DRAFTS = content.load().drafts
JOB = Job(employer="Acorn House", role="night nurse")
ANNA = Person(job_id=JOB.id, name="Anna")
FACTS = {"questions": "1. How?", "day": "Friday 27 November", "missing": "pay", "detail": "The ward", "clock": "15:00"}


@pytest.mark.parametrize("tone", ["soft", "direct"])
@pytest.mark.parametrize("id", sorted(DRAFTS))
def test_every_letter_greets_by_name_and_leaves_nothing_open_where_all_is_known(id: str, tone: str) -> None:
    words = letter(DRAFTS, id, tone, JOB, ANNA, **FACTS)
    assert words.startswith("Hello Anna,")
    assert OPEN not in words
    assert "{" not in words
    assert len(words) <= 450


def test_what_is_not_known_stays_open_in_brackets() -> None:
    assert OPEN in letter(DRAFTS, "ask_time", "soft", JOB)
    assert letter(DRAFTS, "decline", "direct", Job()).startswith("Hello, thank you")
    assert role(Job()) == "the job"
    assert role(JOB) == "the job as night nurse"


def test_an_unknown_letter_is_an_error() -> None:
    with pytest.raises(KeyError):
        letter(DRAFTS, "threat", "soft", JOB)


def test_braces_of_the_user_are_only_words() -> None:
    assert "{role}" in letter(DRAFTS, "not_yet", "soft", JOB, missing="{role}")


def test_lists_and_days() -> None:
    assert listed(["How?", "When?"]) == "1. How?\n2. When?"
    assert on(date(2026, 11, 27)) == "Friday 27 November"


def answer(note: str, verdict: str = "concrete", kind: str = "claim") -> Answer:
    return Answer(question_id="q", interview_id="i", note=note, verdict=verdict, kind=kind)


def test_a_thank_you_names_what_was_concrete_and_best_what_was_seen() -> None:
    said, seen = answer("training is five days"), answer("I saw the rota", kind="evidence")
    assert remembered([answer("we are flexible", verdict="vague"), said, seen], "i") is seen
    assert remembered([said, answer("", kind="evidence")], "i") is said
    assert remembered([said], "another") is None
    assert remembered([], "i") is None


@pytest.mark.parametrize(
    "words",
    ["five days of training on the job", "it would be 36,000 a year", "no night shifts", "six weeks notice", "they pay the course",
     "Fridays always free and the desk by the window"],
)  # fmt: skip
def test_what_says_something_by_itself_can_be_quoted(words: str) -> None:
    assert quotable(words)


@pytest.mark.parametrize(
    "words", ["at six", "by six in the morning", "it's flexible", "around six am sharp", "from 9 to 5", "", "no"]
)
def test_a_fragment_cannot(words: str) -> None:
    assert not quotable(words)
