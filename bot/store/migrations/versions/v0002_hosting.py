"""Several processes, access, deletions: what hosting needs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _workers()
    _erasures()
    _access()
    _order_of_sending()


def _workers() -> None:
    """Which of several workers handles an update."""
    op.add_column("inbox", sa.Column("worker", sa.Integer(), nullable=True))


def _erasures() -> None:
    """Who was erased (a keyed hash), and the sealed key of those hashes."""
    op.create_table(
        "erasure",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_erasure"),
    )
    op.create_table(
        "erasure_key",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_erasure_key"),
    )


def _access() -> None:
    """Who is the owner, codes that let somebody in (keyed hashes), instants that outlive a restart."""
    with op.batch_alter_table("users") as users:
        users.add_column(sa.Column("role", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("users") as users:
        users.alter_column("role", server_default=None)
    op.create_table(
        "code",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.Column("revoked_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("digest", name="pk_code"),
    )
    op.create_table(
        "moment",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_moment"),
    )


def _order_of_sending() -> None:
    """Due reminders in the order in which they are claimed; which leases end when."""
    unsent = sa.text("state IN ('planned', 'leased')")
    urgent = sa.text("state IN ('planned', 'leased') AND (kind IN ('card', 'waiting') OR snoozed)")
    leased = sa.text("state = 'leased'")
    op.drop_index("ix_reminder_open", "reminder")
    for name, columns, where in (
        ("ix_reminder_open", ["due", "expires"], unsent),
        ("ix_reminder_urgent", ["due"], urgent),
        ("ix_reminder_leased", ["lease_until"], leased),
    ):
        op.create_index(name, "reminder", columns, sqlite_where=where, postgresql_where=where)
