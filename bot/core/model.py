"""The words of the product as records. What a record is, and the rules for its fields: bot.core.record."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.core.record import EPOCH, Record, secret


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
    lessons: tuple[str, ...] = ()  # ids of the lessons that were read to the end
    missed_line: str = secret()  # what they would miss without the user, for the pocket card
    weighed: tuple[str, ...] = ()  # what he took of two good things: "lead:first"; bot.core.wants
    check_ins: bool = False  # asked 30 and 90 days after the start whether the answers held
    fewer: tuple[str, ...] = ()  # reminder kinds the user stopped
    kept: tuple[str, ...] = ()  # reminder kinds the user wants although three were ignored
    look: str = "light"  # of pictures: light | dark, as it was tapped last


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
    recalled: bool = False  # the missing "because" was recalled once


@dataclass(slots=True, kw_only=True)
class Skill(Record):
    """Something the user can do, with a proof of it."""

    words: str = secret()
    sort: str = "hard"  # hard | soft
    proof: str = secret()  # when he did it, and what came of it
    want_use: bool = False
    want_grow: bool = False
    idle: bool = False  # not used for long


@dataclass(slots=True, kw_only=True)
class Job(Record):
    """One employer and role."""

    employer: str = secret()
    role: str = secret()
    stage: str = "interviewing"  # applied interviewing references offer accepted started declined rejected withdrawn
    closed_at: datetime | None = None
    present: bool = False  # the job the user has now: a column of every comparison, never a candidate's talk
    starts: date | None = None  # first working day
    need: int = 0  # how badly the user needs it, 1-5; 0: not asked
    wait: str = secret()  # how long he can wait
    floor: str = secret()  # less than that he will not take
    overlook: str = secret()  # what he would overlook, and until when
    weak: str = secret()  # what went badly there, one a line
    review_on: date | None = None  # when he looks at that again
    needs: dict[str, Any] = field(default_factory=dict, metadata={"secret": True})  # {"needs": [[what, skill id]]}


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
    link: str = secret()  # of the video call, where the place is another
    dial_in: str = secret()  # number and code to call in
    people: tuple[str, ...] = ()  # ids of Person
    state: str = "planned"  # planned | cancelled | missed (nobody came) | debriefed
    sequence: int = 0  # raised by each move: old reminders belong to an old sequence
    uid: str = ""  # of the invitation it came by, hashed: bot.core.calendars.matching
    their_sequence: int = 0  # of that invitation as it was read last: an older one changes nothing
    their_stamp: datetime | None = None
    learn: str = secret()  # the one thing to learn today
    note: str = secret()  # how it went, in the user's words
    word_by: date | None = None  # when they said they would be in touch
    thanked: bool = False
    heard: bool = False  # the employer has answered: no more chasers
    medium: str = ""  # phone | video | site; empty: unknown
    waiting: datetime | None = None  # when the user said that nobody had come yet
    asked_me: str = secret()  # questions they put to the user, one a line


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
    about: str = ""  # id of the record that opened it: a skill, a gap, a belief, a promise, an answer, a signal
    facet: str = ""  # which part of that it asks for (gap: weight when who; belief: boss peer)
    reason: str = secret()  # why the user is fine without it


@dataclass(slots=True, kw_only=True)
class Answer(Record):
    """What someone said to a question."""

    question_id: str
    interview_id: str = ""
    person_id: str = ""
    note: str = secret()
    verdict: str = ""  # concrete | vague | none; empty: not judged
    kind: str = ""  # claim | evidence (seen, a number, an example); empty: not judged
    sits: str = ""  # how it sits with the priority: met | partly | not; empty: unknown
    mine: str = secret()  # my reading of it
    other: str = secret()  # the other reading
    balked: bool = False  # they would not answer: kept as evidence


@dataclass(slots=True, kw_only=True)
class Note(Record):
    """A line or a voice note sent during the day, until it is put to a question."""

    job_id: str = ""
    interview_id: str = ""
    question_id: str = ""
    words: str = secret()
    file_id: str = secret()  # Telegram's id of the voice note


@dataclass(slots=True, kw_only=True)
class Gap(Record):
    """Something the job may ask and the user cannot yet; three questions (Question.facet) fill its card."""

    job_id: str
    words: str = secret()
    asked: bool = False  # they kept asking about it


@dataclass(slots=True, kw_only=True)
class Belief(Record):
    """What the user heard about an employer, to be checked."""

    job_id: str
    words: str = secret()
    source: str = secret()
    state: str = "unchecked"  # confirmed | contradicted | unchecked


@dataclass(slots=True, kw_only=True)
class Promise(Record):
    """What they said the user would get ("said"), or what would make it fine for him ("condition")."""

    job_id: str
    words: str = secret()
    sort: str = "said"  # said | condition
    topic: str = ""  # of the offer check
    person_id: str = ""
    interview_id: str = ""
    day: date | None = None
    letter: str = ""  # in | missing | differs; empty: no letter yet
    held: str = ""  # after the start: yes | partly | no; empty: not asked


@dataclass(slots=True, kw_only=True)
class Offer(Record):
    """An offer as it was read: verdicts and facts, the letter's text only where the user keeps it."""

    job_id: str
    read: dict[str, Any] = field(default_factory=dict, metadata={"secret": True})  # topic id -> what was found
    answer_by: date | None = None
    text: str = secret()


@dataclass(slots=True, kw_only=True)
class Fit(Record):
    """The user's own grade of one job in one of his priorities; without it the answers speak."""

    job_id: str
    priority_id: str
    grade: str = ""  # met | partly | not | unknown; empty: as the answers say
    shape: str = ""  # fixed | shapeable here; empty: not asked


@dataclass(slots=True, kw_only=True)
class SkillFit(Record):
    """Whether one job uses a skill and lets it grow."""

    job_id: str
    skill_id: str
    used: str = ""  # yes | no; empty: unknown
    grown: str = ""  # yes | no; empty: unknown


@dataclass(slots=True, kw_only=True)
class Decision(Record):
    """A yes, a no, or a not yet, with what stood open."""

    job_id: str
    kind: str  # yes | no | not_yet
    reasons: str = secret()
    waived: tuple[str, ...] = ()  # ids of the starred questions that were open
    overlooked: str = secret()


@dataclass(slots=True, kw_only=True)
class Wish(Record):
    """Something the user asks for in the job he has now."""

    priority_id: str
    outline: str = secret()
    talk_on: date | None = None
    reply: str = secret()
    state: str = "open"  # open | asked | answered | dropped


@dataclass(slots=True, kw_only=True)
class Signal(Record):
    """How an employer behaved."""

    job_id: str
    interview_id: str = ""
    kind: str = "note"  # see bot.core.conduct; "note" where the user only told it
    note: str = secret()
    day: date | None = None
    word: str = ""  # before | unasked | asked | none: how they explained it; empty: not asked
    kept: bool = False  # with "unasked": the new date was kept
    conclusion: str = secret()  # what the user concludes from it
    instead: str = secret()  # what else could explain it


@dataclass(slots=True, kw_only=True)
class Entry(Record):
    """An interview as it was last given to the user's own calendar, which learns nothing by itself."""

    interview_id: str
    sequence: int = 0  # raised when what is given differs from what was
    content: str = secret()  # a hash of it
    state: str = "given"  # given | withdrawn


@dataclass(slots=True, kw_only=True)
class Undo(Record):
    """What one turn changed, before and after: for a day /undo, or an edit of its message, takes it back."""

    data: dict[str, Any] = field(default_factory=dict, metadata={"secret": True})


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
    Skill, Note, Gap, Belief, Promise, Offer, Fit, SkillFit, Decision, Wish, Undo, Entry,
)  # fmt: skip
