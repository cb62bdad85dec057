"""The first schema."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _users()
    _wishes()
    _meetings()
    _talk()
    _work()
    _inbox()
    _vault()


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _day(name: str, *, nullable: bool = False) -> sa.Column[date]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _sealed(name: str, *, nullable: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=nullable)


def _owned(name: str, *parts: sa.schema.SchemaItem) -> None:
    """A table of records that belong to a user."""
    op.create_table(
        name,
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        _text("id"),
        _instant("created_at"),
        *parts,
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=f"fk_{name}_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", "id", name=f"pk_{name}"),
    )


def _users() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        _instant("created_at"),
        _instant("seen_at"),
        _number("version"),
        _number("screen"),
        _text("zone"),
        _flag("blocked"),
        _flag("coaching"),
        _text("tone"),
        _flag("reminders"),
        _text("evening"),
        _number("card_minutes"),
        _number("debrief_minutes"),
        _text("quiet_from"),
        _text("quiet_to"),
        _text("weekend"),
        _text("fewer"),
        _text("kept"),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
    )


def _wishes() -> None:
    _owned(
        "priority",
        _text("topic"),
        _sealed("words"),
        _number("rank"),
        _sealed("because"),
        _text("direction"),
        _text("level"),
        _sealed("not_if"),
    )


def _meetings() -> None:
    _owned(
        "job",
        _sealed("employer"),
        _sealed("role"),
        _text("stage"),
        _instant("closed_at", nullable=True),
    )
    _owned(
        "interview",
        _text("job_id"),
        _text("local"),
        _text("zone"),
        _instant("start"),
        _number("length", nullable=True),
        _text("round"),
        _sealed("place"),
        _text("people"),
        _text("state"),
        _number("sequence"),
        _text("uid"),
        _sealed("learn"),
        _sealed("note"),
        _day("word_by", nullable=True),
        _flag("thanked"),
        _flag("heard"),
    )
    _owned(
        "person",
        _text("job_id"),
        _sealed("name"),
        _sealed("title"),
        _text("audience"),
    )


def _talk() -> None:
    _owned(
        "question",
        _text("job_id"),
        _text("topic"),
        _text("bank"),
        _sealed("text"),
        _text("origin"),
        _text("audience"),
        _flag("starred"),
        _text("state"),
        _text("interview_id"),
        _number("rank"),
    )
    _owned(
        "answer",
        _text("question_id"),
        _text("interview_id"),
        _text("person_id"),
        _sealed("note"),
        _text("verdict"),
    )
    _owned(
        "signal",
        _text("job_id"),
        _text("interview_id"),
        _text("kind"),
        _sealed("note"),
        _day("day", nullable=True),
    )


def _work() -> None:
    _owned(
        "reminder",
        _text("kind"),
        _text("cause"),
        _instant("due"),
        _instant("expires"),
        _text("interview_id"),
        _text("job_id"),
        _text("state"),
        _text("reason"),
        _flag("silent"),
        _flag("snoozed"),
        _number("attempts"),
        _text("lease"),
        _instant("lease_until", nullable=True),
        _instant("sent_at", nullable=True),
        _number("message_id", nullable=True),
        sa.UniqueConstraint("user_id", "cause", name="uq_reminder_user_id_cause"),
    )
    unsent = sa.text("state IN ('planned', 'leased')")
    op.create_index("ix_reminder_open", "reminder", ["due"], sqlite_where=unsent, postgresql_where=unsent)
    _owned(
        "dialog",
        _text("flow"),
        _text("step"),
        _number("screen"),
        _sealed("data"),
        _text("trail"),
        _flag("active"),
        _instant("updated_at"),
    )


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        _number("update_id"),
        _number("key"),
        _sealed("body"),
        _instant("received_at"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _instant("next_try", nullable=True),
        _instant("done_at", nullable=True),
        _instant("answered_at", nullable=True),
        _sealed("reply", nullable=True),
        _text("dead_reason", nullable=True),
        sa.PrimaryKeyConstraint("seq", name="pk_inbox"),
        sa.UniqueConstraint("update_id", name="uq_inbox_update_id"),
        sqlite_autoincrement=True,
    )
    waiting, parked = sa.text("answered_at IS NULL"), sa.text("dead_reason IS NOT NULL")
    op.create_index("ix_inbox_waiting", "inbox", ["seq"], sqlite_where=waiting, postgresql_where=waiting)
    op.create_index("ix_inbox_parked", "inbox", ["seq"], sqlite_where=parked, postgresql_where=parked)


def _vault() -> None:
    op.create_table("vault", _text("key_id"), _sealed("proof"), sa.PrimaryKeyConstraint("key_id", name="pk_vault"))
