"""A want told in passing: kept, known already, or no room left for it; none is ever pushed out by a new one."""

from __future__ import annotations

import pytest

from bot.core.model import Priority
from bot.telegram.buttons import door
from handlers import rejected
from handlers.intents import ACTS
from handlers.priorities import MOST_LATER
from tests.handlers.driving import Chat, Heard


def wants(count: int) -> list[Priority]:
    return [Priority(id=f"W{n}", topic="OWN", words=f"want {n}", rank=n) for n in range(1, count + 1)]


def test_a_new_want_is_kept_and_a_known_one_is_not_kept_twice() -> None:
    chat = Chat([Heard(ACTS["priorities"])])
    chat.say("I want a window that opens")
    assert "Kept as what you want: a window that opens" in chat.text
    chat.say("I want a window that opens")
    assert "on your list already" in chat.text


@pytest.mark.parametrize("count", [MOST_LATER, MOST_LATER + 1])
def test_where_the_list_is_full_that_is_said_and_nothing_is_pushed_out(count: int) -> None:
    chat = Chat([Heard(ACTS["priorities"])], None, *wants(count))
    chat.say("I want a window that opens")
    assert f"list of wants is full, at {count}" in chat.text
    assert "a window that opens" in chat.text
    assert "already" not in chat.text
    assert "What I want" in chat.labels()
    assert {want.id for want in chat.work.all(Priority)} == {want.id for want in wants(count)}
    chat.say("I want want 3")
    assert "on your list already" in chat.text


def test_what_does_not_fit_any_more_is_named() -> None:
    chat = Chat([Heard(ACTS["priorities"])], None, *wants(MOST_LATER - 1))
    chat.say("I want good pay and a short commute")
    kept = [want.topic for want in chat.work.all(Priority) if want.topic != "OWN"]
    assert len(kept) == 1
    assert "Kept as what you want" in chat.text
    assert "is full, at 12: no room for " in chat.text


def test_what_was_learned_finds_no_room_either_and_can_still_be_a_reason() -> None:
    rows = wants(MOST_LATER)
    chat = Chat([rejected.CONVERSATION], None, *rows)
    chat.press(door("", "learned", "open", ""))
    chat.say("I cannot stand open offices")
    chat.tap("A want of its own")
    assert "list of wants is full" in chat.text
    assert len(chat.work.all(Priority)) == MOST_LATER
    chat.tap("want 1")
    assert rows[0].because == "I cannot stand open offices"
