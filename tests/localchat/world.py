"""Raw HTTP to a local chat: the bot's side, the user's side and what is between them."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.localchat.server import LocalChat

TOKEN = "424242:local-token"
SAM = 1001
ROBIN = 1002
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (40).to_bytes(4, "big") + (30).to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
)


class World:
    """One local chat and a client for it."""

    def __init__(self, chat: LocalChat, url: str, session: aiohttp.ClientSession) -> None:
        self.chat = chat
        self.url = url
        self.session = session

    async def api(self, method: str, **params: Any) -> tuple[int, dict[str, Any]]:
        """A Bot API call; gives the HTTP status and the answer."""
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", json=params) as answer:
            return answer.status, await answer.json()

    async def ok(self, method: str, **params: Any) -> Any:
        """A Bot API call that must work; gives its result."""
        status, answer = await self.api(method, **params)
        assert (status, answer["ok"]) == (200, True), answer
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> tuple[int, str]:
        """A Bot API call that must fail; gives code and description."""
        status, answer = await self.api(method, **params)
        assert answer["ok"] is False
        assert answer["error_code"] == status
        return status, answer["description"]

    async def updates(self, offset: int = 0, **params: Any) -> list[dict[str, Any]]:
        """Pending updates; those that come are confirmed at once unless an offset is given."""
        found: list[dict[str, Any]] = await self.ok("getUpdates", offset=offset, **params)
        if found and not offset:
            await self.ok("getUpdates", offset=found[-1]["update_id"] + 1)
        return found

    async def get(self, path: str) -> Any:
        """A control endpoint that is read."""
        async with self.session.get(f"{self.url}/local/{path}") as answer:
            return await answer.json()

    async def post(self, path: str, status: int = 200, **data: Any) -> Any:
        """A control endpoint that does something."""
        async with self.session.post(f"{self.url}/local/{path}", json=data) as answer:
            assert answer.status == status, await answer.text()
            return await answer.json()

    async def say(self, text: str, user: int = SAM, **extra: Any) -> Any:
        """A user writes."""
        return await self.post("send", user=user, text=text, **extra)

    async def upload(self, *files: tuple[str, bytes], **fields: str) -> Any:
        """A user sends files."""
        form = aiohttp.FormData({"user": str(SAM), **fields})
        for name, data in files:
            form.add_field("file", io.BytesIO(data), filename=name)
        async with self.session.post(f"{self.url}/local/send", data=form) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def send_file(self, method: str, field: str, name: str, data: bytes, **params: str) -> Any:
        """The bot sends a file."""
        form = aiohttp.FormData({"chat_id": str(SAM), **params})
        form.add_field(field, data, filename=name)
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", data=form) as answer:
            body = await answer.json()
            assert body["ok"], body
            return body["result"]

    async def messages(self, user: int = SAM) -> list[dict[str, Any]]:
        """What the page of a user shows."""
        shown: list[dict[str, Any]] = (await self.get(f"chat?user={user}"))["messages"]
        return shown

    async def with_buttons(self, *data: str) -> dict[str, Any]:
        """The bot sends a message with buttons."""
        row = [{"text": value.title(), "callback_data": value} for value in data]
        sent: dict[str, Any] = await self.ok(
            "sendMessage", chat_id=SAM, text="Choose", reply_markup={"inline_keyboard": [row]}
        )
        return sent

    @asynccontextmanager
    async def stream(self, cursor: int, user: int = SAM) -> AsyncIterator[AsyncIterator[dict[str, Any]]]:
        """The live events of a user after a cursor."""
        async with self.session.get(f"{self.url}/local/events?user={user}&cursor={cursor}") as answer:
            assert answer.content_type == "text/event-stream"
            yield events(answer)


async def events(answer: aiohttp.ClientResponse) -> AsyncIterator[dict[str, Any]]:
    """The data lines of an event stream."""
    async for line in answer.content:
        if line.startswith(b"data: "):
            yield json.loads(line[6:])


async def follow(stream: AsyncIterator[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """The next events of a stream."""
    async with asyncio.timeout(5):
        return [await anext(stream) for _ in range(count)]


@asynccontextmanager
async def running(clock_file: Path | None = None, port: int = 0) -> AsyncIterator[World]:
    """Starts a local chat and stops it afterwards."""
    chat = LocalChat(TOKEN, clock_file=clock_file)
    url = await chat.start(port=port)
    try:
        async with aiohttp.ClientSession() as session:
            yield World(chat, url, session)
    finally:
        await chat.stop()
