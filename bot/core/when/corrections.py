"""Times that a text takes back ("moved from A to B", "not A, B") and those that are not the interview's."""

from __future__ import annotations

import re

from bot.core.when.board import CLOCK, DAY, NOISE, PART, ZONE, Board
from bot.core.when.sieve import Sieve

_MARK = f"[{DAY}{CLOCK}{PART}{ZONE}]"
_JOIN = r"(?:[ ,(@]| at | on | from | the | in )"
MARKED = rf"(?>{_MARK}+(?:{_JOIN}{{0,2}}{_MARK}+){{0,4}})"
_DATE = rf"(?>{DAY}+(?:[ ,]{{1,2}}{DAY}+){{0,3}})"
_MOVED = (
    r"(?:moved|rescheduled|re-scheduled|changed|shifted|postponed|pushed(?: back)?|brought forward|"
    r"switched|swapped|bumped|put back|delayed)"
)
_DROPPED = (
    (rf"\b{_MOVED}\b(?: \w+){{0,4}}? from (?:the )?(?P<x>{MARKED})(?:[ ,]{{0,2}}(?:\w+ ){{0,3}})(?:to|into|"
    rf"until|->|-) (?:the )?{MARKED}"),
    rf"(?P<x>{MARKED})[^.\n!?{DAY}{CLOCK}]{{0,60}}\b{_MOVED}\b(?: \w+){{0,3}} (?:to|until|for|on) (?:the )?{MARKED}",
    (rf"\bnot (?:on |at |the |for ){{0,2}}(?P<x>{MARKED})[ ,;.-]{{0,3}}(?:but |rather |as [\w' ]{{1,25}}[,;.] ?|it's |"
    rf"its |it is |now |make it |anymore |sorry |actually |on |at |the |any more ){{0,4}}{MARKED}"),
    rf"\bnot (?:on |the )?(?P<x>{DAY}+),(?: but)? (?:on |it's |its |it is )?{DAY}",
    (r"\b(?:cancell?ed|scrapped|dropped|called off) (?:the )?(?P<x>" + _DATE + r")[ ,.;-]{1,3}(?:(?:so|now|and|"
                                                                               r"but|it's|its|"
     rf"it is|make it|they want|want) ){{0,3}}(?:on )?{DAY}"),
    (rf"(?P<x>{_DATE})(?: (?:is|was|got|has been))? (?:cancell?ed|gone|dead)[ ,.;-]{{1,3}}(?:(?:so|now|and|but|"
     rf"it's|its|"
     rf"make it|instead) ){{0,3}}(?:on )?{DAY}"),
    rf"{MARKED} ?[(,-] ?(?:it )?(?:was|used to be|formerly|previously|originally)(?: on| at)? (?P<x>{MARKED})",
    (r"\b(?:instead of|rather than|in place of|previously|originally|formerly|initially)(?: scheduled|"
    rf" planned| set| booked)?:? (?:on |at |the |for ){{0,2}}(?P<x>{MARKED})"),
    rf"\b(?:old|previous|former|original)(?: time| date| slot| appointment)?(?: was)?:? (?P<x>{MARKED})",
    rf"{MARKED}(?: now| instead)?[ ,.;-]{{0,3}}\(?(?:and )?not (?:on |at |the ){{0,2}}(?P<x>{MARKED})",
    (r"\b(?:was|were|originally|initially|previously|formerly|used to be|no longer|old time|"
    r"old date)(?: to be| scheduled| planned| set| booked| supposed to be)?:?(?: for| on| at|"
    rf" the)* (?P<x>{MARKED})(?=[^\n]{{0,60}}{_MARK})"),
    (rf"(?P<x>{MARKED})(?: (?:is|was|has been|got|doesn't work|does not work|won't work|"
    r"didn't work)){0,2}(?: off| cancell?ed| gone)?,? ?(?:->|=>|now:?|new time:?|new date:?|so now|"
    rf"make it|changed to|becomes)(?: it's| it is| at| on| is)* {MARKED}"),
    (rf"(?P<x>{_DATE}(?: is (?:easter|good|whit|boxing) {DAY}+)?)(?!,? ?(?:at |@ ?)?{CLOCK})[^.\n{DAY}{CLOCK}]{{0,40}}"
    rf"\bso (?!is |are |does |do )(?:[\w']+ ){{0,5}}?(?:on |the )?{DAY}"),
    (r"\b(?:can't|cannot|can not|couldn't|won't|unable to|not able to|not available|not free|doesn't|"
    rf"don't)(?: \w+){{0,4}} (?:on |at |the ){{0,2}}(?P<x>{MARKED})(?=[^\n]{{0,80}}{_MARK})"),
)  # fmt: skip
_OTHER = (
    (r"\b(?:my |the |our )?(?:shift|work|school|class|lesson|duty|course|train|bus|flight|kids?|"
    r"nursery|store|shop|restaurant|office|gym|breakfast|lunch|dinner|doors?)(?: (?:that|"
    r"which))? (?:starts?|ends?|finish(?:es)?|begins?|leaves?|is|opens?|closes?|till|until|"
    rf"from)(?: only)?(?: at| from| until)? (?P<x>{MARKED})"),
    (r"\b(?:i|we|i'm|im|i am) (?:(?:usually|only|normally|always) )?(?:finish|(?<!we )start|get off|knock off|"
    r"clock (?:off|out|in)|am off|get out|come off|get home|wake up|get up|leave|leave home|"
    r"pick up \w+|have (?:a )?(?:class|lesson|dentist|doctor)|work|working)(?: (?:work|my shift|duty|"
    rf"school|home|the kids|lessons?))?(?: only)?(?: at| until| till| from)? (?P<x>{MARKED})"),
    (r"\b(?:i|i'm|im|me)(?:'d|'ll| would| will| could| can| might| may| should| to| have| need| am| be| was|"
     r" going| gonna"
     r"| supposed| able| only| already| free| ready){0,4} (?:start|starting|begin|beginning)(?: (?:work|working|"
     r"there|here|"
     r"(?:the|my|a|this) (?:new )?(?:job|role|position|training)|with \w+|as (?:an? )?\w+|full[- ]?time|"
     r"part[- ]?time)){0,2}"
     rf"(?:,? (?:on|from|the|already|at)){{0,2}} (?P<x>{MARKED})"),
    (r"\byou(?:'d|'ll| would| will| could| can| are(?: to)?| should| be| must){0,3} (?:start|starting|begin|"
     r"join us|joining us)"
     r"(?: (?:work|with us|as (?:an? )?\w+|here|your (?:new )?(?:job|role))){0,2}(?: (?:on|from|the)){0,2} "
     rf"(?P<x>(?={DAY}){MARKED})"),
    (r"\b(?:first|1st) (?:day|shift)(?: (?:at|of|in) (?:the )?\w+){0,2}(?: (?:is|will be|starts?|on|at|the)){1,3} "
     rf"(?P<x>{MARKED})"),
    (r"\b(?:arriv(?:e|ing|al)|be (?:there|here|in)|(?:get|come) (?:there|here|in)|come|turn up|show up|report(?:ing)?|"
     r"check[- ]?in|sign[- ]?in|regist(?:er|ration)|doors(?: open)?|coffee)(?: [\w']+){0,3}?"
     rf"(?: (?:on )?{DAY}+,?)?(?: (?:at|by|from|around|for))?:? (?P<x>{CLOCK}+)(?: (?:on )?{DAY}+)?,? (?:for|ready for|"
     r"interview|to (?:start|begin)|(?:(?:and|then) )?(?:we )?(?:start|begin|kick off)s?)"
     rf"(?: (?:at|an?|the|my|your|our|interview|sharp|is|starts?)){{0,3}}:? {CLOCK}"),
    (rf"{CLOCK}(?: (?:start|sharp|interview))?[ ,;.(-]{{1,4}}(?:(?:please|pls|but|and|so) )?(?:arriv(?:e|ing|"
     rf"al)|be there|get there|"
     rf"sign[- ]?in|check[- ]?in)(?: (?:at|by|from|for|around)){{0,2}}:? (?P<x>{CLOCK}+)"),
    (r"\b(?:got|get|have|gave me|offered(?: me)?|hired)(?: (?:the|a|it|this))?(?: new)?(?: (?:job|role|position|"
     r"offer))?"
     rf"[^\n{CLOCK}{DAY}]{{0,20}}[^\w\n] ?start(?:ing|s)? (?:on )?(?P<x>(?={DAY}){MARKED})"),
    rf"\b(?:dentist|gp|bus|train|flight|tram|ferry)(?: (?:is|leaves|goes))? at (?P<x>{CLOCK}+)",
    (r"\b(?:at work|on shift|on duty|busy|in class|teaching|on call|open|closed|"
    rf"working)(?: only)? (?:until|till|til|from|at|before|after) (?P<x>{MARKED})"),
    (r"\bi(?:'d|'ll| would| will| could| can| might)?(?: have to)? start(?: work| there| the job)?"
    rf"(?: on| from)? (?:the )?(?P<x>{_DATE})(?!,? ?(?:at |@ ?)?[{CLOCK}{PART}])"),
    (rf"(?P<x>{MARKED})(?:'s| is| are| was) (?:a (?:bank |public |national |school )?holiday|off|closed|taken|"
    rf"booked up|not possible|impossible|no good|too early|too late)\b(?=[^\n]{{0,60}}{_MARK})"),
    (rf"\b(?:call|ring|phone|contact|e-?mail|text|write)(?: [\w'{NOISE}]+){{0,8}}? (?:by|before|until|till|latest) "
    rf"(?:the )?(?P<x>{MARKED})(?=[^.\n]{{0,6}}\b(?:if|unless|should you)\b)"),
    (r"\b(?:confirm|reply|rsvp|respond|let (?:me|us) know|get back(?: to (?:me|us))?|answer|accept|"
    r"apply|book|register|send|submit|return|complete|decide|hear(?: back)?|"
    r"revert)(?: [\w']+){0,8}? (?:by|before|until|till|no later than|latest)(?: the| latest|"
    rf" end of)?:? (?P<x>{MARKED})"),
    (r"\b(?:deadline|closing date|due(?: date)?|expires?|valid until|apply by|respond by|rsvp by|"
    r"notice(?: period)?(?: ends| until)?|available from|start(?:ing)? date|start work|job starts?|"
    r"role starts?|position starts?|contract (?:starts|until|ends|runs)|posted|date of birth|"
    r"dob|born|advert(?:ised)?|updated|created|generated|printed)(?: is| will be| would be)?:?(?: on| from| the| until|"
    rf" to){{0,2}} (?P<x>{MARKED})"),
    (r"\b(?:let (?:me|us|you) know|(?:decision|result|feedback|verdict|answer|outcome)s?(?: (?:comes?|is|are|will|be|"
    rf"follows?|due|out|announced|known)){{0,3}})(?: on| at| by)? (?P<x>{MARKED})"),
    (r"\b(?:adverts?|ad|applications?|posting|vacancy|portal|registration|window)(?: (?:closes?|ends?|is|are|will|be|"
    rf"open|until)){{1,3}}(?: on| at| by)? (?P<x>{MARKED})"),
    (r"\b(?:i|we|you|they|he|she)(?:'ve| have| had)? (?:already )?(?:applied|met|spoke|talked|sent|"
    r"emailed|mailed|wrote|received|called|phoned|rang|submitted|interviewed|heard|chatted|"
    rf"got your \w+)(?: [\w']+){{0,5}}? (?:on|of|at|from|last|this)? ?(?P<x>{MARKED})"),
    (r"\b(?:your|my|our) (?:application|letter|e?-?mail|message|cv|call|phone call|first interview|"
    rf"last interview|test) (?:of|from|on|dated|was on|was) (?:the )?(?P<x>{MARKED})"),
    (r"\b(?:further to|following)(?: on from)? (?:our|my|your|the) (?:\w+ )?(?:chat|call|conversation|talk|meeting|"
    rf"e-?mail|letter|message)(?: of| on| last| from| dated)? (?P<x>{MARKED})"),
    rf"\bthank(?:s| you)(?: \w+){{0,5}} (?:on|of|from|at|for) (?:the )?(?P<x>{MARKED})",
    (r"\b(?:holiday|vacation|leave|away|off|abroad|on leave) (?:from|on|until|till|between|"
    rf"since) (?:the )?(?P<x>{MARKED}(?: (?:to|until|till|and|-) (?:the )?{MARKED})?)"),
)  # fmt: skip
_SORRY = (
    r"(?:no,|no\.|no;|no:|no!|nope|sorry|oops|ups|whoops|wait|hang on|correction|i mean(?:t)?|meant|rather|actually|"
    r"make (?:it|that)|scratch that|pardon|my (?:bad|mistake)|typo|argh|erm|eh,|eh |"
    r"no (?=(?:sorry|wait|it|i|make|actually|rather)\b))"
)
_SLIP = re.compile(
    rf"(?P<x>{MARKED})[ ,.;:!?()-]{{0,4}}(?=(?:\b{_SORRY}[ ,.;:!-]{{0,4}}"
    rf"(?:\b(?:it's|its|it is|it was|to say|on|at|the)[ :]){{0,3}}){{1,4}}(?P<y>{MARKED}))",
    re.I,
)
_GONE = re.compile(rf"\b(?:easter|good|boxing|whit|ash|palm|bank holiday) (?=[{NOISE}])", re.I)
# Each with the group that is left out.
_TAKEN_BACK = Sieve((re.compile(pattern, re.I), "x") for pattern in _DROPPED)
_NOT_THIS = Sieve((re.compile(pattern, re.I), "x") for pattern in _OTHER)
SAME_TIME = re.compile(r"\bsame (?:time|hour)\b", re.I)

Range = tuple[int, int]


def taken_back(board: Board) -> list[Range]:
    """Ranges of times that are replaced by others in the text."""
    return [match.span(group) for pattern, group in _TAKEN_BACK.pick(board.pieces) for match in board.matches(pattern)]


def slips(board: Board) -> list[tuple[Range, Range]]:
    """Ranges of a time and of the one that its writer puts right after it in its place ("Thursday, no, Friday")."""
    return [(match.span("x"), match.span("y")) for match in board.find(_SLIP)]


def forget_names(board: Board) -> None:
    """Covers what is left of the name of a holiday whose day was left out."""
    if board.has(_GONE):
        board.blank(_GONE)


def not_this(board: Board) -> list[Range]:
    """Ranges of times that belong to shifts, deadlines, history and the like."""
    return [match.span(group) for pattern, group in _NOT_THIS.pick(board.pieces) for match in board.matches(pattern)]
