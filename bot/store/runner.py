"""Every unit of work goes through a runner: one function, one transaction, which ends also where the caller is
cancelled.

The functions are plain ones on a SQLAlchemy connection, the same for both databases. SQLite has no network to wait
for, so there a whole unit of work is one hop to a thread: a driver that hops for each statement was four times slower
(88 against 384 pairs of load and commit a second, on the same machine in the same minute). Units that wait while the
thread works share the next transaction, and so its one write to the disk; nobody hears of his before it is committed.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

import aiosqlite
from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import DBAPIError

from bot.store.base import StoreError
from bot.store.engine import postgres_engine, sqlite_engine
from bot.store.errors import explained
from bot.store.urls import is_sqlite, place_of

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")
TOGETHER = 64  # units in one transaction: enough to share its cost, too few to make the first wait
Work = Callable[[Connection], Any]
Ended = tuple[Any, Exception | None]  # a unit's result, or why there is none
Waiting = tuple[Work, asyncio.Future[Any]]


class Runner(ABC):
    """Runs functions on connections of one database; ``place`` is how messages name it."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._closed = False
        self._running: set[asyncio.Task[Any]] = set()

    async def run(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The function's result once it is committed; StoreError or Conflict with nothing written."""
        self._refuse_closed()
        return await asyncio.shield(self._begin(lambda conn: work(conn, *args, **kwargs)))

    async def run_and_wipe(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As ``run``; afterwards SQLite's write-ahead log holds nothing of what was there before."""
        self._refuse_closed()
        return await asyncio.shield(self._task(self._wiping(lambda conn: work(conn, *args, **kwargs))))

    def _refuse_closed(self) -> None:
        if self._closed:
            raise StoreError(f"the database {self.place} was closed")

    def _task(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Under way until it ends, even where its caller is cancelled: a transaction must not be left half done, and
        SQLite's thread could not be stopped anyway."""
        task = asyncio.ensure_future(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def _wiping(self, work: Callable[[Connection], T]) -> T:
        result = await self._begin(work)
        await self._wipe()
        return result

    async def close(self) -> None:
        """Waits for what still runs, then lets go of all connections; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        while self._running:
            await asyncio.wait(self._running)
        await self._dispose()

    @abstractmethod
    def _begin(self, work: Callable[[Connection], T]) -> asyncio.Future[T]:
        """The transaction's result, once it is committed."""

    @abstractmethod
    async def _wipe(self) -> None: ...

    @abstractmethod
    async def _dispose(self) -> None: ...


class UnitThread(aiosqlite.Connection):
    """aiosqlite's connection and thread, here for whole units of work: one hop each, not one for each statement."""

    async def unit(self, work: Callable[[], T]) -> T:
        """The function's result, run in the connection's thread after everything asked for before."""
        result: T = await self._execute(work)  # type: ignore[no-untyped-call]
        return result

    def join(self) -> None:
        """Waits for the thread to end, after a connection that could not be opened."""
        self._thread.join()


def _tell(units: Sequence[Waiting], ended: Sequence[Ended]) -> None:
    for (_, told), (result, error) in zip(units, ended, strict=True):
        if told.cancelled():
            continue
        if error is None:
            told.set_result(result)
        else:
            told.set_exception(error)


class ThreadRunner(Runner):
    """SQLite: one thread, one connection."""

    def __init__(self, engine: Engine, place: str) -> None:
        super().__init__(place)
        self._engine = engine
        self._thread: UnitThread | None = None
        self._opening = asyncio.Lock()
        self._waiting: list[Waiting] = []
        self._driving: asyncio.Task[None] | None = None

    async def _unit(self, work: Callable[[], T]) -> T:
        async with self._opening:
            if self._thread is None:
                with explained(self.place):
                    self._thread = await self._open()
        return await self._thread.unit(work)

    async def _open(self) -> UnitThread:
        thread = UnitThread(self._connect, iter_chunk_size=64)
        try:
            await thread
        except BaseException:
            # A thread that outlives the loop would stumble over it when it says that it has ended.
            await asyncio.to_thread(thread.join)
            raise
        return thread

    def _connect(self) -> sqlite3.Connection:
        """The engine's one connection, opened in the thread that will use it."""
        held = self._engine.raw_connection()
        raw = cast("sqlite3.Connection", held.driver_connection)
        held.close()  # back to the pool, which keeps it open for the engine
        return raw

    def _begin(self, work: Callable[[Connection], T]) -> asyncio.Future[T]:
        told: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, told))
        if self._driving is None:
            self._driving = self._task(self._drive())
        return told

    async def _drive(self) -> None:
        """Takes all that waits into one transaction, again and again until nothing waits."""
        try:
            while self._waiting:
                units, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
                _tell(units, await self._ended([work for work, _ in units]))
        finally:
            self._driving = None

    async def _ended(self, works: Sequence[Work]) -> list[Ended]:
        try:
            return await self._unit(partial(self._run, works))
        except Exception as error:
            return [(None, error)] * len(works)  # the database cannot be opened

    def _run(self, works: Sequence[Work]) -> list[Ended]:
        """What became of each. Where one fails nothing of the others is kept either, and each is run by itself."""
        results: list[Ended] = []
        if len(works) > 1:
            with contextlib.suppress(Exception):
                with self._engine.begin() as conn:
                    found = [(work(conn), None) for work in works]
                results.extend(found)
        return results or [self._alone(work) for work in works]

    def _alone(self, work: Work) -> Ended:
        try:
            with explained(self.place), self._engine.begin() as conn:
                result = work(conn)
            return result, None
        except Exception as error:
            return None, error

    async def _wipe(self) -> None:
        await self._unit(self._truncate_log)

    def _truncate_log(self) -> None:
        busy = True
        try:
            with self._engine.connect() as conn:
                # On the driver's cursor: a checkpoint cannot run inside the transaction SQLAlchemy would begin.
                cursor = conn.connection.cursor()
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                busy = cursor.fetchall()[0][0] != 0
                cursor.close()
        except (DBAPIError, sqlite3.Error):
            log.debug("the checkpoint failed", exc_info=True)
        if busy:
            # What was asked for is committed; the next wipe or the last close empties the log.
            log.warning("the write-ahead log of %s cannot be emptied while another process reads it", self.place)

    async def _dispose(self) -> None:
        if self._thread is not None:
            await self._thread.unit(self._engine.dispose)
            await self._thread.close()  # its thread is no daemon: left open it would keep the program from ending


class AsyncRunner(Runner):
    """PostgreSQL: a pool of connections."""

    def __init__(self, engine: AsyncEngine, place: str) -> None:
        super().__init__(place)
        self._engine = engine

    def _begin(self, work: Callable[[Connection], T]) -> asyncio.Future[T]:
        return self._task(self._transaction(work))

    async def _transaction(self, work: Callable[[Connection], T]) -> T:
        with explained(self.place):
            async with self._engine.begin() as conn:
                return await conn.run_sync(work)

    async def _wipe(self) -> None:
        """The server cleans up by itself (autovacuum); its log and backups are its owner's."""

    async def _dispose(self) -> None:
        await self._engine.dispose()


def make_runner(url: URL, *, foreign_keys: bool = True) -> Runner:
    """The runner for that URL; nothing is opened yet. ``foreign_keys`` is off only while tables are rebuilt."""
    if is_sqlite(url):
        return ThreadRunner(sqlite_engine(url, foreign_keys=foreign_keys), place_of(url))
    return AsyncRunner(postgres_engine(url), place_of(url))
