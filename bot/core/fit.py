"""How one job sits with what the user wants: a grade for each priority, what it rests on, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.model import Answer, Fit, Person, Priority, Question
from content import Topic

GRADES = ("met", "partly", "not", "unknown")


@dataclass(frozen=True, slots=True)
class Graded:
    """One priority in one job.

    ``grade``: met, partly, not or unknown; ``own``: the user gave it himself. ``answers``: what it rests on, newest
    last. ``sure``: 0 nothing concrete was said, 1 one concrete answer, 2 several people or something seen.
    """

    priority: Priority
    grade: str
    own: bool
    answers: tuple[Answer, ...]
    sure: int


def grades(
    priorities: Sequence[Priority],
    fits: Iterable[Fit],
    questions: Iterable[Question],
    answers: Sequence[Answer],
    people: Mapping[str, Person],
    topics: Mapping[str, Topic],
    job_id: str,
) -> list[Graded]:
    """Every priority of the user for that job, in their order."""
    own = {fit.priority_id: fit.grade for fit in fits if fit.job_id == job_id and fit.grade}
    mine = [q for q in questions if q.job_id == job_id]
    found = []
    for priority in sorted(priorities, key=lambda p: p.rank or 99):
        ids = {q.id for q in mine if serves(q, priority, topics)}
        told = tuple(a for a in answers if a.question_id in ids and a.note)
        grade = own.get(priority.id) or _from(told)
        found.append(Graded(priority, grade, priority.id in own, told, _sure(told, people)))
    return found


def serves(question: Question, priority: Priority, topics: Mapping[str, Topic]) -> bool:
    """Whether the question finds out about that priority: by its topic, or opened by the user's own words."""
    topic = topics.get(question.topic)
    return question.about == priority.id or bool(topic and priority.topic in topic.priorities)


def to_weigh(
    priorities: Iterable[Priority],
    questions: Iterable[Question],
    answers: Iterable[Answer],
    topics: Mapping[str, Topic],
    interview_id: str,
) -> tuple[Priority, Answer] | None:
    """What was said in that talk on the want that matters most, where it is something to hold them to and the user
    has not said yet how it sits with that want."""
    asked = {question.id: question for question in questions}
    rows = [a for a in answers if a.interview_id == interview_id and a.verdict == "concrete" and not a.sits]
    pairs = ((p, a) for p in sorted(priorities, key=lambda p: p.rank or 99) for a in rows if a.question_id in asked)
    return next(((p, a) for p, a in pairs if serves(asked[a.question_id], p, topics)), None)


def _from(told: Sequence[Answer]) -> str:
    """What the answers say together; the last word of each question counts."""
    latest = {a.question_id: a.sits for a in told if a.sits in ("met", "partly", "not")}
    said = set(latest.values())
    if not said:
        return "unknown"
    return said.pop() if len(said) == 1 else "partly"


def _sure(told: Sequence[Answer], people: Mapping[str, Person]) -> int:
    concrete = [a for a in told if a.verdict == "concrete"]
    if not concrete:
        return 0
    named = {a.person_id for a in concrete if a.person_id in people}
    return 2 if len(named) > 1 or any(a.kind == "evidence" for a in concrete) else 1
