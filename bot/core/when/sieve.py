"""A cheap look before a costly search: can this pattern match this text at all?

Some 150 patterns look at every text, and nearly all of them find nothing: "(?:mon|fri)s?" cannot where the text holds
neither "mon" nor "fri". Which letters a pattern needs is read from the pattern itself, so that nobody has to keep a
second list beside it; the look is then one comparison of two sets, a tenth of what the search costs. It never changes
what is found: a pattern of which nothing is known is always searched.
"""

from __future__ import annotations

import contextlib
import importlib
import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from operator import add
from typing import Any, Generic, TypeVar

# Python's own reader of patterns. It has no public name: where a later Python has no such module every pattern is
# searched, which is only slower. tests/core/when/test_sieve.py holds every pattern against it.
_parser: Any = None
_op: Any = None
with contextlib.suppress(ImportError):
    _parser, _op = importlib.import_module("re._parser"), importlib.import_module("re._constants")

SIZE = 3  # letters of a piece
_MOST = 40  # pieces that are kept for one pattern; with more of them one is nearly always in the text
_DIGIT = re.compile(r"\d")
_SIGNS = "€£¥₹"  # beyond ASCII only what has no small and capital form
_OFTEN = (0, 60, 12, 2)  # of a hundred texts so many hold a piece of one, two or three letters, by and by

Pieces = frozenset[str]
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
    if _parser is None:
        return frozenset()
    starts, best = _sequence(_parser.parse(pattern, flags))
    return _rarest(best, starts) or frozenset()


class Sieve(Generic[T]):
    """Patterns in their order, each with what is done about its matches."""

    def __init__(self, rows: Iterable[tuple[re.Pattern[str], T]]) -> None:
        self.rows = tuple(rows)

    @cached_property
    def _wanted(self) -> list[tuple[Pieces, re.Pattern[str], T]]:
        """Read at the first text, not at the import: nobody waits for it at the start."""
        return [(needs(pattern.pattern, pattern.flags), pattern, what) for pattern, what in self.rows]

    def pick(self, found: set[str]) -> list[tuple[re.Pattern[str], T]]:
        """Those that a text with these pieces may match."""
        return [(pattern, what) for wanted, pattern, what in self._wanted if not (wanted and wanted.isdisjoint(found))]


# A part of a pattern is told by two things. Its starts: every match of the part begins with one of them, and where that
# is shorter than SIZE, it is all of the match. And the rarest pieces of which every match holds one. None: not known.
Part = tuple[Pieces | None, Pieces | None]
_EMPTY: Pieces = frozenset([""])


def _sequence(items: Iterable[tuple[Any, Any]]) -> Part:
    starts: Pieces | None = _EMPTY
    run, best = _EMPTY, None  # run: what began somewhere in the middle and is not long enough yet
    for op, value in items:
        here, inner = (_letter(value), None) if op is _op.LITERAL else _part(op, value)
        longer = _joined(run, here)
        starts = longer if starts is run else _joined(starts, here)
        if inner is not None:
            best = _rarest(best, inner)
        if longer is None:
            best, run = _rarest(best, run), here or _EMPTY
        elif _is_full(longer):
            best, run = _rarest(best, longer), _EMPTY
        else:
            run = longer
    return starts, _rarest(best, run)


def _joined(first: Pieces | None, second: Pieces | None) -> Pieces | None:
    """The starts of two parts that follow each other."""
    if first is None or _is_full(first):
        return first
    if first is _EMPTY or second is None:
        return second
    if len(first) * len(second) > _MOST:
        return None
    return frozenset([(a + b)[:SIZE] for a in first for b in second])


def _is_full(starts: Pieces) -> bool:
    return min(map(len, starts)) == SIZE


def _rarest(*choices: Pieces | None) -> Pieces | None:
    """Of several sets of pieces that are all needed the one that is least likely in a text."""
    known = [choice for choice in choices if choice and "" not in choice]
    return min(known, key=_cost, default=None)


def _cost(choice: Pieces) -> int:
    """How likely one of them is in a text; nearly every text that tells a time holds digits and blanks."""
    return sum(_OFTEN[len(piece)] * (6 if "0" in piece or piece == " " else 1) for piece in choice)


def _part(op: Any, value: Any) -> Part:
    if op is _op.IN:
        return _letters(value), None
    if op is _op.BRANCH:
        return _branch([_sequence(one) for one in value[1]])
    if op is _op.SUBPATTERN or op is _op.ATOMIC_GROUP:
        return _sequence(value[3] if op is _op.SUBPATTERN else value)
    if op in (_op.MAX_REPEAT, _op.MIN_REPEAT, _op.POSSESSIVE_REPEAT):
        return _repeat(*value)
    if op is _op.ASSERT:  # letters that only stand beside a match are in the text as well
        starts, best = _sequence(value[1])
        return _EMPTY, _rarest(best, starts)
    return (_EMPTY if op in (_op.AT, _op.ASSERT_NOT) else None), None


@lru_cache(maxsize=512)
def _letter(code: int) -> Pieces | None:
    return frozenset([_fold(chr(code))]) if code < 128 or chr(code) in _SIGNS else None


def _letters(items: Iterable[tuple[Any, Any]]) -> Pieces | None:
    """The letters that a class of them stands for, where they are few and plain."""
    found: set[int] = set()
    for op, value in items:
        if op is _op.LITERAL:
            found.add(value)
        elif op is _op.RANGE and value[1] - value[0] < 10:
            found.update(range(value[0], value[1] + 1))
        elif op is _op.CATEGORY and value is _op.CATEGORY_DIGIT:
            found.add(ord("0"))
        else:
            return None
    return _any_of([_letter(code) for code in found])


def _branch(parts: list[Part]) -> Part:
    starts = _any_of([starts for starts, _ in parts])
    return (None if starts and len(starts) > _MOST else starts), _any_of([_rarest(*part) for part in parts])


def _any_of(choices: list[Pieces | None]) -> Pieces | None:
    """Where one of several is matched: all of their pieces, unless one is not known."""
    known = [choice for choice in choices if choice is not None]
    return frozenset(piece for choice in known for piece in choice) if len(known) == len(choices) else None


def _repeat(least: int, most: int, items: Any) -> Part:
    once, inner = _sequence(items)
    if least == 0:
        return (once | _EMPTY if once is not None and most == 1 else None), None
    starts: Pieces | None = _EMPTY
    for _ in range(min(least, SIZE)):
        starts = _joined(starts, once)
    whole = starts is not None and (least == most <= SIZE or _is_full(starts))
    return starts if whole else None, _rarest(inner, starts)
