"""A cry of crisis: short words that point to people, whatever the user was doing."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update

from bot.core import route
from bot.core.model import Reminder
from bot.telegram.inputs import Handler
from bot.telegram.turn import TURN, Context
from handlers.interview_screens import next_row

REST = timedelta(days=1)  # so long no reminder comes


class Crisis(Handler):
    """A cry of crisis is seen before anything else, in the middle of a conversation too."""

    def __init__(self) -> None:
        super().__init__(crisis)

    def check_update(self, update: object) -> bool:
        turn = TURN.get()
        return turn.event.kind in ("text", "command", "file", "media", "edited") and route.is_crisis(turn.said)


async def crisis(update: Update, context: Context) -> None:
    """Short, kind, points to people, keeps nothing; reminders rest for a day."""
    turn = context.turn
    for row in turn.work.all(Reminder):
        if row.state == "planned" and row.due < turn.now + REST:
            row.due, row.expires, row.snoozed = turn.now + REST, max(row.expires, turn.now + 2 * REST), True
    turn.pause()  # what he writes next is no answer to an open step
    turn.for_good = True  # not even a mark of it, for an edit
    turn.say("common.crisis", () if turn.discard else next_row(turn))  # a stranger's button would lead nowhere
