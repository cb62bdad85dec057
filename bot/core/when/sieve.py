"""A cheap look before a costly search: can this pattern match this text at all?

Some 250 patterns look at every text, and nearly all of them find nothing: "(?:mon|fri)s?" cannot where the text holds
neither "mon" nor "fri". Which letters a pattern needs is read from the pattern itself, so that nobody has to keep a
second list beside it; the look is then one comparison of two sets, a tenth of what the search costs. It never changes
what is found: a pattern of which nothing is known is always searched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from operator import add
from typing import Generic, TypeVar

from bot.core.needs import needs as spelled_by

SIZE = 3  # letters of a piece
_MOST = 40  # pieces that are kept for one pattern; with more of them one is nearly always in the text
_DIGIT = re.compile(r"\d")
_SIGNS = "€£¥₹"  # beyond ASCII only what has no small and capital form
_OFTEN = (0, 60, 12, 2)  # of a hundred texts so many hold a piece of one, two or three letters, by and by

Pieces = frozenset[str]
_NONE: Pieces = frozenset()
T = TypeVar("T")


def _fold(text: str) -> str:
    """Small letters, all digits alike. re.I takes İ (which gets small as two signs) and ı for an i as well."""
    return _DIGIT.sub("0", text.lower().replace("i\u0307", "i").replace("ı", "i"))


def pieces(text: str) -> set[str]:
    """Every letter of a text (as the board has cleaned it), every two and every three that stand together."""
    plain = _fold(text)
    pairs = list(map(add, plain, plain[1:]))
    return {*plain, *pairs, *map(add, pairs, plain[2:])}


@lru_cache(maxsize=1024)
def needs(pattern: str, flags: int) -> Pieces:
    """Pieces of which every match holds at least one; empty where no such are known."""
    known = [_cut(needed) for needed in spelled_by(pattern, flags, shortest=1, fold=_letter)]
    best = min(known, key=_cost, default=_NONE)
    return best if len(best) <= _MOST else _NONE


def _cut(needed: frozenset[str]) -> Pieces:
    """Of spellings their beginnings, as long as the pieces that a text is cut into; ends are alike too often."""
    return frozenset(text[:SIZE] for text in needed)


def _cost(choice: Pieces) -> int:
    """How likely one of them is in a text; nearly every text that tells a time holds digits and blanks."""
    return sum(_OFTEN[len(piece)] * (6 if "0" in piece or piece == " " else 1) for piece in choice)


def _letter(sign: str) -> str:
    return _fold(sign) if sign.isascii() or sign in _SIGNS else ""


def _never(found: set[str]) -> bool:
    return False


class Sieve(Generic[T]):
    """Patterns in their order, each with what is done about its matches."""

    def __init__(self, rows: Iterable[tuple[re.Pattern[str], T]]) -> None:
        self.rows = tuple(rows)

    @cached_property
    def _lacks(self) -> list[tuple[Callable[[set[str]], bool], tuple[re.Pattern[str], T]]]:
        """Each row with what tells that a text lacks its letters. Read at the first text, not at the import."""
        wanted = [needs(pattern.pattern, pattern.flags) for pattern, _ in self.rows]
        return [(pieces.isdisjoint if pieces else _never, row) for pieces, row in zip(wanted, self.rows, strict=True)]

    def pick(self, found: set[str]) -> list[tuple[re.Pattern[str], T]]:
        """Those that a text with these pieces may match."""
        return [row for lacks, row in self._lacks if not lacks(found)]
