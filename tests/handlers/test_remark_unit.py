"""What is said about a list of questions is no question of its own: what it speaks of goes, else nothing changes."""

from __future__ import annotations

import pytest

from bot.core.model import Question
from bot.core.remarks import is_remark, meant, wants_off
from tests.handlers.driving import Chat
from tests.handlers.talks import job, talk, talking, where

LIST = [
    "Who would train me in the first weeks?",
    "Is there a place for my bike and a shower?",
    "How many residents does one carer have at night?",
]


@pytest.mark.parametrize(
    "text, places",
    [
        ("stop asking about the bike, I walk there", [2]),
        ("Take out number 3", [3]),
        ("remove 2 and 3", [2, 3]),
        ("the shower one makes no sense, drop it", [2]),
        ("no 1 isnt a question!!", [1]),
        ("get rid of the residents thing", [3]),
        ("I don't want to ask about bikes", [2]),
        ("take off the shower one, and no 3 is not a question", [2, 3]),
        ("the first one doesn't apply to me", [1]),
    ],
)
def test_a_complaint_names_the_question_that_it_speaks_of(text: str, places: list[int]) -> None:
    assert is_remark(text)
    assert wants_off(text)
    assert meant(text, LIST) == places


@pytest.mark.parametrize(
    "text",
    [
        "I live with my sister", "that's far too many", "this is stupid", "my last job had this too",
        "well I already know that", "you always ask the same",
    ],
)  # fmt: skip
def test_a_remark_names_none(text: str) -> None:
    assert is_remark(text)
    assert not wants_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "who writes the rota", "Is it true that the night desk closes?", "ask them about parking for bikes",
        "whether overtime is paid out", "I'd like to know who decides on leave", "parking for bikes near the gate",
        "ask if they take the break out of the pay",
        "How do I get off nights if I can't sleep?", "I want to ask what happened to the last one",
        "Do they remove people from the rota at short notice?",
    ],
)  # fmt: skip
def test_a_question_is_none(text: str) -> None:
    assert not is_remark(text)


def listed() -> Chat:
    home = job("Elm House")
    coming = talk(home, 48)
    rows = [
        Question(job_id=home.id, text=text, origin="own", state="planned", interview_id=coming.id, rank=rank)
        for rank, text in enumerate(LIST, 1)
    ]
    chat = talking(home, coming, *rows)
    chat.command("prepare")
    return chat


def on_list(chat: Chat) -> list[str]:
    rows = [q for q in chat.work.all(Question) if q.state == "planned"]
    return [q.text or q.topic for q in sorted(rows, key=lambda q: q.rank)]


def test_what_is_taken_off_leaves_the_settled_list_at_once() -> None:
    chat = listed()
    chat.say("stop asking about the bike, i walk")
    assert where(chat) == ("prepare", "list")
    assert LIST[1] not in on_list(chat)
    assert [q.state for q in chat.work.all(Question) if q.text == LIST[1]] == ["parked"]
    assert not [q for q in chat.work.all(Question) if "stop" in q.text]
    assert "Put away, off your list:\n• Is there a place for my bike" in chat.text


def test_a_remark_changes_nothing_and_a_question_goes_to_the_top() -> None:
    chat = listed()
    chat.say("i live with my sister you know")
    assert on_list(chat) == LIST
    assert "asks them nothing" in chat.text
    chat.say("who writes the rota")
    assert chat.text.index("Who writes the rota?") < chat.text.index(LIST[0])


def test_what_does_not_fit_is_taken_off_at_the_next_step_too() -> None:
    chat = listed()
    chat.tap("That's my list")
    chat.say("take off the shower one, and no 3 isnt a question")
    assert where(chat) == ("prepare", "list")
    assert LIST[1] not in chat.text.split("Put away")[-1].split("best first")[-1]
    assert LIST[2] not in on_list(chat)
