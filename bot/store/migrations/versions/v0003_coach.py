"""Skills, gaps, beliefs, promises, offers, fits, decisions: what the coach keeps."""

from __future__ import annotations

import sqlalchemy as sa

from bot.store.migrations.adding import add, day, flag, instant, listed, number, owned, sealed, text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _more()
    _heard()
    _able()
    _ends()


def _more() -> None:
    """What the records of the first schema learn."""
    anything = sa.Column("holds", sa.Text(), nullable=False, server_default="*")
    add("users", listed("lessons"), listed("weighed"), sealed("missed_line"), flag("check_ins"), anything)
    add("priority", flag("recalled"))
    add(
        "job",
        flag("present"),
        day("starts"),
        number("need"),
        sealed("wait"),
        sealed("floor"),
        sealed("overlook"),
        sealed("weak"),
        day("review_on"),
        sealed("needs"),
    )
    add("interview", text("medium"), instant("waiting"), sealed("asked_me"))
    add("question", text("about"), text("facet"), sealed("reason"))
    add("answer", text("kind"), text("sits"), sealed("mine"), sealed("other"), flag("balked"))
    add("signal", text("word"), flag("kept"), sealed("conclusion"), sealed("instead"))


def _heard() -> None:
    owned("note", text("job_id"), text("interview_id"), text("question_id"), sealed("words"), sealed("file_id"))
    owned("belief", text("job_id"), sealed("words"), sealed("source"), text("state"))
    owned(
        "promise",
        text("job_id"),
        sealed("words"),
        text("sort"),
        text("topic"),
        text("person_id"),
        text("interview_id"),
        day("day"),
        text("letter"),
        text("held"),
    )
    owned("offer", text("job_id"), sealed("read"), day("answer_by"), text("state"), sealed("text"))


def _able() -> None:
    owned(
        "skill",
        sealed("words"),
        text("sort"),
        sealed("proof"),
        flag("want_use"),
        flag("want_grow"),
        flag("idle"),
    )
    owned("skillfit", text("job_id"), text("skill_id"), text("used"), text("grown"))
    owned("gap", text("job_id"), sealed("words"), flag("asked"))


def _ends() -> None:
    owned("fit", text("job_id"), text("priority_id"), text("grade"), text("shape"))
    owned("decision", text("job_id"), text("kind"), sealed("reasons"), listed("waived"), sealed("overlooked"))
    owned("wish", text("priority_id"), sealed("outline"), day("talk_on"), sealed("reply"), text("state"))
    owned("undo", sealed("data"))
