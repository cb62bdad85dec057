"""The patterns of the topics, ready to be matched: one pass over a sentence tells which of them are worth a look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import re2

from bot.core.offer.facts import KINDS
from bot.core.offer.scan import hits, raw, spans
from bot.core.offer.shape import Shaper
from content.offer_patterns import OfferPatterns, load_patterns

ELSEWHERE = "elsewhere"
GROUPS = ("cues", "hints", "capped", "stated", "vague", "open", "unless")
ASIDE = ("present", "mine", "closed", "wish", "asked_for", "guess", "silent")
JOB = "OCC"
MARK = "§"  # stands between a heading and its sentence
_MACROS = (
    ("START", rf"(?:^|{MARK})\W{{0,3}}"),
    ("COLON", rf" ?[:=-] ?(?:{MARK} ?)?\W{{0,3}}"),
    ("END", r"(?: ?[,.;()/+]| - |\W*$)"),
)
_MY_JOB = (
    rf"i am (?:now |currently |already |still |just )*(?:an? |the )?(?:(?:senior|junior|head|charge|lead|staff|chief"
    rf"|assistant|deputy|newly|qualified|registered|principal|sous|team|ward|\w+ing) )*{JOB}"
)
_NO_WORD = "\0"
_NEVER = r"\A\z\A."
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
        occupation = _compiled([f"(?:{'|'.join(_spelled(patterns.occupations))})s?"])
        self._jobs = lru_cache(maxsize=4)(lambda text: tuple(spans(occupation, raw(text))))  # asked twice a sentence
        self._my_job = _compiled([_MY_JOB])
        self.aside = _compiled([row for name in ASIDE for row in patterns.scope[name]])
        self.scope = {name: _compiled(rows) for name, rows in patterns.scope.items() if name != ELSEWHERE}

    def matching(self, text: str) -> list[Rule]:
        """The rules that match anywhere in the shape of a sentence. Those that speak of an occupation see the word
        OCC in its place; a pattern with all occupations spelled out would be too large."""
        found = self._plain.matching(text)
        jobs = self._with_jobs(text)
        return found + self._of_jobs.matching(jobs) if jobs else found

    def my_job(self, text: str) -> bool:
        """Whether the teller says in it what he is now: "I'm a nurse"."""
        return "i am " in text and hits(self._my_job, self._with_jobs(text))

    def occupations_in(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where occupations stand in the shape of a sentence."""
        return self._jobs(text)

    def fits(self, rule: Rule, text: str) -> bool:
        """Whether a rule matches a text."""
        text = self._with_jobs(text) if JOB in str(rule.pattern.pattern) else text
        return bool(text and rule.pattern.search(raw(text)))

    def _with_jobs(self, text: str) -> str:
        out, at = [], 0
        for start, end in self.occupations_in(text):
            out += [text[at:start], JOB]
            at = end
        return "".join([*out, text[at:]]) if out else ""

    def _add(self, topic: str, group: str, rows: Iterable[str]) -> None:
        for row in rows:
            (self._of_jobs if JOB in row else self._plain).add(topic, group, _source([row]))


class _Filtered:
    """Many patterns, of which a text tells in one pass which are worth a look.

    The filter goes by words of three letters and more. Patterns that may match without one ("ot", "30/60/90") would be
    tried on every sentence, so they stand aside, behind one pattern that is all of them.
    """

    def __init__(self) -> None:
        self._added: list[tuple[str, str, str]] = []
        self._rules: list[Rule] = []
        self._short: list[Rule] = []

    def add(self, topic: str, group: str, source: str) -> None:
        self._added.append((topic, group, source))

    def ready(self) -> None:
        always = set(_filter(source for _, _, source in self._added).Match(_NO_WORD, True) or ())
        short = [row for n, row in enumerate(self._added) if n in always]
        self._added = [row for n, row in enumerate(self._added) if n not in always]
        self._filter = _filter(source for _, _, source in self._added)
        self._rules = [Rule(row[0], row[1], self._filter.re(n)) for n, row in enumerate(self._added)]
        self._short = [Rule(topic, group, re2.compile(source, _OPTIONS)) for topic, group, source in short]
        self._any_short = re2.compile("|".join(source for _, _, source in short) or _NEVER, _OPTIONS)

    def matching(self, text: str) -> list[Rule]:
        found = [self._rules[index] for index in self._filter.Match(text) or ()]
        if hits(self._any_short, text):
            data = raw(text)
            found += [rule for rule in self._short if rule.pattern.search(data)]
        return found


def _filter(sources: Iterable[str]) -> re2.Filter:
    made = re2.Filter()
    for source in sources:
        made.Add(source, _OPTIONS)
    made.Compile()
    return made


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
    last = r"\b" if (row[-1].isalnum() and not row.endswith("END")) or row[-1] in ")?+*]" else ""
    return rf"{first}(?:{row}){last}"


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
