"""The store in memory: the same contract without a database, for tests of everything above it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import datetime, timedelta
from typing import Any

from bot.core.access import OWNER
from bot.core.model import RECORDS, Reminder, User
from bot.core.record import Record, new_id
from bot.store.alone import Alone
from bot.store.base import Claimed, Conflict, Depth, Done, InboxRow, Incoming, KnownCode
from bot.store.fields import clean, instant
from bot.store.memory_codes import MemoryCodes
from bot.store.memory_inbox import MemoryInbox
from bot.store.memory_reminders import RipeRows, is_open
from bot.store.rules import DISPATCHER_FIELDS, marked
from bot.store.work import Change, Code, Work, row_of

Rows = dict[type[Record], dict[str, dict[str, Any]]]


class MemoryStore:
    """Implements bot.store.base.Store. Nothing awaits inside, so each call is a transaction by itself."""

    workers = Alone()

    def __init__(self) -> None:
        self._users: dict[int, dict[str, Any]] = {}
        self._rows: dict[int, Rows] = {}
        self._inbox = MemoryInbox()
        self._ripe = RipeRows(self._reachable)
        self._codes = MemoryCodes()
        self._moments: dict[str, datetime] = {}

    async def load(self, user_id: int) -> Work:
        found = self._users.get(user_id)
        if found is None:
            return Work(User(id=user_id), new_user=True)
        rows = [(kind, row) for kind, table in self._rows[user_id].items() for row in table.values()]
        rows.sort(key=lambda pair: pair[1]["id"])
        # Through ``clean`` once more: a copy that no later change reaches.
        return Work(User(**clean(User, found)), [kind(**clean(kind, row)) for kind, row in rows])

    async def commit(self, work: Work, done: Done | None = None) -> None:
        user_id = work.user_read["id"]
        self._check_version(work)
        if done:
            self._inbox.check(done)
        at = done.at if done else work.user.seen_at
        self._codes.check(work, at)
        changes = work.changes()
        tables = self._changed(user_id, changes)
        version = {"id": user_id, "version": work.user_read["version"] + 1}
        self._users[user_id] = clean(User, row_of(work.user) | version)
        self._rows[user_id] = tables
        if work.user_read["blocked"] or any(change.kind is Reminder for change in changes):
            for row in tables[Reminder].values():
                self._ripe.put(user_id, row)
        self._codes.apply(work, at)
        if done:
            self._inbox.finish(done)

    def _check_version(self, work: Work) -> None:
        found = self._users.get(work.user_read["id"])
        if (found is None) != work.new_user or (found and found["version"] != work.user_read["version"]):
            raise Conflict("this user's rows were written meanwhile")

    def _changed(self, user_id: int, changes: list[Change]) -> Rows:
        """The user's tables as they will be; the stored ones stay as they are until all is checked."""
        tables = {kind: dict(self._rows.get(user_id, {}).get(kind, {})) for kind in RECORDS}
        for change in changes:
            table = tables[change.kind]
            self._check_row(change, table.get(change.id))
            if change.row is None:
                del table[change.id]
            else:
                table[change.id] = clean(change.kind, change.row)
        causes = [row["cause"] for row in tables[Reminder].values()]
        if len(causes) != len(set(causes)):
            raise Conflict("a row of this user is there already")
        return tables

    def _check_row(self, change: Change, found: dict[str, Any] | None) -> None:
        if change.new != (found is None):
            raise Conflict("this user's rows were written meanwhile")
        if change.kind is Reminder and found and change.old:
            old = clean(Reminder, change.old)
            if any(found[name] != old[name] for name in DISPATCHER_FIELDS):
                raise Conflict("this user's rows were written meanwhile")

    async def erase(
        self, user_id: int, done: Done | None = None, *, seen_before: datetime | None = None
    ) -> dict[str, int]:
        if seen_before:
            self._check_silent(user_id, seen_before)
        if done:
            await self.finish(done)
        tables = self._rows.pop(user_id, {})
        counts = {"inbox": self._inbox.strip(user_id, done)}
        counts |= {kind.__name__.lower(): len(tables.get(kind, {})) for kind in RECORDS}
        return counts | {"users": int(self._users.pop(user_id, None) is not None)}

    def _check_silent(self, user_id: int, seen_before: datetime) -> None:
        found = self._users.get(user_id)
        if (found and found["seen_at"] >= seen_before) or self._inbox.has_undone(user_id):
            raise Conflict("this user wrote meanwhile")

    async def accept(self, updates: Sequence[Incoming], now: datetime) -> int:
        return self._inbox.accept(updates, now)

    async def waiting(
        self, now: datetime, limit: int = 500, users: int = 500, known: Set[int] = frozenset()
    ) -> list[InboxRow]:
        return self._inbox.waiting(limit, known)

    def holds(self, row: InboxRow) -> bool:
        return True

    async def finish(self, done: Done) -> None:
        self._inbox.check(done)
        self._inbox.finish(done)

    async def answered(self, seqs: Sequence[int]) -> None:
        self._inbox.answered(seqs)

    async def failed(self, seq: int, next_try: datetime) -> None:
        self._inbox.failed(seq, next_try)

    async def park(self, seqs: Sequence[int], reason: str, now: datetime, reply: str | None = None) -> None:
        self._inbox.park(seqs, reason, now, reply)

    async def forget(self, before: datetime) -> int:
        return self._inbox.forget(before)

    async def claim(self, now: datetime, limit: int, lease: timedelta) -> list[Claimed]:
        token = new_id() + new_id()
        ripe = self._ripe.take(now, limit)
        for user_id, row in ripe:
            row |= {"state": "leased", "attempts": row["attempts"] + 1, "lease": token, "lease_until": now + lease}
            self._ripe.put(user_id, row)
        return [Claimed(user_id, row["id"], token) for user_id, row in ripe]

    async def mark(self, claimed: Claimed, state: str, *, now: datetime, reason: str = "",
                   message_id: int | None = None, due: datetime | None = None,
                   retry_at: datetime | None = None) -> bool:  # fmt: skip
        values = clean(Reminder, marked(state, now, reason, message_id, due, retry_at))
        row = self._rows.get(claimed.user_id, {}).get(Reminder, {}).get(claimed.reminder_id)
        if row is None or row["state"] != "leased" or row["lease"] != claimed.token:
            return False
        row |= values
        self._ripe.put(claimed.user_id, row)
        return True

    async def next_due(self) -> datetime | None:
        return self._ripe.next_due()

    def _reachable(self, user_id: int, reminder_id: str) -> dict[str, Any] | None:
        """A reminder row of a user who has not blocked the bot."""
        user = self._users.get(user_id)
        return None if user is None or user["blocked"] else self._rows[user_id][Reminder].get(reminder_id)

    def _due(self, now: datetime) -> list[dict[str, Any]]:
        """Rows that are due and not sent, of users who can be reached."""
        reached = [self._rows[user_id] for user_id, user in self._users.items() if not user["blocked"]]
        rows = [row for tables in reached for row in tables[Reminder].values()]
        return [row for row in rows if is_open(row) and row["due"] <= now]

    async def depth(self, now: datetime) -> Depth:
        depth = self._inbox.depth()
        due = [row["due"] for row in self._due(now)]
        depth.reminders_due, depth.oldest_due, depth.users = len(due), min(due, default=None), len(self._users)
        return depth

    async def user_ids(self, seen_before: datetime) -> list[int]:
        return sorted(id for id, user in self._users.items() if user["seen_at"] < seen_before)

    async def issue(self, code: Code, now: datetime) -> None:
        self._codes.issue(code, now)

    async def find_code(self, text: str, now: datetime) -> KnownCode | None:
        return self._codes.find(text, now)

    async def open_codes(self, kind: str, now: datetime) -> int:
        return len(self._codes.open(kind, now))

    async def owner(self) -> int | None:
        return min((id for id, user in self._users.items() if user["role"] == OWNER), default=None)

    async def keep_moment(self, name: str, at: datetime) -> None:
        self._moments[name] = instant(at)

    async def moment(self, name: str) -> datetime | None:
        return self._moments.get(name)

    async def close(self) -> None:
        """Nothing to let go of."""
