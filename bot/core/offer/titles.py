"""A job title without a label: "they offered me HR Lead", "as line cook", a line that is only a title."""

from __future__ import annotations

import re2

from bot.core.offer.rules import Rules
from bot.core.offer.scan import MARK

_OTHERS = re2.compile(
    r"(?:contact|call|e ?mail|ask|speak|question|wife|husband|mother|father|friend|\w+friend|brother|interview"
    r"|met|spoke|report\w*|line manager|manager:|boss|supervis\w+|superior|promot\w+|next (?:grade|level|step|role)"
    r"|progress\w*|career|there (?:are|is)|we have|team of|assisted by|supported by)[^.;|]{0,34}$"
)
_NOT_BEFORE = re2.compile(
    r"(?:\b(?:report\w*|managed|supervised|led|by|with|shadow\w*|from|boss|manager (?:is|will)|her|his|their|our"
    r"|your|my|the|to the|to a|to our|other|each|every|all|new hires?"
    r"|i am an?|was an?|(?:years?|YEARS|MONTHS) (?:\w+ )?as an?|as your|ask|contact|dear|hi|per|any|some|which"
    r"|recruiter|called|senior to|under|and the|of the|same|another|like a|become|becomes|other|alongside"
    r"|accompanies|guy is an?|he is|she is|friend)"
    r"(?: \w+){0,2} ?|\bi (?:am|was) (?:\w+ ){0,3})$"
)
_BARE = frozenset(
    """
    manager lead partner director associate assistant officer agent worker executive consultant specialist
    coordinator supervisor engineer doctor president host server mate tech graduate intern ta pm tl em captain
    keeper lead sister coach fellow administrator representative principal counsel mentor reporter producer
    writer editor operator trainer buyer groom conductor secretary clerk recruiter dev eng qa rep ui ux manager
    mgr inspector assessor banker broker moderator grip valet examiner sorter
    """.split()
)
_END = re2.compile(
    r"^(?:\W*(?:$|[,;:|/()@+&§.!-]|CITY|NAME|MONEY|WAGE|NUM|PERCENT|DATE|DAYS|BLANK|at\b|in\b|for\b|with\b|on\b"
    r"|role|position|job|post|offer\w*|i+\b|iv\b|v\b|l?\d|and\b|to\b|from\b|by\b|who\b|using\b|them\b|[a-z]\d))"
)


def names_title(text: str, rules: Rules) -> bool:
    """Whether the shape of a sentence names the job on offer."""
    for begin, end in rules.occupations_in(text):
        before, after, name = text[max(0, begin - 44) : begin], text[end : end + 12], text[begin:end]
        start = (
            before[before.rfind(MARK) + 1 :].strip(" -|:,.;(\"'*") if MARK in before else before.strip(" -|:,.;(\"'*")
        )
        if _NOT_BEFORE.search(before) or _OTHERS.search(before) or not _END.match(after) or name.endswith("s"):
            continue
        if name in _BARE and not _qualified(start):
            continue
        return True
    return False


def _qualified(before: str) -> bool:
    """A general word ("manager") needs one before it that tells what of."""
    word = before.rsplit(" ", maxsplit=1)[-1]
    return len(word) > 1 and word not in _EMPTY and word.isalnum()


_EMPTY = frozenset(
    """
    a an the as of for is this that role position job post with and or to in at your my our be no WAGE MONEY NUM
    § their CITY new good great line reporting hiring direct
    """.split()
)
