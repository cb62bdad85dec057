"""Between records and the rows of the tables: checks, and sealing of what is secret."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from bot.core.model import RECORDS, User
from bot.core.record import Record
from bot.store.crypto import Vault
from bot.store.fields import Field, Holds, RecordKind, clean, fields_of

_KINDS: tuple[RecordKind, ...] = (User, *RECORDS)
_NAMES = {kind: tuple(f.name for f in fields_of(kind)) for kind in _KINDS}
_SECRET = {kind: [f for f in fields_of(kind) if f.holds in (Holds.WORDS, Holds.TREE)] for kind in _KINDS}


def to_row(kind: RecordKind, values: dict[str, Any], vault: Vault) -> dict[str, Any]:
    """Column values of a record (or of some of its fields)."""
    row = clean(kind, values, trees=False)  # a tree is made JSON where it is sealed
    return {f.name: _seal(kind, f, row[f.name], vault) for f in fields_of(kind) if f.name in row}


def from_row(kind: RecordKind, row: Iterable[Any], vault: Vault) -> dict[str, Any]:
    """The record's fields from values in the order of ``fields_of``; VaultError where something does not open."""
    values = dict(zip(_NAMES[kind], row, strict=True))
    for field in _SECRET[kind]:
        values[field.name] = _unseal(kind, field, values[field.name], vault)
    return values


def secret_columns(kind: type[Record]) -> list[str]:
    """Names of the columns that are sealed."""
    return [f.name for f in fields_of(kind) if f.holds in (Holds.WORDS, Holds.TREE)]


def context_of(kind: RecordKind, name: str) -> str:
    """What a sealed value is bound to."""
    return f"{kind.__name__.lower()}.{name}"


def _seal(kind: RecordKind, field: Field, value: Any, vault: Vault) -> Any:
    if field.holds not in (Holds.WORDS, Holds.TREE):
        return value
    # That a field is empty is no secret (a ciphertext shows its length too), and most fields are empty.
    if not value:
        return b""
    text = value if field.holds is Holds.WORDS else json.dumps(value)
    return vault.encrypt(text, context_of(kind, field.name))


def _unseal(kind: RecordKind, field: Field, value: Any, vault: Vault) -> Any:
    if field.holds is Holds.WORDS:
        return vault.decrypt(value, context_of(kind, field.name)) if value else ""
    if field.holds is Holds.TREE:
        return json.loads(vault.decrypt(value, context_of(kind, field.name))) if value else {}
    return value
