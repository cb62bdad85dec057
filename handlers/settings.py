"""/settings: what can be set, in words, with one button for each. Only a setting that may be typed is a step."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Update

from bot.core.model import Dialog, User
from bot.core.wall import read_minutes
from bot.core.when.echo import place
from bot.telegram.buttons import Button
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Command, Door, Handler, Located, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import cities, settings_clocks, settings_weekend
from handlers.common import upcoming
from handlers.settings_menu import back, done, kind_words, length_words, menu, stopped_kinds, zone_words

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
    "evening": settings_clocks.EVENING,
    "card": _length_step("card"),
    "debrief": _length_step("debrief"),
    "quiet": settings_clocks.QUIET,
    "weekend": settings_weekend.STATE,
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
