"""The record that a button names: what is done about it, how a conversation about it begins, what is said where it is
gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from telegram import Update

from bot.core.model import Answer, Interview, Job, Note, Offer, Person, Question, Signal
from bot.core.record import Record
from bot.telegram.conversation import END
from bot.telegram.inputs import Callback
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers.interview_screens import next_row

GONE: dict[type[Record], str] = {
    Answer: "answers.gone",
    Interview: "interview.not_found",
    Job: "jobs.gone",
    Note: "notes.gone",
    Offer: "offer.gone",
    Person: "person.gone",
    Question: "questions.gone",
    Signal: "act.gone",
}
Kind = TypeVar("Kind", bound=Record)


def gone(turn: Turn, kind: type[Record]) -> None:
    """Says that a record of that kind is no longer there."""
    turn.say(GONE.get(kind, "priorities.gone"), next_row(turn))


def on_one(kind: type[Kind], do: Callable[[Turn, Kind], str | None]) -> Callback:
    """A door to one record, whose id stands first in its argument (a dot, and what more it needs, may follow). As an
    entry of a conversation it leads to the step that ``do`` names."""

    async def pressed(update: Update, context: Context) -> str | None:
        turn = context.turn
        found = turn.work.get(kind, turn.arg.partition(".")[0])
        if found is None:
            gone(turn, kind)
            return None
        return do(turn, found)

    return pressed


def on_page(kind: type[Kind], change: Callable[[Turn, Kind], None], page: Callable[[Turn, Kind], Screen]) -> Callback:
    """A door of a record's own page: does what ``change`` says, and shows the page again where that showed nothing."""

    def pressed(turn: Turn, found: Kind) -> None:
        change(turn, found)
        if not turn.screens:
            turn.show(page(turn, found))

    return on_one(kind, pressed)


def about(kind: type[Record], flow: str, step: str, /, *, name: str = "", **more: object) -> Callback:
    """An entry of ``flow`` at ``step``: the draft holds the record's id as ``name`` (the flow's own name, where none
    is given), and what ``more`` says."""

    async def begin(update: Update, context: Context) -> str:
        turn = context.turn
        if turn.work.get(kind, turn.arg) is None:
            gone(turn, kind)
            return END
        turn.begin(flow, step, **{**more, name or flow: turn.arg})
        return step

    return begin
