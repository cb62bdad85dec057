"""A linear model as plain numbers: features in, one score for each label out. No numpy, a few megabytes at most.

A model file is one line of JSON (labels, biases, the weight of each group of features, the step of the numbers, and
what the trainer noted), then zlib of the feature names and one signed byte for each feature and label.
A feature is ``group:rest``; within a group the weights of a message are averaged to unit length, so that long messages
do not shout down short ones.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

_LANE = 3  # bytes in which the weights of one label are summed
_ZERO = 128  # what is added to a signed byte: all lanes of the sum stay above zero
_MOST = 60_000  # known features of one message; more would run over a lane
_SHIFTED = bytes((byte + _ZERO) & 0xFF for byte in range(256))
_FIRSTS = 1 << 16  # places of the table by a hash's first bits: about one name at each
_SHIFT = sys.hash_info.width - 16


class ModelError(ValueError):
    """The bytes are no model."""


class Rows:
    """Feature -> its weights, in flat arrays: a dict of so many strings and numbers takes four times the memory.

    Names are known by Python's hash of 64 bits, in order; a table of its first bits says where to look.
    """

    __slots__ = ("_from", "_hashes", "_lanes", "_width")

    def __init__(self, names: Sequence[str], numbers: bytes, labels: int) -> None:
        """``numbers``: a signed byte for each name and label. Raises ValueError where these are not as many."""
        if len(numbers) != len(names) * labels:
            raise ValueError("as many rows as names")
        self._width = labels * _LANE
        lanes = bytearray(len(numbers) * _LANE)
        lanes[::_LANE] = numbers.translate(_SHIFTED)
        hashes = array("q", map(hash, names))
        order = sorted(range(len(names)), key=hashes.__getitem__)
        self._hashes = array("q", [hashes[at] for at in order])
        self._lanes = b"".join([lanes[at * self._width : (at + 1) * self._width] for at in order])
        firsts = range(-_FIRSTS // 2, _FIRSTS // 2 + 1)
        self._from = array("I", (bisect_left(self._hashes, first << _SHIFT) for first in firsts))

    def get(self, feature: str) -> int | None:
        """Its weights, all lanes in one number; None where it is not known."""
        number = hash(feature)
        first = (number >> _SHIFT) + _FIRSTS // 2
        end = self._from[first + 1]
        at = bisect_left(self._hashes, number, self._from[first], end)
        if at == end or self._hashes[at] != number:
            return None
        return int.from_bytes(self._lanes[at * self._width : (at + 1) * self._width], "little")

    def __contains__(self, feature: str) -> bool:
        return self.get(feature) is not None

    def __len__(self) -> int:
        return len(self._hashes)


@dataclass(frozen=True, slots=True)
class Linear:
    """labels: in the order of the numbers. rows: feature -> its weights, a lane of three bytes for each label."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    groups: dict[str, float]
    step: float
    rows: Rows
    notes: dict[str, Any]

    @classmethod
    def load(cls, data: bytes) -> Linear:
        """The model of a file as :func:`pack` wrote it. Raises ModelError on anything else."""
        try:
            head, _, body = data.partition(b"\n")
            header = json.loads(head)
            labels = tuple(header["labels"])
            names, _, numbers = zlib.decompress(body).partition(b"\0")
            rows = Rows(names.decode().split("\n") if names else [], numbers, len(labels))
            return cls(labels, tuple(header["bias"]), header["groups"], header["step"], rows, header["notes"])
        except (ValueError, KeyError, TypeError, zlib.error) as error:
            raise ModelError(f"not a model: {error}") from error

    def scores(self, features: Iterable[str]) -> dict[str, float]:
        """The score of every label; a feature that the model does not know is passed over, one given twice counts
        twice."""
        sums: dict[str, int] = dict.fromkeys(self.groups, 0)
        counts: dict[str, int] = dict.fromkeys(self.groups, 0)
        rows = self.rows
        for feature in features:
            row = rows.get(feature)
            if row is not None:
                group = feature[: feature.index(":")]
                if counts[group] < _MOST:
                    sums[group] += row
                    counts[group] += 1
        totals = list(self.bias)
        for group, count in counts.items():
            if count:
                self._add(totals, sums[group], count, self.groups[group] * self.step / sqrt(count))
        return dict(zip(self.labels, totals, strict=True))

    def _add(self, totals: list[float], lanes: int, count: int, scale: float) -> None:
        width = _LANE * len(totals)
        numbers = lanes.to_bytes(width, "little")
        for at in range(len(totals)):
            lane = int.from_bytes(numbers[at * _LANE : (at + 1) * _LANE], "little")
            totals[at] += (lane - _ZERO * count) * scale


def pack(
    labels: Sequence[str],
    bias: Sequence[float],
    groups: Mapping[str, float],
    weights: Mapping[str, Sequence[float]],
    notes: Mapping[str, Any],
) -> bytes:
    """The file of a model: ``weights`` gives each feature one number for each label, kept in 255 steps.

    Rows that come to nothing are left out. The same input gives the same bytes.
    """
    largest = max((abs(number) for row in weights.values() for number in row), default=0.0)
    step = largest / 127 or 1.0
    rounded = {name: [round(number / step) for number in row] for name, row in sorted(weights.items())}
    kept = {name: row for name, row in rounded.items() if any(row)}
    body = "\n".join(kept).encode() + b"\0" + b"".join(bytes(n & 0xFF for n in row) for row in kept.values())
    header = {
        "labels": list(labels),
        "bias": [round(number, 6) for number in bias],
        "groups": dict(groups),
        "step": step,
        "notes": dict(notes),
    }
    return json.dumps(header).encode() + b"\n" + zlib.compress(body, 9)
