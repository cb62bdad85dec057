"""Questions in words, and keeping them: shared by every conversation that opens one."""

from __future__ import annotations

from bot.core import questions as core
from bot.core.model import Question
from bot.telegram.turn import Turn
from content import Topic


def bank_id(topic: Topic) -> str:
    """The id of a topic's first question."""
    return f"{topic.id}.1"


def wording(turn: Turn, question: Question, tone: str = "", audience: str = "") -> str:
    """The question as it is asked, in the user's tone."""
    return core.wording(question, turn.content, tone or turn.user.tone, audience or question.audience)


def topic_question(turn: Turn, topic_id: str, origin: str, job_id: str = "") -> Question:
    """The user's question on that topic; a new record (not yet kept) where he has none."""
    for known in turn.work.all(Question):
        if known.topic == topic_id and known.job_id == job_id and not known.text:
            return known
    topic = turn.content.topics[topic_id]
    first = topic.questions[0]
    return Question(
        topic=topic_id,
        bank=bank_id(topic),
        origin=origin,
        job_id=job_id,
        audience=first.audience[0],
        created_at=turn.now,
    )


def keep(turn: Turn, topic_ids: list[str], origin: str, job_id: str = "") -> list[Question]:
    """Opens a question for each topic; one that was put away comes back, one that is open stays as it is."""
    kept = []
    for topic_id in topic_ids:
        question = topic_question(turn, topic_id, origin, job_id)
        if question.state in ("parked", "waived", "answered"):
            question.state = "open"
        kept.append(turn.work.add(question))
    return kept


def whom(turn: Turn, audience: str) -> str:
    """Who to ask, in words."""
    return turn.t.label(f"whom.{audience or 'any'}")
