"""/undo, the button and the bare word: takes back the last thing that changed what is kept; twice puts it back."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from telegram import Update

from bot.core.model import Interview, Undo
from bot.core.route import plain
from bot.telegram import undo
from bot.telegram.conversation import Conversation
from bot.telegram.inputs import Command, Door, Handler
from bot.telegram.screen import Screen
from bot.telegram.texts import Html
from bot.telegram.turn import TURN, Context, Turn
from handlers import interview_edit, undone
from handlers.common import job_of, job_words, local_words
from handlers.interview_screens import next_row


class Typed(Handler):
    """The word "undo" alone, in the middle of a conversation too; it is never an answer."""

    def check_update(self, update: object) -> bool:
        turn = TURN.get()
        return turn.event.kind == "text" and plain.wants_undo(turn.said)


def handlers(conversations: Mapping[str, Conversation]) -> list[Handler]:
    """The handlers; they need the conversations by name to show the step that comes back."""

    async def take_back(update: Update, context: Context) -> None:
        turn = context.turn
        if not turn.arg and interview_edit.is_open(turn):
            turn.finish()  # the last thing was the edit; what is saved stays
            return turn.say("undo.edit", turn.way_back(), next_row(turn))
        kept = turn.work.get(Undo, turn.arg) if turn.arg else undo.newest(turn)
        if kept is None:
            return turn.say("undo.nothing", turn.way_back(), next_row(turn))
        was_open, done = turn.dialog, _done(turn, kept)
        if not undo.take_back(turn, kept):
            return turn.say("undo.since", turn.way_back(), next_row(turn))
        again = (dataclasses.replace(undo.button(turn), label=turn.t.label("button.redo")),)
        if turn.dialog is not None and turn.dialog is not was_open and turn.dialog.flow in conversations:
            turn.note(done)
            return conversations[turn.dialog.flow].redraw(turn)
        turn.show(Screen(done, (again, turn.way_back(), next_row(turn)), sort="turn"))

    return [Typed(take_back), Command("undo", take_back), Door("undo", "open", take_back)]


def _done(turn: Turn, kept: Undo) -> Html:
    """That it is taken back; an interview that goes with it is named, since its reminders go too."""
    made = [id for kind, id, before, _ in kept.data.get("rows", []) if kind == Interview.__name__ and before is None]
    gone = [row for id in made if (row := turn.work.get(Interview, id)) is not None]
    if not gone:
        return undone.named(turn, kept.data.get("rows", []))
    what = f"{job_words(turn, job_of(turn, gone[0]))}, {local_words(turn, gone[0].start)}"
    return turn.t("undo.done_interview", what=what)
