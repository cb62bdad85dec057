"""Text made fit to be drawn: signs without a shape are replaced, lines are broken to a width."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

PLACEHOLDER = "◊"
_SILENT = ("Cf", "Cc", "Cs", "Co", "Cn")  # controls, joiners, directions, unassigned: nothing to see
_JOINED = ("Mn", "Me", "Sk")  # accents of their own and skin colours: part of the sign before them


@dataclass(frozen=True, slots=True)
class Font:
    """A cut of the one typeface: size in pixels, weight 100 to 900, and whether it is narrow."""

    size: int
    weight: int = 400
    narrow: bool = False


Measure = Callable[[str, Font], float]  # the width of a text in pixels
HasShape = Callable[[str], bool]  # whether the typeface has that sign


def fit(text: str, has_shape: HasShape) -> str:
    """The text in one piece, with one placeholder for each run of signs that have no shape."""
    shown: list[str] = []
    for sign in unicodedata.normalize("NFC", " ".join(text.split())):
        kind = unicodedata.category(sign)
        if kind in _SILENT or (kind in _JOINED and not has_shape(sign)):
            continue
        if has_shape(sign):
            shown.append(sign)
        elif not shown or shown[-1] != PLACEHOLDER:
            shown.append(PLACEHOLDER)
    return "".join(shown)


def wrap(text: str, width: float, font: Font, measure: Measure) -> list[str]:
    """The text in lines no wider than ``width``; a word that alone is wider is broken."""
    lines, line = [], ""
    for word in text.split():
        if line and measure(f"{line} {word}", font) <= width:
            line = f"{line} {word}"
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, width, font, measure)
        lines += full
    return [*lines, line] if line else lines


def _broken(word: str, width: float, font: Font, measure: Measure) -> list[str]:
    """The word, or its pieces; a piece has at least one sign, however narrow the column is."""
    pieces = []
    while len(word) > 1 and measure(word, font) > width:
        cut = _longest(word, width, font, measure)
        pieces.append(word[:cut] + _hyphen(word, cut))
        word = word[cut:]
    return [*pieces, word]


def _hyphen(word: str, cut: int) -> str:
    """Between two letters a hyphen shows that the word goes on."""
    return "-" if cut > 1 and word[cut - 1].isalpha() and word[cut].isalpha() else ""


def _longest(word: str, width: float, font: Font, measure: Measure) -> int:
    """How many signs of the word fit; up to a hyphen or the like where there is one in the second half."""
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        fits = measure(word[:middle] + _hyphen(word, middle), font) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    soft = max(word.rfind(sign, 0, low) for sign in "-/.@_") + 1
    return soft if soft * 2 > low else low
