"""/settings: what can be set, in words, with one button for each. Only a setting that may be typed is a step."""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram import Update

from bot.core.model import Dialog, User
from bot.core.wall import read_clock, read_minutes, read_span, within
from bot.core.when.echo import place
from bot.telegram.buttons import Button
from bot.telegram.conversation import END, Callback, Command, Conversation, Door, Handler, Located, Said, State, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import cities
from handlers.common import upcoming
from handlers.settings_menu import (
    DAYS,
    kind_words,
    length_words,
    menu,
    quiet_words,
    stopped_kinds,
    weekend_words,
    zone_words,
)

EVENINGS = ("17:00", "18:00", "19:00", "20:00", "21:00", "22:00")
QUIET = ("21:00-08:00", "22:00-07:00", "23:00-06:00", "09:00-17:00")
OFF = ("off", "none", "no", "never", "no quiet hours")
CHOICES: dict[str, tuple[str, object]] = {
    "soft": ("tone", "soft"),
    "direct": ("tone", "direct"),
    "coach": ("coaching", True),
    "remind": ("coaching", False),
    "on": ("reminders", True),
    "off": ("reminders", False),
}


@dataclass(frozen=True, slots=True)
class Length:
    """A setting in minutes: the field of User, what the buttons offer, and what can be typed."""

    field: str
    offered: tuple[int, ...]
    least: int
    most: int

    def of(self, user: User) -> int:
        return int(getattr(user, self.field))


LENGTHS = {
    # The card is over ten minutes before the start: less than 15 would leave no time to read it.
    "card": Length("card_minutes", (30, 60, 90, 120), 15, 12 * 60),
    "debrief": Length("debrief_minutes", (10, 20, 45), 5, 12 * 60),
}


# -- into a setting and out of it -------------------------------------------------------------------------------


def done(turn: Turn, key: str, **values: object) -> str:
    """What was set in a line, and the menu under it."""
    turn.note(turn.t(key, **values))
    turn.show(menu(turn))
    return END


def begin(turn: Turn, step: str) -> None:
    _forget(turn)
    turn.begin("settings", step).trail = ("menu",)  # shows the Back button; ``back`` answers it


def _forget(turn: Turn) -> None:
    """Nothing is half typed in a setting, so none is ever taken up again."""
    for dialog in turn.work.all(Dialog):
        if dialog.flow == "settings":
            turn.work.remove(dialog)


async def start(update: Update, context: Context) -> str:
    """/settings; text after the command is where the user is."""
    turn = context.turn
    if turn.said and turn.event.kind == "command":
        begin(turn, "zone")
        return await took_place(update, context) or "zone"
    _forget(turn)
    turn.show(menu(turn))
    return END


async def back(update: Update, context: Context) -> str:
    context.turn.show(menu(context.turn))
    return END


def _opens(step: str) -> Handler:
    async def opened(update: Update, context: Context) -> str:
        turn = context.turn
        if step == "fewer" and not stopped_kinds(turn):
            return await back(update, context)
        begin(turn, step)
        return step

    return Door("settings", step, opened)


async def chosen(update: Update, context: Context) -> str:
    """Tone, coaching and the one switch: set at once."""
    turn = context.turn
    if turn.arg not in CHOICES:
        return await back(update, context)
    field, value = CHOICES[turn.arg]
    setattr(turn.user, field, value)
    return done(turn, f"settings.set_{turn.arg}")


# -- time zone --------------------------------------------------------------------------------------------------


def ask_zone(turn: Turn) -> Screen:
    zones = turn.draft.get("zones", [])
    if not zones:
        return Screen(turn.t("settings.ask_zone", zone=zone_words(turn)))
    return Screen(turn.t("settings.zone_which"), tuple((Button(place(zone), "zone", zone),) for zone in zones))


async def took_place(update: Update, context: Context) -> str | None:
    zone = cities.typed(context.turn)
    return set_zone(context.turn, zone) if zone else None


async def shared_place(update: Update, context: Context) -> str | None:
    zone = cities.shared(context.turn)
    return set_zone(context.turn, zone) if zone else None


async def chose_zone(update: Update, context: Context) -> str | None:
    zone = cities.tapped(context.turn)
    return set_zone(context.turn, zone) if zone else None


def set_zone(turn: Turn, zone: str) -> str:
    turn.user.zone = zone
    line = turn.t("settings.zone_set", zone=zone_words(turn))
    turn.note(line + turn.t("settings.zone_interviews") if upcoming(turn) else line)
    turn.show(menu(turn))
    return END


# -- evening and quiet hours ------------------------------------------------------------------------------------


def is_quiet(turn: Turn, wall: str) -> bool:
    return within(wall, turn.user.quiet_from, turn.user.quiet_to)


def ask_evening(turn: Turn) -> Screen:
    buttons = tuple(Button(wall, "at", wall.replace(":", "")) for wall in EVENINGS if not is_quiet(turn, wall))
    return Screen(turn.t("settings.ask_evening", evening=turn.user.evening), (buttons[:3], buttons[3:]), sort="picker")


async def took_evening(update: Update, context: Context) -> str | None:
    turn = context.turn
    wall = read_clock(turn.arg or turn.said)
    if wall is None:
        turn.note(turn.t("settings.clock_unclear"))
        return None
    if is_quiet(turn, wall):
        turn.note(turn.t("settings.evening_quiet", clock=wall, quiet=quiet_words(turn)))
        return None
    turn.user.evening = wall
    return done(turn, "settings.evening_set", evening=wall)


def ask_quiet(turn: Turn) -> Screen:
    buttons = tuple(Button(span.replace("-", "–"), "span", span.replace(":", "")) for span in QUIET)
    off = Button(turn.t.label("settings.button_no_quiet"), "span", "off")
    text = turn.t("settings.ask_quiet", quiet=quiet_words(turn))
    return Screen(text, (buttons[:2], buttons[2:], (off,)), sort="picker")


async def took_quiet(update: Update, context: Context) -> str | None:
    turn, user = context.turn, context.turn.user
    said = turn.arg or turn.said
    if said.casefold().strip(" .!") in OFF:
        user.quiet_from = user.quiet_to = "00:00"
        return done(turn, "settings.quiet_off")
    span = read_span(said)
    if span is None:
        turn.note(turn.t("settings.quiet_unclear"))
        return None
    user.quiet_from, user.quiet_to = span
    line = turn.t("settings.quiet_set", quiet=quiet_words(turn))
    if is_quiet(turn, user.evening):
        line += turn.t("settings.quiet_evening", evening=user.evening)
    turn.note(line)
    return await back(update, context)


# -- lengths ----------------------------------------------------------------------------------------------------


def _length_step(name: str) -> State:
    """The pocket card's lead, and the pause before the debrief."""
    length = LENGTHS[name]

    def ask(turn: Turn) -> Screen:
        buttons = tuple(Button(str(length_words(turn, m)), "minutes", str(m)) for m in length.offered)
        text = turn.t(f"settings.ask_{name}", now=length_words(turn, length.of(turn.user)))
        return Screen(text, (buttons[:2], buttons[2:]), sort="picker")

    async def took(update: Update, context: Context) -> str | None:
        turn = context.turn
        minutes = read_minutes(turn.arg or turn.said)
        if minutes is None or not length.least <= minutes <= length.most:
            bounds = {"least": length_words(turn, length.least), "most": length_words(turn, length.most)}
            turn.note(turn.t("settings.minutes_unclear", **bounds))
            return None
        setattr(turn.user, length.field, minutes)
        return done(turn, f"settings.{name}_set", length=length_words(turn, minutes))

    return State(ask, Tapped("minutes", took), Said(took, 80))


# -- weekend ----------------------------------------------------------------------------------------------------


def ask_weekend(turn: Turn) -> Screen:
    def button(day: str) -> Button:
        name, free = turn.t.label(f"settings.day_{day}"), day in turn.user.weekend
        return Button(turn.t.label("settings.ticked", day=name) if free else name, "works" if free else "free", day)

    buttons = tuple(button(day) for day in DAYS)
    text = turn.t("settings.ask_weekend", weekend=weekend_words(turn))
    return Screen(text, (buttons[:4], buttons[4:], (Button(turn.t.label("button.done"), "done"),)), sort="picker")


def _set_weekend(turn: Turn, days: set[str]) -> bool:
    if days >= set(DAYS):
        turn.note(turn.t("settings.weekend_all"))
        return False
    turn.user.weekend = tuple(day for day in DAYS if day in days)
    return True


def _ticks(*, free: bool) -> Callback:
    async def ticked(update: Update, context: Context) -> None:
        turn, day = context.turn, {context.turn.arg} & set(DAYS)
        _set_weekend(turn, {*turn.user.weekend} | day if free else {*turn.user.weekend} - day)

    return ticked


async def weekend_done(update: Update, context: Context) -> str:
    return done(context.turn, "settings.weekend_set", weekend=weekend_words(context.turn))


async def typed_weekend(update: Update, context: Context) -> str | None:
    turn, said = context.turn, context.turn.said.casefold()
    days = set(re.findall(rf"\b({'|'.join(DAYS)})(?:[a-z]*days?|s|rs?|nes)?\b", said))
    if not days and said.strip(" .!") not in OFF:
        turn.note(turn.t("settings.weekend_unclear"))
        return None
    return await weekend_done(update, context) if _set_weekend(turn, days) else None


# -- what was stopped -------------------------------------------------------------------------------------------


def ask_fewer(turn: Turn) -> Screen:
    rows = tuple((Button(turn.t.label(f"remind.kind_{kind}"), "again", kind),) for kind in stopped_kinds(turn))
    return Screen(turn.t("settings.ask_fewer"), rows, sort="picker")


async def again(update: Update, context: Context) -> str | None:
    """Brings a kind back, for good: three ignored ones do not stop it."""
    turn, kind = context.turn, context.turn.arg
    if kind not in stopped_kinds(turn):
        return None
    turn.user.fewer = tuple(k for k in turn.user.fewer if k != kind)
    turn.user.kept = tuple(sorted({*turn.user.kept, kind}))
    if not stopped_kinds(turn):
        return done(turn, "settings.fewer_back", kind=kind_words(turn, kind))
    turn.note(turn.t("settings.fewer_back", kind=kind_words(turn, kind)))
    return None


STATES = {
    "zone": State(ask_zone, Said(took_place, 80), Located(shared_place), Tapped("zone", chose_zone)),
    "evening": State(ask_evening, Tapped("at", took_evening), Said(took_evening, 80)),
    "card": _length_step("card"),
    "debrief": _length_step("debrief"),
    "quiet": State(ask_quiet, Tapped("span", took_quiet), Said(took_quiet, 80)),
    "weekend": State(
        ask_weekend,
        Tapped("free", _ticks(free=True)),
        Tapped("works", _ticks(free=False)),
        Tapped("done", weekend_done),
        Said(typed_weekend, 80),
        lenient=True,
    ),
    "fewer": State(ask_fewer, Tapped("again", again)),
}
CONVERSATION = Conversation(
    "settings",
    entry_points=[
        Command("settings", start),
        Door("settings", "open", start),
        Door("settings", "set", chosen),
        *(_opens(step) for step in STATES),
    ],
    states=STATES,
    resumes=False,  # a bare /settings always shows the menu
    fallbacks=[Tapped("back", back)],
)
