"""What each field of a record holds, read from the dataclasses: the one source for tables, encryption and checks."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from enum import Enum, auto
from types import UnionType
from typing import Any, get_args, get_type_hints

from bot.core.model import RECORDS, Interview, User
from bot.core.record import Record

RecordKind = type[Record] | type[User]


class Holds(Enum):
    """The kinds of value the store knows; a record with another one stops the program at import (TypeError)."""

    TEXT = auto()
    NUMBER = auto()
    FLAG = auto()
    INSTANT = auto()  # aware datetime, kept in UTC
    WALL = auto()  # naive datetime: what a clock on the wall shows
    DAY = auto()
    LIST = auto()  # tuple of text
    WORDS = auto()  # secret text
    TREE = auto()  # secret JSON


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record."""

    name: str
    holds: Holds
    optional: bool


_PLAIN = {str: Holds.TEXT, int: Holds.NUMBER, bool: Holds.FLAG, datetime: Holds.INSTANT, date: Holds.DAY}
# A wall time has the same Python type as an instant, so it is named here.
_WALL = {(Interview, "local")}


def _fields(kind: RecordKind) -> tuple[Field, ...]:
    hints = get_type_hints(kind)
    return tuple(_field(kind, f.name, hints[f.name], bool(f.metadata.get("secret"))) for f in fields(kind))


def _field(kind: RecordKind, name: str, hint: Any, secret: bool) -> Field:
    optional = isinstance(hint, UnionType)
    inner = next(part for part in get_args(hint) if part is not type(None)) if optional else hint
    return Field(name, _holds(kind, name, inner, secret), optional)


def _holds(kind: RecordKind, name: str, hint: Any, secret: bool) -> Holds:
    if secret and hint is str:
        return Holds.WORDS
    if secret and hint == dict[str, Any]:
        return Holds.TREE
    if (kind, name) in _WALL:
        return Holds.WALL
    if hint == tuple[str, ...]:
        return Holds.LIST
    if secret or hint not in _PLAIN:
        raise TypeError(f"the store cannot keep {kind.__name__}.{name}: {hint}")
    return _PLAIN[hint]


_KINDS: tuple[RecordKind, ...] = (User, *RECORDS)
_FIELDS = {kind: _fields(kind) for kind in _KINDS}


def fields_of(kind: RecordKind) -> tuple[Field, ...]:
    """The fields of a record in their order."""
    return _FIELDS[kind]


def clean(kind: RecordKind, row: dict[str, Any], *, trees: bool = True) -> dict[str, Any]:
    """The values as every database gives them back; ValueError for a datetime of the wrong sort.

    ``row`` may hold only some of the fields. Plain text loses NUL (PostgreSQL has no place for it) and lone
    surrogates (no UTF-8); secret text keeps both. Without ``trees`` these stay as they are.
    """
    return {
        f.name: row[f.name] if f.holds is Holds.TREE and not trees else _clean(f, row[f.name])
        for f in fields_of(kind)
        if f.name in row
    }


def _clean(field: Field, value: Any) -> Any:
    if value is None:
        if not field.optional:
            raise ValueError(f"{field.name} must not be None")
        return None
    match field.holds:
        case Holds.TEXT:
            return plain(value)
        case Holds.INSTANT:
            return instant(value)
        case Holds.WALL:
            return wall(value)
        case Holds.LIST:
            return tuple(str(part) for part in value)
        case Holds.TREE:
            return json.loads(json.dumps(value))
        case _:
            return value


def plain(text: str) -> str:
    """Text that any database takes."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def instant(value: datetime) -> datetime:
    """The same instant in UTC; ValueError for a naive datetime."""
    if value.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return value.astimezone(UTC)


def wall(value: datetime) -> datetime:
    """The wall time as it is; ValueError for an aware datetime."""
    if value.tzinfo is not None:
        raise ValueError("a wall time has no time zone")
    return value
