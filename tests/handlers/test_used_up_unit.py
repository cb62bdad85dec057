"""A step that is used up: asking whose an update is changes nothing, and the step before it is asked once more."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Update

from bot.core.model import Dialog
from bot.telegram.conversation import Conversation, State
from bot.telegram.inputs import Said
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, Texts
from bot.telegram.turn import TURN, Context, Event, Turn
from tests.handlers.driving import NOW, Chat


async def took(update: Update, context: Context) -> None:
    context.turn.draft["took"] = (context.turn.draft["answer"], context.turn.said)


def asked_anew(turn: Turn) -> None:
    turn.draft["answer"] = ""


def conversation() -> Conversation:
    def show(turn: Turn) -> Screen:
        return Screen(Html(f"step {turn.dialog.step if turn.dialog else ''}"))

    states = {
        "first": State(show),
        "asked": State(show, Said(took), again=asked_anew),
        "used_up": State(show, ready=lambda turn: bool(turn.draft.get("left"))),
    }
    return Conversation("one", entry_points=(), states=states)


def at_used_up(left: str = "") -> tuple[Chat, Dialog]:
    data = {"answer": "as it was", "left": left}
    dialog = Dialog(flow="one", step="used_up", trail=("first", "asked"), data=data, screen=1)
    return Chat([conversation()], None, dialog), dialog


def test_asking_whose_an_update_is_changes_nothing() -> None:
    chat, dialog = at_used_up()
    turn = Turn(chat.work, NOW, chat.content, Texts(chat.content.texts), Event("text", text="words"))
    token = TURN.set(turn)
    try:
        update: Any = Update(1)
        assert chat.handlers[0].check_update(update)
    finally:
        TURN.reset(token)
    assert chat.work.changes() == []
    assert (dialog.step, dialog.trail) == ("used_up", ("first", "asked"))


@pytest.mark.parametrize("way", ["by itself", "by what cannot be used", "by Back"])
def test_the_step_before_is_asked_once_more_however_it_is_come_to(way: str) -> None:
    chat, dialog = at_used_up("something" if way == "by Back" else "")
    if way == "by itself":
        chat.say("words")
        assert dialog.data["took"] == ("", "words")
    elif way == "by what cannot be used":
        chat.share(1, 2)
    else:
        chat.share(1, 2)
        assert dialog.data["answer"] == "as it was"
        chat.tap("‹ Back")
    assert (dialog.step, dialog.trail, dialog.data["answer"]) == ("asked", ("first",), "")
