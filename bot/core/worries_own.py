"""Fears that a topic's own questions would pass by, and the better words for each."""

from __future__ import annotations

from bot.core.patterns import any_of

_EXTRA = r"(?:over ?times?|over ?hours|extra (?:hours?|time|shifts?)|extra|additional hours|hours on top)"
_UNPAID = any_of(rf"""
    (?:dont|do not|never|not|wont|will not|doesnt|didnt|late|without|un) ?(?:\w+ ){{0,2}}(?:pay|paid|paying|count)\w* \
(?:\w+ ){{0,3}}{_EXTRA}
    (?:pay|pays|paid) (?:\w+ ){{0,3}}{_EXTRA} (?:\w+ )?(?:late|never|badly|too little)
    {_EXTRA} (?:\w+ ){{0,3}}(?:not|never|isnt|arent|wont|without) (?:\w+ ){{0,2}}(?:pa(?:id|y|yed)|counted)|
    unpaid {_EXTRA}
""")
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|summer|spring|autumn"
    r"|christmas|easter)"
)
_ENDS = any_of(rf"""
    (?:only|just) (?:\w+ ){{0,2}}(?:till|until|til|to|up to) (?:the )?(?:end of )?{_MONTH}
    (?:ends|runs out|is over|finishes|stops|expires) (?:in|by|on|at the end of) (?:the )?(?:end of )?{_MONTH}
    (?:in|after|from) {_MONTH} (?:i |we )?(?:have|got|am|im|will be|be) (?:left )?(?:with )?(?:nothing|no job|
    no work|out|on the street)
    (?:fixed term|fixed-term|temporary|temp) (?:\w+ )?(?:only|contract|post|job|thing)
""")
_CLASSES = any_of(r"""
    (?:what|which) (?:classes|groups|years?|subjects|timetable|pupils|grades|wards?|routes?|tours?|clients|customers) \
(?:i|they|ill|id|are|would|will)
    (?:dont|do not|didnt|never) (?:say|tell|know|said) (?:\w+ ){0,2}(?:classes|groups|subjects|timetable|wards?|routes?)
""")
_VISA = any_of(r"""
    (?:visas?|sponsor(?:s|ed|ing|ship)?|work permits?|residence permits?|right to work|h1b|blue card|immigration papers)
""")
_LIFTING = any_of(r"""
    (?:bad|dodgy|sore|weak|broken|poorly|wrecked|dicky) (?:back|knees?|hips?|shoulders?|neck|wrists?|feet)
    my (?:\w+ )?(?:back|knees?|hips?|shoulders?|neck|wrists?|feet) (?:\w+ ){0,2}(?:hurts?|ache\w*|pain\w*|wont|cant|
    will not|can not|give\w*|gone|go|went|plays? up|playing up|take it|last|hold)
    what about my (?:\w+ )?(?:back|knees?|hips?|shoulders?|feet)
    (?:lifting|pushing|carrying|heavy (?:lifting|loads?|boxes|beds|patients|things|work|stuff))|on my feet all day
""")
_DULL = (
    r"(?:manual|testing|data entry|cold call\w*|cleaning|filing|photocopying|coffee|tills?|phones?|paperwork|admin"
    r"|scanning|typing|shelf stacking|stacking|washing up|dishes)"
)
_ONLY = any_of(rf"""
    (?:only|just|nothing but) (?:\w+ ){{0,2}}{_DULL}
    (?:give|put|keep|use|have|leave|stick|stuck|end up|left|dumped)(?: me)? (?:only |just )?(?:\w+ ){{0,3}}{_DULL}
""")
_OWN = (
    ("visa", _VISA, "conditions", "H"),
    ("unpaid", _UNPAID, "base_pay", "H"),
    ("ends", _ENDS, "contract", "M"),
    ("classes", _CLASSES, "daily_work", "M"),
    ("lifting", _LIFTING, "equipment", "P"),
    ("only", _ONLY, "daily_work", "M"),
)
_FEARED = ("unpaid", "ends", "classes")  # of these the words alone tell a fear; a visa may have come
OWN_TOPICS = tuple((pattern, topic) for _, pattern, topic, _ in _OWN)
"""For the rules of bot.core.worries."""


def own_words(line: str) -> dict[str, tuple[str, str]]:
    """Topic -> (the name of better words, whom to ask), for a text in lower case without apostrophes."""
    found: dict[str, tuple[str, str]] = {}
    for name, pattern, topic, whom in _OWN:
        if topic not in found and pattern.search(line):
            found[topic] = (name, whom)
    return found


def is_feared(line: str) -> bool:
    """Whether the words by themselves tell such a fear."""
    return any(name in _FEARED for name, _ in own_words(line).values())
