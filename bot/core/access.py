"""Who may use the bot and how much: codes that let somebody in, and how often one person is answered. Pure."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

INVITE, OWNER = "invite", "owner"  # what a code makes of the one who sends it: a user, or the owner
LASTS = {INVITE: timedelta(days=14), OWNER: timedelta(days=7)}
REMEMBERED = timedelta(days=60)  # so long a used or expired code is told from one that never was

# Fit for a Telegram link and to be read aloud: no 0/O, 1/I/L. 20 of 31 letters are 99 bits.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_LENGTH = 20
_CODE = re.compile(f"[{_LETTERS}]{{{_LENGTH}}}")


def new_code() -> str:
    """A random code that nobody can guess."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def read_code(text: str) -> str:
    """The code in what somebody typed or a link carried; empty where it is something else."""
    typed = text.strip().upper()
    return typed if _CODE.fullmatch(typed) else ""


# -- how much ---------------------------------------------------------------------------------------------------

REST = timedelta(minutes=2)  # so long nothing is read from one who wrote too much in a minute
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
MOST_KNOWN = 10_000  # people remembered here; whoever came first is forgotten first


@dataclass(frozen=True, slots=True)
class Verdict:
    """``wait``: not read, come again so much later (None: it is read). ``first``: the first one that is not read.

    ``missed``: how many were not read before this one, which is.
    """

    wait: timedelta | None = None
    first: bool = False
    missed: int = 0


_READ = Verdict()  # one for all, since everybody has one


@dataclass(slots=True)
class _Use:
    minute: datetime  # when the counted minute and day began
    day: datetime
    in_minute: int = 0
    in_day: int = 0
    rests_until: datetime | None = None
    unread: int = 0
    update_id: int = -1
    verdict: Verdict = _READ


class Quota:
    """Counts what each person sends, in this process only: it protects the machine. 0 means no limit."""

    def __init__(self, a_minute: int, a_day: int) -> None:
        self._a_minute, self._a_day = a_minute, a_day
        self._uses: dict[int, _Use] = {}

    def take(self, user_id: int, update_id: int, now: datetime) -> Verdict:
        """Whether this update is read. The same update asked about again gets the same answer."""
        if not (self._a_minute or self._a_day):
            return _READ
        use = self._uses.get(user_id)
        if use is None:
            use = self._uses[user_id] = _Use(now, now)
            _bound(self._uses)
        if use.update_id != update_id:
            use.update_id, use.verdict = update_id, self._count(use, now)
        return use.verdict

    def _count(self, use: _Use, now: datetime) -> Verdict:
        if use.rests_until is not None and now < use.rests_until <= now + DAY:
            use.unread += 1
            return Verdict(use.rests_until - now)
        missed, use.unread, use.rests_until = use.unread, 0, None
        if not now - MINUTE < use.minute <= now:
            use.minute, use.in_minute = now, 0
        if not now - DAY < use.day <= now:
            use.day, use.in_day = now, 0
        use.rests_until = self._over(use, now)
        if use.rests_until is None:
            use.in_minute, use.in_day = use.in_minute + 1, use.in_day + 1
            return Verdict(missed=missed) if missed else _READ
        use.unread = missed + 1
        return Verdict(use.rests_until - now, first=True)

    def _over(self, use: _Use, now: datetime) -> datetime | None:
        if 0 < self._a_day <= use.in_day:
            return use.day + DAY
        return now + REST if 0 < self._a_minute <= use.in_minute else None


class NowAndThen:
    """Lets one thing be said to one person at most once in ``pause``."""

    def __init__(self, pause: timedelta) -> None:
        self._pause = pause
        self._said: dict[int, tuple[datetime, int]] = {}

    def may(self, user_id: int, update_id: int, now: datetime) -> bool:
        """Whether it may be said now. The same update asked about again gets the same answer."""
        at, by = self._said.get(user_id, (None, -1))
        if by == update_id or at is None or not now - self._pause < at <= now:
            self._said.pop(user_id, None)
            self._said[user_id] = (now, update_id)
            _bound(self._said)
            return True
        return False


def _bound(known: dict[int, _Use] | dict[int, tuple[datetime, int]]) -> None:
    if len(known) > MOST_KNOWN:
        del known[next(iter(known))]
