"""Finds clocks and ranges of clocks that need no cue: "3pm", "14:30", "half past two", "10-11am"."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.core.when.board import CLOCK, DAY, MARKS, ZONE, Board
from bot.core.when.mentions import Clock, Side
from bot.core.when.sieve import Sieve
from bot.core.when.vocabulary import HOUR_WORD, HOURS, MONTH, NUMBERS, WEEKDAY

_AP = r"(?P<ap{0}>[ap](?:\.? ?m\b)?(?:(?<=\.m)\.|(?<=\. m)\.)?(?!\w))"
_T = (
    r"(?P<h{0}>[01]?\d|2[0-4])(?:(?P<s{0}>[:.]|h(?=[0-5]\d))(?P<m{0}>[0-5]\d))?(?::\d\d)?"
    r"(?: ?" + _AP + r"|(?P<u{0}> ?(?:hrs|hours|h|uhr)\b))?"
)
_NOT_BEFORE = r"(?<![\w.,:/€$£#-])"
_SEP = r" ?(?:[-~]|to\b|til\b|till\b|until\b|thru\b|through\b|->) ?"
_RANGE = re.compile(
    rf"(?P<between>\bbetween )?(?<![\w.:/€$£#])(?<!\d[,-])(?:from )?{_T.format(1)}(?(between) ?(?:-|"
    rf"and|&|to)|(?:{_SEP})) ?{_T.format(2)}(?![\d:]|[./-]\d)",
    re.I,
)
_SINGLE = re.compile(rf"{_NOT_BEFORE}{_T.format(1)}(?![\d:]|\.\d)", re.I)
_MONTH_BEFORE = re.compile(rf"(?P<d>\d(?:st|nd|rd|th)?(?: of)? ?)?\b{MONTH}\b\.? (?:the )?\Z", re.I)
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?: of)? ?{MONTH}\b(?! ?\d{{1,2}}(?:st|nd|rd|th)?\b(?!:))", re.I)
_DASHED = re.compile(
    rf"(?:(?<=[\s{DAY}{CLOCK}{ZONE}]-)|(?<=[A-Zm)\s]/))(?<![:]\d\d-){_T.format(1)}(?![\d:]|\.\d)", re.I
)
_GLUED = re.compile(r"(?<![\w.,:/€$£#-])(?P<h>1[0-2]|0?[1-9])(?P<m>[0-5]\d) ?(?P<ap>[ap])\.?m\b", re.I)
_HUNDRED = re.compile(r"(?<![\w.,:/€$£#-])(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?: ?(?:hrs|hours|h)\b)", re.I)
_AT_HOURS = re.compile(  # as many say it whose languages count to 24: "at 16 hours"
    r"(?:\bat|@) ?(?P<x>(?P<h>0?[7-9]|1\d|2[0-3]) ?(?:hours?|hrs)\b)"
    r"(?! (?:a|an|per|each|every|of|in|into|notice|before|after|later|earlier|away|drive|weekly|minimum|maximum)\b)",
    re.I,
)
_MINUTE = r"(?:five|ten|quarter|a quarter|twenty[ -]five|twenty|half|\d{1,2})"
_HALF_DAY = r"(?: ?(?P<ap>[ap])\.? ?m\b)?"
_PAST = re.compile(
    rf"\b(?P<m>{_MINUTE})(?: minutes?| mins?)? (?P<way>past|to|after|before|til|till|"
    rf"of) (?P<h>{HOUR_WORD}|noon|\d{{1,2}})(?![\d:.]\d|\d)(?: o'?clock)?{_HALF_DAY}(?:[ -]?ish)?(?![\w-])",
    re.I,
)
_HALF = re.compile(
    rf"\bhalf[ -](?P<h>{HOUR_WORD}|\d{{1,2}})(?:[ -]?ish)?\b(?! ?(?:hours?|days?|years?|%))(?:{_HALF_DAY})", re.I
)
_OCLOCK = re.compile(
    rf"(?<![\w:.])(?P<h>{HOUR_WORD}|\d{{1,2}})(?:[:.](?P<m>[0-5]\d))?(?: ?'?o'? ?clock)\b(?: sharp)?"
    rf"{_HALF_DAY}",
    re.I,
)
_NOON = re.compile(
    r"(?P<twelve>(?:12(?:[.:]00)?|twelve) ?)?\b(?P<w>noon|midnight)\b(?! ?(?:ltd|inc|limited|gmbh|llc|café|cafe|"
    r"foods))",
    re.I,
)
_SPOKEN = re.compile(
    rf"\b(?P<h>{HOUR_WORD})[ -](?P<m>o?h?[ -]?five|ten|fifteen|twenty[ -]five|twenty|thirty[ -]five|"
    r"thirty|forty[ -]five|forty|fifty[ -]five|fifty)\b(?![ -](?:min|hour|pound|dollar|euro|percent|"
    r"people|year))(?: ?(?P<ap>[ap])\.? ?m\b)?",
    re.I,
)
_WORD_HALF = re.compile(rf"\b(?P<h>{HOUR_WORD}) ?(?P<ap>[ap])\.? ?m\b", re.I)

_FOR = re.compile(  # "8.50 for a 9.00 start", as the British say when they mean nine
    rf"(?<![\w.,:/€$£#-])(?P<h1>\d{{1,2}})(?:[.:](?P<m1>[0-5]\d))? ?(?:[ap]\.?m\.?)? for (?:an? |the |your |my )?"
    rf"(?P<h>\d{{1,2}}|{HOUR_WORD})(?:[.:](?P<m>[0-5]\d))?(?: ?o'?clock)?{_HALF_DAY}(?![:.]\d|\w)"
    rf"(?=[ ,]?(?:$|[.;!?)\n,(]| ?(?:start|sharp|prompt|kick|interview|with|in|at|on|{WEEKDAY}|tomorrow|today)\b))",
    re.I,
)
_ISH = re.compile(
    r"(?<![\w.,:/€$£#-])(?<!half )(?<!past )(?<!to )(?<!quarter )"
    rf"(?P<h>{HOUR_WORD}|[01]?\d|2[0-3])(?:[:.]?(?P<m>[0-5]\d))? ?(?:(?P<ap>[ap])\.? ?m\.?)?[ -]?ish\b"
    r"(?! (?:minutes?|mins?|hours?|days?|weeks?|years?|people|staff|k)\b)",
    re.I,
)


def side(match: re.Match[str], n: int) -> Side:
    groups = match.groupdict()
    hour, minute = groups[f"h{n}"], groups.get(f"m{n}")
    half = {"a": "am", "p": "pm"}.get((groups.get(f"ap{n}") or "").lower()[:1], "")
    value = HOURS.index(hour.lower()) + 1 if hour.lower() in HOURS else int(hour)
    unit = groups.get(f"u{n}") or groups.get("u")
    return Side(value, int(minute or 0), half, exact=bool(hour.startswith("0") or unit) and not half)


def _explicit(match: re.Match[str], n: int) -> bool:
    """A clock beyond doubt: with am or pm, with minutes after a colon, or with a unit."""
    half = match[f"ap{n}"]
    unit = (match[f"u{n}"] or "").strip().lower()
    colon = match[f"m{n}"] and match[f"s{n}"] != "."
    return bool((half and (len(half) > 1 or half.islower())) or colon or unit == "uhr" or (unit and match[f"m{n}"]))


def _range(match: re.Match[str], text: str) -> Clock | None:
    if not (_explicit(match, 1) or _explicit(match, 2)) or _is_date(match, text):
        return None
    if match["u1"] and not match["m1"] and not _explicit(match, 2):
        return None
    if not (match["m2"] or match["ap2"] or match["u2"]) and _MONTH_AFTER.match(text, match.end()):
        return None  # "from 3 Dec 2pm to 1 Dec": the last number is a day
    return Clock(*match.span(), side(match, 1), side(match, 2))


def _is_date(match: re.Match[str], text: str) -> bool:
    """ "Dec 3 - 4pm": the first number belongs to a month before it, unless that has its day ("3 Dec 2-4pm")."""
    month = _MONTH_BEFORE.search(text, max(0, match.start() - 24), match.start())
    return bool(month and not month["d"] and not match["m1"] and not match["ap1"])


def _odd(side: Side, minutes: str | None) -> str:
    """13pm cannot be; 12am is midnight by the book and noon for many who write it."""
    if side.half == "am" and side.hour == 12:
        return "midnight"
    return "impossible_clock" if side.half and side.hour > 12 and not minutes else ""


def _single(match: re.Match[str], text: str) -> Clock | None:
    if not _explicit(match, 1) or (match["u1"] and not match["m1"] and "uhr" not in match["u1"].lower()):
        return None
    if match["s1"] == "h" and int(match["h1"]) < 5 and not re.search(r"(?:at|@|à|às) ?$", text[: match.start()][-4:]):
        return None  # "1h30" is a length
    half = match["ap1"] or ""
    if (
        len(half) == 1
        and match["m1"] is None
        and not re.search(rf"(?:at |@ ?|[a-z] |^|[{MARKS}], ?)$", text[: match.start()][-8:], re.I)
    ):
        return None
    return Clock(*match.span(), side(match, 1), why=_odd(side(match, 1), match["m1"]))


def _plain(match: re.Match[str], text: str) -> Clock | None:
    half = {"a": "am", "p": "pm"}.get((match.groupdict().get("ap") or "").lower(), "")
    side = Side(int(match["h"]), int(match["m"]), half, exact=not half)
    return Clock(*match.span(), side, why=_odd(side, match["m"]))


def _at_hours(match: re.Match[str], text: str) -> Clock | None:
    return Clock(*match.span("x"), Side(int(match["h"]), exact=True))


def hour_of(word: str) -> int:
    return 12 if word == "noon" else HOURS.index(word) + 1 if word in HOURS else int(word)


def _past(match: re.Match[str], text: str) -> Clock | None:
    word = match["m"].lower().removeprefix("a ")
    minutes = (
        {"quarter": 15, "half": 30}.get(word)
        or NUMBERS.get(word.replace("-", " "))
        or (int(word) if word.isdigit() else 0)
    )
    hour, way = hour_of(match["h"].lower()), match["way"].lower()
    if (
        word.isdigit()
        and way not in ("past", "after")
        and minutes not in (20, 25)
        and "min" not in match.group().lower()
    ):
        return None  # "5 to 6" is a range
    if not 1 <= minutes <= 30 or (way == "of" and minutes == 30) or hour > 23:
        return None
    if way in ("to", "before", "til", "till", "of"):
        hour, minutes = (hour - 1 or 12 if hour <= 12 else hour - 1), 60 - minutes
    half = {"a": "am", "p": "pm"}.get((match["ap"] or "").lower(), "")
    sure = match["h"].lower() == "noon"
    return Clock(*match.span(), Side(hour, minutes, half, exact=sure))


def _half(match: re.Match[str], text: str) -> Clock | None:
    hour = hour_of(match["h"].lower())
    return Clock(*match.span(), Side(hour, 0, why="half_hour")) if 1 <= hour <= 12 else None


def _oclock(match: re.Match[str], text: str) -> Clock | None:
    half = {"a": "am", "p": "pm"}.get((match["ap"] or "").lower(), "")
    exact = match["h"].startswith("0") and not half
    return Clock(*match.span(), Side(hour_of(match["h"].lower()), int(match["m"] or 0), half, exact=exact))


def _noon(match: re.Match[str], text: str) -> Clock | None:
    if match["w"].lower() == "midnight":
        return Clock(*match.span(), Side(0, exact=True), why="midnight")
    return Clock(*match.span(), Side(12, exact=True))


def _spoken(match: re.Match[str], text: str) -> Clock | None:
    words = match["m"].lower().replace("-", " ")
    tens = {"thirty": 30, "forty": 40, "fifty": 50, "twenty": 20}
    minutes = sum(
        tens.get(w, 0) or (5 if w.endswith("five") else {"ten": 10, "fifteen": 15}.get(w, 0)) for w in words.split()
    )
    half = {"a": "am", "p": "pm"}.get((match["ap"] or "").lower(), "")
    return Clock(*match.span(), Side(hour_of(match["h"].lower()), minutes, half))


def _word_half(match: re.Match[str], text: str) -> Clock | None:
    return Clock(*match.span(), Side(hour_of(match["h"].lower()), 0, match["ap"].lower() + "m"))


def _for(match: re.Match[str], text: str) -> Clock | None:
    """The second of two clocks, if it is up to an hour after the first."""
    hour, minute = hour_of(match["h"].lower()), int(match["m"] or 0)
    apart = (hour * 60 + minute - int(match["h1"]) * 60 - int(match["m1"] or 0)) % 720
    if not (match["m1"] or match["m"]) or not 0 < apart <= 60 or hour > 23:
        return None
    half = {"a": "am", "p": "pm"}.get((match["ap"] or "").lower(), "")
    return Clock(*match.span(), Side(hour, minute, half, exact=match["h"].startswith("0") and not half))


def _ish(match: re.Match[str], text: str) -> Clock | None:
    half = {"a": "am", "p": "pm"}.get((match["ap"] or "").lower(), "")
    hour = hour_of(match["h"].lower())
    exact = match["h"].startswith("0") and not half
    return Clock(*match.span(), Side(hour, int(match["m"] or 0), half, exact)) if hour else None


Maker = Callable[[re.Match[str], str], Clock | None]
_EXPLICIT: Sieve[Maker] = Sieve((
    (_FOR, _for), (_ISH, _ish), (_PAST, _past), (_HALF, _half), (_OCLOCK, _oclock), (_NOON, _noon),
    (_GLUED, _plain), (_HUNDRED, _plain),
    (_AT_HOURS, _at_hours),
    (_RANGE, _range), (_SINGLE, _single), (_DASHED, _single), (_SPOKEN, _spoken), (_WORD_HALF, _word_half),
))  # fmt: skip


def find_explicit(board: Board) -> list[Clock]:
    """Clocks that need no cue; taken from the board."""
    found: list[Clock] = []
    for pattern, make in _EXPLICIT.pick(board.pieces):
        for match in board.find(pattern) if found else board.matches(pattern):
            clock = make(match, board.text) if CLOCK not in match.group() else None
            if clock:
                found.append(clock)
                board.take(clock.start, clock.end, CLOCK)
    return found
