"""When a pasted invitation takes place. Names, numbers and times that hold no more are not read as times."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import re2

from bot.core import when
from bot.core.lines.invites import is_invite, row_of
from bot.core.lines.notices import current

_NO_TIMES = frozenset(
    "organizer,organiser,required,required attendees,optional,host,hosts,who,with,guests,attendees,invitee,invitees"
    ",invitee email,from,to,cc,interviewer,interviewers,panel,meeting id,passcode,pin,phone conference id,company"
    ",employer,sent,importance".split(",")
)
_NUMBER = re2.compile(r"\+\d[\d ()./-]{5,22}\d(?:\s*,,[\d#*, ]{3,40})?|\b(?:PIN|ID): ?[\d ]{4,16}#?")
_FIGURE = re2.compile(r" (\d{1,2}) (?:at |with |@ ?)?[A-Z][^\s\d]")
_NAMED = re2.compile(
    r"(?i)(\b(?:with|and|manager|boss|see|meet|matron|owner|mrs?\.?|ms|miss) )(jan|april|may|june|august)"
    r"\b( ?(?:$|[^\d ]))"
)
"""First names that are months as well."""
_CITY = re2.compile(r"(?im)^(\W*(?:time|when)\s*:[^\n]*\d ?[ap]m) +([A-Z][A-Za-z_]+(?: [A-Z][A-Za-z_]+)?)[ \t]*$")


def understood(text: str, now: datetime, tz: str) -> when.Reading:
    """As ``bot.core.when.understand``; the spans are those of ``text``."""
    if not is_invite(text):
        return _typed(text, now, tz)
    bare = _bare(current(text))
    reading = when.understand(bare, now, tz)
    if reading.kind != "ask" or reading.why != "zone_place":
        return reading
    # A video call's row ends in the zone's city: "Time: Nov 26, 2026 02:00 PM London"
    named = when.understand(str(_CITY.sub(r"\1 (\2 time)", bare)), now, tz)
    return replace(named, spans=reading.spans) if named.kind == "instant" else reading


def _typed(text: str, now: datetime, tz: str) -> when.Reading:
    """ "tomorrow 11 St Annes": a bare figure between the day and a name is its clock, and no house's number."""
    reading = when.understand(text, now, tz)
    if reading.kind == "ask" and _NAMED.search(text):
        named = when.understand(str(_NAMED.sub(_blank, text)), now, tz)
        reading = named if named.kind == "instant" else reading
    if reading.why != "no_clock" or not reading.spans:
        return reading
    for _, end in reading.spans:
        found = _FIGURE.match(text[end:])
        if found and 6 <= int(found.group(1)) <= 20:
            at = end + found.end(1)
            told = when.understand(f"{text[:at]};{text[at + 1 :]}", now, tz)
            return told if told.kind == "instant" else reading
    return reading


def _blank(found: re2._Match) -> str:
    """The words before the name, and blanks for it."""
    return str(found.group(1)) + " " * len(found.group(2)) + str(found.group(3))


def _bare(text: str) -> str:
    """The text as long as it was, with the rows blank that tell of people and numbers: "Jan Vos" is no month."""
    rows, blank = [], False
    for row in text.split("\n"):
        label, value = row_of(row)
        if row.strip():
            blank, below = (label in _NO_TIMES and not value) or (blank and not label and "@" in row), blank
            hidden = label in _NO_TIMES or (below and not label)
        else:
            hidden = False
        rows.append(" " * len(row) if hidden else row)
    return str(_NUMBER.sub(lambda found: " " * len(found.group(0)), "\n".join(rows)))
