"""Questions with answers noted by candidates, each labelled: what the judge of answers is trained on.

content/<language>/answers/*.toml; in a block, one answer a line under the verdict it should get.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files

VERDICTS = ("concrete", "vague", "none")

Pair = tuple[str, str, str]
"""A question, an answer, its verdict."""


def pairs(language: str = "en") -> tuple[Pair, ...]:
    """All labelled pairs, in the order of the files' names. Raises KeyError or ValueError on a broken file."""
    folder = files("content") / language / "answers"
    found: list[Pair] = []
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            found += read(file.read_text(encoding="utf-8"))
    return tuple(found)


def read(text: str) -> list[Pair]:
    """The pairs of one file's text."""
    blocks = tomllib.loads(text)["block"]
    return [
        (block["question"], line, label)
        for block in blocks
        for label in VERDICTS
        for line in block.get(label, "").splitlines()
        if line
    ]
