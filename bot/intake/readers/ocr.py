"""The one place that knows the OCR engine: ``read(image)`` gives boxes. Slow to load, so once a process."""

from __future__ import annotations

import functools
import importlib.util
import logging
import os
from typing import TYPE_CHECKING, Any

from bot.intake.readers.ocr_rows import Box, is_sideways, rows

if TYPE_CHECKING:
    from PIL.Image import Image

_SURE = 0.85  # mean score below which another way up is tried
_CLEAR = 0.9  # and above which the right one is found


def installed() -> bool:
    """Whether the extra [ocr] is there."""
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


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

    found = _engine()(np.asarray(image)[:, :, ::-1])
    if found.boxes is None or not found.txts:
        return []
    return [
        Box(tuple((float(x), float(y)) for x, y in quad), str(text), float(score))
        for quad, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
    ]


@functools.cache
def _engine() -> Any:
    """One thread, no telemetry, models from the package itself."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime reports to its maker unless told before it loads
    import cv2
    from rapidocr import RapidOCR

    cv2.setNumThreads(1)
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    return RapidOCR(
        params={
            "Global.use_cls": False,  # it loses upright lines more often than it turns one
            "Global.log_level": "critical",
            "Rec.rec_batch_num": 1,  # in batches long lines come out garbled
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
