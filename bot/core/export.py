"""All that is kept about a user, to take away: as data (every field) and as a text to read (every word).

``as_data`` takes the fields from the records themselves, so a new field or a new kind of record cannot be forgotten;
what it leaves out is named in ``LEFT_OUT``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.core.model import (
    RECORDS,
    Answer,
    Belief,
    Decision,
    Dialog,
    Gap,
    Interview,
    Job,
    Note,
    Offer,
    Person,
    Priority,
    Promise,
    Question,
    Reminder,
    Signal,
    Skill,
    Undo,
    User,
    Wish,
)
from bot.core.questions import wording
from bot.core.record import Record
from content import Content

R = TypeVar("R", bound=Record)
Label = Callable[..., str]  # (key of a text, what is put into it) -> the text

LEFT_OUT: Mapping[type[Record] | type[User], frozenset[str]] = {
    User: frozenset({"version", "screen"}),  # the program's own counters
    Reminder: frozenset({"lease", "lease_until", "attempts"}),  # who sends it just now
    Dialog: frozenset({"screen"}),
}
"""Fields that say nothing about the user: how the program works, not what it knows."""

HEARD = (Gap, Belief, Promise, Offer, Decision, Note)
"""What is kept about one employer and has no more to say than its words."""


def as_data(user: User, records: Iterable[Record], content: Content, at: datetime) -> dict[str, Any]:
    """Everything as JSON can hold it: times in ISO 8601, one list for each kind of record, oldest first.

    A question from the bank has its words beside its id ("wording"). ``at``: the time of the export.
    """
    rows: dict[str, list[dict[str, Any]]] = {kind.__name__.lower(): [] for kind in RECORDS}
    for record in sorted(records, key=lambda record: record.created_at):
        row = _row(record)
        if isinstance(record, Question):
            row["wording"] = wording(record, content, user.tone, record.audience)
        rows[type(record).__name__.lower()].append(row)
    return {"exported_at": at.isoformat(), "user": _row(user), **rows}


def _row(record: Record | User) -> dict[str, Any]:
    left_out = LEFT_OUT.get(type(record), frozenset())
    return {f.name: _plain(getattr(record, f.name)) for f in fields(record) if f.name not in left_out}


def _plain(value: Any) -> Any:
    if isinstance(value, date):  # a datetime is one, too
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def as_text(user: User, records: Iterable[Record], content: Content, at: datetime, label: Label) -> str:
    """The same to read: settings, wants, then one part for each employer. ``label`` gives the texts ``export.*``."""
    return _Reader(user, list(records), content, at, label).text()


class _Reader:
    """Writes the readable text; what belongs to no known employer stands in a part of its own."""

    def __init__(self, user: User, records: list[Record], content: Content, at: datetime, label: Label) -> None:
        self.user, self.records, self.content, self.at, self.label = user, records, content, at, label
        self.zone = ZoneInfo(user.zone or "UTC")
        self.jobs = {job.id: job for job in self.all(Job)}
        self.people = {person.id: person for person in self.all(Person)}
        self.questions = {question.id: question for question in self.all(Question)}

    def all(self, kind: type[R]) -> list[R]:
        return sorted((r for r in self.records if isinstance(r, kind)), key=lambda record: record.created_at)

    def text(self) -> str:
        parts = [
            [self.label("export.title", when=self.instant(self.at))],
            self.part("settings", self.settings()),
            self.part("wants", self.wants()),
            *(self.employer(job) for job in self.jobs.values()),
            self.part("other", [*self.about(""), *self.stray_answers()]),
            self.part("reminders", self.reminders()),
            self.part("unfinished", self.unfinished()),
        ]
        return "\n\n".join("\n".join(part) for part in parts if part) + "\n"

    def part(self, name: str, lines: Iterable[str]) -> list[str]:
        found = list(lines)
        return [self.label(f"export.head_{name}").upper(), *found] if found else []

    def facts(self, **facts: object) -> Iterator[str]:
        """One indented line for each fact that is known."""
        for name, value in facts.items():
            if value:
                yield self.label("export.fact", name=self.label(f"export.{name}"), value=value)

    # -- the parts ----------------------------------------------------------------------------------------------

    def settings(self) -> Iterator[str]:
        for name, value in _row(self.user).items():
            shown = ", ".join(value) if isinstance(value, list) else value
            yield self.label("export.fact", name=name.replace("_", " "), value=shown)

    def wants(self) -> Iterator[str]:
        for want in sorted(self.all(Priority), key=lambda want: want.rank):
            known = self.content.priorities.get(want.topic)
            yield self.label("export.item", what=want.words or (known.name if known else want.topic), more=want.level)
            yield from self.facts(because=want.because, direction=want.direction, not_if=want.not_if)
        for kind in (Skill, Wish):
            yield from self.listed(self.all(kind))

    def listed(self, records: Iterable[Record]) -> Iterator[str]:
        """Records one by one, each with its words."""
        for record in records:
            kind = type(record).__name__.lower()
            yield self.label("export.item", what=self.label(f"export.one_{kind}"), more=self.instant(record.created_at))
            yield from self.words(record)

    def words(self, record: Record, *told: str) -> Iterator[str]:
        """What the user typed into a record, under the names of its fields; ``told`` were told already."""
        for f in fields(record):
            value = getattr(record, f.name)
            if f.metadata.get("secret") and f.name not in told and value:
                found = _words(value) if isinstance(value, dict) else [("", value)]
                for path, text in found:
                    name = f"{f.name} {path}".replace("_", " ").strip()
                    yield self.label("export.fact", name=name, value=text)

    def employer(self, job: Job) -> list[str]:
        """One employer; the name is upper-cased nowhere, since it is the user's."""
        name = ", ".join(part for part in (job.employer, job.role) if part) or self.label("export.unnamed")
        closed = self.day(job.closed_at.astimezone(self.zone).date()) if job.closed_at else ""
        facts = [*self.facts(closed=closed), *self.words(job, "employer", "role")]
        return [self.label("export.job", name=name, stage=job.stage), *facts, *self.about(job.id)]

    def about(self, job_id: str) -> Iterator[str]:
        """People, interviews, questions and conduct of one employer; "" for what belongs to none that is known."""
        for person in self._of(Person, job_id):
            yield from self.person(person)
        for interview in self._of(Interview, job_id):
            yield from self.interview(interview)
        for question in self._of(Question, job_id):
            yield from self.question(question)
        for signal in self._of(Signal, job_id):
            day = self.day(signal.day) if signal.day else self.label("export.no_day")
            yield self.label("export.signal", day=day, kind=signal.kind)
            yield from self.facts(note=signal.note)
            yield from self.words(signal, "note")
        for kind in HEARD:
            yield from self.listed(self._of(kind, job_id))

    def _of(self, kind: type[R], job_id: str) -> list[R]:
        def employer(record: R) -> str:
            found: str = getattr(record, "job_id", "")
            return found if found in self.jobs else ""

        return [record for record in self.all(kind) if employer(record) == job_id]

    def person(self, person: Person) -> Iterator[str]:
        yield self.label("export.person", name=person.name or person.title)
        yield from self.facts(title_of=person.title if person.name else "")

    def interview(self, interview: Interview) -> Iterator[str]:
        met = [self.people[id] for id in interview.people if id in self.people]
        yield self.label(
            "export.interview",
            when=f"{self.day(interview.local.date())}, {interview.local:%H:%M} ({interview.zone})",
            state=interview.state,
        )
        yield from self.facts(
            minutes=interview.length,
            people=", ".join(person.name or person.title for person in met),
            place=interview.place,
            learn=interview.learn,
            note=interview.note,
            word_by=self.day(interview.word_by) if interview.word_by else "",
        )
        yield from self.words(interview, "place", "learn", "note")

    def question(self, question: Question) -> Iterator[str]:
        words = wording(question, self.content, self.user.tone, question.audience) or question.bank or question.topic
        yield self.label("export.item", what=words, more=question.state)
        yield from self.words(question, "text")
        for answer in self.all(Answer):
            if answer.question_id == question.id:
                yield from self.answer(answer)

    def answer(self, answer: Answer) -> Iterator[str]:
        person = self.people.get(answer.person_id)
        yield from self.facts(answer=answer.note, said_by=(person.name or person.title) if person else "")
        yield from self.words(answer, "note")

    def stray_answers(self) -> Iterator[str]:
        for answer in self.all(Answer):
            if answer.question_id not in self.questions:
                yield from self.answer(answer)

    def reminders(self) -> Iterator[str]:
        for row in sorted(self.all(Reminder), key=lambda row: row.due):
            if row.state == "planned":
                yield self.label("export.fact", name=self.instant(row.due), value=row.kind)

    def unfinished(self) -> Iterator[str]:
        """Half-typed conversations: the words in them, under the names the program gave them."""
        for dialog in self.all(Dialog):
            words = dict(_words(dialog.data))
            if words:
                flow = self.content.texts.get(f"flow.{dialog.flow}", dialog.flow)
                yield self.label("export.item", what=flow, more=self.instant(dialog.updated_at))
                yield from (self.label("export.fact", name=name, value=value) for name, value in words.items())
        yield from self.listed(self.all(Undo))

    # -- times --------------------------------------------------------------------------------------------------

    def instant(self, at: datetime) -> str:
        local = at.astimezone(self.zone)
        return f"{self.day(local.date())}, {local:%H:%M}"

    def day(self, day: date) -> str:
        return f"{day:%a} {day.day} {day:%b %Y}"


def _words(data: Mapping[str, Any], under: str = "") -> Iterator[tuple[str, str]]:
    """The texts in nested data with their path: ("people 1 2", "manager")."""
    for name, value in data.items():
        path = f"{under} {name}".strip()
        if isinstance(value, str) and value:
            yield path, value
        elif isinstance(value, dict):
            yield from _words(value, path)
        elif isinstance(value, list):
            yield from _words({str(number): inner for number, inner in enumerate(value, 1)}, path)
