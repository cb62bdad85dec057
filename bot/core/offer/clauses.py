"""The part of a sentence that says by when to answer. People write an offer down in one breath: "two days a week at
home, start on 1 March, they want an answer by Friday"."""

from __future__ import annotations

import re

_DAY = r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sat|sun)(?:day)?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_PARTS = re.compile(
    rf"[;:!?]\s+|\.\s+(?=\D)|,\s+(?!\d|{_MONTH}\.? \d)|\s(?:and|but|then|so)\s",
    re.I,
)
_ANSWER = re.compile(
    r"(?i)\b(?:sign|signed|decide|decision|answer|accept|acceptance|reply|respond|response|confirm|commit|return|know|hear"
    r"|heard|valid|open|expires?|deadline|say|tell|yes or no|gave me|give me|have till|have until)\b"
)
_NEAR = re.compile(r"(?i)\b(?:today|tonight|tomorrow|end of (?:the |this )?(?:day|week)|eod|midnight)\b")
_WHEN = re.compile(
    rf"(?i)\b(?:by|until|till|before|within|latest|deadline|expires?|in|on|at|{_DAY}|\d{{1,2}}(?:st|nd|rd|th)"
    rf"|{_MONTH} \d|today|tonight|tomorrow)\b"
)


def is_near(clause: str) -> bool:
    """Whether it names a time that is no date: "tomorrow evening"."""
    return bool(_NEAR.search(clause))


def answering(sentence: str) -> str:
    """That part, where exactly one is about the answer and a time; else the whole sentence."""
    found = [part for part in _PARTS.split(sentence) if _ANSWER.search(part) and _WHEN.search(part)]
    return found[0].strip(" .") if len(found) == 1 else sentence
