"""What a conversation takes: words, a tap, a place, a contact, a command, a door. PTB's handlers, on our events.

A callback has PTB's signature, ``async (update, context)``; what it returns is explained in bot.telegram.conversation.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.telegram.turn import TURN, Context

Callback = Callable[[Update, Context], Coroutine[Any, Any, str | None]]
Handler = BaseHandler[Update, Context, str | None]


class Said(Handler):
    """Free text. Longer than ``limit`` characters is not taken: the user is told the limit, nothing is cut."""

    def __init__(self, callback: Callback, limit: int = 200) -> None:
        super().__init__(callback)
        self.limit = limit

    def check_update(self, update: object) -> bool:
        return TURN.get().event.kind == "text"

    async def handle_update(
        self, update: Update, application: Any, check_result: object, context: Context
    ) -> str | None:
        turn = context.turn
        if len(turn.said) > self.limit:
            turn.note(turn.t("common.too_long", limit=self.limit, length=len(turn.said)))
            return None
        return await self.callback(update, context)


class Tapped(Handler):
    """A button of the current screen."""

    def __init__(self, action: str, callback: Callback) -> None:
        super().__init__(callback)
        self.action = action

    def check_update(self, update: object) -> bool:
        pressed = TURN.get().event.pressed
        return pressed is not None and pressed.action == self.action


class Located(Handler):
    """A shared location."""

    def check_update(self, update: object) -> bool:
        return TURN.get().event.kind == "location"


class Contacted(Handler):
    """A shared contact."""

    def check_update(self, update: object) -> bool:
        return TURN.get().event.kind == "contact"


class Command(Handler):
    """A command, with or without text after it."""

    def __init__(self, names: str | Sequence[str], callback: Callback) -> None:
        super().__init__(callback)
        self.names = (names,) if isinstance(names, str) else tuple(names)

    def check_update(self, update: object) -> bool:
        event = TURN.get().event
        return event.kind == "command" and event.command in self.names


class Door(Handler):
    """A button that opens something from anywhere: ``flow`` and ``action`` name it."""

    def __init__(self, flow: str, action: str, callback: Callback) -> None:
        super().__init__(callback)
        self.flow, self.action = flow, action

    def check_update(self, update: object) -> bool:
        pressed = TURN.get().event.pressed
        return (
            pressed is not None
            and pressed.screen is None
            and (pressed.flow, pressed.action) == (self.flow, self.action)
        )


def leads_to(step: str) -> Callback:
    """A button that does nothing but lead to that step."""

    async def on(update: Update, context: Context) -> str:
        return step

    return on
