"""The buttons that lead to calendar files (handlers/calendar_out.py), and what the user's calendar was given."""

from __future__ import annotations

from bot.core.model import Entry, Interview
from bot.telegram.buttons import Button, door
from bot.telegram.turn import Turn


def entry_of(turn: Turn, interview: Interview) -> Entry | None:
    """What the user's calendar was last given of that interview; None where it never was."""
    return next((row for row in turn.work.all(Entry) if row.interview_id == interview.id), None)


def given(turn: Turn, interview: Interview) -> bool:
    """Whether the user's calendar has it from here."""
    entry = entry_of(turn, interview)
    return entry is not None and entry.state == "given"


def give(turn: Turn, interview: Interview) -> Button:
    """Gives the file: for the first time, or again after a change."""
    name = "update" if given(turn, interview) else "add"
    return door(turn.t.label(f"calendar.button_{name}"), "calendar", "give", interview.id)


def take_out(turn: Turn, interview: Interview) -> tuple[Button, ...]:
    """Takes it out of the user's calendar again; no button where that never had it."""
    if not given(turn, interview):
        return ()
    return (door(turn.t.label("calendar.button_off"), "calendar", "off", interview.id),)


def give_all(turn: Turn) -> Button:
    """Gives all that comes in one file."""
    return door(turn.t.label("calendar.button_add"), "calendar", "all")
