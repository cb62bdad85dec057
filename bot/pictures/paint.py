"""Puts the shapes of a page on a canvas and makes a PNG of it. The same page gives the same bytes on one machine."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from bot.core.picture import Picture
from bot.pictures import fonts
from bot.pictures.layout import LEADING, WIDTH, Box, Page, Shape, Text, lay_out
from bot.pictures.looks import LOOKS

FINE = 4  # edges are drawn so many times larger and made smaller again, which makes them smooth
ASCENT = 0.95  # of a font's size: from the top of its line to what its letters stand on

Colours = dict[str, str]


def png(picture: Picture) -> bytes:
    """The picture as a PNG file. ValueError where it cannot be laid out."""
    page = lay_out(picture, fonts.measure, fonts.has_shape)
    canvas = painted(page, LOOKS[picture.look])
    out = BytesIO()
    canvas.save(out, "PNG", compress_level=6)
    return out.getvalue()


def painted(page: Page, colours: Colours) -> Image.Image:
    """The page on a canvas."""
    canvas = Image.new("RGB", (WIDTH, page.height), colours["page"])
    draw = ImageDraw.Draw(canvas)
    for shape in page.shapes:
        _put(canvas, draw, shape, colours)
    return canvas


def _put(canvas: Image.Image, draw: ImageDraw.ImageDraw, shape: Shape, colours: Colours) -> None:
    if isinstance(shape, Text):
        at = (shape.x, round(shape.y + shape.font.size * (ASCENT + (LEADING - 1) / 2 - 0.04)))
        draw.text(at, shape.text, fill=colours[shape.colour], font=fonts.cut(shape.font), anchor="ls")
    elif isinstance(shape, Box):
        _box(canvas, draw, shape, colours[shape.colour])
    else:
        tile = _mark(shape.sign, shape.size, tuple(sorted(colours.items())))
        canvas.paste(tile, (round(shape.x), round(shape.y)), tile)


def _box(canvas: Image.Image, draw: ImageDraw.ImageDraw, box: Box, colour: str) -> None:
    left, top = round(box.x), round(box.y)
    right, bottom = round(box.x + box.width), round(box.y + box.height)
    radius = round(min(box.radius, (right - left) / 2, (bottom - top) / 2))
    if radius < 1:
        return draw.rectangle((left, top, right - 1, bottom - 1), fill=colour)
    if right - left > 2 * radius:
        draw.rectangle((left + radius, top, right - radius - 1, bottom - 1), fill=colour)
    if bottom - top > 2 * radius:
        draw.rectangle((left, top + radius, right - 1, bottom - radius - 1), fill=colour)
    disc = _disc(radius)
    for x, at_x in ((left, 0), (right - radius, radius)):
        for y, at_y in ((top, 0), (bottom - radius, radius)):
            corner = disc.crop((at_x, at_y, at_x + radius, at_y + radius))
            canvas.paste(colour, (x, y, x + radius, y + radius), corner)
    return None


@cache
def _disc(radius: int) -> Image.Image:
    """A smooth disc, whose quarters are round corners."""
    large = Image.new("L", (2 * radius * FINE, 2 * radius * FINE), 0)
    ImageDraw.Draw(large).ellipse((0, 0, 2 * radius * FINE - 1, 2 * radius * FINE - 1), fill=255)
    return large.resize((2 * radius, 2 * radius), Image.Resampling.LANCZOS)


# -- marks: told apart by their shape, not by their colour only -------------------------------------------------


@cache
def _mark(sign: str, size: int, colours: tuple[tuple[str, str], ...]) -> Image.Image:
    large = Image.new("RGBA", (size * FINE, size * FINE), (0, 0, 0, 0))
    _SIGNS[sign](ImageDraw.Draw(large), size * FINE, dict(colours))
    return large.resize((size, size), Image.Resampling.LANCZOS)


def _round(draw: ImageDraw.ImageDraw, size: int, colour: str, *, filled: bool) -> None:
    edge, thick = size // 16, size // 12
    draw.ellipse((edge, edge, size - edge, size - edge), fill=colour if filled else None, outline=colour, width=thick)


def _stroke(draw: ImageDraw.ImageDraw, size: int, points: list[tuple[float, float]], colour: str) -> None:
    """A line with round ends through points given as shares of the size."""
    thick = size / 9
    scaled = [(x * size, y * size) for x, y in points]
    draw.line(scaled, fill=colour, width=round(thick), joint="curve")
    for x, y in (scaled[0], scaled[-1]):
        draw.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=colour)


def _met(draw: ImageDraw.ImageDraw, size: int, colours: Colours) -> None:
    _round(draw, size, colours["met"], filled=True)
    _stroke(draw, size, [(0.29, 0.52), (0.44, 0.67), (0.72, 0.36)], colours["on_mark"])


def _partly(draw: ImageDraw.ImageDraw, size: int, colours: Colours) -> None:
    _round(draw, size, colours["partly"], filled=False)
    edge = size // 16
    draw.pieslice((edge, edge, size - edge, size - edge), 90, 270, fill=colours["partly"])


def _not(draw: ImageDraw.ImageDraw, size: int, colours: Colours) -> None:
    _round(draw, size, colours["not"], filled=True)
    _stroke(draw, size, [(0.35, 0.35), (0.65, 0.65)], colours["on_mark"])
    _stroke(draw, size, [(0.65, 0.35), (0.35, 0.65)], colours["on_mark"])


def _unknown(draw: ImageDraw.ImageDraw, size: int, colours: Colours) -> None:
    _round(draw, size, colours["unknown"], filled=False)
    hook = [
        (0.39, 0.41),
        (0.41, 0.34),
        (0.5, 0.295),
        (0.59, 0.335),
        (0.61, 0.42),
        (0.55, 0.49),
        (0.5, 0.54),
        (0.5, 0.59),
    ]
    _stroke(draw, size, hook, colours["unknown"])
    dot = size * 0.055
    draw.ellipse((size / 2 - dot, size * 0.7 - dot, size / 2 + dot, size * 0.7 + dot), fill=colours["unknown"])


def _tick(draw: ImageDraw.ImageDraw, size: int, colours: Colours) -> None:
    edge = size // 16
    draw.rounded_rectangle((edge, edge, size - edge, size - edge), size // 5, fill=colours["accent"])
    _stroke(draw, size, [(0.27, 0.53), (0.43, 0.68), (0.74, 0.34)], colours["card"])


def _open(draw: ImageDraw.ImageDraw, size: int, colours: Colours) -> None:
    edge, thick = size // 16, size // 18
    draw.rounded_rectangle((edge, edge, size - edge, size - edge), size // 5, outline=colours["accent"], width=thick)


_SIGNS: dict[str, Callable[[ImageDraw.ImageDraw, int, Colours], None]] = {
    "met": _met, "partly": _partly, "not": _not, "unknown": _unknown, "tick": _tick, "open": _open,
}  # fmt: skip
