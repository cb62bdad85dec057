"""A day that is over, named in a few words: "yesterday", "last Friday", "12 November", "two weeks ago"."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import re2

from bot.core.days import ahead, number_of

_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_WEEKDAYS = {name: n for n, name in enumerate("mon tue wed thu fri sat sun".split())}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?:,? (?P<year>20\d\d))?"
_AGO = re2.compile(r"\b(?P<number>\d{1,3}|[a-z]+) (?P<unit>day|week|month)s? ago\b")
_ISO = re2.compile(r"\b(?P<year>20\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
_DOTS = re2.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>20\d\d)?")
_DAY_MONTH = re2.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}{_YEAR}\b")
_MONTH_DAY = re2.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}\b")
# "sat" and "sun" by themselves are words of their own.
_WEEKDAY = re2.compile(
    r"(?P<last>\blast )?\b"
    r"(?:(?P<short>mon|tues?|wed|thu|thurs?|fri)\b|(?P<long>mon|tues|wednes|thurs|fri|satur|sun)day\b)"
)
_NEAR = (
    (re2.compile(r"\bday before yesterday\b"), 2),
    (re2.compile(r"\b(?:yesterday|last night)\b"), 1),
    (re2.compile(r"\b(?:today|this (?:morning|afternoon|evening)|just now|tonight|an hour ago)\b"), 0),
)


def past_day(text: str, now: datetime, zone: str) -> date | None:
    """The day in the user's zone, today or earlier; None where none is named or the one named is still to come.

    A day and a month without a year are the latest such day; so is a weekday, and "last" excludes today.
    """
    today = now.astimezone(ZoneInfo(zone)).date()
    line = " ".join(text.lower().split())
    for pattern, days in _NEAR:
        if pattern.search(line):
            return today - timedelta(days=days)
    found = _ago(line, today) or _dated(line, today) or _weekday(line, today)
    return found if found is not None and found <= today else None


def _ago(line: str, today: date) -> date | None:
    match = _AGO.search(line)
    number = number_of(match["number"]) if match else None
    return ahead(today, -number, match["unit"]) if match and number else None


def _dated(line: str, today: date) -> date | None:
    for pattern in (_ISO, _DOTS, _DAY_MONTH, _MONTH_DAY):
        if match := pattern.search(line):
            month = int(match["month"]) if match["month"].isdigit() else _MONTHS[match["month"]]
            return _latest(int(match["year"] or 0), month, int(match["day"]), today)
    return None


def _latest(year: int, month: int, day: int, today: date) -> date | None:
    """That day; without a year the latest one, and of 29 February too."""
    years = [year] if year else range(today.year, today.year - 5, -1)
    for one in years:
        try:
            found = date(one, month, day)
        except ValueError:
            continue
        if year or found <= today:
            return found
    return None


def _weekday(line: str, today: date) -> date | None:
    match = _WEEKDAY.search(line)
    if match is None:
        return None
    back = (today.weekday() - _WEEKDAYS[(match["short"] or match["long"])[:3]]) % 7
    return today - timedelta(days=back or (7 if match["last"] else 0))
