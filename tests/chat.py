"""Plays a user against the real program over HTTP: say, tap, expect. The server is the local chat's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from mimetypes import guess_type
from pathlib import Path
from typing import Any, TypeVar

import aiohttp

from bot.app import Program
from bot.localchat.server import LocalChat
from bot.place import LOCAL_TOKEN
from bot.settings import load
from bot.store.work import Work
from bot.telegram.files import Reading
from tests import fresh, tone
from tests.files import PIXEL, quick

Found = TypeVar("Found")
LATER = datetime(2100, 1, 1, tzinfo=UTC)  # later than anybody wrote
TUESDAY = datetime(2026, 11, 24, 9, 20, tzinfo=UTC)  # 10:20 in Berlin


class Chat:
    """One user's chat. ``new`` holds what the bot sent or changed since the last action."""

    def __init__(self, program: Program, server: LocalChat, http: aiohttp.ClientSession, url: str, user: int) -> None:
        self.program, self.server, self.http, self.url, self.user = program, server, http, url, user
        self.new: list[dict[str, Any]] = []
        self.all: list[dict[str, Any]] = []
        self._seen: dict[int, dict[str, Any]] = {}

    # -- what a user does -----------------------------------------------------------------------------------------

    async def say(self, text: str, **more: Any) -> str:
        """Types a message and gives the text of the bot's answer."""
        await self.post("send", text=text, **more)
        return await self._answer()

    async def tap(self, label: str, *, on: dict[str, Any] | None = None) -> str:
        """Taps the newest button whose label holds ``label``."""
        message, data = self.find(label) if on is None else (on, data_of(on, label))
        await self.post("tap", message_id=message["message_id"], data=data)
        return await self._answer()

    async def press(self, message_id: int, data: str) -> str:
        """Presses a button by its data, forged where the message has none such."""
        await self.post("tap", message_id=message_id, data=data, forged=True)
        return await self._answer()

    async def edit(self, text: str) -> str:
        """Edits the user's own last message."""
        own = [m for m in await self.messages() if m.get("out")]
        await self.post("edit", message_id=own[-1]["message_id"], text=text)
        return await self._answer()

    async def upload(self, kind: str, count: int = 1, **fields: str) -> str:
        """Sends pictures in which nothing can be read: several make an album."""
        await self.post_files(kind, *[(f"f{number}.png", PIXEL) for number in range(count)], **fields)
        return await self._answer()

    async def send(self, *files: tuple[str, bytes], kind: str = "document", **fields: str) -> str:
        """Sends files by name and bytes, and gives the text of the bot's answer."""
        await self.post_files(kind, *files, **fields)
        return await self._answer()

    async def share(self, **fields: Any) -> str:
        """Sends what is no text and no file: a contact, a place, a poll. Gives the text of the bot's answer."""
        await self.post("send", **fields)
        return await self._answer()

    async def post_files(self, kind: str, *files: tuple[str, bytes], **fields: str) -> None:
        form = aiohttp.FormData()
        for name, value in {"user": str(self.user), "kind": kind, **fields}.items():
            form.add_field(name, value)
        for name, data in files:
            form.add_field("file", data, filename=name, content_type=guess_type(name)[0] or "application/octet-stream")
        async with self.http.post(f"{self.url}/local/send", data=form) as response:
            assert response.status == 200, await response.text()

    async def clock(self, **move: Any) -> str:
        """Moves the clock (advance=seconds, set=iso, to_next=True) and gives what the bot sent."""
        await self.post("clock", with_user=False, **move)
        await asyncio.sleep(0.05)
        return await self._answer()

    async def opened(self, message: dict[str, Any]) -> bytes:
        """The file of that message, as the user would open it."""
        file_id = message["document"]["file_id"]
        async with self.http.get(f"{self.url}/local/file/{file_id}") as response:
            assert response.status == 200, await response.text()
            return await response.read()

    # -- what a user sees -----------------------------------------------------------------------------------------

    async def messages(self) -> list[dict[str, Any]]:
        """As /local/chat gives them, but not over HTTP: a long talk would be sent whole after each step."""
        return [stored.shown() for stored in self.server.state.chats[self.user].messages.values()]

    def find(self, label: str) -> tuple[dict[str, Any], str]:
        """The newest button with that label among the messages seen so far."""
        for message in reversed(self.all):
            for button in buttons_of(message):
                if label in button["text"]:
                    return message, button["callback_data"]
        raise AssertionError(
            f"no button {label!r}; there is {[b['text'] for m in self.all[-1:] for b in buttons_of(m)]}"
        )

    @property
    def text(self) -> str:
        """The text of what came last."""
        return str(self.new[-1].get("text") or self.new[-1].get("caption") or "") if self.new else ""

    def labels(self) -> list[str]:
        """The button labels of what came last."""
        return [button["text"] for button in buttons_of(self.new[-1])] if self.new else []

    def expect(self, *parts: str) -> None:
        """What came last holds these parts, in this order."""
        at = 0
        for part in parts:
            found = self.text.find(part, at)
            assert found >= 0, f"{part!r} is not in {self.text!r}"
            at = found + len(part)

    async def work(self) -> Work:
        """The user's records as they are stored now."""
        return await self.program.store.load(self.user)

    # -- how it works ---------------------------------------------------------------------------------------------

    async def post(self, path: str, *, with_user: bool = True, **fields: Any) -> dict[str, Any]:
        body = {"user": self.user, **fields} if with_user else fields
        async with self.http.post(f"{self.url}/local/{path}", json=body) as response:
            assert response.status == 200, await response.text()
            return dict(await response.json())

    async def settle(self) -> None:
        """Waits until the program has nothing left to do."""
        await eventually(self._delivered, 60.0)  # the program is asked only then: its answer costs several queries
        await self.program.settled(lambda: not self.server.state.updates.pending)

    async def _delivered(self) -> bool:
        return not self.server.state.updates.pending

    async def _answer(self) -> str:
        await self.settle()
        self.all = [m for m in await self.messages() if not m.get("out")]
        self.new = [m for m in self.all if self._seen.get(m["message_id"]) != m]
        self._seen = {m["message_id"]: m for m in self.all}
        return self.text


async def eventually(look: Callable[[], Awaitable[Found]], seconds: float = 10.0) -> Found:
    """Looks until it sees something, and gives that; TimeoutError where there is nothing so long."""
    async with asyncio.timeout(seconds):
        while True:
            if found := await look():
                return found
            await asyncio.sleep(0.002)


def buttons_of(message: dict[str, Any]) -> list[dict[str, Any]]:
    return [b for row in message.get("reply_markup", {}).get("inline_keyboard", []) for b in row]


def data_of(message: dict[str, Any], label: str) -> str:
    return str(next(b["callback_data"] for b in buttons_of(message) if label in b["text"]))


def settings_in(folder: Path, **more: str) -> Any:
    """Settings of a program of its own in that folder, without a token."""
    env = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "XDG_CONFIG_HOME": str(folder / "config"),
           "LOCAL_CHAT_PORT": "0", "LOG_LEVEL": "WARNING", **more}  # fmt: skip
    return load(env, folder / "none.env")


@asynccontextmanager
async def talking(
    folder: Path, now: datetime = TUESDAY, *, heard: bool = True, read_file: Reading = quick, **settings: str
) -> AsyncIterator[Chat]:
    """A running program on its own database, with the clock at ``now``, and a chat with it.

    ``heard``: how the bot speaks is checked too. Not where a script does every odd thing at once: notes about them
    stand above the screen that is shown again.
    """
    server = LocalChat(LOCAL_TOKEN)
    url = await server.start()
    async with aiohttp.ClientSession() as http:
        async with http.post(f"{url}/local/clock", json={"set": now.isoformat()}) as response:
            assert response.status == 200
        async with http.get(f"{url}/local/users") as response:
            users = await response.json()
        known = settings_in(folder, **settings)
        fresh.tables_for(known)
        program = Program(known, local_url=url, say=lambda line: None, read_file=read_file)
        await program.start()
        faults = _heard(program)
        try:
            yield Chat(program, server, http, url, users[0]["id"])
        finally:
            await program.stop()
            await server.stop()
    assert not (heard and faults), faults


def _heard(program: Program) -> list[str]:
    """What is wrong with the words that the bot says from now on; the list grows."""
    found: list[str] = []
    post = program.messenger._post

    async def listening(call: dict[str, Any]) -> int | None:
        found.extend(f"{fault}: {call.get('text') or call.get('caption')}" for fault in tone.faults(call))
        return await post(call)

    program.messenger._post = listening  # type: ignore[method-assign]
    return found
