"""Records with every field set, made from the model: a new field is tested without a new line here."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from bot.core.model import Priority, Reminder, User
from bot.core.record import Record
from bot.store.base import Done, Incoming, Store
from bot.store.fields import Holds, RecordKind, fields_of
from bot.store.work import Work

NOW = datetime(2026, 11, 23, 9, 30, 15, 250_000, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LATER = NOW + timedelta(days=1)  # later than anybody wrote
BIG = 7_123_456_789_012  # no 32 bits are enough


def values(kind: RecordKind, mark: str) -> dict[str, Any]:
    """A value for every field; texts hold ``mark``."""
    made: dict[Holds, Any] = {
        Holds.NUMBER: BIG,
        Holds.FLAG: True,
        Holds.INSTANT: NOW.astimezone(timezone(timedelta(hours=5, minutes=45))),
        Holds.WALL: datetime(2026, 10, 25, 2, 30, fold=1),
        Holds.DAY: date(2026, 12, 24),
        Holds.LIST: (f"{mark} one", "two, \u2116 3", ""),
        Holds.TREE: {"words": f"{mark} tree", "deep": [1, None, {"x": True, "\U0001f600": 1.5}]},
    }
    return {f.name: made.get(f.holds, f"{mark} {f.name}") for f in fields_of(kind)}


def full(kind: type[Record], id: str = "ID234567", mark: str = "word") -> Record:
    """A record with nothing left at its default."""
    return kind(**values(kind, mark) | {"id": id})


def full_user(user_id: int) -> User:
    return User(**values(User, "user") | {"id": user_id, "version": 0})


def priority(words: str, *, at: datetime = NOW) -> Priority:
    return Priority(topic="pay", words=words, created_at=at)


def reminder(cause: str, due: datetime = NOW, **more: Any) -> Reminder:
    return Reminder(kind="card", cause=cause, due=due, expires=due + timedelta(hours=1), created_at=NOW, **more)


async def save(store: Store, user_id: int, *new: Record) -> Work:
    """Adds records to a user; returns them as they are read back."""
    work = await store.load(user_id)
    for record in new:
        work.add(record)
    await store.commit(work)
    return await store.load(user_id)


async def accept(store: Store, *keys: int, first: int = 100, at: datetime = NOW) -> list[int]:
    """One update for each key; returns their numbers in the inbox."""
    known = {row.seq for row in await store.waiting(NOW)}
    await store.accept([Incoming(first + i, key, f'{{"n": {first + i}}}') for i, key in enumerate(keys)], at)
    return [row.seq for row in await store.waiting(NOW) if row.seq not in known]


def done(*seqs: int, reply: str | None = None) -> Done:
    return Done(list(seqs), reply, NOW)
