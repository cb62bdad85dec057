"""What a few words make plain although the trained router is not sure: a letter full of fears, a wish to be reminded of
something that has a time, and one to take back the last thing."""

from __future__ import annotations

import re

from bot.core.patterns import any_of
from bot.core.route import flat, intents, puts_off

SHORT = 14  # words
LETTER = 50  # words; a shorter message is read well enough as a whole
_FEARS = 3  # signs of fear in a letter full of them
_FIRST = 3  # of the router's guesses
_SIGN = any_of(r"""
    (?:im |i am |so |too |and |be |was |get |really |just )*(?:afraid|scared|terrified|frightened|nervous|anxious|
    ashamed|embarrassed|worried|panicking|desperate)
    (?:worry|worries|worrying|panic|dread|fear|fears|regret)
    what if|i keep (?:thinking|imagining|seeing|dreaming)|(?:goes?|going|run) (?:round|through) my (?:head|mind)
    (?:cant|cannot|dont|hardly|barely) (?:\w+ )?(?:sleep|eat|breathe|think straight)|(?:lie|lying|lay) awake|
    (?:every|all) nights?
    my (?:hands?|voice|knees|legs|heart|stomach) (?:\w+ )?(?:shakes?|shaking|trembles?|hurts?|races?|pounds?|goes|
    turns?|sinks?)
    (?:they|she|he|everyone|everybody|people|somebody)(?: will|ll| would|d| might| can)? (?:\w+ )?(?:find out|
    think im|think i|see that|see im|laugh|notice|shouts?|judge|realise|realize|look down)
    (?:dont|do not|never|wont|didnt) (?:even )?dare|(?:im|i am|feel|feeling) (?:\w+ )?(?:too (?:old|slow|young|quiet|
    stupid|shy)|not good enough|a fraud|useless|lost)
    go wrong|mess (?:it |this )?up|blank|freeze|i (?:will )?just sit there
""")
_ASK = any_of(r"""
    (?:what|which questions?) (?:\w+ )?(?:should|could|can|do|would|must|shall) i (?:\w+ )?ask(?: \w+){0,7}[?. ]*$
    ^(?:(?:so|ok|okay|and|but|please|pls|hm+|hi|hello|hey|i|im|really|just|dont|do not|have no idea|no idea|not sure|\
know|my questions?|questions?)[ ,.!?:]+)*(?:what|which)(?: questions?)?(?: to| i| can i| do i| we)? ask(?: (?:him|her|\
them|there|in the interview|at the interview|the boss|first|now|please|pls))*[?. ]*$
    ^(?:(?:so|ok|and|please|pls|can you|could you)[ ,]+)*(?:what are|show|show me|give me|tell me|where are) \
(?:my|the|some|a few|only|\d|three|good| )*questions?(?: (?:please|pls|for (?:it|him|her|them|the interview)|\
to ask|now))*[?. ]*$
""")
_JOB = any_of(r"""
    accept(?:ing|ed)?|(?:the|that|this|their) (?:\w+ ){0,2}(?:job|offer|post|position|contract)|sign(?:ing|ed)?
    (?:say|saying|tell|write|writing) (?:\w+ ){0,3}yes
""")
_LOOK = any_of(r"""
    (?:have|take|give it) a look|look (?:at|over|through) (?:it|this|that|what)
    (?:check|read) (?:it|this|that) (?:for me|please|pls)
    (?:can|could|would|will) (?:you|u) (?:please |pls )?(?:check|read|look)
""")
_GIVEN = any_of(r"""
    (?:gave|give|giving|offered|offering|offer) (?:me|us) (?:the |a |this )?(?:job|post|position|place|role|contract)
    (?:offer|contract)(?: letter)?|got the job
""")
_POLITE = "(?:please|pls|plz|oh|no|ok|okay|wait|sorry|oops|hey|can you|could you|can i|i want to|i need to)"
_DROP = re.compile(
    rf"(?:{_POLITE} )*(?P<verb>delete|remove|drop|scrap|cross|take|put|get rid of|i dont (?:want|need)(?: to ask)?) "
    r"(?P<rest>.+)"
)
_AWAY = frozenset("off out away".split())
_OF_A_LIST = _AWAY | frozenset(
    "this that the my one question number nr no from list please pls now again anymore".split()
)
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_STILL_ON = any_of(r"""
    (?:not|didnt|did not|isnt|is not|wasnt|was not|havent|hasnt|never|dont|do not) (?:\w+ ){0,2}\
(?:cancel\w*|off|called off|remove\w*|delete\w*|take)
    still (?:on|happening|planned|there)|(?:its|it is|thats) on(?: again)?[.! ]*$|keep (?:it|that|the)
    leave it (?:in|there|on)
""")
_OFF = any_of(r"""
    cancel(?:l?ed|s)?(?: it)?|called (?:it )?off|(?:its|it is|that is|thats|was) off|take it (?:off|out)
    (?:remove|delete|drop) (?:it|that|this)
""")
_LAST = 50  # no list is longer
_SHORT_ANSWER = 9  # words
_DENIED = re.compile(
    r"\bi (?:\w+ )?(?:didnt|did not|havent|have not|never) (?:(?:even|actually|really|ever|yet) )?"
    r"(?:accept(?:ed)?|sign(?:ed)?|sa(?:y|id) yes|(?:send|sent|write|wrote|written) (?:them )?(?:the|a|any|that|my) "
    r"(?:yes|acceptance)|(?:take|took|taken) (?:it|the job|the offer))\b(?P<rest>[^,.;!?]*)"
)
_UNSAID = any_of(r"""
    i (?:\w+ )?(?:didnt|did not|havent|have not|never)(?: (?:even|actually|really|yet))?\
(?:$|[,.;!]| (?:accept|sign|send|sent|sa(?:y|id)|write|wrote|written|tap|press|click|mean|meant|do|done|agree|\
decide|reply|replied|answer|confirm)(?:ed|d)?)
    i didnt want (?:that|this|it|to)(?:$|[,.;!])|not (?:sent|accepted)(?: it)?(?: yet)?(?:$|[,.;!])
    wrong (?:button|one|tap|click)|(?:by|an?|was a|my) (?:mistake|accident)|accidentally|misclick(?:ed)?|mis-?tapped
    changed my mind|take (?:it|that|this|the yes|my yes) back|take back (?:it|that|the yes|my yes)
    i(?:m| am) not (?:accepting|ready|taking|signing|saying yes)
    (?:dont|do not) (?:send|accept|write|note|save) (?:it|that|this|anything|the yes)
    i(?:d| would)? (?:rather |still |first )?(?:want|need|have|like|got)(?: still| first)? to \
(?:ask|check|talk|clarify|clear|know|think|wait|read|see)\b.*\b(?:first|before|beforehand)
    (?:let me|lemme|can i|could i|i must|i should)(?: \w+)? (?:ask|check|think|talk)\b.*\b(?:first|before|beforehand)
""")
_THAT = "it|that|this|what (?:i|you) just did|(?:the )?(?:last|latest) (?:one|thing|step|change|bit)(?: (?:i|you) did)?"
_UNDO = re.compile(
    rf"(?:{_POLITE} )*(?:(?:undo|un do|undoo|revert)(?: (?:{_THAT}))?|take (?:{_THAT}) back|take back (?:{_THAT}))"
    r"(?: (?:again|please|pls|plz|now|sorry|thanks))*"
)
_SAID_LAST = (
    r"(?:that|the) (?:last )?(?:bit|note|part)|the last (?:thing|message)|what i (?:just )?(?:said|wrote|typed)"
)
_FORGET = re.compile(
    r"(?:(?:actually|no|oh|wait|sorry|please|pls|can you|just) )*(?:forget|scrap|ignore|disregard|delete|remove) "
    rf"(?:about )?(?:{_SAID_LAST})(?: (?:again|please|pls|now|sorry|thanks|i said))*"
)
"""The whole of a message: within a longer one it is somebody's tale, or a thing of its own that is meant."""
_REMIND = re.compile(
    r"(?is)^\W*(?:(?:also|and|but|then|please|pls|plz|can|could|would|will|you|oh|ok|okay|hi|hey|yes)\W+)*"
    r"remind me(?: also| too)? (?:of|about)\W+(?P<rest>.+)$"
)


def shows_an_offer(text: str) -> bool:
    """Whether a letter about a job is to be looked at, which has not come yet: "they gave me the job, have a look?"."""
    line = flat(text)
    return bool(_LOOK.search(line) and _GIVEN.search(line))


def is_of_a_job(text: str) -> bool:
    """Whether a yes or a no in it is one to a job: "accept", "the job"."""
    return bool(_JOB.search(flat(text)))


def off_or_on(text: str) -> bool | None:
    """Of a short answer whether an interview is off: True for "they cancelled", False for "no, it's still on"."""
    line = flat(text)
    if len(line.split()) > _SHORT_ANSWER or "?" in text or puts_off(text):
        return None
    return False if _STILL_ON.search(line) else True if _OFF.search(line) else None


def dropped_question(text: str) -> int | None:
    """Which question of the list is to go: 2 for "remove question 2", -1 for the last, 0 for "delete this one", which
    names none; None where it is no such wish. Whoever wants all data gone says so in other words."""
    bare = "".join(c if c.isalnum() else " " for c in flat(text))
    found = _DROP.fullmatch(" ".join(bare.split()))
    words = set(found["rest"].split()) if found else set()
    places = [_PLACES.get(word) or int(word) for word in words if word in _PLACES or word.isdigit()]
    apart = found is not None and found["verb"] in ("take", "put", "cross") and not words & _AWAY
    others = {word for word in words - _OF_A_LIST if word not in _PLACES and not word.isdigit()}
    if found is None or apart or others or len(places) > 1:
        return None
    if places and places[0] <= _LAST:
        return places[0]
    return 0 if "question" in words or ("one" in words and words & {"this", "that"}) else None


def denied_yes(text: str) -> str | None:
    """Of "I didn't accept the Lidl job" what comes after the yes ("the lidl job"); None where no yes is denied."""
    found = _DENIED.search(flat(text)) if len(text.split()) <= SHORT else None
    return found["rest"].strip() if found else None


def takes_back_yes(text: str) -> bool:
    """Whether it is said beside a yes that has just been written or sent, and takes it back: "wait, I didn't"."""
    return denied_yes(text) is not None or bool(_UNSAID.search(flat(text)))


def asks_what_to_ask(text: str) -> bool:
    """Whether it asks for the questions to put to somebody: "what should I ask Anna?"."""
    return len(text.split()) <= SHORT and bool(_ASK.search(flat(text)))


def wants_undo(text: str) -> bool:
    """Whether it asks to take back the last thing, and nothing else: "undo", "undo that please"."""
    bare = "".join(c if c.isalnum() else " " for c in flat(text))
    line = " ".join(bare.split())
    return bool(_UNDO.fullmatch(line) or _FORGET.fullmatch(line))


def is_fearful_letter(text: str) -> bool:
    """Whether it is a long message in which one fear follows the other."""
    if len(text.split()) < LETTER or "worry" not in intents(text)[:_FIRST]:
        return False
    return sum(1 for _ in _SIGN.finditer(flat(text))) >= _FEARS


def reminded_of(text: str) -> str:
    """Of "also remind me of Acme on Friday 10am" what is to come: "Acme on Friday 10am"; empty where it is no such
    wish."""
    found = _REMIND.match(text)
    return found["rest"].strip() if found else ""
