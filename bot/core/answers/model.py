"""The trained part of the judge of answers: what the numbers of content/<language>/models/answers.bin say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256

from bot.core.answers.features import features
from bot.core.linear import Linear
from content import model

VERDICTS = ("concrete", "vague", "none")
HEDGES = frozenset(("r:vague", "r:plan", "r:later"))
HEDGED = 1.0  # of further lead: a note that says "room for improvement" beside its figures is in doubt


@cache
def judge() -> Linear:
    """The model, read once per process."""
    return Linear.load(model("answers"))


def judged(linear: Linear, question: str, answer: str) -> str:
    """The verdict by a given model."""
    found = features(question, answer)
    return chosen(linear.scores(found), linear.notes["lead"] + (0.0 if HEDGES.isdisjoint(found) else HEDGED))


def chosen(scores: Mapping[str, float], lead: float) -> str:
    """The verdict with the highest score; "concrete" only where it leads by ``lead``."""
    others = max(VERDICTS[1:], key=lambda verdict: scores[verdict])
    return "concrete" if scores["concrete"] >= scores[others] + lead else others


def fingerprint(data: Sequence[tuple[str, str, str]]) -> str:
    """Of the pairs that a model was trained on; it changes with any word or label of theirs."""
    return sha256("\n".join("\t".join(row) for row in data).encode()).hexdigest()


def predictions(linear: Linear, data: Sequence[tuple[str, str, str]]) -> str:
    """One digest of what the model takes each pair for."""
    return sha256("\n".join(judged(linear, question, answer) for question, answer, _ in data).encode()).hexdigest()
