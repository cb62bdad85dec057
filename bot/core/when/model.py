"""What the reader of interview times hands out: a Reading and, when it must ask, the Choices behind the buttons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

MAX_CHOICES = 4


@dataclass(frozen=True)
class Choice:
    """One possible reading, to be offered as a button. `start` and `end` are aware; `zone` as in Reading."""

    start: datetime
    end: datetime | None = None
    zone: str | None = None


@dataclass(frozen=True)
class Reading:
    """What a text says about the time of an interview.

    kind: "instant" (start is set), "ask" (the user must say more; choices may be empty) or "nothing".
    start, end: aware, in the zone in which the time was told.
    zone: IANA name of the zone the text named; None means the user's own.
    why: machine id of the reason to ask; on an instant it is "" or a note worth showing
    ("dst_gap", "dst_fold", "zone_season": an abbreviation such as EST used while summer time rules; "day_assumed":
    a clock was all there was, so the next time that it comes).
    day, clock: what is known although the whole is not; days, clocks: the candidates for them.
    length: a told length ("45 minutes"). spans: character ranges of the original text that were used.
    """

    kind: str
    start: datetime | None = None
    end: datetime | None = None
    zone: str | None = None
    choices: tuple[Choice, ...] = ()
    why: str = ""
    day: date | None = None
    clock: time | None = None
    spans: tuple[tuple[int, int], ...] = ()
    days: tuple[date, ...] = ()
    clocks: tuple[time, ...] = ()
    length: timedelta | None = None


NOTHING = Reading("nothing")
