"""Screenshots and photos of a letter, drawn with a font of this machine."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from bot.pictures.fonts import FILE

_FOLDERS = (Path("/usr/share/fonts"), Path("/System/Library/Fonts"), Path("/Library/Fonts"))
_NAMES = ("DejaVuSans.ttf", "LiberationSans-Regular.ttf", "NotoSans-Regular.ttf", "Arial.ttf", "Helvetica.ttc")


def font_file() -> Path:
    """A plain font of this machine; where it has none that we know, the one that the bot's pictures use."""
    found = {path.name: path for folder in _FOLDERS if folder.exists() for path in folder.rglob("*.tt[fc]")}
    return next((found[name] for name in _NAMES if name in found), Path(str(FILE)))


def letter(lines: Sequence[str], size: int = 26, *, dark: bool = False, width: int = 1080) -> Image.Image:
    """Lines of text on a page, black on white or, as phones show it at night, the other way round."""
    font = ImageFont.truetype(str(font_file()), size)
    wrapped = [part for line in lines for part in _wrap(line, font, width - 80)]
    image = Image.new("RGB", (width, 80 + len(wrapped) * size * 2), "#101418" if dark else "white")
    draw = ImageDraw.Draw(image)
    for row, line in enumerate(wrapped):
        draw.text((40, 40 + row * size * 2), line, font=font, fill="#e6e6e6" if dark else "black")
    return image


def on_a4(picture: Image.Image) -> Image.Image:
    """The picture at the top of a page of paper."""
    page = Image.new("RGB", (picture.width, picture.width * 842 // 595), "white")
    page.paste(picture, (0, 0))
    return page


def _wrap(line: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    lines = [""]
    for word in line.split():
        longer = f"{lines[-1]} {word}".strip()
        lines[-1:] = [longer] if font.getlength(longer) <= width else [lines[-1], word]
    return lines


def photo(page: Image.Image, degrees: float) -> Image.Image:
    """A page photographed a little askew on a table: tilted, lit from one side, not quite sharp, with grain."""
    table = Image.new("RGB", (page.width + 300, page.height + 300), "#7a6a58")
    table.paste(page, (150, 150))
    tilted = table.rotate(degrees, Image.Resampling.BICUBIC, expand=False, fillcolor="#7a6a58")
    light = Image.linear_gradient("L").rotate(90).resize(tilted.size).point(lambda value: 150 + value * 105 // 255)
    lit = Image.composite(tilted, Image.new("RGB", tilted.size, "#332d26"), light)
    grain = Image.frombytes("L", (200, 200), random.Random(7).randbytes(40_000)).resize(lit.size)
    return Image.blend(lit, grain.convert("RGB"), 0.05).filter(ImageFilter.GaussianBlur(0.7))


def saved(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    """``kind``: PNG, JPEG or WEBP; ``how`` goes to Pillow."""
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def png_claiming(width: int, height: int, data: bytes = b"") -> bytes:
    """A PNG whose header claims a size; its picture is ``data``, packed."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(data, 9)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
