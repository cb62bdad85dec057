"""What is typed at a list of questions and is no order: that it is good so, a complaint, who somebody is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.orders.clauses import CAP, flat
from bot.core.orders.words import DISLIKE, END

SHORT = 3  # words of a bare complaint
_ENOUGH = re.compile(
    rf"(?:(?:ok|okay|no|so|well|and|yes|great) )*(?:thats (?:it|all|enough|fine|good|ok|my list|the list)|"
    rf"that is (?:it|all|enough|fine)|no more(?: questions?)?|enough(?: questions)?|(?:im )?(?:done|finished)|"
    rf"nothing else|that will do|good enough|leave it like (?:that|this)|(?:it |they )?(?:looks?|are|is) (?:good|"
    rf"fine|great)|i like (?:it|them|these|the list)|keep (?:it|them|these|them all|all(?: of them)?)){END}"
)
_PERSON = re.compile(
    r"(?i)^\W*(?:(?:so|and|but|oh|btw|well|by the way|actually|no)\W+)*(?P<name>[^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,2}?)"
    r"(?:\s+(?:is|was|will be|would be)|['’]s|\s*=)\s+(?:the |my |our |their |a |an |going to be (?:the |my )?)*"
    r"(?P<title>[^,.;!?]{2,60}?)\W*$"
)


def is_enough(text: str) -> bool:
    """Whether a text says that the list is good as it is: "that's it", "no more questions"."""
    return bool(_ENOUGH.fullmatch(flat(text[:CAP])))


def is_complaint(text: str) -> bool:
    """Whether a short text only says that something is not liked: "too personal"."""
    return len(text.split()) <= SHORT and not text.rstrip().endswith("?") and bool(DISLIKE.search(flat(text[:CAP])))


def person_told(text: str, names: Sequence[str]) -> tuple[str, str] | None:
    """Of "grace is the boss" the name as it is known and the title; None where no known person is told of."""
    found = _PERSON.match(" ".join(text.split())) if len(text) <= CAP else None
    if found is None or len(str(found["title"]).split()) > 5:
        return None
    told = str(found["name"]).casefold()
    known = [name for name in names if told in (name.casefold(), *name.casefold().split())]
    return (known[0], str(found["title"]).strip()) if len(known) == 1 else None
