"""Where an interview takes place by wire, which invitation it came by, and what the user's calendar was given."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.Column("their_sequence", sa.BigInteger(), nullable=False, server_default="0")
    stamp = sa.Column("their_stamp", sa.DateTime(timezone=True), nullable=True)
    _add("interview", number, stamp, _sealed("link"), _sealed("dial_in"))
    _add("users", sa.Column("look", sa.Text(), nullable=False, server_default="light"))  # of pictures
    op.create_table(
        "entry",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("interview_id", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_entry_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", "id", name="pk_entry"),
    )


def _sealed(name: str) -> sa.Column[bytes]:
    nothing = "x''" if op.get_bind().dialect.name == "sqlite" else "''"
    return sa.Column(name, sa.LargeBinary(), nullable=False, server_default=sa.text(nothing))


def _add(table: str, *columns: sa.Column[Any]) -> None:
    """New columns of a table that may have rows: they get the empty value, which is no default afterwards."""
    with op.batch_alter_table(table) as batch:
        for column in columns:
            batch.add_column(column)
    with op.batch_alter_table(table) as batch:
        for column in columns:
            if not column.nullable:
                batch.alter_column(column.name, server_default=None)
