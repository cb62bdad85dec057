"""Why a time that is told is still no plain statement: it is refused, open at one end, or only a guess."""

from __future__ import annotations

import re

from bot.core.when.board import CLOCK, DAY, Board
from bot.core.when.corrections import MARKED as _M
from bot.core.when.sieve import Sieve

_TO = r"(?:on |at |the |for ){0,2}"
_REFUSED = (
    rf"\b(?:cancel(?:l?ed)?|called off)(?: \w+){{0,3}} {_M}",
    rf"{_M}(?: \w+){{0,4}} (?:is|was|got|been|be)(?: now)? (?:cancell?ed|called off|off)\b",
    rf"{_M}[^.\n!?]{{0,40}}\b(?:cancell?ed|called (?:it |this )?off|fell through)\b",
    rf"\b(?:postpone|reschedule|cancel|call off|put off|delay)(?: \w+){{0,3}} {_TO}{_M}",
    (r"\b(?:any (?:other )?(?:day|time|hour)(?: \w+){0,2} (?:but|except)|except(?: for)?|other than|"
     rf"apart from) {_TO}{_M}"),
    (r"\b(?:can't|cannot|can not|couldn't|won't|unable to|not available|not free|no longer|"
     rf"not)(?: \w+){{0,4}} {_TO}{_M}"),
    rf"\b(?:turn(?:ed|ing)? down|declined?|refused?|rejected?|said no to)(?: \w+){{0,3}} {_TO}{_M}",
    (rf"{_M}(?: \w+){{0,2}} (?:doesn't|does not|didn't|did not|won't|wouldn't|isn't|is not|wasn't|was not|never)"
     r"(?: really)? (?:work|suit|fit|possible|happen(?:s|ed)?|good|ok|okay|take place|free|available|an option)\b"),
    rf"{_M},? (?:(?:would|could|should|might) have|would've|could've|should've|is when|(?:but )?i said no)\b",
    rf"\b(?:if (?:it|that|this)(?: was| were| is|'s| had been)|wish(?: \w+){{1,3}}) {_TO}{_M}",
)  # fmt: skip
_OPEN_END = (
    (r"\b(?:after|before|by|until|till|past|since|no later than|not later than|no earlier than|"
     rf"earliest|any ?time (?:from|after)?|latest)(?: about| around| the)? [{DAY}{CLOCK}]"),
    (rf"[{CLOCK}{DAY}] ?(?:onwards?|or (?:later|earlier|so|thereabouts)|at the (?:latest|earliest)|"
     r"latest|earliest|and after|or after|\+)(?!\w)"),
    rf"\bfrom {DAY}+ on\b(?! [{DAY}{CLOCK}])",
)  # fmt: skip
_VAGUE = (
    (r"\b(?:about|around|approx(?:imately)?\.?|roughly|circa|ca\.?|~|sometime|some time|maybe|perhaps|"
     rf"possibly|probably|or maybe|i think|not sure)(?: at| on| is| it's| from)*(?: ?)[{CLOCK}]"),
    rf"\b(?:maybe|perhaps|possibly|probably|might be|could be)(?: at| on| is| it's| the)*(?: ?)[{DAY}]",
    rf"[{CLOCK}] ?-?ish\b|[{CLOCK}] ?\?\?",
    r"\bnothing(?: is)?(?: yet)? (?:fixed|confirmed|final|decided|certain|settled|sure)\b",
    r"\bnot (?:yet )?(?:fixed|confirmed|certain|settled|decided)\b",
    rf"[{DAY}{CLOCK}],? ?[(\[-]? ?(?:tbc|tbd|tentative(?:ly)?|provisional(?:ly)?)\b",
)  # fmt: skip
_ENDS = (rf"\b(?:ends?|ending|finish(?:es|ing)?) (?:at |by |on )?(?:the )?[{DAY}{CLOCK}]",)
_REASONS = (("refused", _REFUSED), ("open_end", _OPEN_END), ("about", _VAGUE), ("end", _ENDS))
_DOUBTS = Sieve((re.compile(pattern, re.I), why) for why, patterns in _REASONS for pattern in patterns)


def doubt(board: Board, with_end: bool = False) -> str:
    """Why the remaining times are no plain statement: "refused", "open_end", "about"; "" if they are.

    with_end: the text tells start and end, so "ends at 4" is no doubt.
    """
    for pattern, why in _DOUBTS.pick(board.pieces):
        if not (with_end and why == "end") and board.has(pattern):
            return "open_end" if why == "end" else why
    return ""
