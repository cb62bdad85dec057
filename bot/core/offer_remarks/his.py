"""What the user says of himself beside an offer: what matters to him, what does not, that he takes it."""

from __future__ import annotations

import re

from bot.core.offer_remarks.to_bot import FILL
from bot.core.route.yes_no import says_no, says_yes

_VERY = (
    r"(?:really |most |very |so |mostly |just |do |also |still |honestly |quite |more |the most |all |mainly |"
    r"actually )*"
)
_WANT = re.compile(
    FILL + rf"(?:(?:what|the (?:main |only |most important |big |first |one |biggest |other )*things?(?: that| which)?|"
    rf"what i want) "
    rf"{_VERY}(?:matters?|counts|important|is important|for me|i (?:care about|want|need))(?: (?:most|more|a lot|"
    rf"to me|for me|to us|here))*"
    rf" (?:is|are|would be) .+|(?:i|we|id|wed) {_VERY}care {_VERY}(?:a lot )?about .+|"
    r"(?:most )?(?:important|essential|crucial|vital|key)(?: (?:to|for) (?:me|us))? (?:is|are|would be) .+|"
    rf"(?!(?:does|is|do|are|will|whether|if|not|they|he|she|we|you)\b).+ (?:is|are|would be) {_VERY}(?:important|"
    rf"essential|crucial|vital|key|a must|everything|a big deal)"
    r"(?: thing)? (?:to|for) me(?: .*)?|"
    rf"(?!.*\b(?:doesnt|dont|not|wont|didnt|never)\b).+ {_VERY}matters? (?:a lot |most |more |so much |"
    rf"the most )?(?:to|for) me(?: .*)?|"
    r"my (?:top |first |main |number one |biggest )*(?:priority|priorities|must have|non negotiable) (?:is|are) .+|"
    r"(?:i|we) (?:really )?(?:need|want|have|like|hope) to be (?:home|back|free|there|around|able to) .+|"
    r".+ (?:is|are) what matters(?: (?:most|to me))*|(?:most of all|above all|mainly|mostly) (?:i|we) (?:want|need|"
    r"wish|like) .+|"
    r"(?:i|we) (?:really |mostly )?value .+|(?!(?:that|this|it|who|what)\b).+ (?:come|comes|goes) first(?: .*)?|"
    r"(?!(?:that|this|it|what|they|nothing|does)\b).+ matters? (?:most|a lot|so much)(?: .*)?|"
    r"(?:the )?(?:main|most important|biggest) thing (?:for me |to me )?(?:is|would be) .+)$"
)
_NOT = r"(?:doesnt|dont|does not|do not|isnt|is not|arent|are not|didnt|wont|wouldnt)"
_WHAT = r"(?P<what>(?!(?:it|that|this|they|i|we|you|he|she|which|money)\b)\w[\w '/-]{1,50}?)"
_WAIVE = (
    re.compile(
        FILL + _WHAT + rf" {_NOT} (?:really |actually |even |so |that |all that |too |very )*(?:matter|bother|"
        rf"important|interest|concern|"
        r"an issue|a problem|a big deal|relevant|needed|necessary|count)(?: (?:to|for) (?:me|us)| me| us| much|"
        r" here| at all| that much|"
        r" so much| anyway| tbh)*$"
    ),
    re.compile(
        FILL + r"(?:i|im|i am|we|were) (?:really |honestly |actually )?(?:dont|do not|not|couldnt|"
        r"could not) (?:really |even |actually |too |so |"
        r"that )*(?:care|need|bothered|fussed|worried|interested|concerned|worry|bother|"
        r"give a \w+)(?: less)?(?: (?:about|by|in|over|for))? "
        + _WHAT.replace("which|", "which|to|them to|")
        + r"(?: at all| much| tbh| anyway| here| really)*$"
    ),
    re.compile(FILL + r"(?:not (?:bothered|fussed|worried|interested) (?:about|by|in)|no need for|(?:dont|"
    r"do not) (?:really )?need|(?:dont|do not) bother (?:with|about|asking about)|i can (?:do|live|manage) without|"
               r"i (?:already )?have my own|who cares about|"
               r"never mind) (?:the )?" + _WHAT + r"(?: at all| anyway| tbh| here)*$"),
    re.compile(FILL + _WHAT + r" (?:is|are) (?:irrelevant|unimportant|not for me|no issue|no big deal|"
    r"not a thing here|public here|free here)"
               r"(?: (?:to|for) me| here)*$"),
)  # fmt: skip
_FEARED = re.compile(
    FILL
    + r"(?:(?:the |my )?(?P<first>\w[\w ]{1,40}?) (?:is|are|s) (?:what|the thing|the bit|the part)(?: that)? (?:im|"
    r"i am|i get|thats|worries|scares|"
    r"bothers)(?: me)?(?: .*)?(?:worried|scared|afraid|nervous|anxious|unsure|concerned)?(?: about| of)?|"
    r"(?:im|i am) (?:\w+ )?(?:worried|scared|afraid|nervous|anxious|concerned|unsure) (?:about|of) (?:the |"
    r"my )?(?P<then>.+)|"
    r"(?:the |my )?(?P<that>\w[\w ]{1,40}?) (?:really )?(?:worr(?:y|ies)|scares?|bothers?|frightens?) me(?: .*)?)$"
)
_YES_TO = re.compile(
    FILL + r"(?:(?:can|could|should|shall|may|do) i (?:just )?)?(?:say|saying|said) yes to (?:the |that |"
    r"this )?\w[\w &'-]{1,40}$"
)
_DECLINES = re.compile(
    FILL + r"(?:decline|reject|refuse|turn (?:it|this|that|them) down|turn down)(?: (?:it|this|"
    r"that|them|the offer|the job))?$"
)
_HUSHED = re.compile(
    r"^(?:(?:ok|so|just|please|pls|can you|could you|no|god|omg|now)[ ,]+)*(?:stop|quit|no more|enough|dont|"
    r"do not)(?: with)?"
    r"(?: (?:asking|ask|the|all|your|these|this|those|bloody))*(?: (?:me|us))?(?: (?:any ?more|so many|all these|"
    r"more|stuff|things|questions|this|that|"
    r"all|of|asking|the|your))*$"
)


def of_his_own(line: str) -> tuple[str, str] | None:
    """What a flat clause says of its writer: ``want`` (the whole clause), ``waive`` with the thing that is nothing to
    him, ``yes``, ``hush`` where he has had enough of questions; None for anything else."""
    if says_yes(line, offered=True) or _YES_TO.search(line):
        return "yes", line
    if says_no(line) or _DECLINES.search(line):
        return "no", line
    if len(line.split()) > 1 and _HUSHED.search(line):
        return "hush", line
    for pattern in _WAIVE:
        if found := pattern.search(line):
            return "waive", found["what"]
    return ("want", line) if _WANT.search(line) else None


def feared(line: str) -> str:
    """The thing that a flat clause names as a worry ("the nights are what im worried about"), else ""."""
    found = _FEARED.search(line)
    return next((words for words in found.groupdict().values() if words), "") if found else ""


_FRAMED = (
    re.compile(
        FILL + r"(?:(?:what|the (?:\w+ ){0,2}things?(?: that| which)?|what i want)\b(?: \w+){0,8}? (?:is|are|would be)|"
        rf"(?:i|we|id|wed) {_VERY}care {_VERY}(?:a lot )?about|(?:most )?(?:important|essential|crucial|vital|"
        rf"key)(?: (?:to|for) (?:me|us))? "
        r"(?:is|are|would be)|my (?:\w+ ){0,3}(?:priority|priorities|must have|non negotiable) (?:is|are))(?: that)? ",
        re.I,
    ),
    re.compile(
        FILL + r"(?:(?:most of all|above all|mainly|mostly) )?(?:i|we) (?:really )?(?:need|want|have|like|"
        r"hope) to (?=be )",
        re.I,
    ),
    re.compile(
        FILL + r"(?:(?:most of all|above all|mainly|mostly) (?:i|we) (?:want|need|wish|like)|(?:i|"
        r"we) (?:really |mostly )?value) ",
        re.I,
    ),
)
_BEHIND = re.compile(
    rf" (?:is|are|would be) {_VERY}(?:important|essential|crucial|vital|key|a must|everything|"
    rf"a big deal)(?: thing)? (?:to|for) me\b|"
    rf" {_VERY}matters? (?:a lot |most |more |so much |the most )?(?:to|for) me\b| (?:is|are) what matters(?: most|"
    rf" to me)*|"
    r" (?:come|comes|goes) first\b| matters? (?:most|a lot|so much)\b",
    re.I,
)


def want_in(words: str) -> str:
    """What is wanted, without the words that say that it matters: "what matters to me is X, since Y" as
    "X, since Y"."""
    bare = " ".join(words.replace("’", "'").split())
    for frame in _FRAMED:
        bare = frame.sub("", bare, count=1)
    bare = re.sub(r"(?i)^be (?=home|back|free|there|around|able)", "being ", bare)
    bare = re.sub(r"(?i)(?<=\w) a lot$", "", bare)
    return _BEHIND.sub("", bare, count=1).strip(" ,.!:") or words
