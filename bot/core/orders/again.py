"""Orders about what was on the list before: "put it back instead of the nights one", "remove it again", "I was asking
you". And what is plainly an order although nothing in it is understood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.orders.clauses import CAP, flat
from bot.core.orders.words import END

_POLITE = re.compile(
    r"^(?:(?:please|pls|plz|ok|okay|oh|hey|no|nope|yes|and|so|but|well|then|hm+|also|now|sorry|actually|just|maybe|ta|"
    r"thanks|thank you|can you|could you|can u|could u|would you|will you|can we|could we|can i|could i|lets) )+(?=\S)"
)
_VERB = r"(?:put|bring|take|get|give me|give|have|add|want|need|like|restore|return|move)"
_Y = (
    r"(?:instead of|in place of|rather than|and (?:take|drop|remove|lose|cut|throw|kick)(?: off| out)?|not) "
    r"(?P<y>.{1,60}?)"
)
_SOME = r"(?:(?:something|anything|a question|one|the one|ask|asking|put|have|add|i want|take) ?(?:about|on|for)? )?"
_ONE = r"(?:the|my|that|your) .{0,50}?(?:one|ones|question|questions|thing)"
_FORMS = (
    re.compile(
        rf"(?:(?P<b>.{{2,90}}?) )?{_VERB}(?: (?P<x>.{{1,60}}?))? back(?: again| in| on| to| the list| my list| "
        rf"there| up)*"
        rf"(?: {_Y})?{END}"
    ),
    re.compile(rf"(?:bring|put|take|get) back (?P<x>.{{1,60}}?)(?: {_Y})?{END}"),
    re.compile(
        rf"(?:swap|switch|change|replace|exchange)(?: out)? (?P<y>.{{1,60}}?) (?:with|for|by|against|to|into) {_SOME}"
        rf"(?P<x>.{{2,60}}?){END}"
    ),
    re.compile(rf"{_SOME}(?P<x>.{{2,60}}?) (?:instead of|in place of) (?P<y>.{{1,60}}?){END}"),
    re.compile(rf"(?:instead of|in place of) (?P<y>.{{1,40}}?) {_SOME}(?P<x>.{{2,60}}?){END}"),
    re.compile(
        rf"(?:id |i would |i )?(?:rather|sooner|prefer)(?: to)?(?: have| ask| keep| take)? (?P<x>.{{2,60}}?) "
        rf"(?:than|over|instead of|to) (?P<y>.{{1,60}}?){END}"
    ),
    re.compile(
        rf"(?:i want |id like |give me |show me |have |want |get |add )?(?P<x>{_ONE})(?: on| in| there)* again{END}"
    ),
)
"""Each brings X on the list; where Y is told, in its place."""
_LIKED = re.compile(
    rf"(?:but )?(?:i )?(?:really )?(?:liked?|loved?|preferred|prefer|miss)? ?(?P<x>{_ONE}(?: (?:about|on|"
    rf"with) .{{2,40}}?)?)"
    r"(?: (?:was|is|were))?(?: (?:so|really|much|very|quite))?(?: (?:good|better|best|great|nice|useful|important|"
    r"gone))?"
    rf"{END}|(?:why did (?:you|u)|where (?:did|is|has|are)|wheres|whered) .{{0,20}}?(?P<z>{_ONE}(?: (?:about|on) "
    r".{2,40}?)?)(?: (?:go|gone|off|away|out|now|to))*"
)
_UNDONE = re.compile(
    r"(?:(?:take|put|get|cross|throw|leave) (?:it|that|this|mine|my (?:own |last |new )?question|(?:that|this) (?:one|"
    r"question)|the new one|what i (?:said|wrote))(?: question)? (?:off|out|away)(?: of it)?(?: again)?|(?:remove|"
    r"delete|"
    r"drop|lose|scrap|ditch|forget) (?:it|that|this|mine|my (?:own |last |new )?question|(?:that|this) (?:one|"
    r"question)|the "
    rf"new one|what i (?:said|wrote))|not (?:that|this)(?: one| question)?|(?:that|this)(?: one)? not)(?: again)?{END}"
)
_ASKED_YOU = re.compile(
    r".{0,20}?\b(?:(?:thats|that is|that was|this is|its|it is|it was|was|is)? ?not? (?:a )?question (?:for|"
    r"to) (?:them|him|her|"
    r"the \w+)|i (?:was|am|meant|asked|ask)(?: only| just)?(?: asking)? (?:you|u|to you)\b|im asking (?:you|u)|"
    r"(?:thats|that was|"
    r"it was|question) (?:for|to) (?:you|u)\b|not (?:for|to) them|dont ask (?:them|him|her) that).{0,30}"
)
_ORDERS = re.compile(
    r"(?:dont |do not )?(?:put|move|bring|take|remove|drop|delete|swap|switch|change|replace|keep|leave|lose|"
    r"shorten|reorder|"
    r"resort|sort|undo|restore|reword|rewrite|rephrase|make|not|scrap|skip|cut|mix|merge|combine|split|turn|renumber)\b"
)
_OF_LIST = re.compile(
    r"\b(?:it|them|ones?|that|these|those|number|[1-9]|first|second|third|fourth|fifth|last|back|list|order|rest|"
    r"others|place|"
    r"instead|questions?|top|end|bottom)\b"
)
_NAMES_ONE = re.compile(r"\b(?:one|question|number|about|[1-9])\b")
_OF_ONE = re.compile(
    rf"\b(?:one|question) (?:off|out|away|first|last|back|up|down){END}$|"
    rf"\b(?:should|must|has to|needs to) (?:come|go|be|stand) (?:first|last|before|after|above|higher|lower)\b|"
    r"^(?:why did (?:you|u)|where (?:did|is|has)|wheres) .*"
    r"\b(?:one|ones|question|list)\b"
)
_WORDED = re.compile(r"\b(?:who|whom|what|when|where|how|which|why|if|whether|do they|is there|are there|do you)\b")
PRONOUNS = frozenset("it that this them that one this one those these him the one ones one".split())


@dataclass(frozen=True, slots=True)
class Wish:
    """``back``: what is to come (empty: what went last), and in whose place; ``off``: what was just added goes."""

    act: str
    what: str = ""
    place: str = ""


def wish(whole: str) -> Wish | None:
    """What a flat text wants of the questions that were on the list; None where it wants nothing of them."""
    line = _POLITE.sub("", whole)
    if _UNDONE.fullmatch(line) or _ASKED_YOU.fullmatch(line):
        return Wish("off")
    for form in _FORMS:
        if found := form.fullmatch(line):
            named = found.groupdict()
            what, before = (named["x"] or "").strip(), (named.get("b") or "").strip()
            place, points = (named.get("y") or "").strip(), not set(what.split()) - PRONOUNS
            if (points or not before) and (form is not _FORMS[3] or _NAMES_ONE.search(f"{what} {place}")):
                return Wish("back", before if points else what, place)
    return None


def liked(text: str) -> str:
    """Of "the one about training was good" and "where did the training one go" which one it speaks of; "" for none."""
    found = _LIKED.fullmatch(_POLITE.sub("", flat(text[:CAP])))
    return (found["x"] or found["z"] or "") if found else ""


def is_order(text: str) -> bool:
    """Whether a text tells the bot to change something of its list, whatever it is: no question to anybody."""
    line = _POLITE.sub("", flat(text[:CAP]))
    verb = _ORDERS.match(line)
    if _OF_ONE.search(line):
        return True
    return verb is not None and bool(_OF_LIST.search(line)) and not _WORDED.search(line)
