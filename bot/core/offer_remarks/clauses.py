"""The kind of one clause, and the words in it that it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.offer_remarks.his import of_his_own
from bot.core.offer_remarks.to_bot import put_to_bot
from bot.core.offer_remarks.words import FIRST, KINDS
from bot.core.route import flat

FEW = 4  # words of a thing in a list
_FILL = (
    r"(?:(?:ok|okay|please|pls|plz|and|so|but|no|yes|well|also|then|hey|hm|actually|maybe|can you|could you|can u|"
    r"could u|will you|would you|you should|i want you to|i want to|i would like to|id like to|lets|let us|just|only|"
    r"rather|still|better|now|too)[ ,]+)*"
)
_THEM = r"(?:them|him|her|the \w+)"
_ABOUT = r"(?:about|for|on|regarding|after)"
_ASK = re.compile(
    rf"^{_FILL}(?:(?:ask|write|tell|mail)(?: (?:to )?{_THEM})?|put(?: in)?|include|add|mention|want to know|"
    rf"need to know|"
    rf"wanna know|find out)(?: (?:only|just|also|instead|too|in|it|again))*(?P<for> for)?(?: {_ABOUT}|"
    rf" that)? (?P<what>.+)$"
)
_DROP = re.compile(
    rf"^{_FILL}(?:i )?(?:(?:dont|do not|not|never|no need to|stop) (?:need to |want to |wanna )?(?:care|ask|"
    rf"asking|mention|"
    rf"write|talk|worry|need|include|put)(?: {_THEM})?(?: (?:about|for|on|in))?|leave out|leave|drop|remove|"
    rf"delete|skip|"
    rf"take out|take off|forget(?: about)?|not about) (?P<what>.+?)(?: out| off| away| at all| there| please| pls)*$"
)
_UNWANTED = re.compile(
    r"^(?P<what>.+?) (?:is|are)(?: not|nt) (?:so |that |really |very )?(?:important|needed|necessary|relevant)"
)
_GAP = re.compile(
    r"^(?:.*?\b)?(?:(?:they|it|he|she|letter|offer|there|contract|mail|you) (?:(?:dont|doesnt|didnt|do not|"
    r"does not|did not"
    r"|never|was|is|were|has|have|says?|said|had) )*(?:no word|nothing|not a word|no mention|say|says|tell|"
    r"tells|mention|"
    r"write|state|said|name|explain|told)(?: me| anything| a word| nothing)?|no word|nothing|not a word)"
    r"(?: (?:there|in it|said|written|told))*"
    r"(?P<of> (?:about|on|of|regarding))? (?P<what>(?:(?:what|how|when|who|where|which|if|whether)\b)?.+)$"
)
_NO_SAY = re.compile(r"\b(?:dont|doesnt|didnt|do not|does not|did not|never|no word|nothing|not a word|no mention)\b")
_MISSING = re.compile(
    r"^(?:the |also )*(?P<what>\w[\w ]{2,40}?) (?:is|are|was|were|s) "
    r"(?:missing|not (?:in (?:it|there|the \w+)|mentioned|there|clear|told|written))"
)
_WHAT_ABOUT = re.compile(
    rf"^{_FILL}(?:(?:what|how) (?:about|is it with|is with|of)|whats with|whats about) (?P<what>.+)$"
)
_QUESTION = re.compile(
    r"^(?:(?:and|so|but|also|then|ok|well|hm) )*(?:(?:is|are|was|were|do|does|did|will|would|can|could|may|has|"
    r"have|if|"
    r"whether) (?:they|it|i|we|he|she|there|the|that|this|these|my|a|an|any|people|somebody|someone|overtime|nights?|"
    r"weekends?)\b|(?:who|whom|what|whats|when|where|why|how|which)\b)"
)
_WORRY = re.compile(
    r"^(?:its|it is|thats|that is|they give|they offer|there is|i have|i get)? ?(?:but )?only (?P<what>.+)$"
)
_TOLD = re.compile(
    r"^(?:.*?\b)?(?:(?P<who>she|he|they|(?:the |my )?(?:boss|manager|matron|recruiter|owner|hr|head|lady|guy|"
    r"man|woman|"
    r"lead|chief)|[a-z]{2,14}) (?:has |have |had |also |even )*(?:told|said|promised|mentioned|assured|agreed|"
    r"confirmed)"
    r"|i (?:was|have been) (?:told|promised|assured))(?: to| it)?(?: me| us)?"
    r"(?P<by>(?: (?:on|over|by|in|at|during|when)(?: the| a| my| our| we)? (?:phone|telephone|call|interview|"
    r"talk|meeting|"
    r"visit|video|zoom|mail|whatsapp|text|met|spoke|talked)(?: \w+day)?)*)[ ,:]*(?:that |it is |its )?(?P<what>.+)$"
)


@dataclass(frozen=True, slots=True)
class Said:
    """One clause: its ``kind``, and the words that it is about, as typed; ``of``: the thing named just before it."""

    kind: str
    what: str
    of: str = ""


def part_of(clause: str, *, asked: bool) -> Said | None:
    """The kind of one clause; None for all that may be told of an offer."""
    line = flat(clause).replace("'", "")
    for kind, pattern in FIRST:
        if pattern.search(line):
            return Said(kind, clause)
    if plainly := put_to_bot(line.strip(' "“”')) or of_his_own(line):
        return Said(plainly[0], _typed(clause, plainly[1]) if plainly[1] else "")
    for kind, pattern in KINDS:
        if pattern.search(line):
            return Said(kind, clause)
    return (
        _asking(clause, line)
        or _telling(clause, line)
        or (Said("about" if len(clause.split()) <= FEW else "question", clause) if asked else None)
    )


def _asking(clause: str, line: str) -> Said | None:
    for kind, pattern in (("ask", _WHAT_ABOUT), ("drop", _DROP), ("drop", _UNWANTED), ("ask", _ASK)):
        if found := pattern.search(line):
            what = _typed(clause, found["what"])
            possible = kind == "ask" and bool(found.groupdict().get("for"))
            kind = "about" if pattern is _WHAT_ABOUT else "for" if possible else kind
            return Said("ask" if kind == "for" else kind, f"for {what}" if kind == "for" else what)
    return Said("question", clause) if _QUESTION.search(line) else None


def _telling(clause: str, line: str) -> Said | None:
    if (found := _GAP.search(line)) and _NO_SAY.search(line):
        return Said("gap", _typed(clause, found["what"]))
    if found := _MISSING.search(line):
        return Said("gap", _typed(clause, found["what"]))
    if found := _TOLD.search(line):
        return Said("told", _typed(clause, found["what"]))
    if (found := _WORRY.search(line)) and not any(map(str.isdigit, line)):
        return Said("worry", clause)
    return None


def _typed(clause: str, words: str) -> str:
    """Words of the flat clause as he typed them, with the marks that were taken out of it."""
    kept = [(n, mark) for n, mark in enumerate(clause.casefold()) if mark not in "'’‘`´"]
    at = "".join(mark for _, mark in kept).find(words)
    if at < 0 or len(clause) != len(clause.casefold()):
        return words.strip()
    return clause[kept[at][0] : kept[at + len(words) - 1][0] + 1].strip()
