"""The half-typed interview: what is known, what must still be asked, and the records it becomes."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.core import when
from bot.core.lines import Line, read_line, understood
from bot.core.lines.introduced import goes_back
from bot.core.lines.people import Met, read_person, split_people
from bot.core.lines.retimed import retimed
from bot.core.model import Interview, Job, Person, new_id
from bot.telegram.turn import Turn
from handlers.common import people_of

CLOSED = ("accepted", "declined", "rejected", "withdrawn")
_SAME = re.compile(r"(?i)\b(?:at )?(?:the )?same (?:time|hour)(?: as before)?\b")
MOST_WORDS = 20  # of a message that tells of one more talk and nothing else
FIELDS = ("employer", "role", "round", "medium", "place", "link", "dial_in")


def take_line(turn: Turn, draft: dict[str, Any], text: str) -> None:
    """Reads a whole line: the time from it, then employer, role and people from the rest."""
    reading = understood(text, turn.now, turn.zone)
    take_read(draft, read_line(text, reading.spans))
    if not draft.get("employer") and goes_back(text):
        _take_known(turn, draft)
    if reading.kind != "nothing":
        take_when(turn, draft, text)


def _take_known(turn: Turn, draft: dict[str, Any]) -> None:
    """One more talk with the only employer there is: nobody has to say again who that is."""
    job = _only_job(turn)
    if job is not None:
        draft.update(employer=job.employer, role=draft.get("role") or job.role)


def _only_job(turn: Turn) -> Job | None:
    jobs = [job for job in open_jobs(turn) if not job.present]
    return jobs[0] if len(jobs) == 1 and jobs[0].employer else None


def tells_one_more(turn: Turn) -> bool:
    """Whether a short message gives the time of one more talk with the only employer there is."""
    reading = understood(turn.said, turn.now, turn.zone)
    short = len(turn.said.split()) <= MOST_WORDS and "?" not in turn.said
    timed = reading.kind == "instant" and short and goes_back(turn.said)
    return timed and not read_line(turn.said, reading.spans).employer and _only_job(turn) is not None


def take_read(draft: dict[str, Any], line: Line, *, keep: bool = False) -> None:
    """Takes over what a line, a letter or an event says beside the time. ``keep``: names that are known stay, and so
    do the people, since a calendar knows their jobs less well than the user."""
    for name in FIELDS:
        if getattr(line, name) and not (keep and draft.get(name) and name in ("employer", "role", "round")):
            draft[name] = getattr(line, name)
    if line.people and not (keep and draft.get("people")):
        draft["people"] = [[met.name, met.title, met.audience] for met in line.people]


def take_when(turn: Turn, draft: dict[str, Any], text: str) -> None:
    """Reads a time. Without the user's zone it is only kept: "tomorrow" depends on where he is."""
    pending = bool(draft.get("when_text") and (draft.get("day") or draft.get("clock")))
    text = _same_time(turn, draft, text)
    reading = _read(turn, draft, text)
    if reading.kind == "nothing":
        draft["why"] = draft.get("why") or "nothing"
        return
    if draft.get("local") and reading.kind == "ask":
        draft["was"] = [draft["local"], draft["zone"]]  # its clock may still be meant: "same time"
    for name in ("choices", "why", "local", "day", "clock"):
        draft.pop(name, None)
    if not (pending and reading.kind == "ask"):  # half an answer does not replace what it answers
        draft["when_text"] = text
    hopeless = reading.kind == "ask" and not reading.choices and reading.day is None and reading.clock is None
    if reading.zone is None and not turn.user.zone and not hopeless:
        draft["need_city"] = True
        return
    take_reading(draft, reading)


def _same_time(turn: Turn, draft: dict[str, Any], text: str) -> str:
    """ "Saturday, same time": with the clock that the interview had, in the user's zone."""
    was = [draft["local"], draft["zone"]] if draft.get("local") else draft.get("was")
    if not was or not turn.user.zone:
        return text
    return _SAME.sub(f"{instant(was).astimezone(ZoneInfo(turn.zone)):%H:%M}", text)


def _read(turn: Turn, draft: dict[str, Any], text: str) -> when.Reading:
    """The text by itself or, where only the day or only the clock was known, together with that."""
    pending = draft.get("when_text")
    if pending and (draft.get("day") or draft.get("clock")):
        return when.follow_up(text, understood(pending, turn.now, turn.zone), turn.now, turn.zone)
    if draft.get("local") and draft.get("interview_id"):  # saved: what is not told anew stays
        return retimed(text, _known(turn, draft), turn.now, turn.zone)
    return understood(text, turn.now, turn.zone)


def take_reading(draft: dict[str, Any], reading: when.Reading) -> None:
    """Keeps an instant, or what is left to choose."""
    if reading.kind == "instant" and reading.start is not None:
        take_instant(draft, reading.start)
        if reading.end is not None:
            draft["length"] = int((reading.end - reading.start).total_seconds() // 60)
        return
    draft["why"] = reading.why
    draft["choices"] = [stored(choice.start) for choice in reading.choices]
    draft["day"] = reading.day.isoformat() if reading.day else None
    draft["clock"] = reading.clock.isoformat("minutes") if reading.clock else None


def take_instant(draft: dict[str, Any], start: datetime) -> None:
    """Keeps the wall time and its zone."""
    local, zone = stored(start)
    draft.pop("was", None)
    draft.update(local=local, zone=zone, choices=[], why="", day=None, clock=None)


def tells_a_time(turn: Turn) -> bool:
    """Whether what was typed is a time of the interview, or a part of it and nothing else: "tomorrow", "Acme, fri 9",
    and "3" where the day is known. "Sunday Times" is a name."""
    reading, own = _read(turn, turn.draft, turn.said), understood(turn.said, turn.now, turn.zone)
    bare = not read_line(turn.said, reading.spans).employer
    return bool(reading.spans) and (bare or bool(own.start or own.clock or own.clocks))


def retime(turn: Turn, draft: dict[str, Any], text: str) -> bool:
    """Another time for a draft that has one: only a clock means the same day, only a day the same clock. False where
    no time can be read."""
    if _SAME.fullmatch(text.strip(" .!")):
        return True  # as it is on the card
    reading = retimed(text, _known(turn, draft), turn.now, turn.zone)
    if reading.kind == "nothing" or (reading.kind == "ask" and not reading.choices):
        return False
    was = [draft["local"], draft["zone"]]
    take_reading(draft, reading)
    if reading.kind == "ask":
        draft.update(local=None, was=was)
    return True


def _known(turn: Turn, draft: dict[str, Any]) -> datetime:
    """The time that the draft has, in the zone in which people speak of it: an event's own is often UTC."""
    start = instant([draft["local"], draft["zone"]])
    return start.astimezone(ZoneInfo(turn.zone)) if draft["zone"] == "UTC" else start


def has_time(draft: dict[str, Any]) -> bool:
    """Whether there is a time, or was one before another was half said."""
    return bool(draft.get("local") or draft.get("was"))


def as_before(draft: dict[str, Any]) -> None:
    """What was half said of another time is dropped: the one that was known counts."""
    if not draft.get("local") and draft.get("was"):
        take_instant(draft, instant(draft["was"]))


def unanswered(draft: dict[str, Any]) -> dict[str, Any]:
    """The draft without the answer to "moved, or one more?", and without what that took over from the other talk."""
    taken = draft.get("taken_over", {})
    gone = {"another", "taken_over", *(("moved", "interview_id") if draft.get("moved") else ())}
    gone |= {name for name in taken if draft.get(name) == taken[name]}
    return {name: value for name, value in draft.items() if name not in gone}


def place_anew(draft: dict[str, Any]) -> None:
    """The city is asked again: what was read by the clock of the former one waits for it."""
    if draft.get("when_text"):
        draft.update(local=None, was=None, choices=[], need_city=True)


def stored(start: datetime) -> list[str]:
    zone = getattr(start.tzinfo, "key", None) or "UTC"
    return [start.astimezone(ZoneInfo(zone)).replace(tzinfo=None).isoformat(), zone]


def instant(stored: list[str]) -> datetime:
    """A stored wall time with its zone, as an aware datetime."""
    return datetime.fromisoformat(stored[0]).replace(tzinfo=ZoneInfo(stored[1]))


def next_step(turn: Turn, draft: dict[str, Any]) -> str:
    """What must still be asked, or the card. Only employer and time are needed; the rest may stay unknown."""
    if not draft.get("employer") and not draft.get("no_employer"):
        return "employer"
    told = draft.get("local") or draft.get("need_city")
    if told and not turn.user.zone:
        return "city"  # reminders come by the user's clock, whatever zone the interview was told in
    if not draft.get("local"):
        return "which" if draft.get("choices") else "when"
    _fill_in(turn, draft)
    return "same" if other_time(turn, draft) else "confirm"


def _fill_in(turn: Turn, draft: dict[str, Any]) -> None:
    """The same interview told again: what was saved stays where nothing new was said."""
    known = None if draft.get("interview_id") else known_interview(turn, draft)
    if known is not None:
        for name, value in draft_of(turn, known).items():
            if not draft.get(name) and name != "interview_id":
                draft[name] = value


def other_time(turn: Turn, draft: dict[str, Any]) -> Interview | None:
    """An interview still to come with the same employer at another time: was it moved, or is this one more?"""
    job = known_job(turn, draft)
    if job is None or draft.get("interview_id") or draft.get("another") or known_interview(turn, draft):
        return None
    rows = [i for i in turn.work.all(Interview) if i.job_id == job.id and i.state == "planned" and i.start > turn.now]
    return min(rows, key=lambda i: i.start, default=None)


def other_line(turn: Turn, draft: dict[str, Any], text: str) -> bool:
    """Whether the text tells of another interview than the one being typed: another employer beside a time."""
    reading = understood(text, turn.now, turn.zone)
    line = read_line(text, reading.spans)
    mine = str(draft.get("employer", "")).casefold()
    return bool(reading.kind != "nothing" and line.sure and line.employer and line.employer.casefold() != mine and mine)


def near(draft: dict[str, Any]) -> list[str]:
    """The zone of the place where the talk is, to be offered as the user's; none for a link or an unknown place, nor
    where he said that he is elsewhere."""
    zone = None if draft.get("elsewhere") else when.zone_of(_last_part(draft))
    return [zone] if zone else []


def city_in(draft: dict[str, Any]) -> str:
    """The city of that place as it was typed; "" where more than a name stands there."""
    name = _last_part(draft)
    return name if len(name.split()) <= 2 and name[:1].isalpha() else ""


def _last_part(draft: dict[str, Any]) -> str:
    """The end of an address, where its city stands."""
    told = str(draft.get("place") or "")
    return "" if "/" in told else told.rpartition(",")[2].strip()


def city_known(turn: Turn, draft: dict[str, Any]) -> None:
    """The zone has come in: read the time that waited for it."""
    draft.pop("need_city", None)
    if draft.get("local") and draft.get("zone") == "UTC":  # as an event stores it; people think in their own zone
        take_instant(draft, instant([draft["local"], "UTC"]).astimezone(ZoneInfo(turn.zone)))
    if draft.get("when_text") and not draft.get("local"):
        take_when(turn, draft, draft["when_text"])


def take_people(draft: dict[str, Any], text: str) -> None:
    """Whoever was typed; what reads like neither name nor job is kept as a name."""
    found = [read_person(part) or Met(name=part) for part in split_people(text)]
    draft["people"] = [[met.name, met.title, met.audience] for met in found]


def open_jobs(turn: Turn) -> list[Job]:
    return [job for job in turn.work.all(Job) if job.closed_at is None and job.stage not in CLOSED]


def known_job(turn: Turn, draft: dict[str, Any]) -> Job | None:
    """The open job that the draft means: same employer and, where both are named, same role."""

    def same(a: str, b: str) -> bool:
        return a.casefold().strip(" .") == b.casefold().strip(" .")

    for job in open_jobs(turn):
        if job.employer and same(job.employer, draft.get("employer", "")):
            role = draft.get("role", "")
            if not role or not job.role or same(role, job.role):
                return job
    return None


def known_interview(turn: Turn, draft: dict[str, Any]) -> Interview | None:
    """The interview that the draft changes, or the same one told again."""
    if draft.get("interview_id"):
        return turn.work.get(Interview, draft["interview_id"])
    job = known_job(turn, draft)
    start = instant([draft["local"], draft["zone"]]) if draft.get("local") else None
    rows = [i for i in turn.work.all(Interview) if job and i.job_id == job.id and i.state == "planned"]
    return next((i for i in rows if i.start == start), None)


def draft_of(turn: Turn, interview: Interview) -> dict[str, Any]:
    """A saved interview as a draft, to change it."""
    job = turn.work.get(Job, interview.job_id)
    return {
        "interview_id": interview.id,
        "employer": job.employer if job else "",
        "no_employer": True,
        "role": job.role if job else "",
        "local": interview.local.isoformat(),
        "zone": interview.zone,
        "length": interview.length,
        "round": interview.round,
        "place": interview.place,
        "link": interview.link,
        "dial_in": interview.dial_in,
        "people": [[p.name, p.title, p.audience] for p in people_of(turn, interview)],
    }


def save(turn: Turn, draft: dict[str, Any]) -> Interview:
    """Writes the draft as records; the same draft saved twice is one interview."""
    found = known_interview(turn, draft)
    job = _job_for(turn, draft, found) or turn.work.add(Job(created_at=turn.now))
    job.employer = draft.get("employer", "") or job.employer
    job.role = draft.get("role", "") or job.role
    local, start = datetime.fromisoformat(draft["local"]), instant([draft["local"], draft["zone"]])
    if found is None:
        found = Interview(job_id=job.id, local=local, zone=draft["zone"], start=start, created_at=turn.now)
        found.uid = new_id()
        turn.work.add(found)
    elif found.start != start or (draft.get("invitation") and found.state == "cancelled"):
        found.sequence += 1  # its reminders belong to the new time now
        found.state = "planned"
    found.job_id = job.id
    found.local, found.zone, found.start = local, draft["zone"], start.astimezone(ZoneInfo("UTC"))
    found.length = draft.get("length") or found.length
    found.round = draft.get("round", "") or found.round
    found.place = draft.get("place", "") or found.place
    link = draft.get("link", "") or found.link
    found.link = "" if link == found.place else link
    found.dial_in = draft.get("dial_in", "") or found.dial_in
    keep_invitation(draft, found)
    ids = tuple(person_at(turn, job, *met).id for met in draft.get("people", []))
    found.people = ids if ids or draft.get("nobody") else found.people
    return found


def keep_invitation(draft: dict[str, Any], interview: Interview) -> None:
    """By which event of a calendar the interview came, so that an update of it is known, and an older one too."""
    if draft.get("invitation"):
        interview.uid, interview.their_sequence, stamp = draft["invitation"]
        interview.their_stamp = datetime.fromisoformat(stamp) if stamp else None


def _job_for(turn: Turn, draft: dict[str, Any], found: Interview | None) -> Job | None:
    """The job that a draft belongs to. Another employer on one of several interviews does not rename the others."""
    job = turn.work.get(Job, found.job_id) if found else None
    if job is None or found is None:
        return known_job(turn, draft)
    others = any(i.job_id == job.id and i.id != found.id for i in turn.work.all(Interview))
    renamed = bool(draft.get("employer")) and draft["employer"].casefold() != job.employer.casefold()
    return known_job(turn, draft) if others and renamed else job


def person_at(turn: Turn, job: Job, name: str, title: str, audience: str) -> Person:
    """The person of that name (or title) at that job; a new one where none is known."""
    for person in turn.work.all(Person):
        if person.job_id == job.id and (person.name or person.title).casefold() == (name or title).casefold():
            person.title, person.audience = title or person.title, audience or person.audience
            return person
    return turn.work.add(Person(job_id=job.id, name=name, title=title, audience=audience, created_at=turn.now))
