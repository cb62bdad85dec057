"""Taking back the last thing: what a turn changed is kept for a day, as it was before and after.

One mechanism for everything: the unit of work knows what changed, so no conversation needs an undo of its own. It is
refused where one of those records was changed again since, so that it never undoes more than it says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.core.model import Dialog, Undo
from bot.store.work import Change
from bot.telegram import corrections
from bot.telegram.buttons import Button, door
from bot.telegram.corrections import KEPT
from bot.telegram.snapshots import KINDS, Row, is_talk, own_changed, put_back, rows_of, stands
from bot.telegram.turn import Turn

MOST = 10


def remember(turn: Turn, changes: Sequence[Change]) -> None:
    """Keeps what this turn changed (``changes`` of its work) and which message it was; forgets what is too old."""
    if turn.for_good:
        return
    rows = rows_of(turn.work, changes)
    told = corrections.remember(turn, changes, rows)
    if not (turn.dropped or _matter(changes) or own_changed(turn.work)):
        if told is not None:
            corrections.keep_talk(turn, told)
        return
    _let_go(turn)
    data: dict[str, Any] = {"rows": rows}
    if turn.dropped:
        data["dropped"] = turn.dropped
    if told is not None:
        same = told["rows"] == rows
        data["said"] = {name: value for name, value in told.items() if name != "rows" or not same}
    turn.work.add(Undo(id=turn.undo_id, created_at=turn.now, data=data))


def _let_go(turn: Turn) -> None:
    kept = sorted(
        (row for row in turn.work.all(Undo) if row.data["rows"]), key=lambda row: row.created_at, reverse=True
    )
    for number, row in enumerate(kept, 1):
        if number >= MOST or turn.now - row.created_at > KEPT:
            turn.work.remove(row)


def has_changes(turn: Turn) -> bool:
    """Whether this turn changed something that can be taken back."""
    return not turn.for_good and (bool(turn.dropped) or _matter(turn.work.changes()) or own_changed(turn.work))


def forget(turn: Turn, *ids: str) -> None:
    """What this turn removes is gone for good: it is not kept for undo, nor what was kept of these records before."""
    turn.for_good = True
    for row in turn.work.all(Undo):
        rows = [*row.data.get("rows", []), *row.data.get("said", {}).get("rows", [])]
        if not row.data.get("rows") or any(id in ids for _, id, *_ in rows):
            turn.work.remove(row)


def _matter(changes: Sequence[Change]) -> bool:
    return any(change.kind is not Dialog and change.kind.__name__ in KINDS for change in changes)


def button(turn: Turn) -> Button:
    """A door that takes back what this turn changes."""
    return door(turn.t.label("button.undo"), "undo", "open", turn.undo_id)


def newest(turn: Turn) -> Undo | None:
    """What was kept last; None where nothing of the last day can be taken back."""
    fresh = [row for row in turn.work.all(Undo) if row.data["rows"] and turn.now - row.created_at <= KEPT]
    return max(fresh, key=lambda row: row.created_at, default=None)


def take_back(turn: Turn, undo: Undo) -> bool:
    """Puts the records back as they were. False, with nothing changed, where one of them was changed again since.

    The place in the talk comes back with them where the talk has not gone elsewhere; a conversation that was thrown
    away, or begun anew, comes back in any case.
    """
    rows: list[Row] = undo.data.get("rows", [])
    domain, talk = [row for row in rows if not is_talk(row)], [row for row in rows if is_talk(row)]
    if not stands(turn.work, domain):
        return False
    put_back(turn.work, domain)
    if undo.data.get("dropped"):
        _bring_back(turn, talk, undo.data["dropped"])
    elif turn.dialog is None and stands(turn.work, talk):
        put_back(turn.work, talk)
    turn.work.remove(undo)
    return True


def _bring_back(turn: Turn, talk: Sequence[Row], dropped: str) -> None:
    """The conversation that was thrown away is open again; the one begun in its place goes, if nothing is in it."""
    turn.pause(interrupted=True)
    put_back(turn.work, [row for row in talk if row[1] == dropped or (row[2] is None and stands(turn.work, [row]))])
    dialog = turn.work.get(Dialog, dropped)
    if dialog is not None:
        turn.resume(dialog)
