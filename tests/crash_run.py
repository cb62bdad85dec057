"""One run: the users talk, the clock moves through all reminders, and the bot dies on the way."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.localchat.server import LocalChat
from bot.place import LOCAL_TOKEN
from bot.reminders import LEASE
from tests.chat import TUESDAY, buttons_of
from tests.crash_bot import Bot, Death, Killer
from tests.crash_check import REMINDER, Told, normal_export, normal_text
from tests.crash_players import Player, text_of

NAMES = ("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hope")
DEBRIEF = datetime(2026, 11, 27, 15, 30, tzinfo=UTC)  # after the debrief's reminder, before the evening's
AMID_REMINDERS = 0.25  # they take few calls and have their share of the kills all the same
SHARE = 0.35  # of the kills
Trouble = tuple[int, dict[str, Any]]  # (after so many calls, what /local/fault takes)


@dataclass(frozen=True, slots=True)
class Plan:
    """What happens in a run. ``gap``: calls from one kill to the next, on average. ``workers``: several only on
    PostgreSQL."""

    users: int = 6
    workers: int = 1
    batches: int = 2
    kills: int = 0
    gap: float = 12.0
    stops: int = 0  # clean ones, by SIGTERM
    failpoints: Sequence[str] = ()  # one process after the other gets one
    troubles: Sequence[Trouble] = ()
    seed: int = 0


@dataclass(slots=True)
class Run:
    """What came of it."""

    plan: Plan
    told: dict[int, Told] = field(default_factory=dict)
    deaths: list[Death] = field(default_factory=list)
    updates: int = 0
    calls: int = 0
    pending: int = 0
    left_over: int = 0
    seconds: float = 0.0
    last_stop: float = 0.0
    takeovers: list[float] = field(default_factory=list)


async def run(plan: Plan, folder: Path, database: str = "") -> Run:
    """Plays it; ``database``: an empty one, else SQLite in the folder. AssertionError where it cannot go on."""
    server = LocalChat(LOCAL_TOKEN, users=NAMES[: plan.users])
    url = await server.start()
    clock = server.state.clock
    clock.move(clock.offset + (TUESDAY - clock.now()).total_seconds())
    database = database or f"sqlite:///{folder}/data/bot.db"
    bot = Bot(server.state, url, database, folder, iter(plan.failpoints), plan.workers)
    try:
        return await _guarded(_Play(plan, server, bot))
    finally:
        bot.destroy()
        await bot.database.close()
        await server.stop()


async def _guarded(play: _Play) -> Run:
    """A bot that ends by itself ends the run at once."""
    living, playing = asyncio.create_task(play.bot.live()), asyncio.create_task(play.run())
    try:
        await asyncio.wait([living, playing], return_when=asyncio.FIRST_COMPLETED)
        if living.done():
            living.result()
        result = await playing
        await living
        return result
    finally:
        play.bot.destroy()
        for task in (living, playing):
            task.cancel()
        await asyncio.gather(living, playing, return_exceptions=True)


class _Play:
    def __init__(self, plan: Plan, server: LocalChat, bot: Bot) -> None:
        self.plan, self.server, self.bot, self.state = plan, server, bot, server.state
        self.players = [Player(server.state, NAMES[i], i + 1, plan.batches) for i in range(plan.users)]
        self.killers: list[Killer] = []

    async def run(self) -> Run:
        begun, plan, dice = asyncio.get_running_loop().time(), self.plan, random.Random(self.plan.seed)
        self.killers = [
            Killer(self.bot, dice, plan.kills, plan.gap),
            Killer(self.bot, dice, plan.stops, plan.gap, "stop"),
        ]
        async with asyncio.TaskGroup() as group:
            for killer in self.killers:
                group.create_task(killer.run())
            trouble = group.create_task(self._trouble())
            exports = await self._talk()
            trouble.cancel()
            for killer in self.killers:
                killer.stop()
        result = Run(plan, deaths=self.bot.deaths, calls=self.bot.calls, takeovers=self.bot.takeovers)
        await self._settle()
        await self.bot.wait(lambda: not self.state.updates.pending)
        result.pending, result.updates = len(self.state.updates.pending), sum(p.sent for p in self.players)
        result.left_over = (await self._left()).unanswered
        for player, export in zip(self.players, exports, strict=True):
            result.told[player.number] = _told(player, export)
        result.last_stop = await self.bot.end()
        result.seconds = asyncio.get_running_loop().time() - begun
        return result

    async def _talk(self) -> list[dict[str, Any]]:
        for killer in self.killers:
            killer.turn(pace=1.0, kept=round(killer.left * SHARE))
        await asyncio.gather(*(player.talk() for player in self.players))
        for killer in self.killers:
            killer.turn(pace=AMID_REMINDERS)
        await self._remind(DEBRIEF)
        await asyncio.gather(*(player.debrief() for player in self.players))
        await self._remind(None)
        return await asyncio.gather(*(player.export() for player in self.players))

    async def _trouble(self) -> None:
        for after, fault in self.plan.troubles:
            await self.bot.wait(lambda after=after: self.bot.calls >= after)  # type: ignore[misc]
            self.server.faults.add(fault)

    # -- the clock ----------------------------------------------------------------------------------------------

    async def _remind(self, until: datetime | None) -> None:
        """Moves the clock from one reminder to the next, up to that moment or until none is planned."""
        for _ in itertools.repeat(None, 400):
            await self._settle()
            due = (await self._left()).next_due
            if due is None or (until and due >= until):
                break
            self._move(due)
        else:
            raise AssertionError("the reminders come to no end")
        if until:
            self._move(until)

    async def _settle(self) -> None:
        """Waits until nothing is left to do; what a killed process had claimed is free when its lease ends."""
        async with asyncio.timeout(120):
            while True:
                left = await self._left()
                if self.bot.orphans and self.bot.up:
                    self.bot.orphans = False
                    if left.leased and await self._are_orphans():
                        self._move(self.state.clock.now() + LEASE + timedelta(seconds=1))
                elif not (left.unanswered or left.due or self.state.updates.pending):
                    return
                await asyncio.sleep(0.02)

    async def _are_orphans(self) -> bool:
        """Whether nobody sends what is claimed: other workers live on, and theirs must not be taken from them."""
        for _ in range(30 if self.plan.workers > 1 else 0):
            if not (await self._left()).leased:
                return False
            await asyncio.sleep(0.05)
        return True

    async def _left(self) -> Any:
        return await self.bot.database.left(self.state.clock.now())

    def _move(self, to: datetime) -> None:
        clock = self.state.clock
        clock.move(clock.offset + max((to - clock.now()).total_seconds(), 0.0))


def _told(player: Player, export: dict[str, Any]) -> Told:
    texts = [_kind(message) + normal_text(text_of(message)) for message in player.messages() if _counts(message)]
    return Told(player.questions, player.notes, player.signals, export, normal_export(export), Counter(texts))


def _kind(message: dict[str, Any]) -> str:
    return REMINDER if any(button["text"] == "Fewer of these" for button in buttons_of(message)) else ""


def _counts(message: dict[str, Any]) -> bool:
    """An answer of two documents counts once."""
    return not ("document" in message and message["document"]["file_name"].endswith("txt"))
