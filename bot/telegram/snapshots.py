"""Records as they were before and after a turn: what undo and an edit put back.

A row is [kind, id, before, after] as JSON can hold it; None stands for "not there".
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from bot.core.model import RECORDS, Dialog, Entry, Reminder, Undo, User
from bot.core.offer.keeping import PASSING
from bot.core.record import Record
from bot.store.work import Change, Work, row_of

Row = list[Any]
# Of the user: not his doing, or, as the look of pictures, nothing to take back.
OWN = frozenset({"id", "created_at", "seen_at", "version", "screen", "blocked", "look"})
DRAWN = frozenset({"screen", "updated_at", "active"})  # of a talk: drawn anew or interrupted, it says the same
KINDS: dict[str, type[Record]] = {kind.__name__: kind for kind in RECORDS if kind not in (Reminder, Undo)}
_FIELDS = {kind: {f.name for f in fields(kind)} for kind in (*RECORDS, User)}
_LISTS = {kind: {f.name for f in fields(kind) if str(f.type) == "tuple[str, ...]"} for kind in (*RECORDS, User)}


def rows_of(work: Work, changes: Sequence[Change]) -> list[Row]:
    """What differs from what was read, the user's settings too."""
    rows: list[Row] = [
        [change.kind.__name__, change.id, _kept(change.kind, change.old), _kept(change.kind, change.row)]
        for change in changes
        if change.kind.__name__ in KINDS
    ]
    before, after = _own(work.user_read), _own(row_of(work.user))
    return rows if before == after else [*rows, [User.__name__, "", _plain(before), _plain(after)]]


def own_changed(work: Work) -> bool:
    """Whether the user's own row changed, beyond what each turn changes in it."""
    return any(getattr(work.user, name) != value for name, value in work.user_read.items() if name not in OWN)


def is_talk(row: Row) -> bool:
    """Whether it is only the place in a conversation, and no record."""
    return bool(row[0] == Dialog.__name__)


def merged(first: Sequence[Row], then: Sequence[Row]) -> list[Row]:
    """Two turns as one: as it was before the first and after the second."""
    rows = {(kind, id): [kind, id, before, after] for kind, id, before, after in first}
    for kind, id, before, after in then:
        rows[kind, id] = [kind, id, rows[kind, id][2] if (kind, id) in rows else before, after]
    return [row for row in rows.values() if row[2] is not None or row[3] is not None]


def stands(work: Work, rows: Sequence[Row]) -> bool:
    """Whether these records are still as they were left, and nothing was hung on those that were made."""
    return all(_is_as(work, kind, id, after) for kind, id, _, after in rows) and not _built_on(work, rows)


def put_back(work: Work, rows: Iterable[Row]) -> None:
    """The records are as they were before."""
    for kind, id, before, _ in rows:
        _put(work, kind, id, copy.deepcopy(before))  # what is typed on must not change what was kept


def record_of(kind: str, row: dict[str, Any]) -> Record:
    """The record that a kept row holds; it is in no work."""
    return KINDS[kind](**_real(KINDS[kind], row))


def _own(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in OWN}


def _is_as(work: Work, kind: str, id: str, wanted: dict[str, Any] | None) -> bool:
    if kind == User.__name__:
        return _plain(_own(row_of(work.user))) == wanted
    record = work.get(KINDS[kind], id)
    there = _kept(KINDS[kind], row_of(record)) if record is not None else None
    if kind == Dialog.__name__:
        return _told(there) == _told(wanted)
    return there == (None if wanted is None else {k: v for k, v in wanted.items() if k in _FIELDS[KINDS[kind]]})


def _told(row: dict[str, Any] | None) -> dict[str, Any] | None:
    """Of a talk, what the user said in it."""
    if row is None:
        return None
    data = {name: value for name, value in row["data"].items() if name not in ("since", "interrupted")}
    return {**{name: value for name, value in row.items() if name not in DRAWN}, "data": data}


def _built_on(work: Work, rows: Sequence[Row]) -> bool:
    """Whether a record of the user's elsewhere names one that was made."""
    made = {id for kind, id, before, _ in rows if before is None and kind != Dialog.__name__}
    mine = {id for _, id, _, _ in rows}
    return bool(made) and any(
        _names(record, made)
        for record in work.every()
        if record.id not in mine and not isinstance(record, Dialog | Entry | Reminder | Undo)
    )


def _names(record: Record, ids: set[str]) -> bool:
    values = (getattr(record, f.name) for f in fields(record))
    return any(
        value in ids if isinstance(value, str) else isinstance(value, tuple) and ids & {*value} for value in values
    )


def _put(work: Work, kind: str, id: str, row: dict[str, Any] | None) -> None:
    if kind == User.__name__:
        for name, value in _real(User, row or {}).items():
            setattr(work.user, name, value)
        return
    there = work.get(KINDS[kind], id)
    if row is not None:
        record = KINDS[kind](**_real(KINDS[kind], row))
        at = record.created_at
        work.add(record).created_at = at  # it is no newer than it was
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
    """As it is held; a field that an older version kept and that is gone since is passed over."""
    known = {name: value for name, value in row.items() if name in _FIELDS[kind]}
    return {name: tuple(value) if name in _LISTS[kind] else _real_value(value) for name, value in known.items()}


def _real_value(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"instant", "fold"}:
        return datetime.fromisoformat(value["instant"]).replace(fold=value["fold"])
    if isinstance(value, dict) and set(value) == {"day"}:
        return date.fromisoformat(value["day"])
    return value
