"""The store on SQLite or PostgreSQL: each method is one function on a connection, run in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence, Set
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import Connection

from bot.store import erasures, sql_codes, sql_inbox, sql_reminders, sql_users, sql_workers
from bot.store.alone import Alone
from bot.store.base import Claimed, Depth, Done, InboxRow, Incoming, KnownCode, Workers
from bot.store.crypto import Vault
from bot.store.erasures import Ledger, Note
from bot.store.rotate import rotate
from bot.store.rules import marked
from bot.store.runner import Runner
from bot.store.work import Code, Work

if TYPE_CHECKING:
    from bot.store.workers import Session


class Lock(Protocol):
    """What keeps a second process out."""

    async def release(self) -> None: ...


class SqlStore:
    """Implements bot.store.base.Store. A Work is committed once; load again for the next change."""

    def __init__(
        self,
        runner: Runner,
        vault: Vault,
        lock: Lock | None,
        ledger: Ledger,
        *,
        session: Session | None = None,
        key_made: bool = False,
    ) -> None:
        """``session``: where there may be other workers, this one's; it is the lock then."""
        self.key_made = key_made
        self._runner = runner
        self._vault = vault
        self._lock = lock
        self._session = session
        self.workers: Workers = session or Alone()
        self._ledger = ledger

    async def load(self, user_id: int) -> Work:
        return await self._runner.run(sql_users.load, self._vault, user_id)

    async def commit(self, work: Work, done: Done | None = None) -> None:
        await self._runner.run(sql_users.commit, self._vault, work, done)

    async def erase(
        self, user_id: int, done: Done | None = None, *, seen_before: datetime | None = None
    ) -> dict[str, int]:
        counts, note = await self._runner.run_and_wipe(_erase, self._vault, user_id, done, seen_before)
        await asyncio.to_thread(self._ledger.write, [note])
        return counts

    async def accept(self, updates: Sequence[Incoming], now: datetime) -> int:
        if self._session is None or self._session.count == 1:  # nobody else to wake
            return await self._runner.run(sql_inbox.accept, self._vault, updates, now)
        return await self._runner.run(sql_workers.accept, self._vault, updates, now, self._session.number)

    async def waiting(
        self, now: datetime, limit: int = 500, users: int = 500, known: Set[int] = frozenset()
    ) -> list[InboxRow]:
        if self._session is None:
            return await self._runner.run(sql_inbox.waiting, self._vault, limit, known)
        return await self._runner.run(sql_workers.waiting, self._vault, limit, known, users, self._session.number)

    def holds(self, row: InboxRow) -> bool:
        return self._session is None or self._session.holds(row)

    async def finish(self, done: Done) -> None:
        await self._runner.run(sql_inbox.finish, self._vault, done)

    async def answered(self, seqs: Sequence[int]) -> None:
        await self._runner.run(sql_inbox.answered, seqs)

    async def failed(self, seq: int, next_try: datetime) -> None:
        await self._runner.run(sql_inbox.failed, seq, next_try)

    async def park(self, seqs: Sequence[int], reason: str, now: datetime, reply: str | None = None) -> None:
        await self._runner.run(sql_inbox.park, self._vault, seqs, reason, now, reply)

    async def forget(self, before: datetime) -> int:
        return await self._runner.run(sql_inbox.forget, before)

    async def claim(self, now: datetime, limit: int, lease: timedelta) -> list[Claimed]:
        return await self._runner.run(sql_reminders.claim, now, limit, lease)

    async def mark(self, claimed: Claimed, state: str, *, now: datetime, reason: str = "",
                   message_id: int | None = None, due: datetime | None = None,
                   retry_at: datetime | None = None) -> bool:  # fmt: skip
        values = marked(state, now, reason, message_id, due, retry_at)
        return await self._runner.run(sql_reminders.mark, claimed, values)

    async def next_due(self) -> datetime | None:
        return await self._runner.run(sql_reminders.next_due)

    async def depth(self, now: datetime) -> Depth:
        return await self._runner.run(_measure, now)

    async def user_ids(self, seen_before: datetime) -> list[int]:
        return await self._runner.run(sql_users.user_ids, seen_before)

    async def issue(self, code: Code, now: datetime) -> None:
        await self._runner.run(sql_codes.issue, self._vault, code, now)

    async def find_code(self, text: str, now: datetime) -> KnownCode | None:
        return await self._runner.run(sql_codes.find, self._vault, text, now)

    async def open_codes(self, kind: str, now: datetime) -> int:
        return await self._runner.run(sql_codes.count_open, kind, now)

    async def owner(self) -> int | None:
        return await self._runner.run(sql_codes.owner)

    async def keep_moment(self, name: str, at: datetime) -> None:
        await self._runner.run(sql_codes.keep_moment, name, at)

    async def moment(self, name: str) -> datetime | None:
        return await self._runner.run(sql_codes.moment_of, name)

    async def rotate(self) -> int:
        """Seals everything again with the newest key; returns how many rows needed it."""
        return await rotate(self._runner, self._vault)

    async def close(self) -> None:
        await self._runner.close()
        if self._lock:
            await self._lock.release()


def _erase(
    conn: Connection, vault: Vault, user_id: int, done: Done | None, seen_before: datetime | None
) -> tuple[dict[str, int], Note]:
    """Erases, and notes it in the same transaction."""
    return sql_users.erase(conn, vault, user_id, done, seen_before), erasures.note(conn, vault, user_id)


def _measure(conn: Connection, now: datetime) -> Depth:
    depth = Depth()
    sql_inbox.measure(conn, depth)
    sql_reminders.measure(conn, now, depth)
    return depth
