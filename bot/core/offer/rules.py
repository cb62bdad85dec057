"""The patterns of the topics, ready to be matched: one pass over a sentence tells which of them are worth a look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import re2

from bot.core.offer.facts import KINDS
from bot.core.offer.shape import Shaper
from content.offer_patterns import OfferPatterns, load_patterns

ELSEWHERE = "elsewhere"
GROUPS = ("cues", "hints", "capped", "stated", "vague", "open", "unless")
ASIDE = ("present", "mine", "closed", "wish", "asked_for", "guess", "silent")
JOB = "OCC"
MARK = "§"  # stands between a heading and its sentence
_MACROS = (("START", rf"(?:^|{MARK})\W{{0,3}}"), ("COLON", rf" ?[:=-] ?(?:{MARK} ?)?\W{{0,3}}"))
_OPTIONS = re2.Options()
_OPTIONS.max_mem = 32 << 20
_OPTIONS.log_errors = False  # where a pattern's memory is used up, re2 goes on without its cache, still in linear time


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern: whose it is and what it tells (one of GROUPS)."""

    topic: str
    group: str
    pattern: re2._Regexp


class Rules:
    """All rules of a language; built once per process."""

    def __init__(self, patterns: OfferPatterns) -> None:
        self.patterns = patterns
        self.shaper = Shaper(patterns)
        self.takes = {name: frozenset(_kinds(topic.takes)) for name, topic in patterns.topics.items()}
        self._plain, self._of_jobs = _Filtered(), _Filtered()
        for name, topic in patterns.topics.items():
            for group in GROUPS:
                self._add(name, group, getattr(topic, group))
        self._add(ELSEWHERE, "cues", patterns.scope[ELSEWHERE])
        self._plain.ready()
        self._of_jobs.ready()
        self.occupation = _compiled([f"(?:{'|'.join(_spelled(patterns.occupations))})s?"])
        self.aside = _compiled([row for name in ASIDE for row in patterns.scope[name]])
        self.scope = {name: _compiled(rows) for name, rows in patterns.scope.items() if name != ELSEWHERE}

    def matching(self, text: str) -> list[Rule]:
        """The rules that match anywhere in the shape of a sentence. Those that speak of an occupation see the word
        OCC in its place; a pattern with all occupations spelled out would be too large."""
        found = self._plain.matching(text)
        jobs = self._with_jobs(text)
        return found + self._of_jobs.matching(jobs) if jobs else found

    def fits(self, rule: Rule, text: str) -> bool:
        """Whether a rule matches a text."""
        text = self._with_jobs(text) if JOB in str(rule.pattern.pattern) else text
        return bool(text and rule.pattern.search(text))

    def _with_jobs(self, text: str) -> str:
        out, at = [], 0
        for found in self.occupation.finditer(text):
            out += [text[at : found.start()], JOB]
            at = found.end()
        return "".join([*out, text[at:]]) if out else ""

    def _add(self, topic: str, group: str, rows: Iterable[str]) -> None:
        for row in rows:
            (self._of_jobs if JOB in row else self._plain).add(topic, group, _source([row]))


class _Filtered:
    """Many patterns, of which a text tells in one pass which are worth a look."""

    def __init__(self) -> None:
        self._filter = re2.Filter()
        self._added: list[tuple[str, str]] = []
        self._rules: list[Rule] = []

    def add(self, topic: str, group: str, source: str) -> None:
        self._filter.Add(source, _OPTIONS)
        self._added.append((topic, group))

    def ready(self) -> None:
        self._filter.Compile()
        self._rules = [Rule(topic, group, self._filter.re(n)) for n, (topic, group) in enumerate(self._added)]

    def matching(self, text: str) -> list[Rule]:
        return [self._rules[index] for index in self._filter.Match(text) or ()]


def _compiled(rows: Iterable[str]) -> re2._Regexp:
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
    return rf"{first}(?:{row})\b" if row[-1].isalnum() or row[-1] in ")?+*]" else rf"{first}(?:{row})"


def _spelled(names: Iterable[str]) -> list[str]:
    return [name.replace("-", " ") for name in sorted(names, key=len, reverse=True)]


def _kinds(takes: Iterable[str]) -> Iterable[str]:
    names = {"number": "NUM", "weekday": "WKDAY"}
    for take in takes:
        kind = names.get(take, take.upper())
        if kind not in KINDS:
            raise ValueError(f"{take} is no kind of fact")
        yield kind


@cache
def rules(language: str = "en") -> Rules:
    """The rules of a language."""
    return Rules(load_patterns(language))
