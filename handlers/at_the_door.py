"""The talk of today, where what is told happens at its door: sent away to come another day, or nobody calls him in."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update

from bot.core import at_the_door as core
from bot.core import debrief_words
from bot.core.hears import plain
from bot.core.model import Interview
from bot.core.name_words import own_words
from bot.telegram.turn import Context, Turn
from handlers import employers, interview_saved
from handlers.common import job_of, today
from handlers.kept_acts import note, set_word

EARLY = timedelta(hours=2)  # so long before the start somebody may be there already


def sent_away(turn: Turn) -> Interview | None:
    """The talk of today that is put off as he stands there."""
    return _talk(turn) if core.sent_away(turn.said) else None


def waited_for(turn: Turn) -> Interview | None:
    """The talk of today that does not begin."""
    return _talk(turn) if core.waits(turn.said) else None


def _talk(turn: Turn) -> Interview | None:
    """The only one of today that has begun or is near; None where the text names another employer that is known."""
    rows = [
        row
        for row in turn.work.all(Interview)
        if row.state != "cancelled" and row.local.date() == today(turn) and row.start <= turn.now + EARLY
    ]
    if len(rows) != 1:
        return None
    said = {*plain(turn.said).split()}
    others = (job for job in employers.open_jobs(turn) if job.id != rows[0].job_id)
    return None if any(said & {*own_words(job.employer)} for job in others) else rows[0]


async def start(update: Update, context: Context) -> str:
    """Notes that they put it off, with what they said of it, and asks for the new time. Until there is one nothing
    asks how it went."""
    turn = context.turn
    row = sent_away(turn)
    if row is None:
        return "line"
    act = note(turn, job_of(turn, row), "moved", row.id)
    act.note, act.day = turn.said, row.local.date()
    if word := debrief_words.word_told(turn.said):
        set_word(turn, act, word)
    row.state = "missed"
    turn.begin("interview", "when", **interview_saved.draft_of(turn, row), by_them=True)
    turn.note(turn.t("free.put_off"))
    return "when"
