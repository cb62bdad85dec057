"""The step of an interview that asks for the user's city: the clock time that was told is read there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from telegram import Update

from bot.core.lines import understood
from bot.core.lines.cities import place_zone
from bot.core.lines.corrected import corrected
from bot.core.naming import capitals
from bot.core.when.echo import place
from bot.telegram.buttons import Button
from bot.telegram.conversation import State
from bot.telegram.inputs import Callback, Located, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import cities
from handlers import interview_draft as drafts
from handlers import interview_draft_time as times
from handlers.common import agrees, person_words, short, yes_or_no

CLOCKS = ("Europe/London", "Europe/Berlin", "America/New_York")  # offered where a place is not known
_ASKS_WHY = re.compile(
    r"(?i)^\W*(?:but |and |ok )?(?:why|what for|does (?:it|that) matter|do (?:i|you) (?:have|need)|is (?:it|that|this) "
    r"(?:needed|necessary|important)|must i|who cares)(?: \w+){0,5}\W*$"
)
_NONE = re.compile(
    r"(?i)^\W*(?:skip|later|idk|dunno|no idea|none|not now|i (?:dont|don't|do not|wont|won't) (?:know|want)\b.*)\W*$"
)
_OF_THE_CITY = re.compile(r"(?i)\b(?:city|there|that|it|know|ask|need|place|matter)\b")
HEARD = 140  # characters of what is noted so far


def ask_city(turn: Turn) -> Screen:
    """The city of the talk is offered where the line told it: one tap, where the user is there too. Above stands what
    is noted already, and after a place that nobody knows the clocks of a few zones."""
    zones, near = turn.draft.get("zones", []), _near(turn.draft)
    names = {near[1]: near[0]} if near else {}
    key = "city_which" if zones else "city_near" if near else "ask_city"
    rows: list[tuple[Button, ...]] = [(Button(place(zone), "zone", zone),) for zone in zones]
    if not zones:
        rows = [(Button(names[zone], "zone", zone),) for zone in names]
        rows += [_clocks(turn)] if turn.draft.get("lost") else []
    return Screen(
        join([_heard(turn), turn.t(f"interview.{key}", **({"city": near[0]} if key == "city_near" else {}))], " "),
        tuple(rows),
        sort="picker",
    )


def _clocks(turn: Turn) -> tuple[Button, ...]:
    return tuple(Button(turn.t.label("interview.city_time", city=place(zone)), "zone", zone) for zone in CLOCKS)


def _heard(turn: Turn) -> Html:
    """What is noted of the interview so far; nothing where that is little."""
    draft = turn.draft
    people = [person_words(name, title) for name, title, _ in draft.get("people", [])]
    parts = [
        draft.get("employer") or "",
        draft.get("role") or "",
        times.told_words(turn, draft),
        turn.t.label("interview.heard_people", people=", ".join(people)) if people else "",
    ]
    what = ", ".join(part for part in parts if part)
    return turn.t("interview.heard", what=short(what, HEARD)) if what else Html("")


def _near(draft: dict[str, Any]) -> list[str]:
    """Name and zone of the city where the talk is, to be offered as the user's; none for a link or an unknown place,
    nor where he said that he is elsewhere."""
    if draft.get("elsewhere"):
        return []
    last, told = _last_part(draft), draft.get("city")
    zone = place_zone(last)
    if zone and (len(last.split()) <= 2 or not told):
        return [capitals(last) if len(last.split()) <= 2 and last[:1].isalpha() else place(zone), zone]
    named = str(draft.get("zone") or "") if draft.get("local") else ""  # as a calendar's event tells it
    return list(told or ([place(named), named] if "/" in named and not named.startswith("Etc/") else []))


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
    return turn.arg if turn.arg in (*_near(turn.draft)[1:], *CLOCKS) else cities.tapped(turn)


def _typed_zone(turn: Turn) -> str | None:
    """A yes is the city that was offered; after a no it is not offered again. What is said of the interview instead
    goes onto its card."""
    near = _near(turn.draft)
    said = yes_or_no(turn.said) if not turn.draft.get("zones") else None
    if near and said is False:
        turn.draft["elsewhere"] = True
        return None
    if near and said:
        return near[1]
    if said is not None or agrees(turn.said):
        turn.note(turn.t("interview.city_first_still"))
        return None
    if place_zone(turn.said) is None and take_early(turn):
        turn.note(turn.t("interview.city_noted"))
        return None
    if says_of_it(turn):
        turn.note(turn.t("interview.city_first_still"))
        return None
    if _ASKS_WHY.search(turn.said) or _NONE.search(turn.said):
        turn.note(turn.t("interview.city_why"))
        turn.draft["lost"] = True
        return None
    zone = cities.typed(turn)
    turn.draft["lost"] = zone is None and not turn.draft.get("zones")
    return zone


def asks_aside(text: str) -> bool:
    """Whether a question is about something else than the city."""
    of_it = _ASKS_WHY.search(text) and (len(text.split()) == 1 or _OF_THE_CITY.search(text))
    return "?" in text and not of_it and place_zone(text) is None


def says_of_it(turn: Turn) -> bool:
    """Takes what is said of the interview at a step that asks for something else: who comes, where it is, which
    round. False where it says nothing of it."""
    said = puts_right(turn.said)
    if said:
        drafts.put_right(turn.draft, turn.said, bare=False)
    return said


def puts_right(text: str) -> bool:
    """Whether a text says something of an interview by more than a bare name or city."""
    found = corrected(text, bare=False)
    spot = found.place and (any(c.isdigit() for c in found.place) or place_zone(text) is None)
    return bool(found.employer or found.role or found.people or found.round or found.medium or spot)


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
