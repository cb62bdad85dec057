"""30 and 90 days in: did the answers hold? A broken promise becomes a question for next time."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Job, Promise, Question
from bot.telegram import undo
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Door, Handler, Said
from bot.telegram.turn import Context, Turn
from handlers.about import on_one
from handlers.common import job_words, short
from handlers.interview_screens import next_row

MOST = 120  # characters of what did not hold


def held(turn: Turn, job: Job) -> None:
    """It held: what was promised is marked so, but for what was found broken before."""
    job.stage = "started"
    for promise in turn.work.all(Promise):
        if promise.job_id == job.id and promise.sort == "said" and promise.held != "no":
            promise.held = "yes"
    turn.say("check.held", (undo.button(turn),), next_row(turn), job=job_words(turn, job))


def did_not(turn: Turn, job: Job) -> str:
    job.stage = "started"
    turn.begin("check", "broken", job=job.id)
    return "broken"


async def took_broken(update: Update, context: Context) -> str:
    turn = context.turn
    keep_broken(turn, turn.work.get(Job, turn.draft.get("job", "")) or Job(id=""), turn.said)
    return END


def keep_broken(turn: Turn, job: Job, said: str) -> None:
    """Kept as a promise that broke; the question stands for every employer to come."""
    job.stage = "started"
    words = short(said.strip(" ."), MOST)
    turn.work.add(Promise(job_id=job.id, words=words, held="no", day=turn.now.date(), created_at=turn.now))
    text = turn.t.label("check.question", words=words)
    turn.work.add(Question(text=text, origin="own", audience="M", created_at=turn.now))
    turn.say("check.kept", (undo.button(turn),), next_row(turn), words=words, question=text)


HANDLERS: list[Handler] = [Door("check", "held", on_one(Job, held))]
CONVERSATION = Conversation(
    "check",
    entry_points=[Door("check", "not", on_one(Job, did_not))],
    states={"broken": State(asks("check.broken_ask"), Said(took_broken, MOST))},
)
