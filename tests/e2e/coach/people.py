"""One program for a whole module of talks, a fresh user for each, and what they know beforehand."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.core.model import Interview, Job, Person
from bot.core.record import Record
from tests.chat import TUESDAY, Chat, buttons_of

LONG = "The Old Harbour Street Community Hospital and Nursing Home 1"  # 60 characters


async def newcomer(chat: Chat, *records: Record, **user: Any) -> Chat:
    """A user of his own, who has said hello; ``records`` and fields of the user are stored beforehand."""
    chat.user = (await chat.post("users", with_user=False, first_name="Ida"))["id"]
    await chat.say("/start")
    await knows(chat, *records, **{"zone": "Europe/Berlin", **user})
    return chat


async def knows(chat: Chat, *records: Record, **user: Any) -> None:
    """Stores records as if they had been told before."""
    work = await chat.work()
    for name, value in user.items():
        setattr(work.user, name, value)
    for record in records:
        record.created_at = max(record.created_at, TUESDAY - timedelta(days=3))
        work.add(record)
    await chat.program.store.commit(work)


def job(employer: str = "Acorn House", role: str = "night nurse", **more: Any) -> Job:
    return Job(employer=employer, role=role, **more)


def meeting(job: Job, *people: Person, days: float = 2, round: str = "1", **more: Any) -> Interview:
    """An interview ``days`` from now (negative: over) in Berlin."""
    start = TUESDAY + timedelta(days=days)
    local = (start + timedelta(hours=1)).replace(tzinfo=None)
    ids = tuple(person.id for person in people)
    return Interview(
        job_id=job.id, local=local, zone="Europe/Berlin", start=start, length=45, round=round, people=ids, **more
    )


def fits(chat: Chat, most: int = 350) -> None:
    """What came last is a turn: short, one question, at most three answers and one row to move about."""
    assert len(chat.text) <= most, (len(chat.text), chat.text)
    assert chat.text.count("?") <= 1, chat.text


def has(chat: Chat, label: str) -> bool:
    return any(label in button["text"] for button in buttons_of(chat.new[-1]))
