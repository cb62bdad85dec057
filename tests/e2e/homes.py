"""A bot's home for tests of the commands: its settings, its database with people in it, and ways to lose it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.backup import backup, restore
from bot.core.model import RECORDS
from bot.maintenance import source_of
from bot.settings import Settings
from bot.store.opening import open_store
from bot.store.restoring import Restored
from bot.store.sql import SqlStore
from bot.store.urls import parse_url, path_of
from bot.store.work import row_of
from tests import fresh, postgres
from tests.chat import settings_in
from tests.store.samples import NOW, full, save

Everything = dict[int, Any]


class Home:
    """Settings and a database in a folder of its own."""

    def __init__(self, folder: Path, backend: str = "sqlite", **more: str) -> None:
        self.folder, self.backend = folder, backend
        if backend == "postgres":
            more["DATABASE_URL"] = postgres.server().create_database()
        self.more = more
        self.settings: Settings = settings_in(folder, **more)
        self.file = folder / "one.backup"

    @property
    def database(self) -> Path:
        return path_of(parse_url(self.settings.database_url.get_secret_value()))

    @property
    def ledger(self) -> Path:
        return source_of(self.settings).ledger

    @asynccontextmanager
    async def store(self) -> AsyncIterator[SqlStore]:
        store = await open_store(self.settings.database_url.get_secret_value(), source_of(self.settings))
        try:
            yield store
        finally:
            await store.close()

    async def fill(self, *user_ids: int) -> None:
        """People with a record of each kind."""
        fresh.tables_for(self.settings)
        async with self.store() as store:
            for user_id in user_ids:
                await save(store, user_id, *(full(kind, mark=f"word {user_id}") for kind in RECORDS))

    async def erase(self, *user_ids: int) -> None:
        async with self.store() as store:
            for user_id in user_ids:
                await store.erase(user_id)

    async def everything(self) -> Everything:
        """All records of all users."""
        async with self.store() as store:
            return {user_id: await _records(store, user_id) for user_id in await store.user_ids(NOW.replace(year=2100))}

    async def backup(self) -> None:
        await backup(self.settings, str(self.file))

    async def restore(self, *, yes: bool = True) -> Restored:
        return await restore(self.settings, str(self.file), yes=yes)

    def lose(self, *, ledger: bool = False) -> None:
        """The database is gone, and the notes of who left where that is asked."""
        if self.backend == "sqlite":
            shutil.rmtree(self.database.parent)
        else:
            self.settings = settings_in(self.folder, DATABASE_URL=postgres.server().create_database())
        if ledger:
            self.ledger.unlink()


async def _records(store: SqlStore, user_id: int) -> Any:
    work = await store.load(user_id)
    return row_of(work.user), {kind.__name__: [row_of(record) for record in work.all(kind)] for kind in RECORDS}
