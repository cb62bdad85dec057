"""The hours of a week in what an offer says of the hours."""

from __future__ import annotations

import re

from bot.core.offer.facts import find

_LEAST, _MOST = 15, 60  # hours that are those of a week where no word says so
_OF_ELSE = re.compile(  # "12 hour shifts", "8 hours a day", "48 hours' notice"
    r"(?i)^[\s'-]{0,2}(?:(?:a|an|per|each|every|in|/|of) ?)?(?:\w+ )?"
    r"(?:days?\b(?! (?:a|per|shift))|shifts?|nights?|months?|years?|fortnights?|notice|training|leave|rest)"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def weekly_hours(words: str) -> str:
    """The one length of time that is the week's ("40 hrs"); "" where none or several are."""
    facts = [fact for fact in find(words) if fact.kind == "HOURS"]
    named = [
        fact.words
        for fact in facts
        if re.match(r"(?i)\W{0,2}(?:\w+ )?(?:(?:a|per|each|/) ?)?we?e?k\b", words[fact.end :])
    ]
    bare = [fact.words for fact in facts if _is_week(fact.words) and not _OF_ELSE.match(words[fact.end :])]
    found = list(dict.fromkeys(named or bare))
    return found[0] if len(found) == 1 else ""


def _is_week(words: str) -> bool:
    number = _NUMBER.search(words)
    return number is not None and _LEAST <= float(number.group(0).replace(",", ".")) <= _MOST
