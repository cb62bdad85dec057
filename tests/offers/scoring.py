"""Reading and scoring of labelled offers.

A file holds offers in this form: a line "=== number | kind | trade | country", lines "stated: ids", "vague: ids" and,
where two careful readers would differ, "open: ids" (not scored), a line "---", and the text. All other topics are missing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Labelled:
    """One offer with the verdicts that a careful reader gives; topics in ``unscored`` are left out."""

    number: str
    kind: str
    text: str
    verdicts: dict[str, str]
    unscored: frozenset[str]


def load(name: str) -> list[Labelled]:
    """The offers of a file of this folder."""
    blocks = re.split(r"(?m)^(?==== )", (HERE / name).read_text(encoding="utf-8"))
    return [_parsed(block) for block in blocks if block.strip()]


def _parsed(block: str) -> Labelled:
    head, text = block.split("\n---\n", 1)
    first, *rows = head.splitlines()
    number, kind, *_ = (part.strip() for part in first.removeprefix("===").split("|"))
    labels = {key: ids.split() for key, ids in (row.split(":", 1) for row in rows)}
    verdicts = {topic: verdict for verdict in ("stated", "vague") for topic in labels[verdict]}
    return Labelled(number, kind, text, verdicts, frozenset(labels.get("open", ())))


@dataclass(frozen=True)
class Score:
    """F1 of stated and of vague, the share of missing topics called stated, and the disagreements in words."""

    stated: float
    vague: float
    costly: float
    errors: tuple[str, ...]


def score(offers: list[Labelled], check: Callable[[str], dict[str, str]]) -> Score:
    """How well the check agrees with the labels."""
    pairs: Counter[tuple[str, str]] = Counter()
    errors = []
    for offer in offers:
        for topic, got in check(offer.text).items():
            want = offer.verdicts.get(topic, "missing")
            if topic in offer.unscored:
                continue
            pairs[want, got] += 1
            if want != got:
                errors.append(f"{offer.number} {topic}: want {want}, got {got}")
    missing = sum(n for (want, _), n in pairs.items() if want == "missing")
    return Score(_f1(pairs, "stated"), _f1(pairs, "vague"), pairs["missing", "stated"] / missing, tuple(errors))


def _f1(pairs: Counter[tuple[str, str]], verdict: str) -> float:
    hit = pairs[verdict, verdict]
    total = sum(n for pair, n in pairs.items() for side in pair if side == verdict)
    return 2 * hit / total if total else 1.0
