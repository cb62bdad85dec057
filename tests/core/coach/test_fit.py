"""How a job sits with each priority, and how sure that is."""

from __future__ import annotations

import content
from bot.core.fit import Graded, grades
from bot.core.model import Answer, Fit, Person, Priority, Question

TOPICS = content.load().topics
HOURS, OWN = Priority(id="t", topic="TIME", rank=2), Priority(id="o", topic="OWN", words="a short way home", rank=1)
LOAD, SHIFTS = Question(id="q1", job_id="A", topic="hours_and_load"), Question(id="q2", job_id="A", topic="shifts")
HOME = Question(id="q3", job_id="A", text="How far is the depot?", about="o")
PEOPLE = {"b": Person(id="b", job_id="A"), "p": Person(id="p", job_id="A")}


def told(question: Question, sits: str, person: str = "b", verdict: str = "concrete", kind: str = "") -> Answer:
    return Answer(question_id=question.id, note="said", verdict=verdict, sits=sits, person_id=person, kind=kind)


def graded(answers: list[Answer], fits: list[Fit] | None = None) -> dict[str, Graded]:
    rows = grades([HOURS, OWN], fits or [], [LOAD, SHIFTS, HOME], answers, PEOPLE, TOPICS, "A")
    assert [row.priority.id for row in rows] == ["o", "t"]
    return {row.priority.id: row for row in rows}


def test_nothing_said_is_unknown() -> None:
    row = graded([])["t"]
    assert (row.grade, row.sure, row.answers, row.own) == ("unknown", 0, (), False)


def test_answers_that_agree_and_answers_that_do_not() -> None:
    assert graded([told(LOAD, "met"), told(SHIFTS, "met")])["t"].grade == "met"
    assert graded([told(LOAD, "met"), told(SHIFTS, "not")])["t"].grade == "partly"
    assert graded([told(LOAD, "met"), told(LOAD, "not")])["t"].grade == "not"  # the last word counts


def test_how_sure() -> None:
    assert graded([told(LOAD, "met", verdict="vague")])["t"].sure == 0
    assert graded([told(LOAD, "met")])["t"].sure == 1
    assert graded([told(LOAD, "met"), told(SHIFTS, "met", "p")])["t"].sure == 2
    assert graded([told(LOAD, "met", kind="evidence")])["t"].sure == 2


def test_the_users_own_grade_goes_before_all() -> None:
    row = graded([told(LOAD, "not")], [Fit(job_id="A", priority_id="t", grade="met")])["t"]
    assert (row.grade, row.own) == ("met", True)
    assert graded([told(LOAD, "not")], [Fit(job_id="B", priority_id="t", grade="met")])["t"].grade == "not"


def test_own_words_are_served_by_the_question_they_opened() -> None:
    assert graded([told(HOME, "partly")])["o"].grade == "partly"
