"""What a user's talks begin with: all handlers, an employer, an interview, and where the talk stands."""

from __future__ import annotations

from datetime import timedelta

from bot.core.model import Interview, Job, Person, User
from bot.core.record import Record
from handlers import registrations
from tests.handlers.driving import NOW, Chat


def talking(*records: Record, user: User | None = None) -> Chat:
    """A user in Berlin who has these records, in front of all handlers."""
    return Chat(registrations("", ""), user or User(id=7, zone="Europe/Berlin", created_at=NOW), *records)


def job(name: str, role: str = "") -> Job:
    return Job(employer=name, role=role, created_at=NOW)


def talk(of: Job, hours: int, *people: Person) -> Interview:
    """An interview so many hours from now; negative: it has begun."""
    start = NOW + timedelta(hours=hours)
    local = start.replace(tzinfo=None) + timedelta(hours=1)
    ids = tuple(person.id for person in people)
    return Interview(job_id=of.id, local=local, zone="Europe/Berlin", start=start, people=ids, created_at=NOW)


def where(chat: Chat) -> tuple[str, str]:
    """The conversation that is open, and its step."""
    dialog = chat.turn.dialog
    return (dialog.flow, dialog.step) if dialog else ("", "")


def flow(chat: Chat) -> str:
    """The conversation that is open."""
    return where(chat)[0]
