"""Why something matters: of which want it is told, and what of it can be said to an employer."""

from __future__ import annotations

import pytest

import content
from bot.core.model import Priority
from bot.core.wants_said import aloud, other_named

TOPICS = content.load().priorities
HOURS, BOSS, PAY, OWN = (
    Priority(topic="TIME", rank=1),
    Priority(topic="BOSS", rank=2),
    Priority(topic="PAY", rank=3),
    Priority(topic="OWN", rank=4, words="a garden for the breaks"),
)
ROWS = [HOURS, BOSS, PAY, OWN]


@pytest.mark.parametrize(
    "said, want, why",
    [
        ("the boss one - he shouted all day", BOSS, "he shouted all day"),
        ("Boss: nobody had an ear for us", BOSS, "nobody had an ear for us"),
        ("it's the boss one, because ours was never there", BOSS, "ours was never there"),
        ("the second one, I had four in two years", BOSS, "I had four in two years"),
        ("um the pay thing: my rent went up", PAY, "my rent went up"),
        ("for the garden - I smoke", OWN, "I smoke"),
        ("no, number 3 one: I save for a car", PAY, "I save for a car"),
        ("my manager because she knew nothing", BOSS, "she knew nothing"),
    ],
)
def test_a_reason_goes_to_the_want_that_it_names(said: str, want: Priority, why: str) -> None:
    assert other_named(said, HOURS, ROWS, TOPICS) == (want, why)


@pytest.mark.parametrize(
    "said",
    [
        "I pick up my son at four", "my kids, and my mother", "I was ill for a year", "evenings, I study then",
        "because the last bus leaves at ten", "I have no car, so late shifts do not work", "to sleep",
    ],
)  # fmt: skip
def test_else_it_stays_with_the_one_asked_about(said: str) -> None:
    assert other_named(said, HOURS, ROWS, TOPICS) == (HOURS, said)


@pytest.mark.parametrize(
    "because, said",
    [
        ("i dont drive at night", "I don't drive at night"),
        ("my rent went up", "my rent went up"),
        ("I had a head who read every lesson plan", "I had a head who read every lesson plan"),
        ("my kids", "my kids"),
        ("I burned out in May", ""),
        ("my last one never listened and i burnt out", ""),
        ("the hours one - i was ill", ""),
        ("lol idk", ""),
        ("he yelled at us", ""),
        ("who does not want that??", ""),
    ],
)
def test_what_is_private_or_loosely_typed_is_not_said_to_an_employer(because: str, said: str) -> None:
    assert aloud(because) == said
