"""A yes or a no to a job that stands in a few words; whether the words name a job is seen elsewhere."""

from __future__ import annotations

import pytest

from bot.core.route.hints import said_no_to, said_yes_to

YES = [
    ("im taking the halden job", "the halden job"),
    ("just say yes to halden for me", "halden"),
    ("ok I'm going with Acorn House then", "acorn house"),
    ("i choose lidl", "lidl"),
    ("accept acorn pls", "acorn"),
    ("can you tell Lidl yes", "lidl"),
    ("please write Acorn that I accept", "acorn"),
    ("I thought about it, its the clinic", "the clinic"),
    ("Acorn it is", "acorn"),
    ("should I take the Acorn job?", "the acorn job"),
    ("lets go for lidl!", "lidl"),
    ("my choice is the hospital", "the hospital"),
    ("gonna sign with Acorn House today", "acorn house"),
]
NO = [
    ("im not taking the halden job", "the halden job"),
    ("I won't accept Lidl", "lidl"),
    ("no to the clinic", "the clinic"),
    ("i am not going with acorn", "acorn"),
    ("ok i dont want to sign with lidl", "lidl"),
]
NEITHER = [
    "",
    "they took somebody else",
    "did they accept it",
    "she asked me to pick a day",
    "I have never said yes to them",
    "he goes with the flow",
    "We talked for an hour and she said they accept people without papers, and I am going with the bus every day.",
]


@pytest.mark.parametrize("text, whom", YES)
def test_a_yes(text: str, whom: str) -> None:
    assert said_yes_to(text) == whom
    assert not said_no_to(text)


@pytest.mark.parametrize("text, whom", NO)
def test_a_no_is_no_yes(text: str, whom: str) -> None:
    assert said_no_to(text) == whom
    assert not said_yes_to(text)


@pytest.mark.parametrize("text", NEITHER)
def test_neither(text: str) -> None:
    assert not said_yes_to(text)
    assert not said_no_to(text)
