"""The words of a picture, whichever way up it is. The models are slow to load, so once a process."""

from __future__ import annotations

import functools
import os
from typing import TYPE_CHECKING

from bot.intake.readers.ocr_rows import Box, is_sideways, rows

if TYPE_CHECKING:
    from PIL.Image import Image

    from bot.intake.readers.ocr_models import Models

_SURE = 0.85  # mean score below which another way up is tried
_CLEAR = 0.9  # and above which the right one is found


def words(image: Image) -> str:
    """The lines of a picture, top to bottom; a picture that lies on its side or head is turned first."""
    found = read(image)
    if is_sideways(found):
        found = read(image.rotate(90, expand=True))
        if _mean(found) < _CLEAR or is_sideways(found):
            found = max([found, read(image.rotate(270, expand=True))], key=_score)
    elif found and _mean(found) < _SURE:
        found = max([found, read(image.rotate(180))], key=_score)
    return "\n".join(rows(found))


def _score(boxes: list[Box]) -> float:
    return sum(box.score * len(box.text) for box in boxes) * (0.2 if is_sideways(boxes) else 1.0)


def _mean(boxes: list[Box]) -> float:
    return sum(box.score * len(box.text) for box in boxes) / max(sum(len(box.text) for box in boxes), 1)


def read(image: Image) -> list[Box]:
    """What stands where."""
    import numpy as np

    found = _models().lines(np.asarray(image)[:, :, ::-1])
    return [Box(tuple((float(x), float(y)) for x, y in corners), words, sure) for corners, words, sure in found]


@functools.cache
def _models() -> Models:
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime reports to its maker unless told before it loads
    from bot.intake.readers.ocr_models import Models

    return Models()
