"""What is told in a line after a talk: how it went, and the day by which they want to be in touch."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import re2

from bot.core.days import day_of
from bot.core.lines.parts import INTERVIEW
from bot.core.patterns import any_of

_LONG = 40  # words; a longer message tells more than that
_HOW = re2.compile(
    r"(?i)^\W*(?:(?:well|hm+|it|that|all|was|went|is|its|it['’]s|the talk|just|quite|pretty|really|very|so|rather|not|"
    r"too|kind of|kinda|sort of)\W+)*(?:fine|good|great|ok|okay|okayish|alright|all right|well|nice|nicely|bad|badly|"
    r"awful|terrible|horrible|brilliant|perfect|so[ -]so|meh|smooth|smoothly|strange|weird|long|short|amazing|super)\b"
)
_THEY = (
    r"(?:they|he|she|hr|the (?:boss|manager|recruiter|owner|chef)|mrs? \w+|ms \w+)(?:['’]?ll|['’]?d)?"
    r"(?: (?:will|would|want to|wants to|said|say|promised|plan to|hope to|are going to|to|theyll|they|he|she|"
    r"should|gonna|is|are|going)"
    r"(?:['’]?ll|['’]?d)?)*"
)
_TOUCH = any_of(rf"""
    {_THEY} (?:call|calls|ring|rings|phone|phones|mail|mails|email|emails|write|writes|answer|answers|reply|replies|
    decide|decides|tells? (?:me|us|you)|tell by|let me know|let you know|lets me know|inform(?: me)?|revert|
    come back by|get back|gets back|come back to me|be in touch|give me an answer)
    i(?:['’]ll| will| should)? (?:hear|know|get (?:an|the|my|their) answer)|will hear (?:back )?from them
    (?:an|the|their) (?:answer|decision) (?:comes|is due|will come|by)
""")
"""They will be in touch: no talk, though "they call on Wednesday" reads like one."""
_NEW = any_of(r"""
    interview|round|invited?|invites|trial|another (?:one|talk|call|meeting)|next (?:one|talk|call|meeting|step)
    (?:second|2nd|final|third) (?:one|talk|call|meeting)|moved|cancell?ed|reschedul\w+|postponed|called off
    (?:see|meet) me|come (?:in|again|back (?:on|at|for|in))|offer|offered
""")
"""A talk to come, one that moved, or an offer: more than an answer to "How did it go?"."""


_LOOSE = re2.compile(r"(?i) (?:or so|latest|at the latest|i think|i guess|probably|maybe|hopefully)\b")


def answers_how(text: str, *, named: bool, clock: bool = False) -> bool:
    """Whether a line is an answer to "How did it go?" although it names a day: "fine, they call on Wednesday".

    ``named``: an employer is read in it; then only that they will be in touch makes it one. ``clock``: an hour is told;
    then a call is a talk to come.
    """
    line = " ".join(INTERVIEW.sub("interview", text).split())
    if len(line.split()) > _LONG or "?" in line or _NEW.search(line):
        return False
    if _TOUCH.search(line):
        return not clock
    return not named and _HOW.search(line) is not None


def in_touch(text: str) -> bool:
    """Whether it says that they will be in touch: no answer to a question."""
    return bool(_TOUCH.search(" ".join(text.split())))


def word_by(text: str, now: datetime, zone: str) -> date | None:
    """The day in the user's zone by which they want to be in touch; None where none is told, or it is past."""
    line = str(_LOOSE.sub("", " ".join(text.split())))
    found = _TOUCH.search(line)
    if found is None:
        return None
    rest = re2.split(r"[.!?;]\s|[.!?;]$|,\s|\sand\s", line[found.end() - 1 :])[0]
    day = day_of(rest, now, zone) or day_of(line[: found.start()], now, zone)
    return day if day is not None and day >= now.astimezone(ZoneInfo(zone)).date() else None
