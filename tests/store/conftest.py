"""Stores to test: in memory, on SQLite, and on PostgreSQL where a server can be started."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from bot.store.base import Store
from bot.store.keys import KeySource
from bot.store.memory import MemoryStore
from bot.store.opening import open_store
from bot.store.sql import SqlStore
from tests import fresh, postgres

# On CI a missing server is a failure (the fixture raises); elsewhere these tests are left out, and it is said.
WITH_POSTGRES = postgres.available() or os.environ.get("CI") == "true"
collect_ignore = [] if WITH_POSTGRES else ["test_store_postgres.py", "test_store_workers.py"]
POSTGRES = [pytest.param("postgres", marks=pytest.mark.postgres)] if WITH_POSTGRES else []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not WITH_POSTGRES:
        terminalreporter.section("WARNING", red=True)
        terminalreporter.line("The store was NOT tested on PostgreSQL: no server could be found on this machine.")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Place:
    """A database that can be opened again; ``url`` may be changed before."""

    def __init__(self, backend: str, folder: Path, stack: AsyncExitStack) -> None:
        self.backend = backend
        self.folder = folder
        self.file = folder / "data" / "bot.db"
        self.url = f"sqlite:///{self.file}"
        self.keys = KeySource(folder / "keys" / "key")
        self._stack = stack

    def make(self, *, empty: bool) -> None:
        """Makes the database, with the tables of the newest migration unless it shall be empty."""
        if self.backend == "postgres":
            self.url = postgres.server().create_database() if empty else fresh.on_postgres()
        elif not empty:
            fresh.tables_in(self.file)

    async def open(self, *, bot: int | None = None) -> SqlStore:
        store = await open_store(self.url, self.keys, bot=bot)
        self._stack.push_async_callback(store.close)
        return store

    def raw(self) -> bytes:
        """Everything SQLite keeps on the disk."""
        return b"".join(path.read_bytes() for path in sorted(self.file.parent.iterdir()))


@pytest.fixture
def empty() -> bool:
    """Whether the databases have no tables yet: modules that test the migrations say yes."""
    return False


@asynccontextmanager
async def place_on(backend: str, folder: Path, *, empty: bool) -> AsyncIterator[Place]:
    async with AsyncExitStack() as stack:
        found = Place(backend, folder, stack)
        found.make(empty=empty)
        yield found


@pytest.fixture(params=["sqlite", *POSTGRES])
async def place(request: pytest.FixtureRequest, tmp_path: Path, empty: bool) -> AsyncIterator[Place]:
    async with place_on(request.param, tmp_path, empty=empty) as found:
        yield found


@pytest.fixture
async def sqlite_place(tmp_path: Path, empty: bool) -> AsyncIterator[Place]:
    async with place_on("sqlite", tmp_path, empty=empty) as found:
        yield found


@pytest.fixture
async def postgres_place(tmp_path: Path, empty: bool) -> AsyncIterator[Place]:
    async with place_on("postgres", tmp_path, empty=empty) as found:
        yield found


@pytest.fixture(params=["memory", "sqlite", *POSTGRES])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """The contract: whatever holds for one of them holds for all."""
    if request.param == "memory":
        yield MemoryStore()
        return
    async with AsyncExitStack() as stack:
        found = Place(request.param, tmp_path, stack)
        if request.param == "postgres":
            found.url = await stack.enter_async_context(fresh.lent())
        else:
            found.make(empty=False)
        yield await found.open()
