"""Opening the store: every way it can go wrong ends in one clear line (StoreError), with nothing overwritten."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.store import erasures, migrate
from bot.store.base import StoreError
from bot.store.crypto import Vault, VaultError
from bot.store.engine import postgres_engine
from bot.store.keys import KeySource, missing, new_key, read_keys, write_keys
from bot.store.lock import FileLock, ServerLock
from bot.store.runner import make_runner
from bot.store.sql import SqlStore
from bot.store.tables import vault as proofs
from bot.store.urls import is_sqlite, parse_url, path_of, place_of

if TYPE_CHECKING:
    from bot.store.workers import Session

_PROOF = "two-way street"
CONTEXT = "vault.proof"


async def open_store(url: str, source: KeySource, *, bot: int | None = None) -> SqlStore:
    """The store at that URL, its schema up to date and its key checked.

    Refuses where another process has the database open; only on PostgreSQL several workers of one ``bot`` (its
    Telegram id) may. ``key_made`` of the result says that a key file was made, which its owner should be told to back
    up. Raises StoreError.
    """
    parsed = parse_url(url)
    session = None if bot is None or is_sqlite(parsed) else await _session(parsed, bot)
    lock = session or await alone(parsed)
    runner = make_runner(parsed)
    try:
        vault, made = await _prepare(parsed, source, alone=session is None or session.alone)
        await runner.run(_prove, vault)
        if session:
            await session.admit()
        ledger = erasures.Ledger(source.ledger)
        # A kill between the commit and the file left a note in the database alone.
        await asyncio.to_thread(ledger.write, await runner.run(erasures.notes))
        return SqlStore(runner, vault, lock, ledger, session=session, key_made=made)
    except BaseException:
        await lock.release()
        await runner.close()
        raise


async def _session(url: URL, bot: int) -> Session:
    from bot.store.workers import Session  # with its drivers it takes ten megabytes, which SQLite does not need

    return await Session.open(postgres_engine(url), place_of(url), bot)


async def alone(url: URL) -> FileLock | ServerLock:
    """Keeps every bot out of that database until it is released. StoreError where one is running."""
    return _file_lock(url) if is_sqlite(url) else await ServerLock.take(postgres_engine(url), place_of(url))


async def _prepare(url: URL, source: KeySource, *, alone: bool) -> tuple[Vault, bool]:
    """Migrates on connections of its own (without foreign keys); the key is checked before anything is changed."""
    runner = make_runner(url, foreign_keys=False)
    try:
        used = await runner.run(_used)
        if not alone:
            await runner.run(_expect_newest, place_of(url))
        vault, made = _vault(source, used)
        await runner.run(_check, vault, used)
        await runner.run(_bring_up, vault)
        return vault, made
    finally:
        await runner.close()


def _file_lock(url: URL) -> FileLock:
    if sqlite3.sqlite_version_info < (3, 35):
        raise StoreError(f"SQLite {sqlite3.sqlite_version} is too old; 3.35 or newer is needed")
    path = path_of(url)
    if url.query.get("mode") == "ro":
        raise StoreError(f"the database {path} is read-only: its URL says mode=ro")
    _make_private(path)
    return FileLock(path.with_name(path.name + ".lock"))


def _make_private(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"the folder of the database {path} cannot be made: {error.strerror}") from None
    if path.exists():
        return
    try:
        # SQLite gives its other files the rights of this one.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreError(f"the database {path} cannot be made: {error.strerror}") from None


def _used(conn: Connection) -> bool:
    """Whether something may be sealed in there."""
    return migrate.check(conn) and conn.execute(select(proofs.c.key_id)).first() is not None


def check_key(conn: Connection, vault: Vault | None) -> bool:
    """Whether something may be sealed in there. StoreError where the vault does not open it."""
    used = _used(conn)
    if vault:
        _check(conn, vault, used)
    return used


def _vault(source: KeySource, used: bool) -> tuple[Vault, bool]:
    keys = read_keys(source)
    if keys is not None:
        return Vault(keys), False
    if used:
        raise missing(source.path)
    keys = [new_key()]
    write_keys(source.path, keys)
    return Vault(keys), True


def _expect_newest(conn: Connection, place: str) -> None:
    """The tables are not changed under other workers."""
    if migrate.revision_of(conn) != migrate.newest():
        raise StoreError(
            f"other copies of this program work with older tables in the database {place};"
            " stop them all, then start the new version"
        )


def _bring_up(conn: Connection, vault: Vault) -> None:
    migrate.upgrade(conn)
    erasures.ensure_key(conn, vault)


def _check(conn: Connection, vault: Vault, used: bool) -> None:
    """StoreError unless the vault opens what is sealed with every key in use."""
    if not used:
        return
    try:
        for proof in conn.scalars(select(proofs.c.proof)):
            vault.decrypt(proof, CONTEXT)
    except VaultError:
        raise StoreError("the encryption key does not fit this database; nothing was changed") from None


def _prove(conn: Connection, vault: Vault) -> None:
    """Keeps a proof of the newest key, before the first row is sealed with it.

    Written anew at each start: a database that cannot be written to is found now and not at the first message.
    """
    proof = {"key_id": vault.newest.hex(), "proof": vault.encrypt(_PROOF, CONTEXT)}
    # Several workers may start at once. The same words in both dialects; only their own insert has ON CONFLICT.
    insert: Any = postgresql.insert if conn.dialect.name == "postgresql" else sqlite.insert
    query = insert(proofs).values(proof)
    conn.execute(query.on_conflict_do_update(index_elements=["key_id"], set_={"proof": query.excluded.proof}))
