"""The dispatcher of reminders: rows fall due, are claimed, sent, marked. The scheduler is only its clock.

A claim is a lease: a kill between claim and mark leaves the row to be sent again when the lease ends, so none is
lost and at most those in flight come twice.

Only a handful is claimed at a time, each waits for its turn in the bulk lane, and after the wait everything is looked
at once more: whether the row is still ours, whether it still holds, what it says.
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
from bot.store.base import Claimed, Conflict, Store, StoreError
from bot.store.rules import URGENT
from bot.store.work import Work
from bot.telegram.messenger import AGAIN, Messenger, Outcome
from bot.telegram.screen import Screen, send_call
from bot.telegram.texts import Texts
from bot.telegram.turn import Event, Turn
from content import Content

LOG = log.get("reminders")
LEASE = timedelta(seconds=60)
LEFT = timedelta(seconds=30)  # of a lease, when a send begins: longer than the slowest one takes
HANDFUL = 5  # rows claimed at a time
AT_ONCE = 8  # claimed rows in the lane or being sent: enough for 25 a second where an answer takes 0.3 seconds
JUMP = timedelta(seconds=60)  # the clock moved on its own by so much: the machine slept, or somebody moved it
SPREAD = timedelta(hours=2)  # many reminders of one hour take that long, and say nothing of being late
INSIST = (0.5, 2.0, 5.0, 10.0)  # seconds between tries to write down what is sent
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
        end_turn: Callable[[Turn], None],
        blocked: Callable[[int], Awaitable[None]],
    ) -> None:
        self._store, self._clock, self._messenger, self._content = store, clock, messenger, content
        self._texts = Texts(content.texts)
        self._show, self._sent, self._end_turn, self._blocked = show, sent, end_turn, blocked
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._stopping = False
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._offset: datetime | None = None  # when the loop's time began, by the clock
        self._awake = clock.now()  # what fell due since then has waited for nothing but its turn

    def wake(self) -> None:
        """The time moved, or rows changed."""
        self._idle.clear()
        self._wake.set()

    async def idle(self) -> None:
        """Waits until nothing is due (for tests)."""
        await self._idle.wait()

    async def run(self) -> None:
        """Sends until stopped; what is being sent then ends first."""
        try:
            while not self._stopping:
                self._wake.clear()
                try:
                    await self._work_off()
                except StoreError as error:
                    LOG.error("store", error=str(error))
                    await asyncio.sleep(1.0)
            while self._tasks:
                await asyncio.wait(self._tasks)
        finally:
            for task in self._tasks:
                task.cancel()

    def stop(self) -> None:
        """Claims nothing more; what is being sent ends in ``run``."""
        self._stopping = True
        self._wake.set()

    async def _work_off(self) -> None:
        while await self._round():
            pass
        due = await self._store.next_due()
        await self._clock.planned(due)
        if not self._wake.is_set():
            self._idle.set()
        await self._rest(due)

    async def _rest(self, due: datetime | None) -> None:
        """Sleeps until the next row falls due or something changes (the scheduler's tick is a second net)."""
        left = (due - self._clock.now()).total_seconds() if due else 15.0
        try:
            await asyncio.wait_for(self._wake.wait(), max(0.05, min(left, 15.0)))
        except TimeoutError:
            return

    async def _round(self) -> bool:
        """Claims a handful and begins to send it; False where nothing is due or under way (or the program ends)."""
        if self._stopping or not await self._messenger.lanes.open():
            return False
        claimed = await self._store.claim(self._now(), self._handful(), LEASE)
        if not claimed:
            return await self._is_under_way()
        pass_by("reminder.after_claim")
        for claim in claimed:
            await self._slots.acquire()
            task = asyncio.create_task(self._one(claim))
            self._tasks.add(task)
            task.add_done_callback(self._ended)
        return True

    def _handful(self) -> int:
        """No more than the lane takes in a quarter of the lease."""
        return max(1, min(HANDFUL, int(self._messenger.lanes.rate * LEASE.total_seconds() / 4)))

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._slots.release()

    async def _is_under_way(self) -> bool:
        """Waits for one of those that are being sent; others may fall due meanwhile."""
        if not self._tasks:
            return False
        await asyncio.wait(self._tasks, timeout=1.0, return_when=asyncio.FIRST_COMPLETED)
        return True

    async def _one(self, claim: Claimed) -> None:
        try:
            await self._send(claim)
        except StoreError as error:
            LOG.error("store", error=str(error))
        except Exception as error:
            # One bad row must not stop the others; its lease ends and it is tried again until it expires.
            LOG.error("reminder failed", incident=log.incident(), exc_info=error)

    async def _send(self, claim: Claimed) -> None:
        if await self._judged(claim) is None:
            return  # no turn in the lane is spent on it
        if wait := await self._messenger.turn(claim.user_id):
            await self._come_again(claim, wait)
            return
        found = await self._judged(claim)
        if found is None:
            return
        turn, row, verdict = found
        screen = self._show(turn, row, self._is_late(row, verdict, turn.now))
        if screen is None:  # nothing to say any more
            await self._store.mark(claim, "dropped", now=turn.now, reason="done")
        else:
            await self._out(claim, dataclasses.replace(screen, silent=verdict.silent))

    async def _judged(self, claim: Claimed) -> tuple[Turn, Reminder, core.Send] | None:
        """A row that is ours and may be sent now; any other is marked here."""
        now = self._now()
        work = await self._store.load(claim.user_id)
        row = work.get(Reminder, claim.reminder_id)
        if row is None or row.lease != claim.token:
            return None
        verdict = core.judge(row, work.user, work.all(Job), work.all(Interview), work.all(Reminder), now)
        if isinstance(verdict, core.Drop):
            await self._store.mark(claim, "dropped", now=now, reason=verdict.reason)
        elif isinstance(verdict, core.Later):
            await self._store.mark(claim, "planned", now=now, due=verdict.due)
        elif await self._holds(claim, row, now):
            return self._turn(work), row, verdict
        return None

    async def _holds(self, claim: Claimed, row: Reminder, now: datetime) -> bool:
        """Whether the lease lasts for a send; one that ends too soon is renewed, where nobody has taken it over."""
        if row.lease_until is not None and row.lease_until - now >= LEFT:
            return True
        return await self._store.mark(claim, "leased", now=now, retry_at=now + LEASE)

    async def _come_again(self, claim: Claimed, wait: float) -> None:
        """The row stays ours until then and keeps its due time: that says how late it will be."""
        now = self._now()
        await self._store.mark(claim, "leased", now=now, retry_at=now + timedelta(seconds=wait))

    def _is_late(self, row: Reminder, verdict: core.Send, now: datetime) -> bool:
        """Whether to say that it is late: not where it only waited for its turn behind many others."""
        in_turn = row.kind not in URGENT and row.due >= self._awake and now - row.due <= SPREAD
        return verdict.late and not in_turn

    def _now(self) -> datetime:
        """The time; also notices where it moved on its own, for what fell due in that gap is late indeed."""
        now = self._clock.now()
        offset = now - timedelta(seconds=asyncio.get_running_loop().time())
        if self._offset is not None and abs(offset - self._offset) > JUMP:
            self._awake = now
        self._offset = offset
        return now

    async def _out(self, claim: Claimed, screen: Screen) -> None:
        result = await self._messenger.send_now(send_call(claim.user_id, screen))
        pass_by("reminder.after_send")
        now = self._now()
        if result.outcome is Outcome.LATER:
            await self._come_again(claim, result.wait or AGAIN)
        elif result.outcome is Outcome.BLOCKED:
            await self._store.mark(claim, "planned", now=now, due=now)  # what follows takes it back with the others
        elif result.outcome is Outcome.REJECTED:
            await self._insist(claim, state="dropped", reason=result.outcome.value)
        else:
            # A time-out may have arrived; sending again blindly makes triples. /next shows what it said.
            await self._insist(claim, state="sent", sent_at=now, message_id=result.message_id)
        pass_by("reminder.after_mark")
        if result.outcome is Outcome.BLOCKED:
            await self._blocked(claim.user_id)

    async def _insist(self, claim: Claimed, **facts: object) -> None:
        """It is out: only this mark keeps it from coming again, so a store that is busy is asked again."""
        for pause in INSIST:
            try:
                return await self._end(claim, **facts)
            except StoreError as error:
                LOG.error("store", error=str(error))
                await asyncio.sleep(pause)
        return await self._end(claim, **facts)

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
            self._end_turn(turn)
            try:
                return await self._store.commit(turn.work)
            except Conflict:
                continue  # the user wrote meanwhile
        raise RuntimeError("five conflicts in a row")

    def _turn(self, work: Work) -> Turn:
        return Turn(work, self._clock.now(), self._content, self._texts, Event("none"))
