"""The letters that must stand in a text before a pattern can match there, so that most patterns need not be tried.

Read off the pattern itself: "(?:base|basic) pay(?: \\w+){0,2} MONEY" needs "base pay" or "basic pay", and " MONEY".
What the reader does not understand it leaves out, which costs time but never loses a match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MOST = 8  # spellings that are written out; beyond, a pattern is taken piece by piece
_SHORT = 3  # letters and more tell something
_PART = re.compile(r"[A-Za-z0-9 ]+(?![?*+{])|\\.|\(\?:|\[\^?.[^\]]*\]|\{(\d+)(?:,\d*)?\}|.", re.DOTALL)
_NOTHING = frozenset({""})

Needs = tuple[frozenset[str], ...]  # of each set one must be there


@dataclass(slots=True)
class _Piece:
    """A part of a pattern: all its spellings, or None where they are too many, and what it needs."""

    spelled: frozenset[str] | None
    needs: Needs = ()


@dataclass(slots=True)
class _Row:
    """A sequence while it is read: its spellings since the last open part, and what it needs before that."""

    spelled: frozenset[str] = _NOTHING
    whole: bool = True
    needs: list[frozenset[str]] = field(default_factory=list)

    def add(self, piece: _Piece) -> None:
        if piece.spelled is None:
            self._cut(_NOTHING)
            self.needs += piece.needs
        elif len(self.spelled) * len(piece.spelled) > _MOST:
            self._cut(piece.spelled)
        else:
            self.spelled = frozenset([a + b for a in self.spelled for b in piece.spelled])

    def _cut(self, following: frozenset[str]) -> None:
        self.needs += _told(self.spelled)
        self.spelled, self.whole = following, False

    def piece(self) -> _Piece:
        return _Piece(self.spelled) if self.whole else _Piece(None, (*self.needs, *_told(self.spelled)))


def needs(pattern: str) -> Needs:
    """What a pattern needs, the most telling first; nothing where any text may do. Raises ValueError where brackets
    do not match."""
    parts = [(found.group(0), found.group(1)) for found in _PART.finditer(pattern)]
    piece, end = _either(parts, 0)
    if end != len(parts):
        raise ValueError(f"{pattern}: a bracket is not opened")
    return tuple(sorted(_all(piece), key=_commonness))


def _either(parts: list[tuple[str, str | None]], at: int) -> tuple[_Piece, int]:
    """Alternatives up to a closing bracket or the end."""
    found, row = [], _Row()
    while at < len(parts) and parts[at][0] != ")":
        if parts[at][0] == "|":
            found.append(row.piece())
            row, at = _Row(), at + 1
        else:
            piece, at = _one(parts, at)
            row.add(piece)
    found.append(row.piece())
    return _joined(found), at


def _one(parts: list[tuple[str, str | None]], at: int) -> tuple[_Piece, int]:
    """One letter, class or bracket, with how often it may come."""
    part = parts[at][0]
    if part in ("(?:", "("):
        piece, at = _either(parts, at + 1)
    else:
        piece = _letter(part)
    at += 1
    while at < len(parts) and (parts[at][0] in "?*+" or parts[at][1] is not None):
        piece, at = _repeated(piece, *parts[at]), at + 1
    return piece, at


def _letter(part: str) -> _Piece:
    if part in ("\\b", "^", "$"):
        return _Piece(_NOTHING)
    if part in (".", "\\A", "\\z") or (part[0] == "\\" and part[1].isalnum()):
        return _Piece(None)
    if part[0] == "[" and len(part) > 2:
        plain = part[1:-1]
        return _Piece(None) if set(plain) & set("^\\-") else _Piece(frozenset(plain))
    return _Piece(frozenset({part[-1] if part[0] == "\\" else part}))


def _repeated(piece: _Piece, sign: str, least: str | None) -> _Piece:
    if sign == "?" and piece.spelled is not None:
        return _Piece(piece.spelled | _NOTHING)
    return _Piece(None) if sign in "?*" or least == "0" else _Piece(None, _all(piece))


def _joined(found: list[_Piece]) -> _Piece:
    if len(found) == 1:
        return found[0]
    spelled = frozenset[str]().union(*(piece.spelled or () for piece in found))
    if len(spelled) <= _MOST and all(piece.spelled is not None for piece in found):
        return _Piece(spelled)
    each = [_all(piece) for piece in found]
    if not all(each):
        return _Piece(None)
    return _Piece(None, _told(frozenset[str]().union(*(min(need, key=_commonness) for need in each))))


def _all(piece: _Piece) -> Needs:
    return piece.needs if piece.spelled is None else _told(piece.spelled)


def _told(spelled: frozenset[str]) -> Needs:
    """One of the spellings, without those that hold another; nothing where one is too short to tell."""
    if any(len(text.strip()) < _SHORT for text in spelled):
        return ()
    kept: list[str] = []
    for text in sorted(spelled, key=len):
        if not any(other in text for other in kept):
            kept.append(text)
    return (frozenset(kept),)


def _commonness(words: frozenset[str]) -> float:
    """How often one of these will stand in a sentence: long ones are rare, the words for facts are not."""
    return sum(3.0 ** -min(len(word) - 3 * any(map(str.isupper, word)), 9) for word in words)
