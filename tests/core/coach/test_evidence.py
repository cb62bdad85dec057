"""Claim or evidence, and which question a note speaks to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import content
from bot.core.evidence import kind
from bot.core.model import Question
from bot.core.notes import asked_about, belongs_to
from bot.core.stems import stems

TOPICS = content.load().topics


@pytest.mark.parametrize(
    "note, expected",
    [
        ("I saw the rota on the wall", "evidence"),
        ("she showed me last week's plan", "evidence"),
        ("twelve patients a night", "evidence"),
        ("when he started they gave him a month", "evidence"),
        ("for example the girl before me went to Lyon", "evidence"),
        ("they value their people", "claim"),
        ("training is very good here", "claim"),
        ("nobody ever leaves", "claim"),
        ("", "claim"),
    ],
)
def test_kind(note: str, expected: str) -> None:
    assert kind(note) == expected


@given(st.text(max_size=200))
def test_any_note_is_one_of_both(note: str) -> None:
    assert kind(note) in ("claim", "evidence")


# -- stems ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "one, other",
    [("training", "trained"), ("shifts", "shift"), ("ventilating", "ventilated"), ("negotiations", "negotiation")],
)
def test_two_forms_of_one_word_meet(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_short_and_empty_words_carry_nothing() -> None:
    assert stems("the and of it is on to") == frozenset()
    assert stems("") == frozenset()


@given(st.text(max_size=200))
def test_stems_are_lower_case_and_come_from_the_text(text: str) -> None:
    low = text.lower()
    assert all(stem in low for stem in stems(text))


# -- which question a note answers ------------------------------------------------------------------------------


def asked(*topics: str) -> tuple[list[Question], dict[str, str]]:
    rows = [Question(topic=topic, bank=f"{topic}.1") for topic in topics]
    return rows, {q.id: TOPICS[q.topic].questions[0].soft for q in rows}


def test_a_note_goes_to_the_question_that_it_speaks_of() -> None:
    rows, words = asked("shifts", "turnover", "base_pay")
    for question in rows:
        phrase = TOPICS[question.topic].hears[0]
        assert belongs_to(f"{phrase}, she told me", rows, words, TOPICS) is question


def test_a_note_that_could_be_two_or_none_waits() -> None:
    rows, words = asked("shifts", "shifts")
    assert belongs_to("night shifts every week", rows, words, TOPICS) is None
    rows, words = asked("shifts", "turnover")
    assert belongs_to("the coffee was cold", rows, words, TOPICS) is None
    assert belongs_to("anything", [], {}, TOPICS) is None


def test_an_own_question_is_found_by_its_words() -> None:
    own = Question(text="How far is the depot from the station?")
    rows, words = asked("shifts")
    assert belongs_to("depot is two km from the station", [own, *rows], {own.id: own.text, **words}, TOPICS) is own


def test_their_questions_are_counted_by_what_they_touch() -> None:
    phrase = TOPICS["shifts"].hears[0]
    found = asked_about([f"What about {phrase}?", f"And {phrase} again?", "Why us?"], TOPICS)
    assert found[0] == ("shifts", 2)
    assert asked_about(["Why us?"], TOPICS) == [] or asked_about([], TOPICS) == []
