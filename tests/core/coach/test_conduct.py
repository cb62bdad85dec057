"""The pattern rule, word for word."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import content
from bot.core.conduct import (
    ALARMS,
    GOOD,
    KINDS,
    MANNERS,
    MISSES,
    WORDS,
    Pattern,
    alarms,
    guess,
    kept_word,
    nobody_came,
    pattern,
    told_of,
    twice,
    without_word,
)
from bot.core.model import Interview, Signal

ACTS_HEARD = content.load().acts
DAY = date(2026, 11, 2)


def act(kind: str, day: int = 0, word: str = "none", *, kept: bool = False, job: str = "A") -> Signal:
    return Signal(job_id=job, kind=kind, day=DAY + timedelta(days=day), word=word, kept=kept)


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("they asked me to pay for the uniform and send a copy of my passport", ("money", "papers")),
        ("I had to pay for the health check myself", ("money",)),
        ("they pay for the uniform and promised to pay for the training", ()),
    ],
)
def test_every_alarming_kind_is_heard(text: str, kinds: tuple[str, ...]) -> None:
    assert alarms(text, content.load().acts) == kinds


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


# -- a new date that is kept ------------------------------------------------------------------------------------


def talk(day: int, state: str = "planned", *, job: str = "A", hour: int = 15, id: str = "") -> Interview:
    local = datetime.combine(DAY + timedelta(days=day), time(hour))
    row = Interview(job_id=job, local=local, zone="UTC", start=local.replace(tzinfo=UTC), state=state)
    row.id = id or row.id
    return row


@pytest.mark.parametrize(
    "interviews, kept",
    [
        ([talk(7, "debriefed")], True),
        ([talk(7, "missed")], False),
        ([talk(7)], False),
        ([talk(7, "missed"), talk(14, "debriefed")], False),
        ([talk(7, "cancelled"), talk(14, "debriefed")], True),
        ([talk(7, "debriefed", job="B")], False),
        ([talk(-7, "debriefed")], False),
        ([talk(7, "debriefed", id="first")], True),  # the same talk, moved
        ([talk(0, "debriefed", id="first")], False),  # the very talk that the act is of
        ([talk(0, "debriefed", hour=17)], True),  # later on the same day
        ([talk(0, "debriefed", hour=9)], False),
        ([], False),
    ],
)
def test_a_new_date_is_kept_by_the_next_meeting_that_takes_place(interviews: list[Interview], kept: bool) -> None:
    miss = act("no-show", 0, "unasked")
    miss.interview_id, miss.created_at = "first", datetime.combine(DAY, time(15, 30), UTC)
    assert kept_word(miss, interviews) is kept
    for word in ("before", "asked", "none", ""):
        miss.word = word
        assert not kept_word(miss, interviews)


def test_the_pair_is_named_without_what_is_alarming() -> None:
    rows = [act("money"), act("late", 1), act("moved", 3), act("late", 100)]
    assert twice(rows, "A") == (rows[1], rows[2])
    assert twice(rows[:2], "A") == ()
    assert pattern(rows, "A") == Pattern("alarm", (rows[0],))


# -- what is heard in words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, kind",
    [
        ("she came 20 minutes late", "late"),
        ("they never called", "no-show"),
        ("he changed the subject when I asked about pay", "dodged"),
        ("sign by tonight or it is gone", "pressed"),
        ("they wanted a copy of my passport", "papers"),
        ("asked whether I want children", "unlawful"),
        ("they called to the minute", "on-time"),
        ("the plants were dusty", "note"),
        ("", "note"),
    ],
)
def test_guess(text: str, kind: str) -> None:
    assert guess(text, ACTS_HEARD) == kind


def test_that_nobody_came_is_believed_of_a_short_line_only() -> None:
    assert nobody_came("Nobody called", ACTS_HEARD)
    assert not nobody_came("it went well", ACTS_HEARD)
    tale = "Nobody was there at the desk at first, then Anna came and showed me all of it"
    assert guess(tale, ACTS_HEARD) == "no-show"
    assert not nobody_came(tale, ACTS_HEARD)


def test_what_a_story_tells_of_stands_with_its_sentence() -> None:
    story = "Went badly. He came ten minutes late, then it was fine. He had not read my letter."
    assert told_of(story, ACTS_HEARD, ("late", "unprepared")) == ("late", "He came ten minutes late, then it was fine")
    assert told_of(story, ACTS_HEARD, ("unprepared",)) == ("unprepared", "He had not read my letter")
    assert told_of("It went well.", ACTS_HEARD, ("late",)) == ("", "")
