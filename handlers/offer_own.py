"""What the user has starred himself, in the message about an offer and in the reply to it."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update

from bot.core import ledger
from bot.core.model import Offer, Question
from bot.core.offer.beside import answered
from bot.core.record import new_id
from bot.telegram.buttons import Button
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers.asking import wording
from handlers.common import short, yes_or_no
from handlers.offer_report import offer_of

MOST = 3  # starred questions on something else that go into the message
BESIDE = "beside"  # the facet of a question that he typed beside the offer
QUOTED = 120


def starred(turn: Turn, offer: Offer) -> list[Question]:
    """Those that go into the message: what he typed beside the offer, and what he starred on something that the check
    has no topic for."""
    typed = typed_beside(turn, offer)
    return [*typed, *[q for q in _starred(turn, offer) if not _topics(turn, q) and q not in typed][:MOST]]


def typed_beside(turn: Turn, offer: Offer) -> list[Question]:
    """His own questions about that offer, as they stand in the message."""
    return [q for q in turn.work.all(Question) if (q.about, q.facet) == (offer.id, BESIDE) and q.state in ledger.OPEN]


def _starred(turn: Turn, offer: Offer) -> list[Question]:
    return [q for q in ledger.before_yes(turn.work.all(Question), offer.job_id) if q.origin != "offer"]


def _topics(turn: Turn, question: Question) -> tuple[str, ...]:
    """The topics of the check that a question is about: the report speaks of it, and it is not asked twice."""
    topic = turn.content.topics.get(question.topic)
    return tuple(topic.offer_topics) if topic else ()


# -- the reply ----------------------------------------------------------------------------------------------------


def settled_by(turn: Turn, offer: Offer, closed: dict[str, str], left: list[str]) -> list[tuple[Question, str]]:
    """The starred questions that the reply answers by the topics of the check, each with the words that do."""
    found = []
    for question in _starred(turn, offer):
        topics = _topics(turn, question)
        told = [closed[id] for id in topics if id in closed]
        if told and not set(topics) & set(left):
            found.append((of_job(turn, question, offer.job_id), told[0]))
    return found


def beside(turn: Turn, offer: Offer, text: str) -> list[tuple[Question, str]]:
    """The open questions of that job that a sentence of the reply answers by itself; of the starred ones that went into
    the message the user is asked. What he typed beside the offer is in the message too, and no longer asked about."""
    put = [question for question in starred(turn, offer) if question.facet != BESIDE]
    rows = [
        question
        for question in turn.work.all(Question)
        if question.job_id == offer.job_id
        and question.state in ledger.OPEN
        and question.origin != "offer"
        and question not in put
    ]
    found = answered({question.id: wording(turn, question) for question in rows}, text)
    return [(question, found[question.id]) for question in rows if question.id in found]


def of_job(turn: Turn, question: Question, job_id: str) -> Question:
    """That employer's own copy of a general question: at the others it stays open."""
    if question.job_id:
        return question
    return turn.work.add(replace(question, id=new_id(), job_id=job_id))


def begin(turn: Turn, offer: Offer) -> None:
    """No rule can tell whether a reply answers these: the user says it of each."""
    turn.draft["own"] = [question.id for question in starred(turn, offer)]


def asked(turn: Turn) -> Question | None:
    """The one to ask about now."""
    rows = (turn.work.get(Question, id) for id in turn.draft.get("own", []))
    return next((q for q in rows if q is not None), None)


def line(turn: Turn) -> tuple[Html, tuple[Button, ...]]:
    """ "Did they answer ...?" with its buttons; nothing where none is left."""
    question, label = asked(turn), turn.t.label
    if question is None:
        return Html(""), ()
    row = tuple(Button(label(f"offer.button_own_{key}"), f"own_{key}", question.id) for key in ("yes", "no"))
    words = short(wording(turn, question), QUOTED).rstrip("?. ")
    return turn.t("offer.own", question=words), row


async def yes(update: Update, context: Context) -> None:
    _take(context.turn, context.turn.arg, answered=True)


async def no(update: Update, context: Context) -> None:
    _take(context.turn, context.turn.arg, answered=False)


def said(turn: Turn) -> bool:
    """A typed yes or no to that; False where nothing is asked or it is neither."""
    question, answer = asked(turn), yes_or_no(turn.said)
    if question is None or answer is None:
        return False
    _take(turn, question.id, answered=answer)
    return True


def _take(turn: Turn, id: str, *, answered: bool) -> None:
    question = turn.work.get(Question, id)
    if question is None or id not in turn.draft.get("own", []):
        return
    turn.draft["own"] = [one for one in turn.draft["own"] if one != id]
    if answered:
        mine = of_job(turn, question, offer_of(turn).job_id)
        mine.state, mine.interview_id, mine.rank = "answered", "", 0
    turn.note(turn.t("offer.own_closed" if answered else "offer.own_open", question=short(wording(turn, question), 80)))
