"""Topics of several parts: which part of one a text tells, and which of two tells more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.core.offer.facts import find

MANY = frozenset(
    """
    bonus equity one_time_pay health retirement leave family_leave expenses learning hours travel ending restrictions
    conditions
    """.split()
)  # of these one text may tell one part and the next text another; of the rest (the pay, the title) the newer holds
_MINOR = {  # words of a part that comes after the main one, unless words of the main one stand beside it
    "leave": (
        re.compile(r"(?i)\b(?:sick|sickness|ill|illness|ssp|compassionate|bereavement)\b"),
        re.compile(r"(?i)\b(?:annual|vacations?|holidays?|pto|paid time off|leave is|days off)\b"),
    ),
    "employment_type": (
        re.compile(r"(?i)\b(?:full|part)[- ]?time\b"),
        re.compile(
            r"(?i)\b(?:fixed[- ]term|temporary|temp|permanent|unlimited|open[- ]ended|indefinite|until|months?|years?"
            r"|intern\w*|freelance|contractor|casual|zero[- ]hours?|agency|seasonal|trainee|apprentice\w*|b2b"
            r"|self[- ]employed)\b"
        ),
    ),
    "hours": (
        re.compile(r"(?i)\b(?:nights?|weekends?|on[- ]call|overtime|premium|rotas?|rosters?|sundays?|saturdays?)\b"),
        re.compile(r"(?i)\b(?:\d[\d.,]*|\w+) ?(?:hours?|hrs?)\b|\d ?h\b"),
    ),
}
_DENIED = re.compile(r"(?i)\b(?:no|not|none|without|never|nor|cannot|don't|doesn't|isn't|n't)\b")


def is_minor(topic: str, words: str) -> bool:
    """Whether the words tell only the lesser part of a topic: sick pay of leave, the nights of the hours, and full time
    of a contract that may end."""
    minor, main = _MINOR.get(topic, (None, None))
    return bool(minor and main and minor.search(words) and not main.search(words))


def other_part(topic: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether two findings of a topic that are both clear tell different parts of it, and not the same one anew."""
    if topic not in MANY or _DENIED.search(new["quote"]) or old["quote"] == new["quote"]:
        return False
    if is_minor(topic, old["quote"]) != is_minor(topic, new["quote"]):
        return True
    before, after = _kinds(old["quote"]), _kinds(new["quote"])
    return not before & after


def _kinds(words: str) -> set[str]:
    return {fact.kind for fact in find(words)} - {"NUM"}
