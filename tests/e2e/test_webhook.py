"""The bot with a token: by webhook and by polling, through failures; the token is never printed."""

from __future__ import annotations

import asyncio
import io
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.settings import data_folder
from tests.crash_look import all_marked
from tests.e2e.process import (
    ROBIN,
    SAM,
    TOKEN,
    Child,
    Ended,
    Telegram,
    child,
    environment,
    free_port,
    refused,
    telegram,
)

pytestmark = pytest.mark.anyio
SECRET = "a_webhook_secret_of_these_tests_only"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def hidden(ended: Ended) -> None:
    """Neither token nor secret was printed, whole or in part."""
    printed = ended.out + ended.err
    assert [word for word in (TOKEN, TOKEN.partition(":")[2], SECRET) if word in printed] == []


class Hooked:
    """A bot behind a webhook, and its address."""

    def __init__(self, folder: Path, net: Telegram) -> None:
        self.folder, self.net = folder, net
        self.url = f"http://127.0.0.1:{free_port()}"
        self.settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": net.url, "LOG_LEVEL": "DEBUG",
            "WEBHOOK_URL": self.url, "WEBHOOK_PORT": self.url.rpartition(":")[2], "WEBHOOK_SECRET": SECRET,
        }  # fmt: skip

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Child]:
        async with child(self.folder, **self.settings) as bot:
            await bot.says("level=info event=started")
            yield bot

    async def deliver(self, body: bytes, secret: str = SECRET, **headers: str) -> int:
        """Posts to the webhook as somebody who may not be Telegram; gives the status."""
        given = {HEADER: secret, "Content-Type": "application/json", **headers}
        url, stream = f"{self.url}/telegram", io.BytesIO(body)
        async with aiohttp.ClientSession() as http, http.post(url, data=stream, headers=given) as answer:
            return answer.status


def update(text: str, number: int = 1, user: int = SAM) -> bytes:
    """An update that the local chat never sent."""
    person: dict[str, Any] = {"id": user, "is_bot": False, "first_name": "Sam"}
    message = {"message_id": 1, "date": 1, "chat": {"id": user, "type": "private"}, "from": person, "text": text}
    return json.dumps({"update_id": number, "message": message}).encode()


async def test_by_webhook(tmp_path: Path) -> None:
    async with telegram() as net:
        hooked = Hooked(tmp_path, net)
        async with hooked.running() as bot:
            [call] = await net.calls("setWebhook")
            assert call["parameters"]["url"] == f"{hooked.url}/telegram"
            assert call["parameters"]["secret_token"] == SECRET
            assert "my_chat_member" in call["parameters"]["allowed_updates"]
            first = await net.say("/start")
            await net.say("/start", ROBIN)
            assert "What's happening?" in (await net.answered(1))[0]
            await net.answered(1, ROBIN)
            await duplicates(net, first)
            await strangers(hooked)
            ended = await bot.stop()
        assert (ended.code, ended.told) == (0, [])
        hidden(ended)
        await restarted(hooked)


async def duplicates(net: Telegram, first: int) -> None:
    """The same update again is taken and changes nothing."""
    before = len(await net.calls())
    for _ in range(3):
        await net.post("redeliver", update_id=first)
    await net.say("/help")
    await net.answered(2)
    sent = [call for call in (await net.calls())[before:] if call["parameters"].get("chat_id") == SAM]
    assert [call["method"] for call in sent] == ["sendMessage"]


async def strangers(hooked: Hooked) -> None:
    """Who does not know the secret is refused; what is no update is answered and not kept."""
    for secret in ("", "x" * 36, "secr\xe9t", SECRET + "x"):
        assert await hooked.deliver(update("/start"), secret) == 403
    for body in (b"", b"no json", b"\xff\xfe", b"[]", b"7", b"{}", b"null", b'{"update_id": "x"}', b"[" * 50_000,
                 b'{"update_id": 99999999999999999999, "message": {}}'):  # fmt: skip
        assert await hooked.deliver(body) == 200
    assert await hooked.deliver(b"{}", **{"Content-Type": "application/json; charset=no-such"}) == 200
    assert await hooked.deliver(b" " * (2 << 20)) == 413
    texts = await hooked.net.texts()
    assert await hooked.deliver(update("/cancel")) == 200
    assert len(await hooked.net.answered(len(texts) + 1)) == len(texts) + 1


async def restarted(hooked: Hooked) -> None:
    """What was written while the bot was away is answered when it is back, in order."""
    net = hooked.net
    before = len(await net.texts())
    for text in ("/help", "/privacy", "/cancel"):
        await net.say(text)
    async with hooked.running() as bot:
        texts = (await net.answered(before + 3))[before:]
        assert ["nothing to stop" in text for text in texts] == [False, False, True]
        await all_marked(f"sqlite:///{data_folder(environment(hooked.folder)) / 'bot.db'}")
        bot.process.kill()
        await bot.ended()
    await net.say("/help")
    async with hooked.running() as bot:
        await net.answered(before + 4)
        hidden(await bot.stop())
    assert len(await net.texts()) == before + 4


async def test_with_a_token_the_machine_tells_the_time(tmp_path: Path) -> None:
    """The clock of a Telegram-like server is not asked: it could be anybody's."""
    async with telegram() as net:
        await net.post("clock", set=datetime(2031, 1, 1, tzinfo=UTC).isoformat())
        async with child(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=net.url) as bot:
            await net.say("/export")
            await net.answered(2)
            names = [message["document"]["file_name"] for message in await net.messages()]
            assert str(datetime.now(UTC).year) in names[0]
            assert (await bot.stop()).code == 0


async def test_polling_through_failures(tmp_path: Path) -> None:
    """Errors, a cut connection, a server that is away: everything is answered once, and no token is printed."""
    port = free_port()
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": f"http://127.0.0.1:{port}", "LOG_LEVEL": "DEBUG"}
    async with child(tmp_path, **settings) as bot:
        await bot.says("Telegram is out of reach")
        async with telegram(port=port) as net:
            await net.post("fault", method="getMe", code=429, retry_after=1)
            await net.post("fault", method="deleteWebhook", code=502)
            await bot.says("level=info event=started")
            await net.post("fault", method="getUpdates", code=500)
            await net.post("fault", method="sendMessage", code=502, times=2)
            await net.say("/start")
            assert len(await net.answered(1)) == 1
            await net.post("fault", method="getUpdates", drop_after_accept=True)
            await net.say("/help")
            assert len(await net.answered(2)) == 2
        await bot.says("poll failed")
        async with telegram(port=port) as net:
            await net.say("/next")
            assert len(await net.answered(1)) == 1
        ended = await bot.stop()
    assert (ended.code, ended.told) == (0, [])
    hidden(ended)


async def test_a_token_that_is_revoked(tmp_path: Path) -> None:
    """The bot ends with a line; the answer that was refused with it comes when the token is right again."""
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "LOG_LEVEL": "DEBUG"}
    async with telegram() as net:
        settings["TELEGRAM_API_URL"] = net.url
        async with child(tmp_path, **settings) as bot:
            await bot.says("level=info event=started")
            await net.post("fault", method="sendMessage", code=401, times=50)
            await net.say("/start")
            await net.called("sendMessage")
            await net.post("fault", method="getUpdates", code=401)
            await net.say("/help")
            ended = await bot.ended()
            refused(ended, "TELEGRAM_BOT_TOKEN is not valid any more", "BotFather")
            hidden(ended)
        assert await net.texts() == []
        await net.post("fault", clear=True)
        async with child(tmp_path, **settings) as bot:
            assert ["What's happening?" in text for text in await net.answered(2)] == [True, False]
            assert (await bot.stop()).code == 0


async def test_it_ends_quickly_while_telegram_is_away(tmp_path: Path) -> None:
    with socket.socket() as held:  # bound and deaf: nobody else can begin to listen there meanwhile
        held.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{held.getsockname()[1]}"
        async with child(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=url) as bot:
            await bot.says("Telegram is out of reach")
            await asyncio.sleep(0.1)
            ended = await bot.stop(3.0)
    assert (ended.code, ended.told) == (0, [])
    hidden(ended)
