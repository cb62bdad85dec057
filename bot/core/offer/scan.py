"""Where a pattern matches. ASCII goes to re2 as bytes: there an offset is an offset, and half the time is saved."""

from __future__ import annotations

import itertools
import re
import sys
from typing import Any

import re2

MARK = "§"  # stands between a heading and its sentence
SIGN = "\x01"  # and what patterns see in its place
_FOREIGN = re.compile(r"[^\x00-\x7f]")


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
# take longer than the search. So where the compiled pattern below it can be reached, as in the releases that we know,
# both of these go straight to it.
_ANYWHERE: Any = getattr(getattr(re2, "_Anchor", None), "UNANCHORED", None)
_made: Any = getattr(re2, "_Regexp", None)
_IS_SHORT = _ANYWHERE is not None and hasattr(getattr(re2.compile("a"), "_regexp", None), "Match")


def spans(pattern: re2._Regexp, data: bytes, most: int = sys.maxsize) -> list[tuple[int, int]]:
    """(start, end) of every match, in order; no more than ``most``."""
    if not _IS_SHORT:
        return [found.span() for found in itertools.islice(pattern.finditer(data), most)]
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
    if not _IS_SHORT:
        return pattern.search(data) is not None
    return bool(pattern._regexp.Match(_ANYWHERE, data, 0, len(data))[0][0] >= 0)


def hits(pattern: re2._Regexp, shape: str) -> bool:
    """Whether it matches anywhere in a shape."""
    return first(pattern, letters(shape))


def made(source: str, options: re2.Options) -> re2._Regexp:
    """A compiled pattern. Rather not by re2.compile, whose cache forgets and keeps twice."""
    return _made(source, options) if _made is not None else re2.compile(source, options)
