"""Small readings of what was said: which letter, which want, whose doing, and the new time."""

from __future__ import annotations

import pytest

from bot.core.employer_named import named_employer
from bot.core.letters import kind_of
from bot.core.route import is_theirs, moved_to, puts_off
from bot.core.wants_said import said_want


@pytest.mark.parametrize(
    "text, kind",
    [
        ("should I thank them?", "thanks"),
        ("a thank-you note for Miss Farrow", "thanks"),
        ("no word for two weeks, shall I ask?", "chaser"),
        ("how do I follow up", "chaser"),
        ("where do I stand with them", "chaser"),
        ("he never called, what do I write", "missed_call"),
        ("they didn't show up", "missed_call"),
        ("write to the school for me", ""),
        ("", ""),
    ],
)
def test_which_letter_is_wanted(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    "text, want",
    [
        ("I want a job with no weekend work.", "no weekend work"),
        ("I'd like to have my own desk", "my own desk"),
        ("looking for a job where nobody shouts", "nobody shouts"),
        ("what matters to me is a short way home. Really.", "a short way home"),
        ("no split shifts", "no split shifts"),
        ("!!!", ""),
    ],
)
def test_a_want_without_the_words_around_it(text: str, want: str) -> None:
    assert said_want(text) == want


@pytest.mark.parametrize(
    "text, employer, theirs",
    [
        ("they moved it to Friday", "", True),
        ("Lidl cancelled", "Lidl", True),
        ("the recruiter just rescheduled our call", "", True),
        ("I need to cancel Lidl", "Lidl", False),
        ("can you move it to Friday", "", False),
        ("I can't make it, they moved it for me", "", False),
        ("it was moved", "", False),
    ],
)
def test_who_moved_it(text: str, employer: str, theirs: bool) -> None:
    assert is_theirs(text, employer) is theirs


@pytest.mark.parametrize(
    "text, rest",
    [
        ("the Friday one moved to Thursday 10", "Thursday 10"),
        ("it got pushed back until 12 March 9:00", "12 March 9:00"),
        ("new time: Monday 9", "new time: Monday 9"),
    ],
)
def test_the_part_that_holds_the_new_time(text: str, rest: str) -> None:
    assert moved_to(text) == rest


def test_a_time_that_changes_is_told_from_a_place() -> None:
    assert puts_off("they moved it")
    assert not puts_off("it's at the other gate")


@pytest.mark.parametrize(
    "text, employer",
    [
        ("my interview yesterday at Goethe School, it went ok", "Goethe School"),
        ("the recruiter from Kestrel never called", "Kestrel"),
        ("I had an interview with Harbour Clinic", "Harbour Clinic"),
        ("how do I turn down Bexley Trams", "Bexley Trams"),
        ("interview with Anna on Friday", ""),
        ("call with HR on Monday", ""),
        ("my boss at work", ""),
        ("interview at Zoom", ""),
    ],
)
def test_an_employer_that_is_plainly_named(text: str, employer: str) -> None:
    assert named_employer(text) == employer
