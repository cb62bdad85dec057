"""Who is meant: a person, a job or an interview named in passing ("Anna", "the Thursday one", "the clinic", "them").

Everything that the text says of somebody narrows the choice, the plainest first; what fits nobody is passed over.
Where more than one is left the user is asked: nothing here guesses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core import when
from bot.core.hears import plain
from bot.core.lines import read_line
from bot.core.model import Interview, Job, Person
from bot.core.route.model import router

NEAR = timedelta(days=8)  # "the Thursday one" is no further away than that
_SHORT = 3  # words; in a longer text a name that is typed small cannot be told from other words
_FEW = 5  # words; more are a message
_LEAST = 4  # letters of a name that is still known with one letter wrong
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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
PLACES = frozenset(
    "agency airline airport academy bakery bank bar brewery cafe care church clinic club college company council "
    "court daycare dealer depot factory farm firm garage group gym home hospital hostel hotel house kindergarten "
    "kitchen lab laboratory library logistics market ministry museum nursery office parish pharmacy plant practice "
    "pub residence restaurant salon school services shop start-up startup station store studio supermarket theatre "
    "university warehouse workshop yard zoo".split()
)
"""What people say instead of a name: "the clinic". Alone such a word tells nobody apart who shares it."""
_FILLING = frozenset(
    "a about again all an and are as at be but by call called chat company for from gmbh he her him i in inc "
    "interview interviewer is it its job just kg limited llc ltd me meant meeting my no not of on one or our plc "
    "position role same she so that the their them they this to was we with yes you that's it's i'm new".split()
)


_NAMED = re.compile(r"(?:^[A-Z]|(?i:(?<=\bfrom )|(?<=\bat )|(?<=\btell ))\w)[\w'&-]{2,}")
_AT = re.compile(
    r"\b(?:[Ii]nterview(?:ed)?|call|talk|meeting|round|shift|day|lesson|offer|[Rr]ecruiter|[Mm]anager|[Bb]oss|chef|HR|job|"
    r"role|position|someone|somebody|applied|work)(?:\s[a-z]+){0,2}?\s(?:at|from|with)\s(?:the\s)?"
    r"((?:[A-Z][\w'’.-]*|[A-Z&]+)(?:\s(?:(?:of|the|and|&|St\.?)\s)?[A-Z0-9][\w'’&.-]*)*)"
)
"""An employer named beside a word that tells of one."""
_TO = re.compile(
    r"\b(?:turn(?:ed|ing)? down|declin(?:e|ed|ing)|withdraw(?:ing)? from|yes to|no to|accept(?:ed|ing)?)\s(?:the\s)?"
    r"((?:[A-Z][\w'’.-]*|[A-Z&]+)(?:\s[A-Z0-9][\w'’&.-]*)*)"
)
_A = re.compile(r"\b[Aa]n?\s([\w'’-]+)")
"""What stands after "a" is a sort of thing and nobody's name: "a Traineeship"."""
_NOBODY = frozenset(
    "glassdoor kununu indeed linkedin google reddit zoom skype teams whatsapp telegram excel sap".split()
)
"""Names that are no employer's where they stand in a message."""
_PAPERS = frozenset("offer offers letter letters contract mail email".split())
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5,
             "5th": 5, "sixth": 6, "6th": 6, "last": -1}  # fmt: skip
_NUMBER = re.compile(
    r"(?i)^\W*(?:(?:the|number|no|nr|option|job|offer|its|it's)\W+)*([1-9]|last|first|second|third)\W*(?:please|pls)?\W*$"
)
_REMARKS = _PAPERS | frozenset(
    "these those their there before again old other both either this thing please pls then guys people lot folks think "
    "guess mean sorry obviously course number already said told as always same still that's thats".split()
)
"""What is said around a name in an answer, and is no part of one: "the hospital letter, same as before"."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the text is held against: the jobs, interviews and people that may be meant."""

    jobs: Sequence[Job]
    interviews: Sequence[Interview] = ()
    people: Sequence[Person] = ()


def jobs(text: str, known: Known, now: datetime, zone: str) -> list[Job]:
    """Those that may be meant: one where the text tells, several where it fits several, all where it names none,
    none where it names a stranger. ``zone``: the user's."""
    named = [of(text, known, now, zone) for of in _BY_NAME]
    if not any(named) and _names_somebody(text, now, zone):
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
    if any(of(text, known, now, zone) for of in _BY_NAME) or _by_place(text, known):
        return True
    signs = (_of_people(text, known), _at(text, now, zone), _in_turn(text, known.interviews))
    return any(fits(row) for fits in signs for row in known.interviews)


def people(text: str, known: Known) -> list[Person]:
    """Those whose name stands in the text; where no name does, those whose title does."""
    words = _words(text)
    named = [person for person in known.people if any(map(words.has, _name_words(person.name)))]
    line = plain(text)
    return named or [p for p in known.people if p.title and f" {plain(p.title).strip()} " in line]


def _names_somebody(text: str, now: datetime, zone: str) -> bool:
    """Whether something in the text looks like an employer's name."""
    read = read_line(text, when.understand(text, now, zone).spans).employer.split()
    first = text.split()[:1] if len(text.split()) <= _SHORT else []
    common = set(_A.findall(text))
    named = [word for word in read if word not in common and (word[:1].isupper() or word in first)]
    return any(map(_is_name, (*named, *_NAMED.findall(text))))


def answers(text: str, known: Known, now: datetime, zone: str) -> list[Job]:
    """The jobs meant by the answer to "which employer?"; none where it is a name that is not known."""
    found = jobs(text, known, now, zone)
    sure = [job for job in found if _says(job.employer, text)] or _by_person(text, known, now, zone)
    return [] if _left_over(text, known, {*_REMARKS, *_ORDINALS}) and not sure else found


def place_in_list(text: str) -> int:
    """Which one of a list an answer tells: 2 for "2" or "the second one", -1 for the last; 0 where it tells none."""
    found = _NUMBER.match(text)
    said = [found[1].casefold()] if found else plain(text).split()
    return next((int(word) if word.isdigit() else _ORDINALS[word] for word in said if found or word in _ORDINALS), 0)


def points(text: str) -> bool:
    """Whether an answer only points at something and names nobody: "2", "same as before", "the hospital letter"."""
    words = plain(text).split()
    around = {*_FILLING, *_REMARKS, *_ORDINALS}
    of_papers = 1 < len(words) <= _FEW and any(word in _PAPERS for word in text.split())  # "Letter Press" is a name
    return of_papers or all(word in around or not any(map(str.isalpha, word)) for word in words)


def picks(text: str, known: Known, now: datetime, zone: str) -> list[Job]:
    """The jobs that a few words pick out ("the halden job", "the hospital"); none where a word is left over or none of
    them tells of a job."""
    said = bool(_by_place(text, known)) or any(of(text, known, now, zone) for of in _BY_NAME)
    there = {word for person in known.people for word in plain(f"{person.name} {person.title}").split()}
    left = _left_over(text, known, {*there, *_REMARKS, *_ORDINALS})
    return jobs(text, known, now, zone) if said and not left else []


def _says(name: str, text: str) -> bool:
    """Whether the whole name stands there, and is not the begin of a longer one ("Lidl" in "Lidl North")."""
    at = text.casefold().find(name.casefold()) if name else -1
    rest = text[at + len(name) :] if at >= 0 else "X"
    return not (rest[:1].isalnum() or (rest[:1] == " " and rest.lstrip()[:1].isupper()))


def _left_over(text: str, known: Known, around: Set[str]) -> bool:
    """Whether a word of the answer is neither known nor a filling one: then it is a new name. ``around``: what else may
    stand beside one."""
    mine = {word for job in known.jobs for word in plain(f"{job.employer} {job.role}").split()}
    rest = [word for word in plain(text).split() if word not in _FILLING and word not in mine | around]
    return any(not any(_like(word, name) for name in mine) for word in rest)


def _like(word: str, name: str) -> bool:
    """A name with one letter wrong; hardly anybody gets the first one wrong."""
    return len(name) >= _LEAST and word[:1] == name[:1] and is_near(word, name)


def named_employer(text: str) -> str:
    """An employer that is plainly named ("my interview at Goethe School"); empty where none is. ``with`` names people
    as often, so after it only a name of several words or of a sort of place counts."""
    for found in (*_AT.finditer(text), *_TO.finditer(text)):
        name = found.group(1).strip(" .,'’")
        words = plain(name).split()
        by_place = any(word in PLACES for word in words)
        if _is_employer(words) and (by_place or not found.group(0).split(name)[0].rstrip().endswith("with")):
            return name
    return ""


def _is_employer(words: list[str]) -> bool:
    apart = {*_NOBODY, *_DAYS, "hr", "i", "monday", "christmas", "english"}
    return bool(words) and not apart & set(words) and not all(word in _FILLING for word in words)


# -- what tells jobs apart: each gives the ids that the text fits ------------------------------------------------


def _named(text: str, known: Known, now: datetime, zone: str) -> set[str]:
    """By the whole name; a name inside a longer one that stands there too does not count."""
    line = plain(text)
    hits = [job for job in known.jobs if plain(job.employer).strip() and plain(job.employer) in line]
    return {job.id for job in hits if not any(_inside(job.employer, other.employer) for other in hits)}


def _inside(name: str, other: str) -> bool:
    return plain(name) != plain(other) and plain(name) in plain(other)


def _by_part(text: str, known: Known, now: datetime, zone: str) -> set[str]:
    """By a word of the name that is its own ("Harbour" of Harbour Clinic), one letter wrong too."""
    words = _words(text)
    return {job.id for job in known.jobs if any(map(words.has, _name_words(job.employer)))}


def _by_person(text: str, known: Known, now: datetime, zone: str) -> set[str]:
    return {person.job_id for person in people(text, known)}


def _by_time(text: str, known: Known, now: datetime, zone: str) -> set[str]:
    fits = _at(text, now, zone)
    hits = {row.job_id for row in known.interviews if fits(row)}
    return set() if hits == {row.job_id for row in known.interviews} else hits


def _by_place(text: str, known: Known) -> set[str]:
    """By what it is ("the clinic"), or by the role ("the nurse job")."""
    said = set(plain(text).split())
    return {job.id for job in known.jobs if said & _kind_words(job)}


def _kind_words(job: Job) -> set[str]:
    words = {word for word in plain(job.employer).split() if word in PLACES}
    return words | {word for word in plain(job.role).split() if len(word) >= _LEAST and word not in _FILLING}


_BY_NAME = (_named, _by_part, _by_person)


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


def _dates(word: str, now: datetime, zone: str) -> Iterator[object]:
    today = now.astimezone(ZoneInfo(zone)).date()
    apart = {"today": 0, "tomorrow": 1, "tmrw": 1, "yesterday": -1}
    if word in apart:
        yield today + timedelta(days=apart[word])
        return
    wanted = next(number for number, day in enumerate(_DAYS) if day[:3] == word[:3])
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


# -- words ----------------------------------------------------------------------------------------------------------


def _name_words(name: str) -> list[str]:
    """The words of a name that are its own."""
    return [w for w in plain(name).split() if len(w) > 1 and w not in PLACES and w not in _FILLING]


def _is_name(word: str) -> bool:
    """Whether a word that was read as an employer looks like a name and not like any other word."""
    bare = word.strip(".,;:!?'\"").casefold().replace("’", "'").removesuffix("'s").replace("'", "")  # "I'll" is no name
    return len(bare) > 2 and bare not in _NOBODY and f"w:{bare}" not in router().rows


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text; those that no ordinary message knows may be a name with one letter wrong."""

    all: frozenset[str]
    odd: tuple[str, ...]

    def has(self, name: str) -> bool:
        return name in self.all or any(_like(word, name) for word in self.odd)


def _words(text: str) -> _Words:
    words = frozenset(word.removesuffix("'s") for word in plain(text).split())
    ordinary = router().rows
    odd = tuple(w for w in sorted(words) if len(w) >= _LEAST - 1 and f"w:{w}" not in ordinary and w not in _FILLING)
    return _Words(words, odd)


def is_near(word: str, name: str) -> bool:
    """Whether one letter is wrong, missing, too many, or two beside each other have changed places."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    rest, other = word[at:], name[at:]
    swapped = len(rest) > 1 and len(other) > 1 and rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped
