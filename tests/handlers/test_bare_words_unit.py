"""The first steps of an interview, answered in single words: nothing becomes a name that is none, no time is lost."""

from __future__ import annotations

import pytest

from bot.core.model import User
from tests.handlers.driving import NOW, Chat
from tests.handlers.talks import talking, where


def newcomer(*said: str) -> Chat:
    """Nobody knows yet where he lives; ``said`` after /interview."""
    chat = talking(user=User(id=7, zone="", created_at=NOW))
    chat.command("interview")
    for words in said:
        chat.say(words)
    return chat


@pytest.mark.parametrize("text", ["no", "ok", "hi", "thanks", "hm", "3"])
def test_the_question_for_the_line_stays_until_something_is_told(text: str) -> None:
    chat = newcomer(text)
    assert where(chat) == ("interview", "line")
    assert "no employer and no time" in chat.text


@pytest.mark.parametrize("text", ["ok", "no", "Okay!", "yes sure", "thx", "17"])
def test_an_answer_to_something_else_is_no_employer(text: str) -> None:
    chat = newcomer("tomorrow 10am", text)
    assert where(chat) == ("interview", "employer")
    assert not chat.turn.draft.get("employer")


@pytest.mark.parametrize(
    "said, local",
    [
        (("tmrw", "3", "Mills", "berlin"), "2026-11-24T15:00"),
        (("Mills", "tmrw", "3", "berlin"), "2026-11-24T15:00"),
        (("mills tomorrow", "10am", "berlin"), "2026-11-24T10:00"),
        (("mills on friday", "at half past nine", "berlin"), "2026-11-27T09:30"),
        (("fri 9", "Mills", "berlin"), "2026-11-27T09:00"),
        (("ok", "friday", "Mills", "berlin", "9"), "2026-11-27T09:00"),
        (("no", "ok", "tomorrow", "Mills", "14:30", "berlin"), "2026-11-24T14:30"),
    ],
)
def test_day_hour_and_name_in_any_order(said: tuple[str, ...], local: str) -> None:
    chat = newcomer(*said)
    assert where(chat) == ("interview", "confirm")
    assert chat.turn.draft["local"].startswith(local)
    assert chat.turn.draft["employer"].casefold() == "mills"


@pytest.mark.parametrize("text", ["Sunday Times", "24 Hour Fitness", "O2", "March & Sons"])
def test_a_name_with_a_day_or_a_figure_in_it_is_a_name(text: str) -> None:
    chat = talking()
    chat.command("interview")
    chat.tap("Step by step")
    chat.say(text)
    assert chat.turn.draft["employer"] == text
