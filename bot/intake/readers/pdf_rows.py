"""The text of a PDF page: in the order it was drawn, unless a table was drawn column by column."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import Any

_MOST_PIECES = 3_000
_ROWS = 2  # lines of several pieces: fewer are no table
_SHORT = 26  # letters: labels of a table are shorter, columns of prose are longer
_WORD = re.compile(r"\w+")
_BROKEN_WORD = re.compile("[\ufffe\x02]\\s*")  # PDFium's sign for a hyphen at a line's end


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line: where it stands (points from the lower left), and its place in drawing order."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    order: int

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


def page_text(page: Any) -> str:
    """The text of an open page."""
    textpage = page.get_textpage()
    drawn: str = textpage.get_text_range()
    pieces = _pieces(textpage)
    ordered = by_rows(pieces, drawn)
    return _BROKEN_WORD.sub("", ordered if ordered is not None else drawn)


def _pieces(textpage: Any) -> list[Piece]:
    """The pieces of a page that may hold a table; none where each line is one piece."""
    count = textpage.count_rects()
    if not 2 <= count <= _MOST_PIECES:
        return []
    bare = []
    for order in range(count):
        left, bottom, right, top = textpage.get_rect(order)
        bare.append(Piece(left, bottom, right, top, "", order))
    if sum(len(line) > 1 for line in _lines(bare)) < _ROWS:
        return []  # to ask for the words of each would take half of the time
    pieces = []
    for piece in bare:
        text = textpage.get_text_bounded(piece.left, piece.bottom, piece.right, piece.top)
        if text.strip():
            pieces.append(replace(piece, text=" ".join(text.split())))
    return pieces


def by_rows(pieces: list[Piece], drawn: str) -> str | None:
    """The text line by line with bars between cells; None where drawing order is the better one."""
    lines = _lines(pieces)
    several = [line for line in lines if len(line) > 1]
    if len(several) < _ROWS:
        return None
    apart = [line for line in several if any(b.order != a.order + 1 for a, b in itertools.pairwise(line))]
    short = sum(1 for line in apart if len(line[0].text) < _SHORT)
    if len(apart) * 10 <= len(several) * 3 or short * 2 < len(apart):
        return None
    text = "\n".join(" | ".join(piece.text for piece in line) for line in lines)
    words, kept = _WORD.findall(drawn), set(_WORD.findall(text))
    return text if sum(word in kept for word in words) >= 0.97 * len(words) else None


def _lines(pieces: list[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.middle):
        if lines and lines[-1][0].bottom <= piece.middle <= lines[-1][0].top:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda piece: piece.left) for line in lines]
