"""Columns and tables as migrations add them: in rows that are there already each new column holds its empty value."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op


def text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="")


def listed(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="[]")


def number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False, server_default="0")


def flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def day(name: str) -> sa.Column[date]:
    return sa.Column(name, sa.Date(), nullable=True)


def instant(name: str) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=True)


def sealed(name: str) -> sa.Column[bytes]:
    nothing = "x''" if op.get_bind().dialect.name == "sqlite" else "''"
    return sa.Column(name, sa.LargeBinary(), nullable=False, server_default=sa.text(nothing))


def add(table: str, *columns: sa.Column[Any]) -> None:
    """New columns of a table that may have rows: they get the empty value, which is no default afterwards."""
    with op.batch_alter_table(table) as batch:
        for column in columns:
            batch.add_column(column)
    with op.batch_alter_table(table) as batch:
        for column in columns:
            if not column.nullable:
                batch.alter_column(column.name, server_default=None)


def owned(name: str, *parts: sa.Column[Any]) -> None:
    """A table of records that belong to a user."""
    for part in parts:
        part.server_default = None
    op.create_table(
        name,
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        *parts,
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=f"fk_{name}_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", "id", name=f"pk_{name}"),
    )
