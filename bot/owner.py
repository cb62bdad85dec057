"""What whoever runs the bot is told: the code that makes him its owner, notes after an outage or a parked update."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot import log
from bot.clock import Clock
from bot.core.access import LASTS, OWNER, new_code
from bot.store.base import Accepts, Incoming, Store, StoreError
from bot.store.work import Code
from bot.telegram.messenger import Messenger, Outcome
from bot.telegram.screen import Screen, send_call
from bot.telegram.texts import Html, Texts

LOG = log.get("owner")
OUTAGE = timedelta(minutes=10)  # a message that waited longer tells of an outage
LATE = timedelta(minutes=2)  # a message that waited longer counts as answered late
PAUSE = timedelta(minutes=10)  # at most one note in that time; what happens meanwhile is summed up
BEAT = timedelta(minutes=1)  # how often it is noted that Telegram was reached
AGAIN = timedelta(seconds=20)  # Telegram is not reached: how soon to look again
TICK = 5.0  # seconds between two looks
MOST_NAMED = 8  # incidents named in one note
TRIES = 5
CONTACT = "contact"  # the store's name for the instant at which Telegram was reached last


def start_link(username: str) -> str:
    """The address that opens the bot with a code, up to that code."""
    return f"https://t.me/{username}?start="


async def owner_line(store: Store, now: datetime, link: str) -> str:
    """The lines that print a fresh owner code; empty where there is an owner. ``link``: t.me, up to the code."""
    if await store.owner() is not None:
        return ""
    code = Code(new_code(), OWNER, now + LASTS[OWNER])
    await store.issue(code, now)
    return (
        "This bot has no owner yet. Whoever sends it this code first becomes the owner:"
        f"\n    {code.text}\n    {link}{code.text}\nIt works once, for {LASTS[OWNER].days} days; keep it to yourself."
    )


class Watch:
    """Stands before the inbox and sees how long updates waited for us."""

    def __init__(self, inbox: Accepts, arrived: Callable[[Sequence[Incoming], datetime], None]) -> None:
        self._inbox, self._arrived = inbox, arrived

    async def accept(self, updates: Sequence[Incoming], now: datetime) -> int:
        """As the inbox does."""
        count = await self._inbox.accept(updates, now)
        self._arrived(updates, now)
        return count


@dataclass(slots=True)
class _Outage:
    since: datetime
    until: datetime
    late: int = 0


class OwnerNotes:
    """Collects what the owner should know and sends it, at most once in ``PAUSE``. What cannot be sent is logged."""

    def __init__(
        self, store: Store, clock: Clock, messenger: Messenger, texts: Texts, *,
        owner_id: int | None, reached: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._store, self._clock, self._messenger, self._texts = store, clock, messenger, texts
        self._owner_id, self._reached = owner_id, reached
        self._contact: datetime | None = None
        self._looked: datetime | None = None
        self._outage: _Outage | None = None
        self._parked: list[tuple[str, str]] = []
        self._sent: datetime | None = None
        self._tries = 0
        self._wake = asyncio.Event()

    # -- what happens -------------------------------------------------------------------------------------------

    def parked(self, incident: str, kind: str) -> None:
        """An update was set aside; ``kind`` is the error's class name."""
        self._parked.append((incident, kind))
        self._wake.set()

    def arrived(self, updates: Sequence[Incoming], now: datetime) -> None:
        """Updates came in: some may have waited because nobody fetched them."""
        sent = [at for at in map(_sent_at, updates) if at is not None and now - at > LATE]
        self._late(min(sent, default=now), now, len(sent))

    def _late(self, oldest: datetime, now: datetime, count: int) -> None:
        if self._outage is None and now - oldest > OUTAGE:
            since = oldest if self._contact is None else min(self._contact, oldest)
            self._outage = _Outage(since, now)
            self._wake.set()
        if self._outage is not None:
            self._outage.late += count

    async def begin(self) -> None:
        """Reads when Telegram was reached last, and what waits in our own inbox since long.

        Of several workers the one that leads tells of what waits, so that one outage is told once.
        """
        now = self._clock.now()
        self._contact = await self._store.moment(CONTACT)
        if not self._store.workers.leads:
            return
        depth = await self._store.depth(now)
        if depth.oldest_received is not None:
            self._late(depth.oldest_received, now, depth.waiting)

    # -- what is done about it ----------------------------------------------------------------------------------

    def wake(self) -> None:
        """The clock was moved."""
        self._wake.set()

    async def run(self) -> None:
        """Works until cancelled."""
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), TICK)
            self._wake.clear()
            try:
                await self._beat()
                await self._tell()
            except StoreError as error:
                LOG.error("store", error=str(error))

    async def _beat(self) -> None:
        """Notes that Telegram is reached; where another worker does that, reads when it was."""
        now = self._clock.now()
        if _within(BEAT, self._looked, now):
            return
        if self._reached():
            await self._store.keep_moment(CONTACT, now)
            self._contact = self._looked = now
        else:
            self._contact = await self._store.moment(CONTACT)
            self._looked = None if self._contact is None else now - BEAT + AGAIN

    async def _tell(self) -> None:
        now = self._clock.now()
        if not (self._parked or self._outage) or _within(PAUSE, self._sent, now):
            return
        if self._outage and now - self._outage.until < PAUSE and (await self._store.depth(now)).waiting:
            return  # still catching up: the count is not known yet
        owner = self._owner_id if self._owner_id is not None else await self._store.owner()
        text = self._text((await self._store.load(owner)).user.zone or "UTC" if owner else "UTC")
        outage, parked = self._outage, list(self._parked)
        outcome = await self._send(owner, text)
        if outcome is Outcome.LATER and self._tries < TRIES:
            self._tries += 1
            return
        LOG.info("note to the owner", outcome=outcome.value if outcome else "there is no owner")
        self._tries, self._sent = 0, now if outcome is not None else self._sent
        self._parked = self._parked[len(parked) :]
        self._outage = None if self._outage is outage else self._outage

    async def _send(self, owner: int | None, text: Html) -> Outcome | None:
        if owner is None:
            return None
        return (await self._messenger.send(send_call(owner, Screen(text)))).outcome

    # -- its words ----------------------------------------------------------------------------------------------

    def _text(self, zone: str) -> Html:
        t, lines = self._texts, [self._texts("owner.note")]
        if self._outage is not None:
            since, until = (_words(at, zone) for at in (self._outage.since, self._outage.until))
            key = "owner.outage_one" if self._outage.late == 1 else "owner.outage"
            lines.append(t(key, since=since, until=until, late=self._outage.late))
        lines += [t("owner.parked", incident=number, kind=kind) for number, kind in self._parked[:1]]
        if rest := [number for number, _ in self._parked[1:]]:
            named = ", ".join([*rest[:MOST_NAMED], *(["..."] if len(rest) > MOST_NAMED else [])])
            lines.append(t("owner.parked_more", count=len(rest), incidents=named))
        return Html("\n".join(lines))


def _within(span: timedelta, at: datetime | None, now: datetime) -> bool:
    """Whether ``at`` lies less than that before now (a clock that was put back does not count)."""
    return at is not None and now - span < at <= now


def _words(at: datetime, zone: str) -> str:
    """ "Sun 22 Nov 07:40 (Europe/Berlin)"."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{local:%a} {local.day} {local:%b %H:%M} ({zone})"


def _sent_at(update: Incoming) -> datetime | None:
    """When the user sent it, for messages and edits; taps carry no time."""
    try:
        raw: Any = json.loads(update.body)
        message = raw.get("message") or raw.get("edited_message") or {}
        return datetime.fromtimestamp(message.get("edit_date") or message["date"], UTC)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, OSError):
        return None
