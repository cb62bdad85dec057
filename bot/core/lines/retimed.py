"""Another time for an interview that has one: only a clock means its day, only a day means its clock."""

from __future__ import annotations

from datetime import datetime

import re2

from bot.core import when
from bot.core.when.vocabulary import HOUR_WORD

_ONLY_A_CLOCK = ("no_day", "day_assumed")
_ONLY_A_DAY = ("no_clock",)
_CLOCK = rf"(?:(?:(?:half|quarter) (?:past |to )?)?(?:\d{{1,2}}(?:[:.]\d{{2}})?|{HOUR_WORD}\b) ?(?:[ap]\.?m\.?)?)"
_SAYS = (
    r"(?:ok|oh|um|yes|no|nope|nah|sorry|actually|wait|hang on|i mean|i meant|make it|it's|its|it is|is|at|just|say|now)"
)
_BARE = re2.compile(
    rf"(?i)^\W*(?:{_SAYS}\b[ ,.!-]*)*(\d{{1,2}}|{HOUR_WORD})(?:[ :.h](\d{{2}}))?(?: o'?clock)?"
    r"(?: (?:please|pls|plz|sorry|then|instead))*\W*$"
)
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|tomorrow)"
_TAKEN_BACK = (
    re2.compile(rf"(?i)\bnot (?:on )?{_DAY}[,;.-]? (?:but |rather |its |it's |it is |on ){{0,2}}(?:on )?({_DAY})\b"),
    re2.compile(
        rf"(?i)\bnot (?:at )?{_CLOCK}[,;.-]? {{1,2}}(?:but |rather |it's |its |it is |at ){{0,2}}({_CLOCK})(?:\W|$)"
    ),
    re2.compile(rf"(?i)\b(?:from )?(?:at )?{_CLOCK} ?(?:->|=>|to) ({_CLOCK})(?:\W|$)"),
    re2.compile(rf"(?i)\b({_CLOCK}),? (?:and )?(?:not|instead of|rather than) (?:at )?{_CLOCK}(?:\W|$)"),
)  # fmt: skip
"""The clock or day that was wrong beside the right one, which is the group."""
_WHOLE_DAY = re2.compile(rf"(?i)^{_DAY}$")


def retimed(text: str, was: datetime, now: datetime, tz: str) -> when.Reading:
    """The new time that ``text`` tells of an interview; kind "nothing" where it tells none.

    was: when it is so far, aware, in the zone in which it was told; now: aware; tz: the user's IANA zone.
    """
    text = _without_the_old(text)
    reading = when.understand(text, now, tz)
    bare = _BARE.match(text)
    if reading.kind == "nothing" and bare:
        text = f"at {bare.group(1)}:{bare.group(2)}" if bare.group(2) else f"at {bare.group(1)}"
        reading = when.understand(text, now, tz)
    if reading.why in _ONLY_A_CLOCK and (reading.clocks or reading.clock):
        return when.follow_up(text, _only_day(was, now), now, _zone(was))
    if reading.why in _ONLY_A_DAY:
        return when.follow_up(text, _only_clock(was), now, _zone(was))
    return reading


def _without_the_old(text: str) -> str:
    """The text with the right clock or day alone where the wrong one stands beside it."""
    for pattern in _TAKEN_BACK:
        found = pattern.search(text)
        if found:
            right = str(found.group(1)).strip()
            at = "on" if right[:1].isalpha() and _WHOLE_DAY.match(right) else "at"
            return f"{text[: found.start()]}{at} {right} {text[found.end() :]}".replace("at at ", "at ").strip()
    return text


def _only_day(was: datetime, now: datetime) -> when.Reading:
    return when.Reading("ask", why="no_clock", day=was.date(), days=(was.date(),))


def _only_clock(was: datetime) -> when.Reading:
    clock = was.time().replace(microsecond=0)
    return when.Reading("ask", why="no_day", clock=clock, clocks=(clock,))


def _zone(was: datetime) -> str:
    return getattr(was.tzinfo, "key", None) or "UTC"
