"""An employer's name in a message, known or not: which one is plainly named, and whether one stands there at all."""

from __future__ import annotations

import re
from datetime import datetime

from bot.core import when
from bot.core.hears import plain
from bot.core.lines import read_line
from bot.core.name_words import DAYS, FILLING, PLACES
from bot.core.route.model import router

_SHORT = 3  # words; in a longer text a name that is typed small cannot be told from other words
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
    apart = {*_NOBODY, *DAYS, "hr", "i", "christmas", "english"}
    return bool(words) and not apart & set(words) and not all(word in FILLING for word in words)


def names_somebody(text: str, now: datetime, zone: str) -> bool:
    """Whether something in the text looks like an employer's name."""
    read = read_line(text, when.understand(text, now, zone).spans).employer.split()
    first = text.split()[:1] if len(text.split()) <= _SHORT else []
    common = set(_A.findall(text))
    named = [word for word in read if word not in common and (word[:1].isupper() or word in first)]
    return any(map(_is_name, (*named, *_NAMED.findall(text))))


def _is_name(word: str) -> bool:
    """Whether a word that was read as an employer looks like a name and not like any other word."""
    bare = word.strip(".,;:!?'\"").casefold().replace("’", "'").removesuffix("'s").replace("'", "")  # "I'll" is no name
    return len(bare) > 2 and bare not in _NOBODY and f"w:{bare}" not in router().rows
