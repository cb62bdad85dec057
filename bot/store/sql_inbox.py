"""The inbox: updates stored before Telegram forgets them. Plain functions on a connection in a transaction."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    bindparam,
    case,
    delete,
    func,
    literal,
    null,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.base import Depth, Done, InboxRow, Incoming, Lost
from bot.store.crypto import Vault
from bot.store.prepared import Prepared
from bot.store.rules import PER_KEY
from bot.store.tables import inbox
from bot.store.types import Instant

BODY, REPLY = "inbox.body", "inbox.reply"


def accept(conn: Connection, vault: Vault, updates: Sequence[Incoming], now: datetime) -> int:
    """Stores updates that are not stored yet, in the order given; returns how many."""
    if not updates:
        return 0
    # The same words in both dialects; SQLAlchemy has ON CONFLICT only in the dialects' own insert.
    insert: Any = postgresql.insert if conn.dialect.name == "postgresql" else sqlite.insert
    query = insert(inbox).on_conflict_do_nothing(index_elements=["update_id"]).returning(inbox.c.seq)
    return len(conn.execute(query, [_values(vault, update, now) for update in updates]).all())


def _values(vault: Vault, update: Incoming, now: datetime) -> dict[str, Any]:
    return {
        "update_id": update.update_id,
        "key": update.key,
        "body": vault.encrypt(update.body, BODY),
        "received_at": now,
        "attempts": 0,
    }


def waiting(
    conn: Connection, vault: Vault, limit: int, known: Set[int], whose: ColumnElement[bool] | None = None
) -> list[InboxRow]:
    """Rows with something left to do, oldest first; those that are ``known`` are left out of the first ``limit``."""
    place = func.row_number().over(partition_by=inbox.c.key, order_by=inbox.c.seq).label("place")
    open_ = inbox.c.answered_at.is_(None) if whose is None else inbox.c.answered_at.is_(None) & whose
    places = select(inbox.c.seq, place).where(open_).subquery("places")
    first = select(inbox).join(places, places.c.seq == inbox.c.seq).where(places.c.place <= PER_KEY)
    rows = conn.execute(first.order_by(inbox.c.seq).limit(limit)).mappings()
    return [_row(vault, found) for found in rows if found["seq"] not in known]


def has_undone(conn: Connection, key: int) -> bool:
    """Whether an update of that key waits to be handled."""
    undone = select(inbox.c.seq).where(inbox.c.answered_at.is_(None), inbox.c.done_at.is_(None), inbox.c.key == key)
    return conn.scalar(undone.limit(1)) is not None


def _row(vault: Vault, found: RowMapping) -> InboxRow:
    return InboxRow(
        seq=found["seq"],
        update_id=found["update_id"],
        key=found["key"],
        body=vault.decrypt(found["body"], BODY) if found["body"] else "",
        received_at=found["received_at"],
        attempts=found["attempts"],
        next_try=found["next_try"],
        reply=vault.decrypt(found["reply"], REPLY) if found["reply"] else None,
        holder=found["worker"],
    )


def finish(conn: Connection, vault: Vault, done: Done) -> None:
    """Marks rows as handled and forgets their bodies; Lost where one already was or is another worker's."""
    values = {"at": done.at, "holder": done.holder} | _reply(vault, done.reply, done.at)
    query = _FINISH[done.nameless, done.holder is not None]
    for position, seq in enumerate(sorted(set(done.seqs))):
        # Several updates may have been one thing to the user (pieces of a long text): one reply answers all.
        own = values if position == 0 else values | {"reply": None, "answered_at": done.at}
        if query.run(conn, number=seq, **own) != 1:
            raise Lost("this update was handled already, or another worker has it")


def _finish(nameless: bool, held: bool) -> Prepared:
    values = {"done_at": bindparam("at", type_=Instant), "body": b"", "next_try": None}
    values |= {name: bindparam(name, type_=inbox.c[name].type) for name in ("reply", "answered_at")}
    query = update(inbox).where(inbox.c.seq == bindparam("number"), inbox.c.done_at.is_(None))
    query = query.where(inbox.c.worker == bindparam("holder")) if held else query
    return Prepared(query.values(values | ({"key": 0} if nameless else {})))


_FINISH = {(nameless, held): _finish(nameless, held) for nameless in (False, True) for held in (False, True)}


def _reply(vault: Vault, reply: str | None, at: datetime) -> dict[str, Any]:
    if not reply:
        return {"reply": None, "answered_at": at}
    return {"reply": vault.encrypt(reply, REPLY), "answered_at": None}


def answered(conn: Connection, seqs: Sequence[int]) -> None:
    """Forgets replies that were sent; rows that are not done stay as they are."""
    for seq in seqs:
        _ANSWERED.run(conn, number=seq)


_ANSWERED = Prepared(
    update(inbox)
    .where(inbox.c.seq == bindparam("number"), inbox.c.done_at.is_not(None))
    .values(reply=None, answered_at=inbox.c.done_at)
)


def failed(conn: Connection, seq: int, next_try: datetime) -> None:
    """Counts an attempt."""
    query = update(inbox).where(inbox.c.seq == seq, inbox.c.done_at.is_(None))
    conn.execute(query.values(attempts=inbox.c.attempts + 1, next_try=next_try))


def park(conn: Connection, vault: Vault, seqs: Sequence[int], reason: str, now: datetime, reply: str | None) -> None:
    """Sets rows aside; their bodies stay (sealed) until they are forgotten, so that the fault can be found."""
    open_ = sorted(conn.scalars(select(inbox.c.seq).where(inbox.c.seq.in_(seqs), inbox.c.done_at.is_(None))))
    for position, seq in enumerate(open_):
        said = _reply(vault, reply if position == 0 else None, now)
        conn.execute(update(inbox).where(inbox.c.seq == seq).values(done_at=now, dead_reason=reason, **said))


def forget(conn: Connection, before: datetime) -> int:
    """Removes answered rows received before that instant."""
    old = delete(inbox).where(inbox.c.received_at < before, inbox.c.answered_at.is_not(None))
    return conn.execute(old).rowcount


def strip(conn: Connection, user_id: int, done: Done | None) -> int:
    """Takes a user's id, words and replies out of all rows; those of ``done`` keep their reply until it is sent."""
    keep = inbox.c.seq.in_(done.seqs if done else [])
    at = literal(done.at, Instant) if done else inbox.c.received_at
    values = {
        "key": 0,
        "body": b"",
        "next_try": None,
        "dead_reason": None,  # may quote the update
        "done_at": func.coalesce(inbox.c.done_at, at),
        "reply": case((keep, inbox.c.reply), else_=null()),
        "answered_at": case((keep, inbox.c.answered_at), else_=func.coalesce(inbox.c.answered_at, at)),
    }
    # An update in ``done`` may stand under another key (a chat), but it was this user's.
    mine = (inbox.c.key == user_id) | keep
    return conn.execute(update(inbox).where(mine).values(values)).rowcount


def measure(conn: Connection, depth: Depth) -> None:
    """Fills in what waits in the inbox."""
    undone = inbox.c.done_at.is_(None)
    open_ = select(
        func.count().filter(undone), func.min(inbox.c.received_at).filter(undone), func.count().filter(~undone)
    ).where(inbox.c.answered_at.is_(None))
    depth.waiting, depth.oldest_received, depth.extra["unanswered"] = conn.execute(open_).one()
    depth.parked = conn.scalar(select(func.count()).select_from(inbox).where(inbox.c.dead_reason.is_not(None))) or 0
