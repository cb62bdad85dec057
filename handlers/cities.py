"""Where the user is: typed, shared or tapped, it gives a time zone. For every step that asks for it."""

from __future__ import annotations

from bot.core.lines.cities import told_zone
from bot.core.when import understand, zone_choices
from bot.telegram.turn import Turn
from handlers.places import zone_at

MOST = 6  # zones of one country to choose from


def typed(turn: Turn) -> str | None:
    """The zone of what was typed. None: its country has several, which are in the draft now, or a note says why."""
    zone = told_zone(turn.said)
    if zone is None:
        turn.draft["zones"] = list(zone_choices(turn.said))[:MOST]
        if not turn.draft["zones"]:
            timed = understand(turn.said, turn.now, turn.zone).kind != "nothing"
            early = timed and turn.draft.get("when_text")
            turn.note(turn.t("interview.city_first" if early else "interview.city_unknown"))
    return zone


def shared(turn: Turn) -> str | None:
    """The zone of a shared location; None, with a note, where nobody has one."""
    place = turn.event.location
    zone = zone_at(place.latitude, place.longitude) if place else None
    if zone is None:
        turn.note(turn.t("interview.city_unknown"))
    return zone


def tapped(turn: Turn) -> str | None:
    """One of the zones that were offered."""
    return turn.arg if turn.arg in turn.draft.get("zones", []) else None
