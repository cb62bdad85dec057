"""Stored updates to handlers: in order for each user, users in parallel, each handled exactly once.

The way of one update: load the user's records, let PTB's application find the handler, plan the reminders anew,
commit everything with "done" and the reply, send the reply, mark it answered. A kill before the commit leaves the
update to be handled; a kill after it leaves the reply to be sent. Where several workers share the inbox, a user's
updates are one worker's until they are answered; what turns out to be another's is let go of.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import json
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from telegram import Update

from bot import log
from bot.clock import Clock
from bot.failpoints import pass_by
from bot.store.base import Conflict, Done, InboxRow, Lost, Store, StoreError
from bot.telegram import pieces
from bot.telegram.file_reads import FileReads, ReadFile
from bot.telegram.files import Files, together
from bot.telegram.messenger import Messenger, Outcome
from bot.telegram.queues import Queue, Waiting, head_of, is_complete, unread
from bot.telegram.screen import Call, Screen, send_call
from bot.telegram.texts import Texts
from bot.telegram.turn import TURN, App, Event, Turn, read_event
from content import Content

LOG = log.get("dispatcher")
PAUSES = (0.3, 1.5)  # seconds before the second and the third try; then it is parked
SOON = 1.0  # seconds: an answer that takes longer is announced by the typing sign
AT_ONCE = 64  # updates handled in parallel, so that many share a commit; sending and waiting take no slot
MOST = AT_ONCE  # users taken whose updates are not handled yet; more are left to other workers


class Dispatcher:
    """Works the inbox off."""

    def __init__(
        self,
        app: App,
        store: Store,
        clock: Clock,
        messenger: Messenger,
        content: Content,
        *,
        read_file: ReadFile,
        end_turn: Callable[[Turn], None],
        committed: Callable[[], None],
        parked: Callable[[str, str], None] = lambda incident, kind: None,
    ) -> None:
        self._app, self._store, self._clock, self._messenger, self._content = app, store, clock, messenger, content
        self._texts = Texts(content.texts)
        self._end_turn, self._committed, self._parked = end_turn, committed, parked
        self._reads = FileReads(read_file, messenger, self._texts, begun=self.wake)
        self._queues: dict[int, Queue] = {}
        self._known: set[int] = set()  # rows in the queues, and those that left them since the last look
        self._gone: set[int] = set()
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        """Something new is in the inbox."""
        self._idle.clear()
        self._wake.set()

    async def run(self) -> None:
        """Works until stopped."""
        self._wake.set()
        while not self._stopping:
            self._wake.clear()
            await self._take_in()
            if not self._tasks:
                self._idle.set()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), 5.0)

    async def stop(self, grace: float) -> None:
        """Takes nothing new and lets what is under way end, at most ``grace`` seconds; the rest stays stored."""
        self._stopping = True
        self._wake.set()
        for key in self._reads.users:
            self._tasks[key].cancel()
        if self._tasks:
            await asyncio.wait(list(self._tasks.values()), timeout=grace)
        for task in self._tasks.values():
            task.cancel()

    async def idle(self) -> None:
        """Waits until nothing is left to do (for tests)."""
        await self._idle.wait()

    async def _take_in(self) -> None:
        # A row that is answered while we read may still be among what we read: it is remembered until the next look.
        gone, self._gone = self._gone, set()
        try:
            rows = await self._store.waiting(self._clock.now(), users=self._room(), known=frozenset(self._known))
        except (StoreError, Conflict) as error:
            LOG.error("store", error=str(error))
            self._gone |= gone
            await asyncio.sleep(1.0)
            return self._wake.set()
        seen = asyncio.get_running_loop().time()
        for row in rows:
            if row.seq not in self._known:
                self._known.add(row.seq)
                self._queues.setdefault(row.key, deque()).append(Waiting(row, seen))
        self._known -= gone
        for key in self._queues:
            if key not in self._tasks:
                self._tasks[key] = asyncio.create_task(self._work_off(key), name=f"user {key}")
        return None

    def _room(self) -> int:
        """How many further users' updates may be taken, where there are other workers to take them."""
        queues = [queue for key, queue in self._queues.items() if queue and key not in self._reads.users]
        return max(0, MOST - sum(queue[0].row.reply is None for queue in queues))

    async def _work_off(self, key: int) -> None:
        queue = self._queues[key]
        try:
            while queue and not self._stopping:
                sign = asyncio.get_running_loop().call_later(SOON, self._is_slow, key)
                try:
                    if await self._await_parts(queue):
                        await self._one(key, queue)
                finally:
                    sign.cancel()
        except Lost as error:
            LOG.warning("let go", reason=str(error))
        except Exception as error:
            LOG.error("worker failed", incident=log.incident(), exc_info=error)
            await asyncio.sleep(1.0)
        finally:
            # What is left (a stop, a failure) stays in the store and is taken in again from there.
            self._known.difference_update(waiting.row.seq for waiting in queue)
            del self._queues[key], self._tasks[key]
            self._wake.set()

    def _is_slow(self, key: int) -> None:
        if key > 0 and not self._stopping:
            self._messenger.typing(key)

    # -- one unit of work ---------------------------------------------------------------------------------------

    async def _await_parts(self, queue: Queue) -> bool:
        """Waits while a part of the head may still be on its way; False where the program stops meanwhile: the other
        parts may come with the next start."""
        if is_complete(queue):
            return True
        loop = asyncio.get_running_loop()
        begun = loop.time()
        self._wake.set()  # one look gives only the first rows of a flood: the other parts may be in the store
        while not is_complete(queue):
            if self._stopping:
                return False
            left = max(begun, head_of(queue)[-1].seen) + pieces.QUIET - loop.time()
            if left <= 0:
                break
            await asyncio.sleep(min(left, 0.1))
        return True

    async def _one(self, key: int, queue: Queue) -> None:
        """Handles and answers the head of a user's queue; what must be tried again stays there."""
        count = 1
        try:
            if queue[0].row.reply is None:
                await self._reads.read(key, queue)
                async with self._slots:
                    if unread(queue) is not None:
                        return  # a further part came while we waited for a slot
                    parts = head_of(queue)
                    rows, count = [part.row for part in parts], len(parts)
                    calls = await self._handle(key, rows, together([part.file for part in parts], rows[0]))
                self._done(queue, count, calls)
                count = 1
            if await self._reply(key, queue[0]):
                self._drop(queue, 1)
        except Lost:
            raise
        except StoreError as error:
            LOG.error("store", error=str(error))
            await asyncio.sleep(1.0)
        except Exception as error:
            await self._failed(key, queue, count, error)

    def _done(self, queue: Queue, count: int, calls: Sequence[Call]) -> None:
        """The head's parts are handled: what is left of them is one reply to send."""
        head = queue[0]
        self._drop(queue, count)
        queue.appendleft(Waiting(dataclasses.replace(head.row, reply=json.dumps(calls)), head.seen))
        self._gone.discard(head.row.seq)

    def _drop(self, queue: Queue, count: int) -> None:
        for _ in range(count):
            self._gone.add(queue.popleft().row.seq)

    async def _handle(self, key: int, rows: Sequence[InboxRow], file: Files | None) -> list[Call]:
        update = Update.de_json(json.loads(rows[0].body), self._app.bot)
        if update.effective_chat is not None and update.effective_chat.type != "private":
            return await self._decline(update.effective_chat.id, rows)
        for _ in range(5):
            turn = await self._turn(key, read_event(update, pieces.joined_text(rows), file), update)
            calls = turn.calls()
            done = _done(rows, calls, self._clock.now())
            pass_by("turn.before_commit")
            try:
                await self._keep(key, turn, done)
            except Lost:
                raise
            except Conflict:
                continue  # a reminder was marked meanwhile: read again and do it again
            pass_by("turn.after_commit")
            self._committed()
            return calls
        raise RuntimeError("five conflicts in a row")

    async def _keep(self, key: int, turn: Turn, done: Done) -> None:
        if turn.erase:
            await self._erase(key, done)
        elif turn.discard or (turn.work.new_user and turn.event.kind == "member"):
            # A stranger, or one who only blocks or unblocks the bot: nobody we keep, not even his number.
            await self._store.finish(dataclasses.replace(done, nameless=turn.work.new_user))
        else:
            await self._store.commit(turn.work, done)

    async def _erase(self, key: int, done: Done) -> None:
        """Everything of the user goes, with what he wrote after asking for it and was not handled yet."""
        await self._store.erase(key, done)
        queue = self._queues[key]
        while len(queue) > len(done.seqs):
            self._gone.add(queue.pop().row.seq)

    async def _turn(self, key: int, event: Event, update: Update) -> Turn:
        work = await self._store.load(key)
        turn = Turn(work, self._clock.now(), self._content, self._texts, event)
        if work.new_user:
            work.user.created_at = turn.now
        work.user.seen_at = turn.now
        if turn.event.kind != "member":
            work.user.blocked = False  # whoever writes has come back, with or without /start
        token = TURN.set(turn)
        try:
            await self._app.process_update(update)
        finally:
            TURN.reset(token)
        if turn.error is not None:
            raise turn.error
        self._end_turn(turn)
        return turn

    async def _decline(self, chat_id: int, rows: Sequence[InboxRow]) -> list[Call]:
        """Groups and channels: one line, then the bot leaves. Nothing of them is kept."""
        said = any(pieces.message_of(row) for row in rows)
        told = send_call(chat_id, Screen(self._texts("common.private_only")))
        calls: list[Call] = [*([told] if said else []), {"method": "leave_chat", "chat_id": chat_id}]
        await self._store.finish(_done(rows, calls, self._clock.now()))
        return calls

    async def _reply(self, key: int, waiting: Waiting) -> bool:
        if not self._store.holds(waiting.row):
            raise Lost("this worker was silent for so long that another one may have the reply")
        calls = json.loads(waiting.row.reply or "[]")
        outcome, sent = await self._messenger.deliver(calls)
        # What went out must not go out again; only a new start, which knows nothing of it, sends the whole reply.
        waiting.row = dataclasses.replace(waiting.row, reply=json.dumps(calls[sent:]))
        pass_by("reply.after_send")
        if outcome is Outcome.LATER:
            return False
        if outcome is Outcome.BLOCKED and key > 0:
            await self.blocked(key)
        await self._store.answered([waiting.row.seq])
        pass_by("reply.after_mark")
        return True

    async def blocked(self, user_id: int) -> None:
        """The user blocked the bot: his reminders rest until he comes back."""
        for _ in range(5):
            work = await self._store.load(user_id)
            if work.new_user:
                return None
            work.user.blocked = True
            self._end_turn(Turn(work, self._clock.now(), self._content, self._texts, Event("none")))
            with contextlib.suppress(Conflict):
                return await self._store.commit(work)

    async def _failed(self, key: int, queue: Queue, count: int, error: Exception) -> None:
        """Tries twice more; then the update is set aside, the user told, and the next one handled."""
        incident, row, now = log.incident(), queue[0].row, self._clock.now()
        LOG.error("update failed", incident=incident, attempt=row.attempts + 1, exc_info=error)
        if row.attempts < len(PAUSES):
            pause = PAUSES[row.attempts]
            await self._store.failed(row.seq, now + timedelta(seconds=pause))
            queue[0].row = dataclasses.replace(row, attempts=row.attempts + 1)
            await asyncio.sleep(pause)
            return
        calls: list[Call] = []
        if key > 0:
            text = self._texts("common.broken", incident=incident)
            calls = [send_call(key, Screen(text))]
        seqs = [waiting.row.seq for waiting in list(queue)[:count]]
        await self._store.park(seqs, type(error).__name__, now, json.dumps(calls))
        self._parked(incident, type(error).__name__)
        self._done(queue, count, calls)


def _done(rows: Sequence[InboxRow], calls: Sequence[Call], now: datetime) -> Done:
    return Done([row.seq for row in rows], json.dumps(calls), now, holder=rows[0].holder)
