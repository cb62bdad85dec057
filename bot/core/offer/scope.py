"""What a sentence says that is not the offer: the present job, wishes, questions, closed offers, what was not said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.core.offer.rules import Rules
from bot.core.offer.scan import hits

_CUT = re.compile(r"[,;()]\s*|\s+(?:but|while|whereas|although|though|versus|vs|however|and now)\s+|\s-\s|\.\s")
_ASKS = re.compile(
    r"^(?:\W|and |but |so |ok |well |hi |also |then |or |\w+: )*(?:is|are|am|do|does|did|should|would|could|can"
    r"|will|shall|may|has|have|what|which|how|when|who"
    r"|where|why|whats|any|anyone|anybody|thoughts?|worth|right|ok|okay|fair|good|too low|low|enough|too|not"
    r"|would you|reasonable|take it|accept|go for|advice|opinions?|better|normal|rate|tips on|what about"
    r"|how about)\b"
)
_OF_BEFORE = re.compile(  # "..., but it was withdrawn": what stands before is closed too
    r"^\W*(?:but |and |then |later )*(?:it|they|that|this|which) (?:\w+ ){0,3}"
    r"(?:withdr|rescinded|pulled|revoked|cancelled|fell|expired|(?:gave|given) (?:it|the \w+) to|went to (?:some|an))"
    r"|^\W*(?:but |and |so )*i (?:have |had )?(?:already |since |now )?"
    r"(?:said no|declined|refused|turned (?:it|them|that) down|passed)"
)
_TO_DO = re.compile(
    r"\b(?:confirm\w*|let (?:us|me) know|reply|answer|begin|start|come|sign|join|back to|say yes|tell (?:me|us)|decide"
    r"|get back)\b"
)
_LET = re.compile(r"\blet (?:us|me) know\b[^?]{0,40}\b(?:by|until|before)\b")  # only who waits for an answer asks that
_REFERS = re.compile(
    r"^\W*(?:and |but |for |of |as )*(?:(?:the |its |exact |a |further |full )*(?:details?|particulars|specifics|plan"
    r"|list|amounts?|figures?|numbers?|rest|terms|rules)|which|that|this|it|these|those|ask|see|to be|tb[acd]|no|will"
    r"|would|could|did|do|does|have to|needs? to|yet|still|not|i|we|hr|he|she|they|per|at|in due|usual|norm\w*"
    r"|depend\w*|industry|market|standard)\b"
)
_ENCLOSED = re.compile(r"\W*(?:please find )?(?:attach|enclos|annex|append|exhibit|schedule|contents)\w*[^:]{0,24}:")
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|said|says|told|get|gets|pay|pays|offer\w*|include\w*|(?:MONEY|WAGE"
    r"|PERCENT|DAYS|WEEKS|MONTHS|HOURS|DATE))\b"
)
_HOW_MUCH = re.compile(  # what was told before it stays told: "a bonus, he did not say how much"
    r"\b(?:how (?:much|many|big|high|often)|(?:exact )?(?:numbers?|amounts?|figures?)|more than that"
    r"|(?:the )?details)\W*$"
)


@dataclass(frozen=True, slots=True)
class Scoped:
    """A shape in which all that does not count is blanked out, of the same length; ``guessed``: ranges that are the
    writer's own guess; ``deferred``: ranges in which what is named without a fact is left for later."""

    text: str
    guessed: tuple[tuple[int, int], ...] = ()
    deferred: tuple[tuple[int, int], ...] = ()


def scoped(shape: str, asked: bool, present: bool, letter: bool, rules: Rules) -> Scoped:
    """What counts of a sentence's shape. ``asked``: it ends with a question mark; ``letter``: the employer speaks."""
    job = not letter and rules.my_job(shape)
    if not (asked or present or job or hits(rules.aside, shape)):
        return Scoped(shape)
    clauses = _clauses(shape)
    words = [shape[start:end] for start, end in clauses]
    out = [present] * len(words)
    _mark_away(
        words,
        out,
        ("asked_for", "mine", "closed", "others")
        if letter
        else ("present", "mine", "closed", "others", "wish", "asked_for"),
        rules,
    )
    _mark_unsaid(words, out, rules)
    if asked and not _LET.search(shape) and not ((letter or "your " in shape) and _TO_DO.search(shape)):
        _mark_asked(words, out)
    text = "".join(" " * len(w) if gone else w for w, gone in zip(words, out, strict=True))
    told = [(at, w) for at, w, gone in zip(clauses, words, out, strict=True) if not gone]
    deferred = tuple(_left_for_later(told, rules))
    if letter:
        return Scoped(text, (), deferred)
    return Scoped(text, tuple(at for at, w in told if hits(rules.scope["guess"], w)), deferred)


def _left_for_later(told: list[tuple[tuple[int, int], str]], rules: Rules) -> Iterator[tuple[int, int]]:
    """The clauses that put something off, each with all before it where it only goes on with that: "..., details to
    follow"."""
    for (start, end), clause in told:
        if hits(rules.scope["deferred"], clause):
            yield (0 if _REFERS.search(clause) else start), (told[-1][0][1] if _ENCLOSED.match(clause) else end)


def _mark_away(words: list[str], out: list[bool], names: tuple[str, ...], rules: Rules) -> None:
    """Clauses about another job, a wish or a closed offer, and those that go on with it."""
    away = False
    for n, clause in enumerate(words):
        begins = any(hits(rules.scope[name], clause) for name in names)
        begins = begins or ("present" in names and rules.my_job(clause))
        away = begins or (away and not hits(rules.scope["back"], clause))
        out[n] = out[n] or away
        if begins and _OF_BEFORE.search(clause):
            out[:n] = [True] * n


def _mark_unsaid(words: list[str], out: list[bool], rules: Rules) -> None:
    """Clauses that say that something was not said; a list before or after such words belongs to them."""
    for n, clause in enumerate(words):
        if not hits(rules.scope["silent"], clause):
            continue
        out[n] = True
        for step in () if _HOW_MUCH.search(clause) else (1, -1):
            m = n + step
            while 0 <= m < len(words) and _is_listed(words[m], words[m if step < 0 else m - 1]):
                out[m] = True
                m += step


def _is_listed(clause: str, before_cut: str) -> bool:
    """A few words without a verb, in one list with what stands beside them: no semicolon between."""
    return len(clause.split()) <= 5 and not _VERBAL.search(clause) and ";" not in before_cut


def _mark_asked(words: list[str], out: list[bool]) -> None:
    """The clauses of a question; what was told before it stays, unless all of it is a few words."""
    first = next((n for n, clause in enumerate(words) if _ASKS.search(clause)), None)
    if first is None:
        first = 0 if len(" ".join(words).split()) <= 6 else len(words)
    for n in range(first, len(words)):
        out[n] = True


def _clauses(shape: str) -> list[tuple[int, int]]:
    """(start, end) of the clauses; together they are the whole."""
    cuts = [found.end() for found in _CUT.finditer(shape)]
    edges = [0, *cuts, len(shape)]
    return [(a, b) for a, b in pairwise(edges) if b > a]
