"""The day by which an employer answers, told in passing: kept with the last talk there, so that the chaser waits."""

from __future__ import annotations

from datetime import date

from telegram import Update

from bot.core import after_talk, when
from bot.core.drafts import on
from bot.core.model import Interview
from bot.telegram import undo
from bot.telegram.buttons import door
from bot.telegram.inputs import Door, Handler
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.common import LONG_AGO
from handlers.interview_screens import interview_door, next_row

MOST = 5


def told(turn: Turn) -> date | None:
    """The day that a free message tells; None where a clock makes it a call to come, or no talk can be meant."""
    touch = after_talk.answers_how(turn.said, named=True)
    day = after_talk.word_by(turn.said, turn.now, turn.zone) if touch else None
    clock = when.understand(turn.said, turn.now, turn.zone).clock
    return day if clock is None and _meant(turn) else None


async def start(update: Update, context: Context) -> None:
    """Keeps it with the talk that is meant, or asks which."""
    turn = context.turn
    day, rows = told(turn), _meant(turn)
    if day is None:
        return None
    if len(rows) == 1:
        return _keep(turn, rows[0], day)
    doors = [(door(interview_door(turn, row).label, "word", "of", f"{row.id}{day:%Y%m%d}"),) for row in rows[:MOST]]
    turn.say("free.word_which", *doors, next_row(turn), turn.way_back(), day=on(day), sort="picker")


def _meant(turn: Turn) -> list[Interview]:
    return employers.talks(turn, _over(turn), turn.said)


def _over(turn: Turn) -> list[Interview]:
    """The last talk of each open job that is over and whose answer is still out, the latest first."""
    ids = {job.id for job in employers.open_jobs(turn)}
    rows = [i for i in turn.work.all(Interview) if i.job_id in ids and i.state in ("planned", "debriefed")]
    rows = [i for i in rows if turn.now - LONG_AGO < i.start <= turn.now and not i.heard]
    last = {i.job_id: i for i in sorted(rows, key=lambda i: i.start)}
    return sorted(last.values(), key=lambda i: i.start, reverse=True)


def _keep(turn: Turn, interview: Interview, day: date) -> None:
    interview.word_by = day
    turn.say("debrief.word_set", (undo.button(turn),), next_row(turn), turn.way_back(), day=on(day))


async def chosen(update: Update, context: Context) -> None:
    turn = context.turn
    id, day = turn.arg[:-8], turn.arg[-8:]
    interview = turn.work.get(Interview, id)
    if interview is None or not (day.isascii() and day.isdigit()):
        return turn.say("interview.not_found", next_row(turn))
    _keep(turn, interview, date.fromisoformat(day))


HANDLERS: list[Handler] = [Door("word", "of", chosen)]
