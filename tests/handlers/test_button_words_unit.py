"""What is typed where a screen has two or three buttons is taken: the button in words, or a message of its own."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.model import Dialog, Interview, Job, Offer, Question
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import job, talk, talking, where


def off_asked() -> Chat:
    boots, lidl = job("Boots"), job("Lidl")
    chat = talking(boots, lidl, talk(boots, 30), talk(lidl, 50))
    chat.say("boots cancelled")
    assert where(chat) == ("interview", "cancel")
    return chat


def states(chat: Chat) -> list[str]:
    return [one.state for one in chat.work.all(Interview)]


@pytest.mark.parametrize(
    "said", ["boots cancelled", "yep they cancelled", "yes its off", "remove it pls", "called off"]
)
def test_an_interview_is_off(said: str) -> None:
    chat = off_asked()
    chat.say(said)
    assert states(chat) == ["cancelled", "planned"]


@pytest.mark.parametrize(
    "said", ["actually not cancelled", "no they didnt cancel", "it's still on", "keep it please", "dont delete it"]
)
def test_an_interview_is_on(said: str) -> None:
    chat = off_asked()
    chat.say(said)
    assert states(chat) == ["planned", "planned"]
    assert where(chat) == ("", "")


@pytest.mark.parametrize("said", ["lidl cancelled", "not sure yet", "it was moved to friday 3pm"])
def test_what_says_neither_changes_nothing(said: str) -> None:
    chat = off_asked()
    chat.say(said)
    assert states(chat) == ["planned", "planned"]


def test_a_question_beside_that_card_goes_on() -> None:
    chat = off_asked()
    chat.say("what should i ask them at lidl?")
    assert where(chat)[0] == "prepare"


def before_yes() -> Chat:
    acorn, lidl = job("Acorn House"), job("Lidl")
    acorn.stage = lidl.stage = "offer"
    asked = Question(job_id=acorn.id, text="How many nights?", starred=True, origin="own", created_at=NOW)
    chat = talking(acorn, lidl, asked)
    chat.command("decide", "Acorn House")
    assert where(chat) == ("decide", "mirror")
    return chat


@pytest.mark.parametrize("said", ["accept", "i accept", "yes", "ok say yes", "write the yes please", "im taking it"])
def test_a_yes_at_the_gate(said: str) -> None:
    chat = before_yes()
    chat.say(said)
    assert where(chat) == ("decide", "yes")


@pytest.mark.parametrize("said", ["ask", "ask them first", "i want to ask about the nights", "questions first"])
def test_questions_at_the_gate(said: str) -> None:
    chat = before_yes()
    chat.say(said)
    assert "How many nights?" in chat.text
    assert "Copy this" in chat.text


@pytest.mark.parametrize("said", ["i need two days", "not yet", "let me think about it", "ask for time"])
def test_time_at_the_gate(said: str) -> None:
    chat = before_yes()
    chat.say(said)
    assert "Copy this" in chat.text
    assert "How many nights?" not in chat.text


@pytest.mark.parametrize(
    "said, theirs, asked",
    [
        ("can i ask for 3 days more", date(2026, 11, 27), "Wednesday 2 December"),  # from their day on, not from today
        ("another week", date(2026, 11, 27), "Friday 4 December"),
        ("ask for time", None, "Wednesday 25 November"),
    ],
)
def test_time_is_asked_for_beyond_the_day_they_named(said: str, theirs: date | None, asked: str) -> None:
    chat = before_yes()
    offer = chat.work.add(Offer(job_id=chat.work.all(Job)[0].id, answer_by=theirs))
    chat.say(said)
    assert asked in chat.text
    assert offer.answer_by == (theirs or date(2026, 11, 25))


@pytest.mark.parametrize("said", ["no", "i dont accept", "not accepting it", "no thanks", "i don't want the job"])
def test_a_no_at_the_gate(said: str) -> None:
    chat = before_yes()
    chat.say(said)
    assert where(chat)[0] == "no"


def test_another_job_at_the_gate() -> None:
    chat = before_yes()
    chat.say("accept lidl")
    assert where(chat) == ("decide", "mirror")
    assert "Lidl" in chat.text


def test_news_in_two_words_while_it_is_asked_what_was_meant() -> None:
    data = {"said": "hm the contract", "picks": ["offer", "signal"]}
    boots = job("Boots")
    open_one = Dialog(flow="meaning", step="which", data=data, created_at=NOW, updated_at=NOW)
    chat = talking(boots, talk(boots, 30), open_one)
    chat.say("boots cancelled")
    assert where(chat) == ("interview", "cancel")
