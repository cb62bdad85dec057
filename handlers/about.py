"""How a conversation about one record begins by a button that names it."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Record
from bot.telegram.conversation import END, Callback
from bot.telegram.turn import Context
from handlers.interview_screens import next_row


def about(kind: type[Record], flow: str, step: str, *, gone: str, name: str = "") -> Callback:
    """An entry of ``flow`` at ``step``: the draft holds the record's id as ``name`` (the flow's own name, where none
    is given). Where the record is no longer there, the text ``gone`` says so."""

    async def begin(update: Update, context: Context) -> str:
        turn = context.turn
        if turn.work.get(kind, turn.arg) is None:
            turn.say(gone, next_row(turn))
            return END
        turn.begin(flow, step, **{name or flow: turn.arg})
        return step

    return begin
