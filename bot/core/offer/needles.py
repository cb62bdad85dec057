"""What each pattern needs, kept: to read it from three thousand patterns takes half a second at each start.

The file models/offer_needs.bin is zlib of JSON: the needles, and by the fingerprint of a pattern the numbers of those
of which one must be there, first the most telling. ``python scripts/offer_needs.py`` writes it anew; a pattern that it
does not know is read on the spot, so an old file costs time and never a match.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

from bot.core.needs import Needs, needs

SETS = 2  # of what a pattern needs, so many are looked for
SHORTEST = 3  # letters and more tell something


def read(source: str) -> Needs:
    """What a pattern needs, as far as it is looked for."""
    return needs(source, shortest=SHORTEST)[:SETS]


def fingerprint(source: str) -> str:
    """Of a pattern; it changes with any letter of it."""
    return blake2b(source.encode(), digest_size=8).hexdigest()


class Kept:
    """The needs of the patterns that a file knows."""

    def __init__(self, data: bytes) -> None:
        found: Mapping[str, Any] = json.loads(zlib.decompress(data))
        self._needles: list[str] = found["needles"]
        self._rules: dict[str, list[list[int]]] = found["rules"]

    def of(self, source: str) -> Needs:
        """What that pattern needs; read from it where the file does not know it."""
        known = self._rules.get(fingerprint(source))
        if known is None:
            return read(source)
        return tuple(frozenset(self._needles[number] for number in numbers) for numbers in known)

    def knows(self, source: str) -> bool:
        return fingerprint(source) in self._rules


def packed(sources: Iterable[str]) -> bytes:
    """The file for these patterns; the same patterns give the same bytes."""
    told = {fingerprint(source): read(source) for source in sources}
    needles = sorted({needle for found in told.values() for words in found for needle in words})
    numbers = {needle: number for number, needle in enumerate(needles)}
    rules = {key: [sorted(numbers[word] for word in words) for words in found] for key, found in sorted(told.items())}
    return zlib.compress(json.dumps({"needles": needles, "rules": rules}, separators=(",", ":")).encode(), 9)
