"""Right after a talk was told of: who somebody there is ("Daniel is only the lead, my boss will be Priya")."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update

from bot.core import tale_parts
from bot.core.model import Interview, Undo
from bot.telegram import undo
from bot.telegram.turn import Context, Turn
from handlers import debrief_told
from handlers.interview_screens import next_row

FRESH = timedelta(minutes=60)  # so long what is told of people means the talk just told of
JUST_NOW = timedelta(hours=12)  # so long a talk is the one that was just told of, where nothing was changed since
LONGEST = 24  # words


def told(turn: Turn) -> Interview | None:
    """The talk that was just told of, where the message says who somebody there is; None for anything else."""
    if turn.dialog is not None or "?" in turn.said or len(turn.said.split()) > LONGEST:
        return None
    if not any(met.title for met in tale_parts.people(turn.said)):
        return None
    over = [i for i in turn.work.all(Interview) if i.state == "debriefed" and turn.now - i.start < JUST_NOW]
    found = _changed_last(turn) or max(over, key=lambda interview: interview.start, default=None)
    return found if found is not None and found.state == "debriefed" else None


def _changed_last(turn: Turn) -> Interview | None:
    """The interview that the last turns changed; None where they changed none."""
    rows = [row for row in turn.work.all(Undo) if turn.now - row.created_at <= FRESH]
    for row in sorted(rows, key=lambda row: row.created_at, reverse=True):
        ids = [id for kind, id, _, after in row.data["rows"] if kind == Interview.__name__ and after]
        if ids:
            return turn.work.get(Interview, ids[0])
    return None


async def start(update: Update, context: Context) -> None:
    turn = context.turn
    talk = told(turn)
    if talk is not None and not debrief_told.take_people(turn, talk, turn.said):
        turn.note(turn.t("debrief.known_people"))
    turn.say("debrief.people_kept", (undo.button(turn),), next_row(turn))
