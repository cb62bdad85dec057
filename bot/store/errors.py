"""From what drivers raise to one clear line for the person who runs the bot. Never a password, never a user's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.store.base import Conflict, StoreError

# https://www.sqlite.org/rescode.html: the extended names begin with these.
_SQLITE = {
    "SQLITE_FULL": "is full: no space is left for it",
    "SQLITE_READONLY": "is read-only: this account may not write to it or to its folder",
    "SQLITE_PERM": "is read-only: this account may not write to it or to its folder",
    "SQLITE_BUSY": "is locked by another process: stop that one, then start again",
    "SQLITE_LOCKED": "is locked by another process: stop that one, then start again",
    "SQLITE_NOTADB": "is not a database: the file holds something else",
    "SQLITE_CORRUPT": "is damaged: restore the last backup",
    "SQLITE_CANTOPEN": "cannot be opened: is the path right, and may this account use it?",
    "SQLITE_IOERR": "cannot be read or written: the disk reports an error",
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html: whole codes first, then classes.
_POSTGRES = {
    "28P01": "refuses the user or the password",
    "28": "refuses the user or the password",
    "3D000": "does not exist: create it first",
    "42501": "does not let this user do that: grant it the rights on its schema",
    "53300": "has too many connections",
    "53100": "is full: no space is left on the server's disk",
    "53": "is out of resources",
    "25006": "is read-only",
    "55P03": "is locked by another process",
    "57": "is starting, stopping or was told to stop",
    "08": "cannot be reached",
}
_RETRY = {"40001", "40P01"}  # serialization failure, deadlock


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turns what a driver raises into a Conflict or a StoreError; a fault of the program stays what it is."""
    try:
        yield
    except Exception as error:
        told = explain(error, place)
        if told is None:
            raise
        raise told from None


def explain(error: Exception, place: str) -> Exception | None:
    """A Conflict or StoreError to raise instead; None for what is a fault of the program and must stay visible.

    ``place`` names the database without its password.
    """
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    if isinstance(cause, sqlite3.Error):
        return _sqlite(cause, place)
    state = getattr(cause, "sqlstate", None)
    if state:
        return _postgres(state, place)
    if isinstance(cause, PoolTimeout):
        return StoreError(f"the database {place} is too busy: no connection was free in time")
    if isinstance(cause, OSError):  # TimeoutError is one
        return StoreError(f"the database {place} cannot be reached: {_reason(cause)}")
    # asyncpg says it without a code; by its name, since where SQLite is used asyncpg is not loaded.
    lost = type(cause).__name__ == "InternalClientError"
    if lost or (isinstance(error, DBAPIError) and error.connection_invalidated):
        return StoreError(f"the database {place} closed the connection")
    return None


def _reason(error: OSError) -> str:
    words = error.strerror or str(error) or "no answer in time"
    return " ".join(words.split())


def _sqlite(error: sqlite3.Error, place: str) -> StoreError | None:
    name = getattr(error, "sqlite_errorname", "")
    for start, words in _SQLITE.items():
        if name.startswith(start):
            return StoreError(f"the database {place} {words}")
    return None


def _postgres(state: str, place: str) -> Exception | None:
    if state in _RETRY:
        return Conflict("the database asks to try again")
    words = _POSTGRES.get(state) or _POSTGRES.get(state[:2])
    return StoreError(f"the database {place} {words}") if words else None
