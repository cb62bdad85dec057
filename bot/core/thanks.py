"""What a thank-you can name of a talk. The user notes it for himself: what he complains of goes into no letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import re2

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

MOST_PHRASE = 76  # characters that stand in a letter
_FILLED = re2.compile(
    r"(?i)^\W*(?:(?:yeah|yes|yep|no|ok|okay|so|well|and|but|oh|um+|uh+|er+|also|btw|honestly|basically|like|then|i "
    r"think)\b"
    r"[\s,.:–-]*)+"
)
_BY_WHOM = re2.compile(
    r"(?i)(?:^|\s)(?:(?:she|he|they) (?:said|says|told me|told)(?: that)?(?: (?:they are|theyre|they're|it is|its|"
    r"it's))?"
    r"|\p{L}+ said|i think|i guess|lol|tbh)(?:\s*$|[\s.,;]+)"
)
_CLAUSE = re2.compile(r"[,;.!]+(?:\s|$)")
_HOW_IT_WENT = re2.compile(
    r"(?i)^\W*(?:(?:um+|uh+|er+|hm+|well|so|oh|ok|okay|and|honestly|i think|i guess|all in all|overall)\W+)*"
    r"(?:(?:it|the talk|the interview|everything|all|she|he|they|things?)(?: all)? )?"
    r"(?:went|was|were|is|are|seemed?|felt)\b(?:\W+(?:all|so|very|really|quite|pretty|just|rather|ok|okay|fine|good|"
    r"well|nice"
    r"|great|lovely|friendly|kind|alright|right|cool|long|short|not|too|bad|and|but|for me|to me|i think|i guess"
    r"|i suppose|i hope"
    r"|lol|tbh|actually|better than \w+(?: i)?(?: \w+)?|the whole|interview|talk|smooth(?:ly)?))*\W*$"
)
_SAID = re2.compile(r"(?i)^(?:she|he|they) (?:said|says|told me)(?: that)? |,? (?:she|he|they) (?:said|says|told me)$")
_MINE = any_of(r"""
    i (?:think|guess|suppose|forgot|hope|dont know|dunno|was|am|felt|feel|messed|said|told|talked|couldnt|should have)
    forgot|um+|uh+|lol|tbh|idk|not sure|im|dunno
    (?:she|he|they) (?:didnt|doesnt|wouldnt|asked)|ask(?:ed|ing) me|depends?|its
    (?:she|he) (?:say|tell)|went (?:ok|okay|fine|alright)|sometime
""")
"""What tells of the user, or is quoted from them: in their letter it would read as a note about them."""


def detail(answers: Iterable[Answer], talk: Interview, acts: Mapping[str, Act]) -> tuple[str, str]:
    """ "detail" with something concrete that they said, "detail_note" with how the user's note begins, or "detail_none"
    and no words."""
    answer = remembered((row for row in answers if not is_sour(row.note, acts)), talk.id)
    if answer is not None and (words := phrase(answer.note)):
        return "detail", words
    begins = telling(talk.note, lambda words: is_sour(words, acts) or not says_something(words))
    begins = phrase(str(_SAID.sub("", begins)))
    return ("detail_note", begins) if begins else ("detail_none", "")


def phrase(note: str) -> str:
    """What was noted as a few clean words: without "yeah" and "she said", and cut between two clauses where it is long;
    empty where not even the first clause is short enough."""
    line = str(_BY_WHOM.sub("; ", str(_FILLED.sub("", " ".join(note.split()))))).strip(" ,;.!")
    kept = ""
    for part in filter(None, (part.strip(" ,;.") for part in _CLAUSE.split(line))):
        longer = f"{kept}, {part}" if kept else part
        if len(longer) > MOST_PHRASE:
            break
        kept = longer
    return kept


def says_something(words: str) -> bool:
    """Whether a sentence tells of the talk itself: not "it went ok I think", nor what the user felt or forgot."""
    flat = words.replace("’", "'").replace("'", "")
    return not (_HOW_IT_WENT.search(flat) or _MINE.search(flat))


def is_sour(words: str, acts: Mapping[str, Act]) -> bool:
    """Whether words tell how the user was treated, or what he did not like."""
    return conduct.guess(words, acts) != "note" or bool(_SOUR.search(words.replace("’", "'")))
