"""A line cut into its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONGEST = 1200  # characters of one sentence; what is longer is cut
_END = re.compile(r"(?:(?<![.!?;…])[.!?;…]++[\"')\]]*+(?:\s+|$)|\s[•|]\s|\t|\n)")  # a run of dots is looked at once
_STOP = re.compile(r"(?<![.!?;…])[.!?;…]++[\"')\]]*+(?:\s+|$)")  # the same for a line without a table or a list
_ABBREVIATED = re.compile(
    r"(?i)(?:\b(?:mr|mrs|ms|dr|prof|st|mt|ft|e\.g|i\.e|eg|ie|approx|incl|no|nr|vs|min|max|avg|est|dept|sr|jr|rs|art|ca|cf|resp|(?<![ap]\.)[a-z])"
    r"|^\W*\d{1,2})\.$"
)  # never ends a sentence
_SHORTENED = re.compile(
    r"(?i)(?:\b(?:inc|ltd|co|corp|etc|p\.a|p\.m|a\.m|p\.h|p\.w|hrs?|wks?|rd|ave|pvt"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|thurs?|fri|sat|sun)|\d\d?)\.$"
)  # ends one where a capital follows
_CLAUSE = re.compile(r"^(?i:section|article|clause|chapter|part)\s+\d{1,2}(?:\.\d{1,2})*\s*[:.)-]*\s+(?=[A-Z])")
_NUMBERED = re.compile(r"^[1-9]\d?(?:\.\d{1,2})+\.?\s+([A-Z][a-z ]|\")")


def unnumbered(text: str) -> str:
    """Without the number of a clause: "2.1 The employee ..."."""
    if text[:1].isdigit():
        return _NUMBERED.sub(r"\1", text)
    return _CLAUSE.sub("", text) if text[:1] in "SsAaCcPp" else text


def pieces(line: str) -> Iterator[str]:
    """The sentences of a line, as written."""
    start, capital = 0, -2
    for found in (_END if "\t" in line or "|" in line or "•" in line else _STOP).finditer(line):
        end = found.end()
        if found.group(0)[0] == ".":
            capital = _last_capital(line) if capital == -2 else capital
            if _goes_over(_tail(line[max(start, end - 200) : end]), line, end, capital):
                continue
        piece = line[start:end].strip()
        if piece:
            yield unnumbered(piece)[:_LONGEST]
        start = end
    rest = unnumbered(line[start:].strip())
    while rest:
        yield rest[:_LONGEST]
        rest = rest[_LONGEST:]


def _last_capital(line: str) -> int:
    """Where the last upper-case letter stands; -1 where there is none."""
    return next((at for at in range(len(line) - 1, -1, -1) if line[at].isupper()), -1)


def _tail(piece: str) -> str:
    """Its last letters, without the blanks at its end."""
    return piece.rstrip()[-12:]


def _goes_over(tail: str, line: str, at: int, capital: int) -> bool:
    """The dot belongs to a short form and ends nothing. ``capital``: where the line's last capital stands."""
    if _ABBREVIATED.search(tail) or _small(line, at, capital):
        return True
    return bool(_SHORTENED.search(tail)) and at < len(line) and not line[at].isupper()


def _small(line: str, at: int, capital: int) -> bool:
    """The next word is in lower case, so the dot ended a short form (chats, where all is small, aside)."""
    return at < capital and line[at].islower()
