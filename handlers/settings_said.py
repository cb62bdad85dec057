"""Settings in plain words: what can be set from the words alone is set, with an undo; the rest is one tap away."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update

from bot.core.settings_said import Wish, wish
from bot.telegram.buttons import Button, door
from bot.telegram.turn import Context, Turn
from handlers import settings
from handlers.interview_screens import next_row
from handlers.settings_clocks import set_evening, set_quiet
from handlers.settings_menu import done, menu


async def start(update: Update, context: Context) -> str | None:
    """A message that speaks of reminders, quiet hours, the time zone or the language."""
    turn = context.turn
    wanted = wish(turn.said)
    return _DOES[wanted.name](turn, wanted)


def _zone(turn: Turn, wanted: Wish) -> str:
    if wanted.value:
        return settings.set_zone(turn, wanted.value)
    settings.begin(turn, "zone")
    return "zone"


def _quiet(turn: Turn, wanted: Wish) -> str:
    """ "Not after 9pm" moves one end and leaves the other."""
    user, (begin, _, end) = turn.user, wanted.value.partition("-")
    begin, end = begin or user.quiet_from, end or user.quiet_to
    if not wanted.value or begin == end:
        settings.begin(turn, "quiet")
        return "quiet"
    return set_quiet(turn, begin, end)


def _evening(turn: Turn, wanted: Wish) -> str:
    if wanted.value and (step := set_evening(turn, wanted.value)):
        return step
    settings.begin(turn, "evening")
    return "evening"


def _sets(name: str) -> Callable[[Turn, Wish], str]:
    def did(turn: Turn, wanted: Wish) -> str:
        field, value = settings.CHOICES[name]
        setattr(turn.user, field, value)
        return done(turn, f"settings.set_{name}")

    return did


def _says(key: str, *doors: tuple[str, str, str, str]) -> Callable[[Turn, Wish], None]:
    """One line with its doors: (label's key, flow, action, argument)."""

    def said(turn: Turn, wanted: Wish) -> None:
        row: tuple[Button, ...] = tuple(door(turn.t.label(label), *where) for label, *where in doors)
        turn.say(key, row, next_row(turn), turn.way_back())

    return said


def _menu(turn: Turn, wanted: Wish) -> None:
    turn.show(menu(turn))


_ALL = ("free.button_settings", "settings", "open", "")
_DOES: dict[str, Callable[[Turn, Wish], str | None]] = {
    "zone": _zone,
    "quiet": _quiet,
    "evening": _evening,
    "on": _sets("on"),
    "soft": _sets("soft"),
    "direct": _sets("direct"),
    "off": _says("free.quiet", ("settings.button_off", "settings", "set", "off"), _ALL),
    "fewer": _says("free.fewer", ("settings.button_remind", "settings", "set", "remind"), _ALL),
    "days": _says("free.days", ("settings.button_quiet", "settings", "quiet", ""), _ALL),
    "language": _says("free.language", _ALL),
    "remind": _says("free.remind", _ALL, ("next.button_add", "interview", "new", "")),
    "menu": _menu,
}
