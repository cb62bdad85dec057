"""What a text leaves to the employer although it settles another part of the topic: how many hours, but not which."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from bot.core.offer.sentences import clean, sentences

_WHEN = r"(?:night|weekend|evening|late|earl(?:y|ie)|sunday|saturday|bank holiday|twilight|shift|rota|roster|overtime)"
_WHERE = (
    r"(?:other|another|any|different|various|elsewhere|alternative|neighbou?ring|all)\b(?: of (?:our|its|the))?"
    r"(?: \w+){0,2} (?:sites?|wards?|units?|places?|locations?|branch(?:es)?|offices?|premises|depots?|stores?|shops?"
    r"|hospitals?|departments?|homes?|schools?|clinics?)"
)
_PART = {
    "hours": re.compile(rf"(?i)\b{_WHEN}(?:s|ing|e?d|time)?\b|\bon[- ]call\b|\bunsocial hours\b"),
    "location": re.compile(rf"(?i)\b{_WHERE}\b|\belsewhere\b"),
}
_WHOSE = r"(?:the|our|its|their|your)?(?: ?\w+){0,3}?"
_ONES = r"(?:rota|roster|service|ward|business|operations?|staffing|workload|work|depot|company|trust|employer|manager)"
_LEFT = re.compile(  # the employer decides, or nobody has yet
    rf"(?i)\b(?:as|as and when|if|when|whenever|where|wherever|if and when) (?:{_WHOSE} )?(?:is |are |it is )?"
    r"(?:requires?|required|demands?|dictates?|needs?|needed|necessary|directs?|sees? fit|asks?|calls? for|comes? up)\b"
    rf"|\b(?:as|whatever|whichever) (?:per )?the {_ONES} (?:says?|gives?|shows?|brings?|allows?)\b"
    r"|\bdepend(?:s|ing|ent)?(?: up)?on\b|\bdepending\b|\bdepends\b"
    rf"|\b(?:according to|in accordance with|in line with|subject to|as per|per|to (?:suit|meet|fit|match|cover)) "
    rf"(?:the |our |its )?(?:needs?|demands?|requirements|(?:\w+ )?{_ONES})\b"
    r"|\b(?:may|might|could|can) (?:\w+ )?(?:be |also |sometimes |occasionally )*(?:ask(?:ed)?|required?|expect(?:ed)?"
    r"|called|rostered|scheduled|needed|moved?|move|transfer(?:red)?|sent|send|placed?|relocated?|redeployed?|assigned?"
    r"|vary|change)\b"
    r"|\b(?:vary|varies|from time to time|at (?:short notice|(?:our|its|the \w+'?s?) (?:sole )?discretion))\b"
    r"|\bto be (?:agreed|discussed|confirmed|decided|advised|arranged|fixed)\b|\btb[acd]\b"
)
_SET = re.compile(  # how much of it, or that there is none: then nothing is left
    r"(?i)\b(?:no|never|without)\b(?: \w+){0,3} (?:nights?|weekends?|shifts?|overtime|site)"
    r"|\bnot (?:be )?(?:asked|required|expected|moved|sent|transferred|rostered|work)\b|\b(?:won't|will never)\b"
    r"|\b(?:\d+|one|two|three|four|five|six)(?: \w+){0,2} (?:nights?|weekends?|sundays?|saturdays?|shifts?)\b"
    r"|\b(?:one|1|two|2)(?: weekend| night| sunday)? in (?:\d|two|three|four|five|six)\b"
    r"|\bevery (?:other|second|third|fourth)\b|\b(?:if|as|when|where) you (?:wish|want|like|agree|choose|ask)\b"
    r"|\b(?:voluntary|with your (?:consent|agreement)|your (?:own )?choice)\b"
)


class Half(NamedTuple):
    """The sentence that leaves a part open, and the words by which it does."""

    sentence: str
    words: str


def left_open(text: str) -> dict[str, Half]:
    """Topic -> the first sentence that leaves nights, shifts or overtime ("hours") or other sites ("location") to the
    employer. What is counted, denied or left to the user is not left open."""
    found: dict[str, Half] = {}
    for one in sentences(clean(text)):
        if one.mine or one.asked or one.present or _SET.search(one.words):
            continue
        left = _LEFT.search(one.words)
        for topic, part in _PART.items() if left else ():
            if left and part.search(one.words):
                found.setdefault(topic, Half(one.words, left.group(0).lower()))
    return found


def still_open(topic: str, half: Mapping[str, Any] | None, later: str) -> bool:
    """Whether a half that was left open is so after the words of a later text that states the topic."""
    return half is not None and not _PART[topic].search(later)
