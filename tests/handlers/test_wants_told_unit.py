"""Wants as people tell them: each keeps its own words, reason and limit, and can be said to an employer."""

from __future__ import annotations

import pytest

import content
from bot.core.model import Priority
from bot.core.wants_said import is_unknown, wants_in
from handlers.intents import ACTS
from handlers.want import line
from tests.handlers.driving import Chat, Heard
from tests.handlers.talks import talking, where

TOPICS = content.load().priorities


@pytest.mark.parametrize(
    "text, told",
    [
        (
            "what i want: less nights, nice team and not to be shouted at",
            [("TIME", "less nights", "", ""), ("TEAM", "", "", ""), ("BOSS", "not to be shouted at", "", "")],
        ),
        (
            "i want: no more than 2 weekends a month, proper handover, a boss who listens because my last one didnt",
            [
                ("TIME", "no more than 2 weekends a month", "", "more than 2 weekends a month"),
                ("", "proper handover", "", ""),
                ("BOSS", "a boss who listens", "my last one didnt", ""),
            ],
        ),
        (
            "what matters to me is being home at night w my kids and then money",
            [("TIME", "being home at night w my kids", "", ""), ("PAY", "", "", "")],
        ),
        ("and money", [("PAY", "", "", "")]),
        ("Pay", [("PAY", "", "", "")]),
        (
            "money because my rent went up and i have 2 kids, and training",
            [("PAY", "", "my rent went up and i have 2 kids", ""), ("LEARN", "", "", "")],
        ),
        ("I want a job with no weekend work.", [("TIME", "no weekend work", "", "")]),
        ("fewer nights please", [("TIME", "fewer nights", "", "")]),
        ("most important: pay, then the team", [("PAY", "", "", ""), ("TEAM", "", "", "")]),
        ("a window that opens", [("", "a window that opens", "", "")]),
    ],
)
def test_each_want_keeps_its_own(text: str, told: list[tuple[str, str, str, str]]) -> None:
    assert [(one.topic, one.words, one.because, one.not_if) for one in wants_in(text, TOPICS)] == told


@pytest.mark.parametrize("text", ["i dont know really", "no idea", "idk", "not sure yet", "honestly I don't know"])
def test_not_knowing_is_no_want(text: str) -> None:
    assert is_unknown(text)
    chat = talking()
    chat.command("priorities")
    chat.say(text)
    assert where(chat) == ("priorities", "liked")
    assert not chat.work.all(Priority)


@pytest.mark.parametrize("text", ["knowing what is expected", "no nights", "not too far", "an idea of the future"])
def test_a_want_is_not_taken_for_it(text: str) -> None:
    assert not is_unknown(text)


@pytest.mark.parametrize(
    "want, said",
    [
        (Priority(topic="BOSS", words="a boss who listens"), "someone who listens."),
        (Priority(topic="BOSS", words="not to be shouted at", because="i burned out"), "how I am led."),
        (Priority(topic="TIME", because="i burned out"), "working hours that leave me time."),
        (Priority(topic="TIME", words="no more than 2 weekends a month"), "no more than 2 weekends a month."),
        (Priority(topic="OWN", words="proper handover", because="I hate guessing"), "proper handover."),
        (Priority(topic="PLACE", words="I cannot stand open offices"), "where and when I work."),
    ],
)
def test_it_is_said_as_one_says_it_to_an_employer(want: Priority, said: str) -> None:
    chat = talking(want)
    chat.command("priorities")
    assert line(chat.turn, want) == f"What matters to me is {said} How would that look here?"


def test_what_is_told_later_joins_what_was_kept() -> None:
    chat = Chat([Heard(ACTS["priorities"])])
    chat.say("I want no more than 2 weekends a month")
    chat.say("what matters to me is being home at night with my kids, because they are small")
    (want,) = chat.work.all(Priority)
    assert want.words == "no more than 2 weekends a month, being home at night with my kids"
    assert (want.because, want.not_if) == ("they are small", "more than 2 weekends a month")
    assert "Kept as what you want" in chat.text
    assert "Say why" not in chat.labels()


def test_two_days_are_heard() -> None:
    chat = talking()
    chat.command("priorities")
    chat.tap("No idea yet")
    chat.say("when i built a shed with a friend i forgot the time")
    chat.say("when they made us log every minute")
    assert "1. The work itself\n2. Freedom to decide" in chat.text


def test_where_none_of_them_is_heard_the_own_words_stand_there() -> None:
    chat = talking()
    chat.command("priorities")
    chat.tap("No idea yet")
    chat.say("we sang on the roof until dark")
    chat.tap("Skip")
    assert "1. we sang on the roof until dark" in chat.text


def test_a_bare_topic_is_wanted_or_feared() -> None:
    chat = talking(Priority(topic="PAY", rank=1))
    chat.command("priorities")
    chat.say("the shouting")
    assert chat.turn.draft["picks"][:2] == ["priorities", "worry"]
    chat.tap(chat.labels()[0])
    assert [want.topic for want in chat.work.all(Priority)] == ["PAY", "BOSS"]


def test_what_matters_is_no_part_of_the_want_and_fair_pay_is_pay() -> None:
    found = wants_in("what matters: no more than 5 nights a month, and fair pay", TOPICS)
    assert [(want.topic, want.words) for want in found] == [("TIME", "no more than 5 nights a month"), ("PAY", "")]
