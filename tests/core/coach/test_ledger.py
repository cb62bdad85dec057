"""What settles a question, what stands before a yes, and what is not understood yet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import content
from bot.core.ledger import before_yes, matters_most, not_understood, settles, still_to_ask
from bot.core.model import Answer, Person, Priority, Question

TOPICS = content.load().topics
BOSS, PEER = Person(id="b", job_id="A", audience="M"), Person(id="p", job_id="A", audience="P")
HOURS = Priority(topic="TIME", rank=1)


def test_a_vague_answer_settles_nothing() -> None:
    assert not settles(Question(topic="hours_and_load"), Answer(question_id="q", verdict="vague"), BOSS, TOPICS, [])


@pytest.mark.parametrize(
    "person, starred, wants, closed",
    [
        (BOSS, True, [], True),
        (PEER, True, [], False),
        (PEER, False, [], True),
        (PEER, False, [HOURS], False),
        (BOSS, False, [HOURS], True),
        (None, True, [HOURS], True),
        (Person(job_id="A", name="Kim"), True, [], True),
    ],
)
def test_what_matters_most_waits_for_the_boss(
    person: Person | None, starred: bool, wants: list[Priority], closed: bool
) -> None:
    question = Question(topic="hours_and_load", starred=starred)
    assert settles(question, Answer(question_id=question.id, verdict="concrete"), person, TOPICS, wants) is closed


def test_a_must_matters_whatever_its_rank() -> None:
    question = Question(topic="shifts")
    assert not matters_most(question, TOPICS, [Priority(topic="TIME", rank=9)])
    assert matters_most(question, TOPICS, [Priority(topic="TIME", rank=9, level="must")])


QUESTIONS = st.lists(
    st.builds(
        Question,
        job_id=st.sampled_from(["", "A", "B"]),
        state=st.sampled_from(["open", "planned", "answered", "waived", "parked"]),
        starred=st.booleans(),
        rank=st.integers(0, 5),
    ),
    max_size=12,
)


@given(QUESTIONS)
def test_before_a_yes_exactly_the_starred_open_ones_are_shown(questions: list[Question]) -> None:
    shown = before_yes(questions, "A")
    wanted = [q for q in questions if q.starred and q.state in ("open", "planned") and q.job_id in ("", "A")]
    assert sorted(q.id for q in shown) == sorted(q.id for q in wanted)
    assert still_to_ask(questions, "A")[: len(shown)] == shown


def test_each_blank_of_understanding_goes_when_it_was_answered_concretely() -> None:
    question = Question(id="q", job_id="A", topic="how_measured")
    assert [f.name for f in not_understood([], [], "A")] == ["tasks", "boss", "first_month", "judged"]
    told = Answer(question_id="q", verdict="concrete")
    assert "judged" not in [f.name for f in not_understood([question], [told], "A")]
    assert "judged" in [f.name for f in not_understood([question], [Answer(question_id="q", verdict="vague")], "A")]
    assert "judged" in [f.name for f in not_understood([question], [told], "B")]


def test_every_facet_asks_for_topics_that_exist() -> None:
    assert all(topic in TOPICS for facet in not_understood([], [], "A") for topic in facet.topics)


def test_a_general_question_that_an_employer_has_as_his_own_counts_once_there() -> None:
    general = Question(topic="caseload", starred=True)
    own = Question(topic="caseload", starred=True, job_id="J", state="answered")
    assert before_yes([general, own], "J") == []
    assert before_yes([general, own], "K") == [general]
    own.state = "open"
    assert before_yes([general, own], "J") == [own]
    own.starred = False
    assert before_yes([general, own], "J") == [general]
