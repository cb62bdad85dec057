"""What one sentence says on each topic: the fact, only words around it, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.core.offer.facts import Fact
from bot.core.offer.rules import ELSEWHERE, Rules
from bot.core.offer.scan import MARK, hits
from bot.core.offer.scope import Scoped
from bot.core.offer.shape import TOKEN
from bot.core.offer.sieve import Found, Rule

_FAR = 75  # cost at which a fact no longer belongs to a cue
_CLOSE = 16  # a bare number belongs only to a cue right beside it
_BESIDE = 10  # a fact right beside its cue; a large sum at the other side of a comma is then another thing
_STEPPED = 20
_UNDER_HEADING = 30
_OPENING_WAGE = 20
_SHORT = 13  # words of a line in which a sum without a word for it is the pay
_STEP = re.compile(r",|;|\band\b|\bwith\b|\bplus\b|\+|/|\bincluding\b|\bthen\b|\bor\b|\bincl\b")
_WALL = re.compile(r"[;|.!?)]|\bbut\b|\bwhile\b| - ")
_NO_BEFORE = re.compile(
    r"(?:\b(?:no|nor|without|zero|neither|none of|lacks?|excludes?|excluding|0)|\bnot (?:\w+ ){0,4}(?:any|an?|the"
    r"|for|eligible for|receive|offer|include|have|get|provide|entitled to|come with|pay|part of|grant|give|do"
    r"|award|take part in(?: the)?|participate in(?: the)?|accrue|qualify for|carry))"
    r" (?:(?:any|an?|the|additional|extra|further|other|formal|paid|company|guaranteed|fixed|set|entitlement to"
    r"|eligible for|form of|such|kind of|sort of|\w+ or|\w+ and) )*$"
)
_NO_LIST = re.compile(
    r"\b(?:no|without|zero|nor|not (?:take part in|participate in|eligible for|accrue|receive|entitled to))"
    r" (?:\w+,? ){1,4}(?:\w+, (?:\w+ ){0,3})*(?:or |nor |and |, |/ ?)?(?:no |any )?$"
)
_NO_AFTER = re.compile(
    r"^(?: \w+){0,2}? ?(?::|=|-|\?)? ?(?:(?:is|are|was|would be|will be|s) )?(?:none|nil|no\b(?: one|,|\.|$|;)|no$"
    r"|n/a|na\b|not applicable|not (?:offered|provided|included|available|part|eligible|applicable|paid|given"
    r"|payable|required|covered|a thing|on offer|for this)|zero|zilch|nada|0\b|NUM nil|-\W*$|does not (?:apply"
    r"|exist)|do not (?:apply|exist)|waived|excluded|there is none)"
)
_DEFERRED = frozenset(  # topics of which a name alone is not all that one wants to know
    """
    bonus equity one_time_pay pay_review health retirement leave family_leave expenses learning success_measures growth
    onboarding hours travel start_date probation conditions
    """.split()
)
_SHADOWS = {"leave": "family_leave"}  # "20 weeks of parental leave" says nothing on holidays
_BLANK_HINTS = ("title", "base_pay", "start_date", "hours", "manager")  # "[title]", "as [post]": the blank names it
_LABELLED = re.compile(r"[^:.;]{0,30}: ?(?:§ ?)?(?:[a-z ]{0,12})")
_PEOPLE = ("lead", "leader", "manager", "supervisor", "foreman", "assistant", "nurse", "analyst", "agent", "worker")
_LABEL = re.compile(r"(?:[a-zA-Z]+ ?){1,7}:")  # "Doha: QAR 14,500"
_DASH = re.compile(r"^\s*:?\s*(?:-+|/|x|nil|none|n/a)\s*$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence says on a topic. ``facts`` are those that belong to the topic; ``blank``: to be filled in."""

    topic: str
    verdict: str
    facts: tuple[Fact, ...] = ()
    blank: bool = False


class _Cue(NamedTuple):
    topic: str
    group: str
    start: int
    end: int


def judge(
    scoped: Scoped,
    facts: Sequence[Fact],
    own: int,
    matching: list[Found],
    rules: Rules,
    settled: Set[str] = frozenset(),
) -> Iterator[Verdict]:
    """The verdicts of one sentence. ``own``: where the sentence itself begins (a heading may stand before);
    ``matching``: the rules that match its shape; ``settled``: topics of which no verdict is wanted any more."""
    text, paid = scoped.text, "base_pay" in settled
    if _topics(matching) <= settled and (paid or not facts):  # a sum may be the pay without a word for it
        return
    cues = _cues(matching)
    away = [(one.rule.topic, *span) for one in matching if one.rule.group == "unless" for span in one.spans()]
    if away:
        cues = [cue for cue in cues if (cue.topic, True) not in {(t, a <= cue.start < b) for t, a, b in away}]
    tokens = _tokens(text, facts)
    owned = _owned(text, cues, tokens, own, rules)
    matching = _standing([one for one in matching if not (paid and one.rule.topic in settled)], cues, text, rules)
    if not paid and _loose_pay(text, tokens, owned, matching):  # which asks what else the sum may belong to
        yield Verdict("base_pay", "stated", tuple(fact for _, _, kind, fact in tokens if kind in ("WAGE", "MONEY")))
    points = own > 0 and hits(rules.scope["vague_words"], text[own:])
    for topic in sorted((_topics(matching) | set(owned)) - {ELSEWHERE} - settled):
        found = _on(topic, text, matching, cues, owned.get(topic, []), scoped, own, points)
        if found:
            yield replace(found, blank=True) if _is_blank(found, matching, text, rules) else found


def _topics(matching: Iterable[Found]) -> set[str]:
    return {one.rule.topic for one in matching} - {ELSEWHERE}


def _cues(matching: Iterable[Found]) -> list[_Cue]:
    """Where cues stand; one inside a longer one of another topic does not count."""
    found = [
        _Cue(one.rule.topic, one.rule.group, *span)
        for one in matching
        if one.rule.group in ("cues", "hints", "capped")
        for span in one.spans()
    ]
    found.sort(key=lambda cue: (cue.start, -cue.end))
    return [cue for cue in found if not any(_covers(other, cue) for other in found)]


def _covers(other: _Cue, cue: _Cue) -> bool:
    longer = other.end - other.start > cue.end - cue.start
    return longer and other.topic != cue.topic and other.start <= cue.start and cue.end <= other.end


def _tokens(text: str, facts: Sequence[Fact]) -> list[tuple[int, int, str, Fact]]:
    """The fact tokens of a shape with their facts. Blanked-out tokens were removed together with their facts."""
    return [(m.start(), m.end(), m.group(0), fact) for m, fact in zip(TOKEN.finditer(text), facts, strict=True)]


def _owned(
    text: str, cues: list[_Cue], tokens: list[tuple[int, int, str, Fact]], own: int, rules: Rules
) -> dict[str, list[tuple[_Cue, Fact]]]:
    """Each fact goes to the nearest cue of a topic that takes such facts, within the same part of the sentence."""
    after_first = bool(tokens and cues and tokens[0][0] < cues[0].start)
    nearest: list[tuple[_Cue, int, tuple[int, int, str, Fact]]] = []
    out: dict[str, list[tuple[_Cue, Fact]]] = {}
    for token in tokens:
        start, end, kind, fact = token
        taking = [cue for cue in cues if _takes(text, cue, kind, rules)]
        best, least = _opening(text, start, kind, fact, own)
        for cue in taking:
            if start < own <= cue.start:
                continue
            cost = _cost(text, cue, start, end, after_first)
            if cost < min(_reach(kind, cue), least):
                best, least = cue, cost
        above = [cue for cue in taking if cue.end <= own <= start and cue.group == "cues" and kind != "NUM"]
        if best:
            nearest.append((best, least, token))
        for cue in () if best else above:
            out.setdefault(cue.topic, []).append((cue, fact))
    served = {id(cue) for cue, cost, _ in nearest if cost < _BESIDE}
    for cue, cost, (_, _, kind, fact) in nearest:
        if not (cost >= _STEPPED and id(cue) in served and kind in ("MONEY", "WAGE") and _large(fact)):
            out.setdefault(cue.topic, []).append((cue, fact))
    return out


def _takes(text: str, cue: _Cue, kind: str, rules: Rules) -> bool:
    if cue.topic == ELSEWHERE:
        # "10% of salary" is no salary, and not a thing of its own; nor is "shift supervisor", who gets what follows.
        return not text.startswith("of ", cue.start) and not text.endswith(_PEOPLE, cue.start, cue.end)
    if kind == "BLANK" and cue.group == "hints":
        return cue.topic in _BLANK_HINTS
    return kind in rules.takes[cue.topic]


def _opening(text: str, start: int, kind: str, fact: Fact, own: int) -> tuple[_Cue | None, int]:
    """A large sum that opens the sentence is the pay, unless a word close to it tells otherwise."""
    before = text[own:start].strip(" -*~(")
    if kind in ("MONEY", "WAGE") and _large(fact) and (before == ":" or not before or _LABEL.fullmatch(before)):
        return _Cue("base_pay", "hints", start, start), _OPENING_WAGE if kind == "WAGE" else _UNDER_HEADING
    return None, _FAR


def _reach(kind: str, cue: _Cue) -> int:
    """How far off a fact of this kind may stand from the cue."""
    if cue.topic == ELSEWHERE:
        return _FAR
    if kind == "NUM" or (kind == "BLANK" and cue.group == "hints"):
        return _CLOSE
    return _FAR


def _cost(text: str, cue: _Cue, start: int, end: int, after_first: bool) -> int:
    """What lies between a cue and a fact."""
    if cue.start < end and start < cue.end:
        return 0
    before = cue.end <= start
    if before and _LABELLED.fullmatch(text[cue.end : start]):
        return 4
    gap = text[cue.end : start] if before else text[end : cue.start]
    if len(gap) > _FAR:
        return _FAR
    extra = (6 if before == after_first else 0) + (8 if cue.group == "hints" else 0)
    return len(gap) + 20 * len(_STEP.findall(gap)) + 45 * len(_WALL.findall(gap)) + extra


def _on(
    topic: str,
    text: str,
    matching: list[Found],
    cues: list[_Cue],
    owned: list[tuple[_Cue, Fact]],
    scoped: Scoped,
    own: int,
    points: bool,
) -> Verdict | None:
    """The verdict on one topic. ``points``: under its heading the sentence is vague or points elsewhere."""
    groups = {one.rule.group for one in matching if one.rule.topic == topic}
    mine = [cue for cue in cues if cue.topic == topic]
    facts = tuple(fact for cue, fact in owned if cue.group != "capped")
    guessed = _is_guess(scoped, [one for one in matching if one.rule.topic == topic])
    denied = any(_denied(cue, text) for cue in mine if cue.group != "hints")
    stated = facts or denied or ("stated" in groups and not _is_deferred(topic, scoped, matching))
    if stated and not guessed:
        return Verdict(topic, "stated", facts)
    touched = (
        "vague" in groups
        or "open" in groups
        or "stated" in groups
        or facts
        or owned
        or any(cue.group != "hints" and (cue.end > own or points) for cue in mine)
    )
    return Verdict(topic, "vague", facts) if touched else None


def _standing(matching: list[Found], cues: list[_Cue], text: str, known: Rules) -> list[Found]:
    """Without the phrases that are only part of a longer one that means something else."""
    away: dict[str, list[tuple[int, int]]] = {}
    for cue in cues:
        away.setdefault(cue.topic, []).append((cue.start, cue.end))
    for one in matching:
        if one.rule.group in ("open", "unless"):
            away.setdefault(f"open {one.rule.topic}", []).extend(one.spans())
    return [
        one for one in matching if one.rule.group not in ("stated", "vague") or not _shadowed(one, away, text, known)
    ]


def _without(text: str, ranges: list[tuple[int, int]]) -> str:
    for start, end in ranges:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _shadowed(one: Found, away: dict[str, list[tuple[int, int]]], text: str, known: Rules) -> bool:
    if _within(one, away.get(ELSEWHERE, [])):
        return True
    left = away.get(f"open {one.rule.topic}", [])
    if left and not known.fits(one.rule, _without(text, left)):
        return True
    other = away.get(_SHADOWS.get(one.rule.topic, ""), [])
    return bool(other) and all(any(a < end and start < b for a, b in other) for start, end in one.spans())


def _large(fact: Fact) -> bool:
    """Money of the size of a pay: five pounds are not."""
    return (
        fact.kind == "WAGE"
        or sum(c.isdigit() for c in fact.words) >= 4
        or fact.words.lower().rstrip().endswith("k")
        or "k " in fact.words.lower()
    )


def _within(one: Found, ranges: list[tuple[int, int]]) -> bool:
    if not ranges or one.rule.of_job:
        return False
    return all(any(a <= start and end <= b for a, b in ranges) for start, end in one.spans())


def _loose_pay(
    text: str,
    tokens: list[tuple[int, int, str, Fact]],
    owned: dict[str, list[tuple[_Cue, Fact]]],
    matching: list[Found],
) -> bool:
    """A rate that belongs to nothing else is the pay; so is an amount that is all a line says."""
    if not tokens:
        return False
    taken = {id(fact) for pairs in owned.values() for _, fact in pairs}
    free = [(start, end, kind) for start, end, kind, fact in tokens if id(fact) not in taken and _large(fact)]
    if not free:
        return False
    others = [span for one in matching if _is_other(one.rule) for span in one.spans()]
    free = [(start, end, kind) for start, end, kind in free if not any(a <= start and end <= b for a, b in others)]
    if any(kind == "WAGE" for _, _, kind in free):
        return True
    own = text[text.find(MARK) + 1 :] if MARK in text else text
    return len(own.split()) <= _SHORT and any(kind == "MONEY" for _, _, kind in free)


def _is_other(rule: Rule) -> bool:
    """Whether what it spans is no base pay: the fact of another topic, or what only sounds like pay."""
    if rule.of_job:
        return False
    return rule.group == ("unless" if rule.topic == "base_pay" else "stated")


def _is_blank(found: Verdict, matching: list[Found], text: str, known: Rules) -> bool:
    """All that states the topic is still to be filled in."""
    if found.verdict != "stated" or "BLANK" not in text or any(fact.kind != "BLANK" for fact in found.facts):
        return False
    rest = text.replace("BLANK", "     ")
    stating = [one.rule for one in matching if one.rule.topic == found.topic and one.rule.group == "stated"]
    return bool(stating or found.facts) and not any(known.fits(rule, rest) for rule in stating)


def _denied(cue: _Cue, text: str) -> bool:
    before, after = text[max(0, cue.start - 60) : cue.start], text[cue.end : cue.end + 40]
    cut = max(before.rfind(". "), before.rfind("; "), before.rfind(" but "))
    before = before[cut + 1 :]
    return bool(_NO_BEFORE.search(before) or _NO_AFTER.search(after) or _NO_LIST.search(before) or _DASH.match(after))


def _is_deferred(topic: str, scoped: Scoped, matching: list[Found]) -> bool:
    """All that names the thing stands where it is left for later, and without a fact."""
    if not scoped.deferred or topic not in _DEFERRED:
        return False
    stating = [one for one in matching if one.rule.topic == topic and one.rule.group == "stated"]
    places = [span for one in stating for span in one.spans()]
    return bool(places) and all(
        any(a <= start < b for a, b in scoped.deferred) and not TOKEN.search(scoped.text, start, end)
        for start, end in places
    )


def _is_guess(scoped: Scoped, matching: list[Found]) -> bool:
    """All that speaks of the topic stands where the writer only guesses."""
    if not scoped.guessed:
        return False
    found = [span for one in matching for span in one.spans()]
    return bool(found) and all(any(a <= start < b for a, b in scoped.guessed) for start, _ in found)
