"""Where everything stands: inside the canvas, over nothing else, and no word is lost."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.picture import Block, Cell, Picture, Row
from bot.pictures import fonts
from bot.pictures.layout import LEADING, MARGIN, WIDTH, Box, Mark, Page, Shape, Text, lay_out
from bot.pictures.looks import DARK, LIGHT
from bot.pictures.words import PLACEHOLDER, Font, fit, wrap
from tests.pictures.samples import LONG, UNBROKEN, board, card, comparison


def by_size(text: str, font: Font) -> float:
    """A measure that needs no font."""
    return len(text) * font.size * (0.45 if font.narrow else 0.52)


def of(picture: Picture) -> Page:
    return lay_out(picture, fonts.measure, fonts.has_shape)


def box_of(shape: Shape) -> tuple[float, float, float, float]:
    """Left, top, right, bottom as they are drawn."""
    if isinstance(shape, Text):
        right = shape.x + fonts.measure(shape.text, shape.font)
        return shape.x, shape.y, right, shape.y + shape.font.size * LEADING
    if isinstance(shape, Mark):
        return shape.x, shape.y, shape.x + shape.size, shape.y + shape.size
    return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


PICTURES = {
    "board": board(),
    "board of sixteen": board(16, LONG),
    "card": card(),
    "two": comparison(2),
    "five": comparison(5),
    "five by sixteen, long names": comparison(5, 16, LONG),
    "nowhere to break": comparison(5, 16, UNBROKEN),
}


@pytest.mark.parametrize("name", PICTURES)
def test_everything_stands_inside_the_canvas(name: str) -> None:
    page = of(PICTURES[name])
    for shape in page.shapes:
        left, top, right, bottom = box_of(shape)
        assert MARGIN <= left < right <= WIDTH - MARGIN, shape
        assert MARGIN <= top < bottom <= page.height, shape
        assert right - left <= WIDTH - 2 * MARGIN


@pytest.mark.parametrize("name", PICTURES)
def test_no_two_things_stand_over_each_other(name: str) -> None:
    shapes = [shape for shape in of(PICTURES[name]).shapes if not isinstance(shape, Box)]
    boxes = sorted((box_of(shape) for shape in shapes if not is_number(shape)), key=lambda box: box[1])
    for n, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[n + 1 :]:
            if other[1] >= bottom - 1:
                break
            assert other[0] >= right - 1 or other[2] <= left + 1 or other[3] <= top + 1, (boxes[n], other)


def is_number(shape: Shape) -> bool:
    """A number stands in its own frame."""
    return isinstance(shape, Text) and shape.text.isdigit()


def written(page: Page) -> str:
    return re.sub(r"[\s-]", "", "".join(shape.text for shape in page.shapes if isinstance(shape, Text)))


def texts_of(picture: Picture) -> list[str]:
    rows = [row for block in picture.blocks for row in block.rows]
    cells = [text for row in rows for cell in row.cells for text in (cell.word, cell.note)]
    heads = [text for block in picture.blocks for text in (block.heading, *block.names)]
    return [picture.title, picture.sub, *heads, *(text for row in rows for text in (row.name, row.tag)), *cells]


@pytest.mark.parametrize("name", PICTURES)
def test_no_letter_is_cut_off(name: str) -> None:
    wanted = re.sub(r"[\s-]", "", "".join(texts_of(PICTURES[name])))
    assert Counter(wanted) - Counter(written(of(PICTURES[name]))) == Counter()


def test_a_long_table_says_the_names_of_its_columns_again() -> None:
    page = of(comparison(3, 16, "Bay"))
    heads = [shape for shape in page.shapes if isinstance(shape, Text) and shape.text == "Bay 2"]
    assert len(heads) == 3  # two cards of wants and one of the rest
    assert all(b.y - a.y < 2000 for a, b in pairwise(heads))


def test_a_usual_picture_is_no_taller_than_a_phone_shows_sharply() -> None:
    assert of(board(10)).height < 2560
    assert of(comparison(3, 7)).height < 2560
    assert of(card()).height < 2560


def test_what_is_too_tall_for_telegram_is_refused() -> None:
    with pytest.raises(ValueError, match="too tall"):
        of(board(60, " ".join([LONG] * 3)))


@pytest.mark.parametrize(
    "text", ["", " ", "👩🏽‍⚕️", "שלום עולם", "مرحبا", "日本語", "\u202e\u200b\x07", "e\u0301", "한국어"]
)
def test_what_the_font_lacks_stands_as_one_sign(text: str) -> None:
    shown = fit(text, fonts.has_shape)
    assert all(fonts.has_shape(sign) for sign in shown)
    assert shown.count(PLACEHOLDER) <= len(text.split())
    assert fit("é", fonts.has_shape) == fit("e\u0301", fonts.has_shape) == "é"


def test_accents_letters_and_money_of_europe_have_a_shape() -> None:
    assert all(
        fonts.has_shape(c) for c in "ÄÖÜäöüßéèêëçñÅØæœŁłżźćśńóŠščžřďťňűőșțğışİĐđĦ€£₹₺$¥–—…„“”‘’•ЖяєїΩάώ" + PLACEHOLDER
    )


def test_the_line_about_lost_signs_is_there_only_when_some_are() -> None:
    lost = "◊ stands for a sign."
    assert lost not in [s.text for s in of(board()).shapes if isinstance(s, Text)]
    assert lost in [s.text for s in of(board(1, "Nähe ☕")).shapes if isinstance(s, Text)]


@given(
    st.text(max_size=80), st.sampled_from([40.0, 173.0, 900.0]), st.sampled_from([Font(30, 500, narrow=True), Font(44)])
)
def test_lines_keep_to_their_width_and_lose_nothing(text: str, width: float, font: Font) -> None:
    shown = fit(text, lambda sign: True)
    lines = wrap(shown, width, font, by_size)
    assert all(by_size(line, font) <= width or len(line) == 1 for line in lines)
    assert re.sub(r"[\s-]", "", "".join(lines)) == re.sub(r"[\s-]", "", shown)


ROWS = st.builds(
    Row, st.text(max_size=60), st.tuples(st.builds(Cell, st.text(max_size=20), st.sampled_from(["", "met", "not"])))
)


@given(st.lists(ROWS, min_size=1, max_size=8), st.text(max_size=60))
def test_any_words_can_be_laid_out(rows: list[Row], title: str) -> None:
    blocks = (Block("columns", tuple(rows), title, (title,)), Block("list", tuple(rows)), Block("text", tuple(rows)))
    page = lay_out(Picture(title, blocks), by_size, lambda sign: sign.isascii())
    assert page.height > 0


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_what_is_behind_them(look: dict[str, str]) -> None:
    pairs = [(name, "card") for name in ("text", "muted", "met_word", "partly_word", "not_word", "unknown_word")]
    pairs += [(name, "tint") for name, _ in pairs]
    for word, ground in (*pairs, ("text", "page"), ("muted", "page")):
        assert contrast(look[word], look[ground]) >= 4.5, (word, ground)
    for sign in ("met", "not", "unknown", "partly", "accent"):
        assert contrast(look[sign], look["card"]) >= 2.0, sign


def contrast(one: str, other: str) -> float:
    """The ratio of their brightness, by the rule of the web's guidelines for accessible content."""
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def brightness(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
