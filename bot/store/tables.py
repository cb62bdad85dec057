"""The tables, made from the records of bot.core.model: a new field there is a new column here (and a migration)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import TypeEngine

from bot.core.model import RECORDS, Reminder, User
from bot.core.record import Record
from bot.store.fields import Field, Holds, fields_of
from bot.store.types import Instant, Plain, TextList, Wall

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)
_TYPES: dict[Holds, TypeEngine[Any]] = {
    Holds.TEXT: Plain(),
    Holds.NUMBER: BigInteger(),  # Telegram's ids do not fit 32 bits
    Holds.FLAG: Boolean(),
    Holds.INSTANT: Instant(),
    Holds.WALL: Wall(),
    Holds.DAY: Date(),
    Holds.LIST: TextList(),
    Holds.WORDS: LargeBinary(),
    Holds.TREE: LargeBinary(),
}


def _column(field: Field) -> Column[Any]:
    return Column(
        field.name, _TYPES[field.holds], primary_key=field.name == "id", autoincrement=False, nullable=field.optional
    )


def _record_table(kind: type[Record]) -> Table:
    owner: Column[int] = Column(
        "user_id", BigInteger, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    return Table(kind.__name__.lower(), metadata, owner, *map(_column, fields_of(kind)))


# ``holds``: the kinds of records that the user may have, so that the tables of the others need not be asked; "*": any.
users = Table("users", metadata, *map(_column, fields_of(User)), Column("holds", Plain, nullable=False))
records: dict[type[Record], Table] = {kind: _record_table(kind) for kind in RECORDS}
reminder = records[Reminder]

# A partial index is used only where the query repeats its condition word for word, so both take it from here.
REMINDER_OPEN = text("reminder.state IN ('planned', 'leased')")
reminder.append_constraint(UniqueConstraint(reminder.c.user_id, reminder.c.cause))
REMINDER_URGENT = text("(reminder.kind IN ('card', 'waiting') OR reminder.snoozed)")  # as bot.store.rules has it
REMINDER_LEASED = text("reminder.state = 'leased'")
_open = text("state IN ('planned', 'leased')")
_urgent = text("state IN ('planned', 'leased') AND (kind IN ('card', 'waiting') OR snoozed)")
_leased = text("state = 'leased'")
# In the order in which they are claimed: the first few of 100,000 that are due must cost no more than all of ten.
Index("ix_reminder_open", reminder.c.due, reminder.c.expires, sqlite_where=_open, postgresql_where=_open)
Index("ix_reminder_urgent", reminder.c.due, sqlite_where=_urgent, postgresql_where=_urgent)
Index("ix_reminder_leased", reminder.c.lease_until, sqlite_where=_leased, postgresql_where=_leased)

inbox = Table(
    "inbox",
    metadata,
    # Numbers are never used twice, also not after the last row was forgotten: a fence must not meet a stranger.
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("update_id", BigInteger, nullable=False, unique=True),
    Column("key", BigInteger, nullable=False),  # the user; 0 after erasing
    Column("body", LargeBinary, nullable=False),  # sealed; empty when done
    Column("received_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_try", Instant),
    Column("done_at", Instant),
    Column("answered_at", Instant),  # also set at once where there is nothing to answer
    Column("reply", LargeBinary),  # sealed; gone when answered
    Column("dead_reason", Plain),
    Column("worker", Integer),  # that has it, where there are several; kept when it is answered
    sqlite_autoincrement=True,
)
_waiting = text("answered_at IS NULL")
Index("ix_inbox_waiting", inbox.c.seq, sqlite_where=_waiting, postgresql_where=_waiting)
_parked = text("dead_reason IS NOT NULL")
Index("ix_inbox_parked", inbox.c.seq, sqlite_where=_parked, postgresql_where=_parked)

# One row for each key that some row of the database may be sealed with.
vault = Table(
    "vault",
    metadata,
    Column("key_id", Plain, primary_key=True),
    Column("proof", LargeBinary, nullable=False),
)

# A code that lets somebody in, as a keyed hash: who has the database has no way in.
code = Table(
    "code",
    metadata,
    Column("digest", Plain, primary_key=True),
    Column("kind", Plain, nullable=False),  # invite | owner
    Column("expires", Instant, nullable=False),
    Column("used_at", Instant),  # by whom is not kept
    Column("revoked_at", Instant),
)
# Instants that outlive a restart, such as when Telegram was reached last.
moment = Table(
    "moment",
    metadata,
    Column("name", Plain, primary_key=True),
    Column("at", Instant, nullable=False),
)
# Who was erased: a keyed hash without his id, so that restoring an older backup does not bring him back.
erasure = Table(
    "erasure",
    metadata,
    Column("id", Plain, primary_key=True),  # random: a backup holds those that it knows
    Column("key_id", Plain, nullable=False),  # of the key that the hash is made with
    Column("digest", Plain, nullable=False),
    Column("at", Instant, nullable=False),
)
# The key of those hashes, sealed: it outlives the encryption key, or a hash could not be recognized after a change.
erasure_key = Table(
    "erasure_key",
    metadata,
    Column("id", Plain, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)
