"""Seven in the evening, and 100,000 lists are due at once: how long it takes, what goes wrong, and who has to wait.

First in virtual time, against a server that keeps Telegram's limits; then for half a minute in real time, with the
whole program over HTTP. `python -m tests.bench.evening --quick` takes fewer users.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import aiohttp

from bot.app import Program
from bot.localchat.call import Call
from bot.localchat.server import LocalChat
from bot.place import LOCAL_TOKEN
from bot.telegram.lanes import BULK
from tests import virtual
from tests.bench.fill import fill, key_file, sample, url_of
from tests.chat import settings_in
from tests.telegram.evening import BEFORE, SEVEN, Evening

TROUBLE = 0.0005  # share of calls that go wrong in each of four ways
TALK = 5.0  # replies a second meanwhile
TALKERS = 200


async def measure(quick: bool = False) -> dict[str, object]:
    """All figures: times in seconds, shares from 0 to 1. Names that begin with "real" are of the real program."""
    simulated = await asyncio.to_thread(simulate, 5_000 if quick else 100_000)
    return simulated | await real(1_000 if quick else 20_000, 15.0 if quick else 30.0)


def simulate(count: int) -> dict[str, object]:
    """The evening in virtual time."""
    evening = virtual.run(Evening(count, trouble=TROUBLE, talk=TALK).play())
    return {
        "reminders": count,
        "lost": evening.lost(),
        "twice": evening.twice(),
        "out of order": evening.out_of_order(),
        "said to be late": evening.late,
        "share of the bulk rate": round(evening.rate_used(), 4),
        "minutes": round((evening.ended - BEFORE.total_seconds()) / 60, 1),
        "refused (429)": len(evening.server.refused),
        "not obeyed": evening.server.disobeyed,
        "replies": len(evening.waits),
        "reply median": round(evening.wait(0.5), 3),
        "reply p99": round(evening.wait(0.99), 3),
    }


class Ear(deque[tuple[int, Call, list[int]]]):
    """The server's record of calls: notes when each chat got its messages."""

    def __init__(self) -> None:
        super().__init__(maxlen=100)
        self.heard: dict[int, list[float]] = {}

    def append(self, item: tuple[int, Call, list[int]]) -> None:
        super().append(item)
        call = item[1]
        if call.method == "sendmessage":
            self.heard.setdefault(int(call.params["chat_id"]), []).append(asyncio.get_running_loop().time())


class Sample:
    """The real program on its local chat, with a full database, for a while."""

    def __init__(self, count: int, folder: Path) -> None:
        self.count, self.file = count, folder / "bench.db"
        self.server, self.ear = LocalChat(LOCAL_TOKEN), Ear()
        self.server.state.calls = self.ear
        self.settings = settings_in(
            folder, DATABASE_URL=url_of(self.file), ENCRYPTION_KEY_FILE=str(key_file(self.file)), LOG_LEVEL="ERROR"
        )
        self.talkers = range(count + 1, count + 1 + TALKERS)
        self.asked: list[tuple[int, float]] = []

    async def play(self, seconds: float) -> dict[str, object]:
        await fill(self.file, self.count, sample(SEVEN, zone="Europe/London", due=True))
        for user_id in range(1, self.count + 1 + TALKERS):
            self.server.state.learn({"id": user_id, "type": "private", "first_name": f"User {user_id}"})
        url = await self.server.start()
        program = Program(self.settings, local_url=url, say=lambda line: None)
        async with aiohttp.ClientSession() as http:
            await http.post(f"{url}/local/clock", json={"set": SEVEN.isoformat()})
            await program.start()
            try:
                await asyncio.sleep(1.0)
                begun = asyncio.get_running_loop().time()
                talking = asyncio.create_task(self._talk(http, url))
                await asyncio.sleep(seconds)
                talking.cancel()
                return self._figures(begun, begun + seconds)
            finally:
                await program.stop()
                await self.server.stop()

    async def _talk(self, http: aiohttp.ClientSession, url: str) -> None:
        loop, chance = asyncio.get_running_loop(), random.Random(1)
        async with asyncio.TaskGroup() as group:
            for user_id in self.talkers:
                await asyncio.sleep(chance.expovariate(TALK))
                self.asked.append((user_id, loop.time()))
                group.create_task(self._say(http, url, user_id))

    async def _say(self, http: aiohttp.ClientSession, url: str, user_id: int) -> None:
        await http.post(f"{url}/local/send", json={"user": user_id, "text": "/start"})

    def _figures(self, begun: float, ended: float) -> dict[str, object]:
        reminders = [at for chat, times in self.ear.heard.items() if chat <= self.count for at in times]
        during = sum(begun <= at < ended for at in reminders)
        # Who asked in the last second may not have his answer yet.
        waits = sorted(self.ear.heard.get(chat, [ended])[0] - at for chat, at in self.asked if at < ended - 1)
        return {
            "real reminders due": self.count,
            "real seconds": ended - begun,
            "real share of the bulk rate": round(during / (BULK * (ended - begun)), 4),
            "real twice": sum(len(times) > 1 for chat, times in self.ear.heard.items() if chat <= self.count),
            "real replies": len(waits),
            "real reply median": round(waits[len(waits) // 2], 3),
            "real reply p99": round(waits[int(len(waits) * 0.99)], 3),
        }


async def real(count: int, seconds: float) -> dict[str, object]:
    """The sample in real time; fewer seconds where fewer reminders are due."""
    with tempfile.TemporaryDirectory(prefix="evening-") as folder:
        return await Sample(count, Path(folder)).play(min(seconds, count / BULK - 2))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.evening", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="5,000 users instead of 100,000 (which take minutes)")
    found: dict[str, Any] = asyncio.run(measure(parser.parse_args(arguments).quick))
    for name, figure in found.items():
        print(f"{name:28}{figure}")
    wrong = [found[name] for name in ("lost", "twice", "out of order", "not obeyed", "real twice")]
    return 1 if any(wrong) else 0


if __name__ == "__main__":
    sys.exit(main())
