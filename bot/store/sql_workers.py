"""Several workers on one PostgreSQL database: their locks, and which of them handles whose updates.

A worker takes all waiting rows of a user (a key) at once, beginning with the oldest, so only one of them works on a
user at a time. It may take them only where it can lock the oldest row that is not answered; while that row waits, the
worker whose number it bears has all that follow.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, text

from bot.store import sql_inbox
from bot.store.base import InboxRow, Incoming
from bot.store.crypto import Vault
from bot.store.tables import inbox

# Schemas of one database may serve several bots, so every lock's number comes from the schema's name.
DOOR = "hashtextextended('two-way street: ' || current_schema(), 0)"
# After a power cut of this machine the server would keep a lock for two hours; so it notices within a minute.
KEEP_ALIVE = (
    "SELECT set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', false),"
    " set_config('tcp_keepalives_count', '3', false)"
)
# Before PostgreSQL 14 there is no such setting: there only the keepalives find a silent worker.
_SILENCE = "SELECT set_config(name, $1, false) FROM pg_settings WHERE name = 'idle_session_timeout'"
_HOUSE = f"""
    SELECT {DOOR}, hashtextextended('two-way street: leader of ' || current_schema(), 0),
           hashtext('two-way street: workers of ' || current_schema()),
           hashtext('two-way street: bots of ' || current_schema()),
           'two_way_street_' || md5(current_schema())
"""
ENTER_ALONE = "SELECT pg_try_advisory_lock($1)"
ENTER = "SELECT pg_try_advisory_lock_shared($1)"
ADMIT = "SELECT pg_advisory_lock_shared($1), pg_advisory_unlock($1)"
LEAD = "SELECT pg_try_advisory_lock($1)"
LIVE = "SELECT pg_try_advisory_lock($1, $2)"
_HELD = """
    SELECT objid::bigint AS number FROM pg_locks
    WHERE locktype = 'advisory' AND objsubid = 2 AND granted AND classid::bigint = $1::int::bigint & 4294967295
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
OUR_BOT = "SELECT pg_advisory_lock_shared($1, $2)"
OTHER_BOTS = f"SELECT EXISTS ({_HELD} AND objid::bigint <> $2::int)"
# Frees the rows of dead workers; gives (workers that live, rows freed). A row counts as it was when we began: what a
# worker that came a moment ago has taken since then is not freed.
LOOK_ROUND = f"""
    WITH live AS MATERIALIZED ({_HELD}),
         taken AS MATERIALIZED (SELECT seq, worker FROM inbox WHERE answered_at IS NULL AND worker IS NOT NULL),
         lost AS (
             SELECT i.seq FROM inbox i JOIN taken t ON t.seq = i.seq AND t.worker = i.worker
             WHERE i.answered_at IS NULL AND t.worker NOT IN (SELECT number FROM live) FOR UPDATE OF i SKIP LOCKED),
         freed AS (UPDATE inbox SET worker = NULL WHERE seq IN (SELECT seq FROM lost) RETURNING seq)
    SELECT (SELECT count(*) FROM live), (SELECT count(*) FROM freed)
"""  # noqa: S608
# Takes users whom nobody serves, and what came since for those whom this worker has. Both hold a lock on a row that is
# not answered (looked at again once it is locked), so nobody else can take rows of that user in the same moment.
_TAKE = text("""
    WITH free AS MATERIALIZED (
             SELECT i.key FROM inbox i
             WHERE i.answered_at IS NULL AND i.worker IS NULL AND NOT EXISTS (
                 SELECT 1 FROM inbox p WHERE p.key = i.key AND p.answered_at IS NULL AND p.seq < i.seq)
             ORDER BY i.seq LIMIT :users FOR UPDATE SKIP LOCKED),
         own AS MATERIALIZED (
             SELECT i.key FROM inbox i
             WHERE i.answered_at IS NULL AND i.worker = :worker AND EXISTS (
                 SELECT 1 FROM inbox n WHERE n.key = i.key AND n.answered_at IS NULL AND n.worker IS NULL)
             FOR UPDATE SKIP LOCKED)
    UPDATE inbox SET worker = :worker
    WHERE answered_at IS NULL AND worker IS NULL AND key IN (SELECT key FROM free UNION ALL SELECT key FROM own)
""")
WAKE = "SELECT pg_notify($1, '')"
_WAKE_OTHERS = text("SELECT pg_notify('two_way_street_' || md5(current_schema()), :by)")


@dataclass(frozen=True, slots=True)
class House:
    """The numbers of the locks of one schema, and the channel by which its workers tell each other of updates.

    ``door`` is shared by all workers, or held alone; ``leader`` is held by one of them; ``workers`` and ``bots`` are
    classes of locks, numbered by worker and by bot.
    """

    door: int
    leader: int
    workers: int
    bots: int
    channel: str


async def settle_in(server: Any) -> House:
    """Sets a connection up that will hold locks."""
    await server.execute(KEEP_ALIVE)
    return House(*await server.fetchrow(_HOUSE))


async def limit_silence(server: Any, seconds: int) -> None:
    """From now on the server closes the connection after so many seconds of silence."""
    await server.execute(_SILENCE, f"{seconds}s")


def accept(conn: Connection, vault: Vault, updates: Sequence[Incoming], now: datetime, worker: int) -> int:
    """As sql_inbox.accept; the other workers hear of it with the commit."""
    count = sql_inbox.accept(conn, vault, updates, now)
    if count:
        conn.execute(_WAKE_OTHERS, {"by": str(worker)})
    return count


def waiting(conn: Connection, vault: Vault, limit: int, known: Set[int], users: int, worker: int) -> list[InboxRow]:
    """Takes up to so many further users; gives the rows of all that this worker has."""
    conn.execute(_TAKE, {"users": users, "worker": worker})
    return sql_inbox.waiting(conn, vault, limit, known, inbox.c.worker == worker)
