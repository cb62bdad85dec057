"""New databases in a moment: the migrations run once in a worker, every further database is a copy of what they made.

The tests of the migrations themselves open empty databases.
"""

from __future__ import annotations

import asyncio
import functools
import tempfile
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, text

from bot.settings import Settings, revealed
from bot.store import migrate
from bot.store.runner import make_runner
from bot.store.tables import metadata
from bot.store.urls import is_sqlite, parse_url, path_of
from tests import postgres

_models: list[str] = []  # the PostgreSQL database with empty tables, once it is made
_free: list[str] = []  # addresses of those that were lent and are empty again


def tables_for(settings: Settings) -> None:
    """Puts empty tables where these settings want their database: on SQLite, and where there is none yet."""
    url = parse_url(revealed(settings.database_url))
    if is_sqlite(url) and not path_of(url).exists():
        tables_in(path_of(url))


def tables_in(file: Path) -> None:
    """Makes that SQLite database, with empty tables."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.write_bytes(_empty())


def on_postgres() -> str:
    """The address of a new database with empty tables, on the server of this run."""
    server = postgres.server()
    if not _models:
        url = parse_url(server.create_database())
        with ThreadPoolExecutor(1) as aside:  # a loop may run already in this thread
            aside.submit(asyncio.run, _migrate(url)).result()
        _models.append(str(url.database))
    return server.create_database(_models[0])


async def _migrate(url: URL) -> None:
    runner = make_runner(url, foreign_keys=False)
    await runner.run(migrate.upgrade)
    await runner.close()


@asynccontextmanager
async def lent() -> AsyncIterator[str]:
    """As `on_postgres`, but emptied and lent again afterwards: for tests that leave the tables as they are."""
    address = _free.pop() if _free else on_postgres()
    yield address
    runner = make_runner(parse_url(address))
    await runner.run(_truncate)
    await runner.close()
    _free.append(address)


def _truncate(conn: Connection) -> None:
    conn.execute(text("SET LOCAL lock_timeout = '5s'"))
    conn.execute(text(f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY"))


@functools.cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "empty.db"
        engine = create_engine(f"sqlite:///{file}")
        with engine.begin() as conn:
            migrate.upgrade(conn)
        engine.dispose()
        return file.read_bytes()
