"""Events of a calendar: new, moved and cancelled interviews are shown, and count once they are confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Update

from bot.core import when
from bot.core.calendars import matching, reading
from bot.core.calendars.event import Event, as_plain, from_plain
from bot.core.calendars.reading import Told
from bot.core.lines import read_line, understood
from bot.core.model import Interview
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, State
from bot.telegram.inputs import Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import interview_draft as drafts
from handlers import interview_draft_time as times
from handlers import interview_saved
from handlers.common import day_words, job_of, job_words, short, upcoming, when_words
from handlers.interview_screens import interview_door, next_row

MOST = 6  # events to choose from
MOST_LETTER = 3000  # characters of the mail around them


def take(turn: Turn, events: Iterable[Event], letter: str = "") -> str | None:
    """Begins with the events; gives the step of /interview to go on with, or None where a screen says it all.

    ``letter``: the mail they came with; it may name what the event does not.
    """
    rows = _wanted(turn, events)
    if not rows:
        turn.say("calendar.none", next_row(turn), turn.way_back())
        return None
    if len(rows) == 1:
        return _one(turn, rows[0], letter)
    turn.begin("interview", "pick", events=[as_plain(event) for event in rows], letter=letter[:MOST_LETTER])
    return "pick"


def _wanted(turn: Turn, events: Iterable[Event]) -> list[Event]:
    """Each event once, those that are over only where there are no others, the nearest first; answers the same way."""
    rows = [event for event in matching.distinct(events) if event.start is not None or event.is_cancelled]
    news = [event for event in rows if not event.is_answer] or rows[:1]
    coming = [e for e in news if e.is_cancelled or reading.told(e, turn.now, turn.zone).kind != "past"] or news
    return sorted(coming, key=lambda event: str(event.start or ""))[:MOST]


def _one(turn: Turn, event: Event, letter: str) -> str | None:
    """What one event does: a step to go on with, or a screen."""
    match = matching.match(event, turn.work.all(Interview))
    known = match.interview
    if match.kind == "cancelled" and known is not None and known.state == "planned":
        turn.begin(
            "interview", "cancel", **interview_saved.draft_of(turn, known), invitation=_invitation(event), by_them=True
        )
        return "cancel"
    if match.kind in ("new", "same", "moved"):
        return _card(turn, event, known, letter)
    if known is None:
        rows = tuple((interview_door(turn, interview),) for interview in upcoming(turn)[:3])
        turn.say(f"calendar.{match.kind}", *rows, next_row(turn), turn.way_back(), title=short(event.summary, 60))
        return None
    row = (door(turn.t.label("calendar.button_open"), "interview", "open", known.id),)
    job, at = job_words(turn, job_of(turn, known)), when_words(turn, known)
    turn.say(f"calendar.{match.kind}", row, next_row(turn), turn.way_back(), job=job, when=at)
    return None


def _invitation(event: Event) -> list[Any]:
    """What is kept of an event to know it again: its name, number and stamp."""
    return [matching.name_of(event), event.sequence, event.stamp.isoformat() if event.stamp else ""]


def _card(turn: Turn, event: Event, known: Interview | None, letter: str) -> str | None:
    """The event as a half-typed interview; what is not in it is kept or asked."""
    found = reading.told(event, turn.now, turn.zone)
    if found.kind == "past" and found.start is not None:
        at = when.echo(found.start, turn.zone, turn.now)
        turn.say("calendar.past", next_row(turn), turn.way_back(), title=short(event.summary, 60), when=at)
        return None
    old = interview_saved.draft_of(turn, known) if known is not None else {}
    moved = known is not None and found.start not in (None, known.start)
    turn.begin("interview", "line", **old, invitation=_invitation(event), by_them=moved)
    drafts.take_read(turn.draft, found.line, keep=known is not None)
    if letter.strip():
        told = read_line(letter, understood(letter, turn.now, turn.zone).spans)
        drafts.take_read(turn.draft, replace(told, place="", link="", dial_in=""), keep=True)
    if found.minutes:
        turn.draft["length"] = found.minutes
    _take_time(turn, event, found)
    return drafts.next_step(turn, turn.draft)


def _take_time(turn: Turn, event: Event, found: Told) -> None:
    """The time, or what is left to ask about it; what was assumed is said."""
    draft = turn.draft
    for name in ("choices", "why", "local", "zone", "day", "clock"):
        draft.pop(name, None)
    if event.zone_named:
        turn.note(turn.t("calendar.zone_unknown", zone=event.zone_named))
    first = found.start or next(iter(found.choices), None)
    if first is not None and not turn.user.zone and _has_no_zone(event):
        draft.update(when_text=first.strftime("%Y-%m-%d %H:%M"), need_city=True)
    elif found.kind == "instant" and found.start is not None:
        times.take_instant(draft, found.start)
        if found.why:
            turn.note(turn.t(f"calendar.{found.why}"))
    elif found.kind == "choose":
        draft.update(choices=[times.stored(choice) for choice in found.choices], why=found.why)
    elif found.day is not None:
        draft.update(day=found.day.isoformat(), why="no_clock", when_text=f"{found.day.day} {found.day:%B %Y}")


def _has_no_zone(event: Event) -> bool:
    return isinstance(event.start, datetime) and event.start.tzinfo is None


# -- several events -------------------------------------------------------------------------------------------------


def _events(turn: Turn) -> list[Event]:
    return from_plain(turn.draft.get("events", []))


def ask_pick(turn: Turn) -> Screen:
    rows = _events(turn)
    buttons = tuple((Button(_label(turn, event), "event", str(n)),) for n, event in enumerate(rows))
    return Screen(turn.t("calendar.pick", count=len(rows)), buttons, sort="picker")


def _label(turn: Turn, event: Event) -> str:
    """ "Thu 26 Nov, 15:00: Interview with Anna"."""
    start = event.start
    if isinstance(start, datetime):
        local = start.astimezone(ZoneInfo(turn.zone)) if start.tzinfo else start
        return f"{day_words(local)}, {local:%H:%M}: {event.summary}"[:60]
    return f"{day_words(start)}: {event.summary}"[:60] if start else event.summary[:60]


async def chose_event(update: Update, context: Context) -> str | None:
    return _chosen(context.turn, context.turn.arg)


async def typed_event(update: Update, context: Context) -> str | None:
    """Its number in the list, or words of its title."""
    turn = context.turn
    said = turn.said.casefold().strip(" .!")
    if said.isdigit() and int(said) > 0:
        return _chosen(turn, str(int(said) - 1))
    named = [n for n, event in enumerate(_events(turn)) if said in _label(turn, event).casefold()]
    if len(named) == 1:
        return _chosen(turn, str(named[0]))
    turn.note(turn.t("common.odd_text"))
    return None


def _chosen(turn: Turn, number: str) -> str | None:
    rows, letter = _events(turn), str(turn.draft.get("letter", ""))
    if not number.isdigit() or int(number) >= len(rows):
        return None
    turn.finish()
    return _one(turn, rows[int(number)], letter) or END


STATES = {"pick": State(ask_pick, Tapped("event", chose_event), Said(typed_event, 200))}
