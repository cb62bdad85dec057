"""A picture's way to Telegram: drawn just before it is sent, and said in words where it cannot be."""

from __future__ import annotations

import json
from typing import Any

import pytest
from telegram.request import RequestData

from bot.telegram.buttons import door
from bot.telegram.messenger import Messenger, Outcome
from bot.telegram.screen import Call, Drawing, Screen, send_call
from bot.telegram.texts import Html
from tests import virtual
from tests.telegram.server import bot_at
from tests.telegram.silent import Silent

PNG = b"\x89PNG\r\n\x1a\n and so on"
TAKEN = {"ok": True, "result": {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private"}}}
REFUSED = {"ok": False, "error_code": 400, "description": "Bad Request: IMAGE_PROCESS_FAILED"}
UNPARSED = {"ok": False, "error_code": 400, "description": "Bad Request: can't parse entities: <b>"}
BUSY = {"ok": False, "error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 3}}
Answers = dict[str, list[dict[str, Any]]]


class Api(Silent):
    """Answers by method; the last answer again and again."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.calls: list[tuple[str, dict[str, Any]]] = []

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *times: Any, **more: Any
    ) -> tuple[int, bytes]:
        name = url.rpartition("/")[2]
        self.calls.append((name, request_data.parameters if request_data else {}))
        known = self.answers.get(name, [{"ok": True, "result": True} if name == "sendChatAction" else TAKEN])
        answer = known.pop(0) if len(known) > 1 else known[0]
        return answer.get("error_code", 200), json.dumps(answer).encode()


def call(text: str = "<b>Side by side</b>", instead: str = "<b>Side by side</b>\n\nno picture") -> Call:
    screen = Screen(Html(text), ((door("Dark", "compare", "dark"),),), drawing=Drawing({"title": "x"}, Html(instead)))
    made = send_call(7, screen)
    assert json.loads(json.dumps(made)) == made  # it is kept with the update until it is sent
    return made


class Pen:
    """Draws, or fails, and counts."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error, self.drawn = error, 0

    async def draw(self, description: dict[str, Any]) -> bytes:
        assert description == {"title": "x"}
        self.drawn += 1
        if self.error is not None:
            raise self.error
        return PNG


def sent(pen: Pen | None, answers: Answers, what: Call) -> tuple[Outcome, list[str], dict[str, Any]]:
    """The outcome, the methods called, and the parameters of the last one."""
    api = Api(answers)
    messenger = Messenger(bot_at(api), draw=pen.draw if pen else None)
    outcome, _ = virtual.run(messenger.deliver([what]))
    return outcome, [name for name, _ in api.calls], api.calls[-1][1]


def test_it_is_drawn_after_the_sign_and_sent_with_its_words() -> None:
    outcome, methods, last = sent(Pen(), {}, call())
    assert (outcome, methods) == (Outcome.SENT, ["sendChatAction", "sendPhoto"])
    assert (last["caption"], last["parse_mode"]) == ("<b>Side by side</b>", "HTML")
    assert "Dark" in json.dumps(last["reply_markup"])


@pytest.mark.parametrize("error", [OSError("no more processes"), ValueError("x"), RuntimeError("x")])
def test_where_it_cannot_be_drawn_the_words_are_sent(error: Exception) -> None:
    outcome, methods, last = sent(Pen(error), {}, call())
    assert (outcome, methods[-1]) == (Outcome.SENT, "sendMessage")
    assert last["text"] == "<b>Side by side</b>\n\nno picture"
    assert "Dark" in json.dumps(last["reply_markup"])


def test_without_somebody_who_draws_the_words_are_sent() -> None:
    assert sent(None, {}, call())[1] == ["sendMessage"]


def test_where_telegram_refuses_the_photo_the_words_are_sent() -> None:
    outcome, methods, last = sent(Pen(), {"sendPhoto": [REFUSED]}, call())
    assert (outcome, methods) == (Outcome.SENT, ["sendChatAction", "sendPhoto", "sendMessage"])
    assert "no picture" in last["text"]


def test_words_that_cannot_be_parsed_go_plain_under_the_same_picture() -> None:
    pen = Pen()
    outcome, methods, last = sent(pen, {"sendPhoto": [UNPARSED, TAKEN]}, call())
    assert (outcome, methods[1:]) == (Outcome.SENT, ["sendPhoto", "sendPhoto"])
    assert (last["caption"], last.get("parse_mode"), pen.drawn) == ("Side by side", None, 1)


def test_a_picture_is_drawn_once_however_often_it_is_sent() -> None:
    pen = Pen()
    outcome, methods, _ = sent(pen, {"sendPhoto": [BUSY, BUSY, TAKEN]}, call())
    assert (outcome, methods.count("sendPhoto"), pen.drawn) == (Outcome.SENT, 3, 1)


def test_a_sign_that_fails_does_not_matter() -> None:
    answers = {"sendChatAction": [{"ok": False, "error_code": 500, "description": "Internal Server Error"}]}
    assert sent(Pen(), answers, call())[:2] == (Outcome.SENT, ["sendChatAction", "sendPhoto"])


def test_who_blocked_the_bot_gets_nothing() -> None:
    gone = {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
    assert sent(Pen(), {"sendPhoto": [gone]}, call())[0] is Outcome.BLOCKED


def test_a_caption_that_is_too_long_is_shortened_and_says_so() -> None:
    made = call("<b>" + "a" * 1100 + "</b>")
    assert len(made["caption"]) == 1024
    assert made["caption"].endswith("…")
