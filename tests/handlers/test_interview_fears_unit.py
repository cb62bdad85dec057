"""One message, two effects: the interview's card, and after it the questions behind the fear."""

from __future__ import annotations

import pytest

from bot.core.model import Interview, Job, Question
from tests.handlers.talks import talking, where

BOTH = [
    ("Hello, I have an interview at Harbour Cafe tomorrow at 9 and Im afraid of the night shifts", "Harbour Cafe"),
    ("interview is friday 2pm at Oak Lane Clinic with the matron Anna, but im so scared of working nights", "Oak Lane"),
    ("I'm worried about weekends and overtime. Interview with Mills Bakery on Thursday at 10.", "Mills Bakery"),
    ("got an interview at Coral Care on wed 9.30, stressed about the pay tbh", "Coral Care"),
    ("my interview at Quayside Hotel is on friday at 11, what if nobody shows me anything?", "Quayside Hotel"),
    (
        "having an interview at Brook Dental monday 8am, i panic about probation and that they wont take me",
        "Brook Dental",
    ),
]


@pytest.mark.parametrize("text, employer", BOTH)
def test_the_card_first_and_then_the_fear_as_questions(text: str, employer: str) -> None:
    chat = talking()
    chat.say(text)
    assert where(chat) in (("interview", "confirm"), ("interview", "which"))
    if where(chat)[1] == "which":
        chat.tap(chat.labels()[0])
    assert "what worries you" in chat.text
    chat.tap("Save")
    assert employer in chat.work.all(Job)[0].employer
    assert "Undo" in [button.label for row in chat.turn.screens[0][0].rows for button in row]
    assert where(chat) == ("worry", "result")


def test_the_same_after_the_question_for_the_line() -> None:
    chat = talking()
    chat.command("interview")
    chat.say(BOTH[0][0])
    chat.say("yes")
    assert len(chat.work.all(Interview)) == 1
    chat.tap("Keep it to ask")
    assert [row.topic for row in chat.work.all(Question)] == ["shifts"]


@pytest.mark.parametrize(
    "text, flow",
    [
        ("im scared of night shifts and that they wont take me", "worry"),
        ("Mills Bakery, baker, Friday 9am with Anna", "interview"),
    ],
)
def test_one_thing_stays_one_thing(text: str, flow: str) -> None:
    chat = talking()
    chat.say(text)
    assert where(chat)[0] == flow
    assert "what worries you" not in chat.text
