"""What is typed at a list of questions: one more question, or a remark about the list, and which one it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

import re2

from bot.core.patterns import any_of
from bot.core.stems import stems

_ASKS = any_of(r"""
    (?:id|i would|i) (?:really |also )?(?:like|want|need|love) to (?:know|ask|hear|see)|i wonder|wondering|curious
    (?:can|could) i ask
""")
_OFF = any_of(r"""
    (?:take|leave|cross|strike|get|kick|throw|put) (?:\w+ ){0,5}(?:off|out|away|rid)|remove|drop|delete|lose|scrap|ditch
    (?:swap|change|replace|reword|rewrite|rephrase)|get rid of|without
    (?:stop|quit|no more|enough(?: of)?|dont|do not|not|never|wont|will not|cant|wouldnt|i would not) \
    (?:\w+ ){0,3}(?:ask\w*|say\w*|want|need|like)(?: \w+)?|stop (?:the|with|about|that|this)
    (?:isnt|is not|is no|aint|not|no|isn t) (?:even |really )?(?:a |any )?(?:real )?(?:question|sense|true|right|me)
    (?:doesnt|does not|dont|do not) (?:apply|fit|make sense|concern|matter)|makes no sense|not relevant|irrelevant
    nonsense
""")
_STATES = re2.compile(
    r"(?i)^\W*(?:(?:but|and|well|hey|no|ok|um+|oh|lol|sorry|wait|actually)\W+)*(?:(?:i|we|you|they|she|he|it|that|this"
    r"|these|those|there|my|your|the list|nobody|number \d|no\.? ?\d|the \w+ one)(?:'|’|\b))"
)
_NUMBER = re2.compile(
    r"(?i)(?:\b(?:no|nr|number|question|num)\.? ?|#)(\d)\b|\b(\d)(?: (?:is|isnt|isn't|isn’t|and|off|out)\b)"
)
_LONE = re2.compile(r"\b(\d)\b(?:\.|\)|,|$| )")
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_FILLER = stems(
    "stop take off remove drop delete swap change question questions list one thing that isnt not dont want need please"
    " ask asking alone live first second third fourth fifth last number away out lose get rid sense make makes true"
    " like never always just put really stupid again more which would are is was had get know"
)


def is_remark(text: str) -> bool:
    """Whether a text says something of the list or of the user, and asks an employer nothing: "stop asking about X",
    "I live alone", "2 isn't a question"."""
    flat = _flat(text)
    if flat.casefold().startswith(("ask ", "please ask ")) or (_ASKS.search(flat) and not _OFF.search(flat)):
        return False
    asks = text.rstrip(" !.").endswith("?")
    return not asks and bool(_OFF.search(flat) or _STATES.search(text))


def wants_to_know(text: str) -> bool:
    """Whether somebody says that he would ask something: "I want to know if they train"."""
    return bool(_ASKS.search(_flat(text))) and not _OFF.search(_flat(text))


def wants_off(text: str) -> bool:
    """Whether a remark wants something taken off the list, or says that it does not fit."""
    return bool(_OFF.search(_flat(text)))


def meant(text: str, questions: Sequence[str]) -> list[int]:
    """The places (from 1) of the questions that a remark speaks of: by number, or by a word that one alone has."""
    found = {int(a or b) for a, b in _NUMBER.findall(text)}
    low = text.casefold()
    found |= {place for place, word in enumerate(_ORDINALS, 1) if f"the {word}" in low}
    if wants_off(text):
        found |= {int(digit) for digit in _LONE.findall(text)}
    if "the last" in low:
        found.add(len(questions))
    said = stems(text) - _FILLER
    own = [stems(words) for words in questions]
    for word in said:
        hits = [place for place, known in enumerate(own, 1) if word in known]
        found |= set(hits) if len(hits) == 1 else set()
    return sorted(place for place in found if 1 <= place <= len(questions))


def _flat(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("'", "").split())
