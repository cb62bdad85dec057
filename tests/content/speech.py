"""What can be measured about a question that is meant to be said aloud: words, syllables, openings, likeness."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations

import content

SMALL_WORDS = frozenset(
    (
        "a an the of to in on at for by and or is are was be do does did have has had i me my you your it that this what "
        "which who how when where would with from"
    ).split()
)
"""Words that every question needs; what is left are its telling words."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: the id of its question and its tone ("soft", "direct")."""

    id: str
    tone: str
    text: str


def questions() -> list[content.Question]:
    """Every question of the bank and of the packs."""
    data = content.load()
    bank = (question for topic in data.topics.values() for question in topic.questions)
    trades = (question for pack in data.packs.values() for question in pack.questions)
    return [*bank, *trades]


def spoken() -> list[Said]:
    """Both tones of every question."""
    return [Said(q.id, tone, text) for q in questions() for tone, text in (("soft", q.soft), ("direct", q.direct))]


@cache
def never_said() -> tuple[str, ...]:
    """The words and beginnings of words that no question says, from content/en/never_say.toml."""
    groups = tomllib.loads((files(content) / "en" / "never_say.toml").read_text(encoding="utf-8"))
    return tuple(phrase for group in groups.values() for phrase in group)


@cache
def _never_said_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, never_said()))})")


def forbidden(text: str) -> list[str]:
    """Those of them that stand in a text, at the start of a word, in its order."""
    return _never_said_pattern().findall(text.lower())


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower())


@cache
def telling_words(text: str) -> frozenset[str]:
    return frozenset(words(text)) - SMALL_WORDS


def likeness(one: str, other: str) -> float:
    """The part of the shorter text's telling words that the other text has too, 0 to 1."""
    mine, yours = telling_words(one), telling_words(other)
    return len(mine & yours) / min(len(mine), len(yours))


def near_duplicates(sentences: Sequence[Said], most: float) -> list[tuple[Said, Said]]:
    """Pairs of two questions that are more alike than ``most``; telling words as bits, as there are many pairs."""
    bits: dict[str, int] = {}
    masks = [sum(1 << bits.setdefault(word, len(bits)) for word in telling_words(said.text)) for said in sentences]
    rows = [(said, mask, mask.bit_count()) for said, mask in zip(sentences, masks, strict=True)]
    return [
        (one, other)
        for (one, mine, many), (other, yours, others) in combinations(rows, 2)
        if (mine & yours).bit_count() > most * min(many, others) and one.id != other.id
    ]


def opening(text: str) -> str:
    """The first three words: what one hears as "the same kind of question again"."""
    return " ".join(words(text)[:3])


def frame(text: str) -> str:
    """The sentence with each run of telling words as a star: "how many * * does * have" is one mould."""
    starred = ["*" if word in telling_words(text) else word for word in words(text)]
    return re.sub(r"\*(?: \*)+", "*", " ".join(starred))


def syllables(text: str) -> int:
    """About how many syllables a text has: groups of vowels, without a silent e at the end of a word."""
    bare = (re.sub(r"(?<=[^aeiouy])e$", "", word.replace("'", "")) for word in words(text))
    return sum(max(1, len(re.findall(r"[aeiouy]+", word))) for word in bare)
