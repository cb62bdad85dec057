"""/ask: an own question, kept; and what they said to one, noted from its page."""

from __future__ import annotations

from telegram import Update

from bot.core import asked, to_bot
from bot.core.ledger import OPEN
from bot.core.model import Question
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Said
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers.about import about, gone
from handlers.answering import note_answer
from handlers.asking import wording
from handlers.common import upcoming
from handlers.questions import listing, page


async def start_ask(update: Update, context: Context) -> str:
    """/ask, with or without the question after it."""
    turn = context.turn
    turn.begin("ask", "text")
    return _add(turn) if turn.said and turn.event.kind == "command" and len(turn.said) <= 300 else "text"


async def took_text(update: Update, context: Context) -> str:
    turn = context.turn
    if to_bot.is_lost(turn.said) or to_bot.about(turn.said) in ("rehearse", "yes", "judge", "best"):
        turn.note(turn.t("questions.for_me"))
        return "text"
    return _add(turn)


def _add(turn: Turn) -> str:
    coming = next(iter(upcoming(turn)), None)
    for text in asked.questions(turn.said):
        question = _known(turn, text) or turn.work.add(
            Question(text=text, origin="own", job_id=coming.job_id if coming else "", created_at=turn.now)
        )
        turn.note(turn.t("questions.added", question=question.text))
    turn.finish()
    turn.show(listing(turn))
    return END


def _known(turn: Turn, text: str) -> Question | None:
    same = _bare(text)
    return next((q for q in turn.work.all(Question) if q.text and _bare(q.text) == same and q.state in OPEN), None)


def _bare(text: str) -> str:
    return " ".join(text.casefold().strip(" .?!").split())


def ask_note(turn: Turn) -> Screen:
    question = turn.work.get(Question, turn.draft["question"])
    return Screen(turn.t("answer.ask", question=wording(turn, question) if question else ""))


async def took_note(update: Update, context: Context) -> str:
    turn = context.turn
    question = turn.work.get(Question, turn.draft["question"])
    if question is None:
        gone(turn, Question)
        return END
    turn.note(note_answer(turn, question, turn.said))
    turn.finish()
    turn.show(page(turn, question))
    return END


CONVERSATION = Conversation(
    "ask",
    entry_points=[
        Command("ask", start_ask),
        Door("ask", "open", start_ask),
        Door("question", "note", about(Question, "ask", "note", name="question")),
    ],
    states={
        "text": State(asks("questions.ask_text"), Said(took_text, 300)),
        "note": State(ask_note, Said(took_note, 2000)),
    },
)
