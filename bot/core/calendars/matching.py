"""Which interview an event means, and what it does to it: by the event's own name, never by a guess."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.core.calendars.event import Event
from bot.core.model import Interview
from bot.core.record import EPOCH

PARTS = ("interview", "prepare", "debrief")  # what an interview becomes in the user's calendar
_SPACE = uuid.UUID("6f1f7c1c-0f4e-4d5a-9d0c-2b7a1f3c9e55")  # of the names that we give; random, made once


def name_of(event: Event) -> str:
    """The event's UID as it is kept: hashed, since such names often hold an address. A changed date of a series has a
    name of its own."""
    date_of = event.recurrence.isoformat() if event.recurrence else ""
    return hashlib.sha256(f"{event.uid}\n{date_of}".encode()).hexdigest()[:32]


def own_uid(interview: Interview, part: str) -> str:
    """The UID that we give to a part of an interview: the same each time, and it tells nothing."""
    return str(uuid.uuid5(_SPACE, f"{interview.id} {interview.created_at.astimezone(UTC).isoformat()} {part}"))


@dataclass(frozen=True, slots=True)
class Match:
    """kind: "new", "same", "moved", "cancelled", "older" (an update that was overtaken), "answer" (moves nothing),
    "ours" (it came from here), "unknown" (calls off what is not known). ``interview``: which one is meant."""

    kind: str
    interview: Interview | None = None


def match(event: Event, interviews: Sequence[Interview]) -> Match:
    """What this event does to the interviews that are known."""
    if event.is_answer:
        return Match("answer")
    ours = _ours(event, interviews)
    if ours is not None:
        return ours
    found = _named(event, interviews)
    if found is None:
        return _called_off(event, interviews) if event.is_cancelled else Match("new")
    if (event.sequence, event.stamp or EPOCH) < (found.their_sequence, found.their_stamp or EPOCH):
        return Match("older", found)
    if event.is_cancelled:
        return Match("cancelled", found)
    moved = isinstance(event.start, datetime) and event.start.tzinfo is not None and event.start != found.start
    return Match("moved" if moved or not isinstance(event.start, datetime) else "same", found)


def _ours(event: Event, interviews: Iterable[Interview]) -> Match | None:
    for interview in interviews:
        if event.uid in (own_uid(interview, part) for part in PARTS):
            return Match("ours", interview)
    return None


def _named(event: Event, interviews: Sequence[Interview]) -> Interview | None:
    """The interview that came by this event; of a series also the one at the date that it changes."""
    name = name_of(event)
    found = next((i for i in interviews if i.uid == name), None)
    if found is None and event.recurrence is not None:
        series = name_of(Event(uid=event.uid))
        found = next((i for i in interviews if i.uid == series and _at(event.recurrence, i)), None)
    return found


def _at(moment: date, interview: Interview) -> bool:
    if not isinstance(moment, datetime):
        return moment == interview.local.date()
    return moment == interview.start if moment.tzinfo else moment == interview.local


def _called_off(event: Event, interviews: Sequence[Interview]) -> Match:
    """It was typed in before, so it has no name: the only one at that very time, if there is one."""
    rows = [i for i in interviews if i.state == "planned" and event.start is not None and _at(event.start, i)]
    return Match("cancelled", rows[0]) if len(rows) == 1 and not event.all_day else Match("unknown")


def distinct(events: Iterable[Event]) -> list[Event]:
    """Of each event the newest version; what was sent twice counts once."""
    newest: dict[str, Event] = {}
    for event in events:
        name = name_of(event)
        known = newest.get(name)
        if known is None or (event.sequence, event.stamp or EPOCH) >= (known.sequence, known.stamp or EPOCH):
            newest[name] = event
    return list(newest.values())
