"""The models of the OCR engine on pictures that are hard for them; they are called in this process."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from bot.intake.readers import ocr
from tests.intake.make_picture import font_file, letter, photo
from tests.intake.offer import words

pytestmark = pytest.mark.ocr
TEXT = [
    "You are entitled to 27 days of annual leave plus bank holidays.",
    "Your basic salary will be 30,639 a year, paid on the last Thursday.",
    "Mileage is paid at 56p per mile and you will be given a lease phone.",
    "The post is permanent and your base will be the health centre.",
    "You will work 37.5 hours a week over five days out of seven.",
    "We encourage all staff to keep up their professional development.",
]


def small_print() -> Image.Image:
    """Six-point letters on a page of 150 dots to the inch, with hardly a gap between the lines."""
    page = Image.new("RGB", (720, 620), "white")
    draw, font = ImageDraw.Draw(page), ImageFont.truetype(str(font_file()), 13)
    for row, line in enumerate(TEXT * 2):
        draw.text((80, 80 + row * 17), line, font=font, fill="black")
    return page


def test_small_print_in_a_photo_is_read_line_by_line() -> None:
    found = ocr.words(photo(small_print(), 1.5)).splitlines()
    assert len(found) == 12
    assert len(set(words(" ".join(TEXT))) - set(words(" ".join(found)))) <= 2  # of 60 words


def test_a_long_screenshot_that_was_shrunk_keeps_its_blanks() -> None:
    page = letter(TEXT, 26, width=1080)
    assert words(ocr.words(page.resize((page.width // 3, page.height // 3)))) == words(" ".join(TEXT))


def test_one_flat_line_is_read() -> None:
    assert ocr.words(letter(["We offer you 31,400 a year."], 20, width=400).crop((0, 30, 400, 76))) == (
        "We offer you 31,400 a year."
    )


def test_what_holds_no_words_gives_none() -> None:
    assert ocr.words(Image.new("RGB", (17, 600), "white")) == ""


def test_the_map_of_lines_has_a_size() -> None:
    from bot.intake.readers.ocr_models import _size

    sizes = [_size(wide, high) for wide, high in ((16, 2000), (2000, 16), (260, 2000), (1060, 1414), (200, 100))]
    assert all(wide % 32 == high % 32 == 0 and wide * high < 2_300_000 for wide, high in sizes)
