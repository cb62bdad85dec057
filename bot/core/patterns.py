"""Blocks of patterns as data: one pattern a line; one that ends in "|" or a backslash goes on in the next.

All of it is re2, which takes linear time.
"""

from __future__ import annotations

from collections.abc import Iterator

import re2


def lines(block: str) -> tuple[str, ...]:
    """The patterns of a block."""
    rows = [row.strip() for row in block.strip().splitlines()]
    joined = "\n".join(rows).replace("|\n", "|").replace("\\\n", "")
    return tuple(row for row in joined.split("\n") if row)


def any_of(*blocks: str) -> re2._Regexp:
    """Finds any pattern of the blocks where no letter or digit stands beside it; upper and lower case alike."""
    joined = "|".join(f"(?:{pattern})" for block in blocks for pattern in lines(block))
    return re2.compile(f"(?i)(?:^|[^a-z0-9])(?:{joined})(?:[^a-z0-9]|$)")


def only(*blocks: str) -> re2._Regexp:
    """Matches a text that consists of nothing but the patterns of the blocks and blanks."""
    joined = "|".join(f"(?:{pattern})" for block in blocks for pattern in lines(block))
    return re2.compile(f"(?i)^(?:(?:{joined})(?:\\s+|$))+$")


def cut(pattern: re2._Regexp, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges between the matches in text[start:end], empty ones left out."""
    last = start
    for found in pattern.finditer(text[start:end]):
        if text[last : start + found.start()].strip():
            yield last, start + found.start()
        last = start + found.end()
    if text[last:end].strip():
        yield last, end
