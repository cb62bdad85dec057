"""Many patterns, of which a sentence needs few: one pass tells which are worth a try, and only those are tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import NamedTuple

import re2

from bot.core.needs import Needs
from bot.core.offer.needles import Kept
from bot.core.offer.scan import SIGN, first, letters, made, spans

JOB = "OCC"  # stands for any occupation
PLACED = frozenset(("cues", "hints", "capped", "unless"))  # whose places in the sentence always matter
SPEAKING = frozenset(("stated", "vague", "open"))  # which matter to their own topic alone
_HEDGE = (  # what leaves open that of which it is said
    r"(?:depend\w*|discretion\w*|tb[acd]|to be (?:agreed|confirmed|discussed|decided|fixed|set|announced|negotiated"
    r"|seen)|negotiable|(?:we|let us|they|you|i)(?: will| shall)? see\b|not sure|no (?:numbers?|figures?|details?"
    r"|promises?|amounts?|guarantees?)|some ?day|at some point|later|in (?:due|good) (?:time|course)"
    r"|(?:in|over|with) time|from time to time|now and (?:then|again)"
    r"|(?:as per|per|under|according to|in line with|follows?|following) (?:\w+ ){0,2}(?:polic\w+|rules?|practice"
    r"|norms?|cycle|standards?)|case by case|how much|maybe|perhaps|somehow|details"
    r"|(?:as|when|if|where) (?:needed|required|necessary|possible|applicable)|within reason"
    r"|on (?:good|fair|normal) terms|talk (?:about|when|later)|tak\w+ care|looked after|fairly?|promis\w+"
    r"|nothing (?:fixed|crazy|definite)|on the table)"
)
_MACROS = (
    ("HEDGE", _HEDGE),
    ("START", rf"(?:^|{SIGN})\W{{0,3}}"),
    ("COLON", rf" ?[:=-] ?(?:{SIGN} ?)?\W{{0,3}}"),
    ("END", r"(?: ?[,.;()/+]| - |\W*$)"),
)
_NEVER = r"\A\z\A."
_OPTIONS = re2.Options()
_OPTIONS.max_mem = 32 << 20
_OPTIONS.log_errors = False  # where a pattern's memory is used up, re2 goes on without its cache, still in linear time
_LITERAL = re2.Options()
_LITERAL.literal = True
_LITERAL.max_mem = 32 << 20


class Rule:
    """One pattern: whose it is and what it tells (one of GROUPS).

    It is compiled when it is first tried: of the many patterns a letter needs few. Those that Python's own engine reads
    in linear time too are left to it: re2 builds some ten kilobytes of tables for each, and the processor waits for
    them longer than it matches.
    """

    __slots__ = ("_linear", "_tame", "group", "of_job", "placed", "source", "topic")

    def __init__(self, topic: str, group: str, row: str) -> None:
        self.topic, self.group, self.source = topic, group, _source([row])
        self.of_job, self.placed = JOB in row, group in PLACED
        self._tame: re.Pattern[bytes] | None = None
        self._linear: re2._Regexp | None = None

    def places(self, data: bytes) -> list[tuple[int, int]]:
        """(start, end) of every match in a shape, in order."""
        if self._tame is not None:
            return [found.span() for found in self._tame.finditer(data)]
        if self._linear is not None:
            return spans(self._linear, data)
        self._compile()
        return self.places(data)

    def matches(self, data: bytes) -> bool:
        """Whether it matches anywhere in a shape."""
        if self._tame is not None:
            return self._tame.search(data) is not None
        if self._linear is not None:
            return first(self._linear, data)
        self._compile()
        return self.matches(data)

    def _compile(self) -> None:
        if _is_tame(self.source):
            self._tame = re.compile(self.source.encode())
        else:
            self._linear = made(self.source, _OPTIONS)


@dataclass(slots=True)
class Found:
    """A rule that matches in a shape, and where. One that speaks of an occupation has no place there, since it was
    read with OCC instead of it."""

    rule: Rule
    data: bytes
    places: list[tuple[int, int]] | None = None

    def spans(self) -> list[tuple[int, int]]:
        """(start, end) of every match, in order."""
        if self.places is None:
            self.places = [] if self.rule.of_job else self.rule.places(self.data)
        return self.places


class Glance(NamedTuple):
    """A shape as patterns see it, the needles that stand in it, and whether a rule without one may match."""

    data: bytes
    needles: frozenset[int]
    short: bool


class Sieve:
    """Many rules, of which a text tells in one pass which are worth a look: by the letters that each needs.

    Rules that may match without any ("ot", "30/60/90") would be tried on every sentence, so they stand aside, behind
    one pattern that is all of them.
    """

    def __init__(self, added: list[Rule], kept: Kept) -> None:
        self._rules = added
        self._short: list[int] = []
        self._by_needle: list[list[int]] = []  # the rules that need it most
        self._also: list[frozenset[int] | None] = []  # of each rule: needles of which one must be there too
        self._needles = re2.Set.SearchSet(_LITERAL)
        self._numbers: dict[str, int] = {}
        self._of_topic: dict[str, list[int]] = {}
        for at, rule in enumerate(added):
            self._sort_in(at, kept.of(rule.source))
            if rule.group in SPEAKING:
                self._of_topic.setdefault(rule.topic, []).append(at)
        self._needles.Compile()
        del self._numbers
        self._any_short = re2.compile("|".join(added[at].source for at in self._short) or _NEVER, _OPTIONS)

    def _sort_in(self, at: int, needed: Needs) -> None:
        self._also.append(frozenset(map(self._number, sorted(needed[1]))) if len(needed) > 1 else None)
        if not needed:
            self._short.append(at)
            return
        for needle in sorted(needed[0]):
            self._by_needle[self._number(needle)].append(at)

    def _number(self, needle: str) -> int:
        if needle not in self._numbers:
            self._numbers[needle] = self._needles.Add(needle)
            self._by_needle.append([])
        return self._numbers[needle]

    def speaking_of(self, topics: Set[str]) -> Set[int]:
        """The numbers of the rules that speak of these topics and of no other."""
        return set().union(*[self._of_topic.get(topic, ()) for topic in topics])

    def glance(self, text: str) -> Glance:
        """Which needles a shape holds."""
        data = letters(text)
        return Glance(data, frozenset(self._needles.Match(data) or ()), first(self._any_short, data))

    def matching(self, glance: Glance, unneeded: Set[int]) -> list[Found]:
        """The rules that match, in the order of the patterns."""
        found, data = [], glance.data
        for at in self._worth_a_try(glance, unneeded):
            rule = self._rules[at]
            if not rule.placed:
                if rule.matches(data):
                    found.append(Found(rule, data))
                continue
            places = rule.places(data)
            if places:
                found.append(Found(rule, data, [] if rule.of_job else places))
        return found

    def _worth_a_try(self, glance: Glance, unneeded: Set[int]) -> list[int]:
        there, also = glance.needles, self._also
        rules = set().union(*[self._by_needle[number] for number in there])
        tried = {at for at in rules - unneeded if (more := also[at]) is None or not there.isdisjoint(more)}
        return sorted(tried.union(self._short) if glance.short else tried)


_STEPS = re.compile(  # a count of words, each with its blank, and runs of letters or signs: one way to read them
    r"""\(\?:(?:,\?)? \\w\+\)(?:\{0,\d+\}|\?)|\(\?:(?:\\w|\[\\w'\])\+,?\??(?: |,)\)(?:\{0,\d+\}|\?)"""
    r"""|\\[wd][+*]|\\W\{0,3\}|\\W\*|\\d\{1,\d\}"""
)


def _is_tame(source: str) -> bool:
    """Whether an engine that goes back and tries again is done with it in linear time: no repetition inside another."""
    return not re.search(r"(?<!\\)[*+{]", _STEPS.sub("", source))


def compiled(rows: Iterable[str]) -> re2._Regexp:
    return re2.compile(_source(rows), _OPTIONS)


def _source(rows: Iterable[str]) -> str:
    joined = "|".join(_bounded(row) for row in rows)
    for name, source in _MACROS:
        joined = joined.replace(name, source)
    return f"(?:{joined})"


def _bounded(row: str) -> str:
    """No letter or digit stands beside the match."""
    if row.startswith("START"):
        return row
    first = r"\b" if row[0].isalnum() or row.startswith(("(", r"\d", r"\w", "[")) else ""
    last = r"\b" if (row[-1].isalnum() and not row.endswith("END")) or row[-1] in ")?+*]" else ""
    return rf"{first}(?:{row}){last}"
