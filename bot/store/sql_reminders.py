"""Reminder rows across users: leased, sent, marked. Plain functions on a connection in a transaction."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select, true, tuple_, update

from bot.store.base import Claimed, Depth
from bot.store.tables import REMINDER_OPEN, reminder, users

_mine = reminder.c


def claim(conn: Connection, now: datetime, limit: int, lease: timedelta) -> list[Claimed]:
    """Leases due rows of users who can be reached, earliest due first."""
    token = secrets.token_hex(8)
    # FOR UPDATE in a CTE: PostgreSQL runs it once; in a plain subquery it may run it again and lease too many.
    query = _open(_ripe(now), _mine.user_id, _mine.id).order_by(_mine.due, _mine.id).limit(limit)
    ripe = query.with_for_update(skip_locked=True, of=reminder).cte("ripe")
    taken = (
        update(reminder)
        .where(tuple_(_mine.user_id, _mine.id).in_(select(ripe.c.user_id, ripe.c.id)))
        .values(state="leased", attempts=_mine.attempts + 1, lease=token, lease_until=now + lease)
        .returning(_mine.due, _mine.id, _mine.user_id)
    )
    found = sorted(tuple(row) for row in conn.execute(taken))
    return [Claimed(user_id, id, token) for _, id, user_id in found]


def _ripe(now: datetime) -> ColumnElement[bool]:
    free = or_(_mine.state == "planned", _mine.lease_until <= now)
    return and_(_mine.due <= now, free)


def _open(condition: ColumnElement[bool], *columns: Any) -> Select[Any]:
    reachable = reminder.join(users, and_(users.c.id == _mine.user_id, users.c.blocked.is_(False)))
    return select(*columns).select_from(reachable).where(REMINDER_OPEN, condition)


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
    ripe_at = case((_mine.state == "planned", _mine.due), else_=_mine.lease_until)
    found: datetime | None = conn.scalar(_open(true(), func.min(ripe_at)))
    return found


def measure(conn: Connection, now: datetime, depth: Depth) -> None:
    """Fills in what is due and how many users there are."""
    query = _open(_mine.due <= now, func.count(), func.min(_mine.due))
    depth.reminders_due, depth.oldest_due = conn.execute(query).one()
    depth.users = conn.scalar(select(func.count()).select_from(users)) or 0
