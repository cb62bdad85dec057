"""The answer to "which job?": counted, by a part of the name, with words around it; a yes never makes a new job."""

from __future__ import annotations

import pytest

from bot.core.model import Job
from tests.handlers.driving import Chat
from tests.handlers.talks import job, talking, where

HOSPITAL, FREIGHT = "St. Brigid's Hospital", "Halden Freight"
KNOWN = [
    ("1", HOSPITAL),
    ("#2", FREIGHT),
    ("the second one", FREIGHT),
    ("last one", FREIGHT),
    ("number 1 please", HOSPITAL),
    ("the first one, the hospital", HOSPITAL),
    ("the hospital letter", HOSPITAL),
    ("st brigids, same as before!", HOSPITAL),
    ("the freight guys i guess", FREIGHT),
    ("haldn", FREIGHT),
    ("the nurse job", HOSPITAL),
]
NOBODY = ["both", "9", "the other one", "same as before", "that letter", "?"]


def asked(command: str, words: str = "") -> Chat:
    hospital, freight = job(HOSPITAL, "nurse"), job(FREIGHT)
    hospital.stage = freight.stage = "offer"
    chat = talking(hospital, freight)
    chat.command(command, words)
    assert where(chat)[1] == "which"
    return chat


def names(chat: Chat) -> list[str]:
    return [one.employer for one in chat.work.all(Job)]


@pytest.mark.parametrize("said, wanted", KNOWN)
def test_before_a_yes(said: str, wanted: str) -> None:
    chat = asked("decide")
    chat.say(said)
    assert where(chat) == ("decide", "mirror")
    assert wanted.replace("'", "&#x27;") in chat.text or wanted in chat.text
    assert names(chat) == [HOSPITAL, FREIGHT]


@pytest.mark.parametrize("said, wanted", KNOWN)
def test_elsewhere(said: str, wanted: str) -> None:
    chat = asked("signal", "he was 40 minutes late")
    chat.say(said)
    assert [one.employer for one in chat.work.all(Job) if one.id == chat.turn.draft["job"]] == [wanted]
    assert names(chat) == [HOSPITAL, FREIGHT]


@pytest.mark.parametrize("said", NOBODY)
@pytest.mark.parametrize("command", ["decide", "no", "need"])
def test_what_names_nobody_is_asked_again(command: str, said: str) -> None:
    chat = asked(command)
    chat.say(said)
    assert where(chat) == (command, "which")
    assert FREIGHT in chat.labels()
    assert names(chat) == [HOSPITAL, FREIGHT]


@pytest.mark.parametrize("said", ["Penny", "Blue Moon Bakery", "First Bus", "penny market"])
def test_a_yes_makes_no_new_job(said: str) -> None:
    chat = asked("decide")
    chat.say(said)
    assert where(chat) == ("decide", "which")
    assert said in chat.text
    assert names(chat) == [HOSPITAL, FREIGHT]


def test_neither_does_a_message_that_says_yes() -> None:
    chat = talking(job("Lidl"))
    chat.say("I'm accepting the offer from Blue Moon Bakery")
    assert where(chat) == ("decide", "which")
    assert names(chat) == ["Lidl"]


def test_the_only_offer_without_a_name_gets_it() -> None:
    unnamed, lidl = job(""), job("Lidl")
    unnamed.stage = lidl.stage = "offer"
    chat = talking(unnamed, lidl)
    chat.command("decide")
    chat.say("Halden Freight")
    assert where(chat) == ("decide", "mirror")
    assert names(chat) == ["Halden Freight", "Lidl"]


def test_where_no_job_is_known_an_offer_is_asked_for_and_taken() -> None:
    chat = talking()
    chat.command("decide")
    assert "no offer yet" in chat.text
    chat.say("I got an offer from Penny: 16 an hour, 38 hours a week, in two shifts")
    assert where(chat)[0] == "offer"


def test_a_new_name_elsewhere_is_a_new_job() -> None:
    chat = asked("signal", "he was 40 minutes late")
    chat.say("Blue Moon Bakery")
    assert names(chat) == [HOSPITAL, FREIGHT, "Blue Moon Bakery"]
