"""Nothing is kept for ever: old update ids go after days, silent users after a year, asked first."""

from __future__ import annotations

import contextlib
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot import log
from bot.clock import Clock
from bot.core.model import Dialog, Job, Offer, Reminder, Undo
from bot.core.offer import keeping
from bot.store.base import Conflict, Store
from bot.store.work import Work
from bot.telegram.buttons import door
from bot.telegram.messenger import Messenger, Outcome
from bot.telegram.screen import Screen, send_call
from bot.telegram.texts import Texts

LOG = log.get("retention")
INBOX_KEEPS = timedelta(days=3)  # longer than Telegram's 24 hours, shorter than the week after which ids start anew
SILENT = timedelta(days=365)
ANSWER_WITHIN = timedelta(days=30)
DAYTIME = range(10, 18)  # local hours: nobody is asked this at night
LETTERS = timedelta(days=1)  # so long nobody wrote before his letters are looked at: each turn looks itself
UNDO_KEPT = timedelta(days=1)  # longer than bot.telegram.undo takes anything back
KIND = "stay"


class Retention:
    """Sweeps now and then; each step can be cut off and done again."""

    def __init__(self, store: Store, clock: Clock, messenger: Messenger, texts: Texts) -> None:
        self._store, self._clock, self._messenger, self._texts = store, clock, messenger, texts
        self._letters_on: date | None = None  # the day on which the letters were looked at last

    async def sweep(self) -> None:
        """Forgets old update ids; asks who was silent for a year, and erases who was silent after being asked."""
        now = self._clock.now()
        updates = await self._store.forget(now - INBOX_KEEPS)
        asked = erased = 0
        for user_id in await self._store.user_ids(seen_before=now - SILENT):
            work = await self._store.load(user_id)
            if self._is_over(work, now):
                erased += await self._erase(user_id, now)
            elif not self._questions(work):
                asked += await self._ask(work, now)
        letters = await self._letters(now) if self._letters_on != now.date() else 0
        LOG.info("swept", updates=updates, asked=asked, erased=erased, letters=letters)

    async def _letters(self, now: datetime) -> int:
        """Once a day, of users who are silent: letters of offers whose time is over, and what was kept for undo."""
        self._letters_on, emptied = now.date(), 0
        for user_id in await self._store.user_ids(seen_before=now - LETTERS):
            work = await self._store.load(user_id)
            found = keeping.let_go(work.all(Offer), work.all(Job), work.all(Dialog), now)
            old = [row for row in work.all(Undo) if now - row.created_at > UNDO_KEPT]
            for row in old:
                work.remove(row)
            if found or old:
                with contextlib.suppress(Conflict):  # he wrote this very moment; tomorrow is soon enough
                    await self._store.commit(work)
                    emptied += 1
        return emptied

    async def _erase(self, user_id: int, now: datetime) -> bool:
        try:
            await self._store.erase(user_id, seen_before=now - SILENT)
        except Conflict:
            return False  # he wrote this very moment
        return True

    def _questions(self, work: Work) -> list[Reminder]:
        """When the user was asked since he last wrote."""
        return [r for r in work.all(Reminder) if r.kind == KIND and r.due > work.user.seen_at]

    def _is_over(self, work: Work, now: datetime) -> bool:
        # Who blocked the bot cannot be asked.
        return work.user.blocked or any(now - asked.due > ANSWER_WITHIN for asked in self._questions(work))

    async def _ask(self, work: Work, now: datetime) -> bool:
        if now.astimezone(ZoneInfo(work.user.zone or "UTC")).hour not in DAYTIME:
            return False
        label = self._texts.label
        row = (door(label("remind.button_stay"), "remind", "stay"), door(label("remind.button_leave"), "delete"))
        result = await self._messenger.send(send_call(work.user.id, Screen(self._texts("remind.stay"), (row,))))
        if result.outcome is Outcome.BLOCKED:
            work.user.blocked = True
        elif result.outcome is not Outcome.SENT:
            return False
        else:
            work.add(_asked(now))
        try:
            await self._store.commit(work)
        except Conflict:
            return False  # he wrote this very moment
        return True


def _asked(now: datetime) -> Reminder:
    return Reminder(
        kind=KIND, cause=f"{KIND}:{now.date()}", due=now, expires=now + ANSWER_WITHIN, state="sent", sent_at=now,
        created_at=now,
    )  # fmt: skip
