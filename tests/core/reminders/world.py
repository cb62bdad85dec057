"""A small world for the tests: builders, and a bot in miniature that plans, claims, judges and marks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.model import Interview, Job, Offer, Reminder, User, Wish
from bot.core.reminders import Drop, Later, Planned, Send, diff, judge, plan
from bot.core.reminders.story import end_of, start_of

BERLIN, NEW_YORK, KOLKATA, SYDNEY = "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Sydney"
ZONES = (BERLIN, NEW_YORK, KOLKATA, SYDNEY)


def at(text: str, zone: str = BERLIN) -> datetime:
    """ "2026-11-17 15:00" on the wall in ``zone``, as an instant."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def wall(when: datetime, zone: str = BERLIN) -> str:
    return when.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def meeting(text: str, *, id: str = "A", job: str = "J", zone: str = BERLIN, **more: object) -> Interview:
    local = datetime.fromisoformat(text)
    interview = Interview(id=id, job_id=job, local=local, zone=zone, start=at(text, zone))
    return replace(interview, **more)  # type: ignore[arg-type]


@dataclass
class Sent:
    at: datetime
    row: Reminder
    late: bool
    silent: bool


@dataclass
class World:
    """One user; ``run`` lets time pass minute-exact from due row to due row."""

    user: User = field(default_factory=lambda: User(id=1, zone=BERLIN))
    jobs: list[Job] = field(default_factory=lambda: [Job(id="J", employer="Acme", role="nurse")])
    interviews: list[Interview] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    rows: dict[str, Reminder] = field(default_factory=dict)
    now: datetime = datetime(2026, 11, 1, 11, tzinfo=UTC)
    questions: int = 3
    sent: list[Sent] = field(default_factory=list)
    dropped: list[tuple[datetime, Reminder, str]] = field(default_factory=list)
    reacts: bool = False  # the user answers whatever is sent

    def plan(self) -> list[Planned]:
        return plan(
            self.user,
            self.jobs,
            self.interviews,
            self.rows.values(),
            self.now,
            open_questions=lambda _: self.questions,
            offers=self.offers,
            wishes=self.wishes,
        )

    def replan(self) -> list[Reminder]:
        """Plans and writes; returns what was written."""
        changes = diff(self.plan(), self.rows.values(), self.now)
        self.rows |= {row.id: row for row in changes}
        return changes

    def book(self, interview: Interview) -> Interview:
        interview = replace(interview, created_at=self.now)
        self.interviews.append(interview)
        self.replan()
        return interview

    def change(self, interview: Interview, **facts: object) -> Interview:
        changed = replace(interview, **facts)  # type: ignore[arg-type]
        self.interviews = [changed if i.id == interview.id else i for i in self.interviews]
        self.replan()
        return changed

    def move(self, interview: Interview, text: str) -> Interview:
        local = datetime.fromisoformat(text)
        return self.change(interview, local=local, sequence=interview.sequence + 1)

    def sets(self, **facts: object) -> None:
        self.user = replace(self.user, **facts)  # type: ignore[arg-type]
        self.replan()

    def job(self, id: str = "J", **facts: object) -> None:
        self.jobs = [replace(j, **facts) if j.id == id else j for j in self.jobs]  # type: ignore[arg-type]
        self.replan()

    def row(self, kind: str, id: str = "A") -> Reminder:
        """The newest row of a kind for an interview."""
        return [row for row in self.rows.values() if row.kind == kind and row.interview_id == id][-1]

    def due(self, kind: str, id: str = "A", zone: str = "") -> str:
        """The local time at which a planned row is due; its state and reason where it is not planned."""
        row = self.row(kind, id)
        return wall(row.due, zone or self.user.zone) if row.state == "planned" else f"{row.state} {row.reason}".strip()

    def kinds(self, state: str = "planned") -> list[str]:
        return sorted(row.kind for row in self.rows.values() if row.state == state)

    def run(self, until: datetime) -> list[tuple[str, str]]:
        """Sends what falls due up to ``until``; returns (local time, kind) of each."""
        before = len(self.sent)
        while (row := self._next()) is not None and max(row.due, self.now) <= until:
            self.now = max(row.due, self.now)
            self._handle(row)
        self.now = max(self.now, until)
        return [(wall(s.at, self.user.zone or BERLIN), s.row.kind) for s in self.sent[before:]]

    def sleep(self, until: datetime) -> None:
        """Downtime: time passes and nothing is sent or planned."""
        self.now = until

    def ask(self, row: Reminder) -> Send | Drop | Later:
        return judge(row, self.user, self.jobs, self.interviews, self.rows.values(), self.now)

    def _next(self) -> Reminder | None:
        waiting = [row for row in self.rows.values() if row.state == "planned"]
        return min(waiting, key=lambda row: (row.due, row.cause), default=None)

    def _handle(self, row: Reminder) -> None:
        verdict = self.ask(row)
        if isinstance(verdict, Later):
            assert verdict.due > self.now
            self.rows[row.id] = replace(row, due=verdict.due)
        elif isinstance(verdict, Drop):
            self.rows[row.id] = replace(row, state="dropped", reason=verdict.reason)
            self.dropped.append((self.now, row, verdict.reason))
        else:
            self.rows[row.id] = replace(row, state="done" if self.reacts else "sent", sent_at=self.now)
            self.sent.append(Sent(self.now, row, verdict.late, verdict.silent))
            self.replan()


def during(world: World, when: datetime) -> bool:
    """Whether ``when`` lies from ten minutes before the start to the end of an interview that is still planned."""
    return any(
        start_of(i) - timedelta(minutes=10) <= when < end_of(i) for i in world.interviews if i.state == "planned"
    )


def is_quiet(user: User, when: datetime) -> bool:
    """Quiet hours by the wall clock, written unlike the program does it."""
    local = when.astimezone(ZoneInfo(user.zone)).strftime("%H:%M")
    if user.quiet_from <= user.quiet_to:
        return user.quiet_from <= local < user.quiet_to
    return local >= user.quiet_from or local < user.quiet_to
