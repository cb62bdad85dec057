"""The half-typed interview: what a line, a letter or an event says of it, and what must still be asked.

Its time is read in interview_draft_time, its records are in interview_saved.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.core.lines import Line, read_line, understood
from bot.core.lines.cities import city_in
from bot.core.lines.corrected import corrected
from bot.core.lines.introduced import goes_back
from bot.core.lines.people import Met, read_person, split_people
from bot.core.lines.several import several
from bot.core.model import Job, Person
from bot.core.naming import capitals
from bot.telegram.turn import Turn
from handlers import interview_draft_time as times
from handlers.interview_saved import draft_of, known_interview, known_job, other_time, undecided_jobs

MOST_WORDS = 20  # of a message that tells of one more talk and nothing else
FIELDS = ("employer", "role", "round", "medium", "place", "link", "dial_in")


def take_line(turn: Turn, draft: dict[str, Any], text: str) -> None:
    """Reads a whole line: the time from it, then employer, role and people from the rest."""
    reading = understood(text, turn.now, turn.zone)
    take_read(draft, read_line(text, reading.spans))
    city = city_in(text, reading.spans)
    if city is not None:
        draft["city"] = [capitals(city.name), city.zone]
        if str(draft.get("place") or "").casefold() == city.name.casefold():
            draft["place"] = capitals(city.name)
    if not draft.get("employer") and goes_back(text):
        _take_known(turn, draft)
    if reading.kind != "nothing":
        times.take_when(turn, draft, text)


def _take_known(turn: Turn, draft: dict[str, Any]) -> None:
    """One more talk with the only employer there is: nobody has to say again who that is."""
    job = _only_job(turn)
    if job is not None:
        draft.update(employer=job.employer, role=draft.get("role") or job.role)


def _only_job(turn: Turn) -> Job | None:
    jobs = [job for job in undecided_jobs(turn) if not job.present]
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
            draft[name] = _written(name, getattr(line, name))
    if line.people and not (keep and draft.get("people")):
        draft["people"] = _rows(line.people)


def take_people(draft: dict[str, Any], text: str) -> None:
    """Whoever was typed; what reads like neither name nor job is kept as a name."""
    found = [read_person(part) or Met(name=part) for part in split_people(text)]
    draft["people"] = _rows(found)


def _rows(people: Iterable[Met]) -> list[list[str]]:
    return [[capitals(met.name), met.title, met.audience] for met in people]


def _written(name: str, value: str) -> str:
    return capitals(value) if name == "employer" else value


def put_right(draft: dict[str, Any], text: str, *, bare: bool = True) -> bool:
    """Takes over what a few words on the card put right; whoever is named joins those who are known. ``bare``: a name
    that stands alone is the employer's."""
    found = corrected(text, draft.get("employer", ""), bare=bare)
    for name in ("employer", "role", "round", "medium", "place"):
        if getattr(found, name):
            draft[name] = _written(name, getattr(found, name))
    if found.employer:
        draft.pop("no_employer", None)
    if found.medium in ("phone", "video") and not found.place:
        draft["place"] = ""  # it is not held there
    for row in _rows(found.people):
        draft["people"] = [*(other for other in draft.get("people", []) if not _is_same(other[0], row[0])), row]
    return bool(found)


def _is_same(known: str, name: str) -> bool:
    """Whether two names may be one person's: "Mr Hart" and "hart"."""
    return bool({*known.casefold().split()[-1:]} & {*name.casefold().split()[-1:]})


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
    _titles(turn, draft)
    return "same" if other_time(turn, draft) else "confirm"


def _titles(turn: Turn, draft: dict[str, Any]) -> None:
    """Who is known at that employer by the same name has the title that is known of him."""
    job = known_job(turn, draft)
    known = {p.name.casefold(): p for p in turn.work.all(Person) if job is not None and p.job_id == job.id and p.name}
    rows = [(row, known.get(row[0].casefold())) for row in draft.get("people", [])]
    if rows:
        draft["people"] = [
            [row[0], person.title, person.audience] if person and not row[1] else row for row, person in rows
        ]


def _fill_in(turn: Turn, draft: dict[str, Any]) -> None:
    """The same interview told again: what was saved stays where nothing new was said."""
    known = None if draft.get("interview_id") else known_interview(turn, draft)
    if known is not None:
        for name, value in draft_of(turn, known).items():
            if not draft.get(name) and name != "interview_id":
                draft[name] = value


def take_first(turn: Turn, text: str) -> None:
    """Reads a message that may tell of several interviews: the first goes into the draft, the others wait in it."""
    first, *more = several(text, turn.now, turn.zone) or [text]
    take_line(turn, turn.draft, first)
    if more:
        turn.draft["more"] = more
        turn.note(turn.t("interview.several", count=len(more) + 1))


def take_next(turn: Turn, lines: list[str]) -> str:
    """Begins the next of several interviews that one message told of; gives its step."""
    turn.begin("interview", "line")
    take_line(turn, turn.draft, lines[0])
    if lines[1:]:
        turn.draft["more"] = lines[1:]
    return next_step(turn, turn.draft)


def _is_other(turn: Turn, draft: dict[str, Any], text: str) -> bool:
    """Whether the text tells of another interview than the one being typed: another employer beside a time."""
    reading = understood(text, turn.now, turn.zone)
    line = read_line(text, reading.spans)
    mine = str(draft.get("employer", "")).casefold()
    return bool(reading.kind != "nothing" and line.sure and line.employer and line.employer.casefold() != mine and mine)


def begin_other(turn: Turn) -> str | None:
    """A line about another employer begins a draft of its own; the one being typed waits. None where it is no such."""
    if not _is_other(turn, turn.draft, turn.said):
        return None
    turn.begin("interview", "line")
    take_line(turn, turn.draft, turn.said)
    return next_step(turn, turn.draft)
