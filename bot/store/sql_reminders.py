"""Reminder rows across users: leased, sent, marked. Plain functions on a connection in a transaction."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    TextClause,
    and_,
    bindparam,
    func,
    or_,
    select,
    true,
    tuple_,
    update,
)

from bot.store.base import Claimed, Depth
from bot.store.prepared import Prepared
from bot.store.tables import REMINDER_LEASED, REMINDER_OPEN, REMINDER_URGENT, reminder, users
from bot.store.types import Instant, Plain

_mine = reminder.c


def claim(conn: Connection, now: datetime, limit: int, lease: timedelta) -> list[Claimed]:
    """Leases due rows of users who can be reached, the urgent ones first."""
    token = secrets.token_hex(8)
    facts = {"now": now, "token": token, "until": now + lease}
    found = sorted(_TAKE_URGENT.rows(conn, most=limit, **facts))
    if len(found) < limit:
        found += sorted(_TAKE.rows(conn, most=limit - len(found), **facts))
    return [Claimed(user_id, id, token) for _, _, id, user_id in found]


def first_ripe(now: Any, limit: Any, *only: TextClause) -> Select[Any]:
    """The rows to lease next. The index gives this order; a further column in it would mean to sort all that are due
    at the same moment."""
    free = or_(_mine.state == "planned", _mine.lease_until <= now)
    query = _open(and_(_mine.due <= now, free, *only), _mine.user_id, _mine.id)
    return query.order_by(_mine.due, *([] if only else [_mine.expires])).limit(limit)


def _open(condition: ColumnElement[bool], *columns: Any) -> Select[Any]:
    reachable = reminder.join(users, and_(users.c.id == _mine.user_id, users.c.blocked.is_(False)))
    return select(*columns).select_from(reachable).where(REMINDER_OPEN, condition)


def _take(*only: TextClause) -> Prepared:
    # FOR UPDATE in a CTE: PostgreSQL runs it once; in a plain subquery it may run it again and lease too many.
    ripe = first_ripe(bindparam("now", type_=Instant), bindparam("most", type_=Integer), *only)
    chosen = ripe.with_for_update(skip_locked=True, of=reminder).cte("ripe")
    facts = {
        "state": "leased",
        "attempts": _mine.attempts + 1,
        "lease": bindparam("token", type_=Plain),
        "lease_until": bindparam("until", type_=Instant),
    }
    mine = tuple_(_mine.user_id, _mine.id).in_(select(chosen.c.user_id, chosen.c.id))
    return Prepared(
        update(reminder).where(mine).values(facts).returning(_mine.due, _mine.expires, _mine.id, _mine.user_id)
    )


_TAKE_URGENT, _TAKE = _take(REMINDER_URGENT), _take()


def mark(conn: Connection, claimed: Claimed, values: dict[str, Any]) -> bool:
    """Ends a claim; False where it is no longer held."""
    held = and_(
        _mine.user_id == claimed.user_id,
        _mine.id == claimed.reminder_id,
        _mine.state == "leased",
        _mine.lease == claimed.token,
    )
    return conn.execute(update(reminder).where(held).values(values)).rowcount == 1


def next_due(conn: Connection) -> datetime | None:
    """When the earliest row may be claimed. A blocked user's rows do not count: nobody may claim them."""
    found = [row[0] for query in _NEXT for row in query.rows(conn)]
    return min((at for at in found if at is not None), default=None)


def next_ripe() -> list[Select[Any]]:
    """The first planned row, and the first lease to end; each is the first entry of an index."""
    planned = _open(_mine.state == "planned", _mine.due).order_by(_mine.due).limit(1)
    leased = _open(true(), _mine.lease_until).where(REMINDER_LEASED).order_by(_mine.lease_until).limit(1)
    return [planned, leased]


_NEXT = [Prepared(query) for query in next_ripe()]


def measure(conn: Connection, now: datetime, depth: Depth) -> None:
    """Fills in what is due and how many users there are."""
    query = _open(_mine.due <= now, func.count(), func.min(_mine.due))
    depth.reminders_due, depth.oldest_due = conn.execute(query).one()
    depth.users = conn.scalar(select(func.count()).select_from(users)) or 0
