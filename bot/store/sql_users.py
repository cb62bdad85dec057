"""One user's rows: read, written with fences, erased. Plain functions on a connection that is in a transaction."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.core.model import RECORDS, Record, Reminder, User
from bot.store import sql_inbox
from bot.store.base import Change, Conflict, Done, Work, row_of
from bot.store.crypto import Vault
from bot.store.fields import RecordKind, fields_of
from bot.store.rows import from_row, to_row
from bot.store.rules import DISPATCHER_FIELDS
from bot.store.tables import records, users


def _fields(kind: RecordKind, table: Table) -> Select[Any]:
    return select(*(table.c[f.name] for f in fields_of(kind)))


def _of_user(kind: type[Record], table: Table) -> Select[Any]:
    mine = table.c.user_id == bindparam("user_id")
    # Work sorts by age; this is the order of those of the same age.
    return _fields(kind, table).where(mine).order_by(table.c.id)


# Made once: they run for every update, and putting one together takes as long as running it.
_USER = _fields(User, users).where(users.c.id == bindparam("user_id"))
_RECORDS = {kind: _of_user(kind, table) for kind, table in records.items()}


def load(conn: Connection, vault: Vault, user_id: int) -> Work:
    """All rows of that user; a new user where there is none."""
    found = conn.execute(_USER, {"user_id": user_id}).one_or_none()
    if found is None:
        return Work(User(id=user_id), new_user=True)
    user = User(**from_row(User, found, vault))
    return Work(user, [record for kind in RECORDS for record in _read(conn, vault, kind, user_id)])


def _read(conn: Connection, vault: Vault, kind: type[Record], user_id: int) -> list[Record]:
    return [kind(**from_row(kind, row, vault)) for row in conn.execute(_RECORDS[kind], {"user_id": user_id})]


def commit(conn: Connection, vault: Vault, work: Work, done: Done | None) -> None:
    """Writes a unit of work; Conflict where anything it rests on has changed."""
    try:
        _write_user(conn, vault, work)
        if done:
            sql_inbox.finish(conn, vault, done)
        _write_records(conn, vault, work)
    except IntegrityError:
        # The same user, id or cause was stored meanwhile. The database's own words would show ids.
        raise Conflict("a row of this user is there already") from None


def _write_user(conn: Connection, vault: Vault, work: Work) -> None:
    row = row_of(work.user) | {"id": work.user_read["id"], "version": work.user_read["version"] + 1}
    if work.new_user:
        conn.execute(insert(users), to_row(User, row, vault))
        return
    changed = {name: value for name, value in row.items() if value != work.user_read[name]}
    mine = and_(users.c.id == row["id"], users.c.version == work.user_read["version"])
    _expect_one(conn.execute(update(users).where(mine).values(to_row(User, changed, vault))).rowcount)


def _write_records(conn: Connection, vault: Vault, work: Work) -> None:
    user_id = work.user_read["id"]
    fresh: dict[type[Record], list[dict[str, Any]]] = defaultdict(list)
    changes = work.changes()
    # Removals first: a new row may take the unique cause of one that goes.
    for change in sorted(changes, key=lambda change: change.row is not None):
        if change.row is None:
            _remove(conn, user_id, change)
        elif change.new:
            fresh[change.kind].append(to_row(change.kind, change.row, vault) | {"user_id": user_id})
        else:
            _update(conn, vault, user_id, change, change.row)
    for kind, rows in fresh.items():
        conn.execute(insert(records[kind]), rows)


def _update(conn: Connection, vault: Vault, user_id: int, change: Change, row: dict[str, Any]) -> None:
    old = change.old or {}
    changed = {name: value for name, value in row.items() if value != old.get(name)}
    table = records[change.kind]
    query = update(table).where(_as_read(user_id, change)).values(to_row(change.kind, changed, vault))
    _expect_one(conn.execute(query).rowcount)


def _remove(conn: Connection, user_id: int, change: Change) -> None:
    query = delete(records[change.kind]).where(_as_read(user_id, change))
    _expect_one(conn.execute(query).rowcount)


def _as_read(user_id: int, change: Change) -> ColumnElement[bool]:
    columns, old = records[change.kind].c, change.old or {}
    same = [columns.user_id == user_id, columns.id == change.id]
    if change.kind is Reminder:
        same += [columns[name] == old[name] for name in DISPATCHER_FIELDS]
    return and_(*same)


def _expect_one(count: int) -> None:
    if count != 1:
        raise Conflict("this user's rows were written meanwhile")


def erase(
    conn: Connection, vault: Vault, user_id: int, done: Done | None, seen_before: datetime | None
) -> dict[str, int]:
    """Removes every row of that user; counts by table name."""
    if seen_before:
        _expect_silent(conn, user_id, seen_before)
    if done:
        sql_inbox.finish(conn, vault, done)
    counts = {"inbox": sql_inbox.strip(conn, user_id, done)}
    for table in records.values():
        counts[table.name] = conn.execute(delete(table).where(table.c.user_id == user_id)).rowcount
    counts["users"] = conn.execute(delete(users).where(users.c.id == user_id)).rowcount
    return counts


def _expect_silent(conn: Connection, user_id: int, seen_before: datetime) -> None:
    # Locked, so that on PostgreSQL nobody writes between this look and the removal.
    seen_at = conn.scalar(select(users.c.seen_at).where(users.c.id == user_id).with_for_update())
    if (seen_at is not None and seen_at >= seen_before) or sql_inbox.has_undone(conn, user_id):
        raise Conflict("this user wrote meanwhile")


def user_ids(conn: Connection, seen_before: datetime) -> list[int]:
    """The ids of users who last wrote before that instant, smallest first."""
    return list(conn.scalars(select(users.c.id).where(users.c.seen_at < seen_before).order_by(users.c.id)))
