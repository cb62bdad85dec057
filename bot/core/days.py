"""A day that somebody names in a few words: "1 March", "next Friday", "in three months"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import re2

from bot.core import when

_NUMBERS = {name: n for n, name in enumerate("a two three four five six seven eight nine ten eleven twelve".split(), 1)}
_NUMBERS |= {"an": 1, "one": 1, "half a": 0}
_COUNT = "|".join(_NUMBERS)
_IN = re2.compile(
    rf"(?i)\b(?:in|after|within) (?:about )?(?P<number>\d{{1,3}}|{_COUNT}) (?P<unit>day|week|month|year)s?\b"
)
_SHORT = re2.compile(r"(?i)\b(?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)\b")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _in_full(found: re2._Match[str]) -> str:
    """ "by fri" as "by friday": told of a day alone, it is one."""
    return next(day for day in _DAYS if day.startswith(str(found.group(0)).lower()[:3]))


def day_of(text: str, now: datetime, zone: str) -> date | None:
    """The day in the user's zone; the earliest where it may be several; None where none is named.

    For days that only steer a reminder. An interview's time is read by :mod:`bot.core.when`, which asks.
    """
    today = now.astimezone(ZoneInfo(zone)).date()
    if found := _IN.search(" ".join(text.split())):
        return ahead(today, number_of(found["number"]) or 0, found["unit"].lower())
    reading = when.understand(text, now, zone)
    if reading.day is None and not reading.days and _SHORT.search(text):
        reading = when.understand(str(_SHORT.sub(_in_full, text)), now, zone)
    if reading.start is not None:
        return reading.start.astimezone(ZoneInfo(zone)).date()
    return reading.day or next(iter(reading.days), None)


def number_of(word: str) -> int | None:
    """The number of a word or of figures; 0 for "half a", None for anything else."""
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower())


def ahead(today: date, number: int, unit: str) -> date:
    """So many days, weeks, months or years later, or earlier where the number is negative; 0 means half of one."""
    if unit in ("day", "week"):
        return today + timedelta(days=number * (7 if unit == "week" else 1))
    if number == 0:  # half a month, half a year
        return today + timedelta(days=182 if unit == "year" else 15)
    months = today.month - 1 + (number * 12 if unit == "year" else number)
    year, month = today.year + months // 12, months % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))
