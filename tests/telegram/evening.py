"""An evening with very many reminders due at once, in virtual time: the real reminders and lanes, a strict Telegram."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import content
from bot.core.model import Interview, Job, Reminder, User
from bot.core.reminders.story import cause_of
from bot.reminders import AT_ONCE, Reminders
from bot.store.memory import MemoryStore
from bot.telegram.buttons import door
from bot.telegram.lanes import BULK
from bot.telegram.messenger import Messenger
from bot.telegram.screen import Screen, send_call
from bot.telegram.texts import Html
from bot.telegram.turn import Turn
from tests.telegram.server import Message, Server, bot_at
from tests.virtual import VirtualClock

SEVEN = datetime(2026, 11, 24, 19, tzinfo=UTC)
BEFORE = timedelta(seconds=10)  # the clock starts so long before
LONGEST = 3.0  # times what it would take at the full rate: then it is given up
TALKERS, FLOODER = 200, 999_999_999  # chats of their own, so that a user's two messages are told apart
REMINDER, REPLY = "evening", "reply"


@dataclass
class Evening:
    """What happens, and what came of it."""

    count: int
    trouble: float = 0.0  # share of calls that go wrong in each of four ways
    talk: float = 5.0  # replies a second
    flooder: bool = False  # one more user, whose script asks for more than Telegram takes
    seed: int = 1
    waits: list[float] = field(default_factory=list)  # of replies, from wanted to taken
    late: int = 0  # reminders that said so
    ended: float = 0.0  # loop time when the last reminder was out

    def __post_init__(self) -> None:
        self.server = Server(seed=self.seed, trouble=self.trouble)
        self.random = random.Random(self.seed)
        self.starts: dict[int, datetime] = {}
        self.store, self.messenger = MemoryStore(), Messenger(bot_at(self.server))

    # -- the play -----------------------------------------------------------------------------------------------

    async def play(self, *, flood_at: float = 0.0, flood: float = 0.0, slower: float = 1.0) -> Evening:
        """All of it. With ``flood`` Telegram refuses everything for so many seconds, from ``flood_at`` on. ``slower``:
        so many times as long as one process with the full rate may take."""
        for user_id in range(1, self.count + 1):
            await self._settle_in(user_id)
        reminders = self._reminders()
        running, talking = asyncio.create_task(reminders.run()), asyncio.create_task(self._talk())
        most = BEFORE.total_seconds() + LONGEST * slower * self.count / BULK + flood + 60
        async with asyncio.timeout(most):
            if flood:
                await asyncio.sleep(flood_at)
                self.server.flood(flood)
            while await self._is_going_on():  # noqa: ASYNC110 (a store tells nobody that it is empty)
                await asyncio.sleep(1.0)
        self.ended = asyncio.get_running_loop().time()
        await asyncio.sleep(120)  # longer than any lease: would anything come a second time?
        talking.cancel()
        reminders.stop()
        self.messenger.stop()
        await running
        return self

    async def _is_going_on(self) -> bool:
        # Reading ``next_due`` while very many are due takes the memory store a while.
        tried = len(self.server.first_tries) >= self.count
        return not tried or (await self.store.next_due()) is not None

    async def _settle_in(self, user_id: int) -> None:
        start = SEVEN.replace(hour=8) + timedelta(days=1, minutes=self.random.randrange(0, 720))
        work = await self.store.load(user_id)
        work.user = User(id=user_id, created_at=SEVEN - timedelta(days=9), zone="Europe/London")
        job = Job(employer="Acme", created_at=SEVEN - timedelta(days=9))
        interview = Interview(job_id=job.id, local=start.replace(tzinfo=None), zone="Europe/London", start=start)
        work.add(job)
        work.add(interview)
        work.add(
            Reminder(
                kind=REMINDER, cause=cause_of(REMINDER, interview), due=SEVEN, expires=start - timedelta(hours=1),
                interview_id=interview.id, job_id=job.id,
            )
        )  # fmt: skip
        await self.store.commit(work)
        self.starts[user_id] = start

    def _reminders(self) -> Reminders:
        async def blocked(user_id: int) -> None:
            work = await self.store.load(user_id)
            work.user.blocked = True
            await self.store.commit(work)

        return Reminders(
            self.store, VirtualClock(SEVEN - BEFORE), self.messenger, content.load(),
            show=self._show, sent=lambda turn, row: None, end_turn=lambda turn: None, blocked=blocked,
        )  # fmt: skip

    def _show(self, turn: Turn, row: Reminder, late: bool) -> Screen:
        self.late += late
        return Screen(Html(REMINDER), ((door("Done", "remind", "done", row.id),),), fresh=True)

    async def _talk(self) -> None:
        """Users who write, at random times."""
        async with asyncio.TaskGroup() as group:
            if self.flooder:
                group.create_task(self._flood())
            while True:
                await asyncio.sleep(self.random.expovariate(self.talk))
                group.create_task(self._reply(2 * self.count + self.random.randrange(TALKERS)))

    async def _reply(self, chat: int) -> None:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        await self.messenger.deliver([send_call(chat, Screen(Html(REPLY)))])
        self.waits.append(loop.time() - begun)

    async def _flood(self) -> None:
        for _ in range(self.count):
            await self.messenger.deliver([send_call(FLOODER, Screen(Html("flood")))])

    def rows(self, user_id: int) -> list[dict[str, Any]]:
        """A user's reminder rows as they are stored, to look at and to spoil."""
        return list(self.store._rows[user_id][Reminder].values())

    # -- what came of it ----------------------------------------------------------------------------------------

    def out(self) -> list[Message]:
        """The reminders that were taken."""
        return sorted((m for m in self.server.taken if m.text == REMINDER), key=lambda m: m.at)

    def lost(self) -> int:
        return len(set(self.starts) - {m.chat for m in self.out()} - self.server.blocked)

    def twice(self) -> int:
        return sum(count > 1 for count in Counter(m.chat for m in self.out()).values())

    def rate_used(self) -> float:
        """Share of 25 a second, until 99 of 100 are out (the last ones wait for what Telegram made them wait)."""
        out = self.out()
        last = int(len(out) * 0.99) - 1
        return (last + 1) / (BULK * (out[last].at - BEFORE.total_seconds()))

    def out_of_order(self) -> int:
        """Reminders first tried after one of a later interview, further apart than those that are under way at once."""
        tries = sorted((at, chat) for chat, at in self.server.first_tries.items() if chat in self.starts)
        starts = [self.starts[chat] for _, chat in tries]
        return sum(one < before for before, one in zip(starts, starts[2 * AT_ONCE :], strict=False))

    def wait(self, share: float) -> float:
        """The longest wait of that share of the replies, seconds."""
        waits = sorted(self.waits)
        return waits[min(len(waits) - 1, int(len(waits) * share))]
