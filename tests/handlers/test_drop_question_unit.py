"""A question is put away in words; all data is never what such words offer to delete."""

from __future__ import annotations

import pytest

from bot.core.model import Question
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import job, talking

ASKED = ("Who trains me?", "Which days are mine?", "Who signs?")


def listed(*texts: str) -> Chat:
    acorn = job("Acorn House")
    rows = [Question(job_id=acorn.id, text=text, origin="own", rank=n, created_at=NOW) for n, text in enumerate(texts)]
    chat = talking(acorn, *rows)
    chat.command("questions")
    return chat


def away(chat: Chat) -> list[str]:
    return [one.text for one in chat.work.all(Question) if one.state == "parked"]


@pytest.mark.parametrize(
    "said, number",
    [("remove question 2", 2), ("take the first one off", 1), ("drop number 3 please", 3), ("delete the last one", -1)],
)
def test_a_number_says_which(said: str, number: int) -> None:
    chat = listed(*ASKED)
    wanted = chat.text.split(f"{number}. ")[1] if number > 0 else chat.text.split(". ")[-1]
    chat.say(said)
    [gone] = away(chat)
    assert wanted.startswith(gone)
    assert "Put away." in chat.text
    assert "Undo" in chat.labels()


def test_this_one_is_the_only_one() -> None:
    rows = listed("Who trains me?").work.all(Question)
    chat = talking(job("Acorn House"), *[row for row in rows if row.text])
    chat.say("delete this one")
    assert away(chat) == ["Who trains me?"]


@pytest.mark.parametrize(
    "said", ["delete this one", "remove that question", "put this question away", "remove question 9"]
)
def test_of_several_it_is_asked_which(said: str) -> None:
    chat = listed(*ASKED)
    chat.tap("2")
    chat.say(said)
    assert away(chat) == []
    assert "Which question do you want off the list?" in chat.text
    assert {"1", "2", "3"} <= set(chat.labels())
