"""What is still to ask an employer: when an answer settles a question, and what stands between the user and a yes.

On screen this is never called a ledger or a gate: it is what is "still to ask", and it never bars the way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.model import Answer, Interview, Person, Priority, Question
from content import Topic

OPEN = ("open", "planned")
BOSS = "M"
MATTERS = 3  # priorities of this rank or better, and musts, are what matters most
MOST_STARS = 5  # questions that a user may star


def matters_most(question: Question, topics: Mapping[str, Topic], priorities: Iterable[Priority]) -> bool:
    """Whether the question is starred or serves one of the user's first priorities or musts."""
    if question.starred:
        return True
    topic = topics.get(question.topic)
    first = {p.topic for p in priorities if p.level == "must" or 0 < p.rank <= MATTERS}
    return bool(topic and first & set(topic.priorities[:1]))


def settles(
    question: Question,
    answer: Answer,
    person: Person | None,
    topics: Mapping[str, Topic],
    priorities: Iterable[Priority],
) -> bool:
    """Whether that answer closes the question.

    Only a concrete one does. What matters most stays open until the one who would be the boss has answered it,
    where he is somebody to ask it of; an answer of nobody named counts as his, since more is not known.
    """
    if answer.verdict != "concrete":
        return False
    topic = topics.get(question.topic)
    asks_boss = topic is None or any(BOSS in q.audience for q in topic.questions)
    from_another = person is not None and person.audience not in ("", BOSS)
    return not (from_another and asks_boss and matters_most(question, topics, priorities))


def of_job(questions: Iterable[Question], job_id: str) -> list[Question]:
    """What is or was to ask that employer: his own questions, and the general ones of which he has no copy yet."""
    rows = list(questions)
    own = [q for q in rows if job_id and q.job_id == job_id]
    general = (q for q in rows if not q.job_id)
    return [*own, *(q for q in general if not any(stands_for(copy, q) for copy in own))]


def stands_for(copy: Question, general: Question) -> bool:
    """Whether an employer's own question is that general one; a star on the general one alone is not lost."""
    same = bool(general.topic or general.text) and (copy.topic, copy.text) == (general.topic, general.text)
    return same and (copy.starred or not general.starred or copy.state not in OPEN)


def answers_at(
    job_id: str,
    questions: Iterable[Question],
    answers: Iterable[Answer],
    interviews: Iterable[Interview],
    people: Iterable[Person],
    *,
    only: bool = False,
) -> list[Answer]:
    """What was said at that employer: to his own questions, and to general ones in a talk there or by somebody there.

    ``only``: there is no other employer, so what nobody knows the place of was said at this one.
    """
    rows: tuple[Question | Interview | Person, ...] = (*questions, *interviews, *people)
    of = {row.id: row.job_id for row in rows}
    places = (job_id, "") if only else (job_id,)
    return [answer for answer in answers if answer.question_id in of and said_at(answer, of) in places]


def said_at(answer: Answer, job_of: Mapping[str, str]) -> str:
    """The employer at whom that was said; empty where nobody knows. ``job_of``: the job's id (empty: general) of each
    question, interview and person, by its own."""
    told = (job_of.get(id, "") for id in (answer.question_id, answer.interview_id, answer.person_id))
    return next(filter(None, told), "")


def once(questions: Iterable[Question], jobs: Collection[str] = ()) -> list[Question]:
    """All open ones of all employers; a general one that is open at one of them as his own stands there once.

    ``jobs``: the ids of the employers that are still in question; a general one that is settled at each of them is
    asked nobody any more.
    """
    rows = list(questions)
    own = [q for q in rows if q.job_id]
    live = [q for q in own if q.state in OPEN]
    shut = [q for q in own if q.state not in OPEN]

    def is_left(general: Question) -> bool:
        settled = {copy.job_id for copy in shut if stands_for(copy, general)}
        return not (jobs and settled >= {*jobs}) and not any(stands_for(copy, general) for copy in live)

    return [q for q in rows if q.state in OPEN and (q.job_id or is_left(q))]


def still_to_ask(questions: Iterable[Question], job_id: str) -> list[Question]:
    """All open questions for that employer: starred first, then planned ones, then oldest first."""
    rows = [q for q in of_job(questions, job_id) if q.state in OPEN]
    return sorted(rows, key=lambda q: (not q.starred, q.state != "planned", q.rank or 99, q.created_at))


def before_yes(questions: Iterable[Question], job_id: str) -> list[Question]:
    """The starred questions that are still open: shown before any yes to that employer."""
    return [q for q in still_to_ask(questions, job_id) if q.starred]


@dataclass(frozen=True, slots=True)
class Facet:
    """One part of knowing what one would sign up for; ``topics`` of the bank answer it, the first one is asked."""

    name: str
    topics: tuple[str, ...]


FACETS = (
    Facet("tasks", ("daily_work",)),
    Facet("boss", ("title_and_boss", "how_led")),
    Facet("first_month", ("first_three_months", "first_weeks")),
    Facet("judged", ("how_measured",)),
)


def not_understood(questions: Sequence[Question], answers: Sequence[Answer], job_id: str) -> list[Facet]:
    """What nobody has said concretely yet about that job: each blank can become a question. ``answers``: what was said
    there (``answers_at``), to general questions too; a general one that is answered elsewhere is still a blank."""
    told = {a.question_id for a in answers if a.verdict == "concrete"}
    settled = {q.topic for q in questions if q.job_id == job_id and (q.id in told or q.state == "answered")}
    known = settled | {q.topic for q in questions if not q.job_id and q.id in told}
    return [facet for facet in FACETS if not known & set(facet.topics)]
