"""What people say of themselves and of earlier talks: "im Jo.", "hello, Nina here,", "they want me back"."""

from __future__ import annotations

import re2

from bot.core.lines.words import FIRST_NAMES, LEADING, MODIFIERS, NOISE, OCCUPATIONS, SENTENCE

_GREETS = (
    r"(?:(?:hi|hey|hello|hallo|moin|yo|good (?:morning|afternoon|evening)|um+|uh+|so|ok|well|there|all)\b[ ,.!-]*)*"
)
_NAME = r"(?P<name>[\pL][\pL'’-]+)"
_SELF = re2.compile(
    rf"(?i)^\s*{_GREETS}(?:(?P<told>my name(?: is|'s|’s|s)|this is|call me)|i ?'?’?a?m) +{_NAME}"
    r"(?: *[,.!;\n–-]+ *| +(?:and|here|from)\b *|\s*$)"
)
_HERE = re2.compile(rf"(?i)^\s*{_GREETS}{_NAME} here\b *[,.!;\n–-]* *")
_BACK = re2.compile(
    r"(?i)\b(?:(?:wants?|wanted|invited|inviting|asked|called|calling|like|having|see|seeing|meet|meeting|got|have|need)"
    r" (?:me|us|them) (?:to come )?(?:back|again)|(?:come|coming|go|going|been asked|am|invited|called) back"
    r"|(?:2nd|second|third|3rd|follow[ -]?up|final) (?:talk|interview|round|meeting|chat|call|stage)"
    r"|(?:next|another|last) (?:round|stage)|one more (?:talk|round|chat) with (?:them|him|her))\b"
)
"""Not "another interview": that one may be with anybody."""
_SHORT = 400  # characters of such a message
_NOT_NAMES = OCCUPATIONS | LEADING | MODIFIERS | NOISE | SENTENCE


def without_self(text: str) -> str:
    """The text without the sentence or clause in which its writer says his name at its beginning."""
    for pattern in (_SELF, _HERE):
        found = pattern.match(text)
        if found and _is_name(found.group("name"), told=pattern is _SELF and bool(found.group("told"))):
            return text[found.end() :]
    return text


def goes_back(text: str) -> bool:
    """Whether it tells of one more talk with somebody one has talked to: "a second talk", "they want me back"."""
    return bool(_BACK.search(text[:_SHORT]))


def _is_name(word: str, *, told: bool) -> bool:
    """A first name, or a word with a capital that is no job and no word of a sentence."""
    lower = word.lower()
    return lower in FIRST_NAMES or ((told or word[0].isupper()) and lower not in _NOT_NAMES)
