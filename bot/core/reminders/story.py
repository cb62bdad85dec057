"""What the planner looks at, what it hands out, and the few facts about an interview that every part needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.model import Interview, Job, Reminder, User
from bot.core.reminders.clock import Clock, Span, instant

BEFORE_START = timedelta(minutes=10)  # nothing is sent from here to the planned end
ASSUMED_LENGTH = 45  # minutes, where nobody said how long it takes

DATED = ("half", "last", "check", "review", "talk")  # of a day that somebody named: always sent
COMPUTED = ("gaps", "evening", "card", "debrief", "retry", "thanks", "chaser", *DATED)  # they follow from records
PLAIN = ("evening", "card", "debrief")  # what remains of them for "just remind me"
NUDGES = ("evening", "chaser", "thanks", "retry", "gaps")  # what the caps count; the first is the last to go
ENDED = ("accepted", "started", "declined", "rejected", "withdrawn")
# Why a row was dropped by planning: it comes back when the reason goes away while its time is still ahead.
SOFT = ("cap", "shared", "quiet", "blackout")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One reminder as it should stand. ``state`` is "planned", or "dropped" with a reason out of ``SOFT``."""

    kind: str
    cause: str
    due: datetime
    expires: datetime
    interview_id: str
    job_id: str
    silent: bool = False
    nudge: bool = False  # counted and limited by the caps
    state: str = "planned"
    reason: str = ""


def start_of(interview: Interview) -> datetime:
    """The start (UTC) from wall time and zone, so that new rules of the zone move it."""
    return instant(interview.local, interview.zone)


def end_of(interview: Interview) -> datetime:
    """The planned end (UTC)."""
    length = ASSUMED_LENGTH if interview.length is None else interview.length
    return start_of(interview) + timedelta(minutes=length)


def cause_of(kind: str, interview: Interview, number: str = "") -> str:
    """The name of a reminder of this interview as it stands: each move makes new causes."""
    parts = (kind, interview.id, str(interview.sequence), number)
    return ":".join(part for part in parts if part)


def is_open(job: Job | None, kind: str = "") -> bool:
    """Whether reminders of this kind about that employer are still wanted.

    A yes, a no, a rejection or a closed job ends all, but for the opted-in "check" after the start. An offer ends
    what asks for an answer: thank-you and chaser.
    """
    if job is None or job.closed_at is not None:
        return False
    if kind == "check" and job.stage in ("accepted", "started"):
        return True
    return job.stage not in ENDED and not (job.stage == "offer" and kind in ("thanks", "chaser"))


class Story:
    """All that planning needs of one user at one moment."""

    def __init__(
        self,
        user: User,
        jobs: Iterable[Job],
        interviews: Iterable[Interview],
        reminders: Iterable[Reminder],
        now: datetime,
    ) -> None:
        self.user, self.now = user, now
        self.jobs = {job.id: job for job in jobs}
        self.interviews = sorted((i for i in interviews if i.state != "cancelled"), key=lambda i: (start_of(i), i.id))
        self.reminders: Sequence[Reminder] = list(reminders)
        self.rows = {row.cause: row for row in self.reminders}
        self.blackouts = tuple(
            Span(start_of(i) - BEFORE_START, end_of(i)) for i in self.interviews if i.state == "planned"
        )
        self._clocks: dict[str, Clock] = {}

    def interview(self, interview_id: str) -> Interview | None:
        """The interview with that id, unless it is cancelled."""
        return next((i for i in self.interviews if i.id == interview_id), None)

    def clock(self, interview: Interview | None) -> Clock:
        """The user's clock; where the zone is not known yet the one of the interview stands in."""
        zone = self.user.zone or (interview.zone if interview else "UTC")
        if zone not in self._clocks:
            pause = timedelta(minutes=self.user.debrief_minutes)
            self._clocks[zone] = Clock(zone, self.user.quiet_from, self.user.quiet_to, self.blackouts, pause)
        return self._clocks[zone]

    def wants(self, kind: str) -> bool:
        """Whether the user's settings let this kind through."""
        if self.user.blocked or not self.user.reminders or kind in self.user.fewer:
            return False
        return self.user.coaching or kind in (*PLAIN, *DATED) or kind not in COMPUTED

    def stands(self, row: Reminder) -> bool:
        """Whether what a row is about is still there: not cancelled, not moved, the employer's book not closed."""
        if row.job_id and not is_open(self.jobs.get(row.job_id), row.kind):
            return False
        if not row.interview_id:
            return True
        interview = self.interview(row.interview_id)
        if interview is None:
            return False
        of_this_move = row.cause.split(":")[:3] == cause_of(row.kind, interview).split(":")
        return of_this_move or row.kind not in (*COMPUTED, "waiting")

    def is_past(self, row: Reminder | None) -> bool:
        """Whether a row is sent, being sent or over: planning has no more say in it."""
        if row is None or row.state in ("planned", "cancelled"):
            return False
        if row.state != "dropped" or row.reason not in SOFT:
            return True
        return row.due <= self.now and (row.reason != "shared" or self._spoken_for(row))

    def _spoken_for(self, shared: Reminder) -> bool:
        """Whether the message that was to speak for this interview as well went out."""
        return any(row.kind == shared.kind and row.sent_at and row.sent_at >= shared.due for row in self.reminders)

    def kept(self, row: Reminder | None) -> Planned | None:
        """A row whose time planning leaves alone: chosen by the user, or waiting to be sent this moment."""
        if row is None or row.state != "planned" or not (row.snoozed or row.due <= self.now):
            return None
        return as_planned(row)


def as_planned(row: Reminder) -> Planned:
    """A row just as it stands; what the user put off himself is asked for and no nudge."""
    return Planned(
        kind=row.kind,
        cause=row.cause,
        due=row.due,
        expires=row.expires,
        interview_id=row.interview_id,
        job_id=row.job_id,
        silent=row.silent,
        nudge=row.kind in NUDGES and not row.snoozed,
    )
