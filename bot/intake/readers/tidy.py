"""The same words whatever they were packed in: joined letters apart, invisible signs out, blanks in order."""

from __future__ import annotations

import re

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SIGNS = str.maketrans(
    _LIGATURES
    | dict.fromkeys("\u00a0\u2007\u202f\u2002\u2003\u2009\u200a\u3000\t", " ")
    | dict.fromkeys("\r\u2028\u2029\x0b\x0c\x85", "\n")
    | dict.fromkeys(
        "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
    | {chr(code): None for code in range(32) if chr(code) not in "\t\n\r\x0b\x0c"}
)
_BLANKS = re.compile(r" {2,}")
_LINES = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    """Words and lines as they are read; at most one empty line in a row."""
    text = text.replace("\r\n", "\n").translate(_SIGNS).encode("utf-8", "replace").decode("utf-8")
    lines = [_BLANKS.sub(" ", line).strip() for line in text.split("\n")]
    return _LINES.sub("\n\n", "\n".join(lines)).strip()


def row(cells: list[str]) -> str:
    """One row of a table. A row with one filled cell, or with long ones, is layout and stays as lines."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) == 1 or any(len(cell) > 300 for cell in filled):
        return "\n".join(filled)
    return " | ".join(" ".join(cell.split()) for cell in filled)
