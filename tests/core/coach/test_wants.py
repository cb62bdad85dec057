"""What a choice does to the wants, what two days tell, and how a want is said aloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import content
from bot.core import wants
from bot.core.fit import Graded
from bot.core.model import Priority
from content import Side

CONTENT = content.load()
TOPICS = list(CONTENT.priorities)
PAIRS = list(CONTENT.tradeoffs.values())
TIME, PAY = Side(label="Time", topic="TIME", words="time for me"), Side(label="Money", topic="PAY", way="more")


def test_what_was_taken_goes_ahead_of_what_was_given_up() -> None:
    rows = wants.weighed([Priority(topic="PAY", rank=1, level="must"), Priority(topic="TIME", rank=2)], [(TIME, PAY)])
    assert [(w.topic, w.rank, w.level, w.words) for w in rows] == [
        ("TIME", 1, "want", "time for me"),
        ("PAY", 2, "must", ""),
    ]


def test_what_was_not_wanted_comes_last_unless_something_was_given_up_for_it() -> None:
    assert [(w.topic, w.level) for w in wants.weighed([Priority(topic="BOSS", rank=1)], [(TIME, PAY)])] == [
        ("BOSS", "want"),
        ("TIME", "nice"),
    ]
    assert [(w.topic, w.level) for w in wants.weighed([Priority(topic="PAY", rank=1)], [(TIME, PAY)])] == [
        ("TIME", "want"),
        ("PAY", "want"),
    ]


KEPT = st.lists(st.sampled_from([*TOPICS, "OWN"]), unique=True, max_size=6)
CHOSEN = st.lists(st.tuples(st.sampled_from(PAIRS), st.booleans()), max_size=8, unique_by=lambda pair: pair[0].id)


@given(KEPT, CHOSEN)
def test_choices_lose_nothing_change_nothing_kept_and_may_be_repeated(
    kept: list[str], chosen: list[tuple[content.Tradeoff, bool]]
) -> None:
    before = [Priority(topic=topic, rank=n, because="b", not_if="n") for n, topic in enumerate(kept, 1)]
    untouched = [(w.topic, w.rank, w.level, w.direction, w.words) for w in before]
    sides = [(pair.first, pair.second) if first else (pair.second, pair.first) for pair, first in chosen]
    after = wants.weighed(before, sides)
    assert [(w.topic, w.rank, w.level, w.direction, w.words) for w in before] == untouched
    assert {w.id for w in before} <= {w.id for w in after}
    assert [w.rank for w in after] == list(range(1, len(after) + 1))
    places = {w.topic: w.rank for w in after}
    assert all(taken.topic in places for taken, _ in sides)
    again = wants.weighed(after, sides)
    assert [(w.topic, w.level, w.direction) for w in again] == [(w.topic, w.level, w.direction) for w in after]


def test_two_days_name_topics_in_both_first_then_by_turns() -> None:
    heard = wants.from_days(
        "my boss asked what I think, and I was paid a bonus",
        "the boss shouted; overtime again",
        CONTENT.priorities,
    )
    assert [(found.topic, found.words) for found in heard] == [
        ("BOSS", "the boss shouted"),
        ("PAY", "I was paid a bonus"),
        ("TIME", "overtime again"),
    ]
    assert wants.from_days("it rained", "", CONTENT.priorities) == []


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_days_are_taken(liked: str, hated: str) -> None:
    found = wants.from_days(liked, hated, CONTENT.priorities)
    assert len({one.topic for one in found}) == len(found) <= wants.FIRST


@pytest.mark.parametrize(
    "because, said",
    [
        ("I have two kids", "because I have two kids"),
        ("Because my rent went up.", "because my rent went up"),
        ("my kids", "because of my kids"),
        ("Rent", "because of rent"),
        ("because of SAP", "because of SAP"),
        ("of my son", "because of my son"),
        ("SAP work bores me", "because SAP work bores me"),
        ("so that I can sleep", "so that I can sleep"),
        ("I study. It is in the evenings.", "because I study"),
        ("", ""),
        ("  . ", ""),
        ("x" * 121, ""),
    ],
)
def test_a_reason_is_said_in_one_breath(because: str, said: str) -> None:
    assert wants.reason(because) == said


@given(st.text(max_size=400))
def test_any_reason_is_short_and_one_line(because: str) -> None:
    said = wants.reason(because)
    assert len(said) <= wants.MOST_REASON + len("because of ") + 4
    assert "\n" not in said


@pytest.mark.parametrize(
    "typed",
    ["not if I work every Sunday", "Not if I work every Sunday.", "I work every Sunday", "if I work every Sunday"],
)
def test_a_deal_breaker_is_kept_without_its_beginning(typed: str) -> None:
    assert wants.bare(typed) == "I work every Sunday"


def test_the_line_for_the_boss_is_the_first_want_with_a_reason_while_it_is_early() -> None:
    plain, explained = Priority(topic="PAY", rank=1), Priority(topic="TIME", rank=2, because="kids")
    assert wants.to_say([plain, explained], "1", {"M"}) is explained
    assert wants.to_say([plain], "", {"M", "R"}) is plain
    assert wants.to_say([explained], "f", {"M"}) is None
    assert wants.to_say([explained], "1", {"R"}) is None
    assert wants.to_say([], "1", {"M"}) is None


def test_a_missing_reason_is_recalled_for_what_matters_and_only_once() -> None:
    told, nice, must = (
        Priority(topic="PAY", rank=1, because="x"),
        Priority(topic="BEN", rank=4),
        Priority(topic="TIME", rank=5),
    )
    assert wants.without_reason([told, nice, must]) is None
    must.level = "must"
    assert wants.without_reason([nice, must, told]) is must
    must.recalled = True
    assert wants.without_reason([nice, must, told]) is None


def test_musts_that_are_not_met_stand_before_a_yes() -> None:
    rows = [
        Graded(Priority(topic="PAY", level=level), grade, False, (), 0)
        for level in wants.LEVELS
        for grade in ("met", "unknown")
    ]
    assert wants.not_met(rows) == [rows[1]]


@pytest.mark.parametrize(
    "text, wish",
    [
        ("I could also ask my boss for fewer weekends", "fewer weekends"),
        ("should I ask for a raise first?", "a raise first"),
        ("fewer nights.", "fewer nights"),
        ("I'd love to work in the other team", "I'd love to work in the other team"),
    ],
)
def test_what_would_be_asked_for(text: str, wish: str) -> None:
    assert wants.wish(text) == wish
