"""A question of one's own as somebody types it, in words that can be said to an employer: "put my question who covers
when someone is sick" as "Who covers when someone is sick?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.hears import heard, plain
from bot.core.ideas import wanted
from bot.core.stems import stems
from bot.core.wants import inside
from content import Content, Question

SHORTEST = 3  # words of a part that is a question of its own
_LEAD = re.compile(
    r"(?i)^\W*(?:(?:please|pls|plz|ok|okay|oh|and|so|well|also|then|can you|could you|can u|i want you to|maybe|hm+|no|"
    r"yes|but|another one|one more|next|question|my question(?: is| would be)?|mine(?: is)?)\b[\s:,.–—-]*)*"
    r"(?:(?:put|add|write|note|take|include|save)(?: down| in)?[\s:]+(?:(?:this|my|a|the|one|that|as)\s+)*(?:own\s+)?"
    r"(?:questions?|one|too)?\s*[:,–—-]*\s*)?"
    r"(?:(?:i'?d|i would|i'?ll|i|id|ill)\s+(?:also |really |just )*(?:like|want|need|love|have|will|wanna|must)?\s*"
    r"(?:to\s+)?(?:know|ask|find out|hear)(?:\s+(?:him|her|them|you|the boss|the manager))?"
    r"(?:\s+(?:about\s+)?that)?\s+|"
    r"(?:(?:can|could|may) (?:i|we) (?:just |also |please )*)?"
    r"(?:ask|asking)(?:\s+(?:him|her|them|you|the boss|the manager|\w+(?=\s+about\b)))?\s+|"
    r"i wonder\s+|tell me\s+|find out\s+)?"
)
_ABOUT = re.compile(
    r"(?i)^(?:what|how|something|anything|one|a question|questions?|more|it)?\s*(?:about|on|regarding)\s+"
    r"(?P<what>.{2,80})$"
)
_PARTS = re.compile(
    r"(?i)(?<=\w)[.;!?]+\s+|\s*[,.;]?\s+(?:and|also|plus|or)\s+(?:also\s+)?(?=(?:if|whether|why|who|what|when|"
    r"where|how|"
    r"which|do|does|did|is|are|will|would|can)\s)"
)
_IF = re.compile(
    r"(?i)^(?:if|whether)\s+(?P<who>(?:the |my |your |a |an |their |our )?(?:\w+ ){1,3}?)"
    r"(?P<verb>is|are|was|were|will|would|can|could)\s+(?P<rest>.+)$"
)
_IF_DOES = re.compile(r"(?i)^(?:if|whether)\s+(?P<who>they|you|people|i|we)\s+(?P<rest>\w.+)$")
_HOW_MANY = re.compile(
    r"(?i)^(?P<what>how many (?:\w+ ){0,2}?\w+s|how many people) (?P<at>(?:on|in|at|per|off|there|to)\b.*)$"
)
_LONE_I = re.compile(r"\bi\b")
_TOLD = re.compile(r"(?i)^(?:so |and |but )?(?:i|we|you|they|he|she|it|my|your|their|there|tell|please|explain)\b")
_DOES = re.compile(
    r"(?i)(?:\w+ly )?(?:pay|offer|have|give|provide|use|train|let|work|expect|need|plan|cover|allow|keep|measure|"
    r"promote|teach|support|help|share|meet|close|open|count|want|look for|do)\b"
)
_PAYING = ("pay", "pays", "paid")
_ASKING = re.compile(
    r"(?i)^(?:who|whom|whose|what|whats|when|where|why|how|which|is|are|was|were|do|does|did|has|have|will|would|could|"
    r"can|may|should|am|if|whether|on|in|at|by|for|to|under|with)\b"
)
_EMPTY = frozenset(
    "a an the is are do does did will would can could they you we i he she it there be have has get got pay give me my"
    " your their of for to in at on and or if whether what how much many who when where why which about with this that"
    " any some".split()
)


def is_asking(text: str) -> bool:
    """Whether a text is put as a question, with or without its mark."""
    return bool(_ASKING.match(_led(text))) or text.rstrip().endswith("?")


def about(text: str) -> str:
    """Of "what about the rota" what it is about: "the rota"; empty where more is said."""
    found = _ABOUT.match(_led(text).rstrip(" .!?"))
    return str(found["what"]).strip() if found and len(str(found["what"]).split()) <= 6 else ""


def questions(text: str) -> list[str]:
    """The questions in a text, each as it can be said: "if the shifts are the same. and why did 3 people leave" as
    "Are the shifts the same?" and "Why did 3 people leave?". What is no question is kept as it was typed."""
    led = _led(text)
    parts = [part.strip(" ,;-–—") for part in _PARTS.split(led) if part and part.strip(" ,;.!?-")]
    if len(parts) > 1 and not all((is_asking(part) and len(part.split()) >= SHORTEST) or about(part) for part in parts):
        parts = [led]
    return [_said(part) for part in parts or [text.strip()]]


def _led(text: str) -> str:
    """Without the words that only bring it."""
    line = " ".join(text.split())
    return str(_LEAD.sub("", line, count=1)).strip() or line


def _said(part: str) -> str:
    """With a capital and its mark; "if they are" as "are you"."""
    bare = _LONE_I.sub("I", _led(part).rstrip(" .!?"))
    if what := about(part):
        bare = f"what about {what}"
    elif found := _IF.match(bare):
        bare = f"{found['verb']} {_who(found['who'].strip())} {found['rest']}"
    elif found := _IF_DOES.match(bare):
        bare = _does(found["who"], found["rest"])
    elif not _ASKING.match(bare) and not part.rstrip().endswith("?") and not _TOLD.match(bare):
        bare = f"what about {inside(bare)}"
    if found := _HOW_MANY.match(bare):
        bare = f"{found['what']} are {found['at']}"
    mark = "?" if _ASKING.match(bare) and not bare.casefold().startswith(("if ", "whether ")) else ""
    mark = mark or ("?" if part.rstrip().endswith("?") else "")
    return bare[:1].upper() + bare[1:] + mark


def _who(word: str) -> str:
    return "you" if word.casefold() == "they" else word


def _does(who: str, rest: str) -> str:
    """Of what an employer does he is asked himself; "do you bully people" nobody asks anybody."""
    return f"do {_who(who) if _DOES.match(rest) else who} {rest}"


def topic_of(text: str, content: Content) -> str:
    """The topic that a few words name, where they speak of nothing else: "do they pay travel" is about travel; empty
    where there is more in it, or nothing that is known."""
    words = [word for word in plain(text).split() if word.strip("'") not in _EMPTY]
    words = [word for word in words if word not in _PAYING] or words
    best = wanted(text, content).topics[:1]
    if not best or not words:
        return ""
    topic = content.topics[best[0]]
    known = " ".join([plain(topic.name), *heard(topic.hears, plain(text))])
    return best[0] if all(any(word.startswith(k) for k in known.split()) for word in words) else ""


def speaks_of(about: str, topic: str, question: Question, content: Content) -> bool:
    """Whether that question on the topic says what is named, or the topic is called by it."""
    said = stems(f"{question.soft} {question.direct} {content.topics[topic].name}")
    return bool(stems(about) & said)


def topics_in(text: str, content: Content) -> list[str]:
    """Of "training and the rota" each part that names a topic; empty where one of them does not."""
    parts = [
        part.strip() for part in re.split(r"\s*(?:,|\band\b|\bor\b|&)\s*", about(text) or _led(text)) if part.strip()
    ]
    named = [part for part in parts if topic_of(part.rstrip(" .?!"), content)]
    return named if len(named) == len(parts) else []


def asked_already(text: str, topics: Sequence[str], questions: Sequence[str], content: Content) -> int:
    """The place (from 1) of the question on a list that asks what a short text asks; 0 where none surely does.

    ``topics``: of those questions, in order. A bare topic ("the rota") is asked by any question about it; a question
    only by one that says the same word, whose topic is called by it, or that alone speaks of it.
    """
    topic = topic_of(about(text) or text, content)
    whole = is_asking(text) and not about(text)
    told = [wanted(words, content).topics if whole else () for words in questions]
    paid = topic and any(word in plain(text).split() for word in _PAYING)
    near = [place for place, heard_there in enumerate(told, 1) if paid and topic in heard_there]
    if not topic or topic not in topics:
        return near[0] if len(near) == 1 else 0
    place = topics.index(topic) + 1
    named = stems(f"{content.topics[topic].name} {questions[place - 1]}")
    return place if not whole or stems(text) & named else 0
