"""Questions for what a message names: its topic, its person, the trade in it."""

from __future__ import annotations

import pytest

from bot.core.ideas import SHOWN, ideas, wanted
from content import load

CONTENT = load()


def _topics(ids: list[str]) -> list[str]:
    return [id.rpartition("/")[2].partition(".")[0] for id in ids]


@pytest.mark.parametrize(
    "text, audience",
    [
        ("what can I ask a future peer about overtime?", "P"),
        ("questions for the recruiter", "R"),
        ("something for HR about pensions", "H"),
        ("what to ask the ward manager", "M"),
        ("ask the boss about training", "M"),
        ("I meet the CEO, what do I ask", "X"),
        ("questions about training", ""),
    ],
)
def test_the_person_is_heard(text: str, audience: str) -> None:
    assert wanted(text, CONTENT).audience == audience


@pytest.mark.parametrize(
    "text, topic",
    [("what can I ask about overtime?", "hours_and_load"), ("ideas about the night shifts", "shifts"),
     ("how do I find out why the last person left", "why_open"), ("anything on training", "training")],
)  # fmt: skip
def test_the_topic_comes_first(text: str, topic: str) -> None:
    found = _topics(ideas(text, CONTENT))
    assert topic in found[:SHOWN]


def test_only_questions_that_this_person_can_answer() -> None:
    found = ideas("what can I ask a colleague about overtime", CONTENT)
    assert found
    assert all("P" in q.audience for id in found if (q := CONTENT.question(id)) is not None)


def test_the_trade_in_the_message_goes_first() -> None:
    found = ideas("questions about shifts for a nurse", CONTENT)
    assert found[0].startswith("care/")
    assert ideas("questions about shifts", CONTENT, role="night nurse")[0].startswith("care/")


def test_nothing_named_goes_by_what_is_wanted_then_by_the_core() -> None:
    by_want = ideas("give me questions", CONTENT, wants=["PLACE"])
    assert CONTENT.topics[_topics(by_want)[0]].priorities[0] == "PLACE"
    assert CONTENT.topics[_topics(ideas("give me questions", CONTENT))[0]].core


def test_what_is_on_the_list_is_not_offered_again() -> None:
    first = ideas("what about overtime", CONTENT)
    assert first[0] not in ideas("what about overtime", CONTENT, known=first[:1])
    assert len(set(first)) == len(first) >= SHOWN


def test_two_topics_take_turns() -> None:
    found = _topics(ideas("questions about overtime and about training", CONTENT))
    assert len(set(found[:2])) == 2
