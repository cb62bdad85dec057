"""The menu of /settings and the words for what is set. It is made of doors: it never grows stale, and nothing that
is typed while it is open gets caught in it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from telegram import Update

from bot.core.when.echo import place
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END
from bot.telegram.screen import Screen
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers import remind
from handlers.interview_screens import next_row

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OFF = ("off", "none", "no", "never", "no quiet hours")


def menu(turn: Turn) -> Screen:
    """The values in words and a door to each."""
    user, label = turn.user, turn.t.label

    def opens(name: str) -> Button:
        return door(label(f"settings.button_{name}"), "settings", name)

    def sets(name: str) -> Button:
        # The button says what to set, not what to flip: an old drawing of it does no harm.
        return door(label(f"settings.button_{name}"), "settings", "set", name)

    back = (opens("fewer"),) if stopped_kinds(turn) else ()
    rows = (
        (opens("zone"), opens("evening"), opens("quiet")),
        (opens("card"), opens("debrief"), opens("weekend")),
        (sets("soft" if user.tone == "direct" else "direct"), sets("remind" if user.coaching else "coach")),
        (sets("off" if user.reminders else "on"), *back),
        (door(label("settings.button_privacy"), "privacy"), *next_row(turn)),
    )
    return Screen(_values(turn), rows, sort="report")


def done(turn: Turn, key: str, **values: object) -> str:
    """What was set in a line, and the menu under it."""
    turn.note(turn.t(key, **values))
    turn.show(menu(turn))
    return END


async def back(update: Update, context: Context) -> str:
    context.turn.show(menu(context.turn))
    return END


def _values(turn: Turn) -> Html:
    t, user, kinds = turn.t, turn.user, stopped_kinds(turn)
    return t(
        "settings.menu",
        zone=zone_words(turn),
        evening=user.evening,
        card=length_words(turn, user.card_minutes),
        debrief=length_words(turn, user.debrief_minutes),
        quiet=quiet_words(turn),
        weekend=weekend_words(turn),
        tone=t(f"settings.tone_{user.tone}"),
        coaching=t(f"settings.coaching_{'on' if user.coaching else 'off'}"),
        reminders=t(f"settings.reminders_{'on' if user.reminders else 'off'}"),
        fewer=t("settings.menu_fewer", kinds=", ".join(kind_words(turn, kind) for kind in kinds)) if kinds else "",
    )


def zone_words(turn: Turn) -> Html:
    if not turn.user.zone:
        return turn.t("settings.zone_unknown")
    clock = f"{turn.now.astimezone(ZoneInfo(turn.zone)):%H:%M}"
    return turn.t("settings.zone_known", place=place(turn.zone), clock=clock)


def length_words(turn: Turn, minutes: int) -> Html:
    hours, rest = divmod(minutes, 60)
    if rest or not hours:
        return turn.t("settings.minutes", count=minutes)
    return turn.t("settings.hour") if hours == 1 else turn.t("settings.hours", count=hours)


def quiet_words(turn: Turn) -> Html:
    begin, end = turn.user.quiet_from, turn.user.quiet_to
    return turn.t("settings.none") if begin == end else turn.t("settings.quiet_hours", begin=begin, end=end)


def weekend_words(turn: Turn) -> str:
    names = [turn.t.label(f"settings.day_{day}") for day in DAYS if day in turn.user.weekend]
    return ", ".join(names) or turn.t.label("settings.none")


def stopped_kinds(turn: Turn) -> list[str]:
    return [kind for kind in remind.SHOWS if kind in turn.user.fewer]


def kind_words(turn: Turn, kind: str) -> str:
    name = turn.t.label(f"remind.kind_{kind}")
    return name[0].lower() + name[1:]
