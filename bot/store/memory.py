"""The store in memory: the same contract without a database, for tests of everything above it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.core.model import RECORDS, Record, Reminder, User, new_id
from bot.store.base import Change, Claimed, Conflict, Depth, Done, InboxRow, Incoming, Work, row_of
from bot.store.fields import clean
from bot.store.memory_inbox import MemoryInbox
from bot.store.rules import DISPATCHER_FIELDS, marked

Rows = dict[type[Record], dict[str, dict[str, Any]]]


class MemoryStore:
    """Implements bot.store.base.Store. Nothing awaits inside, so each call is a transaction by itself."""

    def __init__(self) -> None:
        self._users: dict[int, dict[str, Any]] = {}
        self._rows: dict[int, Rows] = {}
        self._inbox = MemoryInbox()

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
        tables = self._changed(user_id, work.changes())
        version = {"id": user_id, "version": work.user_read["version"] + 1}
        self._users[user_id] = clean(User, row_of(work.user) | version)
        self._rows[user_id] = tables
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

    async def waiting(self, now: datetime, limit: int = 500) -> list[InboxRow]:
        return self._inbox.waiting(limit)

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
        ripe = [(row["due"], row["id"], user_id, row) for user_id, row in self._due(now) if _free(row, now)]
        ripe.sort(key=lambda entry: entry[:3])
        for _, _, _, row in ripe[:limit]:
            row |= {"state": "leased", "attempts": row["attempts"] + 1, "lease": token, "lease_until": now + lease}
        return [Claimed(user_id, id_, token) for _, id_, user_id, _ in ripe[:limit]]

    async def mark(self, claimed: Claimed, state: str, *, now: datetime, reason: str = "",
                   message_id: int | None = None, due: datetime | None = None,
                   retry_at: datetime | None = None) -> bool:  # fmt: skip
        values = clean(Reminder, marked(state, now, reason, message_id, due, retry_at))
        row = self._rows.get(claimed.user_id, {}).get(Reminder, {}).get(claimed.reminder_id)
        if row is None or row["state"] != "leased" or row["lease"] != claimed.token:
            return False
        row |= values
        return True

    async def next_due(self) -> datetime | None:
        return min((_ripe_at(row) for _, row in self._open()), default=None)

    def _open(self) -> list[tuple[int, dict[str, Any]]]:
        """Rows that are not sent, of users who can be reached."""
        reached = [(user_id, self._rows[user_id]) for user_id, user in self._users.items() if not user["blocked"]]
        rows = [(user_id, row) for user_id, tables in reached for row in tables[Reminder].values()]
        return [(user_id, row) for user_id, row in rows if row["state"] in ("planned", "leased")]

    def _due(self, now: datetime) -> list[tuple[int, dict[str, Any]]]:
        return [(user_id, row) for user_id, row in self._open() if row["due"] <= now]

    async def depth(self, now: datetime) -> Depth:
        depth = self._inbox.depth()
        due = [row["due"] for _, row in self._due(now)]
        depth.reminders_due, depth.oldest_due, depth.users = len(due), min(due, default=None), len(self._users)
        return depth

    async def user_ids(self, seen_before: datetime) -> list[int]:
        return sorted(id for id, user in self._users.items() if user["seen_at"] < seen_before)

    async def close(self) -> None:
        """Nothing to let go of."""


def _free(row: dict[str, Any], now: datetime) -> bool:
    return row["state"] == "planned" or (row["lease_until"] is not None and row["lease_until"] <= now)


def _ripe_at(row: dict[str, Any]) -> datetime:
    at: datetime = row["due"] if row["state"] == "planned" else row["lease_until"]
    return at
