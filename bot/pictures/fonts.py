"""The typeface: Roboto, a variable font that comes as a package, so that a picture is the same on every machine."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PIL import ImageFont, features

from bot.pictures.words import Font

FILE = files("fontpkg_roboto") / "files" / "Roboto[wdth,wght].ttf"
NARROW = 82  # per cent of the full width
_NOBODYS = "\U0010ffff"  # no font has it: what it looks like is how a missing sign looks


@cache
def cut(font: Font) -> ImageFont.FreeTypeFont:
    """One size and weight of it."""
    engine = ImageFont.Layout.RAQM if features.check("raqm") else ImageFont.Layout.BASIC  # with or without kerning
    found = ImageFont.truetype(str(FILE), font.size, layout_engine=engine)
    found.set_variation_by_axes([font.weight, NARROW if font.narrow else 100])
    return found


@cache
def _plain() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FILE), 24, layout_engine=ImageFont.Layout.BASIC)


@cache
def _missing() -> bytes:
    return bytes(_plain().getmask(_NOBODYS))


@cache
def has_shape(sign: str) -> bool:
    """Whether the typeface has that sign."""
    return sign == " " or bytes(_plain().getmask(sign)) != _missing()


def measure(text: str, font: Font) -> float:
    """The width of a text in pixels."""
    return cut(font).getlength(text)
