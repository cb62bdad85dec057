"""Times of the day and lengths as people type them in settings: "18:30", "half past six", "22 to 7", "an hour".

Each reader takes the whole text or nothing: half of a sentence understood would be a guess.
"""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple

DAY = 24 * 60  # minutes
_LONG = 12 * 60  # a bare "9 to 5" is never read as longer than that
_NIGHT = 3 * 60  # 03:00: the reading that covers it is the night
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TENS = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_WORDS = {word: number for number, word in enumerate(_NUMBERS, 1)} | _TENS
_SIDE = re.compile(r"(?P<h>\d{1,2})(?:[:.h ]?(?P<m>[0-5]\d))? ?(?:h|hrs|uhr)? ?(?P<half>am|pm)?")
_BETWEEN = re.compile(r" ?(?:-|\bto\b|\btill?\b|\buntil\b|\band\b) ?")
_LEAD = re.compile(r"^(?:(?:at|around|about|from|between|quiet|evening|please) )+")
_LENGTH = re.compile(
    r"(?:(?P<h>\d{1,2}(?:[.,]\d)?) ?(?:h|hrs?|hours?))?(?: ?(?:and )?(?P<m>\d{1,4}) ?(?:m|mins?|minutes?)?)?"
)


class _Side(NamedTuple):
    """A clock as written: ``exact`` where it can only be meant in 24 hours."""

    hour: int
    minute: int
    half: str
    exact: bool


def _plain(text: str) -> str:
    """Lower case, numbers as digits, one sort of dash, no filling words."""
    found = re.sub(r"[\u2010-\u2015\u2212]", "-", text.casefold().replace("\u2019", "'"))
    found = re.sub(r"[a-z]+", lambda word: str(_WORDS.get(word.group(), word.group())), found)
    found = re.sub(r"\b([ap])\.? ?m\b\.?", r"\1m", found)
    found = re.sub(r"\b12 at night\b", "00:00", found)
    found = re.sub(r"\b(?:in the|at) (?:evening|night|afternoon)\b|\btonight\b", "pm", found)
    found = re.sub(r"\bin the morning\b", "am", found)
    found = re.sub(r"\bo'?clock\b|[!?]", " ", found)
    return " ".join(found.split()).strip(" .,")


def _spoken(text: str) -> str:
    """ "half past 6" -> "6:30", "quarter to 7" -> "6:45", noon and midnight as numbers."""
    text = re.sub(r"\bnoon\b", "12pm", re.sub(r"\bmidnight\b", "00:00", text))
    text = re.sub(r"\bhalf past (\d{1,2})\b", r"\1:30", text)
    text = re.sub(r"\b(?:a )?quarter past (\d{1,2})\b", r"\1:15", text)
    return re.sub(r"\b(?:a )?quarter to (\d{1,2})\b", lambda m: f"{(int(m[1]) - 1) or 12}:45", text)


def _side(text: str) -> _Side | None:
    match = _SIDE.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute, half = int(match["h"]), int(match["m"] or 0), match["half"] or ""
    if hour > 24 or (hour == 24 and minute) or (half and not 1 <= hour <= 23):
        return None
    exact = hour > 12 or match["h"].startswith("0")
    return _Side(hour % 24, minute, "" if exact else half, exact)


def _readings(side: _Side, *, exact: bool = False) -> list[int]:
    """The minutes since midnight that a clock can mean: one where it is plain, two for a bare hour up to 12."""
    if side.exact or (exact and not side.half):
        return [side.hour * 60 + side.minute]
    hours = {"am": [side.hour % 12], "pm": [side.hour % 12 + 12]}.get(side.half, [side.hour % 12, side.hour % 12 + 12])
    return [hour * 60 + side.minute for hour in hours]


def _wall(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def read_clock(text: str) -> str | None:
    """A time of the day as "18:30"; a bare hour is the later one of the day ("7" is 19:00). None: not understood."""
    side = _side(_LEAD.sub("", _spoken(_plain(text))))
    return _wall(_readings(side)[-1]) if side is not None else None


def read_span(text: str) -> tuple[str, str] | None:
    """From and to, such as ("22:00", "07:00"). Bare hours mean the night where they can, else the shorter day.

    None: not understood, or both ends are the same.
    """
    parts = [_side(part) for part in _BETWEEN.split(_LEAD.sub("", _spoken(_plain(text))))]
    if len(parts) != 2 or parts[0] is None or parts[1] is None:
        return None
    exact = parts[0].exact or parts[1].exact
    pairs = [(a, b) for a, b in product(*(_readings(side, exact=exact) for side in parts if side)) if a != b]
    return (_wall(pairs[0][0]), _wall(pairs[0][1])) if len(pairs) == 1 else _likely(pairs)


def _likely(pairs: list[tuple[int, int]]) -> tuple[str, str] | None:
    def badness(pair: tuple[int, int]) -> tuple[bool, bool]:
        length = (pair[1] - pair[0]) % DAY
        return length > _LONG, (_NIGHT - pair[0]) % DAY >= length

    ranked = sorted(pairs, key=badness)
    if not ranked or badness(ranked[0]) == badness(ranked[1]):
        return None
    return _wall(ranked[0][0]), _wall(ranked[0][1])


def within(wall: str, begin: str, end: str) -> bool:
    """Whether a wall time lies between two others, over midnight too; never where both are the same."""
    if begin <= end:
        return begin <= wall < end
    return wall >= begin or wall < end


def read_minutes(text: str) -> int | None:
    """A length in minutes: "90", "45 min", "1.5 hours", "an hour and a half". None: not understood."""
    found = _LEAD.sub("", _plain(text))
    found = re.sub(r"\b(?:an|a) hour and a half\b|\b1 hour and a half\b", "90 min", found)
    found = re.sub(r"\b(?:a )?half an hour\b", "30 min", found)
    found = re.sub(r"\b(?:a )?quarter of an hour\b", "15 min", found)
    found = re.sub(r"\ban hour\b", "1 hour", found)
    found = re.sub(r" (?:before|after|earlier|later|ahead)(?: it| the start| the end)?$", "", found)
    match = _LENGTH.fullmatch(found)
    if match is None or not (match["h"] or match["m"]):
        return None
    return round(float((match["h"] or "0").replace(",", ".")) * 60) + int(match["m"] or 0)
