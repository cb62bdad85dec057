"""What a reply of the employer answers beside the questions that were put: the user's other open questions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.core.answers import verdict
from bot.core.offer.sentences import clean, sentences

_WORD = re.compile(r"[a-z]{5,}")
_COMMON = frozenset(
    """
    about after again answer asked before being could every first might often other please right shall should since
    something their there these thing think those usual usually where which while whose would hours weeks month months
    years normal really people working works start offer exactly roughly already always company hospital
    """.split()
)


def answered(asked: Mapping[str, str], text: str) -> dict[str, str]:
    """Of the questions ``asked`` (id -> words) those that a sentence of the text answers concretely, with that
    sentence; it must share a telling word with the question."""
    told = [one.words for one in sentences(clean(text)) if not one.head and not one.asked]
    found = {}
    for id, question in asked.items():
        words = next(
            (words for words in told if _shared(question, words) and verdict(question, words) == "concrete"), ""
        )
        if words:
            found[id] = words
    return found


def _shared(question: str, words: str) -> bool:
    return bool(_telling(question) & _telling(words))


def _telling(words: str) -> set[str]:
    return {word.removesuffix("s") for word in _WORD.findall(words.lower()) if word not in _COMMON}
