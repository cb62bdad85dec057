"""The bot as a child process that is killed and started again at once, and what was in flight at each death."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy.exc import DBAPIError

from bot.localchat.call import Call
from bot.localchat.state import State
from bot.store.engine import postgres_engine
from bot.store.tables import REMINDER_OPEN, inbox, reminder
from bot.store.urls import is_sqlite, parse_url, path_of

ROOT = Path(__file__).parents[1]
FAILED = 137  # the exit code at a failpoint
# What the bot calls by itself at its start and while it waits: no work for anybody.
IDLE = ("getupdates", "getme", "deletewebhook", "setmycommands", "setmydescription", "setmyshortdescription")


@dataclass(frozen=True, slots=True)
class Left:
    """What the database holds: updates not answered, replies among them, reminders claimed and due."""

    unanswered: int = 0
    replies: int = 0
    leased: int = 0
    due: int = 0
    next_due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Death:
    """An end of the process. ``handed``: updates that it was given and had not confirmed as stored."""

    how: str  # kill | failpoint | stop | crash
    starting: bool
    left: Left
    handed: int
    seconds: float  # from the signal to the end
    sends: int = 0  # messages that were on their way: each may come a second time

    @property
    def in_flight(self) -> bool:
        return bool(self.left.unanswered or self.left.leased or self.handed)


class Database:
    """Looks into the bot's database from outside, without writing to it."""

    def __init__(self, url: str) -> None:
        parsed = parse_url(url)
        self._file = path_of(parsed) if is_sqlite(parsed) else None
        self._server = None if self._file else postgres_engine(parsed)

    async def left(self, now: datetime) -> Left:
        """Nothing at all where the tables are not made yet."""
        try:
            if self._server is None:
                return self._look_in_file(now)
            async with self._server.connect() as conn:
                return await conn.run_sync(_left, now)
        except DBAPIError as error:
            if any(words in str(error) for words in ("no such table", "unable to open", "does not exist")):
                return Left()
            raise

    async def close(self) -> None:
        if self._server is not None:
            await self._server.dispose()

    def _look_in_file(self, now: datetime) -> Left:
        # Read-only: whoever may write would tidy up after the kill in the bot's place when he closes.
        url = sql.URL.create("sqlite", database=f"file:{self._file}", query={"mode": "ro", "uri": "true"})
        engine = sql.create_engine(url, poolclass=sql.NullPool)
        with engine.connect() as conn:
            return _left(conn, now)


def _left(conn: sql.Connection, now: datetime) -> Left:
    def count(*conditions: sql.ColumnElement[bool] | sql.TextClause) -> int:
        return int(conn.scalar(sql.select(sql.func.count()).where(*conditions)) or 0)

    waits = inbox.c.answered_at.is_(None)
    return Left(
        unanswered=count(waits),
        replies=count(waits, inbox.c.done_at.is_not(None)),
        leased=count(reminder.c.state == "leased"),
        due=count(REMINDER_OPEN, reminder.c.due <= now),
        next_due=conn.scalar(sql.select(sql.func.min(reminder.c.due)).where(reminder.c.state == "planned")),
    )


class Calls(deque[tuple[int, Call, list[int]]]):
    """The server's record of calls, with an ear on it."""

    def __init__(self, heard: Callable[[Call, list[int]], None]) -> None:
        super().__init__(maxlen=5_000)
        self._heard = heard

    def append(self, item: tuple[int, Call, list[int]]) -> None:
        super().append(item)
        self._heard(item[1], item[2])


class Bot:
    """Keeps a process running: whenever it ends, the next one is started."""

    def __init__(self, state: State, url: str, database: str, folder: Path, failpoints: Iterator[str]) -> None:
        self.state, self.url, self.folder = state, url, folder
        self.database = Database(database)
        self.deaths: list[Death] = []
        self.calls = 0  # that answer somebody
        self.orphans = False  # reminders that a killed process had claimed
        self._env = _environment(folder, database)
        self._failpoints = failpoints
        self._how = ""  # the signal's name, once it is sent
        self._told = 0.0  # when it was
        self._poll: list[int] = [0]
        self._process: asyncio.subprocess.Process | None = None
        self._changed = asyncio.Event()
        self._up = self._ending = False
        state.calls = Calls(self._heard)

    # -- life ---------------------------------------------------------------------------------------------------

    async def live(self) -> None:
        """Runs one process after the other until `end`; raises AssertionError when one ends without being told to."""
        while not self._ending:
            failpoint = next(self._failpoints, "")
            log = (self.folder / "bot.log").open("ab")
            with log:
                self._process = await asyncio.create_subprocess_exec(
                    sys.executable, "-m", "bot", "--local-chat", self.url, "--no-browser",
                    cwd=self.folder, env=self._env | {"BOT_FAILPOINT": failpoint}, stdout=log, stderr=log,
                )  # fmt: skip
            self._change(up=False)
            await self._died(self._process, failpoint)

    async def _died(self, process: asyncio.subprocess.Process, failpoint: str) -> None:
        code = await process.wait()
        how, self._how = self._how, ""
        expected = {"kill": -signal.SIGKILL, "stop": 0}.get(how, FAILED)
        if not how and failpoint and code == FAILED:
            how = "failpoint"
        left = await self.database.left(self.state.clock.now())
        handed = len(self.state.updates.pending) if self._poll[0] == 200 else 0
        self.orphans = self.orphans or left.leased > 0
        seconds = asyncio.get_running_loop().time() - self._told if how in ("kill", "stop") else 0.0
        self.deaths.append(Death(how, not self._up, left, handed, seconds, left.replies + left.leased))
        self._change(up=False)
        said = (self.folder / "bot.log").read_text(errors="replace")[-1500:]
        assert (bool(how), code) == (True, expected), f"the bot ended by itself with exit code {code}:\n{said}"

    async def signal(self, how: str) -> None:
        """Kills ("kill") or stops ("stop") the process and waits until it is dead; the next one starts by itself."""
        await self.wait(lambda: self._alive() and not self._how)
        assert self._process is not None
        dead = len(self.deaths)
        self._how, self._told = how, asyncio.get_running_loop().time()
        self._process.send_signal(signal.SIGKILL if how == "kill" else signal.SIGTERM)
        await self.wait(lambda: len(self.deaths) > dead)

    def _alive(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def end(self) -> float:
        """Stops it for good; gives the seconds that took."""
        self._ending = True
        await self.signal("stop")
        await self.database.close()
        return self.deaths.pop().seconds

    def destroy(self) -> None:
        """Leaves no process behind, whatever went wrong."""
        self._ending = True
        if self._process is not None and self._alive():
            self._process.kill()

    # -- what it does -------------------------------------------------------------------------------------------

    @property
    def up(self) -> bool:
        """Whether this process has begun to ask for updates."""
        return self._up

    async def wait(self, until: Callable[[], Any]) -> None:
        """Returns as soon as that holds; looked at after every call and every start and end."""
        while not until():
            await self._changed.wait()

    def _heard(self, call: Call, outcome: list[int]) -> None:
        if call.method == "getupdates":
            self._poll = outcome
            self._change(up=True)
        elif call.method not in IDLE:
            self.calls += 1
            self._change(up=self._up)

    def _change(self, *, up: bool) -> None:
        self._up = up
        if not up:
            self._poll = [0]
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
        "DATABASE_URL": database, "LOG_LEVEL": "WARNING",
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
                await asyncio.sleep(self.dice.uniform(0.0, 1.2))
            else:
                await self._amid_work()
            if self.over:
                return
            await self.bot.signal(self.how)
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
