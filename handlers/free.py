"""What comes without a command and outside a conversation, and everything that nothing else took."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from telegram import Update

from bot.core import route, when
from bot.core.lines import read_line
from bot.core.model import Reminder
from bot.telegram.buttons import door
from bot.telegram.conversation import Conversation, Handler
from bot.telegram.turn import TURN, Context, Turn
from handlers import debrief, interview, offer, worry
from handlers.dialogs import gone
from handlers.interview_screens import next_row
from handlers.start import doors

REST = timedelta(days=1)


class Crisis(Handler):
    """A cry of crisis is seen before anything else, in the middle of a conversation too."""

    def __init__(self) -> None:
        super().__init__(crisis)

    def check_update(self, update: object) -> bool:
        turn = TURN.get()
        return turn.event.kind in ("text", "command") and bool(turn.said) and _kind(turn) == "crisis"


async def crisis(update: Update, context: Context) -> None:
    """Short, kind, points to people, keeps nothing; reminders rest for a day."""
    turn = context.turn
    for row in turn.work.all(Reminder):
        if row.state == "planned" and row.due < turn.now + REST:
            row.due, row.snoozed = turn.now + REST, True
    turn.say("common.crisis")


def _kind(turn: Turn) -> str:
    """What a message is about. An employer beside a time is an interview, although no word says so."""
    reading = when.understand(turn.said, turn.now, turn.zone)
    kind = route.kind(turn.said, reading, turn.content)
    if kind == "other" and reading.kind != "nothing" and read_line(turn.said, reading.spans).employer:
        return "interview"
    return kind


class Fallback(Handler):
    """The last in the list: it takes everything, so that nobody is left without an answer."""

    def __init__(self, conversations: Mapping[str, Conversation]) -> None:
        super().__init__(self.answer)
        self._conversations = conversations

    def check_update(self, update: object) -> bool:
        return TURN.get().event.kind not in ("member", "none")

    async def answer(self, update: Update, context: Context) -> None:
        turn = context.turn
        kind = turn.event.kind
        if kind == "text":
            await self._route(update, context)
        elif kind == "tap":
            gone(turn)
        elif kind == "command":
            turn.say("common.unknown_command", turn.way_back(), next_row(turn), command=turn.event.command[:32])
        elif kind == "edited":
            turn.say("common.edited", turn.way_back(), next_row(turn))
        else:
            turn.say("common.media", turn.way_back(), next_row(turn))

    async def _route(self, update: Update, context: Context) -> None:
        turn = context.turn
        kind = _kind(turn)
        begin = {
            "interview": interview.start,
            "offer": offer.start,
            "worry": worry.start,
            "debrief": debrief.start_free,
        }
        if kind in begin:
            step = await begin[kind](update, context)
            flow = "interview" if kind == "interview" else kind
            if step in self._conversations[flow].states:
                self._conversations[flow].enter(turn, step)
        elif kind in ("hello", "thanks"):
            turn.show(doors(turn, "start.hello" if turn.work.new_user else "common.hello"))
        else:
            self._point(turn, kind)

    def _point(self, turn: Turn, kind: str) -> None:
        """One line that says what can be done, with the door that fits."""
        label = turn.t.label
        row = {
            "moved": (door(label("free.button_which"), "next"),),
            "data": (door(label("free.button_privacy"), "privacy"), door(label("free.button_delete"), "delete")),
        }.get(kind, ())
        key = f"free.{kind}" if kind in ("moved", "data") else "common.other"
        turn.show(doors(turn, key)) if not row else turn.say(key, row, turn.way_back())
