"""Times that a text takes back ("moved from A to B", "not A, B") and those that are not the interview's."""

from __future__ import annotations

import re

from bot.core.when.board import CLOCK, DAY, PART, ZONE, Board

_MARK = f"[{DAY}{CLOCK}{PART}{ZONE}]"
_JOIN = r"(?:[ ,(@]| at | on | from | the | in )"
_M = rf"(?>{_MARK}+(?:{_JOIN}{{0,2}}{_MARK}+){{0,4}})"
_MOVED = r"(?:moved|rescheduled|re-scheduled|changed|shifted|postponed|pushed(?: back)?|brought forward|switched|swapped|bumped|put back|delayed)"
_DROPPED = (
    rf"\b{_MOVED}\b(?: \w+){{0,4}}? from (?:the )?(?P<x>{_M})(?:[ ,]{{0,2}}(?:\w+ ){{0,3}})(?:to|into|until|->|-) (?:the )?{_M}",
    rf"(?P<x>{_M})[^.\n!?{DAY}{CLOCK}]{{0,60}}\b{_MOVED}\b(?: \w+){{0,3}} (?:to|until|for|on) (?:the )?{_M}",
    rf"\bnot (?:on |at |the |for ){{0,2}}(?P<x>{_M})[ ,;.-]{{0,3}}(?:but |rather |it's |its |it is |now |make it |anymore |sorry |actually |on |at |the |any more ){{0,4}}{_M}",
    rf"\b(?:instead of|rather than|in place of) (?:on |at |the ){{0,2}}(?P<x>{_M})",
    rf"\b(?:was|were|originally|initially|previously|formerly|used to be|no longer|old time|old date)(?: to be| scheduled| planned| set| booked| supposed to be)?:?(?: for| on| at| the)* (?P<x>{_M})(?=[^\n]{{0,60}}{_MARK})",
    rf"(?P<x>{_M})(?: (?:is|was|has been|got|doesn't work|does not work|won't work|didn't work)){{0,2}}(?: off| cancell?ed| gone)?,? ?(?:->|=>|now:?|new time:?|new date:?|so now|make it|changed to|becomes)(?: it's| it is| at| on| is)* {_M}",
    rf"\b(?:can't|cannot|can not|couldn't|won't|unable to|not able to|not available|not free|doesn't|don't)(?: \w+){{0,4}} (?:on |at |the ){{0,2}}(?P<x>{_M})(?=[^\n]{{0,80}}{_MARK})",
)  # fmt: skip
_OTHER = (
    rf"\b(?:my |the |our )?(?:shift|work|school|class|lesson|duty|course|train|bus|flight|kids?|nursery|store|shop|restaurant|office|gym|breakfast|lunch|dinner|doors?)(?: (?:that|which))? (?:starts?|ends?|finish(?:es)?|begins?|leaves?|is|opens?|closes?|till|until|from)(?: only)?(?: at| from| until)? (?P<x>{_M})",
    rf"\b(?:i|we|i'm|im|i am) (?:(?:usually|only|normally|always) )?(?:finish|start|get off|knock off|clock (?:off|out|in)|am off|get out|come off|get home|wake up|get up|leave|leave home|pick up \w+|have (?:a )?(?:class|lesson|dentist|doctor)|work|working)(?: (?:work|my shift|duty|school|home|the kids|lessons?))?(?: only)?(?: at| until| till| from)? (?P<x>{_M})",
    rf"\b(?:at work|on shift|on duty|busy|in class|teaching|on call|open|closed|working)(?: only)? (?:until|till|til|from|at|before|after) (?P<x>{_M})",
    rf"\b(?:confirm|reply|rsvp|respond|let (?:me|us) know|get back(?: to (?:me|us))?|answer|accept|apply|book|register|send|submit|return|complete|decide|hear (?:back )?|revert)(?: [\w']+){{0,8}}? (?:by|before|until|till|no later than|latest)(?: the| latest| end of)? (?P<x>{_M})",
    rf"\b(?:deadline|closing date|due(?: date)?|expires?|valid until|apply by|respond by|rsvp by|notice(?: period)?(?: ends| until)?|available from|start(?:ing)? date|start work|job starts?|role starts?|position starts?|contract (?:starts|until|ends|runs)|dated|posted|date of birth|dob|born|advert(?:ised)?|updated)(?: is| will be| would be)?:?(?: on| from| the| until| to){{0,2}} (?P<x>{_M})",
    rf"\b(?:i|we|you|they|he|she)(?:'ve| have| had)? (?:already )?(?:applied|met|spoke|talked|sent|emailed|mailed|wrote|received|called|phoned|rang|submitted|interviewed|heard|chatted|got your \w+)(?: [\w']+){{0,5}}? (?:on|of|at|from|last|this)? ?(?P<x>{_M})",
    rf"\b(?:your|my|our) (?:application|letter|e?-?mail|message|cv|call|phone call|first interview|last interview|test) (?:of|from|on|dated|was on|was) (?:the )?(?P<x>{_M})",
    rf"\bthank(?:s| you)(?: \w+){{0,5}} (?:on|of|from|at|for) (?:the )?(?P<x>{_M})",
    rf"\b(?:holiday|vacation|leave|away|off|abroad|on leave) (?:from|on|until|till|between|since) (?P<x>{_M}(?: (?:to|until|-) {_M})?)",
)  # fmt: skip
_TAKEN_BACK = tuple(re.compile(pattern, re.I) for pattern in _DROPPED)
_NOT_THIS = tuple(re.compile(pattern, re.I) for pattern in _OTHER)
_REFUSED = re.compile(
    rf"\b(?:cancel(?:l?ed)?|called off)(?: \w+){{0,3}} {_M}|{_M}(?: \w+){{0,4}} (?:is|was|got|been|be)(?: now)? (?:cancell?ed|called off|off)\b|"
    rf"\b(?:can't|cannot|can not|couldn't|won't|unable to|not available|not free|no longer|not)(?: \w+){{0,4}} (?:on |at |the ){{0,2}}{_M}", re.I
)
_OPEN_END = re.compile(
    rf"\b(?:after|before|by|until|till|past|since|no later than|not later than|no earlier than|earliest|any ?time (?:from|after)?|latest)(?: about| around| the)? [{DAY}{CLOCK}]|[{CLOCK}{DAY}] ?(?:onwards?|or (?:later|earlier|so|thereabouts)|at the (?:latest|earliest)|latest|earliest|and after|or after|\+)(?!\w)", re.I
)
_VAGUE = re.compile(
    rf"\b(?:about|around|approx(?:imately)?\.?|roughly|circa|ca\.?|~|sometime|some time|maybe|perhaps|possibly|probably|or maybe|i think|not sure)(?: at| on| is| it's| from)*(?: ?)[{CLOCK}]|\b(?:maybe|perhaps|possibly|probably|might be|could be)(?: at| on| is| it's| the)*(?: ?)[{DAY}]|[{CLOCK}] ?-?ish\b|[{CLOCK}] ?\?\?", re.I
)
SAME_TIME = re.compile(r"\bsame (?:time|hour)\b", re.I)
SAME_DAY = re.compile(r"\bsame (?:day|date)\b", re.I)

Range = tuple[int, int]


def taken_back(board: Board) -> list[Range]:
    """Ranges of times that are replaced by others in the text."""
    return [match.span("x") for pattern in _TAKEN_BACK for match in pattern.finditer(board.text)]


def not_this(board: Board) -> list[Range]:
    """Ranges of times that belong to shifts, deadlines, history and the like."""
    return [match.span("x") for pattern in _NOT_THIS for match in pattern.finditer(board.text)]


def doubt(board: Board) -> str:
    """Why the remaining times are no plain statement: "refused", "open_end", "about"; "" if they are."""
    if _REFUSED.search(board.text):
        return "refused"
    if _OPEN_END.search(board.text):
        return "open_end"
    return "about" if _VAGUE.search(board.text) else ""
