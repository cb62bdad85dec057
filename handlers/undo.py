"""/undo and the button: takes back the last thing that changed what is kept; twice puts it back."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from telegram import Update

from bot.core.model import Undo
from bot.telegram import undo
from bot.telegram.conversation import Command, Conversation, Door, Handler
from bot.telegram.turn import Context
from handlers.interview_screens import next_row


def handlers(conversations: Mapping[str, Conversation]) -> list[Handler]:
    """The handlers; they need the conversations by name to show the step that comes back."""

    async def take_back(update: Update, context: Context) -> None:
        turn = context.turn
        kept = turn.work.get(Undo, turn.arg) if turn.arg else undo.newest(turn)
        if kept is None:
            return turn.say("undo.nothing", turn.way_back(), next_row(turn))
        was_open = turn.dialog
        if not undo.take_back(turn, kept):
            return turn.say("undo.changed", turn.way_back(), next_row(turn))
        again = (dataclasses.replace(undo.button(turn), label=turn.t.label("button.redo")),)
        if turn.dialog is not None and turn.dialog is not was_open and turn.dialog.flow in conversations:
            turn.note(turn.t("undo.done"))
            return conversations[turn.dialog.flow].redraw(turn)
        turn.say("undo.done", again, turn.way_back(), next_row(turn))

    return [Command("undo", take_back), Door("undo", "open", take_back)]
