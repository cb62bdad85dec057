"""Who is meant: a person, a job or an interview named in passing ("Anna", "the Thursday one", "the clinic", "them").

Everything that the text says of somebody narrows the choice, the plainest first; what fits nobody is passed over.
Where more than one is left the user is asked: nothing here guesses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.employer_named import names_somebody
from bot.core.hears import plain
from bot.core.model import Interview, Job, Person
from bot.core.name_words import DAYS, FILLING, LEAST, PLACES, own_words, words_of

NEAR = timedelta(days=8)  # "the Thursday one" is no further away than that
_DAY = re.compile(
    r"\b(?P<to>(?:to|till|until|now|for|be|becomes)\s(?:on\s|the\s|next\s|this\s|coming\s)*)?"
    r"(?P<day>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri)(?:day)?|saturday|sunday|today|tomorrow|tmrw|yesterday)"
    r"(?:'?s)?\b"
)
_THE_DAY = re.compile(
    r"\b(?:the|my)\s(?:mon|tues|wednes|thurs|fri|satur|sun)day\s(?:one|interview|call|talk|meeting)\b"
)
_CLOCK = re.compile(
    r"\b(?:the|my|that)\s(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?\s?(?P<half>am|pm)?(?:\s?o'?clock)?"
    r"\s(?:one|call|interview|talk|meeting|zoom|chat)\b"
)
_FIRST = re.compile(r"\b(?:the|my)\s(?:next|first|earlier|earliest)\s(?:one|interview|call|talk|meeting)\b")
_LAST = re.compile(r"\b(?:the|my)\s(?:later|latest|last|second)\s(?:one|interview|call|talk|meeting)\b")


@dataclass(frozen=True, slots=True)
class Known:
    """What the text is held against: the jobs, interviews and people that may be meant."""

    jobs: Sequence[Job]
    interviews: Sequence[Interview] = ()
    people: Sequence[Person] = ()


def jobs(text: str, known: Known, now: datetime, zone: str) -> list[Job]:
    """Those that may be meant: one where the text tells, several where it fits several, all where it names none,
    none where it names a stranger. ``zone``: the user's."""
    named = [of(text, known) for of in _BY_NAME]
    if not any(named) and names_somebody(text, now, zone):
        return []
    found = list(known.jobs)
    for hit in (*named, _by_time(text, known, now, zone), _by_place(text, known)):
        found = [job for job in found if job.id in hit] or found
    return found


def interviews(text: str, known: Known, now: datetime, zone: str) -> list[Interview]:
    """The same for interviews; the time of each and its people tell apart those of one employer."""
    wanted = {job.id for job in jobs(text, known, now, zone)}
    found = [row for row in known.interviews if row.job_id in wanted]
    at = _at(text, now, zone)
    if _THE_DAY.search(text.casefold()) and not any(map(at, found)):
        return []  # "the Tuesday one", and there is none
    for fits in (_of_people(text, known), at, _in_turn(text, found)):
        found = [row for row in found if fits(row)] or found
    return found


def tells(text: str, known: Known, now: datetime, zone: str) -> bool:
    """Whether the text tells of one of them at all: by a name, somebody there, a day or clock, or what it is."""
    if names_one(text, known):
        return True
    signs = (_of_people(text, known), _at(text, now, zone), _in_turn(text, known.interviews))
    return any(fits(row) for fits in signs for row in known.interviews)


def people(text: str, known: Known) -> list[Person]:
    """Those whose name stands in the text; where no name does, those whose title does."""
    words = words_of(text)
    named = [person for person in known.people if any(map(words.has, own_words(person.name)))]
    line = plain(text)
    return named or [p for p in known.people if p.title and f" {plain(p.title).strip()} " in line]


def names_one(text: str, known: Known) -> bool:
    """Whether the text names one of the jobs: by its name or a part of it, by somebody there, or by what it is."""
    return any(of(text, known) for of in (*_BY_NAME, _by_place))


# -- what tells jobs apart: each gives the ids that the text fits ------------------------------------------------


def _named(text: str, known: Known) -> set[str]:
    """By the whole name; a name inside a longer one that stands there too does not count."""
    line = plain(text)
    hits = [job for job in known.jobs if plain(job.employer).strip() and plain(job.employer) in line]
    return {job.id for job in hits if not any(_inside(job.employer, other.employer) for other in hits)}


def _inside(name: str, other: str) -> bool:
    return plain(name) != plain(other) and plain(name) in plain(other)


def _by_part(text: str, known: Known) -> set[str]:
    """By a word of the name that is its own ("Harbour" of Harbour Clinic), one letter wrong too."""
    words = words_of(text)
    return {job.id for job in known.jobs if any(map(words.has, own_words(job.employer)))}


def _by_person(text: str, known: Known) -> set[str]:
    return {person.job_id for person in people(text, known)}


def _by_place(text: str, known: Known) -> set[str]:
    """By what it is ("the clinic"), or by the role ("the nurse job")."""
    said = set(plain(text).split())
    return {job.id for job in known.jobs if said & _kind_words(job)}


def _kind_words(job: Job) -> set[str]:
    words = {word for word in plain(job.employer).split() if word in PLACES}
    return words | {word for word in plain(job.role).split() if len(word) >= LEAST and word not in FILLING}


_BY_NAME = (_named, _by_part, _by_person)


def _by_time(text: str, known: Known, now: datetime, zone: str) -> set[str]:
    fits = _at(text, now, zone)
    hits = {row.job_id for row in known.interviews if fits(row)}
    return set() if hits == {row.job_id for row in known.interviews} else hits


# -- what tells interviews apart ----------------------------------------------------------------------------------

Fits = Callable[[Interview], bool]


def _of_people(text: str, known: Known) -> Fits:
    ids = {person.id for person in people(text, known)}
    return lambda row: bool(ids & set(row.people))


def _at(text: str, now: datetime, zone: str) -> Fits:
    """On the day or at the clock that the text calls it by; a day that it was moved *to* is not one."""
    line = text.casefold().replace("’", "'")
    days = {day for found in _DAY.finditer(line) if not found["to"] for day in _dates(found["day"], now, zone)}
    clocks = set(_clocks(line))

    def fits(row: Interview) -> bool:
        there = row.start.astimezone(ZoneInfo(zone))
        near = abs(row.start - now) < NEAR
        on_day = bool(days) and near and (there.date() in days or row.local.date() in days)
        at_clock = bool(clocks) and (row.local.hour, row.local.minute) in clocks
        return on_day and at_clock if days and clocks else on_day or at_clock

    return fits


def _dates(word: str, now: datetime, zone: str) -> Iterator[date]:
    today = now.astimezone(ZoneInfo(zone)).date()
    apart = {"today": 0, "tomorrow": 1, "tmrw": 1, "yesterday": -1}
    if word in apart:
        yield today + timedelta(days=apart[word])
        return
    wanted = next(number for number, day in enumerate(DAYS) if day[:3] == word[:3])
    yield from (today + timedelta(days=n) for n in range(-7, 8) if (today + timedelta(days=n)).weekday() == wanted)


def _clocks(line: str) -> Iterator[tuple[int, int]]:
    for found in _CLOCK.finditer(line):
        hour, minute = int(found["h"]) % 24, int(found["m"] or 0)
        if found["half"]:
            yield hour % 12 + (12 if found["half"] == "pm" else 0), minute
        else:
            yield from {(hour, minute), (hour % 12 + 12, minute)}


def _in_turn(text: str, rows: Sequence[Interview]) -> Fits:
    """ "The next one", "the later one", among those that are left."""
    line = text.casefold()
    starts = [row.start for row in rows]
    if starts and _FIRST.search(line):
        return lambda row: row.start == min(starts)
    if starts and _LAST.search(line):
        return lambda row: row.start == max(starts)
    return lambda row: False
