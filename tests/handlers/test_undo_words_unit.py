"""The word "undo" does what the command does, wherever the talk stands."""

from __future__ import annotations

import pytest

from bot.core.model import Dialog, Job, Undo
from tests.handlers.driving import NOW
from tests.handlers.talks import talking, where

SAID = ["undo", "Undo that!", "undo the last thing pls", "oh no, take it back"]


@pytest.mark.parametrize("said", SAID)
def test_typed_alone_it_takes_back(said: str) -> None:
    was = {"id": "A", "employer": "Acorn House", "created_at": {"instant": NOW.isoformat(), "fold": 0}}
    chat = talking()
    chat.work.add(Undo(id="U", created_at=NOW, data={"rows": [["Job", "A", was, None]]}))  # the last turn removed it
    chat.say(said)
    assert [one.employer for one in chat.work.all(Job)] == ["Acorn House"]
    assert "Taken back" in chat.text
    assert where(chat) == ("", "")


@pytest.mark.parametrize(
    "place", [("no", "why"), ("debrief", "how"), ("decide", "which"), ("offer", "report"), ("meaning", "which")]
)
def test_it_is_no_answer_to_a_step(place: tuple[str, str]) -> None:
    flow, step = place
    data = {"said": "hm", "picks": ["signal"], "job": "A", "reasons": []}
    open_one = Dialog(flow=flow, step=step, data=data, created_at=NOW, updated_at=NOW)
    chat = talking(Job(id="A", employer="Acorn House", created_at=NOW), open_one)
    chat.say("undo")
    assert "nothing to take back" in chat.text
    assert where(chat) == place
    assert [one.employer for one in chat.work.all(Job)] == ["Acorn House"]
