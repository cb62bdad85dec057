"""Skills, gaps, beliefs, promises, offers, fits, decisions: what the coach keeps."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _more()
    _heard()
    _able()
    _ends()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="")


def _list(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="[]")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False, server_default="0")


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def _day(name: str) -> sa.Column[date]:
    return sa.Column(name, sa.Date(), nullable=True)


def _instant(name: str) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=True)


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


def _owned(name: str, *parts: sa.Column[Any]) -> None:
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


def _more() -> None:
    """What the records of the first schema learn."""
    anything = sa.Column("holds", sa.Text(), nullable=False, server_default="*")
    _add("users", _list("lessons"), _list("weighed"), _sealed("missed_line"), _flag("check_ins"), anything)
    _add("priority", _flag("recalled"))
    _add(
        "job",
        _flag("present"),
        _day("starts"),
        _number("need"),
        _sealed("wait"),
        _sealed("floor"),
        _sealed("overlook"),
        _sealed("weak"),
        _day("review_on"),
        _sealed("needs"),
    )
    _add("interview", _text("medium"), _instant("waiting"), _sealed("asked_me"))
    _add("question", _text("about"), _text("facet"), _sealed("reason"))
    _add("answer", _text("kind"), _text("sits"), _sealed("mine"), _sealed("other"), _flag("balked"))
    _add("signal", _text("word"), _flag("kept"), _sealed("conclusion"), _sealed("instead"))


def _heard() -> None:
    _owned("note", _text("job_id"), _text("interview_id"), _text("question_id"), _sealed("words"), _sealed("file_id"))
    _owned("belief", _text("job_id"), _sealed("words"), _sealed("source"), _text("state"))
    _owned(
        "promise",
        _text("job_id"),
        _sealed("words"),
        _text("sort"),
        _text("topic"),
        _text("person_id"),
        _text("interview_id"),
        _day("day"),
        _text("letter"),
        _text("held"),
    )
    _owned("offer", _text("job_id"), _sealed("read"), _day("answer_by"), _text("state"), _sealed("text"))


def _able() -> None:
    _owned(
        "skill",
        _sealed("words"),
        _text("sort"),
        _sealed("proof"),
        _flag("want_use"),
        _flag("want_grow"),
        _flag("idle"),
    )
    _owned("skillfit", _text("job_id"), _text("skill_id"), _text("used"), _text("grown"))
    _owned("gap", _text("job_id"), _sealed("words"), _flag("asked"))


def _ends() -> None:
    _owned("fit", _text("job_id"), _text("priority_id"), _text("grade"), _text("shape"))
    _owned("decision", _text("job_id"), _text("kind"), _sealed("reasons"), _list("waived"), _sealed("overlooked"))
    _owned("wish", _text("priority_id"), _sealed("outline"), _day("talk_on"), _sealed("reply"), _text("state"))
    _owned("undo", _sealed("data"))
