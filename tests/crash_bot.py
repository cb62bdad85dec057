"""The bot as child processes that are killed and started again at once, and what was in flight at each death."""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.localchat.call import Call
from bot.localchat.state import State
from tests.crash_look import Database, Left
from tests.forked import Forked

ROOT = Path(__file__).parents[1]
FAILED = 137  # the exit code at a failpoint
# What the bot calls by itself at its start and while it waits: no work for anybody.
IDLE = ("getupdates", "getme", "deletewebhook", "setmycommands", "setmydescription", "setmyshortdescription")
POLLERS = 0.4  # of the kills, where there are several workers: the rest hits any of them


@dataclass(frozen=True, slots=True)
class Death:
    """An end of a process. ``handed``: updates that it was given and had not confirmed as stored."""

    how: str  # kill | failpoint | stop | crash
    starting: bool
    polling: bool
    left: Left
    handed: int
    seconds: float  # from the signal to the end
    sends: int = 0  # messages that were on their way: each may come a second time

    @property
    def in_flight(self) -> bool:
        return bool(self.left.unanswered or self.left.leased or self.handed)


class Calls(deque[tuple[int, Call, list[int]]]):
    """The server's record of calls, with an ear on it."""

    def __init__(self, heard: Callable[[Call, list[int]], None]) -> None:
        super().__init__(maxlen=5_000)
        self._heard = heard

    def append(self, item: tuple[int, Call, list[int]]) -> None:
        super().append(item)
        self._heard(item[1], item[2])


class Worker:
    """Keeps one process running: whenever it ends, the next one is started."""

    def __init__(self, bot: Bot, number: int) -> None:
        self.bot = bot
        self.how = ""  # the signal's name, once it is sent
        self.told = 0.0  # when it was
        self.ending = False
        self._path = bot.folder / f"bot{number}.log"
        self._from = 0  # where this process began to write there
        self._process: Forked | None = None

    async def live(self) -> None:
        """Runs one process after the other until it is to end; AssertionError when one ends without being told to."""
        while not self.ending:
            failpoint = next(self.bot.failpoints, "")
            with self._path.open("ab") as log:
                self._from = log.tell()
            arguments, env = ("--local-chat", self.bot.url, "--no-browser"), {"BOT_FAILPOINT": failpoint}
            process = Forked(arguments, self.bot.folder, self.bot.env | env, self._path)
            await process.start()
            self._process = process
            self.bot.look_again()
            code = await process.wait()
            how, self.how = self.how, ""
            expected = {"kill": -signal.SIGKILL, "stop": 0}.get(how, FAILED)
            if how == "stop" and code == -signal.SIGTERM and not self.up:
                expected = code  # it was told before Python could listen
            if not how and failpoint and code == FAILED:
                how = "failpoint"
            await self.bot.died(self, how)
            assert (bool(how), code) == (True, expected), f"it ended by itself with code {code}:\n{self.said[-1500:]}"

    def send(self, how: str) -> None:
        """Kills ("kill") or stops ("stop") the process."""
        assert self._process is not None
        self.how, self.told = how, asyncio.get_running_loop().time()
        self._process.send_signal(signal.SIGKILL if how == "kill" else signal.SIGTERM)

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.alive

    @property
    def said(self) -> str:
        """What this process has logged."""
        with self._path.open("rb") as log:
            log.seek(self._from)
            return log.read().decode(errors="replace")

    @property
    def up(self) -> bool:
        return "event=started" in self.said

    @property
    def polls(self) -> bool:
        found = re.findall(r"(this|another) worker polls", self.said)
        return bool(found) and found[-1] == "this"


class Bot:
    """One or several workers, and what they do."""

    def __init__(
        self, state: State, url: str, database: str, folder: Path, failpoints: Iterator[str], workers: int
    ) -> None:
        self.state, self.url, self.folder, self.failpoints = state, url, folder, failpoints
        self.database = Database(database)
        self.deaths: list[Death] = []
        self.calls = 0  # that answer somebody
        self.orphans = False  # reminders that a killed process had claimed
        self.takeovers: list[float] = []  # seconds from a poller's death to the next poll
        self.env = _environment(folder, database)
        self.workers = [Worker(self, number) for number in range(workers)]
        self._deaf = 0.0  # since when nobody polls
        self._poll: list[int] = [0]
        self._changed = asyncio.Event()
        state.calls = Calls(self._heard)

    # -- life ---------------------------------------------------------------------------------------------------

    async def live(self) -> None:
        """Keeps all workers running until `end`."""
        tasks = [asyncio.create_task(worker.live()) for worker in self.workers]
        looking = asyncio.create_task(self._look())
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in (*tasks, looking):
                task.cancel()

    async def _look(self) -> None:
        """What is seen in the logs only."""
        while True:
            await asyncio.sleep(0.05)
            self.look_again()

    async def died(self, worker: Worker, how: str) -> None:
        """Notes what was in flight then."""
        left = await self.database.left(self.state.clock.now())
        now = asyncio.get_running_loop().time()
        handed = len(self.state.updates.pending) if self._poll[0] == 200 else 0
        self.orphans = self.orphans or left.leased > 0
        if worker.polls:
            self._poll, self._deaf = [0], now
        seconds = now - worker.told if how in ("kill", "stop") else 0.0
        starting = not worker.up
        self.deaths.append(Death(how, starting, worker.polls, left, handed, seconds, left.replies + left.leased))
        self.look_again()

    async def signal(self, how: str, worker: Worker) -> None:
        """Kills or stops a process and waits until it is dead; the next one starts by itself."""
        await self.wait(lambda: worker.alive and not worker.how)
        dead = len(self.deaths)
        worker.send(how)
        await self.wait(lambda: len(self.deaths) > dead)

    def victim(self, dice: random.Random) -> Worker:
        """Any worker, and more often than by chance the one that polls."""
        polling = [worker for worker in self.workers if worker.polls]
        return dice.choice(polling if polling and dice.random() < POLLERS else self.workers)

    async def end(self) -> float:
        """Stops all of them for good; gives the seconds that took."""
        slowest = 0.0
        for worker in self.workers:
            worker.ending = True
            await self.signal("stop", worker)
            slowest = max(slowest, self.deaths.pop().seconds)
        await self.database.close()
        return slowest

    def destroy(self) -> None:
        """Leaves no process behind, whatever went wrong."""
        for worker in self.workers:
            worker.ending = True
            if worker.alive:
                worker.send("kill")

    # -- what it does -------------------------------------------------------------------------------------------

    @property
    def up(self) -> bool:
        """Whether a process is ready to work."""
        return any(worker.alive and worker.up for worker in self.workers)

    async def wait(self, until: Callable[[], Any]) -> None:
        """Returns as soon as that holds; looked at after every call and every start and end."""
        while not until():
            await self._changed.wait()

    def _heard(self, call: Call, outcome: list[int]) -> None:
        if call.method == "getupdates":
            self._poll = outcome
            if self._deaf:
                self.takeovers.append(asyncio.get_running_loop().time() - self._deaf)
                self._deaf = 0.0
        elif call.method not in IDLE:
            self.calls += 1
        self.look_again()

    def look_again(self) -> None:
        """Lets everybody in `wait` look once more."""
        self._changed.set()
        self._changed = asyncio.Event()


def _environment(folder: Path, database: str) -> dict[str, str]:
    """Nothing of the caller's settings; the folder has no .env."""
    return {
        "PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": str(ROOT), "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"), "XDG_CONFIG_HOME": str(folder / "config"),
        "DATABASE_URL": database, "LOG_LEVEL": "INFO",
    }  # fmt: skip


class Killer:
    """Kills in the middle of work: after a random number of calls and a moment more; some while it starts."""

    def __init__(self, bot: Bot, dice: random.Random, kills: int, gap: float, how: str = "kill") -> None:
        self.bot, self.dice, self.left, self.gap, self.how = bot, dice, kills, gap, how
        self.kept = 0  # of the kills, for later
        self.pace = 1.0  # less: the next kill comes after fewer calls and sooner
        self.over = False

    async def run(self) -> None:
        """Until all kills are done, or the talk is over."""
        while self.left:
            await self.bot.wait(lambda: self.over or self.left > self.kept)
            if self.how == "kill" and self.dice.random() < 0.15:
                await asyncio.sleep(self.dice.uniform(0.0, 0.4))
            else:
                await self._amid_work()
            if self.over:
                return
            await self.bot.signal(self.how, self.bot.victim(self.dice))
            self.left -= 1

    async def _amid_work(self) -> None:
        bot = self.bot
        wanted = bot.calls + self.dice.randint(1, max(1, round(2 * self.gap * self.pace)))
        await bot.wait(lambda: self.over or (bot.up and bot.calls >= wanted))
        await asyncio.sleep(self.dice.uniform(0.0, 0.03 * self.pace))

    def turn(self, *, pace: float, kept: int = 0) -> None:
        """The next part of the talk."""
        self.pace, self.kept = pace, kept
        self.bot.look_again()

    def stop(self) -> None:
        """Kills no more; one that is under way is waited for by `run`."""
        self.over = True
        self.bot.look_again()
