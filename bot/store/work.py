"""The unit of work: all records of one user, read once, changed in memory, and what of them must be written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any, TypeVar

from bot.core.model import RECORDS, Undo, User
from bot.core.record import Record

R = TypeVar("R", bound=Record)

_KINDS: tuple[type[Record] | type[User], ...] = (User, *RECORDS)
_NAMES = {kind: tuple(f.name for f in fields(kind)) for kind in _KINDS}
_VALUES = {kind: attrgetter(*names) for kind, names in _NAMES.items()}
# All but trees are values that nobody can change in place.
_TREES = {kind: [f.name for f in fields(kind) if str(f.type).startswith("dict")] for kind in _KINDS}
# What undo keeps is read again at each update, and is by far the most: it is changed at its first level only (what is
# put back is a copy of it), so no more than that is copied and compared.
_FLAT: frozenset[type[Record] | type[User]] = frozenset({Undo})


@dataclass(frozen=True, slots=True)
class Code:
    """A code that lets somebody in; the store keeps only a keyed hash of ``text``. Kinds: bot.core.access."""

    text: str
    kind: str
    expires: datetime


def row_of(record: Record | User) -> dict[str, Any]:
    """A record's fields by name, copied so deep that later changes of the record do not reach it (see _FLAT)."""
    kind = type(record)
    row = dict(zip(_NAMES[kind], _VALUES[kind](record), strict=True))
    for name in _TREES[kind]:
        row[name] = dict(row[name]) if kind in _FLAT else _copy(row[name])
    return row


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _copy(v) for k, v in value.items()}
    return [_copy(v) for v in value] if isinstance(value, list) else value


def _is_as(record: Record | User, row: dict[str, Any]) -> bool:
    """Whether the record still holds what the row says: no copy is made, since most of them do."""
    return bool(_VALUES[type(record)](record) == tuple(row.values()))


@dataclass(frozen=True, slots=True)
class Change:
    """One row to write or to remove."""

    kind: type[Record]
    id: str
    row: dict[str, Any] | None  # None: remove
    new: bool
    old: dict[str, Any] | None = None  # as it was read


class Work:
    """All records of one user: read once, changed in memory, compared with what was read when written.

    Nothing here can reach another user's rows, so a forged id in a button finds nothing.
    """

    def __init__(self, user: User, records: Iterable[Record] = (), *, new_user: bool = False, holds: str = "") -> None:
        """``holds``: the store's own note of which kinds there were."""
        self.user = user
        self.new_user = new_user
        self.holds = holds
        self._rows: dict[type[Record], dict[str, Record]] = {kind: {} for kind in RECORDS}
        self._read: dict[tuple[type[Record], str], dict[str, Any]] = {}
        self._added = 0
        self.issued: list[Code] = []  # codes to keep with this commit
        self.redeemed = ""  # the code that lets this user in: used up by this commit
        self.revoked = ""  # all open codes of that kind are taken back (before new ones are kept)
        self.user_read = row_of(user)
        for record in records:
            self._rows[type(record)][record.id] = record
            self._read[type(record), record.id] = row_of(record)

    def all(self, kind: type[R]) -> list[R]:
        """Every record of that kind, oldest first."""
        rows: list[R] = list(self._rows[kind].values())  # type: ignore[arg-type]
        return sorted(rows, key=lambda record: record.created_at) if len(rows) > 1 else rows

    def kinds(self) -> list[type[Record]]:
        """The kinds of which there is a record."""
        return [kind for kind in RECORDS if self._rows[kind]]

    def get(self, kind: type[R], id: str) -> R | None:
        """The record with that id, or None where this user has none such."""
        return self._rows[kind].get(id)  # type: ignore[return-value]

    def add(self, record: R) -> R:
        """Keeps a new record (or one that replaces the record of the same id).

        Records made at the same instant keep their order: each is a microsecond younger than the one before.
        """
        if (type(record), record.id) not in self._read:
            self._added += 1
            record.created_at += timedelta(microseconds=self._added)
        self._rows[type(record)][record.id] = record
        return record

    def remove(self, record: Record) -> None:
        """Forgets a record; removing twice does no harm."""
        self._rows[type(record)].pop(record.id, None)

    def changes(self) -> list[Change]:
        """What differs from what was read."""
        found = []
        for kind in RECORDS:
            for id, record in self._rows[kind].items():
                old = self._read.get((kind, id))
                if old is None or not _is_as(record, old):
                    found.append(Change(kind, id, row_of(record), new=old is None, old=old))
        gone = [(kind, id) for kind, id in self._read if id not in self._rows[kind]]
        return found + [Change(kind, id, None, new=False, old=self._read[kind, id]) for kind, id in gone]

    def every(self) -> list[Record]:
        """All records of all kinds."""
        return [record for rows in self._rows.values() for record in rows.values()]

    def is_new(self, record: Record) -> bool:
        """Whether it was not there when the records were read."""
        return (type(record), record.id) not in self._read

    def undo(self) -> None:
        """Everything is as it was read."""
        self.user = User(**_copy(self.user_read))
        self._rows = {kind: {} for kind in RECORDS}
        for (kind, id), row in self._read.items():
            self._rows[kind][id] = kind(**_copy(row))
        self.issued, self.redeemed, self.revoked = [], "", ""
