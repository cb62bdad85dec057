"""A day that is known, set right later: the first one at work, the one to answer by, the one of a talk where he is."""

from __future__ import annotations

from datetime import date

from telegram import Update

from bot.core.days import day_of
from bot.core.drafts import on
from bot.core.model import Job, Offer, Wish
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Door, Handler, Said
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers.about import about
from handlers.common import job_words, short
from handlers.interview_screens import next_row

KINDS = ("starts", "by", "talk")
FIRST_DAY = ("accepted", "started")  # stages at which there is one
NAMED = 40  # characters of what a talk is about


def lines(turn: Turn, job: Job) -> list[Html]:
    """The days of that job that are known, for its page."""
    known = [("starts", job.starts if job.stage in FIRST_DAY else None), ("by", _known(turn, "by", job.id))]
    return [turn.t(f"day.line_{kind}", day=on(day)) for kind, day in known if day is not None]


def doors(turn: Turn, job: Job) -> tuple[Button, ...]:
    """What can be set there now."""
    kinds = ("starts",) if job.stage in FIRST_DAY else ("by",) if _offer(turn, job.id) or job.stage == "offer" else ()
    return tuple(door(turn.t.label(f"day.button_{kind}"), "day", kind, job.id) for kind in kinds)


def _enter(kind: str) -> Handler:
    """Its argument: the job, or the wish that the talk is about."""
    return Door("day", kind, about(Wish if kind == "talk" else Job, "day", "tell", name="of", kind=kind))


def _offer(turn: Turn, job_id: str) -> Offer | None:
    """The newest offer of that job."""
    rows = [offer for offer in turn.work.all(Offer) if offer.job_id == job_id]
    return max(rows, key=lambda offer: offer.created_at, default=None)


def _known(turn: Turn, kind: str, id: str) -> date | None:
    job, offer, wish = turn.work.get(Job, id), _offer(turn, id), turn.work.get(Wish, id)
    if kind == "by":
        return offer.answer_by if offer else None
    return wish.talk_on if wish else job.starts if job else None


def ask(turn: Turn) -> Screen:
    kind, id = turn.draft["kind"], turn.draft["of"]
    wish, known = turn.work.get(Wish, id), _known(turn, kind, id)
    what = short(wish.outline, NAMED) if wish else job_words(turn, turn.work.get(Job, id) or Job())
    now = turn.t("day.known", day=on(known)) if known else Html("")
    return Screen(join([now, turn.t(f"day.ask_{kind}", what=what)], " "))


async def took(update: Update, context: Context) -> str | None:
    turn = context.turn
    day = day_of(turn.said, turn.now, turn.zone)
    if day is None:
        turn.note(turn.t("decide.start_unclear"))
        return None
    kind, id = turn.draft["kind"], turn.draft["of"]
    _set(turn, kind, id, day)
    back = () if kind == "talk" else (door(turn.t.label("jobs.button_job"), "job", "open", id),)
    turn.say("day.kept", (*back, *next_row(turn)), day=on(day))
    return END


def _set(turn: Turn, kind: str, id: str, day: date) -> None:
    job, wish = turn.work.get(Job, id), turn.work.get(Wish, id)
    if kind == "by":
        offer = _offer(turn, id) or turn.work.add(Offer(job_id=id, created_at=turn.now))
        offer.answer_by = day
    elif wish is not None:
        wish.talk_on = day
    elif job is not None:
        job.starts = day


CONVERSATION = Conversation(
    "day",
    entry_points=[_enter(kind) for kind in KINDS],
    states={"tell": State(ask, Said(took, 80))},
)
