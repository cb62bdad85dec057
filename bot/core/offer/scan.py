"""Where a pattern matches. ASCII goes to re2 as bytes: there an offset is an offset, and half the time is saved."""

from __future__ import annotations

import re
import sys

import re2

MARK = "§"  # stands between a heading and its sentence
SIGN = "\x01"  # and what patterns see in its place
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_ANYWHERE = re2._Anchor.UNANCHORED


def raw(text: str) -> str | bytes:
    """The text as re2 takes it fastest; offsets mean the same in both."""
    return text.encode() if text.isascii() else text


def letters(shape: str) -> bytes:
    """A shape as patterns see it: each letter one byte, what is not ASCII a sign that is no part of a word, as it is
    none to re2."""
    if shape.isascii():
        return shape.encode()
    return _FOREIGN.sub("\x7f", shape.replace(MARK, SIGN)).encode()


# The search of re2's own Python class makes a generator, a match and many checks of bounds; on a short sentence these
# take longer than the search. So both of these go straight to the compiled pattern below it.


def spans(pattern: re2._Regexp, data: bytes, most: int = sys.maxsize) -> list[tuple[int, int]]:
    """(start, end) of every match, in order; no more than ``most``."""
    out: list[tuple[int, int]] = []
    match, at, end = pattern._regexp.Match, 0, len(data)
    while at < end and len(out) < most:
        found = match(_ANYWHERE, data, at, end)[0]
        if found[0] < 0:
            break
        out.append(found)
        at = found[1] + (found[1] == at)  # an empty match goes on a letter later
    return out


def first(pattern: re2._Regexp, data: bytes) -> bool:
    """Whether it matches anywhere."""
    return bool(pattern._regexp.Match(_ANYWHERE, data, 0, len(data))[0][0] >= 0)


def hits(pattern: re2._Regexp, shape: str) -> bool:
    """Whether it matches anywhere in a shape."""
    return first(pattern, letters(shape))
