"""Looking at a database without changing it, also while the bot runs: one read-only transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import URL, Connection, create_engine, event

from bot.store.base import StoreError
from bot.store.engine import postgres_engine
from bot.store.errors import explained
from bot.store.urls import is_sqlite, path_of, place_of

T = TypeVar("T")


async def look(url: URL, work: Callable[[Connection], T]) -> T:
    """The function's result on a connection that sees one moment of the database and cannot write.

    StoreError where there is no database, or where it cannot be read.
    """
    with explained(place_of(url)):
        return _look_at_file(url, work) if is_sqlite(url) else await _look_at_server(url, work)


def _look_at_file(url: URL, work: Callable[[Connection], T]) -> T:
    path = path_of(url)
    if not path.is_file():
        raise StoreError(f"there is no database at {path}")
    # Read-only, so that this second connection never runs a checkpoint: see bot/store/engine.py.
    uri = URL.create("sqlite+pysqlite", database=f"file:{quote(str(path))}", query={"mode": "ro", "uri": "true"})
    engine = create_engine(uri, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as conn:
            return work(conn)
    finally:
        engine.dispose()


def _prepare(dbapi: Any, _record: object) -> None:
    dbapi.isolation_level = None  # our own BEGIN, so that all reads are of one moment
    dbapi.execute("PRAGMA busy_timeout=5000")


def _begin(conn: Connection) -> None:
    conn.exec_driver_sql("BEGIN")


async def _look_at_server(url: URL, work: Callable[[Connection], T]) -> T:
    engine = postgres_engine(url)
    options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    try:
        async with engine.execution_options(**options).connect() as conn, conn.begin():
            return await conn.run_sync(work)
    finally:
        await engine.dispose()
