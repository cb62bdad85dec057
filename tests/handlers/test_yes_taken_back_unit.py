"""A yes that was tapped by mistake: a button and plain words take it back, at once and later."""

from __future__ import annotations

import pytest

from bot.core.model import Decision, Job, Question
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import job, talking, where

STEPS = ("yes", "starts", "checks")


def given(step: str) -> Chat:
    """A yes to Acorn House, with a starred question still open, as far as that step."""
    acorn = job("Acorn House")
    acorn.stage = "offer"
    nights = Question(job_id=acorn.id, text="How many nights?", starred=True, origin="own", created_at=NOW)
    chat = talking(acorn, job("Lidl"), nights)
    chat.command("decide", "Acorn House")
    chat.tap("Say yes anyway")
    if step != "yes":
        chat.tap("I sent it")
    if step == "checks":
        chat.say("1 February")
    assert where(chat) == ("decide", step)
    return chat


def acorn_of(chat: Chat) -> Job:
    return next(one for one in chat.work.all(Job) if one.employer == "Acorn House")


def is_back(chat: Chat) -> None:
    assert where(chat) == ("decide", "mirror")
    assert "How many nights?" in chat.text
    assert acorn_of(chat).stage == "offer"
    assert acorn_of(chat).starts is None
    assert chat.work.all(Decision) == []


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "said",
    [
        "hang on i didnt, i want to ask bout the nights first",
        "i didnt accept anything",
        "oops wrong button!",
        "wait, I haven't sent it",
        "no no, I need to think before I say yes",
    ],
)
def test_words_take_it_back(step: str, said: str) -> None:
    chat = given(step)
    chat.say(said)
    is_back(chat)


def test_a_button_takes_it_back() -> None:
    chat = given("starts")
    chat.tap("Undo")
    is_back(chat)


def test_going_back_step_by_step_takes_it_back_too() -> None:
    chat = given("checks")
    chat.tap("‹ Back")
    assert where(chat) == ("decide", "starts")
    chat.tap("‹ Back")
    assert acorn_of(chat).stage == "offer"
    assert len(chat.work.all(Decision)) == 1
    chat.tap("‹ Back")
    is_back(chat)


@pytest.mark.parametrize("said", ["I didn't accept anything", "i never said yes to acorn", "i havent signed it yet"])
def test_later_too(said: str) -> None:
    chat = given("starts")
    chat.tap("Skip")
    assert where(chat) == ("", "")
    chat.say(said)
    assert "Acorn House" in chat.text
    is_back(chat)


@pytest.mark.parametrize("said", ["i never said yes to lidl", "i didnt sign the list at the door"])
def test_other_denials_do_not(said: str) -> None:
    chat = given("starts")
    chat.tap("Skip")
    chat.say(said)
    assert acorn_of(chat).stage == "accepted"


@pytest.mark.parametrize("said", ["I don't know yet", "they didn't tell me"])
def test_an_unknown_day_does_not(said: str) -> None:
    chat = given("starts")
    chat.say(said)
    assert where(chat) == ("decide", "starts")
    assert acorn_of(chat).stage == "accepted"
