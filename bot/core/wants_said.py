"""A want as it is said in a message, without the words around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import re2

from bot.core.discretion import holds_one
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


_OPENING = re2.compile(
    r"(?i)^\W*(?:(?:what|the things?|things|most) (?:i (?:want|need|wish|look for)|important"
    r"|matters?(?: most)?(?: to me)?|(?:is|are) important(?: to me)?)"
    r"(?: (?:most|from a job|in a job|in my next job|next))*"
    r"\s*(?:is|are|would be|:|-|–)\s*:?|"
    r"(?:i want|i need|my wishes|my wants|wishes|important(?: to me| for me)?)\s*(?:are|is|:)\s*)"
)
_CLAUSES = re2.compile(r"(?i)\s*[,;\n]+\s*|[.!?]+\s+|\s+(?:and|plus|but|&|\+)\s+(?:then\s+)?|\s+then\s+")
_BECAUSE = re2.compile(r"(?i)(?:^|\s)(?:because(?: of)?|cause|cos|cuz|coz|bc|since)\s+")
_ADDS = re2.compile(
    r"(?i)^(?:(?:and|also|then|maybe|first(?:ly)?|second(?:ly)?|third(?:ly)?|mainly|mostly|most of all|above all|plus|"
    r"of course|too|as well|probably|really|just|please|add|put|like|well|so|ok|\d[.)]?)\s+)*"
)
_CONTINUES = re2.compile(r"(?i)^(?:i|we|they|he|she|it|my|there|nobody|everyone)(?:'m|m|'ve|ve|'s|s|'d)?\b")
_DIRECTED = re2.compile(
    r"(?i)^(?:less|fewer|more|no|not|never|without|only|at most|max(?:imum)?|better|shorter|longer)\b"
)
_LIMIT = re2.compile(
    r"(?i)\b(?:no more than|not more than|at most|max(?:imum)?(?: of)?|up to|only) (?P<most>(?:\d|one|two|"
    r"three|four|five|once|twice)\b.*)$"
)
_NO_WANT = frozenset(("", "i", "too", "please", "thanks", "thank you", "yes", "no", "ok", "so", "then", "want"))
_POLITE_END = re2.compile(r"(?i)(?:\s+(?:please|pls|plz|too|thanks|for me|i think|i guess|lol))+$")
_ARTICLE = re2.compile(r"(?i)^(?:(?:an?|the|my|some|good|nice|great|fair|decent|proper|kind)\s+)+")
_WHOLE = 5  # words by which it says what for
_TELLING = 2  # words (but bland ones) by which a want says more than its topic's name
_OF_WANT = ("words", "because", "not_if")
_UNKNOWN = any_of(r"""
    (?:i )?(?:really |honestly |just )*(?:dont|don't|do not) (?:really |even )?know(?: really| yet| what i want| tbh)*
    (?:i have )?no (?:idea|clue)(?: yet| really)*|(?:im |i'm |i am )?(?:not sure|unsure|clueless)(?: yet| really)*|idk
    dunno|hard to say|nothing comes to mind|what do you mean|i never thought about (?:it|that)
""")
_SHORT_WORDS = 8


_ENDS = re2.compile(
    r"(?i)^\W*(?:(?:no|nope|nah|ok|okay|yes|yeah|well|oh|and|so|then|i think|i guess|im|i'm|i am|were|we're|"
    r"thanks)[\s,.!]+)*"
    r"(?:done|finished|complete|ready|no|nope|nah|none|enough|no more|nothing(?: (?:else|more|to add))?|"
    r"that'?s (?:it|all"
    r"|everything|enough|the lot|them|my list)|that is (?:it|all|everything)|that will do|that'?ll do|"
    r"these (?:are )?(?:it|all)"
    r"|those are (?:it|all|mine|them)|just (?:those|these|that)|only (?:those|these|that)|no (?:special |real )?reason"
    r"|all good|good like that|next|go on|save|save it)"
    r"(?:[\s,.!]+(?:thanks|thank you|thx|for now|now|then|really|i think|please|from me|for me|tbh|today|it|all))*\W*$"
)


def ends(text: str) -> bool:
    """Whether it says that the list ends here, or that there is no reason to tell: "that's it", "no more"."""
    return bool(_ENDS.match(text.replace("’", "'")))


def is_told(want: Priority) -> bool:
    """Whether the words of a want tell so much that its why need not be asked: "being home at night with my kids"."""
    return len(want.words.split()) >= _WHOLE


def is_unknown(text: str) -> bool:
    """Whether somebody says that he does not know what he wants: "i dont know really"."""
    left = str(_UNKNOWN.sub(" ", text.replace("’", "'"))).strip(" .,!?…") if len(text.split()) <= _SHORT_WORDS else text
    return left != text.strip(" .,!?…") and len(left.split()) <= 1


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


@dataclass(frozen=True, slots=True)
class WantSaid:
    """One want of a message. ``topic``: one of the 16, else empty; ``words``: his own for it, empty where he says no
    more than the topic's name; ``because``: why; ``not_if``: where it would be out of the question."""

    topic: str
    words: str = ""
    because: str = ""
    not_if: str = ""


def wants_in(text: str, topics: Mapping[str, Topic]) -> list[WantSaid]:
    """The wants of a message in order, each with its own words, reason and limit: "no more than 2 weekends a month,
    proper handover, a boss who listens because my last one didn't". Two on one topic are one."""
    found: list[WantSaid] = []
    for clause in _CLAUSES.split(_opened(text)):
        want, _, why = (part.strip(" .,!") for part in _parted(clause))
        words = _trimmed(want)
        if (not words and found and why) or (_CONTINUES.match(clause.strip()) and found and found[-1].because):
            last = found[-1]
            found[-1] = replace(last, because=" and ".join(filter(None, (last.because, why or clause.strip(" .,!")))))
        elif words and words.casefold() not in _NO_WANT:
            _merge(found, _one(words, why, topics))
    return found


def _opened(text: str) -> str:
    bare = str(_OPENING.sub("", unanswered(text) or text.strip(), count=1))
    return str(_LEAD.sub("", bare, count=1))


def _parted(clause: str) -> tuple[str, str, str]:
    """The want, the word between, and the reason of one clause."""
    found = _BECAUSE.search(clause)
    return (clause[: found.start()], str(found[0]), clause[found.end() :]) if found else (clause, "", "")


def _trimmed(words: str) -> str:
    """Without the words that only add it: "and then money" as "money"."""
    bare = str(_LEAD.sub("", str(_ADDS.sub("", words.strip(" .,!:-"), count=1)), count=1)).strip(" .,!:-")
    return str(_POLITE_END.sub("", bare))


def _one(words: str, why: str, topics: Mapping[str, Topic]) -> WantSaid:
    line = plain(words)
    weights = {topic.id: sum(map(len, heard(topic.hears, line))) for topic in topics.values()}
    named = next((t.id for t in topics.values() if words.casefold() == t.name.casefold()), "")
    best = named or max(weights, key=lambda name: weights[name])
    topic = best if named or weights[best] else ""
    limit = _LIMIT.search(words)
    own = not topic or len(_ARTICLE.sub("", words).split()) >= _TELLING or bool(_DIRECTED.match(words))
    return WantSaid(topic, words if own and not named else "", why, f"more than {limit['most']}" if limit else "")


def _merge(found: list[WantSaid], new: WantSaid) -> None:
    at = next((n for n, said in enumerate(found) if new.topic and said.topic == new.topic), None)
    if at is None:
        return found.append(new)
    old = found[at]
    parts = {name: ", ".join(filter(None, (getattr(old, name), getattr(new, name)))) for name in _OF_WANT}
    found[at] = replace(old, **parts)


_BOSS_WHO = re2.compile(r"(?i)^(?:an?|the|my) (?:\w+ )?(?:boss|manager|supervisor|leader|lead|head|chef)\b")
_SENTENCE = re2.compile(r"(?i)^(?:i|i'm|im|we|they|he|she|you|dont|don't|not to be|please)\b")
_WHO_OR_WHICH = re2.compile(
    r"(?i)(?:^|[\s,])(?:who|whose|that|where|which|so|if|when|because|cos|since|as|what|how|why)\b"
)
_VERB = any_of(r"""
    is|are|am|was|were|will|would|can|cant|can't|could|cannot|do|does|dont|don't|doesnt|doesn't|didnt|didn't|want|
    wants|wanna
    have|has|had|havent|need|needs|must|should|shouldnt|wont|won't|im|i'm|ive|i've|id|i'd|ill|i'll|its|it's|theres|hate|
    hates
    know|knows|think|isnt|isn't|arent|aren't|wasnt|prefer|gets?|got|i|we|they
""")
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


def can_be_said(words: str) -> bool:
    """Whether a want stands after "what matters to me is": no sentence with a verb of its own ("dont want ...", "my mum
    is ill"), and nothing that somebody must not know."""
    head = _WHO_OR_WHICH.split(words.replace("’", "'").strip(), maxsplit=1)[0]
    return bool(words.strip()) and not (_SENTENCE.match(words) or _VERB.search(head) or holds_one(words))


def aloud_name(want: Priority, topic: Topic | None) -> str:
    """What is wanted as one says it to an employer after "what matters to me is": in the user's words where these can
    be said ("a boss who listens" as "someone who listens"), else as one says the topic; empty where neither can."""
    words = str(_BOSS_WHO.sub("someone", aloud(want.words))) if can_be_said(want.words) else ""
    return words or (topic.say if topic else want.words if can_be_said(want.words) else "")


def aloud(because: str) -> str:
    """A reason as it can be said to an employer, spelt as one writes; empty where it is private (an illness, what a
    former boss did), loosely typed, or no sentence."""
    words = because.strip()
    flat = words.replace("’", "'")
    if (
        _PRIVATE.search(flat)
        or holds_one(flat)
        or _LOOSE.search(flat)
        or any(mark in flat for mark in (" - ", "!!", "??", "..", "…", "?"))
    ):
        return ""
    return " ".join(_SPELT.get(word, word) for word in flat.split(" "))
