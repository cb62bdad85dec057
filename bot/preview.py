"""Tells the local chat what the bot would send next: the planned reminders of those whose chats are open there.

Nothing of this runs with a token. A user's list is made anew when his rows changed or a page opens his chat.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Callable
from datetime import datetime
from html import unescape
from typing import Any

import aiohttp

from bot import log
from bot.clock import LocalChatClock
from bot.core import reminders as core
from bot.core.model import Interview, Job, Reminder
from bot.reminders import ShowReminder
from bot.store.base import Store, StoreError
from bot.store.work import Work
from bot.telegram.texts import Texts
from bot.telegram.turn import Event, Turn
from content import Content

LOG = log.get("preview")
MOST = 20  # rows of a list
PAUSE = 0.2  # seconds between two rounds: changes that come close together make one list
Item = tuple[datetime, str, str]  # when, which kind in words, the text


class Preview:
    """Knows whose rows changed, and posts their lists to the local chat."""

    def __init__(self, store: Store, clock: LocalChatClock, content: Content, show: ShowReminder) -> None:
        self._store, self._clock, self._content, self._show = store, clock, content, show
        self._texts = Texts(content.texts)
        self._changing: dict[asyncio.Task[Any] | None, int] = {}
        self._dirty: set[int] = set()
        self._watched: set[int] = set()
        self._next: dict[int, datetime] = {}  # the earliest time on each user's list
        self._version = -1
        self._wake = asyncio.Event()
        clock.on_round = self.committed

    def noting(self, end_turn: Callable[[Turn], None]) -> Callable[[Turn], None]:
        """``end_turn``, which every turn and every sent reminder passes before its commit, with a note of the user."""

        def noted(turn: Turn) -> None:
            self._changing[asyncio.current_task()] = turn.user.id
            end_turn(turn)

        return noted

    def committed(self) -> None:
        """Rows were written: those of the task that says so, and of the tasks that have ended.

        What fell due is looked at too: a row that is dropped or put off passes no ``end_turn``.
        """
        here, now = asyncio.current_task(), self._clock.now()
        self._dirty.update(user for user, at in self._next.items() if at <= now)
        for task in [task for task in self._changing if task is None or task is here or task.done()]:
            self._dirty.add(self._changing.pop(task))
        self._wake.set()

    async def run(self) -> None:
        """Posts until cancelled."""
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:
            group.create_task(self._follow(session))
            while True:
                await self._wake.wait()
                self._wake.clear()
                await self._round(session)
                await asyncio.sleep(PAUSE)

    async def _follow(self, session: aiohttp.ClientSession) -> None:
        """Learns whose chats are open; who opens one gets a list."""
        while True:
            try:
                query = {"version": str(self._version), "wait": "25"}
                async with session.get(f"{self._clock.url}/watched", params=query) as answer:
                    found = await answer.json()
            except (aiohttp.ClientError, OSError, TimeoutError, ValueError):
                self._watched, self._version = set(), -1  # it restarts, and knows nothing of what we told it
                await asyncio.sleep(0.5)
                continue
            users, self._version = set(found["users"]), found["version"]
            self._dirty |= users - self._watched
            self._watched = users
            self._wake.set()

    async def _round(self, session: aiohttp.ClientSession) -> None:
        users, self._dirty = self._dirty & self._watched, set()
        for user in users:
            try:
                items = self._items(await self._store.load(user))
            except StoreError as error:
                LOG.warning("store", error=str(error))
                self._dirty.add(user)
                self._wake.set()
                continue
            self._next.pop(user, None)
            if items:
                self._next[user] = min(at for at, _, _ in items)
            listed = [{"at": at.isoformat(), "kind": kind, "text": text} for at, kind, text in items]
            with contextlib.suppress(aiohttp.ClientError, OSError):  # it will ask again when it is back
                async with session.post(f"{self._clock.url}/planned", json={"user": user, "items": listed}):
                    pass

    def _items(self, work: Work) -> list[Item]:
        rows = [row for row in work.all(Reminder) if row.state in ("planned", "leased")]
        rows.sort(key=lambda row: row.due)
        found = [self._item(work, row) for row in rows[:MOST]]
        return [item for item in found if item is not None]

    def _item(self, work: Work, row: Reminder) -> Item | None:
        """What that row would show when it falls due, as things stand; None where it would be dropped."""
        try:
            at = max(row.due, self._clock.now())
            verdict = core.judge(row, work.user, work.all(Job), work.all(Interview), work.all(Reminder), at)
            if isinstance(verdict, core.Drop):
                return None
            at = verdict.due if isinstance(verdict, core.Later) else at
            return self._shown(work, row, at)
        except Exception as error:
            # A look ahead must never cost the bot its life; the row itself is judged again when it falls due.
            LOG.warning("no preview", kind=row.kind, error=type(error).__name__)
            return None

    def _shown(self, work: Work, row: Reminder, at: datetime) -> Item | None:
        turn = Turn(work, at, self._content, self._texts, Event("none"))
        screen = self._show(turn, row, False)
        if screen is None:
            return None
        key = f"remind.kind_{row.kind}"
        kind = self._texts.label(key) if key in self._content.texts else row.kind
        return at, kind, _plain(screen.text)


def _plain(text: str) -> str:
    return unescape(re.sub(r"<[^<>]{0,200}>", "", text))
