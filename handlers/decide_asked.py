"""After the message that asks first what stands open before a yes: it is sent, and what they answer settles it."""

from __future__ import annotations

import re

from telegram import Update

from bot.core import evidence, ledger
from bot.core.answers import verdict
from bot.core.drafts import letter, listed
from bot.core.hears import heard, plain
from bot.core.model import Answer, Job, Person, Question
from bot.core.offer import keeping
from bot.core.offer.beside import answered
from bot.telegram import undo
from bot.telegram.buttons import Button
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import offer_letter, offer_reply
from handlers.asking import wording
from handlers.common import job_words, short
from handlers.employers import chosen, offer_of
from handlers.interview_screens import next_row

QUOTED = 80
LONGEST = 3000
_PARTS = re.compile(r"[.;,!\n]+(?:\s|$)|\s(?:and|but)\s")


def open_for(turn: Turn, job: Job, rows: list[Question]) -> None:
    """Shows the message that asks these; it is a conversation of its own, so that /decide shows what is open anew."""
    turn.begin("first", "asked", job=job.id, asked=[question.id for question in rows])
    CONVERSATION.enter(turn, "asked")


def _asked(turn: Turn) -> list[Question]:
    """What the message asks, as far as it is open."""
    rows = (turn.work.get(Question, id) for id in turn.draft.get("asked", []))
    return [question for question in rows if question is not None and question.state in ledger.OPEN]


def show(turn: Turn) -> Screen:
    """The message; what is settled is not in it any more."""
    job = chosen(turn)
    people = [p for p in turn.work.all(Person) if p.job_id == job.id and p.audience in ("R", "H", "M", "X")]
    questions = listed([wording(turn, question) for question in _asked(turn)])
    person = people[0] if people else None
    words = letter(turn.content.drafts, "offer_questions", turn.user.tone, job, person, questions=questions)
    back = (undo.button(turn),) if undo.has_changes(turn) else ()
    row = (Button(turn.t.label("button.done"), "done"), *back)
    return Screen(turn.t("decide.ask", words=words), (row,), sort="card")


def settled_by(turn: Turn) -> dict[str, str]:
    """Which of the questions the text answers, each with its words: by a word that both have, or by the topic."""
    rows = _asked(turn)
    found = answered({question.id: wording(turn, question) for question in rows}, turn.said)
    for question in rows:
        words = next((part for part in _PARTS.split(turn.said) if _is_on(turn, question, part)), "")
        if words and question.id not in found:
            found[question.id] = words.strip()
    return found


def _is_on(turn: Turn, question: Question, words: str) -> bool:
    """Whether a part of a reply speaks of the question's topic, and says something."""
    topic = turn.content.topics.get(question.topic)
    ids = topic.offer_topics if topic else ()
    hears = [*(topic.hears if topic else ()), *(word for id in ids for word in turn.content.offer_topics[id].hears)]
    told = any(map(str.isdigit, words)) or verdict(wording(turn, question), words) == "concrete"
    return told and any(heard(hears, plain(words)))


def takes(turn: Turn) -> bool:
    """Whether a text belongs to the message: it is sent, or answers something of it."""
    return offer_reply.is_sent(turn) or bool(settled_by(turn)) or keeping.terms_in(turn.said)


async def took(update: Update, context: Context) -> str | None:
    """That it is sent, or their answer: what it settles is closed, the rest stays in the message."""
    turn = context.turn
    if offer_reply.is_sent(turn):
        turn.note(turn.t("offer.sent"))
        return None
    found = settled_by(turn)
    for question in _asked(turn):
        if question.id in found:
            _close(turn, question, found[question.id])
    told = keeping.reading(turn.said, turn.content.offer_topics)
    offer = offer_of(turn, chosen(turn))
    if told["topics"] and offer.read:
        offer.read = offer_letter.joined(offer.read, told)
        names = ", ".join(turn.content.offer_topics[id].name for id in told["topics"])
        turn.note(turn.t("offer.settled_beside", names=names))
    elif not found:
        turn.note(turn.t("offer.no_reply"))
    return None if _asked(turn) else await done(update, context)


def _close(turn: Turn, question: Question, words: str) -> None:
    kind = evidence.kind(words)
    turn.work.add(Answer(question_id=question.id, note=words, verdict="concrete", kind=kind, created_at=turn.now))
    question.state, question.interview_id, question.rank = "answered", "", 0
    turn.note(turn.t("offer.own_closed", question=short(wording(turn, question), QUOTED)))


async def done(update: Update, context: Context) -> str:
    turn = context.turn
    turn.say("decide.asked_done", next_row(turn), job=job_words(turn, chosen(turn)))
    return END


CONVERSATION = Conversation(
    "first", entry_points=[], states={"asked": State(show, Tapped("done", done), Said(took, LONGEST))}
)
