"""The clocks of /settings: when the evening message comes, and when the bot is silent. A tap, a typed answer and a free
message set them by the same functions, so that each says the same."""

from __future__ import annotations

from telegram import Update

from bot.core.wall import read_clock, read_span, within
from bot.telegram.buttons import Button
from bot.telegram.conversation import State
from bot.telegram.inputs import Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers.settings_menu import OFF, done, quiet_words

CLOCKS = ("17:00", "18:00", "19:00", "20:00", "21:00", "22:00")
SPANS = ("21:00-08:00", "22:00-07:00", "23:00-06:00", "09:00-17:00")


def is_quiet(turn: Turn, wall: str) -> bool:
    return within(wall, turn.user.quiet_from, turn.user.quiet_to)


# -- evening ----------------------------------------------------------------------------------------------------


def ask_evening(turn: Turn) -> Screen:
    buttons = tuple(Button(wall, "at", wall.replace(":", "")) for wall in CLOCKS if not is_quiet(turn, wall))
    return Screen(turn.t("settings.ask_evening", evening=turn.user.evening), (buttons[:3], buttons[3:]), sort="picker")


async def took_evening(update: Update, context: Context) -> str | None:
    turn = context.turn
    wall = read_clock(turn.arg or turn.said)
    if wall is None:
        turn.note(turn.t("settings.clock_unclear"))
        return None
    return set_evening(turn, wall)


def set_evening(turn: Turn, wall: str) -> str | None:
    """Sets it and shows the menu; None, with a note, where it lies in the quiet hours. ``wall``: "19:00"."""
    if is_quiet(turn, wall):
        turn.note(turn.t("settings.evening_quiet", clock=wall, quiet=quiet_words(turn)))
        return None
    turn.user.evening = wall
    return done(turn, "settings.evening_set", evening=wall)


# -- quiet hours ------------------------------------------------------------------------------------------------


def ask_quiet(turn: Turn) -> Screen:
    buttons = tuple(Button(span.replace("-", "–"), "span", span.replace(":", "")) for span in SPANS)
    off = Button(turn.t.label("settings.button_no_quiet"), "span", "off")
    text = turn.t("settings.ask_quiet", quiet=quiet_words(turn))
    return Screen(text, (buttons[:2], buttons[2:], (off,)), sort="picker")


async def took_quiet(update: Update, context: Context) -> str | None:
    turn = context.turn
    said = turn.arg or turn.said
    if said.casefold().strip(" .!") in OFF:
        turn.user.quiet_from = turn.user.quiet_to = "00:00"
        return done(turn, "settings.quiet_off")
    span = read_span(said)
    if span is None:
        turn.note(turn.t("settings.quiet_unclear"))
        return None
    return set_quiet(turn, *span)


def set_quiet(turn: Turn, begin: str, end: str) -> str:
    """Sets them ("21:00", "08:00") and shows the menu; says so where the evening message lies in them."""
    turn.user.quiet_from, turn.user.quiet_to = begin, end
    evening = turn.user.evening
    warning = turn.t("settings.quiet_evening", evening=evening) if is_quiet(turn, evening) else ""
    return done(turn, "settings.quiet_set", quiet=quiet_words(turn), warning=warning)


EVENING = State(ask_evening, Tapped("at", took_evening), Said(took_evening, 80))
QUIET = State(ask_quiet, Tapped("span", took_quiet), Said(took_quiet, 80))
