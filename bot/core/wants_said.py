"""A want as it is said in a message, without the words around it."""

from __future__ import annotations

import re2

_LEAD = re2.compile(
    r"(?i)^\W*(?:(?:and|so|well|also|for me|honestly|what i want is|what matters to me is|i think|please add|add|"
    r"note(?: down)?)\W+)*(?:(?:i|we)(?:'d|’d| would)? (?:also |really |just |only |definitely )*(?:want|need|"
    r"like|love|prefer|wish|am looking for|hope) (?:(?:to (?:have|find|get|work (?:for|in|at)))|for)?\s*|"
    r"i'?m looking for\s+|"
    r"looking for\s+|my next job (?:must|should|has to|needs to) (?:have|be|offer)?\s*|(?:it )?(?:must|has to) "
    r"(?:have|be)\s+)?(?:a job (?:with|where|that (?:has|lets)|in which)\s+)?"
)


_ANSWER = re2.compile(
    r"(?i)^\W*(?:not yet|not really|not sure|no|nope|yes|yeah|yep|ok|okay|maybe|hm+|thanks|thank you)\s*"
    r"(?:[,.!;:…-]+\s+|[,.!;:…-]*$)"
)


def unanswered(text: str) -> str:
    """The text without a bare answer before it: "not yet. I want clear hours" as "I want clear hours"."""
    return str(_ANSWER.sub("", text.strip()))


def said_want(text: str) -> str:
    """ "I want a job with no weekend work." as "no weekend work"; the first sentence where there are several."""
    first = re2.split(r"[.!?\n]+(?:\s|$)", unanswered(text) or text.strip())[0]
    return str(_LEAD.sub("", first)).strip(" .,!") or first.strip(" .,!")
