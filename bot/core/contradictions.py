"""Two answers to one question that cannot both be so: shown side by side, never judged.

Only plain facts are compared: numbers of one unit, and a yes against a no. In doubt two answers do not differ, since
a contradiction that is none makes the user distrust an honest employer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import re2

from bot.core.model import Answer
from bot.core.patterns import any_of

CLOSE = 0.1  # numbers that differ by less are the same, said loosely
CLOSE_MONEY = 0.02  # nobody says a sum so loosely
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "once": 1,
    "twice": 2,
}  # fmt: skip
_UNITS = {
    "hour": "hours", "hr": "hours", "h": "hours", "minute": "minutes", "min": "minutes", "day": "days", "week": "weeks",
    "wk": "weeks", "month": "months", "year": "years", "yr": "years", "percent": "%", "%": "%", "people": "heads",
    "person": "heads", "nurse": "heads", "patient": "patients", "child": "children", "children": "children",
    "pupil": "pupils", "kid": "children", "time": "times", "euro": "money", "pound": "money", "dollar": "money",
    "shift": "shifts", "weekend": "weekends", "evening": "evenings", "night": "nights", "call": "calls",
}  # fmt: skip
_COUNT = r"\d[\d,]*(?:\.\d+)?|" + "|".join(_WORDS)
_NUMBER = re2.compile(rf"(?P<sign>[£$€])?\b(?P<number>{_COUNT})(?P<k>k)?\b\s*(?:-\s*)?(?P<unit>%|[a-z]+)?")
_RANGE = re2.compile(r"(\d[\d,.]*)\s*(?:-|–|to)\s*(\d[\d,.]*)")
_NO = any_of(r"no|nope|none|nobody|no one|never|not at all|nothing|there is no|there are no|isnt|arent|doesnt|dont")
_YES = any_of(r"yes|yep|yeah|always|every (?:day|week|month|weekend|evening|one)|everyone|everybody|all of (?:them|us)")


@dataclass(frozen=True, slots=True)
class Difference:
    """Two answers to the same question, the earlier one first; ``unit`` is what differs ("hours", "money", "yes")."""

    question_id: str
    first: Answer
    second: Answer
    unit: str


def find(answers: Iterable[Answer]) -> list[Difference]:
    """The differences between answers of different people (or talks) to the same question. ``answers``: what was said
    at one employer (``ledger.answers_at``); two employers do not contradict each other."""
    by_question: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.note and answer.verdict == "concrete":
            by_question[answer.question_id].append(answer)
    found = []
    for question_id, given in by_question.items():
        for first, second in combinations(sorted(given, key=lambda a: a.created_at), 2):
            apart = (first.person_id, first.interview_id) != (second.person_id, second.interview_id)
            unit = differ(first.note, second.note) if apart else ""
            if unit:
                found.append(Difference(question_id, first, second, unit))
    return found


def differ(first: str, second: str) -> str:
    """What two notes differ in: a unit, or "yes" for a yes against a no; empty where they may both be so."""
    one, other = _numbers(first), _numbers(second)
    for unit in one.keys() & other.keys():
        close = CLOSE_MONEY if unit == "money" else CLOSE
        if not any(_near(a, b, close) for a in one[unit] for b in other[unit]):
            return unit
    if one.keys() & other.keys():
        return ""
    return "yes" if _says(first) * _says(second) < 0 else ""


Span = tuple[float, float]


def _numbers(note: str) -> dict[str, list[Span]]:
    """Numbers by unit, each as lowest and highest."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    low = _flat(note)
    for match in _NUMBER.finditer(low):
        unit = "money" if match["sign"] or match["k"] else _unit(match["unit"] or "")
        value = _value(match["number"]) * (1000 if match["k"] else 1)
        if unit:
            found[unit].append(_span(low, match["number"], value))
    return dict(found)


def _span(note: str, number: str, value: float) -> Span:
    """ "8 to 10 hours" is one span; the number before the unit is its upper end."""
    for match in _RANGE.finditer(note):
        if match[2].rstrip(".,") == number:
            return _value(match[1].rstrip(".,")), value
    return value, value


def _near(one: Span, other: Span, close: float) -> bool:
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return low <= high or low - high <= close * low


def _value(text: str) -> float:
    return float(_WORDS[text]) if text in _WORDS else float(text.replace(",", "").rstrip("."))


def _unit(word: str) -> str:
    return _UNITS.get(word) or _UNITS.get(word.removesuffix("s")) or ""


def _says(note: str) -> int:
    """1 for a yes, -1 for a no, 0 where it says both or neither."""
    low = _flat(note)
    return bool(_YES.search(low)) - bool(_NO.search(low))


def _flat(note: str) -> str:
    return " ".join(note.lower().replace("'", "").replace("’", "").split())
