"""All that was noted about one employer, by date."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Job, Signal
from bot.telegram.buttons import Button, door
from bot.telegram.inputs import Door, Handler
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers.common import job_words, numbered
from handlers.interview_screens import next_row
from handlers.kept_acts import act_line, employer_words

LISTED = 20  # acts on one list; each has its button


def log_door(turn: Turn, job: Job) -> Button:
    return door(turn.t.label("signal.button_log"), "signal", "log", job.id)


async def show_log(update: Update, context: Context) -> None:
    turn = context.turn
    show_all(turn, turn.work.get(Job, turn.arg))


def show_all(turn: Turn, job: Job | None) -> None:
    """Everything noted about that employer, by date; the newest where it is much. A number opens the act's page."""
    rows = [s for s in turn.work.all(Signal) if job is not None and s.job_id == job.id]
    add = (door(turn.t.label("signal.button_note"), "signal", "open", job.id if job else ""),)
    if job is None:
        return turn.say("signal.log_empty", add, next_row(turn))
    if not rows:
        return turn.say("signal.log_none", add, next_row(turn), job=job_words(turn, job))
    listed = sorted(rows, key=lambda s: s.day or s.created_at.date())[-LISTED:]
    doors = [door(str(number), "act", "open", signal.id) for number, signal in enumerate(listed, 1)]
    numbers = tuple(tuple(doors[i : i + 6]) for i in range(0, len(doors), 6))
    acts = numbered(act_line(turn, signal) for signal in listed)
    text = turn.t("signal.log", job=employer_words(turn, job), acts=acts)
    turn.show(Screen(text, (*numbers, add, next_row(turn)), sort="report"))


HANDLERS: list[Handler] = [Door("signal", "log", show_log)]
