"""One process at a time: a second copy would send everything twice. The lock ends with the process, also by kill.

So it is on SQLite, and on PostgreSQL for commands that need the database alone; for workers there see workers.py.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text

from bot.store.base import StoreError
from bot.store.errors import explained
from bot.store.sql_workers import DOOR, KEEP_ALIVE

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

_TAKE = text(f"SELECT pg_try_advisory_lock({DOOR})")
_KEEP_ALIVE = text(KEEP_ALIVE)


class FileLock:
    """A lock file beside an SQLite database. The file stays: removing it would let two processes in."""

    def __init__(self, path: Path) -> None:
        """StoreError where another process holds it, or where the file cannot be made."""
        self._handle: int | None = None
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreError(f"the database is read-only: {path} cannot be written: {error.strerror}") from None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            raise StoreError(f"another copy of this program uses the database (lock: {path}); stop it first") from None
        self._handle = handle

    async def release(self) -> None:
        """Lets others in; safe to call twice."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


class ServerLock:
    """A session lock on a PostgreSQL server, held by a connection of its own."""

    def __init__(self, engine: AsyncEngine, conn: AsyncConnection) -> None:
        self._engine = engine
        self._conn = conn

    @classmethod
    async def take(cls, engine: AsyncEngine, place: str) -> ServerLock:
        """Takes over the engine; StoreError where another process holds the lock or the server is out of reach."""
        try:
            with explained(place):
                # Autocommit: a transaction that stays open for months would keep the server from cleaning up.
                conn = await engine.execution_options(isolation_level="AUTOCOMMIT").connect()
                await conn.execute(_KEEP_ALIVE)
                if await conn.scalar(_TAKE):
                    return cls(engine, conn)
                await conn.close()
            raise StoreError(f"another copy of this program uses the database {place}; stop it first")
        except BaseException:
            await engine.dispose()
            raise

    async def release(self) -> None:
        """Lets others in; safe to call twice."""
        await self._conn.close()
        await self._engine.dispose()
