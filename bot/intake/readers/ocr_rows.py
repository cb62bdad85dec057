"""From boxes that an OCR engine found to lines as they are read."""

from __future__ import annotations

import itertools
import math
import re
import statistics
from dataclasses import dataclass

Point = tuple[float, float]

# Where the engine loses a blank: after a comma, between a word and a number, before a capital inside a word.
_LOST = re.compile(r"(?<=[a-z],)(?=[A-Za-z])|(?<=\d)(?=[A-Z]?[a-z]{3})|(?<=[a-z]{3})(?=\d)|(?<=[a-z]{2})(?=[A-Z][a-z])")

_ADDRESS = re.compile(r"[@/]|www\.")


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of text, its corners (from the top left one, clockwise), and how sure the engine is (0 to 1)."""

    quad: tuple[Point, ...]
    text: str
    score: float

    @property
    def width(self) -> float:
        return math.dist(self.quad[0], self.quad[1])

    @property
    def height(self) -> float:
        return math.dist(self.quad[0], self.quad[3])

    @property
    def angle(self) -> float:
        (x0, y0), (x1, y1) = self.quad[0], self.quad[1]
        return math.atan2(y1 - y0, x1 - x0)


def is_sideways(boxes: list[Box]) -> bool:
    """Whether most of the text stands on end."""
    long = [box for box in boxes if len(box.text) >= 4]
    tall = [box for box in long if _span(box, 1) > 1.5 * _span(box, 0)]
    return len(long) >= 3 and len(tall) * 2 > len(long)


def _span(box: Box, axis: int) -> float:
    values = [point[axis] for point in box.quad]
    return max(values) - min(values)


def rows(boxes: list[Box]) -> list[str]:
    """Lines from top to bottom; columns of a table are kept apart by a bar."""
    boxes = [box for box in boxes if box.text.strip()]
    if not boxes:
        return []
    slope = _slope(boxes)
    placed = sorted(((*_centre(box, slope), box) for box in boxes), key=lambda item: (item[1], item[0]))
    lines: list[list[tuple[float, float, Box]]] = []
    for item in placed:
        if lines and _same_line(lines[-1], item):
            lines[-1].append(item)
        else:
            lines.append([item])
    return [spaced(_line(sorted(line, key=lambda item: item[0]))) for line in lines]


def spaced(line: str) -> str:
    """The line with lost blanks put back; addresses of the internet stay as they are."""
    return " ".join(word if _ADDRESS.search(word) else _LOST.sub(" ", word) for word in line.split())


def _slope(boxes: list[Box]) -> float:
    """The angle at which the lines of a tilted photo run: what the longest boxes say."""
    longest = sorted(boxes, key=lambda box: box.width, reverse=True)[: max(3, len(boxes) // 3)]
    return statistics.median(box.angle for box in longest)


def _centre(box: Box, slope: float) -> Point:
    x = sum(point[0] for point in box.quad) / len(box.quad)
    y = sum(point[1] for point in box.quad) / len(box.quad)
    return x * math.cos(slope) + y * math.sin(slope), y * math.cos(slope) - x * math.sin(slope)


def _same_line(line: list[tuple[float, float, Box]], item: tuple[float, float, Box]) -> bool:
    level = statistics.fmean(y for _, y, _ in line)
    return abs(item[1] - level) < 0.5 * min(item[2].height, line[0][2].height)


def _line(line: list[tuple[float, float, Box]]) -> str:
    text = line[0][2].text.strip()
    for (x, _, before), (next_x, _, box) in itertools.pairwise(line):
        gap = (next_x - box.width / 2) - (x + before.width / 2)
        text += (" | " if gap > 1.5 * max(box.height, before.height) else " ") + box.text.strip()
    return text
