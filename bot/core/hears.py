"""Finding the words by which content hears a topic ("hears") in what somebody wrote. Plain string work, linear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_JOINERS = "-'’&()./:%+"
_SHORT = 4  # letters; a shorter stem would begin too many other words


def plain(text: str) -> str:
    """Lower case, straight apostrophes, one blank between words and around the whole, no other punctuation."""
    straight = text.lower().replace("’", "'").replace("‘", "'").replace("`", "'")
    kept = "".join(c if c.isalnum() or c in _JOINERS else " " for c in straight)
    return f" {' '.join(word.strip('.:/') for word in kept.split())} "


def heard(phrases: Iterable[str], text: str) -> Iterator[str]:
    """Those phrases that stand in a text made by :func:`plain`. A phrase is a word, several, or the stem of a word:
    it must begin a word and may be followed by the rest of one ("struggl"); short ones only by a plural."""
    for phrase in phrases:
        if _stands(phrase.replace("’", "'"), text):
            yield phrase


def _stands(phrase: str, text: str) -> bool:
    at = text.find(f" {phrase}")
    while at >= 0:
        end = at + 1 + len(phrase)
        rest = text[end : text.index(" ", end)]
        if not rest or (len(phrase) > _SHORT and len(rest) <= 6) or rest in ("s", "'s", "es"):
            return True
        at = text.find(f" {phrase}", end)
    return False
