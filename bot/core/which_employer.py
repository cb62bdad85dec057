"""The answer to "which employer?": one that is known, a place in the list, or nothing that names anybody."""

from __future__ import annotations

import re
from collections.abc import Set
from datetime import datetime

from bot.core.hears import plain
from bot.core.meant import Known, jobs, names_one, people
from bot.core.model import Job
from bot.core.name_words import FILLING, is_like

_FEW = 5  # words; more are a message
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


def answers(text: str, known: Known, now: datetime, zone: str) -> list[Job]:
    """The jobs meant by the answer to "which employer?"; none where it is a name that is not known."""
    found = jobs(text, known, now, zone)
    sure = [job for job in found if _says(job.employer, text)] or people(text, known)
    return [] if _left_over(text, known, {*_REMARKS, *_ORDINALS}) and not sure else found


def place_in_list(text: str) -> int:
    """Which one of a list an answer tells: 2 for "2" or "the second one", -1 for the last; 0 where it tells none."""
    found = _NUMBER.match(text)
    said = [found[1].casefold()] if found else plain(text).split()
    return next((int(word) if word.isdigit() else _ORDINALS[word] for word in said if found or word in _ORDINALS), 0)


def points(text: str) -> bool:
    """Whether an answer only points at something and names nobody: "2", "same as before", "the hospital letter"."""
    words = plain(text).split()
    around = {*FILLING, *_REMARKS, *_ORDINALS}
    of_papers = 1 < len(words) <= _FEW and any(word in _PAPERS for word in text.split())  # "Letter Press" is a name
    return of_papers or all(word in around or not any(map(str.isalpha, word)) for word in words)


def picks(text: str, known: Known, now: datetime, zone: str) -> list[Job]:
    """The jobs that a few words pick out ("the halden job", "the hospital"); none where a word is left over or none of
    them tells of a job."""
    there = {word for person in known.people for word in plain(f"{person.name} {person.title}").split()}
    left = _left_over(text, known, {*there, *_REMARKS, *_ORDINALS})
    return jobs(text, known, now, zone) if names_one(text, known) and not left else []


def _says(name: str, text: str) -> bool:
    """Whether the whole name stands there, and is not the begin of a longer one ("Lidl" in "Lidl North")."""
    at = text.casefold().find(name.casefold()) if name else -1
    rest = text[at + len(name) :] if at >= 0 else "X"
    return not (rest[:1].isalnum() or (rest[:1] == " " and rest.lstrip()[:1].isupper()))


def _left_over(text: str, known: Known, around: Set[str]) -> bool:
    """Whether a word of the answer is neither known nor a filling one: then it is a new name. ``around``: what else may
    stand beside one."""
    mine = {word for job in known.jobs for word in plain(f"{job.employer} {job.role}").split()}
    rest = [word for word in plain(text).split() if word not in FILLING and word not in mine | around]
    return any(not any(is_like(word, name) for name in mine) for word in rest)
