"""What the program asks of a store. No SQL here; handlers may import this module.

The way of one update: ``load`` reads all rows of one user (they are few), the handler changes the records in
memory, ``commit`` writes what changed in ONE transaction together with "this update is done" and the reply.
No transaction is open while a handler thinks or Telegram is called.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.store.work import Code, Work


class StoreError(Exception):
    """The store cannot be used; the text is one clear line for the person who runs the bot."""


class Conflict(Exception):
    """Somebody else wrote this user's rows meanwhile: load again and do it again."""


class Lost(Conflict):
    """An inbox row was done already, or is another worker's now: let go of it and look into the inbox again."""


@dataclass(frozen=True, slots=True)
class KnownCode:
    """What is known of a code: ``state`` is open, used, revoked or expired."""

    kind: str
    state: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update as it came from Telegram; ``key`` is the user (or chat) whose order it must keep."""

    update_id: int
    key: int
    body: str  # JSON


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A stored update. ``reply`` is set when it is done but not yet answered; ``holder`` is the worker that has it,
    where there may be several."""

    seq: int
    update_id: int
    key: int
    body: str
    received_at: datetime
    attempts: int
    next_try: datetime | None = None
    reply: str | None = None
    holder: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """These inbox rows are handled; ``reply`` (JSON of calls to Telegram) is still to be sent."""

    seqs: Sequence[int]
    reply: str | None
    at: datetime
    nameless: bool = False  # forget whose they were too: nothing of this person is kept
    holder: int | None = None  # the worker that must still have them when this is written


@dataclass(frozen=True, slots=True)
class Claimed:
    """A reminder that this process may send until the lease ends."""

    user_id: int
    reminder_id: str
    token: str


@dataclass(slots=True)
class Depth:
    """Numbers for health: what waits."""

    waiting: int = 0
    parked: int = 0
    oldest_received: datetime | None = None
    reminders_due: int = 0
    oldest_due: datetime | None = None
    users: int = 0
    extra: dict[str, int] = field(default_factory=dict)


class Users(Protocol):
    """Rows of one user at a time; there is no call without a user id."""

    async def load(self, user_id: int) -> Work:
        """All records of that user; a new, unsaved User where none is stored (``new_user``)."""

    async def commit(self, work: Work, done: Done | None = None) -> None:
        """Writes the changes and ``done`` in one transaction and raises the user's version.

        Raises Conflict, with nothing written, where the stored version is not the one that was loaded; Lost where an
        inbox row of ``done`` was already done or is not its holder's any more.
        """

    async def erase(
        self, user_id: int, done: Done | None = None, *, seen_before: datetime | None = None
    ) -> dict[str, int]:
        """Removes every row of that user, in one transaction with ``done``; returns counts by table name.

        With ``seen_before`` only a silent user goes: Conflict, with nothing removed, where he wrote at or after that
        instant or an update of his waits to be handled.

        Update ids stay (so that a duplicate delivery changes nothing), without the user's id or the update's body.
        Afterwards the freed pages and the write-ahead log hold nothing of it either.
        """


class Accepts(Protocol):
    """What a receiver needs."""

    async def accept(self, updates: Sequence[Incoming], now: datetime) -> int:
        """Stores them in one commit; those already stored (same update id) change nothing. Returns how many are new."""


class Inbox(Accepts, Protocol):
    """Updates, stored before Telegram is told that we have them."""

    async def waiting(
        self, now: datetime, limit: int = 500, users: int = 500, known: Set[int] = frozenset()
    ) -> list[InboxRow]:
        """Rows not yet done and not parked, or done and not answered, oldest first; rows whose ``next_try`` is
        ahead are included (the order of a user must be kept), the caller waits for them.

        At most the 20 oldest of a key, so that one user's flood leaves room for the others. Of the first ``limit``
        rows those whose ``seq`` is ``known`` are not read again.

        Where several workers share the inbox it takes all rows of up to ``users`` further keys that no worker has, and
        gives only this worker's rows. Nobody else gets rows of a key until the last of them is answered, or this
        worker is dead.
        """

    def holds(self, row: InboxRow) -> bool:
        """Whether the row is surely still this worker's: to be asked before its reply is sent."""

    async def finish(self, done: Done) -> None:
        """Marks rows done that belong to no user's records (groups, channels). Lost as in ``commit``."""

    async def answered(self, seqs: Sequence[int]) -> None:
        """Their reply has been sent: forget it."""

    async def failed(self, seq: int, next_try: datetime) -> None:
        """One more attempt went wrong; try again at ``next_try``."""

    async def park(self, seqs: Sequence[int], reason: str, now: datetime, reply: str | None = None) -> None:
        """Sets them aside for good (poison); ``reply`` tells the user so."""

    async def forget(self, before: datetime) -> int:
        """Removes answered rows received before that instant; returns how many."""


class Reminders(Protocol):
    """Reminder rows across users, for the dispatcher only."""

    async def claim(self, now: datetime, limit: int, lease: timedelta) -> list[Claimed]:
        """Leases due rows (planned, or leased with a lease that has run out), at most ``limit``.

        First those of use at their minute only (bot.store.rules.URGENT, and what the user put off himself). Then the
        earliest due, and of those due together the one that has the least time left until it expires.
        """

    async def mark(self, claimed: Claimed, state: str, *, now: datetime, reason: str = "",
                   message_id: int | None = None, due: datetime | None = None,
                   retry_at: datetime | None = None) -> bool:  # fmt: skip
        """Ends a claim: state "sent", "dropped" or (with ``due``) "planned" again. False where the lease is lost.

        State "leased" with ``retry_at``: the same is tried again then, and ``due`` stays what it was.
        """

    async def next_due(self) -> datetime | None:
        """When the earliest row may be claimed: a planned one is due, or a lease ends. None where none waits."""


class Codes(Protocol):
    """Codes that let somebody in, and instants that outlive a restart. A user redeems a code with his commit."""

    async def issue(self, code: Code, now: datetime) -> None:
        """Keeps a new code; those that ran out long ago are forgotten."""

    async def find_code(self, text: str, now: datetime) -> KnownCode | None:
        """What is known of that code; None where there never was one, or it is forgotten."""

    async def open_codes(self, kind: str, now: datetime) -> int:
        """How many of that kind still let somebody in."""

    async def owner(self) -> int | None:
        """The id of the user whose role is owner; None where there is none."""

    async def keep_moment(self, name: str, at: datetime) -> None:
        """Remembers an instant by a name, over the one that was there."""

    async def moment(self, name: str) -> datetime | None:
        """The instant kept by that name."""


class Workers(Protocol):
    """This process among those that work on one database."""

    @property
    def several(self) -> bool:
        """Whether there may be others."""

    @property
    def leads(self) -> bool:
        """Whether this one is the one that polls Telegram, and sweeps. There is never a second one."""

    async def lead(self) -> None:
        """Returns when this one leads: at once where nobody does, else when the other one is dead."""

    async def run(self, changed: Callable[[], None], counted: Callable[[int], None]) -> None:
        """Keeps its place until cancelled. Calls ``changed`` when another one stored or left updates, and ``counted``
        now and then with the number of workers that live, this one included. StoreError where it lost its place."""


class Store(Users, Inbox, Reminders, Codes, Protocol):
    """All of it, with a life of its own."""

    @property
    def workers(self) -> Workers:
        """This process among the others."""

    async def depth(self, now: datetime) -> Depth:
        """What waits, for health and the owner."""

    async def user_ids(self, seen_before: datetime) -> list[int]:
        """The ids of users who last wrote before that instant, smallest first: for the sweep of what is kept."""

    async def close(self) -> None:
        """Lets go of the database; safe to call twice."""
