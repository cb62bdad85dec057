"""The days of a week on which the user does not work: ticked, or typed."""

from __future__ import annotations

import re

from telegram import Update

from bot.telegram.buttons import Button
from bot.telegram.conversation import State
from bot.telegram.inputs import Callback, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers.settings_menu import DAYS, OFF, done, weekend_words


def ask(turn: Turn) -> Screen:
    def button(day: str) -> Button:
        name, free = turn.t.label(f"settings.day_{day}"), day in turn.user.weekend
        return Button(turn.t.label("settings.ticked", day=name) if free else name, "works" if free else "free", day)

    buttons = tuple(button(day) for day in DAYS)
    text = turn.t("settings.ask_weekend", weekend=weekend_words(turn))
    return Screen(text, (buttons[:4], buttons[4:], (Button(turn.t.label("button.done"), "done"),)), sort="picker")


def _set(turn: Turn, days: set[str]) -> bool:
    if days >= set(DAYS):
        turn.note(turn.t("settings.weekend_all"))
        return False
    turn.user.weekend = tuple(day for day in DAYS if day in days)
    return True


def _ticks(*, free: bool) -> Callback:
    async def ticked(update: Update, context: Context) -> None:
        turn, day = context.turn, {context.turn.arg} & set(DAYS)
        _set(turn, {*turn.user.weekend} | day if free else {*turn.user.weekend} - day)

    return ticked


async def _done(update: Update, context: Context) -> str:
    return done(context.turn, "settings.weekend_set", weekend=weekend_words(context.turn))


async def typed(update: Update, context: Context) -> str | None:
    turn, said = context.turn, context.turn.said.casefold()
    days = set(re.findall(rf"\b({'|'.join(DAYS)})(?:[a-z]*days?|s|rs?|nes)?\b", said))
    if not days and said.strip(" .!") not in OFF:
        turn.note(turn.t("settings.weekend_unclear"))
        return None
    return await _done(update, context) if _set(turn, days) else None


STATE = State(
    ask,
    Tapped("free", _ticks(free=True)),
    Tapped("works", _ticks(free=False)),
    Tapped("done", _done),
    Said(typed, 80),
    lenient=True,
)
