"""What is said in the middle of a conversation and belongs elsewhere: "wait, they just cancelled the interview".

An answer must never be taken for an aside: what a step asks for is its own, whatever it speaks of. So an aside needs
a sign of its own: it says that it is one ("by the way"), it asks the bot about itself ("how do I stop these
reminders?"), or it is news about an interview where the step asks for a name, a day or a number.
"""

from __future__ import annotations

import re2

from bot.core.patterns import any_of
from bot.core.route import INTENTS, flat, intents, rule, sure
from bot.core.route.model import ranked

SIGN = re2.compile(
    r"(?i)^\W*(?:(?:oh|ok|okay|hey|sorry|no|ah|um|uh|and|but|hm+)\W+)*"
    r"(?:(?:wait|hang on|hold on|one (?:sec|second|moment)|stop|sorry)(?: a (?:sec|second|minute|moment))?\W*[,.!:;…-]"
    r"|(?:wait|hang on|hold on)(?: a (?:sec|second|minute|moment))? (?:i|they|he|she|my|the|we|can|how|what|who|its|it|"
    r"theres|there|someone|somebody|just)\b"
    r"|btw\b|by the way\b|(?:i )?(?:almost |just |also |completely )?forgot (?:to (?:say|tell|mention|add)|"
    r"one thing)\b|before i forget\b|(?:another|one other|one more|a different|different|unrelated|very different|"
    r"quick|side|small|other) (?:thing|question|note|topic|matter)\b|on another note\b|off topic\b|unrelated\b|"
    r"something else\b|changing (?:the )?(?:topic|subject)\b|meanwhile\b|just (?:now|in|heard|"
    r"got (?:a|an|word|news|the|told))\b|update\s*[:,-]|news\s*[:!,-]|breaking\b|p\.?s\.?\b)"
)
"""How people say that something is beside the point."""
_LEFT = re2.compile(r"(?i)^[\s,.:;!…-]*(?:that|this|but|and|well|so)?[\s,.:;!…-]+")
_BOT = any_of(r"""
    (?:how (?:do|can|could|would) i|can (?:you|i)|could you|please|pls|where (?:do|can) i|i want (?:you )?to|how to|
    is it possible to) (?:\w+ ){0,2}(?:stop|turn off|switch off|turn on|switch on|mute|pause|change|set|silence|
    disable|cancel|get rid of|unsubscribe from|reduce) (?:\w+ ){0,3}(?:reminders?|notifications?|messages|quiet hours|
    time ?zone|language|pings|alerts|nudges|evening message)
    (?:stop|no more|enough) (?:sending |with )?(?:me )?(?:the |these |those |your |all |so many )*(?:reminders?|
    notifications?|messages|pings|alerts)
    (?:delete|erase|wipe|remove|export|download) (?:all |everything|every |the )*(?:of )?(?:my (?:data|account|stuff|
    info|information|chats?|messages)|what you (?:know|have)|you know|you have|about me)
    ^(?:please |pls )?(?:delete|erase|wipe|remove) (?:it all|everything|all of it|all)(?: please| pls| now| again)*$
    ^(?:please |pls )?turn (?:them|it|the reminders|reminders) (?:back )?(?:on|off)(?: again| please)*$
    who (?:can|could|is able to|gets to|else) (?:\w+ )?(?:reads?|sees?) (?:this|it|my (?:data|messages|chats?|stuff)|
    what i \w+(?: here| you| to you)?)\W*$
    is (?:this|it|that|all of this) (?:private|safe|encrypted|confidential|secret)
    (?:do|can|could|will) you (?:speak|talk|write|understand|answer in) (?:\w+ )?(?:german|spanish|french|polish|
    arabic|turkish|hindi|portuguese|italian|russian|ukrainian|chinese|other languages|another language)
    (?:change the|change my|set my|wrong) time ?zone
    ^(?:please |pls )?(?:dont|do not|never|stop) (?:\w+ )?(?:message|text|write|remind|ping|bother|disturb)(?:ing)? me
""")
NEWS = ("add_interview", "change_interview", "offer")  # what may be told without a sign where a bare fact is asked for
PLAIN = ("data", "settings", "agenda")  # what is asked of the bot itself
NOTHING = ("other", "smalltalk")
FEWEST = 4  # fewer words are a name, a day or a place
_SHORT = 16  # words; a longer message is a story
_LITTLE, _WELL, _CLEAR, _VERY = 0.25, 0.2, 0.8, 1.0  # of the model's scores
_WE, _YOU, _I = (re2.compile(rf"\b(?:{words})\b") for words in ("we|our|us", "you|your", "i|im|ive|ill|id|my|me"))


def bare(text: str) -> str:
    """The text without the words that say that it is beside the point."""
    found = SIGN.match(text)
    return text if found is None else str(_LEFT.sub("", " " + text[found.end() :])).strip() or text


def has_sign(text: str) -> bool:
    """Whether the text begins by saying that it is beside the point."""
    found = SIGN.match(text)
    return found is not None and len(text[found.end() :].split()) >= 2


def of_the_bot(text: str) -> bool:
    """Whether it asks the bot about itself: its messages, the data, what comes next. Short ones only; in a long
    story such words are somebody else's."""
    return is_request(text) or (len(text.split()) <= _SHORT and rule(text) in PLAIN and is_plain(text, ()))


def is_request(text: str) -> bool:
    """The same by a few phrases that nobody says to an employer."""
    return len(text.split()) <= _SHORT and bool(_BOT.search(flat(text)))


def about_the_bot(text: str) -> str:
    """Which of PLAIN it is."""
    return next(name for name in intents(text) if name in PLAIN)


def goes_elsewhere(
    text: str, own: tuple[str, ...], *, fact: bool = False, question: bool = False, loose: bool = False
) -> bool:
    """Whether a text typed into a step belongs somewhere else.

    ``own``: the intents that an answer to this step may look like. ``fact``: the step asks for a name, a day, a
    number or a place, not for something told. ``question``: it takes questions to an employer. ``loose``: an answer
    speaks of one thing only, so that what is very plainly another needs no sign.
    """
    if (is_request if question else of_the_bot)(text) and about_the_bot(text) not in own:
        return True
    if has_sign(text):
        return _is_other(bare(text), own)
    if fact and is_plain(text, own):
        return True
    return loose and is_plain(text, own) and _ahead(text, own) >= _VERY and _ahead(text, INTENTS) >= _CLEAR


def _is_other(text: str, own: tuple[str, ...]) -> bool:
    """Whether a text that says that it is beside the point is: what it is about stands well before all that an
    answer may look like."""
    first = intents(text)[0]
    if first in (*own, *NOTHING):
        return False
    return sure(text) or rule(text) == first or (first in (*NEWS, *PLAIN) and _ahead(text, own) >= _WELL)


def _ahead(text: str, own: tuple[str, ...]) -> float:
    """By how much the first intent stands before the nearest that an answer may look like."""
    (_, best), *rest = ranked(text)
    return best - max((score for name, score in rest if name in own), default=best - _VERY)


def is_plain(text: str, own: tuple[str, ...]) -> bool:
    """Whether a text is plainly about something else than what an answer may look like."""
    return len(text.split()) >= FEWEST and sure(text) and intents(text)[0] not in (*own, *NOTHING)


def may_be_other(text: str, own: tuple[str, ...], least: int = FEWEST) -> bool:
    """Whether a text of at least so many words is likelier to be about something else, sure or not; what may as well
    be nothing in particular ("I like it") is not."""
    if len(text.split()) < least or intents(text)[0] in (*own, *NOTHING):
        return False
    return _ahead(text, NOTHING) >= _LITTLE


def is_their_voice(text: str) -> bool:
    """Whether an employer seems to speak: "we", "our" to "you", and no "I"."""
    line = flat(text)
    return bool(_WE.search(line) and _YOU.search(line)) and not _I.search(line)
