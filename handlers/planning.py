"""The list of questions for one interview: chosen by the core, changed by the user, kept as planned questions."""

from __future__ import annotations

from typing import Any

from bot.core import questions as core
from bot.core.model import Answer, Interview, Priority, Question
from bot.telegram.texts import Html, join
from bot.telegram.turn import Turn
from handlers.asking import wording
from handlers.common import job_of, job_words, numbered, people_of, person_words, when_words

MOST = 5
MANY = 12  # from how many the next best is taken when one is swapped

Item = list[Any]  # [topic id, bank id, question id or None]: one place of a list, as it is kept in a draft


def planned(turn: Turn, interview: Interview) -> list[Question]:
    """The list that the user has settled, in its order."""
    rows = [q for q in turn.work.all(Question) if q.interview_id == interview.id and q.rank]
    return sorted(rows, key=lambda q: q.rank)


def items(turn: Turn, interview: Interview, limit: int = MOST) -> list[Item]:
    """The settled list, or the core's choice where there is none."""
    settled = planned(turn, interview) if limit == MOST else []
    if settled:
        return [[q.topic, q.bank, q.id] for q in settled]
    return [[ask.topic_id, ask.bank, ask.question_id] for ask in _choose(turn, interview, limit).asks]


def held(turn: Turn, interview: Interview) -> list[str]:
    """Names of what the user marked but does not fit this round or these people."""
    rows = {q.id: q for q in turn.work.all(Question)}
    topics = turn.content.topics
    found = [h for h in _choose(turn, interview, MOST).held if h.question_id]
    return [topics[h.topic_id].name if h.topic_id in topics else rows[h.question_id or ""].text for h in found][:3]


def _choose(turn: Turn, interview: Interview, limit: int) -> core.Plan:
    over = [i.id for i in turn.work.all(Interview) if i.job_id == interview.job_id and i.start < interview.start]
    return core.choose(
        topics=turn.content.topics,
        priorities=turn.work.all(Priority),
        questions=turn.work.all(Question),
        interview=interview,
        people=people_of(turn, interview),
        answers=turn.work.all(Answer),
        over=over,
        limit=limit,
    )


def next_best(turn: Turn, interview: Interview, taken: list[Item], refused: list[str]) -> Item | None:
    """The best question that is neither on the list nor was swapped away."""
    names = {key(item) for item in taken} | set(refused)
    return next((item for item in items(turn, interview, MANY) if key(item) not in names), None)


def key(item: Item) -> str:
    """What tells two items apart: the topic, or the own question."""
    return str(item[0] or item[2])


def item_words(turn: Turn, item: Item, interview: Interview, tone: str) -> str:
    """The question as it would be said to who is met there."""
    met = next((p.audience for p in people_of(turn, interview) if p.audience), "")
    question = turn.work.get(Question, item[2]) if item[2] else None
    if question is not None and question.text:
        return question.text
    return core.bank_wording(item[1] or item[0], turn.content, tone, met)


def settle(turn: Turn, interview: Interview, chosen: list[Item]) -> None:
    """The list becomes planned questions; what is no longer on it is open again."""
    for old in planned(turn, interview):
        old.state, old.interview_id, old.rank = ("open" if old.state == "planned" else old.state), "", 0
    for rank, (topic, bank, question_id) in enumerate(chosen, 1):
        question = turn.work.get(Question, question_id) if question_id else None
        if question is None:
            first = turn.content.topics[topic].questions[0]
            question = turn.work.add(
                Question(
                    topic=topic, bank=bank, job_id=interview.job_id, audience=first.audience[0], created_at=turn.now
                )
            )
        question.state, question.interview_id, question.rank = "planned", interview.id, rank


def list_text(turn: Turn, interview: Interview, chosen: list[Item], tone: str) -> Html:
    """The list as one message: when, the questions best first, the line to open with, whom one sees."""
    t = turn.t
    words = [item_words(turn, item, interview, tone) for item in chosen]
    head = t("prepare.list", when=when_words(turn, interview), count=len(words), questions=numbered(words))
    later = held(turn, interview)
    return join(
        [
            head,
            lead(turn, interview),
            seeing(turn, interview),
            t("prepare.held", names=", ".join(later)) if later else Html(""),
        ],
        "\n",
    )


def lead(turn: Turn, interview: Interview) -> Html:
    """The line to open with."""
    person = next((p.name or p.title for p in people_of(turn, interview)), "")
    return turn.t("prepare.lead_person", person=person) if person else turn.t("prepare.lead")


def seeing(turn: Turn, interview: Interview) -> Html:
    people = ", ".join(person_words(p.name, p.title) for p in people_of(turn, interview))
    job = job_words(turn, job_of(turn, interview))
    return turn.t("prepare.seeing", people=people, job=job) if people else Html("")


def planned_words(turn: Turn, question: Question, interview: Interview) -> str:
    """A planned question as it would be said there."""
    return item_words(turn, [question.topic, question.bank, question.id], interview, turn.user.tone) or wording(
        turn, question
    )
