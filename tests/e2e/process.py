"""`python -m bot` as a child: real exit codes, real signals, what it prints, and a Telegram for it to talk to."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import os
import re
import secrets
import signal
import socket
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import structlog

from bot import log
from bot.localchat.server import LocalChat

ROOT = Path(__file__).parents[2]
TOKEN = "424242:Zq7-not_a_token_of_any_real_bot_at_all"
SAM, ROBIN = 1001, 1002
_numbers = itertools.count(1)
_LOG_LINE = re.compile(r"timestamp=|    \S")  # a record, or a line of the traceback under it


@dataclass(frozen=True, slots=True)
class Ended:
    """What a child left behind."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> list[str]:
        """The lines on standard error that are no log."""
        return [line for line in self.err.splitlines() if not _LOG_LINE.match(line)]


class Child:
    """A running `python -m bot`; its output goes to files, so that a full pipe never stops it."""

    def __init__(self, process: asyncio.subprocess.Process, out: Path, err: Path) -> None:
        self.process = process
        self._out, self._err = out, err

    @property
    def output(self) -> str:
        """All that it has printed so far."""
        return self._out.read_text() + self._err.read_text()

    async def says(self, words: str, seconds: float = 20.0) -> None:
        """Waits until it has printed that."""
        async with asyncio.timeout(seconds):
            while words not in self.output:
                assert self.process.returncode is None, self.output
                await asyncio.sleep(0.03)

    async def ended(self, seconds: float = 20.0) -> Ended:
        """Waits for its end."""
        async with asyncio.timeout(seconds):
            code = await self.process.wait()
        return Ended(code, self._out.read_text(), self._err.read_text())

    async def stop(self, seconds: float = 10.0) -> Ended:
        """Asks it to end, as a service manager does; ten seconds are what it may take."""
        self.process.send_signal(signal.SIGTERM)
        return await self.ended(seconds)


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """All that the child sees of the world: its own folders, no setting of this machine."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "LOCAL_CHAT_PORT": "0",
        "LOG_LEVEL": "INFO",
        "ACCESS": "open",
        "MESSAGES_PER_MINUTE": "0",
        "MESSAGES_PER_DAY": "0",
        "FILES_PER_DAY": "0",
        **settings,
    }


@asynccontextmanager
async def child(folder: Path, *arguments: str, **settings: str) -> AsyncIterator[Child]:
    """Starts it in ``folder``, where its .env would lie; killed at the end if it still runs."""
    number = next(_numbers)
    out, err = folder / f"{number}.out", folder / f"{number}.err"
    with out.open("wb") as to_out, err.open("wb") as to_err:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *arguments, cwd=folder, env=environment(folder, **settings),
            stdin=asyncio.subprocess.DEVNULL, stdout=to_out, stderr=to_err,
        )  # fmt: skip
    try:
        yield Child(process, out, err)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def run(folder: Path, *arguments: str, **settings: str) -> Ended:
    """Runs it to its end."""
    async with child(folder, *arguments, **settings) as process:
        return await process.ended()


def refused(ended: Ended, *words: str, hidden: tuple[str, ...] = ()) -> None:
    """It ended with exit code 2 and one line that holds these words, without a traceback or what must stay hidden."""
    assert ended.code == 2, ended
    assert len(ended.told) == 1, ended.err
    assert ended.told[0].startswith("Cannot go on: ")
    assert [word for word in words if word not in ended.told[0]] == [], ended.told[0]
    assert "Traceback" not in ended.err
    assert ".py" not in ended.err
    assert [secret for secret in hidden if secret in ended.out + ended.err] == []


def free_port() -> int:
    """A port of this machine that nobody listens on, and that no other worker of the tests is given meanwhile."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    while True:
        # Below those that the system hands out by itself.
        port = 20_000 + 2_000 * (worker % 6) + secrets.randbelow(2_000)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


class Telegram:
    """The users' side of a local chat at that address."""

    def __init__(self, url: str, http: aiohttp.ClientSession, server: LocalChat | None = None) -> None:
        self.url, self._http, self._server = url, http, server

    @property
    def server(self) -> LocalChat:
        assert self._server is not None
        return self._server

    async def post(self, path: str, **fields: Any) -> dict[str, Any]:
        async with self._http.post(f"{self.url}/local/{path}", json=fields) as response:
            assert response.status == 200, await response.text()
            return dict(await response.json())

    async def say(self, text: str, user: int = SAM) -> int:
        """A user writes; gives the update's id."""
        return int((await self.post("send", user=user, text=text))["update_id"])

    async def messages(self, user: int = SAM) -> list[dict[str, Any]]:
        """What the bot has written to that user, oldest first."""
        async with self._http.get(f"{self.url}/local/chat", params={"user": str(user)}) as response:
            found = await response.json()
        return [message for message in found["messages"] if not message.get("out")]

    async def texts(self, user: int = SAM) -> list[str]:
        return [str(message.get("text") or message.get("caption") or "") for message in await self.messages(user)]

    async def answered(self, count: int, user: int = SAM, seconds: float = 15.0) -> list[str]:
        """Waits until the bot has written so many messages to that user; gives their texts."""
        async with asyncio.timeout(seconds):
            while True:
                found = await self.texts(user)
                if len(found) >= count:
                    return found
                await asyncio.sleep(0.03)

    async def calls(self, method: str = "") -> list[dict[str, Any]]:
        """The Bot API calls so far, of one method where it is named."""
        async with self._http.get(f"{self.url}/local/calls") as response:
            found = await response.json()
        return [call for call in found if not method or call["method"].lower() == method.lower()]

    async def called(self, method: str, count: int = 1, *, answered: bool = True, seconds: float = 15.0) -> None:
        """Waits until the bot has called that method so often, and has its answers, whatever they are."""
        async with asyncio.timeout(seconds):
            while True:
                found = [call for call in await self.calls(method) if call["code"] or not answered]
                if len(found) >= count:
                    return
                await asyncio.sleep(0.03)


@contextmanager
def logging_at_debug(token: str = "") -> Iterator[None]:
    """Logs as the program with that token sets them up, at DEBUG; all as before afterwards."""
    root, hooks = logging.getLogger(), (sys.excepthook, threading.excepthook, sys.unraisablehook)
    level, levels = root.level, {name: logging.getLogger(name).level for name in log.QUIET}
    handlers, root.handlers = root.handlers, []
    log.configure("DEBUG", token)
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
        logging.captureWarnings(False)
        root.handlers = handlers
        root.setLevel(level)
        for name, old in levels.items():
            logging.getLogger(name).setLevel(old)
        structlog.reset_defaults()


@asynccontextmanager
async def telegram(token: str = TOKEN, port: int = 0) -> AsyncIterator[Telegram]:
    """A Telegram of our own for bots with that token."""
    server = LocalChat(token)
    url = await server.start(port=port)
    try:
        async with aiohttp.ClientSession() as http:
            yield Telegram(url, http, server)
    finally:
        await server.stop()
