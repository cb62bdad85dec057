"""What has to be written so that the rows say what the plan says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.core.model import Reminder
from bot.core.reminders.story import SOFT, Planned


def diff(planned: Iterable[Planned], reminders: Iterable[Reminder], now: datetime) -> list[Reminder]:
    """Rows to add or to replace (by id), copies; writing them twice changes nothing.

    What is sent, being sent, done or dropped at its time is left alone, and so is the time of a snoozed row. What is
    no longer wanted becomes "cancelled", and comes back when its cause is wanted again. A row that the user has ended
    himself must be "done", never "cancelled".
    """
    plans = list(planned)
    rows = {row.cause: row for row in reminders}
    wanted = {p.cause for p in plans}
    changed = [_row(p, rows.get(p.cause), now) for p in plans]
    gone = [_cancelled(row) for cause, row in rows.items() if cause not in wanted and _stands(row, now)]
    return [row for row in (*changed, *gone) if row is not None and row != rows.get(row.cause)]


def _stands(row: Reminder, now: datetime) -> bool:
    """Planned, or left out by planning with its time still ahead."""
    return row.state == "planned" or (_left_out(row) and row.due > now)


def _left_out(row: Reminder) -> bool:
    return row.state == "dropped" and row.reason in SOFT


def _cancelled(row: Reminder) -> Reminder:
    return replace(row, state="cancelled", reason="")


def _row(p: Planned, row: Reminder | None, now: datetime) -> Reminder | None:
    if row is None:
        row = Reminder(kind=p.kind, cause=p.cause, due=p.due, expires=p.expires, created_at=now)
    elif row.state not in ("planned", "cancelled") and not _left_out(row):
        return None
    stayed = row.state == "planned" == p.state
    return replace(
        row,
        due=p.due,
        expires=p.expires,
        interview_id=p.interview_id,
        job_id=p.job_id,
        silent=p.silent,
        state=p.state,
        reason=p.reason,
        snoozed=row.snoozed and stayed,
        attempts=row.attempts if stayed else 0,
    )
