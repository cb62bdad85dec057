"""Drives handlers by hand: a user's records in memory, one event in, the screen out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from telegram import Contact, Location, Update

import content
from bot.core.model import User
from bot.core.record import Record
from bot.store.work import Work
from bot.telegram.buttons import Button, Pressed
from bot.telegram.inputs import Handler
from bot.telegram.screen import Screen
from bot.telegram.texts import Texts
from bot.telegram.turn import TURN, Context, Event, Turn
from handlers.intents import Act, begin

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)  # a Monday


class Chat:
    """One user in front of some handlers; ``turn`` is the last turn, ``work`` what he has stored."""

    def __init__(self, handlers: Iterable[Handler], user: User | None = None, *records: Record) -> None:
        self.handlers = list(handlers)
        self.work = Work(user or User(id=7, zone="Europe/Berlin"), records)
        self.content = content.load()
        self.turn: Turn

    @property
    def user(self) -> User:
        return self.work.user

    @property
    def screen(self) -> Screen:
        return self.turn.screens[-1][0]

    @property
    def text(self) -> str:
        """All that the first message of the last turn says, the lines above the screen included."""
        call = next(call for call in self.turn.calls() if call["method"] != "answer_callback_query")
        return str(call.get("text") or call["caption"])

    def labels(self) -> list[str]:
        return [button.label for row in self.screen.rows for button in row]

    def say(self, text: str) -> None:
        self._do(Event("text", text=text))

    def command(self, name: str, text: str = "") -> None:
        self._do(Event("command", command=name, text=text))

    def share(self, latitude: float, longitude: float) -> None:
        self._do(Event("location", location=Location(longitude=longitude, latitude=latitude)))

    def share_contact(self, first_name: str, last_name: str) -> None:
        self._do(Event("contact", contact=Contact("1", first_name, last_name)))

    def tap(self, label: str) -> None:
        """Presses the button with that label on the last screen."""
        screen, flow, number = self.turn.screens[-1]
        self.press(_button(screen.rows, label), flow, number)

    def press(self, button: Button, flow: str = "", number: int | None = None) -> None:
        screen = None if button.flow else number
        self._do(Event("tap", pressed=Pressed(button.flow or flow, button.action, button.arg, screen), query_id="q"))

    def _do(self, event: Event) -> None:
        self.turn = Turn(self.work, NOW, self.content, Texts(self.content.texts), event)
        token = TURN.set(self.turn)
        try:
            asyncio.run(self._handle())
        finally:
            TURN.reset(token)

    async def _handle(self) -> None:
        update: Any = Update(1)
        context: Any = SimpleNamespace(turn=self.turn)
        application: Any = None
        for handler in self.handlers:
            check = handler.check_update(update)
            if check:
                await handler.handle_update(update, application, check, context)
                return
        raise AssertionError(f"nobody took {self.turn.event}")


class Heard(Handler):
    """Free messages, handed to one act as the router does it."""

    def __init__(self, act: Act) -> None:
        super().__init__(self._begin)
        self._act = act

    def check_update(self, update: object) -> bool:
        return TURN.get().event.kind == "text"

    async def _begin(self, update: Update, context: Context) -> None:
        await begin(self._act, update, context)


def _button(rows: Sequence[Sequence[Button]], label: str) -> Button:
    return next(button for row in rows for button in row if button.label == label)
