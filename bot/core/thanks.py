"""What a thank-you can name of a talk. The user notes it for himself: what he complains of goes into no letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.core import conduct
from bot.core.drafts import remembered, telling
from bot.core.model import Answer, Interview
from bot.core.patterns import any_of
from content import Act

_SOUR = any_of(r"""
    un(?:friendly|kind|professional|fair|helpful|pleasant|comfortable|interested|easy)|impolite|rude\w*|arrogant\w*
    cold(?:ly)?|bull(?:y|ies|ied|ying)|hat(?:e|ed)|awful\w*|terribl[ey]|horribl[ey]|dreadful|bor(?:ed|ing)|disappoint\w*
    bad(?:ly)?|wors[et]|wrong|weird\w*|strange\w*|creepy|annoy\w*|angry|mad|upset|cried|nervous\w*
    liars?|lied|lying|fake|dishonest|dodgy|shady
    (?:dis|no )respect\w*|insult\w*|humiliat\w*|patroni[sz]\w*|condescend\w*|dismissive|mean to|toxic
    chao(?:s|tic)|mess(?:y)?|dirty|stupid|ridiculous|joke of a|idiot\w*|clueless|incompetent
    waste of|red flags?|gut feeling
    too (?:low|little|few|much|many|long|far|hard|old|young)
    (?:\w+n't|not|never) (?:\w+ ){0,2}(?:like|listen|care|know|look|trust|nice|good)
    (?:\w+n't|not) (?:\w+ ){0,2}(?:friendly|prepared|answer|interested|clear|happy|convinced)
""")


def detail(answers: Iterable[Answer], talk: Interview, acts: Mapping[str, Act]) -> tuple[str, str]:
    """ "detail" with something concrete that they said, "detail_note" with how the user's note begins, or "detail_none"
    and no words."""
    answer = remembered((row for row in answers if not is_sour(row.note, acts)), talk.id)
    if answer is not None:
        return "detail", answer.note
    begins = telling(talk.note, lambda words: is_sour(words, acts))
    return ("detail_note", begins) if begins else ("detail_none", "")


def is_sour(words: str, acts: Mapping[str, Act]) -> bool:
    """Whether words tell how the user was treated, or what he did not like."""
    return conduct.guess(words, acts) != "note" or bool(_SOUR.search(words.replace("’", "'")))
