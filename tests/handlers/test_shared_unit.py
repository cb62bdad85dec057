"""Which interview a shared contact or place belongs to, answered in words: known by the same signs as everywhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.model import Interview, Job, Person
from handlers import shared
from tests.handlers.driving import Chat

SEA, SYDNEY = (0.0, -150.0), (-33.87, 151.21)
EMPLOYERS = {
    "A": ("Acorn House", "nurse", "Anna"),
    "B": ("Harbour Clinic", "receptionist", "Ben"),
    "S": ("Sunrise Home", "cook", "Mia"),
}


def chat_with(*ids: str) -> Chat:
    """A talk with each: Thursday 10:00, Friday 11:00, Saturday 12:00."""
    rows: list[Job | Interview | Person] = []
    for number, id in enumerate(ids):
        local = datetime(2026, 11, 26 + number, 10 + number)
        start = (local - timedelta(hours=1)).replace(tzinfo=UTC)
        employer, role, name = EMPLOYERS[id]
        rows += [Job(id=id, employer=employer, role=role), Person(id=f"P{id}", job_id=id, name=name)]
        rows.append(
            Interview(id=f"T{id}", job_id=id, local=local, zone="Europe/Berlin", start=start, people=(f"P{id}",))
        )
    return Chat([shared.CONVERSATION], None, *rows)


def at(chat: Chat) -> list[str]:
    return [talk.id for talk in chat.work.all(Interview) if talk.place]


@pytest.mark.parametrize(
    "said, talk",
    [
        ("at acorn house", "TA"),
        ("acorn", "TA"),
        ("the clinic", "TB"),
        ("harbor", "TB"),
        ("the Thursday one", "TA"),
        ("the 11:00 one", "TB"),
        ("with Ben", "TB"),
        ("the next one", "TA"),
        ("the nurse job", "TA"),
    ],
)
def test_of_several_the_one_that_is_told_of_is_meant(said: str, talk: str) -> None:
    chat = chat_with("A", "B")
    chat.share(*SEA)
    chat.say(said)
    assert at(chat) == [talk]


@pytest.mark.parametrize("said", ["what?", "yes", "the one I talk to", "Blue Yard", "on Sunday"])
def test_where_it_names_none_of_several_it_is_asked_again(said: str) -> None:
    chat = chat_with("A", "B")
    chat.share(*SEA)
    chat.say(said)
    assert at(chat) == []
    assert "fits more than one, or none" in chat.text


@pytest.mark.parametrize("said, there", [("yes", ["TB"]), ("the clinic", ["TB"]), ("what?", []), ("Blue Yard", [])])
def test_the_only_one_is_meant_by_a_yes_or_by_what_it_is(said: str, there: list[str]) -> None:
    chat = chat_with("B")
    chat.share(*SEA)
    chat.say(said)
    assert at(chat) == there


@pytest.mark.parametrize("said, zone", [("home", True), ("that is me, at home", True), ("Sunrise Home", False)])
def test_a_home_is_the_users_unless_the_employer_is_named(said: str, zone: bool) -> None:
    chat = chat_with("S")
    chat.share(*SYDNEY)
    chat.say(said)
    assert (chat.user.zone == "Australia/Sydney") is zone
    assert (at(chat) == []) is zone


def test_a_contact_is_met_where_it_is_told() -> None:
    chat = chat_with("A", "B")
    chat.share_contact("Kim", "Bauer")
    chat.say("the Friday one")
    [person] = [row for row in chat.work.all(Person) if row.name.startswith("Kim")]
    assert [talk.id for talk in chat.work.all(Interview) if person.id in talk.people] == ["TB"]
