"""The step of an interview that asks for the user's city: the clock time that was told is read there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from telegram import Update

from bot.core.lines import understood
from bot.core.when import zone_of
from bot.core.when.echo import place
from bot.telegram.buttons import Button
from bot.telegram.conversation import State
from bot.telegram.inputs import Callback, Located, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import cities
from handlers import interview_draft as drafts
from handlers import interview_draft_time as times
from handlers.common import yes_or_no


def ask_city(turn: Turn) -> Screen:
    """The city of the talk is offered where the line told it: one tap, where the user is there too."""
    zones, near = turn.draft.get("zones", []), _near(turn.draft)
    key = "city_which" if zones else "city_near" if near else "ask_city"
    names = {zone: _city_in(turn.draft) or place(zone) for zone in near} | {zone: place(zone) for zone in zones}
    rows = tuple((Button(names[zone], "zone", zone),) for zone in zones or near)
    return Screen(turn.t(f"interview.{key}"), rows, sort="picker")


def _near(draft: dict[str, Any]) -> list[str]:
    """The zone of the place where the talk is, to be offered as the user's; none for a link or an unknown place, nor
    where he said that he is elsewhere."""
    zone = None if draft.get("elsewhere") else zone_of(_last_part(draft))
    return [zone] if zone else []


def _city_in(draft: dict[str, Any]) -> str:
    """The city of that place as it was typed; "" where more than a name stands there."""
    name = _last_part(draft)
    return name if len(name.split()) <= 2 and name[:1].isalpha() else ""


def _last_part(draft: dict[str, Any]) -> str:
    """The end of an address, where its city stands."""
    told = str(draft.get("place") or "")
    return "" if "/" in told else told.rpartition(",")[2].strip()


def take_early(turn: Turn) -> bool:
    """The clock that was missing, told before the city it is read by: it waits with the day. False where it is none."""
    day = str(turn.draft.get("when_text") or "")
    pending = understood(day, turn.now, turn.zone)
    if not pending.days or pending.clocks or pending.start:
        return False
    said = f"at {turn.said}" if turn.said.strip()[:1].isdigit() else turn.said
    both = understood(f"{day}, {said}", turn.now, turn.zone)
    if not both.clocks and both.start is None:
        return False
    turn.draft["when_text"] = f"{day}, {said}"
    return True


def _tapped_zone(turn: Turn) -> str | None:
    return turn.arg if turn.arg in _near(turn.draft) else cities.tapped(turn)


def _typed_zone(turn: Turn) -> str | None:
    """A yes is the city that was offered; after a no it is not offered again."""
    near = _near(turn.draft)
    said = yes_or_no(turn.said) if near and not turn.draft.get("zones") else None
    if said is False:
        turn.draft["elsewhere"] = True
        return None
    if not said and zone_of(turn.said) is None and take_early(turn):
        turn.note(turn.t("interview.city_noted"))
        return None
    return near[0] if said else cities.typed(turn)


def _city(read: Callable[[Turn], str | None]) -> Callback:
    """Takes the zone that was typed, shared or tapped."""

    async def took(update: Update, context: Context) -> str | None:
        zone = read(context.turn)
        return _set_zone(context.turn, zone) if zone else None

    return took


def _set_zone(turn: Turn, zone: str) -> str:
    turn.user.zone = zone
    turn.draft.pop("zones", None)
    times.city_known(turn, turn.draft)
    return drafts.next_step(turn, turn.draft)


STATES = {
    "city": State(
        ask_city,
        Said(_city(_typed_zone), 80),
        Located(_city(cities.shared)),
        Tapped("zone", _city(_tapped_zone)),
        again=lambda turn: times.place_anew(turn.draft),
    ),
}
