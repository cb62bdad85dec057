"""What the user wants from a job: what a choice between two good things does to it, and how it is said aloud."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.fit import Graded
from bot.core.hears import heard, plain
from bot.core.model import Priority
from content import Priority as Topic
from content import Side

LEVELS = ("must", "want", "nice")
WAYS = ("more", "less", "keep", "new")
SHAPES = ("fixed", "shapeable")
LINE, SHAPE = "line", "shape"  # facets of a question: the want said aloud; the want to be settled with the offer
EARLY = ("s", "1", "2")  # rounds in which a job can still be shaped
FIRST = 3
TOLD = 24  # characters of own words that tell what for
MOST_REASON = 120  # characters that can be said in one breath
_CLAUSE = re.compile(r"[.!?;\n]+\s*|,\s+(?:and\s+|but\s+)?|\s+(?:and|but)\s+")
_ASKED_FOR = re.compile(r"(?i)\bask(?:ing|ed)?\b[^.?!]{0,40}? for (?P<what>[^.?!]+)")
_WISHED = re.compile(
    r"(?i)^(?:(?:and|but|so|please|well|really|just) )*(?:i|i'd|id|i’d) (?:really |just )?"
    r"(?:want|wanna|need|wish for|would like|like|would love|love)(?: to have| to get)?\s"
)
_SENTENCE = re.compile(r"[.!?;\n]+\s*")
_VERB = re.compile(  # "my wife works", "rent went up"
    r"^(?:my|our) (?:wife|husband|partner|mum|mom|mam|dad|son|daughter|boss) \w+s$"
    r"|^\S+ (?:\S+ )?(?:is|are|was|were|went|goes|has|have|had|comes?|came|got|gets|needs?)\b"
)
_SOMEBODY = ("i", "i'm", "i've", "i'd", "we", "they", "he", "she", "it", "it's", "there", "you", "nobody", "someone")


def in_order(priorities: Iterable[Priority]) -> list[Priority]:
    """The user's wants, what matters most first."""
    return sorted(priorities, key=lambda want: want.rank or 99)


def weighed(priorities: Iterable[Priority], chosen: Iterable[tuple[Side, Side]]) -> list[Priority]:
    """The wants after choices (taken, given up), as copies with new ranks; a new one has no id yet.

    What was taken goes ahead of what was given up, where both are wanted; it takes the side's words and direction.
    What was not wanted so far comes to the end as nice to have, or ahead of what was given up for it. Doing the same
    choices again changes nothing.
    """
    rows = [replace(want) for want in in_order(priorities)]
    for taken, given_up in chosen:
        _take(rows, taken, given_up)
    for rank, row in enumerate(rows, 1):
        row.rank = rank
    return rows


def _take(rows: list[Priority], taken: Side, given_up: Side) -> None:
    mine = next((row for row in rows if row.topic == taken.topic), None)
    if mine is None:
        mine = Priority(id="", topic=taken.topic, level="nice")
        rows.append(mine)
    mine.words, mine.direction = taken.words or mine.words, taken.way or mine.direction
    other = next((n for n, row in enumerate(rows) if row.topic == given_up.topic and row is not mine), None)
    if other is not None and rows.index(mine) > other:
        rows.remove(mine)
        rows.insert(other, mine)
        mine.level = "want" if mine.level == "nice" else mine.level


@dataclass(frozen=True, slots=True)
class Heard:
    """A topic heard in what somebody told, and his words about it."""

    topic: str
    words: str


def from_days(liked: str, hated: str, topics: Mapping[str, Topic], most: int = FIRST) -> list[Heard]:
    """The topics behind a day he liked and one he hated, at most ``most``: those in both first, then by turns."""
    good, bad = _heard(liked, topics), _heard(hated, topics)
    both = [topic for topic in bad if topic in good]
    turns = [topic for pair in zip([*good, *[""] * len(bad)], [*bad, *[""] * len(good)], strict=True) for topic in pair]
    order = dict.fromkeys(topic for topic in [*both, *turns] if topic)
    return [Heard(topic, bad.get(topic) or good[topic]) for topic in order][:most]


def _heard(told: str, topics: Mapping[str, Topic]) -> dict[str, str]:
    """Each topic that a clause touches most, with that clause."""
    found: dict[str, str] = {}
    for clause in _CLAUSE.split(told):
        words = plain(clause)
        weights = {topic.id: sum(map(len, heard(topic.hears, words))) for topic in topics.values()}
        best = max(weights, key=lambda name: weights[name])
        if weights[best]:
            found.setdefault(best, clause.strip(" ,"))
    return found


def reason(because: str) -> str:
    """The reason as it is said after the want: "because I commute two hours", "because of my kids"; empty where
    there is none, or none that can be said in one breath."""
    words = _SENTENCE.split(because.strip())[0].strip(" ,")
    for start in ("because of ", "because ", "since ", "cause ", "of "):
        if words.casefold().startswith(start):
            words = words[len(start) :]
            break
    if not words or len(words) > MOST_REASON:
        return ""
    parts = words.casefold().replace("’", "'").split()
    if parts[0] in ("so", "to", "for"):
        return inside(words)
    bare = len(parts) <= 3 and parts[0] not in _SOMEBODY and not _VERB.match(" ".join(parts))
    return f"because of {inside(words)}" if bare else f"because {inside(words)}"


def bare(words: str) -> str:
    """A deal-breaker without its beginning: "not if I work every Sunday" as "I work every Sunday"."""
    kept = words.strip(" .!")
    for start in ("not if ", "no if ", "never if ", "if "):
        if kept.casefold().startswith(start):
            return kept[len(start) :].strip()
    return kept


def wish(text: str) -> str:
    """What somebody would ask for: "could I ask my boss for fewer weekends?" as "fewer weekends"."""
    found = _ASKED_FOR.search(text)
    words = (found["what"] if found else text).strip(" .?!")
    rest = _WISHED.sub("", words).strip()
    return words if not rest or rest.startswith("to ") else rest


def inside(words: str) -> str:
    """The words as they stand inside a sentence: a small first letter, unless it is a name's, an "I" or capitals."""
    first = words.split(" ", 1)[0]
    return words if first in ("I", "I'm", "I’m", "I'd", "I'll", "I've") or first[1:2].isupper() else _small(words)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def without_reason(priorities: Iterable[Priority]) -> Priority | None:
    """What matters most of the wants that have no because, and of which the user was not reminded yet."""
    rows = (want for want in in_order(priorities) if want.rank <= FIRST or want.level == "must")
    return next((want for want in rows if not want.because and not want.recalled and len(want.words) < TOLD), None)


def to_say(priorities: Iterable[Priority], round: str, met: Collection[str]) -> Priority | None:
    """The want to be said to the one who would be the boss, while the job can still be shaped: the first one that
    has a reason, else the first. None later, or where the boss is not met. An unknown round counts as an early one."""
    if "M" not in met or (round and round not in EARLY):
        return None
    rows = in_order(priorities)
    return next((want for want in rows if want.because), rows[0] if rows else None)


def not_met(graded: Sequence[Graded]) -> list[Graded]:
    """The musts that the job does not meet as far as anybody has said: shown before a yes."""
    return [row for row in graded if row.priority.level == "must" and row.grade != "met"]
