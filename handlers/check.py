"""30 and 90 days in: did the answers hold? A broken promise becomes a question for next time."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Job, Promise, Question
from bot.telegram import undo
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Door, Handler, Said
from bot.telegram.turn import Context, Turn
from handlers.about import on_one
from handlers.common import job_words
from handlers.interview_screens import next_row


def _held(turn: Turn, job: Job) -> None:
    """It held: what was promised is marked so, but for what was found broken before."""
    job.stage = "started"
    for promise in turn.work.all(Promise):
        if promise.job_id == job.id and promise.sort == "said" and promise.held != "no":
            promise.held = "yes"
    turn.say("check.held", (undo.button(turn),), next_row(turn), job=job_words(turn, job))


def _did_not(turn: Turn, job: Job) -> str:
    job.stage = "started"
    turn.begin("check", "broken", job=job.id)
    return "broken"


async def took_broken(update: Update, context: Context) -> str:
    """Kept as a promise that broke; the question stands for every employer to come."""
    turn = context.turn
    words = turn.said.strip(" .")
    turn.work.add(
        Promise(job_id=turn.draft.get("job", ""), words=words, held="no", day=turn.now.date(), created_at=turn.now)
    )
    text = turn.t.label("check.question", words=words)
    turn.work.add(Question(text=text, origin="own", audience="M", created_at=turn.now))
    turn.say("check.kept", next_row(turn), words=words, question=text)
    return END


HANDLERS: list[Handler] = [Door("check", "held", on_one(Job, _held))]
CONVERSATION = Conversation(
    "check",
    entry_points=[Door("check", "not", on_one(Job, _did_not))],
    states={"broken": State(asks("check.broken_ask"), Said(took_broken, 90))},
)
