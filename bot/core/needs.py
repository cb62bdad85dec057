"""The letters that must stand in a text before a pattern can match there, so that most patterns need not be tried.

Read off the pattern itself: "(?:base|basic) pay(?: \\w+){0,2} MONEY" needs "base pay" or "basic pay", and " MONEY".
What is not understood is left out, which costs time but never loses a match.
"""

from __future__ import annotations

import contextlib
import importlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

# Python's own reader of patterns. It has no public name: where a later Python has no such module, nothing is known of
# any pattern and each is tried, which is only slower.
_parser: Any = None
_op: Any = None
with contextlib.suppress(ImportError):
    _parser, _op = importlib.import_module("re._parser"), importlib.import_module("re._constants")

_MOST = 8  # spellings that are written out; beyond, a pattern is taken piece by piece
_NOTHING = frozenset({""})

Needs = tuple[frozenset[str], ...]  # of each set one must be there
Fold = Callable[[str], str]  # what a letter counts as; "" where that is not known


@dataclass(slots=True)
class _Piece:
    """A part of a pattern: all its spellings, or None where they are too many, and what it needs."""

    spelled: frozenset[str] | None
    needs: Needs = ()


_ANY, _EMPTY = _Piece(None), _Piece(_NOTHING)


def needs(pattern: str, flags: int = 0, *, shortest: int, fold: Fold = str) -> Needs:
    """What a pattern needs, the most telling first; nothing where any text may do. Letters are taken as ``fold`` has
    them; fewer than ``shortest`` tell nothing. Raises ValueError for what is no pattern."""
    if _parser is None:
        return ()
    try:
        tree = _parser.parse(pattern, flags)
    except re.error as error:
        raise ValueError(f"{pattern}: {error}") from None
    reader = _Reader(shortest, fold)
    return tuple(
        sorted(reader.told(reader.sequence(tree)), key=lambda words: (round(commonness(words), 9), sorted(words)))
    )


def commonness(words: frozenset[str]) -> float:
    """How often one of these will stand in a sentence: long ones are rare, the words for facts are not."""
    return sum(3.0 ** -min(len(word) - 3 * any(map(str.isupper, word)), 9) for word in words)


@dataclass(slots=True)
class _Row:
    """A sequence while it is read: its spellings since the last open part, and what it needs before that."""

    spelled: frozenset[str] = _NOTHING
    whole: bool = True
    needs: list[frozenset[str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Walks the tree of a pattern once."""

    shortest: int
    fold: Fold

    def sequence(self, items: Iterable[tuple[Any, Any]]) -> _Piece:
        row, word = _Row(), ""
        for op, value in items:
            letter = self.fold(chr(value)) if op is _op.LITERAL else ""
            if letter:
                word += letter
                continue
            self._add(row, _Piece(frozenset((word,))) if word else _EMPTY)
            self._add(row, _ANY if op is _op.LITERAL else self._part(op, value))
            word = ""
        self._add(row, _Piece(frozenset((word,))) if word else _EMPTY)
        return _Piece(row.spelled) if row.whole else _Piece(None, (*row.needs, *self._one_of(row.spelled)))

    def _add(self, row: _Row, piece: _Piece) -> None:
        if piece is _EMPTY:
            return
        if piece.spelled is None:
            self._cut(row, _NOTHING)
            row.needs += piece.needs
        elif len(row.spelled) * len(piece.spelled) > _MOST:
            self._cut(row, piece.spelled)
        else:
            row.spelled = frozenset([a + b for a in row.spelled for b in piece.spelled])

    def _cut(self, row: _Row, following: frozenset[str]) -> None:
        row.needs += self._one_of(row.spelled)
        row.spelled, row.whole = following, False

    def _part(self, op: Any, value: Any) -> _Piece:
        if op is _op.IN:
            return self._letters(value)
        if op is _op.BRANCH:
            return self._branch([self.sequence(one) for one in value[1]])
        if op is _op.SUBPATTERN or op is _op.ATOMIC_GROUP:
            return self.sequence(value[3] if op is _op.SUBPATTERN else value)
        if op in (_op.MAX_REPEAT, _op.MIN_REPEAT, _op.POSSESSIVE_REPEAT):
            return self._repeated(*value)
        if op is _op.ASSERT:  # letters that only stand beside a match are in the text as well
            return _Piece(None, self.told(self.sequence(value[1])))
        return _EMPTY if op in (_op.AT, _op.ASSERT_NOT) else _ANY

    def _letters(self, items: Iterable[tuple[Any, Any]]) -> _Piece:
        """The letters that a class of them stands for, where they are few."""
        found: set[str] = set()
        for op, value in items:
            if op is _op.RANGE and value[1] - value[0] < 10:
                found.update(self.fold(chr(code)) for code in range(value[0], value[1] + 1))
            elif op is _op.CATEGORY and value is _op.CATEGORY_DIGIT:
                found.update(map(self.fold, "0123456789"))
            elif op is _op.LITERAL:
                found.add(self.fold(chr(value)))
            else:
                return _ANY
        return _ANY if "" in found or len(found) > _MOST else _Piece(frozenset(found))

    def _branch(self, found: list[_Piece]) -> _Piece:
        spelled = frozenset[str]().union(*(piece.spelled or () for piece in found))
        if len(spelled) <= _MOST and all(piece.spelled is not None for piece in found):
            return _Piece(spelled)
        each = [self.told(piece) for piece in found]
        if not all(each):
            return _ANY
        return _Piece(None, self._one_of(frozenset[str]().union(*(min(need, key=commonness) for need in each))))

    def _repeated(self, least: int, most: int, items: Any) -> _Piece:
        piece = self.sequence(items)
        if piece.spelled is not None and (least, most) == (0, 1):
            return _Piece(piece.spelled | _NOTHING)
        if piece.spelled is not None and least and all(len(text) == 1 for text in piece.spelled):
            return self._run(piece.spelled, least, most)
        return _Piece(None, self.told(piece)) if least else _ANY

    def _run(self, letters: frozenset[str], least: int, most: int) -> _Piece:
        """One letter many times, as of a number."""
        if len(letters) > 1 or least > _MOST:
            return _Piece(None, self._one_of(letters))
        run = frozenset(letter * least for letter in letters)
        return _Piece(run) if least == most else _Piece(None, self._one_of(run))

    def told(self, piece: _Piece) -> Needs:
        """What a part needs."""
        return piece.needs if piece.spelled is None else self._one_of(piece.spelled)

    def _one_of(self, spelled: frozenset[str]) -> Needs:
        """One of the spellings, without those that hold another; nothing where one is too short to tell."""
        if any(len(text.strip()) < self.shortest for text in spelled):
            return ()
        kept: list[str] = []
        for text in sorted(spelled, key=len):
            if not any(other in text for other in kept):
                kept.append(text)
        return (frozenset(kept),)
