"""The two models of the OCR engine, run by onnxruntime: where lines stand in a picture, and what a line says.

Of rapidocr only the model files are used: to import it takes half a second, for tables of models that are not ours.
The models are PaddleOCR's; how their input is made and their output read is given by how they were trained:
DB (arXiv 1911.08947) finds lines as a map of probabilities, CTC gives a letter or none for each step along the line.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
import onnxruntime

from bot.intake.ocr_files import FINDER, READER, model_file

_STEP = 32  # the map of lines wants sides of so many pixels
_SHORT = 600  # pixels of the shorter side that are enough to find lines; smaller pictures are enlarged for it
_ENLARGED = 3.0  # times at most
_AREA = 2_000_000  # pixels of the map at most: it takes 300 bytes for each
_LINE = 0.3  # a pixel of the map belongs to a line from this probability on
_SURE = 0.5  # and a line, and its words, count from this mean on
_GROWN = 1.6  # the map shows the core of a line; so much of area by perimeter lies around it
_THINNEST = 3  # pixels
_MOST_LINES = 1000
_HEIGHT, _NARROWEST, _WIDEST = 48, 320, 8_000  # pixels of a line as the other model wants it; the last bounds memory
_FLAT = 8  # a picture that is so many times wider than high gets room above and below

Array = Any  # of numpy; pictures are height, width, three colours from 0 to 255, blue first
Line = tuple[Array, str, float]  # corners from the top left one, clockwise; words; how sure (0 to 1)


class Models:
    """Loads both, which takes a fifth of a second; one thread, so that other chats stay quick."""

    def __init__(self) -> None:
        cv2.setNumThreads(1)
        self._finder, self._reader = _session(FINDER), _session(READER)
        letters = self._reader.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._letters = ["", *letters, " "]  # the first one says that nothing new begins

    def lines(self, picture: Array) -> list[Line]:
        """What stands in the picture, in no order; what is hardly legible is left out."""
        high, wide = picture.shape[:2]
        room = max(wide // _FLAT, _STEP) - high // 2 if wide > _FLAT * high or high <= _STEP else 0
        padded = cv2.copyMakeBorder(picture, room, room, 0, 0, cv2.BORDER_CONSTANT) if room else picture
        found = []
        for corners in self._find(padded):
            words, sure = self._read(_cut_out(padded, corners))
            if words.strip() and sure >= _SURE:
                found.append((corners - (0, room), words, sure))
        return found

    def _find(self, picture: Array) -> Iterator[Array]:
        """The corners of each line."""
        high, wide = picture.shape[:2]
        size = _size(wide, high)
        heat = _run(self._finder, cv2.resize(picture, size))[0, 0]
        core = cv2.dilate((heat > _LINE).astype(np.uint8), np.ones((2, 2), np.uint8))
        contours, _ = cv2.findContours(core, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        for contour in contours[:_MOST_LINES]:
            centre, (one, other), angle = cv2.minAreaRect(contour)
            if min(one, other) < _THINNEST or _mean(heat, (centre, (one, other), angle)) < _SURE:
                continue
            more = _GROWN * one * other / (one + other)
            corners = cv2.boxPoints((centre, (one + more, other + more), angle)) * (wide / size[0], high / size[1])
            corners = _clockwise(corners.clip(0, (wide - 1, high - 1)))
            if min(math.dist(corners[0], corners[1]), math.dist(corners[0], corners[3])) > _THINNEST:
                yield corners

    def _read(self, line: Array) -> tuple[str, float]:
        """The words of a line, and how sure they are."""
        odds = _run(self._reader, line)[0]
        best = odds.argmax(axis=1)
        new = np.flatnonzero((best != 0) & (best != np.concatenate(([0], best[:-1]))))
        words = "".join(self._letters[letter] for letter in best[new])
        return words, float(odds[new, best[new]].mean()) if len(new) else 0.0


def _session(name: str) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(str(model_file(name)), options, providers=["CPUExecutionProvider"])


def _run(session: Any, picture: Array) -> Array:
    """Colours go in as numbers from -1 to 1."""
    numbers = (picture.astype(np.float32) / 127.5 - 1.0).transpose(2, 0, 1)[np.newaxis]
    return session.run(None, {session.get_inputs()[0].name: numbers})[0]


def _size(wide: int, high: int) -> tuple[int, int]:
    """The size at which lines are looked for; on a smaller map than the picture lines of six points are lost."""
    scale = min(max(1.0, _SHORT / min(wide, high)), _ENLARGED, (_AREA / (wide * high)) ** 0.5)
    return max(round(wide * scale / _STEP), 1) * _STEP, max(round(high * scale / _STEP), 1) * _STEP


def _mean(heat: Array, rectangle: Any) -> float:
    """The mean probability inside a rectangle that may be tilted."""
    corners = cv2.boxPoints(rectangle)
    limits = (heat.shape[1] - 1, heat.shape[0] - 1)
    left, top = np.floor(corners.min(axis=0)).astype(int).clip(0, limits)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int).clip(0, limits)
    mask = np.zeros((bottom - top + 1, right - left + 1), np.uint8)
    cv2.fillPoly(mask, [(corners - (left, top)).astype(np.int32)], 1)
    return float(cv2.mean(heat[top : bottom + 1, left : right + 1], mask)[0])


def _clockwise(corners: Array) -> Array:
    """From the top left corner on."""
    left, right = np.split(corners[corners[:, 0].argsort(kind="stable")], 2)
    (top_left, low_left), (top_right, low_right) = left[left[:, 1].argsort()], right[right[:, 1].argsort()]
    return np.array([top_left, top_right, low_right, low_left], np.float32)


def _cut_out(picture: Array, corners: Array) -> Array:
    """A line, straightened and as high as the model wants it; one that stands on end is laid down."""
    if math.dist(corners[0], corners[3]) >= 1.5 * math.dist(corners[0], corners[1]):
        corners = np.roll(corners, -1, axis=0)
    long, high = math.dist(corners[0], corners[1]), math.dist(corners[0], corners[3])
    wide = min(math.ceil(_HEIGHT * long / high), _WIDEST)
    target = np.array([(0, 0), (wide, 0), (wide, _HEIGHT), (0, _HEIGHT)], np.float32)
    turn = cv2.getPerspectiveTransform(corners, target)
    # Not by INTER_CUBIC, which sharpens: then blanks of small letters are lost.
    line = cv2.warpPerspective(picture, turn, (wide, _HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return cv2.copyMakeBorder(line, 0, 0, 0, max(_NARROWEST - wide, 0), cv2.BORDER_CONSTANT, value=(127, 127, 127))
