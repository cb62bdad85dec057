"""Engines for both databases, set up so that nothing committed is lost and nothing erased stays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event

from bot.store.base import StoreError

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

_CONNECT_SECONDS = 10
_STATEMENT_SECONDS = 60


def sqlite_engine(url: URL, *, foreign_keys: bool = True) -> Engine:
    """An engine for one thread; nothing is opened yet. ``foreign_keys`` is off only while tables are rebuilt."""
    # ONE connection reads, writes and checkpoints. Two would bring SQLITE_BUSY in the middle of work, and before
    # SQLite 3.51.3 the race of a checkpoint on one connection with a commit on another that can lose pages
    # (https://www.sqlite.org/wal.html, "the WAL-reset bug"). So no version newer than 3.35 is asked for here.
    query: dict[str, str] = {}
    database = str(url.database)
    if url.query.get("mode") == "ro":
        database, query = f"file:{quote(database)}?mode=ro", {"uri": "true"}
    engine = create_engine(
        URL.create(url.drivername, database=database, query=query), pool_size=1, max_overflow=0, hide_parameters=True
    )
    event.listen(engine, "connect", partial(_prepare, _pragmas(url, foreign_keys)))
    event.listen(engine, "begin", _begin)
    return engine


def _pragmas(url: URL, foreign_keys: bool) -> list[str]:
    pragmas = [
        f"busy_timeout={url.query.get('busy_timeout', 5000)}",  # first: the next ones may have to wait
        "journal_mode=WAL",
        "synchronous=FULL",  # an update is confirmed to Telegram right after its commit
        f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
        "secure_delete=ON",  # what is erased is overwritten
    ]
    if "max_page_count" in url.query:
        pragmas.append(f"max_page_count={url.query['max_page_count']}")
    return pragmas


def _prepare(pragmas: list[str], dbapi: Any, _record: object) -> None:
    # The driver's own transactions begin too late (a read is outside of them): 929 of 1,000 concurrent
    # increments were lost so. None switches them off; _begin begins ours.
    dbapi.isolation_level = None
    cursor = dbapi.cursor()
    for pragma in pragmas:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(conn: Connection) -> None:
    conn.exec_driver_sql("BEGIN IMMEDIATE")


def postgres_engine(url: URL) -> AsyncEngine:
    """An engine; nothing is opened yet. Its drivers are loaded here: SQLite shall not pay for them."""
    import asyncpg
    from sqlalchemy.ext.asyncio import create_async_engine

    # asyncpg reads the URL itself: it knows sslmode, sockets and several hosts as libpq does.
    query = {name: value for name, value in url.query.items() if name != "channel_binding"}
    dsn = url.set(drivername="postgresql", query=query).render_as_string(hide_password=False)

    async def connect(*_: Any, **__: Any) -> Any:
        try:
            return await asyncpg.connect(dsn, timeout=_CONNECT_SECONDS, command_timeout=_STATEMENT_SECONDS)
        except ValueError:
            # Also asyncpg's own error for options it cannot read; its words may quote the URL.
            raise StoreError("the options of the database URL are not understood") from None

    return create_async_engine(
        "postgresql+asyncpg://", async_creator=connect, pool_size=5, max_overflow=5, pool_pre_ping=True,
        hide_parameters=True,
    )  # fmt: skip
