"""Replacing the encryption key: everything sealed with an older key is sealed again with the newest one.

Goes in small transactions, so the bot may go on meanwhile, and may be stopped at any point: what is left is found by
its prefix the next time. Every process must know both keys before it begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, RowMapping, Table, and_, delete, func, or_, select, update

from bot.core.model import RECORDS
from bot.store import erasures, sql_inbox
from bot.store.crypto import PREFIX_BYTES, Vault
from bot.store.rows import context_of, secret_columns
from bot.store.runner import Runner
from bot.store.tables import erasure_key, inbox, records
from bot.store.tables import vault as proofs


@dataclass(frozen=True)
class _Sealed:
    """The sealed columns of one table, each with what it is bound to."""

    table: Table
    columns: dict[str, str]


def _all_sealed() -> Iterator[_Sealed]:
    yield _Sealed(erasure_key, {"sealed": erasures.SEALED})
    yield _Sealed(inbox, {"body": sql_inbox.BODY, "reply": sql_inbox.REPLY})
    for kind in RECORDS:
        if names := secret_columns(kind):
            yield _Sealed(records[kind], {name: context_of(kind, name) for name in names})


async def rotate(runner: Runner, vault: Vault, batch: int = 200) -> int:
    """Seals all rows again; returns how many there were. Afterwards the older keys may be thrown away."""
    total = 0
    for sealed in _all_sealed():
        while count := await runner.run(_reseal, vault, sealed, batch):
            total += count
    await runner.run_and_wipe(_drop_proofs, vault)
    return total


def _reseal(conn: Connection, vault: Vault, sealed: _Sealed, batch: int) -> int:
    keys = list(sealed.table.primary_key)
    stale = or_(*(_stale(sealed.table.c[name], vault) for name in sealed.columns))
    query = select(*keys, *(sealed.table.c[name] for name in sealed.columns)).where(stale).limit(batch)
    rows = conn.execute(query.with_for_update()).mappings().all()
    for row in rows:
        this = and_(*(key == row[key.name] for key in keys))
        conn.execute(update(sealed.table).where(this).values(_fresh(vault, sealed, row)))
    return len(rows)


def _stale(column: Column[bytes], vault: Vault) -> ColumnElement[bool]:
    return and_(func.length(column) > 0, func.substr(column, 1, PREFIX_BYTES) != vault.newest)


def _fresh(vault: Vault, sealed: _Sealed, row: RowMapping) -> dict[str, bytes]:
    held = {name: context for name, context in sealed.columns.items() if row[name]}
    return {name: vault.encrypt(vault.decrypt(row[name], context), context) for name, context in held.items()}


def _drop_proofs(conn: Connection, vault: Vault) -> None:
    conn.execute(delete(proofs).where(proofs.c.key_id != vault.newest.hex()))
