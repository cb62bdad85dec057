"""Taking back the last thing: what a turn changed is kept for a day, as it was before and after.

One mechanism for everything: the unit of work knows what changed, so no conversation needs an undo of its own. It is
refused where one of those records was changed again since, so that it never undoes more than it says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any

from bot.core.model import RECORDS, Dialog, Record, Reminder, Undo, User
from bot.core.offer.keeping import PASSING
from bot.store.work import Change, Work, row_of
from bot.telegram.buttons import Button, door
from bot.telegram.turn import Turn

KEPT = timedelta(days=1)
MOST = 10
OWN = frozenset({"id", "created_at", "seen_at", "version", "screen", "blocked"})  # of the user: not his doing
_KINDS: dict[str, type[Record]] = {kind.__name__: kind for kind in RECORDS if kind not in (Reminder, Undo)}
_LISTS = {kind: {f.name for f in fields(kind) if str(f.type) == "tuple[str, ...]"} for kind in (*RECORDS, User)}


def remember(turn: Turn, changes: Sequence[Change]) -> None:
    """Keeps what this turn changed (``changes`` of its work), where it changed more than the talk itself; forgets
    what is too old."""
    if turn.for_good or (not _matter(changes) and not own_changed(turn.work)):
        return
    rows = _rows(turn.work, changes)
    kept = sorted(turn.work.all(Undo), key=lambda row: row.created_at, reverse=True)
    for number, row in enumerate(kept, 1):
        if number >= MOST or turn.now - row.created_at > KEPT:
            turn.work.remove(row)
    turn.work.add(Undo(id=turn.undo_id, created_at=turn.now, data={"rows": rows}))


def has_changes(turn: Turn) -> bool:
    """Whether this turn changed something that can be taken back."""
    return not turn.for_good and (_matter(turn.work.changes()) or own_changed(turn.work))


def forget(turn: Turn, *ids: str) -> None:
    """What this turn removes is gone for good: it is not kept for undo, nor what was kept of these records before."""
    turn.for_good = True
    for row in turn.work.all(Undo):
        if any(id in ids for _, id, *_ in row.data.get("rows", [])):
            turn.work.remove(row)


def own_changed(work: Work) -> bool:
    """Whether the user's own row changed, beyond what each turn changes in it."""
    return any(getattr(work.user, name) != value for name, value in work.user_read.items() if name not in OWN)


def _matter(changes: Sequence[Change]) -> bool:
    return any(change.kind is not Dialog and change.kind.__name__ in _KINDS for change in changes)


def button(turn: Turn) -> Button:
    """A door that takes back what this turn changes."""
    return door(turn.t.label("button.undo"), "undo", "open", turn.undo_id)


def newest(turn: Turn) -> Undo | None:
    """What was kept last; None where nothing of the last day can be taken back."""
    fresh = [row for row in turn.work.all(Undo) if turn.now - row.created_at <= KEPT]
    return max(fresh, key=lambda row: row.created_at, default=None)


def take_back(turn: Turn, undo: Undo) -> bool:
    """Puts the records back as they were. False, with nothing changed, where one of them was changed again since.

    The place in the talk comes back with them where the talk has not gone elsewhere.
    """
    rows = undo.data.get("rows", [])
    domain = [row for row in rows if row[0] != Dialog.__name__]
    if not all(_is_as(turn.work, kind, id, after) for kind, id, _, after in domain):
        return False
    for kind, id, before, _ in domain:
        _put(turn.work, kind, id, before)
    talk = [row for row in rows if row[0] == Dialog.__name__]
    if turn.dialog is None and all(_is_as(turn.work, kind, id, after) for kind, id, _, after in talk):
        for kind, id, before, _ in talk:
            _put(turn.work, kind, id, before)
    turn.work.remove(undo)
    return True


def _rows(work: Work, changes: Sequence[Change]) -> list[list[Any]]:
    """[kind, id, before, after] of each record that differs from what was read; None stands for "not there"."""
    rows = [
        [change.kind.__name__, change.id, _kept(change.kind, change.old), _kept(change.kind, change.row)]
        for change in changes
        if change.kind.__name__ in _KINDS
    ]
    before, after = _own(work.user_read), _own(row_of(work.user))
    return rows if before == after else [*rows, [User.__name__, "", _plain(before), _plain(after)]]


def _own(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in OWN}


def _is_as(work: Work, kind: str, id: str, wanted: dict[str, Any] | None) -> bool:
    if kind == User.__name__:
        return _plain(_own(row_of(work.user))) == wanted
    record = work.get(_KINDS[kind], id)
    return (_kept(_KINDS[kind], row_of(record)) if record is not None else None) == wanted


def _put(work: Work, kind: str, id: str, row: dict[str, Any] | None) -> None:
    if kind == User.__name__:
        for name, value in _real(User, row or {}).items():
            setattr(work.user, name, value)
        return
    there = work.get(_KINDS[kind], id)
    if row is not None:
        work.add(_KINDS[kind](**_real(_KINDS[kind], row)))
    elif there is not None:
        work.remove(there)


def _kept(kind: type[Record], row: dict[str, Any] | None) -> dict[str, Any] | None:
    """As it is kept: of a talk without the letter that passes through it."""
    if row is not None and kind is Dialog:
        row = {**row, "data": {key: value for key, value in row["data"].items() if key not in PASSING}}
    return _plain(row)


def _plain(row: dict[str, Any] | None) -> dict[str, Any] | None:
    """As JSON can hold it."""
    return None if row is None else {name: _plain_value(value) for name, value in row.items()}


def _plain_value(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"instant": value.isoformat(), "fold": value.fold}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return list(value) if isinstance(value, tuple) else value


def _real(kind: type[Record] | type[User], row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if name in _LISTS[kind] else _real_value(value) for name, value in row.items()}


def _real_value(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"instant", "fold"}:
        return datetime.fromisoformat(value["instant"]).replace(fold=value["fold"])
    if isinstance(value, dict) and set(value) == {"day"}:
        return date.fromisoformat(value["day"])
    return value
