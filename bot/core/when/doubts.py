"""Why a time that is told is still no plain statement: it is refused, open at one end, or only a guess."""

from __future__ import annotations

import re

from bot.core.when.board import CLOCK, DAY, LENGTH, NOISE, Board
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
    (r"\b(?:sometime|some time|maybe|perhaps|"
     rf"possibly|probably|or maybe|i think|not sure)(?: at| on| is| it's| from| about| around)*(?: ?)[{CLOCK}]"),
    rf"\b(?:maybe|perhaps|possibly|probably|might be|could be)(?: at| on| is| it's| the)*(?: ?)[{DAY}]",
    rf"[{CLOCK}] ?\?\?|[{CLOCK}] and (?:an? )?(?:half|quarter)\b(?! (?:of|an? hour|hours?|the)\b)",
    rf"\bany ?time (?:between|from|after|before|on|around|at)[^.\n]{{0,20}}[{CLOCK}]|[{CLOCK}],? any ?time\b",
    rf"[{CLOCK}],? (?:maybe|perhaps|possibly|probably|i think|i guess|not sure)\b",
    (rf"[{CLOCK}][^.\n]{{0,40}}\b(?:pushed|moved|brought|put|delayed|postponed|shifted|bumped)"
     rf"(?: (?:it|back|forward|on|up|out|by)){{0,3}} (?>[{NOISE}{LENGTH}]+)(?!:| to\b)"),
    r"\bnothing(?: is)?(?: yet)? (?:fixed|confirmed|final|decided|certain|settled|sure)\b",
    r"\bnot (?:yet )?(?:fixed|confirmed|certain|settled|decided)\b",
    rf"[{DAY}{CLOCK}],? ?[(\[-]? ?(?:tbc|tbd|tentative(?:ly)?|provisional(?:ly)?)\b",
)  # fmt: skip
_OTHERS = (  # a wish, or something else than the interview
    (r"(?:^|[,.;\n] ?|\b(?:my|have|have an?|got|got an?|kids have|kid has|for|an?) )(?:dentist|doctor'?s?|exam|"
     r"party|wedding|"
     rf"funeral|birthday|swimming|football|shifts?|rota|contract signing)(?: (?:is|are|on|at|the|"
     rf"it's)){{0,2}}:? {_TO}{_M}"),
    (r"\b(?:hopefully|i (?:asked for|could do)|ask about|to confirm|supposed to be|meant to be|due to be|remind me|"
     rf"practi[sc]e with me) {_TO}{_M}"),
    rf"{_M} is no good\b|{_M},? if (?:my|they|she|he|it|i|all) ",
    rf"{_M} (?:in|at|with|for) (?:the |my |a )new (?:job|role|position)\b", rf"\bmissed\b[^\n{DAY}{CLOCK}]{{0,30}}{_M}",
    (rf"\b(?:hear(?: back)?|decides?|retires?|form back) {_TO}{_M}|\byou(?:'d|'ll| would|"
    rf" will)? (?:be )?work(?:ing)? {_TO}{_M}"),
)  # fmt: skip
_ENDS = (rf"\b(?:ends?|ending|finish(?:es|ing)?) (?:at |by |on )?(?:the )?[{DAY}{CLOCK}]",)
_REASONS = (("refused", _REFUSED), ("open_end", _OPEN_END), ("about", _VAGUE), ("about", _OTHERS), ("end", _ENDS))
_DOUBTS = Sieve((re.compile(pattern, re.I), why) for why, patterns in _REASONS for pattern in patterns)


_BY = re.compile(rf"\bby [{CLOCK}]")
_BY_WORD = re.compile(rf"\b(?P<x>by) (?=[{CLOCK}])")
_LIMIT = re.compile(r"\b(?:latest|deadline|no later|not later|at most|expires?|closes?)\b", re.I)


def doubt(board: Board, with_end: bool = False, by_is_at: bool = False) -> str:
    """Why the remaining times are no plain statement: "refused", "open_end", "about"; "" if they are.

    with_end: the text tells start and end, so "ends at 4" is no doubt. by_is_at: the user says "by 10" for "at 10".
    """
    if by_is_at and board.has(_BY) and not _LIMIT.search(board.text):
        board.blank(_BY_WORD)
    for pattern, why in _DOUBTS.pick(board.pieces):
        if not (with_end and why == "end") and pattern.search(board.text):
            return "open_end" if why == "end" else why
    return ""
