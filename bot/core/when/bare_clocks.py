"""Finds numbers that are clocks only where a cue allows: "at 4", "Friday 130", "at 12 and half"."""

from __future__ import annotations

import re

from bot.core.when.board import CLOCK, DAY, LENGTH, NOISE, PART, ZONE, Board
from bot.core.when.clocks import hour_of, side
from bot.core.when.mentions import Clock, Side
from bot.core.when.vocabulary import HOUR_WORD

_AT = (
    r"(?:\bat (?:sharp |exactly |precisely |about |around |roughly |approximately )?|"
    r"@ ?|\bà |\bàs |\bum |\ba las |\balle |\bfrom |\b(?:set|scheduled|booked|planned|arranged|"
    r"fixed|down)(?: it)? for |\bmake it |\b(?:starts?|starting|begins?|kick(?:s|ing)? off)(?: at)? |"
    r"\btime:? )"
)
_ABOUT = r"(?:about |around |roughly |approx(?:imately|\.)? |circa |ca\. ?|say |~ ?)"  # a clock like any other
_NEAR = rf"(?:[{DAY}{PART}](?:[,:]| -)? ?(?:at |@ ?|from |between |by )?{_ABOUT}?|{_AT}|\bbetween )"
_GO_ON = (
    rf"(?=$|[.!?;)\]\n](?!\d)|,(?!\d)| ?[-/({DAY}{ZONE}{PART}{LENGTH}{NOISE}]| (?:sharp|with|w|on|in|"
    r"at|for|from|via|by|to|and|or|but|if|is|was"
    r"|as|because|so|then|until|the|my|our|your|this|next|please|pls|thanks|thx|ok|okay|works|work|over|latest|instead"
    r"|local|online|start|interview|call|meeting|zoom|(?-i:Teams)|phone|video|trial|i|it|they|he|she|we|you|can|not|good|great|see"
    r"|e[sd]?t|p[sd]?t|c[sd]?t|m[sd]?t|cest|cet|gmt|utc|bst|ist|eastern|pacific|central|mountain|aest|sgt|jst"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today)\b)"
)
_HOUR = rf"(?P<h{{0}}>{HOUR_WORD}|\d{{{{1,2}}}})(?:(?P<s{{0}}>\.)(?P<m{{0}}>[0-5]\d))?"
_BARE_RANGE = re.compile(
    rf"(?P<cue>{_NEAR}){_HOUR.format(1)}(?: ?(?:h|hrs|uhr)\b)?(?: ?(?:-|to|till|til|until|"
    rf"and) ?){_HOUR.format(2)}(?P<u> ?(?:h|hrs|uhr|o'?clock)\b)?{_GO_ON}(?! ?-\d)",
    re.I,
)
_BARE = re.compile(rf"(?P<cue>{_NEAR}){_HOUR.format(1)}(?:(?P<u> ?(?:h|hrs|uhr)\b)|{_GO_ON})(?! ?[-/] ?\d)", re.I)
_AND_HALF = re.compile(  # "at 12 and half"
    rf"(?P<cue>{_NEAR})(?P<h>{HOUR_WORD}|\d{{1,2}}) and (?:an? )?(?P<m>half|quarter)\b"
    r"(?! (?:an? )?(?:hours?|hrs?|of|the|days?|weeks?|months?|years?)\b)",
    re.I,
)
_ENDED = rf"(?=[ ,]{{0,2}}(?:$|[.;!?)\n](?!\d)|, ?[^\W\d]| ?(?:on |this |next )?[{DAY}{PART}{ZONE}]))"
_THREE = re.compile(  # "friday 130", "at 930"
    rf"(?:(?P<cue>[{DAY}{PART}](?:[,:]| -)? ?(?:at |@ ?|from )?)(?P<h>[1-9])(?P<m>[0-5][05]){_GO_ON}|"
    rf"(?P<at>\bat |@ ?)(?P<h2>[1-9])(?P<m2>00|15|30|45){_ENDED})(?![\d.:/-])",
    re.I,
)
_BY = re.compile(rf"(?P<cue>\bby ){_HOUR.format(1)}(?= (?:on )?[{DAY}])", re.I)
_ARRIVE = re.compile(
    r"(?P<cue>\b(?:arrive|be there|get there|check in|sign in)(?: at| by| from)? |\bas (?=\d{1,2} ?h))"
    rf"{_HOUR.format(1)}(?:(?P<u> ?(?:h|hrs|uhr)\b)|{_GO_ON})(?! ?[-/] ?\d)",
    re.I,
)
_LOOSE = re.compile(  # "Tuesday at the depot, about 4"
    rf"(?P<cue>(?:^|[,;(\n] ?|\b(?:interview|call|meeting|chat) ){_ABOUT}|(?<!\bof )(?<!\bwith )(?<!\bhas )(?<!\bhave )"
    rf"(?<!\bfor )(?<!\bare )\baround )(?P<h1>[2-9]|1[0-2]|(?!one){HOUR_WORD})(?:(?P<s1>[.:])(?P<m1>[0-5]\d))?{_ENDED}",
    re.I,
)
_FOUR = re.compile(rf"(?P<cue>{_NEAR})(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?![\d.:/-])", re.I)
_BEFORE_PART = re.compile(
    rf"(?<![\w.,:/€$£#-])(?P<h1>{HOUR_WORD}|\d{{1,2}})(?:(?P<s1>\.)(?P<m1>[0-5]\d))? ?(?=[{PART}])", re.I
)
_LEADING = re.compile(
    rf"^(?P<h1>\d{{1,2}}|nine|ten|eleven|twelve)(?:(?P<s1>\.)(?P<m1>[0-5]\d))?(?P<u> ?(?:h|"
    rf"uhr)\b)?(?= ?(?:on )?[{DAY}])",
    re.I,
)
_DOTTED = re.compile(
    r"(?<![\w.,:/€$£#-])(?P<h1>[01]?\d|2[0-3])(?P<s1>\.)(?P<m1>[0-5]\d)(?P<u> ?(?:h|hrs|"
    r"uhr)\b)?(?![\d%€$£]|\.\d)(?! ?(?:stars?|years?|hours?|points?)\b)",
    re.I,
)


_HALVES = frozenset(("hal", "qua"))  # of what only then may be the minutes of an hour
_HOUR_LEFT = re.compile(rf"\d|\b{HOUR_WORD}", re.I)


def _bare(match: re.Match[str]) -> Clock | None:
    first = side(match, 1)
    last = side(match, 2) if "h2" in match.groupdict() else None
    if first.hour > 24 or (last and last.hour > 24):
        return None
    start = match.end("cue") if "cue" in match.groupdict() else match.start()
    return Clock(start, match.end(), first, last)


def find_bare(board: Board, has_clock: bool) -> list[Clock]:
    """Hours without minutes or am and pm, where a cue ("at", a day right before) makes them clocks."""
    found: list[Clock] = []
    if not board.has(_HOUR_LEFT):  # the usual end: every number belongs to a clock or a day by now
        return found
    for pattern in (
        _AND_HALF,
        _BY,
        _ARRIVE,
        _BARE_RANGE,
        _FOUR,
        _THREE,
        _BARE,
        _BEFORE_PART,
        _LEADING,
        _LOOSE,
        _DOTTED,
    ):
        if (pattern is _DOTTED and (found or has_clock)) or (pattern is _AND_HALF and _HALVES.isdisjoint(board.pieces)):
            continue
        for match in board.find(pattern):
            clock = _OF_BARE.get(pattern, _bare)(match)
            if clock:
                found.append(clock)
                board.take(clock.start, clock.end, CLOCK)
    return found


def _four(match: re.Match[str]) -> Clock | None:
    """ "Thursday 1430"; 19xx and 20xx only after "at", as they may be years."""
    if match["h"] in ("19", "20") and not re.search(r"at |@", match["cue"]):
        return None
    return Clock(match.end("cue"), match.end(), Side(int(match["h"]), int(match["m"]), exact=True))


def _three(match: re.Match[str]) -> Clock | None:
    hour, minute = match["h"] or match["h2"], match["m"] or match["m2"]
    return Clock(match.end("cue" if match["h"] else "at"), match.end(), Side(int(hour), int(minute)))


def _and_half(match: re.Match[str]) -> Clock | None:
    hour, minute = hour_of(match["h"].lower()), 30 if match["m"].lower() == "half" else 15
    return Clock(match.end("cue"), match.end(), Side(hour, minute)) if 1 <= hour < 24 else None


_OF_BARE = {_FOUR: _four, _THREE: _three, _AND_HALF: _and_half}
