"""The day by which an offer wants its answer, from the words that it says it in: a day, or the time left until it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import re2

from bot.core.days import ahead, day_of
from bot.core.deadlines import THIS_DAY, end_of_week
from bot.core.past_days import past_day
from bot.core.reminders.clock import workdays
from bot.core.reminders.dated import HALF

_NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_NUMBERS |= {"a": 1, "twelve": 12, "fourteen": 14, "fifteen": 15}
_SPAN = re2.compile(
    rf"(?i)\b(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})(?: ?\(\w+\))?[ -](?:(?P<work>working|business|work)[ -])?"
    r"(?:calendar |clear |full )?(?P<unit>hour|hr|day|week|month)s?\b"
)
_NEAR = re2.compile(rf"(?i)\b(?:(?P<today>{THIS_DAY})|tomorrow)\b")
_BY = re2.compile(r"(?i)\b(?:by|until|till|before)\b")  # what stands before it may say that it is no interview's day
_CLOCK = re2.compile(r"(?i)\b\d{1,2}(?:[:.]\d\d(?: ?[ap]\.?m)?| ?[ap]\.?m| ?o'?clock)\b")
_DIGIT = re2.compile(r"\d")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WRITTEN = re2.compile(
    r"(?i)^\W*(?:dated?\W+|[^,\d]+, *(?:the )?)?"
    rf"(\d\d?(?:st|nd|rd|th)?(?: of)? {_MONTH},?(?: 20\d\d)?|{_MONTH} \d\d?(?:st|nd|rd|th)?,?(?: 20\d\d)?"
    r"|\d{1,2}\.\d{1,2}\.20\d\d|20\d\d-\d\d-\d\d)\W*$"
)
_DATE_LINE = 60  # characters of a line that is the letter's date, with its place at most
_OF_LETTER = re2.compile(
    r"(?i)\b(?:of|from|after|following) (?:the |this )?(?:letter|offer|above date|date hereof|"
    r"date (?:of (?:this|the|our)|below|above|hereof|shown|stated|given|on this))\b"
)
_LONGEST = timedelta(days=120)  # a day further away is not read rightly
_WEEK = re2.compile(r"(?i)\bend of (?:the |this )?week\b|\b(?:before|by) (?:the |this )?weekend\b")


def written_on(text: str, sentence: str) -> str:
    """The letter's own date as it is written, where ``sentence`` counts the time to answer from it; else ""."""
    lines = text.split("\n") if _OF_LETTER.search(sentence) else []
    dated = (_WRITTEN.search(line) for line in lines if len(line) < _DATE_LINE)
    return next((str(found.group(1)) for found in dated if found), "")


def answer_day(words: str, now: datetime, zone: str, weekend: tuple[str, ...], written: str = "") -> date | None:
    """The day in the user's zone; a time left to answer counts from today, or from the day ``written`` on the letter.
    None where it is not sure, or past."""
    today = now.astimezone(ZoneInfo(zone)).date()
    if not words:
        return None
    begun = past_day(written, now, zone) or today
    found = _span_end(words, begun, weekend) or _near(words, today) or _named(words, now, zone)
    return found if found is not None and today <= found <= today + _LONGEST else None


def _named(words: str, now: datetime, zone: str) -> date | None:
    """A date or a weekday; "by Monday" said on a Monday means the next one, for this one would be called today."""
    found = day_of(words, now, zone) or day_of(_BY.split(words)[-1], now, zone)
    today = now.astimezone(ZoneInfo(zone)).date()
    return today + timedelta(days=7) if found == today and not _DIGIT.search(_CLOCK.sub("", words)) else found


def _near(words: str, today: date) -> date | None:
    if near := _NEAR.search(words):
        return today if near["today"] else today + timedelta(days=1)
    return end_of_week(today) if _WEEK.search(words) else None


def _span_end(words: str, today: date, weekend: tuple[str, ...]) -> date | None:
    match = _SPAN.search(" ".join(words.split()))
    if match is None:
        return None
    number = _NUMBERS.get(match["number"].lower()) or int(match["number"])
    unit = match["unit"].lower()
    if unit in ("hour", "hr"):
        return today + timedelta(days=number // 24) if number >= 24 else today
    if unit == "day" and match["work"]:
        return workdays(today, number, weekend)
    return ahead(today, number, unit)


def reminder_days(came: date, by: date, today: date) -> list[date]:
    """The days on whose evening a word about that deadline is still to come: halfway, and the day before."""
    days = (by - came).days
    halfway = [came + timedelta(days=days // 2)] if days >= HALF else []
    return [day for day in dict.fromkeys([*halfway, by - timedelta(days=1)]) if day >= today]
