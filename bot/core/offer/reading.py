"""The check of an offer: 28 topics, each with the sentence that decides it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import pairwise

import re2

from bot.core.offer.aspects import is_minor
from bot.core.offer.clauses import answering, is_near
from bot.core.offer.facts import Fact, find
from bot.core.offer.judge import Verdict, judge
from bot.core.offer.money import Pay, pay_of
from bot.core.offer.parts import parts
from bot.core.offer.people import Person, people_in, signer
from bot.core.offer.rules import Rules, rules
from bot.core.offer.scan import MARK
from bot.core.offer.scope import Scoped, scoped
from bot.core.offer.sentences import Sentence, clean, sentences
from bot.core.offer.shape import TOKEN, Shaped
from bot.core.offer.titles import names_title
from bot.core.offer.week import weekly_hours

_SAID_BY_HEADINGS = ("location", "title", "employment_type")
_IN_PARTS = ("leave", "employment_type")
_ORDER = {"missing": 0, "vague": 1, "stated": 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One topic: its verdict, the sentence that decides it as written, the words that make it vague, its facts;
    ``blank``: the fact is still to be filled in."""

    topic: str
    verdict: str
    sentence: str = ""
    vague_words: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What a text says: ``findings`` by topic id, base pay, the words of the deadline to answer ("" if none), people,
    and where it tells of several open offers, the name and the findings of each."""

    findings: dict[str, Finding]
    pay: Pay | None
    deadline: str
    people: tuple[Person, ...]
    several: tuple[tuple[str, dict[str, Finding]], ...]


def prepare() -> None:
    """Makes the patterns ready, which takes a quarter of a second, once a process; else the first text waits for it."""
    rules()


def check(text: str) -> dict[str, str]:
    """Topic id to "stated", "vague" or "missing", for all 28 topics."""
    return {topic: found.verdict for topic, found in findings(text).items()}


def findings(text: str) -> dict[str, Finding]:
    """Topic id to what the text says on it; the best sentence counts, of equals the first."""
    known = rules()
    best = {topic: Finding(topic, "missing") for topic in known.patterns.topics}
    settled: set[str] = set()  # no later sentence can do more for these
    for sentence, verdict in _verdicts(clean(text), known, settled):
        had = best[verdict.topic]
        if _ORDER[verdict.verdict] > _ORDER[had.verdict] or _decides(sentence, verdict, had):
            best[verdict.topic] = _finding(sentence, verdict, known)
            minor = verdict.topic in _IN_PARTS and is_minor(verdict.topic, sentence.words)
            if verdict.verdict == "stated" and not minor:
                settled.add(verdict.topic)
    return best


def _decides(sentence: Sentence, verdict: Verdict, had: Finding) -> bool:
    """Of two sentences that state the leave, the days off go before the pay of the sick; of two on the kind of contract
    how long it runs before full time."""
    topic = verdict.topic
    both = topic in _IN_PARTS and verdict.verdict == had.verdict == "stated"
    return both and is_minor(topic, had.sentence) and not is_minor(topic, sentence.words)


def read(text: str) -> Offer:
    """All that the check finds in a text: the findings, the pay, the time to answer, people, and several offers."""
    text = clean(text)
    found = findings(text)
    several = tuple((part.name, findings(part.text)) for part in parts(text))
    return Offer(found, _pay(found), _deadline(found["answer_by"]), _people(text, found["manager"]), several)


def _pay(found: dict[str, Finding]) -> Pay | None:
    base, weekly = found["base_pay"], weekly_hours(found["hours"].sentence)
    wages = [fact.words for fact in find(base.sentence) if fact.kind == "WAGE"]
    sums = base.facts or (wages if len(wages) == 1 else ())
    for words in sums if base.verdict == "stated" and not base.blank else ():
        pay = pay_of(words, base.sentence, weekly)
        if pay:
            return pay
    return None


def _deadline(answer: Finding) -> str:
    """The words of the time to answer, as written. Of a sentence that names several times ("two days at home, start
    on 1 March, answer by Friday") only the part about the answer counts."""
    if answer.verdict != "stated" or answer.blank:
        return ""
    clause = answering(answer.sentence)
    if clause != answer.sentence:
        times = _times(clause)
        return ", ".join(times) if any(fact.kind != "TIME" for fact in find(clause)) and times else clause
    times = [] if is_near(clause) else _times(clause)
    return ", ".join(dict.fromkeys([*answer.facts, *times])) or clause


def _times(words: str) -> list[str]:
    return [fact.words for fact in find(words) if fact.kind in ("DATE", "WKDAY", "DAYS", "HOURS", "WEEKS", "TIME")]


def _people(text: str, manager: Finding) -> tuple[Person, ...]:
    named = people_in(manager.sentence) if manager.verdict == "stated" else []
    lines = text.split("\n")[:2000]
    for line, following in pairwise(lines):
        person = signer(line, following) if line and len(line) < 60 else None
        if person and person.name not in {known.name for known in named}:
            named.append(person)
    return tuple(named[:6])


def _finding(sentence: Sentence, verdict: Verdict, known: Rules) -> Finding:
    words: tuple[str, ...] = ()
    if verdict.verdict == "vague":
        found = known.scope["vague_words"].finditer(sentence.words.lower())
        words = tuple(dict.fromkeys(str(m.group(0)) for m in found))
    return Finding(
        verdict.topic, verdict.verdict, sentence.words, words, tuple(f.words for f in verdict.facts), verdict.blank
    )


def _verdicts(text: str, known: Rules, settled: Set[str]) -> Iterator[tuple[Sentence, Verdict]]:
    cased, letter = _uses_case(text), _is_letter(text)
    found = sentences(text)
    used = {id(a) for a, b in pairwise(found) if b.heading and b.heading == a.words.rstrip(": -")}
    # Step by step for all sentences, not sentence by sentence: the patterns of a step stay in the processor's cache.
    told = [sentence for sentence in found if not sentence.mine and (sentence.label or not sentence.head)]
    words = [known.shaper.shape(sentence.words, cased) for sentence in told]
    heads = {heading: known.shaper.shape(heading, cased) for heading in {sentence.heading for sentence in told}}
    scopes = [scoped(own.text, one.asked, one.present, letter, known) for one, own in zip(told, words, strict=True)]
    wholes = [
        (sentence, *_with_heading(heads[sentence.heading], scope, own))
        for sentence, scope, own in zip(told, scopes, words, strict=True)
        if scope.text.strip()
    ]
    looks = [known.look(whole.text) for _, whole, _, _ in wholes]
    unneeded: Set[int] = frozenset()
    done = 0
    for (sentence, whole, facts, at), look in zip(wholes, looks, strict=True):
        if len(settled) > done and "base_pay" in settled:  # till then any rule may tell that a sum is no pay
            unneeded, done = known.unneeded(settled), len(settled)
        matching = known.matching(look, unneeded)
        titled = "title" not in settled and names_title(whole.text, known)
        for verdict in judge(whole, facts, at, matching, known, settled):
            if id(sentence) not in used or (verdict.verdict == "stated" and verdict.topic in _SAID_BY_HEADINGS):
                yield sentence, verdict
        if titled:
            yield sentence, Verdict("title", "stated")


def _with_heading(heading: Shaped, own: Scoped, shaped: Shaped) -> tuple[Scoped, list[Fact], int]:
    """The sentence behind its heading, with the facts that are not blanked out."""
    lead = f"{heading.text.rstrip(':')}: {MARK} " if heading.text else ""
    kept = shaped.facts
    if own.text != shaped.text:
        tokens = zip(TOKEN.finditer(shaped.text), shaped.facts, strict=True)
        kept = tuple(fact for token, fact in tokens if own.text[token.start()] != " ")
    guessed = tuple((a + len(lead), b + len(lead)) for a, b in own.guessed)
    deferred = tuple((a + len(lead) if a else 0, b + len(lead)) for a, b in own.deferred)
    return Scoped(lead + own.text, guessed, deferred), [*heading.facts, *kept], len(lead)


_NO_LETTER = re.compile(r"[\W\d_]+")


def _uses_case(text: str) -> bool:
    """Whether capitals tell names: neither all upper nor all lower case."""
    head = text[:4000]
    letters, upper = len(_NO_LETTER.sub("", head)), sum(map(str.isupper, head))
    return bool(letters) and 0.015 < upper / letters < 0.4


_DEAR = re2.compile(r"(?im)^\W*dear\b")
_YOU = re2.compile(r"(?i)\b(?:you|your|yours|the employee|the candidate)\b")
_ME = re2.compile(r"(?i)\b(?:i|me|my|i'[a-z]+)\b")


def _is_letter(text: str) -> bool:
    """The employer speaks to the candidate; otherwise the candidate tells of the offer."""
    head = text[:6000]
    yours, mine = len(_YOU.findall(head)), len(_ME.findall(head))
    return yours > 2 and yours >= (1 if _DEAR.search(head[:1500]) else 2) * mine
