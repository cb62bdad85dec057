"""Times that a text takes back ("moved from A to B", "not A, B") and those that are not the interview's."""

from __future__ import annotations

import re

from bot.core.when.board import CLOCK, DAY, PART, ZONE, Board
from bot.core.when.sieve import Sieve

_MARK = f"[{DAY}{CLOCK}{PART}{ZONE}]"
_JOIN = r"(?:[ ,(@]| at | on | from | the | in )"
_M = rf"(?>{_MARK}+(?:{_JOIN}{{0,2}}{_MARK}+){{0,4}})"
_MOVED = (
    r"(?:moved|rescheduled|re-scheduled|changed|shifted|postponed|pushed(?: back)?|brought forward|"
    r"switched|swapped|bumped|put back|delayed)"
)
_DROPPED = (
    (rf"\b{_MOVED}\b(?: \w+){{0,4}}? from (?:the )?(?P<x>{_M})(?:[ ,]{{0,2}}(?:\w+ ){{0,3}})(?:to|into|"
    rf"until|->|-) (?:the )?{_M}"),
    rf"(?P<x>{_M})[^.\n!?{DAY}{CLOCK}]{{0,60}}\b{_MOVED}\b(?: \w+){{0,3}} (?:to|until|for|on) (?:the )?{_M}",
    (rf"\bnot (?:on |at |the |for ){{0,2}}(?P<x>{_M})[ ,;.-]{{0,3}}(?:but |rather |it's |its |it is |"
    rf"now |make it |anymore |sorry |actually |on |at |the |any more ){{0,4}}{_M}"),
    (r"\b(?:instead of|rather than|in place of|previously|originally|formerly|initially)(?: scheduled|"
    rf" planned| set| booked)?:? (?:on |at |the |for ){{0,2}}(?P<x>{_M})"),
    rf"{_M}[ ,]{{0,2}}\(?(?:and )?not (?:on |at |the ){{0,2}}(?P<x>{_M})",
    (r"\b(?:was|were|originally|initially|previously|formerly|used to be|no longer|old time|"
    r"old date)(?: to be| scheduled| planned| set| booked| supposed to be)?:?(?: for| on| at|"
    rf" the)* (?P<x>{_M})(?=[^\n]{{0,60}}{_MARK})"),
    (rf"(?P<x>{_M})(?: (?:is|was|has been|got|doesn't work|does not work|won't work|"
    r"didn't work)){0,2}(?: off| cancell?ed| gone)?,? ?(?:->|=>|now:?|new time:?|new date:?|so now|"
    rf"make it|changed to|becomes)(?: it's| it is| at| on| is)* {_M}"),
    (r"\b(?:can't|cannot|can not|couldn't|won't|unable to|not able to|not available|not free|doesn't|"
    rf"don't)(?: \w+){{0,4}} (?:on |at |the ){{0,2}}(?P<x>{_M})(?=[^\n]{{0,80}}{_MARK})"),
)  # fmt: skip
_OTHER = (
    (r"\b(?:my |the |our )?(?:shift|work|school|class|lesson|duty|course|train|bus|flight|kids?|"
    r"nursery|store|shop|restaurant|office|gym|breakfast|lunch|dinner|doors?)(?: (?:that|"
    r"which))? (?:starts?|ends?|finish(?:es)?|begins?|leaves?|is|opens?|closes?|till|until|"
    rf"from)(?: only)?(?: at| from| until)? (?P<x>{_M})"),
    (r"\b(?:i|we|i'm|im|i am) (?:(?:usually|only|normally|always) )?(?:finish|start|get off|knock off|"
    r"clock (?:off|out|in)|am off|get out|come off|get home|wake up|get up|leave|leave home|"
    r"pick up \w+|have (?:a )?(?:class|lesson|dentist|doctor)|work|working)(?: (?:work|my shift|duty|"
    rf"school|home|the kids|lessons?))?(?: only)?(?: at| until| till| from)? (?P<x>{_M})"),
    (r"\b(?:at work|on shift|on duty|busy|in class|teaching|on call|open|closed|"
    rf"working)(?: only)? (?:until|till|til|from|at|before|after) (?P<x>{_M})"),
    (r"\b(?:confirm|reply|rsvp|respond|let (?:me|us) know|get back(?: to (?:me|us))?|answer|accept|"
    r"apply|book|register|send|submit|return|complete|decide|hear (?:back )?|"
    r"revert)(?: [\w']+){0,8}? (?:by|before|until|till|no later than|latest)(?: the| latest|"
    rf" end of)? (?P<x>{_M})"),
    (r"\b(?:deadline|closing date|due(?: date)?|expires?|valid until|apply by|respond by|rsvp by|"
    r"notice(?: period)?(?: ends| until)?|available from|start(?:ing)? date|start work|job starts?|"
    r"role starts?|position starts?|contract (?:starts|until|ends|runs)|posted|date of birth|"
    r"dob|born|advert(?:ised)?|updated)(?: is| will be| would be)?:?(?: on| from| the| until|"
    rf" to){{0,2}} (?P<x>{_M})"),
    (r"\b(?:i|we|you|they|he|she)(?:'ve| have| had)? (?:already )?(?:applied|met|spoke|talked|sent|"
    r"emailed|mailed|wrote|received|called|phoned|rang|submitted|interviewed|heard|chatted|"
    rf"got your \w+)(?: [\w']+){{0,5}}? (?:on|of|at|from|last|this)? ?(?P<x>{_M})"),
    (r"\b(?:your|my|our) (?:application|letter|e?-?mail|message|cv|call|phone call|first interview|"
    rf"last interview|test) (?:of|from|on|dated|was on|was) (?:the )?(?P<x>{_M})"),
    rf"\bthank(?:s| you)(?: \w+){{0,5}} (?:on|of|from|at|for) (?:the )?(?P<x>{_M})",
    (r"\b(?:holiday|vacation|leave|away|off|abroad|on leave) (?:from|on|until|till|between|"
    rf"since) (?P<x>{_M}(?: (?:to|until|-) {_M})?)"),
)  # fmt: skip
# Each with the group that is left out.
_TAKEN_BACK = Sieve((re.compile(pattern, re.I), "x") for pattern in _DROPPED)
_NOT_THIS = Sieve((re.compile(pattern, re.I), "x") for pattern in _OTHER)
_REFUSED = re.compile(
    rf"\b(?:cancel(?:l?ed)?|called off)(?: \w+){{0,3}} {_M}|{_M}(?: \w+){{0,4}} (?:is|was|got|been|"
    r"be)(?: now)? (?:cancell?ed|called off|off)\b|"
    r"\b(?:can't|cannot|can not|couldn't|won't|unable to|not available|not free|no longer|"
    rf"not)(?: \w+){{0,4}} (?:on |at |the ){{0,2}}{_M}",
    re.I,
)
_OPEN_END = re.compile(
    r"\b(?:after|before|by|until|till|past|since|no later than|not later than|no earlier than|"
    rf"earliest|any ?time (?:from|after)?|latest)(?: about| around| the)? [{DAY}{CLOCK}]|"
    rf"[{CLOCK}{DAY}] ?(?:onwards?|or (?:later|earlier|so|thereabouts)|at the (?:latest|earliest)|"
    r"latest|earliest|and after|or after|\+)(?!\w)",
    re.I,
)
_VAGUE = re.compile(
    r"\b(?:about|around|approx(?:imately)?\.?|roughly|circa|ca\.?|~|sometime|some time|maybe|perhaps|"
    rf"possibly|probably|or maybe|i think|not sure)(?: at| on| is| it's| from)*(?: ?)[{CLOCK}]|"
    rf"\b(?:maybe|perhaps|possibly|probably|might be|could be)(?: at| on| is| it's| the)*(?: ?)[{DAY}]|"
    rf"[{CLOCK}] ?-?ish\b|[{CLOCK}] ?\?\?",
    re.I,
)
SAME_TIME = re.compile(r"\bsame (?:time|hour)\b", re.I)

Range = tuple[int, int]


def taken_back(board: Board) -> list[Range]:
    """Ranges of times that are replaced by others in the text."""
    return [match.span(group) for pattern, group in _TAKEN_BACK.pick(board.pieces) for match in board.find(pattern)]


def not_this(board: Board) -> list[Range]:
    """Ranges of times that belong to shifts, deadlines, history and the like."""
    return [match.span(group) for pattern, group in _NOT_THIS.pick(board.pieces) for match in board.find(pattern)]


def doubt(board: Board) -> str:
    """Why the remaining times are no plain statement: "refused", "open_end", "about"; "" if they are."""
    if board.has(_REFUSED):
        return "refused"
    if board.has(_OPEN_END):
        return "open_end"
    return "about" if board.has(_VAGUE) else ""
