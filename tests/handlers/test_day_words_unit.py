"""Days are written in one way: "Wed 2 Dec", without a zero before the two."""

from __future__ import annotations

from datetime import date, datetime

from bot.core.model import Interview, Job
from bot.telegram.buttons import door
from handlers import debrief, interview
from handlers.common import day_words, local_words
from tests.handlers.driving import NOW, Chat


def test_a_day_and_a_time() -> None:
    chat = Chat([interview.CONVERSATION])
    assert day_words(date(2026, 12, 2)) == "Wed 2 Dec"
    assert day_words(datetime(2026, 12, 12, 15)) == "Sat 12 Dec"
    assert day_words(None) == ""
    chat.command("interview", "Acorn, nurse, 2 December")
    assert "Wed 2 Dec" in chat.text
    assert local_words(chat.turn, NOW) == "Mon 23 Nov, 10:30"


def test_the_day_of_their_word() -> None:
    talk = Interview(id="T", job_id="A", local=datetime(2026, 11, 20, 9), zone="Europe/Berlin", start=NOW)
    chat = Chat([debrief.CONVERSATION], None, Job(id="A", employer="Acorn"), talk)
    chat.press(door("", "debrief", "word", "T"))
    chat.say("2 December")
    assert talk.word_by == date(2026, 12, 2)
    assert "Wednesday 2 December" in chat.text
