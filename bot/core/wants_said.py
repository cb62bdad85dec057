"""A want as it is said in a message, without the words around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import re2

from bot.core.hears import heard, plain
from bot.core.model import Priority
from bot.core.patterns import any_of
from bot.core.stems import stems
from content import Priority as Topic

_LEAD = re2.compile(
    r"(?i)^\W*(?:(?:and|so|well|also|for me|honestly|what i want is|what matters to me is|i think|please add|add|"
    r"note(?: down)?)\W+)*(?:(?:i|we)(?:'d|’d| would)? (?:also |really |just |only |definitely )*(?:want|need|"
    r"like|love|prefer|wish|am looking for|hope) (?:(?:to (?:have|find|get|work (?:for|in|at)))|for)?\s*|"
    r"i'?m looking for\s+|"
    r"looking for\s+|my next job (?:must|should|has to|needs to) (?:have|be|offer)?\s*|(?:it )?(?:must|has to) "
    r"(?:have|be)\s+)?(?:a job (?:with|where|that (?:has|lets)|in which)\s+)?"
)


_ANSWER = re2.compile(
    r"(?i)^\W*(?:not yet|not really|not sure|no|nope|yes|yeah|yep|ok|okay|maybe|hm+|thanks|thank you)\s*"
    r"(?:[,.!;:…-]+\s+|[,.!;:…-]*$)"
)


def unanswered(text: str) -> str:
    """The text without a bare answer before it: "not yet. I want clear hours" as "I want clear hours"."""
    return str(_ANSWER.sub("", text.strip()))


def said_want(text: str) -> str:
    """ "I want a job with no weekend work." as "no weekend work"; the first sentence where there are several."""
    first = re2.split(r"[.!?\n]+(?:\s|$)", unanswered(text) or text.strip())[0]
    return str(_LEAD.sub("", first)).strip(" .,!") or first.strip(" .,!")


_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_NAMED = re2.compile(
    r"(?i)^\W*(?:(?:um+|well|so|no|oh|and|it is|it's|its|i mean|rather|about|for|on|as to|that's|thats)\W+)*"
    r"(?:the |my |number |no\.? )?(?P<name>\w[\w' ]{0,38}?)(?P<one> one| thing| part)?\s*"
    r"(?P<mark>[:–—-]+\s|,\s*(?:because|since|cause|cos|bc)\s|,|\s(?:because|since|cause|cos|bc)\s)\s*(?P<why>\S.*)$"
)
_PRIVATE = any_of(r"""
    burn(?:ed|t|ing)?[- ]?outs?|depress\w*|anxi\w+|panic\w*|ill|illness|sick|ptsd|therap\w+|divorc\w*|pregnan\w*|cancer
    disab\w*|diagnos\w*|breakdown|cr(?:y|ied|ying)|scared|afraid|hat(?:e|ed|es)|bull(?:y|ied|ying)|shout\w*|yell\w*
    wreck\w*|(?:cant|can't|couldnt|couldn't) (?:sleep|cope|stand)|in debt|broke|fired|sacked|sued|toxic|idiots?|stupid
    hell|shit\w*|crap\w*|damn\w*|fuck\w*|arse|ass|never (?:listen\w*|cared?|paid|again)
""")
_LOOSE = any_of(r"lol|lmao|idk|tbh|ngl|u|ur|pls|plz|gonna|wanna|cuz|cos|bc|dunno|kinda|um+|uh+|omg|the \w+ one")
_SPELT = {"i": "I", "im": "I'm", "i'm": "I'm", "ive": "I've", "i've": "I've", "id": "I'd", "i'd": "I'd",
          "dont": "don't", "didnt": "didn't", "cant": "can't", "doesnt": "doesn't", "wasnt": "wasn't"}  # fmt: skip


def other_named(
    said: str, asked: Priority, rows: Sequence[Priority], topics: Mapping[str, Topic]
) -> tuple[Priority, str]:
    """Of which want a reason is told, and the reason: "the boss one - he never listened" is about the boss, whichever
    was asked about. ``rows``: what is wanted, in order. It is the one asked about where no other is named."""
    found = _NAMED.match(said.strip())
    if found is None:
        return asked, said
    name, why = str(found["name"]).strip(), str(found["why"]).strip()
    sure = bool(found["one"]) or str(found["mark"]).strip() not in (",", "-")
    hits = [row for row in rows if _is_named(name, row, topics)]
    if name.casefold() in _ORDINALS or name.isdigit():
        place = _ORDINALS.index(name.casefold()) if name.casefold() in _ORDINALS else int(name) - 1
        hits = [rows[place]] if found["one"] and 0 <= place < len(rows) else []
    if len(hits) != 1 or not (sure or (len(name.split()) <= 2 and hits[0] is not asked)):
        return asked, said
    return hits[0], why


def _is_named(name: str, want: Priority, topics: Mapping[str, Topic]) -> bool:
    topic = topics.get(want.topic)
    own = stems(want.words or (topic.name if topic else ""))
    return bool(stems(name) & own) or bool(
        topic and len(name.split()) <= 3 and any(heard(topic.hears, plain(f"{name} my {name}")))
    )


def aloud(because: str) -> str:
    """A reason as it can be said to an employer, spelt as one writes; empty where it is private (an illness, what a
    former boss did), loosely typed, or no sentence."""
    words = because.strip()
    flat = words.replace("’", "'")
    if (
        _PRIVATE.search(flat)
        or _LOOSE.search(flat)
        or any(mark in flat for mark in (" - ", "!!", "??", "..", "…", "?"))
    ):
        return ""
    return " ".join(_SPELT.get(word, word) for word in flat.split(" "))
