"""This process among those that work on one database.

On PostgreSQL each worker keeps a session of its own on the server: a connection that holds the worker's locks and says
something every second. A kill closes it at once; the session of a worker that is silent (no power, no network, a
stopped process) is closed by the server. With it all its locks are gone, and so the others see that it is dead: they
take over its users' updates and, where it polled Telegram, the polling. A silent worker that wakes up knows by its own
clock that it may have been given up, and the inbox's rows tell whose they are.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections.abc import Callable, Iterator
from typing import Any

import asyncpg
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot import log
from bot.store import sql_workers as sql
from bot.store.base import InboxRow, StoreError
from bot.store.errors import explained

LOG = log.get("workers")
BEAT = 1.0  # seconds
SILENCE = 15  # seconds without a word after which the server closes the session
ANSWER = 10.0  # seconds for the server to answer
ENTRY = 15.0  # seconds to wait for one who has the database for himself: another worker that starts
# What a lost connection raises: the driver's own errors, the server's, and the network's (a time-out is one).
LOST = (asyncpg.InterfaceError, asyncpg.InternalClientError, asyncpg.PostgresError, OSError)
# Also counts the time that a sleeping machine misses, where the system has such a clock.
_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


class Excluded(StoreError):
    """This process may not work on the database now."""


class Session:
    """A worker's session on a PostgreSQL server: implements bot.store.base.Workers."""

    several = True

    def __init__(self, engine: AsyncEngine, place: str, bot: int) -> None:
        self._engine, self._place, self._bot = engine, place, bot
        self._conn: AsyncConnection | None = None
        self._server: Any = None  # the driver's own connection: SQLAlchemy does not listen
        self._house = sql.House(0, 0, 0, 0, "")
        self._heard = 0.0
        self._leads = False
        self._led = asyncio.Event()
        self._changed: Callable[[], None] = lambda: None
        self.number = 0  # in the rows that this worker has taken; a new one with each session
        self.count = 1  # of workers that live
        self.alone = False  # the database is closed to others, until `admit`

    # -- the session --------------------------------------------------------------------------------------------

    @classmethod
    async def open(cls, engine: AsyncEngine, place: str, bot: int) -> Session:
        """Takes over the engine. Where nobody else is there the database is ours alone until `admit`.

        Excluded where somebody has it for himself or another bot works on it; StoreError where it cannot be reached.
        """
        session = cls(engine, place, bot)
        try:
            await session._enter(alone=True)
        except BaseException:
            await session.release()
            raise
        return session

    async def _enter(self, *, alone: bool) -> None:
        with _explained(self._place):
            # Autocommit: a transaction that stays open for months would keep the server from cleaning up.
            self._conn = await self._engine.execution_options(isolation_level="AUTOCOMMIT").connect()
            self._server = (await self._conn.get_raw_connection()).driver_connection
            async with asyncio.timeout(ENTRY + ANSWER):
                self._house = await sql.settle_in(self._server)
                await self._wait_at_the_door(alone)
                await self._number_itself()
                await self._server.add_listener(self._house.channel, self._told)

    async def _wait_at_the_door(self, alone: bool) -> None:
        end = _now() + ENTRY
        while _now() < end:
            if alone and await self._server.fetchval(sql.ENTER_ALONE, self._house.door):
                self.alone = True
                return
            if await self._server.fetchval(sql.ENTER, self._house.door):
                return
            await asyncio.sleep(0.2)
        raise Excluded(
            f"another copy of this program has the database {self._place} for itself (it starts, migrates or changes"
            " the key); wait until it is done, then start again"
        )

    async def _number_itself(self) -> None:
        number = 0
        while not number or not await self._server.fetchval(sql.LIVE, self._house.workers, number):
            number = 1 + secrets.randbelow((1 << 31) - 1)
        # First ours, then the look: of two bots that come at the same moment at least one sees the other.
        bot = self._bot & 0x7FFFFFFF  # a lock's number has 32 bits
        await self._server.execute(sql.OUR_BOT, self._house.bots, bot)
        if await self._server.fetchval(sql.OTHER_BOTS, self._house.bots, bot):
            raise Excluded(f"another bot works on the database {self._place}; give each bot one of its own")
        self.number = number

    async def admit(self) -> None:
        """Begins to work: the tables are there. Lets other workers in."""
        with _explained(self._place):
            await sql.limit_silence(self._server, SILENCE)
            await self._beat()
            if self.alone:
                await self._server.execute(sql.ADMIT, self._house.door)
                self.alone = False

    async def release(self) -> None:
        """Lets go of everything; safe to call twice."""
        await self._leave()
        await self._engine.dispose()

    async def _leave(self) -> None:
        self._leads = False
        self._led.clear()
        conn, self._conn = self._conn, None
        if conn is not None:
            # Closed, not handed back to the pool: the locks belong to the connection.
            with contextlib.suppress(*LOST):
                await self._server.close(timeout=2.0)
            await conn.invalidate()
            await conn.close()

    # -- among the others ---------------------------------------------------------------------------------------

    @property
    def leads(self) -> bool:
        """Whether this worker is the one that polls and sweeps."""
        return self._leads and self._is_heard

    @property
    def _is_heard(self) -> bool:
        """Whether the server surely has not given us up."""
        return _now() < self._heard + SILENCE

    def holds(self, row: InboxRow) -> bool:
        """Whether that row is surely still this worker's."""
        return row.holder == self.number and self._is_heard

    async def lead(self) -> None:
        """Returns when this worker leads."""
        while not self.leads:
            self._led.clear()
            await self._led.wait()

    async def run(self, changed: Callable[[], None], counted: Callable[[int], None]) -> None:
        """Keeps the session until cancelled. Excluded where it was lost and may not be had again."""
        self._changed = changed
        while True:
            counted(self.count)
            await asyncio.sleep(BEAT)
            try:
                await self._beat()
            except LOST as error:
                LOG.warning("the session is lost", error=type(error).__name__)
                await self._again()

    async def _beat(self) -> None:
        """Is heard, frees what dead workers held, and leads where nobody does."""
        now, house = _now(), self._house
        async with asyncio.timeout(ANSWER):
            if not self._leads:
                self._leads = await self._server.fetchval(sql.LEAD, house.leader)
            self.count, freed = await self._server.fetchrow(sql.LOOK_ROUND, house.workers)
            if freed:
                await self._server.execute(sql.WAKE, house.channel)
        self._heard = now
        if self._leads:
            self._led.set()

    async def _again(self) -> None:
        """A new session with a new number: what the old one held may be another's already."""
        while True:
            await self._leave()
            try:
                await self._enter(alone=False)
                await self.admit()
            except Excluded:
                raise
            except StoreError as error:
                LOG.warning("the database is out of reach", error=type(error).__name__)
                await asyncio.sleep(BEAT)
            else:
                return self._changed()

    def _told(self, _conn: object, _pid: int, _channel: str, by: object) -> None:
        if by != str(self.number):
            self._changed()


@contextlib.contextmanager
def _explained(place: str) -> Iterator[None]:
    """As for the store's other connections; the driver has an error of its own for one that is closed."""
    try:
        with explained(place):
            yield
    except asyncpg.InterfaceError:
        raise StoreError(f"the database {place} closed the connection") from None


def _now() -> float:
    return time.clock_gettime(_CLOCK)
