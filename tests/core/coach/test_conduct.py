"""The pattern rule, word for word."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.conduct import ALARMS, GOOD, KINDS, MANNERS, MISSES, WORDS, pattern, without_word
from bot.core.model import Signal

DAY = date(2026, 11, 2)


def act(kind: str, day: int = 0, word: str = "none", *, kept: bool = False, job: str = "A") -> Signal:
    return Signal(job_id=job, kind=kind, day=DAY + timedelta(days=day), word=word, kept=kept)


def test_the_call_that_was_forgotten_twice() -> None:
    """Explained only when the candidate asked, then forgotten again without a word."""
    first = act("no-show", 0, "asked")
    assert pattern([first], "A") is None
    second = act("no-show", 9, "none")
    found = pattern([second, first], "A")
    assert found is not None
    assert (found.reason, found.acts) == ("twice", (first, second))


@pytest.mark.parametrize(
    "word, kept, counts",
    [
        ("before", False, False),
        ("unasked", True, False),
        ("unasked", False, True),
        ("asked", True, True),
        ("none", False, True),
    ],
)
def test_what_is_without_word(word: str, kept: bool, counts: bool) -> None:
    assert without_word(act("late", 0, word, kept=kept)) is counts


def test_where_nobody_was_asked_a_no_show_had_no_word_and_lateness_stays_open() -> None:
    assert without_word(act("no-show", 0, ""))
    assert not without_word(act("late", 0, ""))


@pytest.mark.parametrize("kind", ALARMS)
def test_once_is_enough(kind: str) -> None:
    found = pattern([act(kind)], "A")
    assert found is not None
    assert found.reason == "alarm"


def test_sixty_days_count_and_sixty_one_do_not() -> None:
    assert pattern([act("late"), act("moved", 60)], "A") is not None
    assert pattern([act("late"), act("moved", 61)], "A") is None


ACTS = st.builds(
    act,
    st.sampled_from(KINDS),
    st.integers(0, 150),
    st.sampled_from((*WORDS, "")),
    kept=st.booleans(),
    job=st.sampled_from("AB"),
)


@given(st.lists(ACTS, max_size=8))
def test_the_rule_as_a_whole(acts: list[Signal]) -> None:
    mine = [a for a in acts if a.job_id == "A"]
    misses = [a for a in mine if without_word(a)]
    near = any(
        a is not b and a.day is not None and b.day is not None and abs(a.day - b.day) <= timedelta(days=60)
        for a in misses
        for b in misses
    )
    alarm = any(a.kind in ALARMS for a in mine)
    found = pattern(acts, "A")
    assert (found is not None) == (near or alarm)
    if found is not None:
        assert found.reason == ("alarm" if alarm else "twice")
        assert all(a in mine for a in found.acts)
        assert not any(a.kind in (*MANNERS, *GOOD) for a in found.acts)


@given(st.lists(ACTS, max_size=6), ACTS)
def test_a_good_or_a_rude_act_never_makes_or_undoes_a_pattern(acts: list[Signal], more: Signal) -> None:
    more.kind = "prepared" if more.kind in GOOD else "rude"
    before, after = pattern(acts, "A"), pattern([*acts, more], "A")
    assert (before is None) == (after is None)


@given(st.lists(ACTS, max_size=6))
def test_one_miss_is_never_judged(acts: list[Signal]) -> None:
    misses = [a for a in acts if a.kind in MISSES and a.job_id == "A"][:1]
    assert pattern(misses, "A") is None
