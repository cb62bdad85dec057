"""An edit of what was typed into an interview: of its draft, or of one that is saved since.

A saved one stays as it is until the card with the new version is confirmed: a wrong time in a reminder is worse than
one more tap.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from telegram import Update

from bot.core.model import Dialog, Interview, Undo
from bot.telegram import corrections
from bot.telegram.inputs import Callback
from bot.telegram.turn import Context, Turn
from handlers import interview_draft as drafts
from handlers import interview_draft_time as times
from handlers import interview_saved

FLOW = "interview"
MOST = 8  # messages of one step that are remembered


def hears(step: str = "") -> Callable[[Callback], Callback]:
    """Around what takes a text: the draft remembers which message it was, for a later edit of it. ``step``: where it
    counts as written, else the step that was open."""

    def around(callback: Callback) -> Callback:
        @functools.wraps(callback)
        async def taken(update: Update, context: Context) -> str | None:
            turn = context.turn
            at = step or (turn.dialog.step if turn.dialog is not None else "")
            then = await callback(update, context)
            if turn.event.own is not None and turn.dialog is not None and turn.dialog.flow == FLOW:
                _note(turn, at, turn.event.own)
            return then

        return taken

    return around


def _note(turn: Turn, step: str, message: int) -> None:
    heard = turn.draft.setdefault("heard", {})
    heard[step] = [*(other for other in heard.get(step, []) if other != message), message][-MOST:]


def _step(data: dict[str, Any], message: int) -> str:
    return next((step for step, ids in data.get("heard", {}).items() if message in ids), "")


def saved(turn: Turn, message: int) -> tuple[Interview, str] | None:
    """The interview that was saved with that message in its draft, within a day, and the step it was written at."""
    rows = [row for row in turn.work.all(Undo) if turn.now - row.created_at <= corrections.KEPT]
    for row in sorted(rows, key=lambda row: row.created_at, reverse=True):
        changes = row.data["rows"]
        was = [before for kind, _, before, _ in changes if kind == Dialog.__name__ and before]
        talks = [talk["data"] for talk in was if talk["flow"] == FLOW]
        step = next((step for data in talks if (step := _step(data, message))), "")
        ids = [id for kind, id, _, after in changes if kind == Interview.__name__ and after]
        found = turn.work.get(Interview, ids[0]) if step and ids else None
        if found is not None and found.state == "planned":
            return found, step
    return None


def reopened(turn: Turn, interview: Interview, step: str, message: int, text: str) -> str | None:
    """Opens the change of a saved interview with the new words in it; gives its next step, None where they say
    nothing new."""
    was = turn.dialog
    turn.begin(FLOW, "confirm", **interview_saved.draft_of(turn, interview), edited=True)
    then = _taken(turn, step, text)
    if then is None:
        turn.finish()
        if was is not None:
            turn.resume(was)
        return None
    _note(turn, step, message)
    return then


def is_open(turn: Turn) -> bool:
    """Whether the card is open that an edit of a saved interview's message brought, and is not confirmed yet."""
    return turn.dialog is not None and turn.dialog.flow == FLOW and bool(turn.draft.get("edited"))


def in_draft(turn: Turn, message: int, text: str) -> str | None:
    """Puts the new words into the draft that the message was written for, and opens it; gives its next step."""
    dialog = next((d for d in turn.work.all(Dialog) if d.flow == FLOW and _step(d.data, message)), None)
    if dialog is None:
        return None
    was, step = turn.dialog, _step(dialog.data, message)
    if dialog is not was:
        turn.resume(dialog)
    then = _taken(turn, step, text)
    if then is None and was is not None:
        turn.resume(was)
    elif then is None:
        turn.pause()
    return then


def _taken(turn: Turn, step: str, text: str) -> str | None:
    """What is asked next once the draft holds the new words; None where it is as before."""
    takes, draft = TAKES.get(step), turn.draft
    before = {**draft}
    if takes is not None:
        takes(turn, text)
    if _facts(draft) == _facts(before):
        draft.clear()
        draft.update(before)
        return None
    return drafts.next_step(turn, draft)


def _facts(draft: dict[str, Any]) -> dict[str, Any]:
    """What is known of the interview; the words of a time only where it could not be read yet."""
    notes = {"why", "heard", "clock", *(("when_text",) if draft.get("local") else ())}
    return {name: value for name, value in draft.items() if value and name not in notes}


def _people(turn: Turn, text: str) -> None:
    drafts.take_people(turn.draft, text)


def _time(turn: Turn, text: str) -> None:
    """A time typed on the card: only a clock means the same day."""
    if turn.draft.get("local"):
        times.retime(turn, turn.draft, text)
    else:
        times.take_when(turn, turn.draft, text)


def _word(name: str) -> Callable[[Turn, str], None]:
    def put(turn: Turn, text: str) -> None:
        turn.draft[name] = text

    return put


TAKES: dict[str, Callable[[Turn, str], None]] = {
    "line": lambda turn, text: drafts.take_line(turn, turn.draft, text),
    "when": lambda turn, text: times.take_when(turn, turn.draft, text),
    "which": lambda turn, text: times.take_when(turn, turn.draft, text),
    "confirm": _time,
    "people": _people,
    **{name: _word(name) for name in ("employer", "role", "place")},
}
