"""Where an interview takes place by wire, which invitation it came by, and what the user's calendar was given."""

from __future__ import annotations

import sqlalchemy as sa

from bot.store.migrations.adding import add, instant, number, owned, sealed, text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add("interview", number("their_sequence"), instant("their_stamp"), sealed("link"), sealed("dial_in"))
    add("users", sa.Column("look", sa.Text(), nullable=False, server_default="light"))  # of pictures
    owned("entry", text("interview_id"), number("sequence"), sealed("content"), text("state"))
