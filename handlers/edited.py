"""An edited message corrects what it had said: its change is taken back, and the new words are handled in its place.

A saved interview stays as it is until the new card is confirmed (handlers.interview_edit). Where something was built
on the first version nothing is changed, and the answer says what to do.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from telegram import Update

from bot.core.model import Dialog, Undo
from bot.telegram import corrections
from bot.telegram.buttons import door
from bot.telegram.conversation import Conversation
from bot.telegram.inputs import Handler
from bot.telegram.snapshots import is_talk
from bot.telegram.turn import TURN, Context, Event, Turn
from handlers import interview_edit
from handlers.interview_screens import next_row


class Edited(Handler):
    """Every edit; ``others`` take the new words as they would take a message."""

    def __init__(self, others: Sequence[Handler], conversations: Mapping[str, Conversation]) -> None:
        super().__init__(_never)
        self._others, self._conversations = others, conversations

    def check_update(self, update: object) -> bool:
        return TURN.get().event.kind == "edited"

    async def handle_update(self, update: Update, application: Any, check_result: Any, context: Context) -> str | None:
        turn, edit = context.turn, context.turn.event
        kept = corrections.of(turn, edit.own)
        if edit.location is not None or _says_the_same(edit, kept):
            return None
        was = turn.dialog
        if edit.meant is None or edit.own is None:
            self._refuse(turn, "edited.no_text")
        elif self._interview(turn, edit.own, edit.meant, kept):
            self._back_to(turn, was)
        elif kept is None or not corrections.take_back(turn, kept):
            self._refuse(turn, "edited.built_on" if kept else "edited.not_kept")
        else:
            turn.event = edit.meant
            turn.note(turn.t("edited.corrected"))
            await self._again(update, application, context)
            self._not_saved(turn)
            self._back_to(turn, was)
        return None

    def _interview(self, turn: Turn, message: int, meant: Event, kept: Undo | None) -> bool:
        """Whether it was written for an interview that is saved, or for one half typed since: its card is opened."""
        found = interview_edit.saved(turn, message)
        if found is None and kept is not None and corrections.is_last_word(turn, kept):
            return False  # what it did is taken back whole
        if found is not None and kept is not None and all(map(is_talk, corrections.did(kept))):
            corrections.take_back(turn, kept)  # the card that an earlier edit opened
        if found is not None:
            step = interview_edit.reopened(turn, *found, message, meant.text)
        else:
            step = interview_edit.in_draft(turn, message, meant.text)
        if step is None:
            if found is not None:
                self._refuse(turn, "edited.same")
            return found is not None
        turn.event = meant
        turn.note(turn.t("edited.confirm" if found else "edited.corrected"))
        self._conversations[interview_edit.FLOW].enter(turn, step)
        return True

    async def _again(self, update: Update, application: Any, context: Context) -> None:
        """The new words go their way as if they had been written at that step."""
        for handler in self._others:
            check = handler.check_update(update)
            if check is not None and check is not False:
                await handler.handle_update(update, application, check, context)
                return

    def _not_saved(self, turn: Turn) -> None:
        """What was saved from the first version is gone until the new one is confirmed: that must be said."""
        made = {id for kind, id, before, after in turn.corrects if before is None and after is not None}
        talks = {id for kind, id, *_ in turn.corrects if kind == Dialog.__name__}
        new = any(change.new for change in turn.work.changes() if change.kind is not Dialog)
        if made - talks and not new:
            turn.notes[0] = turn.t("edited.not_saved")

    def _refuse(self, turn: Turn, key: str) -> None:
        """Nothing is changed: says why, and shows the open step again."""
        if turn.dialog is None or turn.dialog.flow not in self._conversations:
            return turn.say(key, turn.way_back(), next_row(turn))
        turn.note(turn.t(key))
        return self._conversations[turn.dialog.flow].redraw(turn)

    def _back_to(self, turn: Turn, was: Dialog | None) -> None:
        """The conversation that the edit interrupted is open again, where the correction left none open; else a
        button leads back to it."""
        if was is None or turn.work.get(Dialog, was.id) is not was or turn.dialog is was:
            return
        if turn.dialog is None:
            turn.resume(was)
            return
        label = turn.t.label("button.back_to", what=turn.t.label(f"flow.{was.flow}"))
        screen, flow, number = turn.screens[-1]
        rows = (*screen.rows, (door(label, "dialog", "resume", was.id),))
        turn.screens[-1] = (dataclasses.replace(screen, rows=rows), flow, number)


def _says_the_same(edit: Event, kept: Undo | None) -> bool:
    """A preview that Telegram added, or a file that was exchanged without a word."""
    if edit.meant is None:
        return not edit.text
    return kept is not None and bool(kept.data["said"]["words"] == corrections.mark(edit.meant))


async def _never(update: Update, context: Context) -> str | None:
    raise RuntimeError("handled by the class itself")
