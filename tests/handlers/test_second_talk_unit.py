"""One more talk where only one employer is known: nobody is asked again who that is."""

from __future__ import annotations

import pytest

from tests.handlers.talks import job, talk, talking, where


@pytest.mark.parametrize(
    "text",
    [
        "they want me back for a 2nd talk tuesday 9:30 with Helen",
        "second interview thursday at 2pm with the owner",
        "invited back for the final round, friday 10am",
        "third round on wednesday 3pm",
    ],
)
def test_the_only_employer_is_the_one(text: str) -> None:
    mills = job("Mills", "baker")
    chat = talking(mills, talk(mills, -30))
    chat.command("interview", text)
    assert where(chat) == ("interview", "confirm")
    assert (chat.turn.draft["employer"], chat.turn.draft["role"]) == ("Mills", "baker")


def test_of_two_the_right_one_is_asked_for() -> None:
    mills, oak = job("Mills"), job("Oak Lane")
    chat = talking(mills, talk(mills, -30), oak)
    chat.command("interview", "they want me back tuesday 9:30 with Helen")
    assert where(chat) == ("interview", "employer")


def test_another_interview_may_be_with_anybody() -> None:
    mills = job("Mills")
    chat = talking(mills, talk(mills, -30))
    chat.command("interview", "I have another interview friday 10am")
    assert where(chat) == ("interview", "employer")


@pytest.mark.parametrize(
    "text", ["they want me back friday 9", "they invited me back for thursday 2pm", "2nd round tomorrow 3pm"]
)
def test_it_needs_no_command(text: str) -> None:
    mills = job("Mills")
    chat = talking(mills, talk(mills, -30))
    chat.say(text)
    assert where(chat) == ("interview", "confirm")
    assert chat.turn.draft["employer"] == "Mills"


@pytest.mark.parametrize(
    "text", ["should I go back to them friday at 9?", "the second talk went well, they call friday"]
)
def test_what_only_speaks_of_it_adds_nothing(text: str) -> None:
    mills = job("Mills")
    chat = talking(mills, talk(mills, -30))
    chat.say(text)
    assert where(chat)[0] != "interview"
