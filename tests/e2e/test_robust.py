"""What goes wrong outside and inside: each message is answered once, in order, and nobody waits for another."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

import handlers
from bot.core.model import Dialog, Question, Reminder
from bot.telegram.inputs import Command
from tests.chat import LATER, Chat, buttons_of, eventually, talking
from tests.e2e.process import ROBIN, SAM, TOKEN, child, free_port, logging_at_debug, telegram

pytestmark = pytest.mark.anyio
LINE = "Juniper Foods, ops lead, Thursday 3pm with Noor (manager)"
GROUP: dict[str, Any] = {"id": -100500600, "type": "supergroup", "title": "Our team"}
PERSON: dict[str, Any] = {"id": SAM, "is_bot": False, "first_name": "Sam"}
SHOWN = ("sendmessage", "editmessagetext", "senddocument")


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    async with talking(tmp_path) as chat:
        yield chat


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """What was logged since the last call."""
    with logging_at_debug():
        yield lambda: capsys.readouterr().err


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails is tried again at once."""
    monkeypatch.setattr("bot.telegram.dispatcher.PAUSES", (0.02, 0.05))


async def calls(chat: Chat, *methods: str) -> list[dict[str, Any]]:
    """All calls so far of these methods (none: of those that show something)."""
    async with chat.http.get(f"{chat.url}/local/calls") as response:
        found = await response.json()
    return [call for call in found if call["method"].lower() in (methods or SHOWN)]


async def fault(chat: Chat, method: str, **how: Any) -> None:
    await chat.post("fault", with_user=False, method=method, **how)


async def inject(chat: Chat, **update: Any) -> int:
    """An update of any shape."""
    return int((await chat.post("update", with_user=False, **update))["update_id"])


def message(text: str, chat: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    where = chat or {"id": SAM, "type": "private", "first_name": "Sam"}
    return {"message_id": 5, "date": 1796000000, "chat": where, "from": PERSON, "text": text, **more}


async def saved(chat: Chat) -> None:
    """An interview with its reminders."""
    await chat.say("/start")
    await chat.say(LINE)
    await chat.say("Berlin")
    await chat.tap("Save")


async def stored(chat: Chat) -> list[str]:
    """Everything that is kept about the user, but for his clock."""
    work = await chat.program.store.load(chat.user)
    return [repr(row) for kind in (Question, Dialog, Reminder) for row in work.all(kind)]


# -- once, in order, side by side -------------------------------------------------------------------------------


async def test_duplicates_change_nothing_and_are_not_answered(chat: Chat) -> None:
    said = (await chat.post("send", text="/worry they will make me work every weekend"))["update_id"]
    for _ in range(2):
        await chat.post("redeliver", with_user=False, update_id=said)  # perhaps before it is handled
    await chat._answer()
    assert len(await calls(chat)) == 1
    shown, data = chat.find("Keep")
    tapped = (await chat.post("tap", message_id=shown["message_id"], data=data))["update_id"]
    await chat._answer()
    before = await stored(chat), await chat.messages(), len(await calls(chat))
    for update_id in (said, tapped, said):
        await chat.post("redeliver", with_user=False, update_id=update_id)
    await chat.say("/help")
    assert (await stored(chat), len(await calls(chat)) - 1) == (before[0], before[2])
    assert [m for m in await chat.messages() if m in before[1]] == before[1]


async def test_a_slow_chat_does_not_hold_up_another(chat: Chat) -> None:
    await chat.say("/start")
    await fault(chat, "sendMessage", delay=1.5)
    await chat.post("send", text="/help")
    number = len(await calls(chat)) + 1
    await eventually(lambda: reached(chat, number))
    await chat.post("send", with_user=False, user=ROBIN, text="/start")
    await eventually(lambda: reached(chat, number + 1))
    slow, quick = (await calls(chat))[-2:]
    await eventually(lambda: answered(chat, quick["number"]))
    assert [c["parameters"]["chat_id"] for c in (slow, quick)] == [SAM, ROBIN]
    assert not await answered(chat, slow["number"])
    await chat.settle()


async def test_sending_and_waiting_take_no_slot(chat: Chat) -> None:
    """One update is handled at a time, and the first user's answer must wait for Telegram."""
    chat.program.dispatcher._slots = asyncio.Semaphore(1)
    await fault(chat, "sendMessage", code=429, retry_after=1)
    await chat.post("send", text="/start")
    await eventually(lambda: reached(chat, 1))
    await chat.post("send", with_user=False, user=ROBIN, text="/start")
    await chat.settle()
    assert [c["parameters"]["chat_id"] for c in await calls(chat)] == [SAM, ROBIN, SAM]


async def test_a_flood_is_answered_whole_and_keeps_an_album_together(chat: Chat) -> None:
    """More than one look at the inbox gives, with an album over its edge."""
    await fault(chat, "sendMessage", delay=1.5)
    for number in range(16):
        await chat.post("send", text=f"/sam{number}")
    await chat.upload("photo", 10, media_group="77", caption="ten screenshots of a letter")
    assert len(await calls(chat)) == 16 + 1


async def reached(chat: Chat, count: int) -> bool:
    return len(await calls(chat)) >= count


async def answered(chat: Chat, number: int) -> bool:
    return any(call["number"] == number and call["code"] for call in await calls(chat))


async def test_many_messages_are_answered_in_order(chat: Chat) -> None:
    for number in range(20):
        await chat.post("send", text=f"/sam{number}")
        await chat.post("send", with_user=False, user=ROBIN, text=f"/robin{number}")
    await chat.settle()
    for user, name in ((SAM, "sam"), (ROBIN, "robin")):
        texts = [c["parameters"]["text"] for c in await calls(chat) if c["parameters"]["chat_id"] == user]
        assert [re.findall(r"/(\w+?)\.", text)[0] for text in texts] == [f"{name}{number}" for number in range(20)]


# -- poison -----------------------------------------------------------------------------------------------------

UNREADABLE: list[dict[str, Any]] = [
    {"message": message("sesame", date="yesterday")},
    {"message": message("sesame " * 600, date="yesterday")},
    {"message": message("sesame", entities=[{"type": "bold", "offset": "sesame"}])},
    {"message": message("sesame", forward_origin={"type": "user"})},
    {"callback_query": {"id": "7", "from": PERSON, "message": {"chat": "sesame"}, "data": 5}},
    {"edited_message": message("sesame", photo="sesame")},
]
NOBODYS: list[dict[str, Any]] = [
    {"message": {"from": 5, "chat": "sesame"}},
    {"message": {"from": {"id": "sesame"}, "chat": {"id": 1 << 70}}},
    {"message": "sesame"},
    {"sesame": {"from": PERSON, "date": []}},
]


async def test_what_cannot_be_read_is_set_aside(chat: Chat, logged: Callable[[], str]) -> None:
    """All of them one after the other, then a message that can be read."""
    await chat.say("/start")
    for update in UNREADABLE[:2]:
        await inject(chat, **update)
    await chat.say("/help")
    texts = [c["parameters"]["text"] for c in await calls(chat)]
    written = logged()
    told = [re.search(r"code ([0-9a-f]{8})", text) for text in texts]
    assert [bool(code) for code in told] == [False, True, True, False]
    for code in told:
        assert code is None or f"incident={code[1]}" in written
    assert all("\n" not in text for text, code in zip(texts, told, strict=True) if code)
    assert "sesame" not in written
    assert (await chat.program.store.depth(chat.program.clock.now())).parked == 2


async def test_damaged_updates_do_not_stop_the_next(chat: Chat, logged: Callable[[], str]) -> None:
    for update in UNREADABLE[2:]:
        await inject(chat, **update)
    await chat.say("/help")
    assert "/privacy" in chat.text
    assert "sesame" not in logged()


async def test_updates_of_nobody_do_not_stop_the_others(chat: Chat, logged: Callable[[], str]) -> None:
    for update in NOBODYS:
        await inject(chat, **update)
    assert "What's happening?" in await chat.say("/start")
    assert len(await calls(chat)) == 1
    assert "sesame" not in logged()
    assert (await chat.program.store.user_ids(LATER)) == [SAM]


async def test_a_handler_that_fails(chat: Chat, logged: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    words = "sesame and other words of the user"

    async def broken(update: object, context: object) -> None:
        raise ValueError(words)

    await saved(chat)
    await chat.say("/priorities")
    [handler] = [h for h in handlers.agenda.HANDLERS if isinstance(h, Command) and "next" in h.names]
    monkeypatch.setattr(handler, "callback", broken)
    before = await stored(chat)
    count = len(await calls(chat))
    for text in ("/next sesame", "/help"):
        await chat.post("send", text=text)
    await chat.settle()
    broke, helped = (c["parameters"]["text"] for c in (await calls(chat))[count:])
    code = re.search(r"code ([0-9a-f]{8})", broke)
    assert code
    assert "\n" not in broke
    assert "/privacy" in helped
    written = logged()
    assert f"incident={code[1]}" in written
    assert "ValueError" in written
    assert "sesame" not in written
    assert await stored(chat) == before


async def test_a_handler_that_fails_once_is_not_noticed(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    [handler] = [h for h in handlers.agenda.HANDLERS if isinstance(h, Command) and "next" in h.names]
    works, failures = handler.callback, iter([ValueError()])

    async def once(update: Any, context: Any) -> str | None:
        for error in failures:
            raise error
        return await works(update, context)

    monkeypatch.setattr(handler, "callback", once)
    await chat.say("/next")
    assert len(await calls(chat)) == 1
    assert "code" not in chat.text


# -- blocked ----------------------------------------------------------------------------------------------------


async def blocked(chat: Chat) -> bool:
    return (await chat.program.store.load(chat.user)).user.blocked


async def test_who_blocked_the_bot_gets_nothing_until_he_is_back(chat: Chat) -> None:
    """Told by an answer that is refused."""
    await saved(chat)
    await fault(chat, "sendMessage", code=403)
    await chat.say("/next")
    assert await blocked(chat)
    await nothing_comes(chat)
    assert "see you" in await chat.say("/start")
    assert not await blocked(chat)
    await chat.clock(to_next=True)
    assert len(chat.new) == 1


async def test_a_reminder_that_is_refused(chat: Chat) -> None:
    """The message of the evening before: refused at 19:00, it comes when he is back at 19:10."""
    await saved(chat)
    await chat.clock(to_next=True)
    await fault(chat, "sendMessage", code=403)
    await chat.clock(to_next=True)
    assert await blocked(chat)
    count = len(await calls(chat))
    await chat.clock(advance=600)
    assert len(await calls(chat)) == count
    await chat.say("/start")
    assert len(chat.new) == 2, "the one that was refused comes now"
    assert not await blocked(chat)


async def test_blocking_and_coming_back_are_seen(chat: Chat) -> None:
    """Told by my_chat_member."""
    await saved(chat)
    await chat.post("block", blocked=True)
    await chat.settle()
    assert await blocked(chat)
    count = len(await calls(chat))
    await nothing_comes(chat)
    assert len(await calls(chat)) == count
    await chat.post("block", blocked=False)
    await chat.settle()
    assert len(await calls(chat)) == count
    await chat.say("/start")
    assert not await blocked(chat)
    await chat.clock(to_next=True)
    assert len(chat.new) == 1


async def nothing_comes(chat: Chat) -> None:
    """The evening before passes, and nothing is even tried."""
    count = len(await calls(chat))
    await chat.clock(advance=16 * 3600)
    await chat.clock(advance=20 * 3600)
    assert len(await calls(chat)) == count


async def test_who_writes_has_come_back(chat: Chat) -> None:
    """Without /start: what he adds is planned like anybody's."""
    await chat.say("/start")
    for gone in (True, False):
        await chat.post("block", blocked=gone)
        await chat.settle()
    await chat.say(LINE)
    await chat.say("Berlin")
    await chat.tap("Save")
    assert not await blocked(chat)
    assert await planned(chat)
    await chat.clock(to_next=True)
    assert len(chat.new) == 1


async def planned(chat: Chat) -> list[Reminder]:
    work = await chat.program.store.load(chat.user)
    return [row for row in work.all(Reminder) if row.state == "planned"]


async def test_a_stranger_who_blocks_the_bot_is_not_kept(chat: Chat) -> None:
    await chat.post("block", blocked=True)
    await chat.settle()
    assert await chat.program.store.user_ids(LATER) == []
    await chat.post("block", blocked=False)
    await chat.say("/start")
    assert "What's happening?" in chat.text


# -- groups -----------------------------------------------------------------------------------------------------


async def test_groups_are_declined_once_and_left(chat: Chat) -> None:
    member = {"chat": GROUP, "from": PERSON, "date": 1796000000,
              "old_chat_member": {"status": "left", "user": {"id": 1000001, "is_bot": True, "first_name": "B"}},
              "new_chat_member": {"status": "member", "user": {"id": 1000001, "is_bot": True, "first_name": "B"}}}  # fmt: skip
    await inject(chat, my_chat_member=member)
    for number in range(3):
        await inject(chat, message=message("hello all", GROUP, message_id=10 + number))
    await inject(chat, edited_message=message("hello", GROUP, message_id=12, edit_date=1796000001))
    await chat.settle()
    told = await calls(chat, "sendmessage")
    assert len([call for call in told if call["code"] == 200]) <= 1
    assert await calls(chat, "leavechat")
    assert await chat.program.store.user_ids(LATER) == []
    await chat.say("/start")
    assert await chat.program.store.user_ids(LATER) == [SAM]


async def test_a_message_in_a_group_is_declined(chat: Chat) -> None:
    await inject(chat, message=message("/start", GROUP, message_id=10))
    await inject(chat, message=message("/start", GROUP, message_id=11))
    await chat.settle()
    told = [call["parameters"] for call in await calls(chat, "sendmessage") if call["code"] == 200]
    assert [call["chat_id"] for call in told] == [GROUP["id"]]
    assert "private chat" in told[0]["text"]
    assert (await calls(chat, "leavechat"))[0]["parameters"] == {"chat_id": GROUP["id"]}
    assert await chat.program.store.user_ids(LATER) == []


async def test_a_channel_is_left_without_a_word(chat: Chat) -> None:
    channel = {"id": -100700800, "type": "channel", "title": "News"}
    post = {key: value for key, value in message("hear hear", channel).items() if key != "from"}
    await inject(chat, channel_post=post)
    await chat.settle()
    assert await calls(chat) == []
    assert len(await calls(chat, "leavechat")) == 1
    assert await chat.program.store.user_ids(LATER) == []


# -- what Telegram refuses --------------------------------------------------------------------------------------


async def test_too_many_requests_are_obeyed_for_that_user_alone(chat: Chat) -> None:
    await fault(chat, "sendMessage", code=429, retry_after=1)
    await chat.post("send", text="/start")
    await eventually(lambda: reached(chat, 1))
    await chat.post("send", with_user=False, user=ROBIN, text="/start")
    await chat.settle()
    found = [(c["parameters"]["chat_id"], c["code"]) for c in await calls(chat)]
    assert found == [(SAM, 429), (ROBIN, 200), (SAM, 200)]


async def test_a_reply_goes_on_where_it_stopped(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two documents, and Telegram is out of reach before the second."""
    monkeypatch.setattr("bot.telegram.messenger.TRIES", 1)
    await saved(chat)
    await fault(chat, "sendDocument", delay=0.01)
    await fault(chat, "sendDocument", code=502, times=2)
    await chat.say("/export")
    assert [c["code"] for c in await calls(chat, "senddocument")] == [200, 502, 502, 200]
    names = [m["document"]["file_name"].rsplit(".")[-1] for m in chat.all if "document" in m]
    assert names == ["json", "txt"]


async def test_a_reminder_that_must_wait_does_not_forget_how_late_it_is(chat: Chat) -> None:
    await saved(chat)
    row = min(await planned(chat), key=lambda row: row.due)
    await fault(chat, "sendMessage", code=429, retry_after=1)
    await chat.clock(set=(row.due + timedelta(minutes=11)).isoformat())
    assert [c["code"] for c in (await calls(chat))[-2:]] == [429, 200]
    assert "Late, sorry" in chat.text
    sent = (await chat.program.store.load(chat.user)).get(Reminder, row.id)
    assert sent is not None
    assert (sent.state, sent.due) == ("sent", row.due)


async def test_a_screen_that_cannot_be_parsed_comes_plain(chat: Chat) -> None:
    await saved(chat)
    words = 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 7'
    await fault(chat, "sendMessage", code=400, description=words)
    await chat.say("/card")
    first, second = (await calls(chat))[-2:]
    assert (first["code"], second["code"]) == (400, 200)
    assert "parse_mode" not in second["parameters"]
    assert "<b>" not in second["parameters"]["text"]
    assert buttons_of(chat.new[-1])


@pytest.mark.parametrize("reason", ["message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"])
async def test_a_screen_that_is_gone_comes_anew(chat: Chat, reason: str) -> None:
    await chat.say("/priorities")
    await fault(chat, "editMessageText", code=400, description=f"Bad Request: {reason}")
    await chat.tap("Pay")
    assert [c["method"] for c in await calls(chat)] == ["sendMessage", "editMessageText", "sendMessage"]
    assert len(chat.new) == 1
    await chat.tap("Learning")
    assert (await calls(chat))[-1]["code"] == 200


async def test_a_screen_that_shows_that_already(chat: Chat) -> None:
    await chat.say("/priorities")
    words = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
    await fault(chat, "editMessageText", code=400, description=words)
    await chat.tap("Pay")
    assert [c["method"] for c in await calls(chat)] == ["sendMessage", "editMessageText"]


async def test_an_old_button_press_is_answered_all_the_same(chat: Chat) -> None:
    await chat.say("/priorities")
    words = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    await fault(chat, "answerCallbackQuery", code=400, description=words)
    await chat.tap("Pay")
    assert "Pay" in chat.text


@pytest.mark.parametrize("how", [{"drop_after_accept": True}, {"code": 500}])
async def test_an_edit_that_may_be_lost_is_done_again(chat: Chat, how: dict[str, Any]) -> None:
    await chat.say("/priorities")
    await fault(chat, "editMessageText", **how)
    await chat.tap("Pay")
    assert [c["method"] for c in await calls(chat)] == ["sendMessage", "editMessageText", "editMessageText"]
    assert "Pay" in chat.text


async def test_an_answer_that_was_cut_off_is_not_sent_twice(chat: Chat) -> None:
    await fault(chat, "sendMessage", drop_after_accept=True)
    await chat.say("/start")
    await chat.say("/help")
    assert len([m for m in chat.all if "What's happening?" in m["text"]]) == 1


# -- several updates that are one thing -------------------------------------------------------------------------


async def test_an_album_gets_one_reply(chat: Chat) -> None:
    await chat.upload("photo", 4, media_group="77", caption="four screenshots of a letter")
    assert len(await calls(chat)) == 1
    await chat.say("/help")
    assert len(await calls(chat)) == 2


async def test_a_long_paste_is_one_message(chat: Chat) -> None:
    """The client cuts it at 4,096 characters; the answer speaks of all of it."""
    long = "I am afraid that they will make me work every weekend. " * 95
    await chat.say("/worry")
    assert len((await chat.post("send", text=long))["messages"]) == 2
    await chat._answer()
    assert len(await calls(chat)) == 2
    assert f"{len(long.strip())} characters" in chat.text


@pytest.mark.parametrize("command", ["", "/worry "])
async def test_a_long_worry_gets_one_reply(chat: Chat, command: str) -> None:
    long = command + "I am afraid that they will make me work every weekend. " * 95
    assert len((await chat.post("send", text=long))["messages"]) == 2
    await chat._answer()
    assert len(await calls(chat)) == 1
    assert "Keep" in chat.labels()[0]


# -- the end, and what an operator sees -------------------------------------------------------------------------


async def test_a_stop_under_load_loses_nothing(tmp_path: Path) -> None:
    """SIGTERM while answers hang: it ends within ten seconds, and what was not answered is answered after it."""
    token = {"TELEGRAM_BOT_TOKEN": TOKEN}
    async with telegram() as net:
        token["TELEGRAM_API_URL"] = net.url
        async with child(tmp_path, **token) as bot:
            await bot.says("level=info event=started")
            await net.post("fault", method="sendMessage", delay=0.2, times=10)
            await net.post("fault", method="sendMessage", code=429, retry_after=60, times=100)
            for number in range(15):
                for user, name in ((SAM, "sam"), (ROBIN, "robin")):
                    await net.say(f"/{name}{number}", user)
            await net.called("sendMessage", 12)
            ended = await bot.stop(10.0)
        assert (ended.code, ended.told) == (0, [])
        await net.post("fault", clear=True)
        async with child(tmp_path, **token) as bot:
            for user, name in ((SAM, "sam"), (ROBIN, "robin")):
                texts = await net.answered(15, user)
                assert [re.findall(r"/(\w+?)\.", text)[0] for text in texts] == [f"{name}{n}" for n in range(15)]
            await bot.stop()


async def test_a_stop_while_everything_hangs(tmp_path: Path) -> None:
    token = {"TELEGRAM_BOT_TOKEN": TOKEN}
    async with telegram() as net, child(tmp_path, TELEGRAM_API_URL=net.url, **token) as bot:
        await bot.says("level=info event=started")
        await net.post("fault", method="sendMessage", delay=30, times=100)
        for user in (SAM, ROBIN):
            await net.say("/start", user)
        await net.called("sendMessage", 2, answered=False)
        ended = await bot.stop(10.0)
        await net.post("fault", clear=True)
    assert (ended.code, ended.told) == (0, [])


async def test_health_and_metrics_tell_numbers_only(tmp_path: Path) -> None:
    port = free_port()
    async with talking(tmp_path, METRICS_PORT=str(port)) as chat:
        await saved(chat)
        answers = [await got(chat, f"http://127.0.0.1:{port}/{path}") for path in ("healthz", "metrics")]
        assert answers[0] == (200, "ok\n")
        assert answers[1][0] == 200
        assert "bot_users 1.0" in answers[1][1]
        assert "bot_inbox_waiting 0.0" in answers[1][1]
        for word in ("Juniper", "Noor", "Berlin", str(SAM), "Sam"):
            assert word not in answers[1][1]
        await chat.program.store.close()
        assert await got(chat, f"http://127.0.0.1:{port}/healthz") == (503, "the store does not answer\n")


async def got(chat: Chat, url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as http, http.get(url) as response:
        return response.status, await response.text()
