"""Two lanes to Telegram. Replies go at once; what nobody waits for (reminders, notes) goes at a steady rate behind.

Telegram's limits (Bot FAQ, "My bot is hitting limits"): about 30 messages a second in all, about one a second in a
chat, where short bursts are forgiven. Replies are as many as users write, so there a 429 answer sets the pace. It says
how long to wait. As a rule it means one chat, so only that chat waits; several quiet chats refused at once mean the
bot as a whole.

All times here are the event loop's, in seconds.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from typing import NamedTuple

from aiolimiter import AsyncLimiter

from bot import log

LOG = log.get("lanes")
BULK = 25.0  # messages a second in the bulk lane of all processes together
TOTAL = 30.0  # messages a second of both lanes: where replies take more than the rest, the bulk lane gives way
AHEAD = 3  # messages that the bulk lane may catch up with after a hiccup
SLACK = 0.5  # seconds of TOTAL used ahead before the bulk lane gives way
BURST = 5  # messages of one reply that go at once; from there on one a second
SEVERAL, WITHIN = 3, 5.0  # so many chats refused within so many seconds: it is not about one chat
SLOWLY = 5.0  # replies a second while Telegram wants the whole bot to pause
PATIENCE = 5.0  # seconds of a pause that are waited out
SOON = 0.001  # seconds: less is now; timers may go off a little early
STOPPED = 1.0  # "come again in": the program ends, so this is about the next start


class _Refusal(NamedTuple):
    at: float
    chat: int
    until: float


class Lanes:
    """Says when a message may go. One of it for each process and bot.

    ``per_chat``: keep to one message a second in a chat where nobody asked for each (the local chat has no limits).
    """

    def __init__(self, *, per_chat: bool = True) -> None:
        self._per_chat = per_chat
        self._chats: dict[int, float] = {}  # when a chat has made up for what it got, at one message a second
        self._held: dict[int, float] = {}  # until when Telegram wants nothing sent to a chat
        self._tidy_at = 1000
        self._used = 0.0  # when both lanes have made up for what they sent, at TOTAL
        self._refusals: deque[_Refusal] = deque()
        self._paused = 0.0
        self._slow = AsyncLimiter(1, 1 / SLOWLY)
        self._turn = asyncio.Lock()  # first come, first served
        self._stopping = asyncio.Event()
        self.workers = 0
        self.share(1)

    def share(self, workers: int) -> None:
        """So many live processes send for this bot: this one takes its part of the rates. Call it when that changes."""
        workers = max(1, workers)
        if workers != self.workers:
            self.workers = workers
            self._bulk = AsyncLimiter(AHEAD, AHEAD / self.rate)

    @property
    def rate(self) -> float:
        """Messages a second that this process may send in the bulk lane."""
        return BULK / self.workers

    def stop(self) -> None:
        """Nobody waits here any longer: the program ends."""
        self._stopping.set()

    # -- asking -------------------------------------------------------------------------------------------------

    async def reply(self, chat: int, *, message: bool = True, number: int = 0) -> bool:
        """Waits while this very chat must wait. ``message``: a new one, not a change of an old one; ``number``: so
        many came before it in the same reply.

        False: the program ends before it may go.
        """
        ahead = BURST - 1.0 if message and number >= BURST else None
        while wait := self._wait(chat, ahead):
            if not await self._sleep(wait):
                return False
        if self._now() < self._paused:
            await self._slow.acquire()
        self._book(chat, message=message)
        return True

    async def bulk(self, chat: int) -> float:
        """Waits for the next turn in the bulk lane. 0.0: send it now. Else: ask again in so many seconds.

        So nobody is held up by another chat that must wait, and nothing is held in memory over a long pause.
        """
        async with self._turn:
            await self._bulk.acquire()
            await self._give_way()
            if (pause := self._paused - self._now()) > PATIENCE:
                return pause
            if not await self.open():
                return STOPPED
            wait = self._wait(chat, 0.0)
            if not wait:
                self._book(chat, message=True)
            return wait

    async def open(self) -> bool:
        """Waits while the bulk lane is paused; False: the program ends."""
        while (left := self._paused - self._now()) > SOON:
            if not await self._sleep(left):
                return False
        return not self._stopping.is_set()

    # -- hearing ------------------------------------------------------------------------------------------------

    def refused(self, chat: int, seconds: float) -> None:
        """Telegram answered 429 for that chat: it waits, and where others are refused too the bulk lane pauses."""
        now = self._now()
        self._held[chat] = max(self._held.get(chat, 0.0), now + seconds)
        # A chat that just got a burst has its own limit to blame: a few users who flood must not stop the reminders.
        if self._chats.get(chat, 0.0) - now <= 1.0:
            self._note(chat, seconds)

    def unreachable(self, chat: int, seconds: float) -> None:
        """A message could not be handed over; where that goes on the bulk lane pauses, for it would only fail again."""
        self._note(chat, seconds)

    def _note(self, chat: int, seconds: float) -> None:
        now, recent = self._now(), self._refusals
        recent.append(_Refusal(now, chat, now + seconds))
        while recent[0].at < now - WITHIN:
            recent.popleft()
        if len({refusal.chat for refusal in recent}) < SEVERAL:
            return
        if self._paused <= now:
            LOG.warning("bulk lane paused", seconds=round(seconds, 1))
        self._paused = max(self._paused, *(refusal.until for refusal in recent))

    # -- counting -----------------------------------------------------------------------------------------------

    def _wait(self, chat: int, ahead: float | None) -> float:
        """Seconds until this chat may get one more; so many may be ``ahead`` of one a second (None: any number)."""
        now = self._now()
        until = self._held.get(chat, 0.0)
        if self._per_chat and ahead is not None:
            until = max(until, self._chats.get(chat, 0.0) - ahead)
        return until - now if until - now > SOON else 0.0

    def _book(self, chat: int, *, message: bool) -> None:
        now = self._now()
        self._chats[chat] = min(max(self._chats.get(chat, 0.0), now) + 1.0, now + BURST)
        if message:
            self._used = min(max(self._used, now) + self.workers / TOTAL, now + 1.0)
        if len(self._chats) + len(self._held) > self._tidy_at:
            self._tidy(now)

    def _tidy(self, now: float) -> None:
        self._chats = {chat: at for chat, at in self._chats.items() if at > now}
        self._held = {chat: at for chat, at in self._held.items() if at > now}
        self._tidy_at = max(1000, 2 * (len(self._chats) + len(self._held)))

    async def _give_way(self) -> None:
        """Leaves room for replies, but never more than half of the bulk rate: reminders must come too."""
        over = self._used - self._now() - SLACK
        if over > 0:
            await self._sleep(min(over, 2 / self.rate))

    async def _sleep(self, seconds: float) -> bool:
        """False where the program ends meanwhile."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
        return not self._stopping.is_set()

    def _now(self) -> float:
        return asyncio.get_running_loop().time()
