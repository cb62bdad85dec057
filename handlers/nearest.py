"""What is nearest of all that is under way, in one line with its doors: a talk that is over, the next one, an offer.
Who has one of these is no stranger."""

from __future__ import annotations

from typing import NamedTuple

from bot.core.drafts import on
from bot.core.model import Interview, Job, Offer
from bot.telegram.buttons import Button, door
from bot.telegram.texts import Html
from bot.telegram.turn import Turn
from handlers.common import job_of, job_words, open_questions, past, short, today, upcoming, when_words
from handlers.employers import open_jobs

MOST_NAME = 60  # characters of an employer and a role


class Nearest(NamedTuple):
    """One line, and the doors that belong to it."""

    line: Html
    row: tuple[Button, ...]


def nearest(turn: Turn) -> Nearest | None:
    """A talk that waits for its debrief, else the next one, else an offer; None where nothing is under way."""
    if over := past(turn):
        return _over(turn, over[0])
    if coming := upcoming(turn):
        return _coming(turn, coming[0])
    offered = [job for job in open_jobs(turn) if job.stage == "offer"]
    return _offered(turn, offered[0]) if offered else None


def _name(turn: Turn, job: Job) -> str:
    return short(job_words(turn, job), MOST_NAME)


def _over(turn: Turn, interview: Interview) -> Nearest:
    line = turn.t("near.over", job=_name(turn, job_of(turn, interview)))
    return Nearest(line, (door(turn.t.label("next.button_debrief"), "debrief", "open", interview.id),))


def _coming(turn: Turn, interview: Interview) -> Nearest:
    """With its questions, where the user wants any."""
    t = turn.t
    planned = any(q.interview_id == interview.id for q in open_questions(turn, interview.job_id))
    line = t("near.coming", when=when_words(turn, interview), job=_name(turn, job_of(turn, interview)))
    if not turn.user.coaching:
        return Nearest(line, ())
    button = door(t.label("near.button_list" if planned else "next.button_prepare"), "prepare", "open", interview.id)
    return Nearest(line + " " + t("near.list_ready" if planned else "near.list_open"), (button,))


def _offered(turn: Turn, job: Job) -> Nearest:
    days = [o.answer_by for o in turn.work.all(Offer) if o.job_id == job.id and o.answer_by is not None]
    ahead = [day for day in days if day >= today(turn)]
    name = _name(turn, job)
    line = turn.t("near.offer_by", job=name, day=on(ahead[-1])) if ahead else turn.t("near.offer", job=name)
    return Nearest(line, (door(turn.t.label("near.button_decide"), "decide", "open", job.id),))
