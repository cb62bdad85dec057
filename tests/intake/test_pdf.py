"""PDF: forms, tables, columns, pages of several kinds."""

from __future__ import annotations

import pytest

from bot import intake
from tests.intake import make_pdf
from tests.intake.make_picture import letter, on_a4, saved
from tests.intake.offer import AFTER, BEFORE, PLAIN, TABLE, words

pytestmark = pytest.mark.anyio


async def text_of(data: bytes) -> str:
    read = await intake.read(data, "x.pdf")
    assert read.problem == ""
    return read.text


async def test_a_table_drawn_by_columns_keeps_its_rows() -> None:
    lines = make_pdf.by_columns(make_pdf.lay(BEFORE, TABLE, AFTER))
    text = await text_of(make_pdf.plain([lines]))
    assert "Salary | 31,400 € a year | paid monthly" in text
    assert words(text) == words(PLAIN)


async def test_two_columns_of_prose_stay_columns() -> None:
    left = [f"The left column says a rather long sentence {n}" for n in range(8)]
    right = [f"The right column goes on about things, {n}" for n in range(8)]
    lines = [(50.0, 700.0 - 20 * n, text) for n, text in enumerate(left)]
    lines += [(320.0, 700.0 - 20 * n, text) for n, text in enumerate(right)]
    assert (await text_of(make_pdf.plain([lines]))).split("\n") == left + right


async def test_what_was_filled_into_a_form_is_read() -> None:
    assert words(await text_of(make_pdf.form("Your salary:", "31,400 a year"))) == [
        "Your",
        "salary",
        "31,400",
        "a",
        "year",
    ]


async def test_pages_come_in_order() -> None:
    pages = [[(60.0, 700.0, f"This is what page {n} says")] for n in range(12)]
    read = await intake.read(make_pdf.plain(pages), "x.pdf")
    assert (read.pages, read.pages_total, read.unreadable) == (12, 12, ())
    assert read.text.split("\n\n") == [page[0][2] for page in pages]


@pytest.mark.ocr
async def test_scanned_pages_are_read_and_blurred_ones_are_named() -> None:
    sheet, blank = on_a4(letter(["We offer you 31,400 € a year."])), on_a4(letter([" "]))
    scan = make_pdf.scan([saved(page, "JPEG") for page in (sheet, blank)], [sheet.size, blank.size])
    read = await intake.read(scan, "x.pdf")
    assert read.text == "We offer you 31,400 € a year."
    assert (read.pages, read.pages_total, read.unreadable, read.from_picture) == (1, 2, (2,), True)
