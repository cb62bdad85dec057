"""Somebody came after all, told where it was noted that nobody did: the act goes, and the talk is told of."""

from __future__ import annotations

from telegram import Update

from bot.core import conduct, debrief_words
from bot.core.model import Interview, Signal
from bot.telegram.turn import Context, Turn
from handlers import debrief
from handlers.common import LONG_AGO, past
from handlers.kept_acts import came


def meant(turn: Turn) -> Interview | None:
    """The talk to which somebody came after all by these words; None where they say no such thing."""
    if not debrief_words.came_after_all(turn.said) or conduct.guess(turn.said, turn.content.acts) == "no-show":
        return None
    rows = [i for i in turn.work.all(Interview) if turn.now - LONG_AGO < i.start <= turn.now]
    missed = [i for i in rows if i.state == "missed"]
    dialog = turn.dialog
    if not missed and dialog is not None and dialog.data.get("kind") == "no-show":
        missed = past(turn)[:1]
    return max(missed, key=lambda interview: interview.start, default=None)


async def start(update: Update, context: Context) -> str:
    """Takes the act back and hears how the talk went in the same words."""
    turn = context.turn
    interview = meant(turn)
    for act in turn.work.all(Signal):
        if interview is not None and (act.interview_id, act.kind) == (interview.id, "no-show"):
            turn.work.remove(act)
    came(turn, interview)
    turn.note(turn.t("debrief.came"))
    return debrief.tell(turn, interview)
