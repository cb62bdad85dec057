"""How offers speak: the patterns of the 28 topics, what does not count, and names of occupations and places.

They lie in content/<language>/offer/*.toml. Every value is a block of re2 patterns, one a line. They are read against
sentences in lower case, without hyphens and apostrophes ("don't" is "do not"), in which facts stand as words in
capitals: MONEY, WAGE (an amount with its period), PERCENT, DAYS, WEEKS, MONTHS, YEARS, HOURS, TIME, DATE, WKDAY, NUM,
BLANK; so do NAME (a capitalised word that no pattern knows) and CITY. OCC stands for any occupation, START for the
beginning of the sentence or of its heading, COLON for what follows a label, END (last in a line) for the end of a
clause, HEDGE for words that leave a thing open ("depends", "to be agreed", "within reason").

A topic has: ``cues`` (the topic is touched), ``hints`` (touched only beside a fact), ``takes`` (kinds of facts that
state it when they belong to a cue), ``stated`` and ``vague`` (whole phrases), ``capped`` (cues whose facts leave it
vague), ``open`` (phrases that leave the sentence vague although a thing is named: "pensions: see the handbook"),
``unless`` (phrases that only sound like the topic).

The scope says what is not the offer: ``others`` (what other people have or do), ``deferred`` (what is put off or left
open, so that a thing that is named without a fact is vague), and so on.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from content import ContentError, Frozen

SCOPE = tuple("elsewhere present mine back closed wish asked_for guess silent vague_words deferred others".split())


class TopicPatterns(Frozen):
    """The patterns of one topic, each a tuple of lines."""

    takes: tuple[str, ...]
    cues: tuple[str, ...]
    hints: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    capped: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class OfferPatterns(Frozen):
    """All patterns of one language; ``scope`` says what does not count or only half."""

    topics: dict[str, TopicPatterns]
    scope: dict[str, tuple[str, ...]]
    occupations: tuple[str, ...]
    places: tuple[str, ...]


@cache
def load_patterns(language: str = "en") -> OfferPatterns:
    """The patterns of a language; read once per process. Raises ContentError naming the file."""
    return patterns_from(files("content") / language / "offer")


def patterns_from(folder: Traversable) -> OfferPatterns:
    """The patterns below a folder that is laid out as content/en/offer is."""
    topics: dict[str, TopicPatterns] = {}
    for name in ("pay", "benefits", "work", "where_when", "terms"):
        for topic, table in _read(folder / f"{name}.toml").items():
            topics[topic] = _topic(table, f"{name}.toml: {topic}")
    scope = {key: _lines(value) for key, value in _read(folder / "scope.toml").items()}
    if tuple(scope) != SCOPE:
        raise ContentError(f"scope.toml: must hold {', '.join(SCOPE)}")
    return OfferPatterns(
        topics=topics,
        scope=scope,
        occupations=_names(folder / "occupations.toml"),
        places=_names(folder / "places.toml"),
    )


def _topic(table: object, place: str) -> TopicPatterns:
    if not isinstance(table, dict) or not {"takes", "cues"} <= set(table):
        raise ContentError(f"{place}: must be a table with takes and cues")
    unknown = set(table) - set(TopicPatterns.model_fields)
    if unknown:
        raise ContentError(f"{place}: {min(unknown)} is not known")
    rows = {key: _lines(value) for key, value in table.items() if key != "takes"}
    return TopicPatterns(takes=tuple(str(table["takes"]).split()), **rows)


def _lines(block: object) -> tuple[str, ...]:
    rows = (row.strip() for row in str(block).splitlines())
    return tuple(row for row in rows if row)


def _names(file: Traversable) -> tuple[str, ...]:
    """The names of a file, without repetition, in their order."""
    joined = "|".join(_lines(_read(file).get("names", "")))
    return tuple(dict.fromkeys(name for name in joined.split("|") if name))


def _read(file: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"{file}: cannot be read: {error}") from error
