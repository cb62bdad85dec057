"""Whether an answer to "which employer?" reads like a name at all, and not like a message of its own."""

from __future__ import annotations

import re

MOST_WORDS = 7
_OPENERS = frozenset(
    "i i'm im i'd i'll i've ill yes no ok okay it it's they they're she he we what what's why how when where who can "
    "could should is are do does did maybe not never hi hello hey bye thanks thank please".split()
)
_VERBS = frozenset(
    "is are was were am be want wants wanted sent send said says told tell ask asked accept take took think thinks "
    "don't dont didn't didnt can't cant will would could should have has had get got".split()
)
"""Written small: "Take Two" is a name."""
_LINKS = frozenset("of and & for the de la le van von der at in on".split())
_MUMBLES = frozenset(
    "hm hmm hmmm hmmmm mm mmm um umm uh uhm eh erm er huh idk dunno idc nothing none nobody whatever nope nah".split()
)
_FILLING = _MUMBLES | frozenset(
    "else anything well no not never sure clue idea more that's all that lol don't dont know i i'd say really maybe "
    "later some any other the a have".split()
)
"""Of such words alone nothing is named; one word of the second kind may be a name."""
_ANSWERS = frozenset(
    "ok okay okey k kk yes yeah yep yup ya yh yea ye no nope nah sure fine cool thanks thx ty hi hey hello lol lmao "
    "haha alright right bruh bro mate omg wtf wdym what er um erm huh hm idk oh ah eh same exactly correct true well "
    "so what's "
    "tmrw tmr tomorrow tomoro tomorow today tonight please pls dunno".split()
)
"""Said in answer to something else, or of a time: no name, alone or together."""
_DAY = re.compile(
    r"(?i)^(?:on )?(?:\d{1,2}\.? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)"
    r"(?:[a-z]*y|[a-z]*ch|[a-z]*il|[a-z]*e|[a-z]*t|[a-z]*r)?\.?$"
)


def is_name(text: str) -> bool:
    """A few words that could be an employer's name: no question, no sentence, no day."""
    words = text.replace("’", "'").split()
    if not words or len(words) > MOST_WORDS or "?" in text or _DAY.search(text.strip()):
        return False
    if names_nothing(text):
        return False
    first = words[0].strip(",.!")
    opens = first.casefold() in _OPENERS and not (first.isupper() and len(first) > 1)
    return not (opens and len(words) > 1) and not (len(words) > 2 and _VERBS & {word.strip(",.!") for word in words})


def names_nothing(text: str) -> bool:
    """Whether it only fills a pause, answers something else or is a bare number: "hm", "nothing else", "ok", "3"."""
    said = {word.casefold().strip(",.!?…") for word in text.replace("’", "'").split()} - {""}
    number = bool(said) and all(word.replace(":", "").isdigit() for word in said)
    return number or said <= _ANSWERS or said <= (_FILLING if len(said) > 1 else _MUMBLES)


def capitals(name: str) -> str:
    """A name as it is written: one typed all small gets its capitals, any other stays as it is."""
    if not name.islower():
        return name
    return " ".join(
        word if word in _LINKS and at else word[:1].upper() + word[1:] for at, word in enumerate(name.split())
    )
