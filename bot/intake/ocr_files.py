"""Where the models of the OCR engine are. Light on purpose: who only asks whether they are here loads none."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

# As they are called in the release that is pinned; rapidocr has no public word for where its files are.
FINDER, READER = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"


def model_file(name: str) -> Path | None:
    """Where this model is; None where it is not installed."""
    package = find_spec("rapidocr")
    for folder in (package and package.submodule_search_locations) or ():
        path = Path(folder, "models", name)
        if path.is_file():
            return path
    return None


def ocr_installed() -> bool:
    """Whether pictures are read here: the extra [ocr], with both of its models."""
    return find_spec("onnxruntime") is not None and all(map(model_file, (FINDER, READER)))
