"""Putting a backup back: all of it or nothing, the key checked first, and who left since then stays away.

What is restored is what was stored when the backup was made. Ids of updates come with it, so that nothing is applied
twice; updates that waited are handled; replies that waited longer than an hour are not sent any more. Reminders that
are long past are dropped when their turn comes, as after any outage (bot/core/reminders).
"""

from __future__ import annotations

import base64
import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, MetaData, func, insert, inspect, select, text, update
from sqlalchemy.exc import DBAPIError

from bot.store import erasures, migrate, sql_users
from bot.store.archive import BATCH, Archive, count, into, reflected
from bot.store.base import StoreError
from bot.store.crypto import Vault, VaultError
from bot.store.engine import sqlite_engine
from bot.store.keys import sync
from bot.store.opening import CONTEXT
from bot.store.runner import make_runner
from bot.store.tables import erasure_key, inbox, metadata, users
from bot.store.tables import vault as proofs
from bot.store.urls import path_of

STALE_REPLY = timedelta(hours=1)
_MADE_AT_START = (proofs.name, erasure_key.name)


@dataclass(slots=True)
class Present:
    """What the database holds before the restore: ``readable`` where it could be looked at."""

    readable: bool = False
    users: int = 0
    rows: int = 0
    notes: list[erasures.Note] = field(default_factory=list)
    keys: dict[str, bytes] = field(default_factory=dict)


@dataclass(slots=True)
class Restored:
    """What came of it. ``honoured``: users left out because they left; ``unknown``: notes that cannot be compared."""

    users: int = 0
    rows: int = 0
    honoured: int = 0
    unknown: int = 0
    aside: Path | None = None


def check_key(archive: Archive, vault: Vault) -> None:
    """StoreError unless the vault opens what is sealed with every key that the backup needs."""
    try:
        for row in archive.of(proofs.name):
            vault.decrypt(base64.b64decode(row["proof"]), CONTEXT)
    except VaultError:
        raise StoreError(
            "the encryption key does not fit this backup; nothing was changed. Put the key of that time back, or, after"
            " it was replaced, both: the newest first"
        ) from None


def check_schema(archive: Archive) -> None:
    """StoreError where a newer program made it."""
    if not migrate.knows(archive.head.revision):
        raise StoreError(
            f"the backup was made by a newer version of this program (schema {archive.head.revision}); update first"
        )


def look(conn: Connection, vault: Vault) -> Present:
    """What there is now."""
    there = set(inspect(conn).get_table_names())
    present = Present(readable=True)
    if users.name in there:
        present.users = conn.scalar(select(func.count()).select_from(users)) or 0
        held = [table for name, table in metadata.tables.items() if name in there and name not in _MADE_AT_START]
        present.rows = sum(count(conn, held).values())
    if erasure_key.name in there:
        present.notes = erasures.notes(conn)
        with contextlib.suppress(VaultError):
            present.keys = erasures.keys(conn, vault)
    return present


# -- filling --------------------------------------------------------------------------------------------------------


def fill(
    conn: Connection, archive: Archive, vault: Vault, notes: Iterable[erasures.Note], keys: dict[str, bytes]
) -> Restored:
    """Makes the schema of that time, loads all rows, brings the schema up to date, and leaves out who left since."""
    migrate.upgrade(conn, archive.head.revision)
    tables = {table.name: table for table in reflected(conn)}
    if strange := archive.head.tables.keys() - tables.keys():
        raise StoreError(f"the backup holds what this program does not know: {', '.join(sorted(strange))}")
    for name, rows in groupby(archive.rows(), key=lambda row: row[0]):
        for batch in _batches(into(tables[name], archive.head.tables[name], values) for _, values in rows):
            conn.execute(insert(tables[name]), batch)
    stored = count(conn, list(tables.values()))
    if any(stored[name] != wanted for name, wanted in archive.head.counts.items()):
        raise StoreError("not all rows of the backup arrived; nothing was changed")
    migrate.upgrade(conn)
    _go_on_counting(conn)
    _drop_stale_replies(conn)
    honoured, unknown = _honour(conn, vault, notes, keys)
    left = conn.scalar(select(func.count()).select_from(users)) or 0
    return Restored(users=left, rows=sum(archive.head.counts.values()), honoured=honoured, unknown=unknown)


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _go_on_counting(conn: Connection) -> None:
    """PostgreSQL numbers rows from a sequence of its own, which knows nothing of rows that brought their numbers."""
    if conn.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None and conn.scalar(select(func.max(column))) is not None:
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            conn.execute(select(func.setval(sequence, select(func.max(column)).scalar_subquery())))


def _drop_stale_replies(conn: Connection) -> None:
    old = (inbox.c.done_at < datetime.now(UTC) - STALE_REPLY) & inbox.c.answered_at.is_(None)
    conn.execute(update(inbox).where(old).values(answered_at=inbox.c.done_at, reply=None))


def _honour(conn: Connection, vault: Vault, notes: Iterable[erasures.Note], keys: dict[str, bytes]) -> tuple[int, int]:
    """Erases who was erased after the backup was made: how many, and how many notes could not be compared."""
    erasures.ensure_key(conn, vault)
    erasures.add_keys(conn, vault, keys)
    later = erasures.add(conn, notes)
    known = erasures.keys(conn, vault) | erasures.derived_keys(vault)
    gone = {note.digest for note in later}
    needed = {note.key_id for note in later}
    found = [
        user_id
        for user_id in sorted({*conn.scalars(select(users.c.id)), *conn.scalars(select(inbox.c.key).distinct())} - {0})
        if any(erasures.digest(key, user_id) in gone for id, key in known.items() if id in needed)
    ]
    for user_id in found:
        sql_users.erase(conn, vault, user_id, None, None)
    return len(found), sum(note.key_id not in known for note in later)


# -- PostgreSQL: in one transaction -----------------------------------------------------------------------------------


def replace(
    conn: Connection, archive: Archive, vault: Vault, notes: Iterable[erasures.Note], keys: dict[str, bytes]
) -> Restored:
    """Takes our tables away and fills new ones, in the transaction that ``conn`` is in."""
    there = set(inspect(conn).get_table_names()) & {*metadata.tables, "alembic_version"}
    seen = MetaData()
    seen.reflect(conn, only=sorted(there))
    seen.drop_all(conn)
    return fill(conn, archive, vault, notes, keys)


# -- SQLite: a new file beside the old one, then one rename ------------------------------------------------------------


async def build_file(
    url: URL, archive: Archive, vault: Vault, notes: Iterable[erasures.Note], keys: dict[str, bytes]
) -> tuple[Path, Restored]:
    """A whole new database beside the old one; the old one is not touched."""
    fresh = path_of(url).with_name(path_of(url).name + ".restoring")
    _remove(fresh)
    os.close(os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    runner = make_runner(url.set(database=str(fresh)), foreign_keys=False)
    try:
        restored = await runner.run(fill, archive, vault, notes, keys)
        await runner.run(_check)
        await runner.close()
        sync(fresh)
    except BaseException:
        await runner.close()
        _remove(fresh)
        raise
    return fresh, restored


def put_in_place(fresh: Path, path: Path, *, keep: bool) -> Path | None:
    """Lets the new file take the old one's place; ``keep``: the old one stays under a name with the time."""
    aside = path.with_name(f"{path.name}.before-{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
    _fold(path, aside)
    if keep and path.exists():
        try:
            os.link(path, aside)
        except OSError:  # a file system without links
            shutil.copy2(path, aside)
    fresh.rename(path)
    sync(path.parent)
    return aside if aside.exists() else None


def _fold(path: Path, aside: Path) -> None:
    """The old log must not lie beside the new file: SQLite would play it into it."""
    if path.exists():
        engine: Engine = sqlite_engine(URL.create("sqlite+pysqlite", database=str(path)))
        try:
            with engine.begin():
                pass  # the last connection that closes brings the log into the file and removes it
        except DBAPIError:
            pass  # damaged: its parts go aside as they are
        finally:
            engine.dispose()
    for end in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + end).rename(aside.with_name(aside.name + end))


def _check(conn: Connection) -> None:
    found = conn.execute(text("PRAGMA quick_check")).scalar()
    if found != "ok":
        raise StoreError("the restored database is damaged; nothing was changed. Is the disk in order?")


def _remove(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
