"""Stored updates to handlers: in order for each user, users in parallel, each handled exactly once.

The way of one update: load the user's records, let PTB's application find the handler, plan the reminders anew,
commit everything with "done" and the reply, send the reply, mark it answered. A kill before the commit leaves the
update to be handled; a kill after it leaves the reply to be sent.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from telegram import Update

from bot import log
from bot.clock import Clock
from bot.failpoints import pass_by
from bot.store.base import Conflict, Done, InboxRow, Store, StoreError
from bot.telegram import pieces
from bot.telegram.messenger import Messenger, Outcome
from bot.telegram.screen import Call
from bot.telegram.texts import Texts
from bot.telegram.turn import TURN, App, Turn, read_event
from content import Content

LOG = log.get("dispatcher")
PAUSES = (0.3, 1.5)  # seconds before the second and the third try; then it is parked
AT_ONCE = 8  # users in parallel


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
        replan: Callable[[Turn], None],
        committed: Callable[[], None],
    ) -> None:
        self._app, self._store, self._clock, self._messenger, self._content = app, store, clock, messenger, content
        self._texts = Texts(content.texts)
        self._replan, self._committed = replan, committed
        self._queues: dict[int, deque[tuple[InboxRow, float]]] = {}
        self._known: set[int] = set()
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
        if self._tasks:
            await asyncio.wait(list(self._tasks.values()), timeout=grace)
        for task in self._tasks.values():
            task.cancel()

    async def idle(self) -> None:
        """Waits until nothing is left to do (for tests)."""
        await self._idle.wait()

    async def _take_in(self) -> None:
        try:
            rows = await self._store.waiting(self._clock.now())
        except StoreError as error:
            LOG.error("store", error=str(error))
            await asyncio.sleep(1.0)
            return self._wake.set()
        seen = asyncio.get_running_loop().time()
        for row in rows:
            if row.seq not in self._known:
                self._known.add(row.seq)
                self._queues.setdefault(row.key, deque()).append((row, seen))
        for key in self._queues:
            if key not in self._tasks:
                self._tasks[key] = asyncio.create_task(self._work_off(key), name=f"user {key}")
        return None

    async def _work_off(self, key: int) -> None:
        queue = self._queues[key]
        try:
            while queue and not self._stopping:
                await self._await_parts(queue)
                async with self._slots:
                    rows = self._head(queue)
                    if await self._one(key, rows):
                        for row in rows:
                            queue.popleft()
                            self._known.discard(row.seq)
        except Exception as error:
            LOG.error("worker failed", incident=log.incident(), exc_info=error)
            await asyncio.sleep(1.0)
        finally:
            if not queue:
                self._queues.pop(key, None)
            else:
                self._known.difference_update(row.seq for row, _ in queue)
                self._queues.pop(key, None)
            self._tasks.pop(key, None)
            self._wake.set()

    # -- one unit of work ---------------------------------------------------------------------------------------

    async def _await_parts(self, queue: deque[tuple[InboxRow, float]]) -> None:
        """Waits while a part of the head may still be on its way."""
        loop = asyncio.get_running_loop()
        while not self._stopping:
            rows = self._head(queue)
            last, seen = queue[len(rows) - 1]
            complete = len(queue) > len(rows) or last.reply is not None or not pieces.may_go_on(last)
            left = seen + pieces.QUIET - loop.time()
            if complete or left <= 0:
                return
            await asyncio.sleep(min(left, 0.1))

    def _head(self, queue: deque[tuple[InboxRow, float]]) -> list[InboxRow]:
        rows = [queue[0][0]]
        for row, _ in list(queue)[1:]:
            if not pieces.belongs(rows[0], rows[-1], row):
                break
            rows.append(row)
        return rows

    async def _one(self, key: int, rows: Sequence[InboxRow]) -> bool:
        """Handles the head of a user's queue; False where it must be tried again."""
        seqs = [row.seq for row in rows]
        try:
            calls = json.loads(rows[0].reply) if rows[0].reply is not None else await self._handle(key, rows)
            return await self._reply(key, seqs, calls)
        except StoreError as error:
            LOG.error("store", error=str(error))
            await asyncio.sleep(1.0)
            return False
        except Exception as error:
            return await self._failed(key, rows, error)

    async def _handle(self, key: int, rows: Sequence[InboxRow]) -> list[Call]:
        update = Update.de_json(json.loads(rows[0].body), self._app.bot)
        if update.effective_chat is not None and update.effective_chat.type != "private":
            return await self._decline(update.effective_chat.id, rows)
        for _ in range(5):
            turn = await self._turn(key, update, rows)
            calls = turn.calls()
            done = Done([row.seq for row in rows], json.dumps(calls), self._clock.now())
            pass_by("turn.before_commit")
            try:
                await (self._store.erase(key, done) if turn.erase else self._store.commit(turn.work, done))
            except Conflict:
                continue  # a reminder was marked meanwhile: read again and do it again
            pass_by("turn.after_commit")
            self._committed()
            return calls
        raise RuntimeError("five conflicts in a row")

    async def _turn(self, key: int, update: Update, rows: Sequence[InboxRow]) -> Turn:
        work = await self._store.load(key)
        turn = Turn(work, self._clock.now(), self._content, self._texts, read_event(update, pieces.joined_text(rows)))
        if work.new_user:
            work.user.created_at = turn.now
        work.user.seen_at = turn.now
        token = TURN.set(turn)
        try:
            await self._app.process_update(update)
        finally:
            TURN.reset(token)
        if turn.error is not None:
            raise turn.error
        self._replan(turn)
        return turn

    async def _decline(self, chat_id: int, rows: Sequence[InboxRow]) -> list[Call]:
        """Groups and channels: one line, then the bot leaves. Nothing of them is kept."""
        said = any(pieces.message_of(row) for row in rows)
        text = {"method": "send_message", "chat_id": chat_id, "text": self._texts("common.private_only")}
        calls: list[Call] = [*([text] if said else []), {"method": "leave_chat", "chat_id": chat_id}]
        await self._store.finish(Done([row.seq for row in rows], json.dumps(calls), self._clock.now()))
        return calls

    async def _reply(self, key: int, seqs: Sequence[int], calls: Sequence[Call]) -> bool:
        outcome = await self._messenger.deliver(calls)
        pass_by("reply.after_send")
        if outcome is Outcome.LATER:
            return False
        if outcome is Outcome.BLOCKED and key > 0:
            await self.blocked(key)
        await self._store.answered(seqs)
        pass_by("reply.after_mark")
        return True

    async def blocked(self, user_id: int) -> None:
        """The user blocked the bot: his reminders rest until he comes back."""
        for _ in range(5):
            work = await self._store.load(user_id)
            if work.new_user or work.user.blocked:
                return None
            work.user.blocked = True
            with contextlib.suppress(Conflict):
                return await self._store.commit(work)

    async def _failed(self, key: int, rows: Sequence[InboxRow], error: Exception) -> bool:
        """Tries twice more; then the update is set aside, the user told, and the next one handled."""
        incident, attempts = log.incident(), rows[0].attempts + 1
        now = self._clock.now()
        LOG.error("update failed", incident=incident, attempt=attempts, exc_info=error)
        if attempts <= len(PAUSES):
            pause = PAUSES[attempts - 1]
            await self._store.failed(rows[0].seq, now + timedelta(seconds=pause))
            object.__setattr__(rows[0], "attempts", attempts)
            await asyncio.sleep(pause)
            return False
        calls: list[dict[str, Any]] = []
        if key > 0:
            calls = [
                {"method": "send_message", "chat_id": key, "text": self._texts("common.broken", incident=incident)}
            ]
        seqs = [row.seq for row in rows]
        await self._store.park(seqs, type(error).__name__, now, json.dumps(calls))
        return await self._reply(key, seqs, calls)
