"""/help, /cancel, and going on with a conversation that was stopped."""

from __future__ import annotations

from collections.abc import Mapping

from telegram import Update

from bot.core.model import Dialog
from bot.telegram import undo
from bot.telegram.buttons import door
from bot.telegram.conversation import Conversation, stop_screen
from bot.telegram.inputs import Command, Door, Handler
from bot.telegram.turn import Context, Turn
from handlers.interview_screens import next_row


def handlers(conversations: Mapping[str, Conversation]) -> list[Handler]:
    """The handlers; they need the conversations by name to show a step again."""

    async def resume(update: Update, context: Context) -> None:
        turn = context.turn
        dialog = turn.work.get(Dialog, turn.arg)
        if dialog is None or dialog.flow not in conversations:
            return gone(turn)
        turn.resume(dialog)
        conversations[dialog.flow].redraw(turn)

    async def drop(update: Update, context: Context) -> None:
        turn = context.turn
        dialog = turn.work.get(Dialog, turn.arg)
        if dialog is None:
            return gone(turn)
        turn.work.remove(dialog)
        turn.dropped = dialog.id
        turn.say("common.dropped", (undo.button(turn),), next_row(turn))

    return [
        Command(("cancel", "stop"), cancel),
        Command("help", help_screen),
        Door("help", "open", help_screen),
        Door("dialog", "resume", resume),
        Door("dialog", "drop", drop),
    ]


def gone(turn: Turn) -> None:
    """A button that leads nowhere any more: say so, with a way on."""
    turn.toast = turn.t.label("common.gone")
    turn.say("common.gone", turn.way_back(), next_row(turn))


async def cancel(update: Update, context: Context) -> None:
    turn = context.turn
    stop_screen(turn, turn.pause() or turn.stopped())


async def help_screen(update: Update, context: Context) -> None:
    turn = context.turn
    label = turn.t.label
    turn.say(
        "help.text",
        (door(label("button.next"), "next"), door(label("help.priorities"), "priorities")),
        turn.way_back(),
        sort="report",
    )
