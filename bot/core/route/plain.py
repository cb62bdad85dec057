"""What a few words make plain although the trained router is not sure: a letter full of fears, and a wish to be
reminded of something that has a time."""

from __future__ import annotations

import re

from bot.core.patterns import any_of
from bot.core.route import flat, intents

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
""")
_REMIND = re.compile(
    r"(?is)^\W*(?:(?:also|and|but|then|please|pls|plz|can|could|would|will|you|oh|ok|okay|hi|hey|yes)\W+)*"
    r"remind me(?: also| too)? (?:of|about)\W+(?P<rest>.+)$"
)


def asks_what_to_ask(text: str) -> bool:
    """Whether it asks for the questions to put to somebody: "what should I ask Anna?"."""
    return len(text.split()) <= SHORT and bool(_ASK.search(flat(text)))


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
