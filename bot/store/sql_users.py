"""One user's rows: read, written with fences, erased. Plain functions on a connection that is in a transaction."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from bot.core.model import RECORDS, Reminder, User
from bot.core.record import Record
from bot.store import sql_codes, sql_inbox
from bot.store.base import Conflict, Done
from bot.store.crypto import Vault
from bot.store.fields import RecordKind, fields_of
from bot.store.prepared import Prepared
from bot.store.rows import from_row, to_row
from bot.store.rules import DISPATCHER_FIELDS
from bot.store.tables import records, users
from bot.store.work import Change, Work, row_of


def _fields(kind: RecordKind, table: Table) -> Select[Any]:
    return select(*(table.c[f.name] for f in fields_of(kind)))


def _of_user(kind: type[Record], table: Table) -> Select[Any]:
    mine = table.c.user_id == bindparam("user_id")
    # Work sorts by age; this is the order of those of the same age.
    return _fields(kind, table).where(mine).order_by(table.c.id)


ANY = "*"

# Made once: they run for every update, and putting one together takes as long as running it.
_USER = Prepared(_fields(User, users).add_columns(users.c.holds).where(users.c.id == bindparam("user_id")))
_RECORDS = {kind: Prepared(_of_user(kind, table)) for kind, table in records.items()}
_NEW_USER = Prepared(insert(users))
_NEW = {kind: Prepared(insert(table)) for kind, table in records.items()}


def load(conn: Connection, vault: Vault, user_id: int) -> Work:
    """All rows of that user; a new user where there is none."""
    found = _USER.rows(conn, user_id=user_id)
    if not found:
        return Work(User(id=user_id), new_user=True)
    *row, holds = found[0]
    kinds = [kind for kind in RECORDS if holds == ANY or kind.__name__ in holds.split()]
    rows = [record for kind in kinds for record in _read(conn, vault, kind, user_id)]
    return Work(User(**from_row(User, row, vault)), rows, holds=holds)


def _read(conn: Connection, vault: Vault, kind: type[Record], user_id: int) -> list[Record]:
    return [kind(**from_row(kind, row, vault)) for row in _RECORDS[kind].rows(conn, user_id=user_id)]


def commit(conn: Connection, vault: Vault, work: Work, done: Done | None) -> None:
    """Writes a unit of work; Conflict where anything it rests on has changed."""
    dbapi: Any = conn.dialect.loaded_dbapi
    try:
        _write_user(conn, vault, work)
        if done:
            sql_inbox.finish(conn, vault, done)
        _write_records(conn, vault, work)
        sql_codes.apply(conn, vault, work, done.at if done else work.user.seen_at)
    except (IntegrityError, dbapi.IntegrityError):
        # The same user, id or cause was stored meanwhile. The database's own words would show ids.
        raise Conflict("a row of this user is there already") from None


def _write_user(conn: Connection, vault: Vault, work: Work) -> None:
    row = row_of(work.user) | {"id": work.user_read["id"], "version": work.user_read["version"] + 1}
    holds = " ".join(sorted(kind.__name__ for kind in work.kinds()))
    if work.new_user:
        _NEW_USER.run(conn, **to_row(User, row, vault), holds=holds)
        return
    changed = to_row(User, {name: value for name, value in row.items() if value != work.user_read[name]}, vault)
    changed |= {"holds": holds} if holds != work.holds else {}
    query = _user_update(tuple(changed))
    _expect_one(query.run(conn, of_id=row["id"], of_version=work.user_read["version"], **_to(changed)))


def _to(changed: dict[str, Any]) -> dict[str, Any]:
    return {f"to_{name}": value for name, value in changed.items()}


def _changes(table: Table, names: tuple[str, ...]) -> dict[str, BindParameter[Any]]:
    return {name: bindparam(f"to_{name}", type_=table.c[name].type) for name in names}


@lru_cache(maxsize=256)
def _user_update(names: tuple[str, ...]) -> Prepared:
    mine = and_(users.c.id == bindparam("of_id"), users.c.version == bindparam("of_version"))
    return Prepared(update(users).where(mine).values(_changes(users, names)))


@lru_cache(maxsize=256)
def _record_update(table: Table, names: tuple[str, ...]) -> Prepared:
    return Prepared(update(table).where(_as_read(table)).values(_changes(table, names)))


def _as_read(table: Table) -> ColumnElement[bool]:
    fences = DISPATCHER_FIELDS if table is records[Reminder] else ()
    return and_(*(table.c[name] == bindparam(f"of_{name}") for name in ("user_id", "id", *fences)))


_REMOVAL = {kind: Prepared(delete(table).where(_as_read(table))) for kind, table in records.items()}


def _of(user_id: int, change: Change) -> dict[str, Any]:
    """What finds the row, as it was read."""
    fences = {f"of_{name}": (change.old or {})[name] for name in DISPATCHER_FIELDS} if change.kind is Reminder else {}
    return {"of_user_id": user_id, "of_id": change.id, **fences}


def _write_records(conn: Connection, vault: Vault, work: Work) -> None:
    user_id = work.user_read["id"]
    # Removals first: a new row may take the unique cause of one that goes. Then changes, then what is new.
    for change in sorted(work.changes(), key=lambda change: (change.row is not None, change.new)):
        if change.row is None:
            _expect_one(_REMOVAL[change.kind].run(conn, **_of(user_id, change)))
        elif change.new:
            _NEW[change.kind].run(conn, user_id=user_id, **to_row(change.kind, change.row, vault))
        else:
            _update(conn, vault, user_id, change, change.row)


def _update(conn: Connection, vault: Vault, user_id: int, change: Change, row: dict[str, Any]) -> None:
    old = change.old or {}
    changed = to_row(change.kind, {name: value for name, value in row.items() if value != old.get(name)}, vault)
    query = _record_update(records[change.kind], tuple(changed))
    _expect_one(query.run(conn, **_of(user_id, change), **_to(changed)))


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
