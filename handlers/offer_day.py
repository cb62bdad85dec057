"""The day to answer an offer, told after the offer itself: "they gave me till Wednesday", "no, Monday 14 December"."""

from __future__ import annotations

from datetime import date

from telegram import Update

from bot.core import compare, deadlines
from bot.core.drafts import on
from bot.core.model import Job, Offer
from bot.telegram import undo
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.common import job_words
from handlers.interview_screens import next_row

MOST_WORDS = 16  # of a message that tells the day and little else


def named(turn: Turn) -> Offer | None:
    """The newest offer of the one employer that the message names, among those that have made one."""
    made = {offer.job_id for offer in turn.work.all(Offer)}
    rows = compare.named(turn.said, [job for job in employers.open_jobs(turn) if job.id in made])
    return _newest(turn, rows[0]) if len(rows) == 1 else None


def _newest(turn: Turn, job: Job) -> Offer:
    return [offer for offer in turn.work.all(Offer) if offer.job_id == job.id][-1]


def day(turn: Turn) -> date | None:
    """The day that a short message tells; None where it tells more, or asks."""
    if len(turn.said.split()) > MOST_WORDS or "?" in turn.said or turn.event.file is not None:
        return None
    return deadlines.answer_by(turn.said, turn.now, turn.zone)


def told(turn: Turn) -> tuple[Offer, date] | None:
    """The offer that a free message tells the day of: the one it names, else the only one; None where it tells none."""
    by = day(turn)
    if by is None:
        return None
    jobs = [job for job in employers.open_jobs(turn) if job.stage == "offer"]
    kept = [_newest(turn, job) for job in jobs if any(offer.job_id == job.id for offer in turn.work.all(Offer))]
    found = named(turn) or (kept[0] if len(kept) == 1 else None)
    return (found, by) if found is not None else None


async def start(update: Update, context: Context) -> None:
    """Keeps the day, with an undo beside it."""
    turn = context.turn
    found = told(turn)
    if found is None:
        return
    offer, offer.answer_by = found[0], found[1]
    job = turn.work.get(Job, offer.job_id) or Job()
    text = turn.t("offer.day_noted", job=job_words(turn, job), day=on(found[1]))
    turn.show(Screen(text, ((undo.button(turn),), next_row(turn))))
