"""Whose offer it is: asked where the letter names nobody, and put right where the wrong job was named."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Job, Offer, Promise, Question, Reminder
from bot.telegram.conversation import Said, State, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers import offer_reading as reading
from handlers.offer_report import job_of, offer_of

NONE = ("none", "none of these", "none of them", "neither", "skip", "no idea", "don't know", "i don't know", "not sure")


def ask(turn: Turn) -> Screen:
    return Screen(turn.t("offer.which"), employers.choices(turn), sort="picker")


async def took(update: Update, context: Context) -> str | None:
    """A name, or whatever tells which of them; "none of these" skips."""
    turn = context.turn
    if turn.said.casefold().strip(" .!") in NONE:
        return _is_of(turn, None)
    job = employers.answered(turn)
    return _is_of(turn, job) if job is not None else None


async def chose(update: Update, context: Context) -> str | None:
    job = context.turn.work.get(Job, context.turn.arg)
    return _is_of(context.turn, job) if job is not None else None


async def skip(update: Update, context: Context) -> str:
    return _is_of(context.turn, None)


def _is_of(turn: Turn, job: Job | None) -> str:
    """A new offer of that job; where he came back to name another one, the offer that was read is of that one."""
    if turn.draft.get("pending"):
        return reading.open_for(turn, job)
    offer = offer_of(turn)
    mine, (_, known, stage) = job_of(turn, offer), turn.draft["whose"]
    if job is mine or (job is None and not known):
        return "report"
    turn.draft["whose"] = [offer.id, job.id, job.stage] if job is not None else [offer.id, "", ""]
    move(turn, offer, job or turn.work.add(Job(stage="offer", created_at=turn.now)), whole=not known)
    let_go(turn, mine)
    if known and not any(other.job_id == mine.id and other.read for other in turn.work.all(Offer)):
        mine.stage = stage
    reading.settle(turn, offer)
    return "report"


def move(turn: Turn, offer: Offer, job: Job, *, whole: bool) -> None:
    """The offer and its questions go to that job; ``whole``: all that hangs on the job that it had, for that one had
    no name. A promise that stays behind is not held against this letter any more."""
    others = {other.id for other in turn.work.all(Offer) if other is not offer}
    for question in turn.work.all(Question):
        mine = question.about == offer.id or (whole and question.about not in others)
        if question.job_id == offer.job_id and mine:
            question.job_id = job.id
    for promise in turn.work.all(Promise):
        if promise.job_id == offer.job_id and whole:
            promise.job_id = job.id
        elif promise.job_id == offer.job_id:
            promise.letter = ""
    offer.job_id = job.id


def let_go(turn: Turn, job: Job) -> None:
    """A job without a name goes where nothing hangs on it any more."""
    hangs = any(getattr(row, "job_id", "") == job.id for row in turn.work.every() if not isinstance(row, Reminder))
    if job.id and not (job.employer or job.role or hangs):
        turn.work.remove(job)


def _is_open(turn: Turn) -> bool:
    """Whether a new offer waits for its name, or one that was named here can be named anew."""
    draft, offer = turn.draft, offer_of(turn)
    named_here = draft.get("whose", [""])[0] == offer.id
    return bool(draft.get("pending")) or (named_here and bool(job_of(turn, offer).id))


STATES = {"which": State(ask, Said(took, 80), Tapped("job", chose), Tapped("skip", skip), ready=_is_open)}
