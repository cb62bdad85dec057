"""Codes that let somebody in, and known instants. Plain functions on a connection in a transaction."""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.access import OWNER, REMEMBERED
from bot.store.base import Conflict, KnownCode
from bot.store.crypto import Vault
from bot.store.rules import code_state
from bot.store.tables import code, moment, users
from bot.store.work import Code, Work

_PURPOSE = "codes that let somebody in"


def _digests(vault: Vault, text: str) -> list[str]:
    """What is kept instead of the code, for each key, newest first."""
    return [hmac.digest(key, text.encode(), "sha256").hex() for key in vault.derived(_PURPOSE)]


def _open(at: datetime) -> ColumnElement[bool]:
    return and_(code.c.used_at.is_(None), code.c.revoked_at.is_(None), code.c.expires > at)


def issue(conn: Connection, vault: Vault, new: Code, now: datetime) -> None:
    """Keeps a new code's hash; those that ran out long ago go."""
    conn.execute(delete(code).where(code.c.expires < now - REMEMBERED))
    conn.execute(insert(code).values(digest=_digests(vault, new.text)[0], kind=new.kind, expires=new.expires))


def find(conn: Connection, vault: Vault, text: str, now: datetime) -> KnownCode | None:
    """What is known of a code that somebody sent."""
    row = conn.execute(select(code).where(code.c.digest.in_(_digests(vault, text)))).mappings().one_or_none()
    return KnownCode(row["kind"], code_state(dict(row), now)) if row else None


def count_open(conn: Connection, kind: str, now: datetime) -> int:
    return conn.scalar(select(func.count()).select_from(code).where(code.c.kind == kind, _open(now))) or 0


def apply(conn: Connection, vault: Vault, work: Work, at: datetime) -> None:
    """What a unit of work does to codes. Conflict where the one it redeems is not open any more."""
    if work.revoked:
        _revoke(conn, work.revoked, at)
    for new in work.issued:
        issue(conn, vault, new, at)
    if work.redeemed:
        _redeem(conn, vault, work.redeemed, at)


def _redeem(conn: Connection, vault: Vault, text: str, at: datetime) -> None:
    mine = and_(code.c.digest.in_(_digests(vault, text)), _open(at))
    kind = conn.execute(update(code).where(mine).values(used_at=at).returning(code.c.kind)).scalar()
    if kind is None:
        raise Conflict("this code was used meanwhile")
    if kind == OWNER:
        _revoke(conn, OWNER, at)  # there is one owner: what other processes printed is void


def _revoke(conn: Connection, kind: str, at: datetime) -> None:
    conn.execute(update(code).where(code.c.kind == kind, _open(at)).values(revoked_at=at))


def owner(conn: Connection) -> int | None:
    """The id of the user who sent the owner's code."""
    return conn.scalar(select(users.c.id).where(users.c.role == OWNER).order_by(users.c.id).limit(1))


def keep_moment(conn: Connection, name: str, at: datetime) -> None:
    """Remembers an instant by a name, over the one that was there."""
    insert_: Any = postgresql.insert if conn.dialect.name == "postgresql" else sqlite.insert
    query = insert_(moment).values(name=name, at=at)
    conn.execute(query.on_conflict_do_update(index_elements=["name"], set_={"at": at}))


def moment_of(conn: Connection, name: str) -> datetime | None:
    return conn.scalar(select(moment.c.at).where(moment.c.name == name))
