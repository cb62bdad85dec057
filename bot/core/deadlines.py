"""The day by which an employer wants an answer, told in passing: "they want me to sign by tonight".

The words of an offer itself, which give such a day or the time left until it, are read by :mod:`bot.core.offer.due`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import re2

from bot.core.days import day_of

_DECIDE = (
    r"\b(?:sign|decide|answer|accept|reply|respond|commit|say (?:yes|no)|let (?:them|him|her|me|us) know"
    r"|tell (?:them|him|her)|get back|make up my mind|decision|deadline|(?:gave|give|gives|given) (?:me|us)"
    r"|(?:needs?|wants?|wanted|has|have) to (?:know|hear))\b"
)
_BY = r"(?:by|until|till|til|before|within|not later than|no later than|latest|(?:is|for|was)(?: now| on)?)"
_NEAR = r"(?:tonight|today|tomorrow|end of (?:the )?(?:day|week)|eod)"
_WANTED = re2.compile(
    rf"(?i)(?P<no>(?:\bnot|n't|n’t|\bnever) )?{_DECIDE}[^.!?\n]{{0,40}}?"
    rf"(?:\b{_BY}\b(?P<until>[^.!?\n]{{1,40}})|(?P<near>\b{_NEAR}\b))"
)
_HAVE = re2.compile(r"(?i)\b(?:i|we)(?:'ve|’ve)? (?:have |got |have got )?(?:until|till|til) (?P<until>[^.!?\n]{1,40})")
_HOURS = re2.compile(r"(?i)\b(?P<hours>12|24|36|48|72) ?(?:hours|hrs|h)\b")
THIS_DAY = r"today|tonight|end of (?:the )?day|eod|midnight"
_TODAY = re2.compile(rf"(?i)\b(?:{THIS_DAY}|this (?:afternoon|evening)|noon)\b")
_WEEK = re2.compile(r"(?i)\bend of (?:the )?week\b")
_NOT = re2.compile(r"(?i)\bnot\b[^,;!.]{1,30}(?:[,;!.]+|\bbut\b)")
_FRIDAY = 4


def answer_by(text: str, now: datetime, zone: str) -> date | None:
    """The day in the user's zone by which they want a yes or a no; None where none is told or it is past."""
    words = _told(" ".join(text.split()))
    if not words:
        return None
    if _NOT.search(words):  # "not Monday 4 January, Monday 14 December"
        words = _NOT.split(words, 1)[-1]
    today = now.astimezone(ZoneInfo(zone)).date()
    if hours := _HOURS.search(words):
        return (now + timedelta(hours=int(hours["hours"]))).astimezone(ZoneInfo(zone)).date()
    if _WEEK.search(words):
        return end_of_week(today)
    found = day_of(words, now, zone)
    if found is None and _TODAY.search(words):
        return today
    return found if found is not None and found >= today else None


def end_of_week(today: date) -> date:
    """The Friday by which "the end of the week" is over; on a weekend the one of the week to come."""
    return today + timedelta(days=(_FRIDAY - today.weekday()) % 7)


def _told(line: str) -> str:
    """The words of the day; "" where none is told: "did not reply until Friday" tells what was."""
    if match := _WANTED.search(line):
        return "" if match["no"] else str(match["until"] or match["near"])
    have = _HAVE.search(line)
    return str(have["until"]) if have else ""


def without(text: str) -> str:
    """The text without such a day, for a reader of days that are over."""
    return str(_WANTED.sub(" ", " ".join(text.split())))
