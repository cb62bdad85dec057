"""Asked why one want matters, somebody tells of another: it is noted there, and stays out of the line for the boss."""

from __future__ import annotations

from bot.core.model import Priority
from bot.telegram.buttons import door
from handlers import want as pages
from tests.handlers.driving import Chat
from tests.handlers.talks import talking, where


def wanting() -> Chat:
    return talking(*[Priority(topic=topic, rank=rank) for rank, topic in enumerate(("TIME", "BOSS"), 1)])


def reasons(chat: Chat) -> dict[str, str]:
    return {row.topic: row.because for row in chat.work.all(Priority)}


def test_the_reason_goes_to_the_want_that_was_named() -> None:
    chat = wanting()
    hours, boss = chat.work.all(Priority)
    chat.press(door("", "want", "because", hours.id))
    assert where(chat) == ("want", "because")
    chat.say("the boss one - mine never had time and i burned out")
    assert reasons(chat) == {"TIME": "", "BOSS": "mine never had time and i burned out"}
    assert "Noted with A good boss" in chat.text
    assert pages.line(chat.turn, boss) == "What matters to me is how I am led. How would that look here?"


def test_in_the_first_pass_too() -> None:
    chat = wanting()
    chat.press(door("", "priorities", "pick"))
    chat.tap(next(label for label in chat.labels() if label == chat.turn.t.label("priorities.done")))
    chat.say("the boss one: mine was never there")
    assert reasons(chat) == {"TIME": "", "BOSS": "mine was never there"}
