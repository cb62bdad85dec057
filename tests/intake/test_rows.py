"""From boxes to lines, without an OCR engine; and lines of a PDF."""

from __future__ import annotations

import math

import pytest

from bot.intake.readers.ocr_rows import Box, is_sideways, rows, spaced
from bot.intake.readers.pdf_rows import Piece, by_rows


def box(x: float, y: float, width: float, text: str, tilt: float = 0.0) -> Box:
    """A box whose top left corner is at x, y on a page that is turned around its corner by ``tilt`` degrees."""
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    corners = ((x, y), (x + width, y), (x + width, y + 20), (x, y + 20))
    return Box(tuple((a * cos - b * sin, a * sin + b * cos) for a, b in corners), text, 0.9)


TABLE = [
    (20, 60, 80, "Pay"),
    (300, 62, 150, "31,400 €"),
    (20, 100, 90, "Holiday"),
    (300, 98, 120, "28 days"),
    (20, 20, 300, "Offer"),
]


@pytest.mark.parametrize("tilt", [0, 3, -8, 12])
def test_rows_of_a_tilted_table_stay_together(tilt: float) -> None:
    assert rows([box(*cell, tilt) for cell in TABLE]) == ["Offer", "Pay | 31,400 €", "Holiday | 28 days"]


def test_pieces_close_together_are_one_line() -> None:
    assert rows([box(20, 20, 100, "We pay"), box(126, 21, 90, "31,400"), box(20, 60, 10, "  ")]) == ["We pay 31,400"]
    assert rows([]) == []


def test_a_page_on_its_side_is_noticed() -> None:
    upright = [box(20, 20 * n, 200, "some words") for n in range(4)]
    assert not is_sideways(upright)
    assert is_sideways([box(20, 20 * n, 200, "some words", 90) for n in range(4)])
    assert not is_sideways([box(0, 0, 20, "I", 90)])


@pytest.mark.parametrize(
    "line, text",
    [
        ("DearMarta,", "Dear Marta,"),
        ("Keller,who", "Keller, who"),
        ("2weeks from 1March2027", "2 weeks from 1 March 2027"),
        ("31,400 € for 38h, 2nd", "31,400 € for 38h, 2nd"),
        ("anna2027@brunnenBakery.example https://a.b/cD12", "anna2027@brunnenBakery.example https://a.b/cD12"),
    ],
)
def test_lost_blanks_come_back(line: str, text: str) -> None:
    assert spaced(line) == text


def pieces(*cells: tuple[float, float, str]) -> list[Piece]:
    return [Piece(x, y, x + 6 * len(text), y + 10, text, order) for order, (x, y, text) in enumerate(cells)]


def test_a_table_drawn_by_columns_is_read_by_rows() -> None:
    cells = pieces((50, 700, "Pay"), (50, 680, "Holiday"), (200, 700, "31,400"), (200, 680, "28 days"))
    assert by_rows(cells, "Pay Holiday 31,400 28 days") == "Pay | 31,400\nHoliday | 28 days"


def test_a_table_drawn_by_rows_and_columns_of_prose_are_left() -> None:
    by_row = pieces((50, 700, "Pay"), (200, 700, "31,400"), (50, 680, "Holiday"), (200, 680, "28 days"))
    assert by_rows(by_row, "") is None
    prose = "a line of prose that is rather long"
    assert by_rows(pieces((50, 700, prose), (50, 680, prose), (300, 700, prose), (300, 680, prose)), "") is None


def test_sorting_that_loses_words_is_not_taken() -> None:
    cells = pieces((50, 700, "Pay"), (50, 680, "Holiday"), (200, 700, "31,400"), (200, 680, "28 days"))
    assert by_rows(cells, "Pay Holiday 31,400 28 days and a line that no piece holds") is None
