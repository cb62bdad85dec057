"""The patterns of the topics of a language, ready to be matched."""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import cache, lru_cache
from typing import NamedTuple

from bot.core.offer.facts import KINDS
from bot.core.offer.needles import Kept
from bot.core.offer.scan import hits, letters, spans
from bot.core.offer.shape import Shaper
from bot.core.offer.sieve import JOB, Found, Glance, Rule, Sieve, compiled
from content import model
from content.offer_patterns import OfferPatterns, load_patterns

ELSEWHERE = "elsewhere"
GROUPS = ("cues", "hints", "capped", "stated", "vague", "open", "unless")
ASIDE = ("present", "mine", "closed", "wish", "asked_for", "guess", "silent", "deferred", "others")
_MY_JOB = (
    rf"i am (?:now |currently |already |still |just )*(?:an? |the )?(?:(?:senior|junior|head|charge|lead|staff|chief"
    rf"|assistant|deputy|newly|qualified|registered|principal|sous|team|ward|\w+ing) )*{JOB}"
)


def rules_of(patterns: OfferPatterns) -> list[Rule]:
    """All rules, in the order of the patterns."""
    made = [
        Rule(name, group, row)
        for name, topic in patterns.topics.items()
        for group in GROUPS
        for row in getattr(topic, group)
    ]
    return [*made, *(Rule(ELSEWHERE, "cues", row) for row in patterns.scope[ELSEWHERE])]


class Look(NamedTuple):
    """What a first look at a shape tells, and at the same with OCC for its occupations, if there are any.

    It is taken of all sentences before the rules are tried on any: its tables are large, and stay in the processor's
    cache only as long as nothing else is done.
    """

    plain: Glance
    jobs: Glance | None


class Rules:
    """All rules of a language; built once per process."""

    def __init__(self, patterns: OfferPatterns, language: str = "en") -> None:
        self.patterns = patterns
        self.shaper = Shaper(patterns)
        self.takes = {name: frozenset(_kinds(topic.takes)) for name, topic in patterns.topics.items()}
        made = rules_of(patterns)
        kept = Kept(model("offer_needs", language))
        self._plain = Sieve([rule for rule in made if not rule.of_job], kept)
        self._of_jobs = Sieve([rule for rule in made if rule.of_job], kept)
        occupation = compiled([f"(?:{'|'.join(_spelled(patterns.occupations))})s?"])
        self._jobs = lru_cache(maxsize=4)(lambda text: tuple(spans(occupation, letters(text))))  # is asked twice
        self._my_job = compiled([_MY_JOB])
        self.aside = compiled([row for name in ASIDE for row in patterns.scope[name]])
        self.scope = {name: compiled(rows) for name, rows in patterns.scope.items() if name != ELSEWHERE}

    def look(self, text: str) -> Look:
        """A first look at the shape of a sentence. Rules that speak of an occupation see the word OCC in its place; a
        pattern with all occupations spelled out would be too large."""
        jobs = self._with_jobs(text)
        return Look(self._plain.glance(text), self._of_jobs.glance(jobs) if jobs else None)

    def matching(self, look: Look, unneeded: Set[int] = frozenset()) -> list[Found]:
        """The rules that match anywhere in the shape of a sentence, but for the ``unneeded``."""
        found = self._plain.matching(look.plain, unneeded)
        return found + self._of_jobs.matching(look.jobs, frozenset()) if look.jobs else found

    def unneeded(self, settled: Set[str]) -> Set[int]:
        """The numbers of the rules that speak of these topics and of no other, for :meth:`matching`."""
        return self._plain.speaking_of(settled)

    def my_job(self, text: str) -> bool:
        """Whether the teller says in it what he is now: "I'm a nurse"."""
        return "i am " in text and hits(self._my_job, self._with_jobs(text))

    def occupations_in(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where occupations stand in the shape of a sentence."""
        return self._jobs(text)

    def fits(self, rule: Rule, text: str) -> bool:
        """Whether a rule matches a text."""
        text = self._with_jobs(text) if rule.of_job else text
        return bool(text) and rule.matches(letters(text))

    def _with_jobs(self, text: str) -> str:
        out, at = [], 0
        for start, end in self.occupations_in(text):
            out += [text[at:start], JOB]
            at = end
        return "".join([*out, text[at:]]) if out else ""


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
    return Rules(load_patterns(language), language)
