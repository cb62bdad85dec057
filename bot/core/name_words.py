"""The words that names are made of: which are a name's own, which stand in any message, which have a letter wrong."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.hears import plain
from bot.core.route.model import router

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LEAST = 4  # letters of a name that is still known with one letter wrong
PLACES = frozenset(
    "agency airline airport academy bakery bank bar brewery cafe care church clinic club college company council "
    "court daycare dealer depot factory farm firm garage group gym home hospital hostel hotel house kindergarten "
    "kitchen lab laboratory library logistics market ministry museum nursery office parish pharmacy plant practice "
    "pub residence restaurant salon school services shop start-up startup station store studio supermarket theatre "
    "university warehouse workshop yard zoo".split()
)
"""What people say instead of a name: "the clinic". Alone such a word tells nobody apart who shares it."""
FILLING = frozenset(
    "a about again all an and are as at be but by call called chat company for from gmbh he her him i in inc "
    "interview interviewer is it its job just kg limited llc ltd me meant meeting my no not of on one or our plc "
    "position role same she so that the their them they this to was we with yes you that's it's i'm new".split()
)
"""What stands around a name, or in many of them, and tells nobody apart."""


def own_words(name: str) -> list[str]:
    """The words of a name that are its own."""
    return [w for w in plain(name).split() if len(w) > 1 and w not in PLACES and w not in FILLING]


def is_like(word: str, name: str) -> bool:
    """A name with one letter wrong; hardly anybody gets the first one wrong."""
    return len(name) >= LEAST and word[:1] == name[:1] and is_near(word, name)


def is_near(word: str, name: str) -> bool:
    """Whether one letter is wrong, missing, too many, or two beside each other have changed places."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    rest, other = word[at:], name[at:]
    swapped = len(rest) > 1 and len(other) > 1 and rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text; those that no ordinary message knows may be a name with one letter wrong."""

    all: frozenset[str]
    odd: tuple[str, ...]

    def has(self, name: str) -> bool:
        return name in self.all or any(is_like(word, name) for word in self.odd)


def words_of(text: str) -> Words:
    """Those of a text, each plain (bot.core.hears) and without a genitive's s."""
    words = frozenset(word.removesuffix("'s") for word in plain(text).split())
    ordinary = router().rows
    odd = tuple(w for w in sorted(words) if len(w) >= LEAST - 1 and f"w:{w}" not in ordinary and w not in FILLING)
    return Words(words, odd)
