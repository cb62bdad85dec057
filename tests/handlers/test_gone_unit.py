"""A button that names what is no longer there says what is gone, whichever page it stands on."""

from __future__ import annotations

import pytest

from bot.telegram.buttons import door
from handlers import registrations
from tests.handlers.driving import Chat

HANDLERS = registrations("", "")
OF_A_JOB = [
    ("job", "open", ""),
    ("job", "board", ""),
    ("job", "answers", ""),
    ("job", "stage", ""),
    ("job", "present", ""),
    ("job", "to", ".offer"),
    ("job", "want", ".W"),
    ("job", "mark", ".W.met"),
    ("job", "light", ""),
    ("day", "starts", ""),
    ("day", "by", ""),
    ("told", "over", ""),
    ("fitting", "open", ""),
    ("fitting", "page", ".S"),
    ("fitting", "ask", ".S"),
    ("colleagues", "yes", ""),
    ("check", "held", ".30"),
    ("check", "not", ".30"),
]
OTHERS = [
    ("interview", ("debrief", "word"), ("debrief", "asked_me"), ("remind", "nobody"), ("card", "waiting")),
    ("question", ("question", "note"), ("question", "star")),
    ("answer", ("answer", "who"), ("answer", "readings"), ("answer", "met"), ("answer", "remove")),
    ("note", ("notes", "play"), ("notes", "which"), ("notes", "remove")),
    ("person", ("person", "name")),
    ("one", ("act", "day"), ("act", "kind"), ("signal", "pause")),
    ("any more", ("day", "talk"), ("want", "because"), ("stay", "asked"), ("skill", "open"), ("belief", "page")),
]


@pytest.mark.parametrize("flow, action, rest", OF_A_JOB)
def test_a_job_that_is_gone(flow: str, action: str, rest: str) -> None:
    chat = Chat(HANDLERS)
    chat.press(door("", flow, action, f"gone{rest}"))
    assert chat.text == "I can't find that job any more. /jobs shows what there is."


@pytest.mark.parametrize("what, flow, action", [(what, *one) for what, *doors in OTHERS for one in doors])
def test_what_else_is_gone(what: str, flow: str, action: str) -> None:
    chat = Chat(HANDLERS)
    chat.press(door("", flow, action, "gone"))
    assert chat.text.startswith(f"I can't find that {what}")
