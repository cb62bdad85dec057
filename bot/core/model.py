"""The words of the product as records: one class a thing, one field a fact.

Rules that hold for all of them:

- ``id`` is a short random text made by :func:`new_id`; it may stand in a button.
- Instants are aware datetimes in UTC; a wall-clock time is a naive datetime beside an IANA zone.
- A field marked ``secret()`` holds words of the user or about people and is encrypted at rest.
- Fields hold only text, numbers, booleans, dates, datetimes, tuples of text and (``Dialog.data``) JSON,
  so that the store can write any record without knowing it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# No 0/O, 1/I/L: an id may be read aloud from a log line.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_id() -> str:
    """A random id of 8 characters (about 39 bits): unguessable enough beside the check of the owner."""
    number, letters = secrets.randbelow(len(_ALPHABET) ** 8), ""
    for _ in range(8):
        number, place = divmod(number, len(_ALPHABET))
        letters += _ALPHABET[place]
    return letters


def secret(default: str = "") -> Any:
    """A text field that is encrypted at rest."""
    return field(default=default, metadata={"secret": True})


@dataclass(slots=True, kw_only=True)
class Record:
    """Something that belongs to one user."""

    id: str = field(default_factory=new_id)
    created_at: datetime = EPOCH


@dataclass(slots=True, kw_only=True)
class User:
    """One person who uses the bot. ``id`` is the Telegram user id (also the private chat's id)."""

    id: int
    created_at: datetime = EPOCH
    seen_at: datetime = EPOCH
    version: int = 0  # raised by each commit: two writers never overwrite each other
    screen: int = 0  # raised by each new screen: a button knows whether it is an old one
    zone: str = ""  # IANA; empty until asked (at the first interview)
    blocked: bool = False  # the user blocked the bot: nothing is sent
    role: str = ""  # owner: the one who runs the bot (by the code printed at its start); empty: a user
    coaching: bool = True  # False: "just remind me", no questions, no homework
    tone: str = "soft"  # soft | direct
    reminders: bool = True  # the one switch for all
    evening: str = "19:00"  # local wall time of the evening message
    card_minutes: int = 60  # pocket card so long before the start
    debrief_minutes: int = 20  # debrief so long after the planned end
    quiet_from: str = "21:00"
    quiet_to: str = "08:00"
    weekend: tuple[str, ...] = ("sat", "sun")
    fewer: tuple[str, ...] = ()  # reminder kinds the user stopped
    kept: tuple[str, ...] = ()  # reminder kinds the user wants although three were ignored


@dataclass(slots=True, kw_only=True)
class Priority(Record):
    """What the user wants from a job: one of the 16 topics, or own words (topic ``OWN``)."""

    topic: str
    words: str = secret()
    rank: int = 0  # 1 is what matters most
    because: str = secret()
    direction: str = ""  # more | less | keep | new
    level: str = "want"  # must | want | nice
    not_if: str = secret()


@dataclass(slots=True, kw_only=True)
class Job(Record):
    """One employer and role."""

    employer: str = secret()
    role: str = secret()
    stage: str = "interviewing"  # applied interviewing references offer accepted started declined rejected withdrawn
    closed_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Interview(Record):
    """One meeting with an employer: wall time and zone are the truth, ``start`` (UTC) follows from them."""

    job_id: str
    local: datetime  # naive wall-clock time in ``zone``
    zone: str
    start: datetime
    length: int | None = None  # minutes; None: unknown, 45 is assumed
    round: str = ""  # s screen, 1 first, 2 second or onsite, f final, o offer; empty: unknown
    place: str = secret()  # where or by what: address, phone, link
    people: tuple[str, ...] = ()  # ids of Person
    state: str = "planned"  # planned | cancelled | missed (nobody came) | debriefed
    sequence: int = 0  # raised by each move: old reminders belong to an old sequence
    uid: str = ""  # of its calendar entry
    learn: str = secret()  # the one thing to learn today
    note: str = secret()  # how it went, in the user's words
    word_by: date | None = None  # when they said they would be in touch
    thanked: bool = False
    heard: bool = False  # the employer has answered: no more chasers


@dataclass(slots=True, kw_only=True)
class Person(Record):
    """Someone the user meets; a first name or a role is enough."""

    job_id: str
    name: str = secret()
    title: str = secret()
    audience: str = ""  # R recruiter, M manager, P peer, X executive, H HR; empty: unknown


@dataclass(slots=True, kw_only=True)
class Question(Record):
    """Something still to ask, or asked. From the bank (``bank`` names it) or in own words (``text``)."""

    job_id: str = ""  # empty: for every job
    topic: str = ""  # topic of the bank; empty for own words that fit none
    bank: str = ""  # id of the bank's question
    text: str = secret()
    origin: str = "bank"  # bank priority worry skill belief offer contradiction own
    audience: str = ""  # who should be asked; empty: anybody
    starred: bool = False  # by the user only, at most 5
    state: str = "open"  # open | planned | answered | waived | parked
    interview_id: str = ""  # the interview it is planned for
    rank: int = 0  # its place in that plan, 1 first


@dataclass(slots=True, kw_only=True)
class Answer(Record):
    """What someone said to a question."""

    question_id: str
    interview_id: str = ""
    person_id: str = ""
    note: str = secret()
    verdict: str = ""  # concrete | vague | none; empty: not judged


@dataclass(slots=True, kw_only=True)
class Signal(Record):
    """How an employer behaved."""

    job_id: str
    interview_id: str = ""
    kind: str = "note"  # late, no-show, ... ; "note" where the user only told it
    note: str = secret()
    day: date | None = None


@dataclass(slots=True, kw_only=True)
class Reminder(Record):
    """Something to send at a time. ``cause`` is unique for a user: the same cause is never sent twice."""

    kind: str  # see bot.core.reminders
    cause: str
    due: datetime
    expires: datetime  # later than this it is dropped, not sent
    interview_id: str = ""
    job_id: str = ""
    state: str = "planned"  # planned leased sent done dropped cancelled
    reason: str = ""  # why it was dropped (cap, late, quiet, ...)
    silent: bool = False
    snoozed: bool = False  # the user chose ``due``: planning leaves it alone
    attempts: int = 0
    lease: str = ""  # who claimed it
    lease_until: datetime | None = None
    sent_at: datetime | None = None
    message_id: int | None = None


@dataclass(slots=True, kw_only=True)
class Dialog(Record):
    """Where the user is in one conversation, and what is half typed. Several may be stopped, one is active."""

    flow: str
    step: str
    screen: int = 0  # the number of its newest screen (User.screen): older buttons are stale
    data: dict[str, Any] = field(default_factory=dict, metadata={"secret": True})
    trail: tuple[str, ...] = ()  # steps before this one, for Back
    active: bool = True  # False: stopped, can be taken up again
    updated_at: datetime = EPOCH


RECORDS: tuple[type[Record], ...] = (
    Priority, Job, Interview, Person, Question, Answer, Signal, Reminder, Dialog,
)  # fmt: skip
