"""What Telegram answers, as PTB tells it, and what the messenger makes of it."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import pytest
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import RequestData

from bot.telegram.lanes import BURST, SEVERAL
from bot.telegram.messenger import TRIES, Messenger, Outcome
from bot.telegram.request import NotSent
from bot.telegram.screen import Call
from tests import virtual
from tests.telegram.server import bot_at
from tests.telegram.silent import Silent

CALL: Call = {"method": "send_message", "chat_id": 7, "text": "<b>Hello</b>"}
EDIT: Call = {**CALL, "method": "edit_message_text", "message_id": 3}
ANSWER: Call = {"method": "answer_callback_query", "callback_query_id": "q", "text": ""}
Said = tuple[int, str] | TelegramError


class Script(Silent):
    """Answers one call after the other; the last answer again and again."""

    def __init__(self, *answers: Said) -> None:
        self._answers = list(answers)
        self.calls: list[tuple[str, dict[str, Any]]] = []

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *times: Any, **more: Any
    ) -> tuple[int, bytes]:
        self.calls.append((url.rpartition("/")[2], request_data.parameters if request_data else {}))
        said = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(said, TelegramError):
            raise said
        return said[0], said[1].encode()


def refusal(code: int, description: str, **parameters: Any) -> Said:
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return code, json.dumps(body | ({"parameters": parameters} if parameters else {}))


TAKEN: Said = (200, '{"ok":true,"result":{"message_id":5,"date":0,"chat":{"id":7,"type":"private"}}}')
TRUE: Said = (200, '{"ok":true,"result":true}')
BLOCKED, LATER, REJECTED, UNKNOWN = Outcome.BLOCKED, Outcome.LATER, Outcome.REJECTED, Outcome.UNKNOWN
NO_JSON = "<html>no</html>"
CASES: list[tuple[Said, Outcome, float]] = [
    (TAKEN, Outcome.SENT, 0),
    (refusal(403, "Forbidden: bot was blocked by the user"), BLOCKED, 0),
    (refusal(403, "Forbidden: user is deactivated"), BLOCKED, 0),
    (refusal(403, "Forbidden: bot can't initiate conversation with a user"), BLOCKED, 0),
    (refusal(403, "Forbidden: bot can't send messages to bots"), BLOCKED, 0),
    (refusal(403, "Forbidden: bot was kicked from the group chat"), BLOCKED, 0),
    (refusal(400, "Bad Request: chat not found"), BLOCKED, 0),
    (refusal(400, "Bad Request: user not found"), BLOCKED, 0),
    (refusal(400, "Bad Request: PEER_ID_INVALID"), BLOCKED, 0),
    (refusal(400, "Bad Request: INPUT_USER_DEACTIVATED"), BLOCKED, 0),
    (refusal(400, "Bad Request: USER_IS_BLOCKED"), BLOCKED, 0),
    (refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1005), BLOCKED, 0),
    (refusal(400, "Bad Request: group chat was upgraded to a supergroup chat"), BLOCKED, 0),
    (refusal(400, "Bad Request: not enough rights: have no rights to send a message"), BLOCKED, 0),
    (refusal(400, "Bad Request: message is too long"), REJECTED, 0),
    (refusal(400, "Bad Request: BUTTON_DATA_INVALID"), REJECTED, 0),
    (refusal(400, "Bad Request: message text is empty"), REJECTED, 0),
    (refusal(413, "Request Entity Too Large"), REJECTED, 0),
    ((413, NO_JSON), REJECTED, 0),
    (refusal(409, "Conflict: something else"), REJECTED, 0),
    (refusal(500, "Internal Server Error: sent message was immediately deleted"), REJECTED, 0),
    (refusal(429, "Too Many Requests: retry after 17", retry_after=17), LATER, 17),
    (refusal(429, "Too Many Requests: retry after 17"), LATER, 17),
    (refusal(429, "Too Many Requests: retry after 0", retry_after=0), LATER, 0),
    ((429, NO_JSON), LATER, 1),
    (refusal(500, "Internal Server Error"), LATER, 0),
    (refusal(502, "Bad Gateway"), LATER, 0),
    ((502, NO_JSON), LATER, 0),
    ((503, NO_JSON), LATER, 0),
    (refusal(401, "Unauthorized"), LATER, 0),
    (refusal(404, "Not Found"), LATER, 0),
    ((403, NO_JSON), LATER, 0),  # somebody between us and Telegram
    (NotSent("no connection"), LATER, 0),
    ((504, NO_JSON), UNKNOWN, 0),
    ((524, NO_JSON), UNKNOWN, 0),
    ((200, '{"ok":true,"resu'), UNKNOWN, 0),
    (TimedOut(), UNKNOWN, 0),
    (NetworkError("ServerDisconnectedError"), UNKNOWN, 0),
]


@pytest.fixture(autouse=True)
def silent_library() -> None:
    """PTB reports each answer that is no JSON with a traceback."""
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)


def name_of(value: Any) -> str:
    return str(value)[:60] if isinstance(value, tuple | TelegramError) else ""


@pytest.mark.parametrize("said,outcome,wait", CASES, ids=name_of)
def test_each_answer_has_one_outcome(said: Said, outcome: Outcome, wait: float) -> None:
    result = virtual.run(Messenger(bot_at(Script(said))).send_now(CALL))
    assert (result.outcome, result.wait) == (outcome, wait)
    assert result.message_id == (5 if outcome is Outcome.SENT else None)


@pytest.mark.parametrize("said", [TimedOut(), NetworkError("reset"), (504, NO_JSON), (200, '{"ok":tr')], ids=name_of)
def test_an_edit_in_doubt_is_done_again(said: Said) -> None:
    script = Script(said, refusal(400, "Bad Request: message is not modified: the same"))
    assert virtual.run(Messenger(bot_at(script)).deliver([EDIT])) == (Outcome.SENT, 1)
    assert [method for method, _ in script.calls] == ["editMessageText"] * 2


@pytest.mark.parametrize("said", [TimedOut(), NetworkError("reset"), (504, NO_JSON)], ids=name_of)
def test_a_message_in_doubt_is_not_sent_again(said: Said) -> None:
    script = Script(said, TAKEN)
    assert virtual.run(Messenger(bot_at(script)).deliver([CALL])) == (Outcome.SENT, 1)
    assert len(script.calls) == 1


def test_what_cannot_be_parsed_is_sent_plain() -> None:
    script = Script(refusal(400, "Bad Request: can't parse entities: unclosed tag"), TAKEN)
    assert virtual.run(Messenger(bot_at(script)).send_now(CALL)).outcome is Outcome.SENT
    assert [p["text"] for _, p in script.calls] == ["<b>Hello</b>", "Hello"]
    assert "parse_mode" not in script.calls[1][1]


def test_a_message_that_is_gone_is_sent_anew() -> None:
    script = Script(refusal(400, "Bad Request: message to edit not found"), TAKEN)
    assert virtual.run(Messenger(bot_at(script)).send_now(EDIT)).outcome is Outcome.SENT
    assert [method for method, _ in script.calls] == ["editMessageText", "sendMessage"]


def test_a_late_answer_to_a_tap_is_no_trouble() -> None:
    script = Script(refusal(400, "Bad Request: query is too old and response timeout expired"))
    assert virtual.run(Messenger(bot_at(script)).deliver([ANSWER])) == (Outcome.SENT, 1)


def timed(messenger: Messenger, *calls: Call) -> tuple[tuple[Outcome, int], float]:
    """What a reply comes to, and how long it takes."""

    async def main() -> tuple[tuple[Outcome, int], float]:
        return await messenger.deliver(calls), virtual.now()

    return virtual.run(main())


def test_a_reply_waits_as_long_as_telegram_asks() -> None:
    done, took = timed(Messenger(bot_at(Script(refusal(429, "Too Many Requests", retry_after=40), TAKEN))), CALL)
    assert done == (Outcome.SENT, 1)
    assert 40 <= took < 41


def test_an_answer_to_a_tap_waits_as_long_as_telegram_asks() -> None:
    done, took = timed(Messenger(bot_at(Script(refusal(429, "Too Many Requests", retry_after=4), TRUE))), ANSWER)
    assert done == (Outcome.SENT, 1)
    assert 4 <= took < 5


def test_a_reply_that_finds_no_telegram_comes_again_later() -> None:
    script = Script(TAKEN, NotSent("no connection"))
    done, took = timed(Messenger(bot_at(script)), CALL, CALL)
    assert done == (Outcome.LATER, 1)
    assert len(script.calls) == 1 + TRIES
    assert took < 30


def test_a_reply_of_many_messages_is_not_a_flood() -> None:
    _, took = timed(Messenger(bot_at(Script(TAKEN))), *[CALL] * (BURST + 3))
    assert 2.9 < took < 3.5


def test_a_note_waits_for_its_turn_and_for_its_chat() -> None:
    async def main() -> None:
        messenger = Messenger(bot_at(Script(TAKEN)))
        assert (await messenger.send(CALL)).outcome is Outcome.SENT
        second = await messenger.send(CALL)
        assert second.outcome is Outcome.LATER
        assert 0.9 < second.wait <= 1.0

    virtual.run(main())


def test_refusals_reach_the_lanes() -> None:
    async def main() -> None:
        messenger = Messenger(bot_at(Script(refusal(429, "Too Many Requests", retry_after=25))))
        for chat in range(SEVERAL):
            await messenger.send_now({**CALL, "chat_id": chat})
        await messenger.lanes.open()
        assert 24.9 < virtual.now() < 25.1

    virtual.run(main())


def test_a_stop_ends_all_waiting() -> None:
    async def main() -> None:
        messenger = Messenger(bot_at(Script(refusal(429, "Too Many Requests", retry_after=3600))))
        waiting = asyncio.create_task(messenger.deliver([CALL]))
        await asyncio.sleep(5)
        messenger.stop()
        assert await waiting == (Outcome.LATER, 0)
        assert virtual.now() < 6

    virtual.run(main())


def test_processes_share_the_rate() -> None:
    messenger = Messenger(bot_at(Script(TAKEN)))
    messenger.share(4)
    assert messenger.lanes.rate == 25 / 4
