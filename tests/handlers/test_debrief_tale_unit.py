"""A talk told in one breath: what it answers is noted and not asked again, and the vague part is gone back to once."""

from __future__ import annotations

import pytest

from bot.core.model import Answer, Interview, Question, Signal
from tests.handlers.driving import Chat
from tests.handlers.talks import job, talk, talking, where

TALE = (
    "Well it was alright. The nights depend on the roster, he said its flexible. Training they do on the job. "
    "I had no time to ask anything else. And they asked me twice about the hoist"
)


def told(tale: str) -> Chat:
    home = job("Elm House")
    over = talk(home, -2)
    rows = [
        Question(id=topic, job_id=home.id, topic=topic, state="planned", interview_id=over.id, rank=rank)
        for rank, topic in enumerate(("shifts", "first_weeks", "caseload"), 1)
    ]
    chat = talking(home, over, *rows)
    chat.command("debrief", tale)
    return chat


def notes(chat: Chat) -> dict[str, tuple[str, str]]:
    return {a.question_id: (a.note, a.verdict) for a in chat.work.all(Answer)}


def asked_me(chat: Chat) -> str:
    return chat.work.all(Interview)[0].asked_me


def test_what_was_told_goes_to_its_question_and_to_what_they_asked() -> None:
    chat = told(TALE)
    assert notes(chat) == {
        "shifts": ("The nights depend on the roster, he said its flexible", "vague"),
        "first_weeks": ("Training they do on the job", "vague"),
    }
    assert asked_me(chat) == "they asked me twice about the hoist"
    assert "hoist" in chat.text


def test_the_vague_part_is_gone_back_to_once_with_its_words() -> None:
    chat = told(TALE)
    assert where(chat) == ("debrief", "answer")
    assert "“depend”, “flexible” leaves it open" in chat.text
    chat.say("I already told you. It depends on the roster, its flexible he said")
    assert where(chat) == ("debrief", "odd")
    assert "“depend”, “flexible”" in chat.text
    chat.tap("Nothing odd")
    assert "What was vague, ask next like this" in chat.text
    assert notes(chat)["shifts"] == ("The nights depend on the roster, he said its flexible", "vague")


@pytest.mark.parametrize(
    "said", ["she never gave a number", "no idea, he didnt name a figure", "idk", "I said that already", "dunno tbh"]
)
def test_that_there_was_no_more_leaves_it_as_it_was_noted(said: str) -> None:
    chat = told(TALE)
    chat.say(said)
    assert where(chat) == ("debrief", "odd")
    assert notes(chat)["shifts"] == ("The nights depend on the roster, he said its flexible", "vague")


def test_that_they_dodged_the_follow_up_keeps_what_they_said_before() -> None:
    chat = told(TALE)
    chat.tap("They dodged it")
    assert notes(chat)["shifts"] == ("The nights depend on the roster, he said its flexible", "vague")
    assert [act.kind for act in chat.work.all(Signal)] == ["dodged"]


def test_a_figure_joins_what_was_noted() -> None:
    chat = told(TALE)
    chat.say("ah yes, she said five nights a month, the rota comes out four weeks ahead")
    assert notes(chat)["shifts"][0].endswith("four weeks ahead")
    assert notes(chat)["shifts"][1] == "concrete"


@pytest.mark.parametrize(
    "said",
    ["i dunno she didnt say a number", "they wouldn't tell how many", "no idea, nobody said", "she never named one"],
)
def test_that_they_gave_no_answer_is_no_conduct(said: str) -> None:
    chat = told("nights are five a month")
    chat.tap("Skip")
    assert where(chat) == ("debrief", "odd")
    chat.say(said)
    assert where(chat) == ("", "")
    assert chat.work.all(Signal) == []


def test_an_answer_that_comes_late_is_put_to_its_question() -> None:
    chat = told("Training is two weeks beside a colleague")
    chat.tap("Skip")
    chat.say("oh and the weekends: every second one")
    assert notes(chat)["shifts"][0] == "the weekends: every second one"
    assert chat.work.all(Signal) == []


@pytest.mark.parametrize(
    "tale", ["It was alright I guess", "He showed me the house and the garden", "I was nervous about the nights"]
)
def test_a_tale_that_answers_nothing_is_asked_about_as_before(tale: str) -> None:
    chat = told(tale)
    assert notes(chat) == {}
    assert "Did this come up" in chat.text


def test_who_forgot_to_ask_is_not_asked_what_they_said() -> None:
    chat = told("It went ok but I forgot to ask my questions")
    assert where(chat) == ("debrief", "odd")


def test_told_anew_the_last_tale_counts() -> None:
    chat = told(TALE)
    chat.tap("‹ Back")
    chat.say("Wrong, the nights are five a month. Training they do on the job")
    assert notes(chat)["shifts"] == ("the nights are five a month", "concrete")
