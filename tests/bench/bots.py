"""The API server and the bots that are measured on it, each a process with a token, and so a queue, of its own."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import statistics
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.fill import key_file, url_of
from tests.bench.machine import ROOT, Process

HERE = Path(__file__).parent
AIOGRAM_PYTHON = os.environ.get("AIOGRAM_PYTHON", sys.executable)  # a Python with aiogram and aiosqlite
_numbers = itertools.count(100_001)


@dataclass(frozen=True)
class Figures:
    """What one run of one load gave."""

    rate: float  # updates answered a second
    median: float  # ms from given to answered
    p99: float  # ms
    cpu: float  # processor seconds for 1,000 updates
    lost: int  # updates without an answer


class Server:
    """The API server's process."""

    def __init__(self) -> None:
        self.process = Process([sys.executable, "-m", "tests.bench.api"], server=True)
        self.url = f"http://127.0.0.1:{self.process.line()}"

    def play(self, token: str, **load: Any) -> dict[str, Any]:
        """Puts that load on a bot and waits for its end."""
        body = json.dumps({"token": f"bot{token}", **load}).encode()
        with urllib.request.urlopen(f"{self.url}/control/run", body, timeout=600) as answer:
            found: dict[str, Any] = json.load(answer)["result"]
        return found


class Bot:
    """One bot, from its start to its end."""

    def __init__(self, server: Server, token: str, command: list[str], folder: Path = ROOT, **env: str) -> None:
        self._server, self._token = server, token
        self.process = Process(command, folder=folder, env=env)

    def measure(self, **load: Any) -> Figures:
        """One run of a load."""
        return self.measured(**load)[0]

    def measured(self, **load: Any) -> tuple[Figures, int]:
        """The same, and how many files the bot fetched meanwhile."""
        before = self.process.cpu()
        found = self._server.play(self._token, **load)
        if not found["replies"]:
            raise SystemExit("A bot does not answer: run it again with BENCH_LOUD=1 to see what it says.")
        used, replies = self.process.cpu() - before, int(found["replies"])
        times = sorted(found["latencies"]) or [float("nan")]
        figures = Figures(
            rate=replies / found["seconds"],
            median=statistics.median(times) * 1000,
            p99=times[min(len(times) - 1, int(len(times) * 0.99))] * 1000,
            cpu=used / max(replies, 1) * 1000,
            lost=load["count"] - replies,
        )
        return figures, int(found["fetched"])

    def unasked(self, count: int) -> tuple[float, float]:
        """Messages that it sends by itself: so many a second, and what 1,000 cost. The first one says that it runs;
        more than ``count`` must be on their way."""
        self._server.play(self._token, kind="unasked", count=1, users=1, texts=[""])
        before = self.process.cpu()
        found = self._server.play(self._token, kind="unasked", count=count, users=1, texts=[""])
        times = found["latencies"]
        used = self.process.cpu() - before
        return (len(times) - 1) / max(times[-1] - times[0], 0.001), used / len(times) * 1000


def ours(server: Server, file: Path, **settings: str) -> Bot:
    """This bot, as `python -m bot` starts it, on that database."""
    token = new_token()
    return Bot(
        server, token, [sys.executable, "-m", "bot", "--no-browser"], file.parent,
        TELEGRAM_BOT_TOKEN=token, TELEGRAM_API_URL=server.url, DATABASE_URL=url_of(file),
        ENCRYPTION_KEY_FILE=str(key_file(file)), LOG_LEVEL="ERROR",
        **{"ACCESS": "open", "MESSAGES_PER_MINUTE": "0", "MESSAGES_PER_DAY": "0", "FILES_PER_DAY": "0", **settings},
    )  # fmt: skip


def bare(server: Server, kind: str, at_once: int, file: Path | None = None) -> Bot:
    """A bare bot: ``kind`` is "ptb" or "aiogram"; with a file it commits each update before it replies."""
    token = new_token()
    runner = AIOGRAM_PYTHON if kind == "aiogram" else sys.executable
    command = [runner, str(HERE / f"{kind}_bot.py"), server.url, token, str(at_once), *([str(file)] if file else [])]
    return Bot(server, token, command)


def has_aiogram() -> bool:
    """Whether there is an aiogram to compare with."""
    probe = [AIOGRAM_PYTHON, "-c", "import aiogram, aiosqlite"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def new_token() -> str:
    """A fresh token, and with it a fresh queue."""
    return f"{next(_numbers)}:a-token-of-the-benchmark-no-secret"


@contextlib.contextmanager
def running(*bots: Bot) -> Iterator[None]:
    """Ends them, whatever happens."""
    try:
        yield
    finally:
        for bot in bots:
            bot.process.stop()
