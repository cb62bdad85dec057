"""Lengths ("45 minutes"), offsets from now ("in 2 hours") and parts of the day ("in the morning")."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.core.when.board import CLOCK, LENGTH, NOISE, PART, Board
from bot.core.when.mentions import Span
from bot.core.when.vocabulary import SMALL, count

_N = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|{SMALL})"
_HOURS, _MINUTES = r"(?:hours?|hrs?|(?<=[1-6])(?<!\d[1-6])h(?! ?\d\d\b))", r"(?:minutes?|mins?|min|m)"
_AMOUNT = (
    r"(?:(?P<half>half (?:an? )?hour|half-hour)|(?P<quarters>(?:a )?(?:quarter of an|3/4) ?hour|"
    r"three quarters of an hour)"
    rf"|(?P<h>{_N})(?P<h2> and a half)?[ -]?{_HOURS}\b(?P<ah> and a half|"
    rf" and a quarter)?(?:,? ?(?:and )?(?P<hm>\d{{1,2}}|{SMALL}) ?{_MINUTES}\b)?"
    rf"|(?P<hc>\d)h ?(?P<mc>[0-5]\d)\b"
    rf"|(?:(?P<low>\d{{1,3}}|{SMALL}) ?(?:-|to|or) ?)?(?P<m>\d{{1,3}}|{SMALL})[ -]?{_MINUTES}\b)"
)
_IN = re.compile(
    rf"\b(?:in|within) (?P<vague>about |around |approximately |roughly |under |less than |the next )?{_AMOUNT}"
    r"(?:'s?)?(?: time| from now)?\b(?! (?:of|before|after|early|late|walk|drive))",
    re.I,
)
_FROM_NOW = re.compile(rf"(?P<vague>about |around )?\b{_AMOUNT} from (?:now|this moment)\b", re.I)
_RELATED = re.compile(
    rf"(?:\b{_AMOUNT}) (?:early|earlier|late|later|before(?:hand)?|after(?! (?:the |that |my |your )?{CLOCK})|prior|"
    r"away|walk|drive|"
    r"by (?:bus|train|car|bike|foot)"
    r"|from (?:here|home|me|my)|commute|ride|in advance|ahead|of)\b",
    re.I,
)
_LENGTH = re.compile(rf"(?<![\w.:/])\b{_AMOUNT}(?![\w:])", re.I)
_STARTING = re.compile(
    r"(?:[^\w\s']\s?|\n|\b(?i:interview|call|meeting|screen|screening|zoom|teams|is|it's|its|it|"
    r"starts?|starting|begins?|on|chat|test|trial"
    r"|round|there|one|now|me|today|soon|slot|appointment|again|up|due|happening|s|assessment|shift|"
    r"manager|boss|them|hr|also) "
    r"|\b[A-Z][\w&.'-]+ )$"
)
_PART = re.compile(
    r"(?P<lead>\b(?:in|during|of) the |\bat |\bthis )?(?:\b(?:early|late|mid)[ -])?\b(?P<p>morning|"
    r"afternoon|evening|night)\b(?! before)",
    re.I,
)


def amount(match: re.Match[str]) -> timedelta | None:
    """The time that a match of the pattern of amounts says; of "30-45 minutes" the longer."""
    if match["half"]:
        return timedelta(minutes=30)
    if match["quarters"]:
        return timedelta(
            minutes=15 if "quarter of" in match["quarters"].lower() and "three" not in match["quarters"].lower() else 45
        )
    if match["m"]:
        minutes = count(match["m"])
        return timedelta(minutes=minutes) if minutes else None
    if match["hc"]:
        return timedelta(hours=int(match["hc"]), minutes=int(match["mc"]))
    hours = count(match["h"])
    extra = count(match["hm"]) if match["hm"] else 0.0
    if hours is None or extra is None:
        return None
    half = 0.5 if match["h2"] or (match["ah"] or "").endswith("half") else 0.25 if match["ah"] else 0.0
    return timedelta(hours=hours + half, minutes=extra)


def _starts(text: str, at: int) -> bool:
    """Whether "in 20 minutes" says when something starts, not how long it takes ("4 questions in 20 minutes")."""
    before = text[max(0, at - 24) : at]
    return at == 0 or bool(_STARTING.search(before))


def find_offsets(board: Board) -> list[Span]:
    """Offsets from now; a vague one ("in about an hour", "within 2 hours") has no value: timedelta(0)."""
    found = []
    for pattern in (_IN, _FROM_NOW):
        for match in board.find(pattern):
            value = amount(match)
            vague = (
                match["vague"] or match.group().lower().startswith("within") or not _starts(board.text, match.start())
            )
            if value:
                found.append(Span(*match.span(), timedelta(0) if vague else value))
                board.take(*match.span(), LENGTH)
    return found


def find_lengths(board: Board) -> list[Span]:
    """Told lengths from 5 minutes to 10 hours; "10 minutes early" and the like are noise."""
    for match in board.find(_RELATED):
        board.take(*match.span(), NOISE)
    found = []
    for match in board.find(_LENGTH):
        value = amount(match)
        fits = value is not None and timedelta(minutes=5) <= value <= timedelta(hours=10)
        board.take(*match.span(), LENGTH if fits else NOISE)
        if fits and value:
            found.append(Span(*match.span(), value))
    return found


def find_parts(board: Board) -> list[Span]:
    """Parts of the day. "this morning" leaves "this" to the day finder, which knows it as today."""
    found = []
    for match in board.find(_PART):
        this = (match["lead"] or "").lower() == "this "
        start = match.start() if not this else match.start() + 5
        word = match["p"].lower()
        found.append(Span(start, match.end(), word))
        board.take(start, match.end(), PART)
    return found
