"""A calendar, or a pasted notice that an interview was moved or called off: before the open step.

A calendar that stands in the text of a message comes as a file too (bot.telegram.files). What a file did is not kept
for edits: an edit of such a message changes nothing and is answered by "send what is right as a new message".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from telegram import Update

from bot.core.calendars.event import from_plain
from bot.core.lines import current, notice
from bot.core.offer.document import is_offer_document
from bot.telegram.inputs import Handler
from bot.telegram.turn import TURN, Context, Turn
from handlers import calendar_in, interview, talks
from handlers.common import upcoming


class CalendarCame(Handler):
    """In the middle of another conversation too: that one waits."""

    def __init__(self) -> None:
        super().__init__(answer)

    def check_update(self, update: object) -> bool:
        turn = TURN.get()
        if turn.event.kind == "file":
            file = turn.event.file
            return file is not None and bool(file.calendar) and not is_offer_document(file.text)
        return turn.event.kind in ("text", "command") and _is_notice(turn)


async def answer(update: Update, context: Context) -> None:
    turn = context.turn
    if turn.event.file is not None:
        return _take(turn, turn.event.file.events, turn.event.file.joined.text)
    turn.retell(current(turn.said))
    return interview.CONVERSATION.follow(turn, await talks.start_change(update, context))


def _take(turn: Turn, events: Iterable[Mapping[str, Any]], letter: str) -> None:
    if turn.dialog is not None and (turn.dialog.flow, turn.dialog.step) == ("interview", "line"):
        turn.finish()  # this is what that step asked for
    interview.CONVERSATION.follow(turn, calendar_in.take(turn, from_plain(events), letter))


def _is_notice(turn: Turn) -> bool:
    """Where something is known that may be meant; an update of what is not known is a new interview."""
    return bool(notice(turn.said)) and bool(upcoming(turn))
