"""Applications told in a line: "I applied at Acorn House and City Library last week, no answer"."""

from __future__ import annotations

import re2

from bot.core.naming import capitals, is_name

_APPLIED = re2.compile(
    r"(?i)(?:^|^(?:hi|hello|so|well|ok|and|also)[, ]+|\bi |\bi'?ve |\bi have )(?:(?:just|already|also|now) )?"
    r"(?:applied|sent (?:my |an? |the )?(?:application|cv|papers|resume)s?)"
    r" (?:(?:for (?:a |the )?(?:job|post|position|place)s? )?(?:at|to|with))\s(?P<rest>.+)$"
)
_END = re2.compile(
    r"(?i)[.;!?\n(]|,?\s\b(?:last|yesterday|today|on|this|some|a|two|three|\d+|weeks?|days?|months?|ago|but|no|not|"
    r"nobody|nothing|still|and (?:no|nothing|nobody|they|i|it|still|heard|am|have)|for|since|as|because|they|i|it|"
    r"never|in|before|online|by)\b"
)
_APART = re2.compile(r"(?i)\s*(?:,|&|\band\b|\bplus\b)\s*(?:(?:at|to|with|also)\s)?")
MOST = 6


def applied_to(text: str) -> list[str]:
    """The employers that somebody says to have applied to, as names; none where no such thing is told."""
    line = " ".join(text.replace("’", "'").split())
    found = _APPLIED.search(line)
    if found is None or "?" in text:
        return []
    rest = _END.split(str(found["rest"]), maxsplit=1)[0]
    names = [name.strip(" ,.") for name in _APART.split(rest)]
    return [capitals(name) for name in names if name and is_name(name)][:MOST]
