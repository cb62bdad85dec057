"""What a clause of a tale says that answers no question: who somebody is, that they were late, that they made an offer.
And which question of the user's own a clause answers by its figures."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from bot.core.lines.eased import is_somebody
from bot.core.lines.people import Met, audience, is_name, is_title
from bot.core.patterns import any_of
from bot.core.stems import stems

TALE = 3  # sentences
_SHORTEST = 3  # letters of a name
_WENT = any_of(r"""
    (?:it |that |all |everything |interview )?went (?:\w+ )?(?:ok(?:ay)?|well|good|great|fine|bad|badly|alright|
    all right|\
brilliant\w*|better|so so)|(?:it|that|interview|the talk) was (?:\w+ )?(?:ok(?:ay)?|good|great|fine|bad|alright|
    all right|nice|weird|\
quick|short|long)|just (?:had|came|got|finished|done)|had (?:the|my|it)|(?:she|he|they|boss|manager) (?:said|told|
    asked|showed|seemed)
""")
_LEAD = (
    r"(?i)^\W*(?:(?:and|but|so|also|well|oh|ok|okay|um+|yes|yeah|then|basically|i think|she said|he said|they said|"
    r"apparently|btw)\b[\s,]*)*"
)
_NAME = r"(?P<name>\p{L}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)"
_LATER = r"(?: (?:there|now|then|actually|only|just|i think|apparently|of it|of them))*"
_TITLE = (
    r"(?P<title>(?:\p{L}[\p{L}-]* ){0,3}?(?:boss|manager|supervisor|lead|leader|foreman|head|chef|matron|director|"
    r"owner|"
    r"recruiter|sister|colleague|buddy|mentor|trainer|hr))"
)
_CALLED = re2.compile(
    rf"{_LEAD}(?:my |the |our |their |her |his )*(?:new |real |actual |would-be |future )?{_TITLE}"
    rf"(?:['’]?s name)?{_LATER}(?: (?:is|was|will be|would be|['’]s|name is))*(?P<how>(?: called| "
    rf"named)?) {_NAME}{_LATER}\W*$"
)
_WHO = re2.compile(
    rf"{_LEAD}{_NAME} (?:is|was|will be|would be|seems to be){_LATER} (?:a |an |the |my |our |their |only |"
    rf"just )*{_TITLE}"
    rf"{_LATER}\W*$"
)
_OF_ANOTHER = re2.compile(rf"{_LEAD}(?:his|her|their) ")
_BESIDE = re2.compile(
    rf"{_LEAD}{_NAME},? (?:the|my|a|their) {_TITLE}(?: (?:is|was|seems?|seemed|said|did|told|there)\b.*)?$"
)
_SOMEBODY = re2.compile(
    rf"{_LEAD}(?:an? |the |some |this )?(?:guy|man|woman|lady|girl|bloke|lad|person|somebody|someone|one) "
    rf"(?:called|named) {_NAME}(?:\W.*)?$"
)
_SEEMED = re2.compile(
    rf"{_LEAD}{_NAME} (?:seems?|seemed|was|is|came across)(?: (?:as|so|very|really|quite|pretty|dead|super|well))* "
    r"(?:nice|lovely|friendly|kind|ok|okay|great|good|sound|cool|sweet|fine|decent|strict|cold|stressed|tired|"
    r"funny)\b.*$"
)
_SENTENCE = re2.compile(r"[.!?;…]+(?:\s|$)|\n+")
_CLAUSE = re2.compile(r"(?i),\s+(?:(?:and|but)\s+)?|\s+(?:and|but)\s+")
_LATE = any_of(r"""
    (?:\d+|half an?|a quarter of an?|an|one|two|ten|fifteen|twenty|thirty|forty|a few|several|some) \
(?:min|mins|minutes?|hours?|hrs?)(?: \w+){0,2} late(?:r than)?
    (?:were|was|came|started|began|start(?:ed|ing)?) (?:\w+ ){0,3}late(?: start\w*)?|late start|(?:started|began|
    starting) late
    (?:sat|sitting|was sat|stood) (?:\w+ ){0,4}for (?:nearly |about |over |almost )?(?:half an?|an|\d+) (?:hours?|
    mins?|minutes?)
    (?:kept|left|made) me (?:waiting|wait|sitting)|(?:i )?(?:had to )?wait(?:ed|ing)? (?:for )?(?:\d+|half an|an|
    over an|ages|\
nearly|almost|about) ?\w*
""")
_I_WAS = re2.compile(
    r"(?i)\b(?:i|im|we|my (?:bus|train|tram|car))(?: \w+)? (?:was|were|am|came|arrived|got|got there|ran|turned up|"
    r"showed up)?"
    r"(?: \w+){0,3} late\b|\bmy (?:bus|train|tram|car)\b"
)
_OFFERED = any_of(r"""
    (?:they|she|he|the \w+|we)?(?:ve| have| has)?(?: just| already| even| actually| then)* ?offer(?:ed|ing) (?:me|us)\
(?: (?:it|the (?:job|post|role|position|place)|a (?:job|post|place|position|contract)|that|right|there|on|straight|
    the same))?
    (?:got|been|was|were|have) offered(?: (?:it|the (?:job|post|role|position)|a (?:job|post|place)))?
    (?:i )?(?:got|have got|ive got) (?:the (?:job|post|role|position)|an offer)|(?:the )?job(?: is|s) mine
    (?:gave|giving|given) me the (?:job|post|role|position)|(?:she|he|they) (?:made|make|are making) (?:me )?an offer
    (?:they|she|he) (?:want|wants|wanted) me to start|said (?:id|i have|ive|i had) got (?:it|the job)
""")
_NO_OFFER = any_of(r"""
    (?:not|didnt|havent|hasnt|never|wouldnt|wont|if|would|might|may|when|whether|until|before|doesnt|
    dont) (?:\w+ ){0,4}\
(?:offer\w*|got the job|start)
    offer(?:ed|ing) me (?:a |an |some )?(?:coffee|tea|water|drink|lift|seat|chair|biscuit|another|second|next|tour|
    trial|chance)
    offered (?:a |an |some )?(?:coffee|tea|water|drink|lift|seat|biscuits?)
""")
_STARTS = any_of(r"""
    ^(?:i )?(?:would |can |could |will |id |ill |to )*start(?:s|ing)?(?: date)?(?: (?:is|on|from|the|would be|
    will be))* \
(?:\d+(?:st|nd|rd|th)|\d+ (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|mon\w*|tue\w*|wed\w*|
    thu\w*|fri\w*|sat\w*|sun\w*|next|jan\w*|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|\
aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)
    (?:let|tell|give|get back to|ring|call|answer|sign) (?:them|him|her|it)?(?: \w+){0,3} (?:by|before|until|till) \w+
    (?:they|she|he) (?:want|wants|need|needs) (?:an answer|a yes|to know|me to (?:sign|decide|say))
""")
_UNASKED = re2.compile(
    r"(?i)\b(?:didn?t|did not|forgot to|never|not|havent|no time to|didnt get to|didnt dare|too \w+ to|wanted to)"
    r"(?: \w+)? ask(?:ed)?(?: (?:her|him|them))?(?: (?:about|for|on|if|whether|the one about))? (?P<what>.{3,60})$"
    r"|^(?:and |but )?no questions? (?:about|on) (?P<none>.{3,40}?)(?: asked)?$"
)
_BY_THEM = re2.compile(r"(?i)^(?:(?:and|but) )?(?:they|she|he|nobody|no one|the \w+)\b|\bask(?:ed)? me\b")
_NOTHING = frozenset("anything much more a any all that it them questions question my the else too lot things".split())
_COUNTS = re2.compile(
    r"(?i)(?:^|\W)(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"none|no)"
    r"(?P<unit> ?%| percent| per cent|k\b)?(?P<next>(?: (?:of (?:us|them|you|the)|other|more|different))?(?: \p{L}+)?)"
)
_TIMED = frozenset(
    "week weeks month months day days year years hour hours hrs h min mins minute minutes pound pounds euro euros quid"
    " times time am pm in on".split()
)
_HOW_MANY = re2.compile(r"(?i)\bhow many (?:of )?(?P<what>(?:\p{L}+ ){0,2}?\p{L}+)\b")
_OF_US = re2.compile(r"(?i)\bof (?:us|you|them)\b")
_SHARE = re2.compile(r"(?i)\b(?:percent\w*|percentage|share|how much of)\b")
_PERCENT = re2.compile(r"(?i)\d ?%|\d ?per ?cent")
_FIGURE = re2.compile(
    r"(?i)\b(?:how (?:much|long|often|far|early|late|big|old|high)|what (?:percent\w*|share|part|time|date|number)|"
    r"when|which day"
    r"|what day|how (?:soon|quickly|fast))\b"
)
_DIGIT = re2.compile(
    r"(?i)\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|none|never|every|always|once|twice|"
    r"all|monday|"
    r"tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)
_RHYTHM = any_of(r"""
    every (?:other|second|third|fourth|2nd|3rd|4th) \w+|(?:1|2|3|one|two|three|a)(?: \w+)? in (?:every )?(?:two|
    three|four|five|\d)
    (?:\d|two|three|four|five|six|seven) (?:days? |nights? )?on,? (?:and )?(?:\d|two|three|four|five|six|
    seven)(?: days?)? off
""")
_OWN_EMPTY = stems(
    "percent percentage share part number time date long often kind sort people person thing going get there"
    " ask about really usually normal normally"
)


def people(note: str) -> Iterator[Met]:
    """Who is told of by name: "boss is called Tracy", "Denise seemed nice", "Omar is only the lead"."""
    for clause in clauses(note):
        met = person_in(clause)
        if met is not None:
            yield met


def clauses(note: str) -> Iterator[str]:
    """The clauses of a tale, in order."""
    for sentence in _SENTENCE.split(note):
        yield from filter(None, (part.strip(" ,.:-–…!") for part in _CLAUSE.split(sentence)))


def person_in(clause: str) -> Met | None:
    """Whom one clause names, with what the title tells; None where it names nobody."""
    for pattern in (_CALLED, _WHO, _BESIDE):
        found = pattern.search(clause)
        if found is not None and (name := _named(found, told="how" in found.groupdict() and bool(found["how"]))):
            title = str(found["title"]).strip().lower()
            return Met(name, title, audience(f"his {title}" if _OF_ANOTHER.search(clause) else title))
    for pattern in (_SEEMED, _SOMEBODY):
        found = pattern.search(clause)
        if found is not None and (name := _named(found, told=pattern is _SOMEBODY)):
            return Met(name)
    return None


def _named(found: re2._Match[str], *, told: bool) -> str:
    """The name, with a capital; "" where it is none. A second word belongs to it where it is written large."""
    first, _, second = str(found["name"]).partition(" ")
    if is_title(first) or not is_somebody(first.lower()) or len(first) < _SHORTEST:
        return ""
    if not (is_name(first.capitalize()) or told):
        return ""
    return f"{first[:1].upper()}{first[1:]}{f' {second}' if second[:1].isupper() else ''}"


def of_offer(clause: str) -> bool:
    """Whether it tells of an offer, a first day or a day to answer by: no answer to a question."""
    flat = _flat(clause)
    return offers(clause) or bool(_STARTS.search(flat))


def offers(clause: str) -> bool:
    """Whether it says that they offered the job."""
    flat = _flat(clause)
    return bool(_OFFERED.search(flat)) and not _NO_OFFER.search(flat)


def is_tale(note: str) -> bool:
    """Whether it tells how a talk went, in several sentences: "went ok. were late. nights is 1 week in 3"."""
    told = [part for part in _SENTENCE.split(note) if len(part.split()) > 1]
    return len(told) >= TALE and bool(_WENT.search(_flat(note)))


def told_offer(note: str) -> bool:
    """Whether a tale says that they offered the job."""
    return any(offers(clause) for clause in clauses(note))


def late(note: str) -> str:
    """The sentence that says that they were late, not the user; "" for none."""
    for sentence in filter(None, (part.strip(" ,") for part in _SENTENCE.split(note))):
        flat = _flat(sentence)
        if _LATE.search(flat) and not _I_WAS.search(flat):
            return str(sentence)
    return ""


def told_of(note: str, about: str) -> str:
    """The part of a tale that speaks most of what is named, with the same words or their kind ("being late"); "" for
    none."""
    wanted = stems(about)
    rows = [
        (len(wanted & stems(sentence)), sentence.strip(" ,")) for sentence in _SENTENCE.split(note) if sentence.strip()
    ]
    best = max(rows, key=lambda row: row[0], default=(0, ""))
    return str(best[1]) if best[0] else ""


def unasked_about(clause: str) -> str:
    """Of "didn't ask about weekends" what was not asked: "weekends"; "" where nothing is named."""
    found = _UNASKED.search(_flat(clause))
    if found is not None and _BY_THEM.search(_flat(clause)):
        return ""
    what = str(found["what"] or found["none"]).strip(" .,!") if found else ""
    return what if set(what.lower().split()) - _NOTHING else ""


def answers_own(question: str, clause: str) -> int:
    """How plainly a clause answers a question in own words, from 0: by a count of what is counted, a figure where one
    is asked for, or all of its words."""
    content = stems(question) - _OWN_EMPTY
    shared = len(content & stems(clause))
    noun = _HOW_MANY.search(question)
    if not shared and not (noun and _OF_US.search(clause) and content <= stems(noun["what"])):
        return 0
    if counts(question, clause):
        return 4 + shared
    if _HOW_MANY.search(question) is None and _FIGURE.search(question) and _DIGIT.search(clause):
        return 3 + shared
    whole = shared == len(content) and shared > 1 and _HOW_MANY.search(question) is None
    return 3 + shared if whole else shared


def counts(question: str, clause: str) -> bool:
    """Whether "what percent?" is answered by a percentage, and "how many porters?" by "4 porters on at night" or
    "theres 4 of us on"; a number of weeks or of hours counts something else."""
    asked = _HOW_MANY.search(question)
    if asked is None:
        return bool(_SHARE.search(question) and _PERCENT.search(clause))
    wanted, found = stems(asked["what"]), list(_COUNTS.finditer(clause))
    for number in found:
        words = str(number["next"]).lower().split()
        if {"of", "on", "people", "staff"} & set(words) or wanted & stems(" ".join(words)):
            return True
        if not number["unit"] and len(found) == 1 and not set(words) & _TIMED and (not words or wanted & stems(clause)):
            return True
    return False


def is_rhythm(said: str) -> bool:
    """Whether it says in which rhythm people work: "every other Sunday", "1 week in 3", "4 on 4 off"."""
    return bool(_RHYTHM.search(_flat(said)))


def _flat(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("'", "").split())
