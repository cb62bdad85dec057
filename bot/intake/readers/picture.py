"""Photos and screenshots: opened with care, shrunk, turned upright, and read."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from bot.intake.model import DAMAGED, EMPTY, HOSTILE, NO_OCR, TOO_BIG, Unreadable
from bot.intake.readers.job import Job, Text

if TYPE_CHECKING:
    from PIL.Image import Image

_LONGEST = 2000
_AREA = 1_500_000  # pixels: the same words as at full size, at a third of the time and memory
_FORMATS = ("JPEG", "PNG", "WEBP")
_LEAST = 16


def read(data: bytes, kind: str, job: Job) -> Text:
    """The words in a picture. While pictures are not read, it only says that it wants to."""
    _size(data, job)  # a bomb is refused without waking the reader
    if not job.ocr:
        job.wants_ocr = True
        raise Unreadable(NO_OCR)
    job.pictures_left -= 1
    if job.pictures_left < 0:
        raise Unreadable(TOO_BIG)
    from bot.intake.readers import ocr

    text = ocr.words(_open(data))
    if not text.strip():
        raise Unreadable(EMPTY)
    return Text(kind, text, pages=1, pages_total=1, from_picture=True)


def _size(data: bytes, job: Job) -> None:
    """Looks at the header only."""
    from PIL import Image, UnidentifiedImageError

    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = job.limits.pixels
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            width, height = image.size
    except Image.DecompressionBombError as error:
        raise Unreadable(HOSTILE) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, OverflowError, EOFError) as error:
        raise Unreadable(DAMAGED) from error
    if width * height > job.limits.pixels:
        raise Unreadable(HOSTILE)
    if min(width, height) < _LEAST:
        raise Unreadable(EMPTY)


def _enough(width: int, height: int) -> tuple[int, int]:
    """The size to shrink to. By area, so that the letters of a long screenshot stay legible."""
    scale = min(1.0, _LONGEST / max(width, height), (_AREA / (width * height)) ** 0.5)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _open(data: bytes) -> Image:
    """Upright, in plain colours on white, no larger than it need be."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            size = _enough(*image.size)
            image.draft("RGB", size)  # JPEG decodes smaller at once
            image.thumbnail(size)
            turned = ImageOps.exif_transpose(image)
            if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
                layer = turned.convert("RGBA")
                turned = Image.new("RGBA", layer.size, "white")
                turned.alpha_composite(layer)
            return turned.convert("RGB")
    except (OSError, ValueError, SyntaxError, OverflowError, EOFError, IndexError, TypeError, KeyError) as error:
        raise Unreadable(DAMAGED) from error
