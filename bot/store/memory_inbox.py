"""The inbox of the store in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from bot.store.base import Depth, Done, InboxRow, Incoming, Lost
from bot.store.fields import instant
from bot.store.rules import PER_KEY


@dataclass(slots=True)
class _Row:
    seq: int
    update_id: int
    key: int
    body: str
    received_at: datetime
    attempts: int = 0
    next_try: datetime | None = None
    done_at: datetime | None = None
    answered_at: datetime | None = None
    reply: str | None = None
    dead_reason: str | None = None

    def finish(self, at: datetime, reply: str | None) -> None:
        self.done_at = instant(at)
        self.reply = reply or None
        self.answered_at = None if reply else self.done_at


class MemoryInbox:
    """Rows by number, oldest first. What each method does is said in bot.store.base.Inbox."""

    def __init__(self) -> None:
        self._rows: dict[int, _Row] = {}
        self._last = 0

    def accept(self, updates: Sequence[Incoming], now: datetime) -> int:
        known = {row.update_id for row in self._rows.values()}
        before = len(known)
        for update in updates:
            if update.update_id not in known:
                known.add(update.update_id)
                self._last += 1
                row = _Row(self._last, update.update_id, update.key, update.body, instant(now))
                self._rows[row.seq] = row
        return len(known) - before

    def waiting(self, limit: int, known: Set[int]) -> list[InboxRow]:
        rows, of_key = [], Counter[int]()
        for row in self._rows.values():
            if row.answered_at is None:
                of_key[row.key] += 1
                if of_key[row.key] <= PER_KEY:
                    rows.append(row)
        return [
            InboxRow(row.seq, row.update_id, row.key, row.body, row.received_at, row.attempts, row.next_try, row.reply)
            for row in rows[:limit]
            if row.seq not in known
        ]

    def has_undone(self, key: int) -> bool:
        """Whether an update of that key waits to be handled."""
        return any(row.key == key and row.done_at is None for row in self._rows.values())

    def check(self, done: Done) -> None:
        """Lost where a row of ``done`` is not open."""
        if any(seq not in self._rows or self._rows[seq].done_at is not None for seq in done.seqs):
            raise Lost("this update was handled already")

    def finish(self, done: Done) -> None:
        for position, seq in enumerate(sorted(set(done.seqs))):
            row = self._rows[seq]
            row.finish(done.at, done.reply if position == 0 else None)
            row.body, row.next_try = "", None
            row.key = 0 if done.nameless else row.key

    def answered(self, seqs: Sequence[int]) -> None:
        for row in map(self._rows.get, seqs):
            if row and row.done_at:
                row.reply, row.answered_at = None, row.done_at

    def failed(self, seq: int, next_try: datetime) -> None:
        row = self._rows.get(seq)
        if row and row.done_at is None:
            row.attempts, row.next_try = row.attempts + 1, instant(next_try)

    def park(self, seqs: Sequence[int], reason: str, now: datetime, reply: str | None) -> None:
        open_ = [seq for seq in sorted(set(seqs)) if seq in self._rows and self._rows[seq].done_at is None]
        for position, seq in enumerate(open_):
            self._rows[seq].finish(now, reply if position == 0 else None)
            self._rows[seq].dead_reason = reason

    def forget(self, before: datetime) -> int:
        old = [row.seq for row in self._rows.values() if row.received_at < before and row.answered_at]
        for seq in old:
            del self._rows[seq]
        return len(old)

    def strip(self, user_id: int, done: Done | None) -> int:
        keep = set(done.seqs) if done else set()
        mine = [row for row in self._rows.values() if row.key == user_id or row.seq in keep]
        for row in mine:
            row.key, row.body, row.next_try, row.dead_reason = 0, "", None, None
            if row.seq not in keep:
                at = done.at if done else row.received_at
                row.done_at, row.answered_at, row.reply = row.done_at or at, row.answered_at or at, None
        return len(mine)

    def depth(self) -> Depth:
        undone = [row.received_at for row in self._rows.values() if row.done_at is None]
        parked = sum(row.dead_reason is not None for row in self._rows.values())
        unanswered = sum(row.answered_at is None for row in self._rows.values()) - len(undone)
        return Depth(
            waiting=len(undone),
            parked=parked,
            oldest_received=min(undone, default=None),
            extra={"unanswered": unanswered},
        )
