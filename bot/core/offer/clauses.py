"""The part of a sentence that says by when to answer. People write an offer down in one breath: "two days a week at
home, start on 1 March, they want an answer by Friday"."""

from __future__ import annotations

import re

_PARTS = re.compile(
    r"[;:!?]\s+|,\s+(?!\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d)|\s(?:and|but|then|so)\s",
    re.I,
)
_ANSWER = re.compile(
    r"(?i)\b(?:sign|signed|decide|decision|answer|accept|acceptance|reply|respond|response|confirm|commit|return|know|hear"
    r"|heard|valid|open|expires?|deadline|say yes|yes or no)\b"
)
_BY = re.compile(r"(?i)\b(?:by|until|till|before|within|latest|deadline|expires?|in|on|at|today|tonight|tomorrow)\b")

_NEAR = re.compile(r"(?i)\b(?:today|tonight|tomorrow|end of (?:the |this )?(?:day|week)|eod|midnight)\b")


def is_near(clause: str) -> bool:
    """Whether it names a time that is no date: "tomorrow evening"."""
    return bool(_NEAR.search(clause))


def answering(sentence: str) -> str:
    """That part, where exactly one is about the answer and a time; else the whole sentence."""
    found = [part for part in _PARTS.split(sentence) if _ANSWER.search(part) and _BY.search(part)]
    return found[0].strip(" .") if len(found) == 1 else sentence
