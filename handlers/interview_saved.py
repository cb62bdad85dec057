"""Interviews that are kept: the one that a draft means, a saved one as a draft, and a draft as records."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.core.model import Dialog, Interview, Job, Person
from bot.core.record import new_id
from bot.telegram.turn import Turn
from handlers.common import people_of
from handlers.interview_draft_time import start_of

DECIDED = ("accepted", "declined", "rejected", "withdrawn")  # stages of a job that no interview is for any more


# -- what a draft means -----------------------------------------------------------------------------------------


def undecided_jobs(turn: Turn) -> list[Job]:
    """Jobs that are neither put away nor decided: an interview may be for any of them."""
    return [job for job in turn.work.all(Job) if job.closed_at is None and job.stage not in DECIDED]


def known_job(turn: Turn, draft: dict[str, Any]) -> Job | None:
    """The open job that the draft means: same employer and, where both are named, same role."""

    def same(a: str, b: str) -> bool:
        return a.casefold().strip(" .") == b.casefold().strip(" .")

    for job in undecided_jobs(turn):
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
    start = start_of(draft) if draft.get("local") else None
    rows = [i for i in turn.work.all(Interview) if job and i.job_id == job.id and i.state == "planned"]
    return next((i for i in rows if i.start == start), None)


def other_time(turn: Turn, draft: dict[str, Any]) -> Interview | None:
    """An interview still to come with the same employer at another time: was it moved, or is this one more?"""
    job = known_job(turn, draft)
    if job is None or draft.get("interview_id") or draft.get("another") or known_interview(turn, draft):
        return None
    rows = [i for i in turn.work.all(Interview) if i.job_id == job.id and i.state == "planned" and i.start > turn.now]
    return min(rows, key=lambda i: i.start, default=None)


# -- between a draft and its records ----------------------------------------------------------------------------


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
    interview = found or _new(turn, draft, job)
    interview.job_id = job.id
    _set_time(draft, interview)
    _set_place(turn, draft, interview)
    keep_invitation(draft, interview)
    interview.length = draft.get("length") or interview.length
    interview.round = draft.get("round", "") or interview.round
    ids = tuple(person_at(turn, job, *met).id for met in draft.get("people", []))
    interview.people = ids if ids or draft.get("nobody") else interview.people
    return interview


def drop_half_typed(turn: Turn, interview: Interview) -> None:
    """A draft of the same interview that waits half typed is done with: nobody goes back to it."""
    job = turn.work.get(Job, interview.job_id)
    for dialog in turn.work.all(Dialog):
        half = dialog.flow == "interview" and not dialog.active and not dialog.data.get("interview_id")
        name = str(dialog.data.get("employer", ""))
        at = dialog.data.get("local")
        same_time = not at or (at, dialog.data.get("zone")) == (interview.local.isoformat(), interview.zone)
        if half and same_time and job is not None and name.casefold() in ("", job.employer.casefold()) and (name or at):
            turn.work.remove(dialog)


def _new(turn: Turn, draft: dict[str, Any], job: Job) -> Interview:
    local, start = datetime.fromisoformat(draft["local"]), start_of(draft)
    interview = Interview(job_id=job.id, local=local, zone=draft["zone"], start=start, created_at=turn.now)
    interview.uid = new_id()
    return turn.work.add(interview)


def _set_time(draft: dict[str, Any], interview: Interview) -> None:
    """Moved, or held after all: the reminders of the former time are not its own any more."""
    start = start_of(draft)
    if interview.start != start or (draft.get("invitation") and interview.state == "cancelled"):
        interview.sequence += 1
        interview.state = "planned"
    interview.local, interview.zone = datetime.fromisoformat(draft["local"]), draft["zone"]
    interview.start = start.astimezone(UTC)


def _set_place(turn: Turn, draft: dict[str, Any], interview: Interview) -> None:
    """Where it is, or by what; what is not told anew stays. A link that is the place is not kept twice."""
    wired = draft.get("medium") if draft.get("medium") in ("phone", "video") else ""
    known = draft.get("link") or draft.get("dial_in")
    by = turn.t.label(f"interview.medium_{wired}") if wired and not known else ""
    interview.place = draft.get("place", "") or by or interview.place
    link = draft.get("link", "") or interview.link
    interview.link = "" if link == interview.place else link
    interview.dial_in = draft.get("dial_in", "") or interview.dial_in


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
