"""A store as it looks after a while: many users, each with an interview and ten reminder rows, sealed as ever."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Table, bindparam, insert, literal, select

from bot.core import reminders
from bot.core.model import Interview, Job, Reminder, User
from bot.core.record import Record
from bot.store.crypto import Vault
from bot.store.keys import KeySource, read_keys
from bot.store.opening import open_store
from bot.store.rows import to_row
from bot.store.runner import make_runner
from bot.store.tables import records, users
from bot.store.urls import parse_url
from bot.store.work import row_of

ZONE = "Europe/Berlin"
EMPLOYER, ROLE, JOB, INTERVIEW = "Acme", "ops lead", "BENCHJ22", "BENCHV22"
ROWS = 10  # reminder rows of each user
BATCH = 5000


def day_of(now: datetime) -> date:
    """A weekday more than a week ahead: the day of everybody's interview."""
    day = now.date() + timedelta(days=10)
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def texts(now: datetime) -> list[str]:
    """What each user says over and over: a line that makes the card, yes, another length, yes."""
    day = day_of(now)
    told = [
        f"/interview {EMPLOYER}, {ROLE}, {day.day} {day:%B} {day.year}, {span}"
        for span in ("15:00-15:45", "15:00-16:15")
    ]
    return [told[0], "yes", told[1], "yes"]


@dataclasses.dataclass(frozen=True)
class Sample:
    """One user's records; everybody gets a copy of them."""

    user: User
    job: Job
    interview: Interview
    reminders: list[Reminder]


def sample(now: datetime, *, zone: str = ZONE, due: bool = False) -> Sample:
    """The records of a user with one interview ahead. ``due``: his evening message falls due at ``now``."""
    day = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1) if due else day_of(now)
    evening = f"{now.astimezone(ZoneInfo(zone)):%H:%M}" if due else "19:00"
    user = User(id=1, created_at=now, seen_at=now, zone=zone, evening=evening)
    job = Job(id=JOB, created_at=now, employer=EMPLOYER, role=ROLE)
    local = datetime.combine(day, time(15))
    interview = Interview(
        id=INTERVIEW, created_at=now, job_id=JOB, local=local, zone=zone, length=45,
        start=local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), uid="BENCHU22",
    )  # fmt: skip
    before = now - timedelta(minutes=2 if due else 0)
    plan = reminders.plan(user, [job], [interview], [], before, open_questions=lambda interview: 0)
    rows = reminders.diff(plan, [], before)
    past = now - timedelta(days=20)
    old = [
        Reminder(kind="card", cause=f"card:OLD{n}:0", due=past, expires=past, state="sent", sent_at=past, message_id=n)
        for n in range(ROWS - len(rows))
    ]
    return Sample(user, job, interview, [*rows, *old])


async def fill(file: Path, count: int, one: Sample) -> None:
    """Makes the database with so many copies of that user, ids from 1; its key file lies beside it."""
    source = KeySource(key_file(file))
    await (await open_store(url_of(file), source)).close()
    vault = Vault(read_keys(source) or [])
    runner = make_runner(parse_url(url_of(file)))
    try:
        for begin in range(1, count + 1, BATCH):
            await runner.run(_write, vault, one, range(begin, min(begin + BATCH, count + 1)))
    finally:
        await runner.close()


def url_of(file: Path) -> str:
    return f"sqlite:///{file}"


def key_file(file: Path) -> Path:
    return file.with_suffix(".key")


def _write(conn: Connection, vault: Vault, one: Sample, ids: range) -> None:
    columns = to_row(User, row_of(one.user), vault) | {"holds": "*"}
    conn.execute(insert(users), [columns | {"id": id} for id in ids])
    for record in (one.job, one.interview):
        _sealed(conn, vault, record, ids)
    for row in one.reminders:
        _copied(conn, row, ids)


def _sealed(conn: Connection, vault: Vault, record: Record, ids: Iterable[int]) -> None:
    row = row_of(record)
    conn.execute(
        insert(records[type(record)]), [to_row(type(record), row, vault) | {"user_id": user_id} for user_id in ids]
    )


def _copied(conn: Connection, reminder: Reminder, ids: range) -> None:
    """Reminder rows hold nothing secret, so SQL can copy them."""
    table: Table = records[Reminder]
    values: dict[str, Any] = row_of(reminder)
    given = [users.c.id, *(literal(value, table.c[name].type) for name, value in values.items())]
    chosen = select(*given).where(users.c.id.between(bindparam("low"), bindparam("high")))
    conn.execute(insert(table).from_select(["user_id", *values], chosen), {"low": ids[0], "high": ids[-1]})
