"""The day by which an employer answers, told in passing: kept with the last talk there, so that the chaser waits."""

from __future__ import annotations

from datetime import date

from telegram import Update

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


def take(turn: Turn, day: date) -> bool:
    """Keeps it with the talk that is meant, or asks which; False where there was no talk that it could be about."""
    rows = employers.talks(turn, _over(turn), turn.said)
    if not rows:
        return False
    if len(rows) == 1:
        _keep(turn, rows[0], day)
    else:
        doors = [(door(interview_door(turn, row).label, "word", "of", f"{row.id}{day:%Y%m%d}"),) for row in rows[:MOST]]
        turn.say("free.word_which", *doors, next_row(turn), turn.way_back(), day=on(day), sort="picker")
    return True


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
