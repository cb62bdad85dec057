"""What the bot's database holds, seen from outside."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sql
from sqlalchemy.exc import DBAPIError

from bot.store.engine import postgres_engine
from bot.store.tables import REMINDER_OPEN, inbox, reminder
from bot.store.urls import is_sqlite, parse_url, path_of


@dataclass(frozen=True, slots=True)
class Left:
    """What the database holds: updates not answered, replies among them, reminders claimed and due."""

    unanswered: int = 0
    replies: int = 0
    leased: int = 0
    due: int = 0
    next_due: datetime | None = None


class Database:
    """Looks into the bot's database from outside, without writing to it."""

    def __init__(self, url: str) -> None:
        parsed = parse_url(url)
        self._file = path_of(parsed) if is_sqlite(parsed) else None
        self._server = None if self._file else postgres_engine(parsed)

    async def left(self, now: datetime) -> Left:
        """Nothing at all where the tables are not made yet."""
        try:
            if self._server is None:
                return self._look_in_file(now)
            async with self._server.connect() as conn:
                return await conn.run_sync(_left, now)
        except DBAPIError as error:
            if any(words in str(error) for words in ("no such table", "unable to open", "does not exist")):
                return Left()
            raise

    async def close(self) -> None:
        if self._server is not None:
            await self._server.dispose()

    def _look_in_file(self, now: datetime) -> Left:
        # Read-only: whoever may write would tidy up after the kill in the bot's place when he closes.
        url = sql.URL.create("sqlite", database=f"file:{self._file}", query={"mode": "ro", "uri": "true"})
        engine = sql.create_engine(url, poolclass=sql.NullPool)
        with engine.connect() as conn:
            return _left(conn, now)


async def all_marked(url: str) -> None:
    """Waits until every update is answered and marked so: what was sent and not marked yet comes twice after a kill."""
    look = Database(url)
    try:
        async with asyncio.timeout(15):
            while (await look.left(datetime.now(UTC))).unanswered:  # noqa: ASYNC110 (a database tells nobody)
                await asyncio.sleep(0.02)
    finally:
        await look.close()


def _left(conn: sql.Connection, now: datetime) -> Left:
    def count(*conditions: sql.ColumnElement[bool] | sql.TextClause) -> int:
        return int(conn.scalar(sql.select(sql.func.count()).where(*conditions)) or 0)

    waits = inbox.c.answered_at.is_(None)
    return Left(
        unanswered=count(waits),
        replies=count(waits, inbox.c.done_at.is_not(None)),
        leased=count(reminder.c.state == "leased"),
        due=count(REMINDER_OPEN, reminder.c.due <= now),
        next_due=conn.scalar(sql.select(sql.func.min(reminder.c.due)).where(reminder.c.state == "planned")),
    )
