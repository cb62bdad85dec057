"""One message with several interviews in it: "tesco tue 9am with Priya and lidl wed 2pm with Bob, both warehouse"."""

from __future__ import annotations

from datetime import date, datetime

import re2

from bot.core.lines import read_line, understood
from bot.core.lines.invites import is_invite
from bot.core.lines.mails import is_mail
from bot.core.lines.people import is_name

MOST = 4  # interviews in one message
_LONGEST = 600  # characters of such a message
_JOINT = re2.compile(
    r"(?i)(?:\s*(?:,|;|\n+|\.\s)\s*(?:and |then |also |plus )*|\s+(?:and(?: also| then)?|then|plus|also|&)\s+)"
)
_TAIL = re2.compile(
    r"(?i)[ ,;.]*\b(?:both|all|each)(?: of them)?(?: are| is)?(?: for| as)?(?: an?| the)? "
    r"([^\d,;:.()!?]{3,40})[ .!]*$"
)
_HEAD = re2.compile(
    r"(?i)^\W*(?:(?:hi|hiya|hey|hello|so|ok|yay|news)\b[\s,!.:]*)*"
    r"(?:i |i've |ive |we |have |has |got |there are |my |a couple of |two |three |four |[234] )*"
    r"(?:job |phone |video |more |other )?(?:interviews|talks|meetings|appointments|chats|(?:interview|talk|meeting)\b)"
    r"(?: (?:this|next|coming|in the next|on the|these) (?:up|week|fortnight|month|days?|two weeks))*"
    r"(?: (?:for|as) (?:an? |the )?([a-z][a-z \-]{2,30}?)(?: (?:jobs?|roles?|positions?|work|posts?))?)?"
    r"\s*(?::|\.+ |,| -+ |\n| are| at\b)\s*"
)
"""What is said before the first of them; the job that all are for."""
_OTHER = re2.compile(
    r"(?i)[\s,]+(?:and |then |but )?((?:(?:the |an)other|(?:the )?(?:second|2nd|third|3rd|next)) (?:one |interview )?"
    r"(?:is|s|'s|at|with|on)\b)"
)
"""Where one begins without a sign before it."""
_COUNTED = re2.compile(
    r"(?i)^(?:and |then |also )*(?:(?:the |my )?(?:first|second|third|1st|2nd|3rd|last|next|(?:an)?other)|one)"
    r"(?: one| interview)?(?:(?:'?s| is| will be|:| -|,)(?: at| with)?| at| with)\s+|^(?:second|third|2nd|3rd) "
)
_DAY = re2.compile(
    r"(?i)\b(?:today|tonight|tomorrow|tmrw"
    r"|(?:next |this )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b"
)
_CLOCK_ONLY = re2.compile(r"(?i)^(?:at |until |till |to )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?$")


def several(text: str, now: datetime, tz: str) -> list[str]:
    """The lines of the interviews in it, where each names another employer and a day of its own; else nothing.

    now: aware; tz: the user's IANA zone. What all of them share ("both warehouse") goes to each.
    """
    if len(text) > _LONGEST or "?" in text or "BEGIN:" in text or is_invite(text) or is_mail(text):
        return []
    if understood(text, now, tz).kind == "instant":
        return []  # two times in one text would not read as one
    shared = _TAIL.search(text)
    body = text[: shared.start()] if shared else text
    found = _HEAD.search(body)
    body = _OTHER.sub(r"; \1", body[found.end() :] if found else body)
    rows = _grouped(body, now, tz)
    if not 2 <= len(rows) <= MOST or not all(_told(row, now, tz) for row in rows):
        return []
    if len({_employer(row, now, tz).casefold() for row in rows}) < len(rows):
        return []
    words = shared.group(1) if shared else found.group(1) if found else None
    return [f"{row}, {_shared(words.strip())}" if words else row for row in rows]


def _shared(words: str) -> str:
    """What all of them share, as a line tells it: "in leeds", or the job."""
    return words if words.lower().startswith(("in ", "at ", "by ", "on ", "with ")) else f"role: {words}"


def _grouped(text: str, now: datetime, tz: str) -> list[str]:
    """The pieces put together: a new line begins where a piece and the one before it have both."""
    rows: list[str] = []
    last = 0
    for found in [*_JOINT.finditer(text), None]:
        piece = str(_COUNTED.sub("", text[last : found.start() if found else len(text)].strip()))
        piece = _with_day(piece, rows[-1], now, tz) if piece and rows else piece
        if piece and (not rows or (_told(piece, now, tz) and _told(rows[-1], now, tz))):
            rows.append(piece)
        elif piece:
            rows[-1] += f", {piece}"
        last = found.end() if found else last
    return rows


def _with_day(piece: str, last: str, now: datetime, tz: str) -> str:
    """A piece with a clock and no day, on the day of the one before it: "tomorrow 10 Greggs, then at 2pm Costa"."""
    day, reading = _DAY.search(last), understood(piece, now, tz)
    lacks = bool(reading.clocks or reading.clock) and not _DAY.search(piece) and not _CLOCK_ONLY.search(piece)
    line = read_line(piece, reading.spans) if day and lacks else None
    return f"{piece} {day.group(0)}" if day and line and line.sure and line.employer else piece


def _told(text: str, now: datetime, tz: str) -> bool:
    return bool(_day(text, now, tz)) and bool(_employer(text, now, tz))


def _day(text: str, now: datetime, tz: str) -> date | None:
    reading = understood(text, now, tz)
    days = reading.days or ((reading.day,) if reading.day else ())
    return reading.start.date() if reading.start else (days[0] if days else None)


def _employer(text: str, now: datetime, tz: str) -> str:
    found = read_line(text, understood(text, now, tz).spans).employer
    return "" if is_name(found) else found
