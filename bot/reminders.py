"""The dispatcher of reminders: rows fall due, are claimed, sent, marked. The scheduler is only its clock.

A claim is a lease: a kill between claim and mark leaves the row to be sent again when the lease ends, so none is
lost and at most those in flight come twice.
"""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot import log
from bot.clock import Clock
from bot.core import reminders as core
from bot.core.model import Interview, Job, Reminder
from bot.failpoints import pass_by
from bot.store.base import Claimed, Conflict, Store, StoreError, Work
from bot.telegram.messenger import Messenger, Outcome
from bot.telegram.screen import Screen, send_call
from bot.telegram.texts import Texts
from bot.telegram.turn import Event, Turn
from content import Content

LOG = log.get("reminders")
LEASE = timedelta(seconds=60)
AT_ONCE = 4
ShowReminder = Callable[[Turn, Reminder, bool], Screen | None]


class Reminders:
    """Sends what falls due."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        messenger: Messenger,
        content: Content,
        *,
        show: ShowReminder,
        sent: Callable[[Turn, Reminder], None],
        replan: Callable[[Turn], None],
        blocked: Callable[[int], Awaitable[None]],
    ) -> None:
        self._store, self._clock, self._messenger, self._content = store, clock, messenger, content
        self._texts = Texts(content.texts)
        self._show, self._sent, self._replan, self._blocked = show, sent, replan, blocked
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        """The time moved, or rows changed."""
        self._idle.clear()
        self._wake.set()

    async def idle(self) -> None:
        """Waits until nothing is due (for tests)."""
        await self._idle.wait()

    async def run(self) -> None:
        """Sends until stopped."""
        while not self._stopping:
            self._wake.clear()
            try:
                while await self._round():
                    pass
                due = await self._store.next_due()
                await self._clock.planned(due)
                if not self._wake.is_set():
                    self._idle.set()
                await self._rest(due)
            except StoreError as error:
                LOG.error("store", error=str(error))
                await asyncio.sleep(1.0)

    def stop(self) -> None:
        """Claims nothing more; what is being sent ends in ``run``."""
        self._stopping = True
        self._wake.set()

    async def _rest(self, due: datetime | None) -> None:
        """Sleeps until the next row falls due or something changes (the scheduler's tick is a second net)."""
        left = (due - self._clock.now()).total_seconds() if due else 15.0
        try:
            await asyncio.wait_for(self._wake.wait(), max(0.05, min(left, 15.0)))
        except TimeoutError:
            return

    async def _round(self) -> bool:
        """Sends a handful; False where nothing is due (or the program ends)."""
        if self._stopping:
            return False
        claimed = await self._store.claim(self._clock.now(), AT_ONCE, LEASE)
        if claimed:
            pass_by("reminder.after_claim")
        await asyncio.gather(*(self._one(claim) for claim in claimed))
        return bool(claimed)

    async def _one(self, claim: Claimed) -> None:
        try:
            await self._send(claim)
        except StoreError:
            raise
        except Exception as error:
            # One bad row must not stop the others; its lease ends and it is tried again until it expires.
            LOG.error("reminder failed", incident=log.incident(), exc_info=error)

    async def _send(self, claim: Claimed) -> None:
        now = self._clock.now()
        work = await self._store.load(claim.user_id)
        row = work.get(Reminder, claim.reminder_id)
        if row is None or row.lease != claim.token:
            return
        verdict = core.judge(row, work.user, work.all(Job), work.all(Interview), work.all(Reminder), now)
        if isinstance(verdict, core.Drop):
            await self._store.mark(claim, "dropped", now=now, reason=verdict.reason)
        elif isinstance(verdict, core.Later):
            await self._store.mark(claim, "planned", now=now, due=verdict.due)
        else:
            screen = self._show(self._turn(work), row, verdict.late)
            if screen is None:  # nothing to say any more
                await self._store.mark(claim, "dropped", now=now, reason="done")
            else:
                await self._out(claim, dataclasses.replace(screen, silent=verdict.silent))

    async def _out(self, claim: Claimed, screen: Screen) -> None:
        result = await self._messenger.send(send_call(claim.user_id, screen))
        pass_by("reminder.after_send")
        now = self._clock.now()
        if result.outcome is Outcome.LATER:
            # Telegram asked us to wait. The row stays ours and keeps its due time: that says how late it will be.
            await self._store.mark(claim, "leased", now=now, retry_at=now + timedelta(seconds=result.wait or 5))
        elif result.outcome is Outcome.BLOCKED:
            await self._store.mark(claim, "planned", now=now, due=now)  # what follows takes it back with the others
        elif result.outcome is Outcome.REJECTED:
            await self._end(claim, state="dropped", reason=result.outcome.value)
        else:
            # A time-out may have arrived; sending again blindly makes triples. /next shows what it said.
            await self._end(claim, state="sent", sent_at=now, message_id=result.message_id)
        pass_by("reminder.after_mark")
        if result.outcome is Outcome.BLOCKED:
            await self._blocked(claim.user_id)

    async def _end(self, claim: Claimed, **facts: object) -> None:
        """Marks the row and plans what follows from it (a retry, a second chaser, room under a cap) in ONE commit:
        a kill between the two would lose what follows."""
        for _ in range(5):
            work = await self._store.load(claim.user_id)
            row = work.get(Reminder, claim.reminder_id)
            if row is None or row.lease != claim.token:
                return None  # erased, or the lease was lost
            ended = work.add(dataclasses.replace(row, lease="", lease_until=None, **facts))  # type: ignore[arg-type]
            turn = self._turn(work)
            if ended.state == "sent":
                self._sent(turn, ended)
            self._replan(turn)
            try:
                return await self._store.commit(turn.work)
            except Conflict:
                continue  # the user wrote meanwhile
        raise RuntimeError("five conflicts in a row")

    def _turn(self, work: Work) -> Turn:
        return Turn(work, self._clock.now(), self._content, self._texts, Event("none"))
