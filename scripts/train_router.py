"""Trains the router's model on content/en/utterances: python scripts/train_router.py [--check].

Writes content/en/models/router.bin. With --check it only cross-validates and prints what the folds confuse.
Needs scikit-learn (the extra "dev"); the bot itself needs neither it nor numpy.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from scipy.sparse import csr_matrix  # noqa: E402
from sklearn.model_selection import StratifiedKFold  # noqa: E402
from sklearn.svm import LinearSVC  # noqa: E402

from bot.core.linear import Linear, pack  # noqa: E402
from bot.core.route import INTENTS, rule  # noqa: E402
from bot.core.route.features import features  # noqa: E402
from bot.core.route.model import fingerprint, predictions  # noqa: E402
from content import utterances  # noqa: E402
from scripts.framed import framed  # noqa: E402
from scripts.training import matrix, vocabulary  # noqa: E402

OUT = ROOT / "content" / "en" / "models" / "router.bin"
GROUPS = {"w": 1.3, "k": 1.2, "c": 1.0, "r": 0.7}  # words, classes, letters, facts
STRENGTH, SEEN, FOLDS = 0.5, 2, 5
SHARE, SMOOTH = 0.08, 0.01  # of the counts in the sum; what is added to a count
SCALE = 0.5  # of all numbers: one margin stays as good as bot/core/route/asides.py takes it to be
RIGHT_WHEN_SURE = 0.94  # on the folds; the messages there are harder than most, many of them are border cases
SWEEP = np.arange(0.1, 2.0, 0.01)


@dataclass(frozen=True)
class Fit:
    """known: the column of each feature. weights: a row for each intent. bias: one number for each intent."""

    known: dict[str, int]
    weights: np.ndarray
    bias: np.ndarray


def fit(rows: list[list[str]], twins: list[list[str]], labels: np.ndarray) -> Fit:
    """A support vector machine, and with a small share how much more often a feature stands in an intent than in the
    others: the machine leans on few features, the counts on all, and the sum is right more often than either.

    The twins are the same messages in a frame of idle words, so that such words come to mean nothing.
    """
    known = vocabulary(rows, SEEN)
    values, labels = matrix(rows + twins, known, GROUPS), np.concatenate([labels, labels])
    machine = LinearSVC(C=STRENGTH, class_weight="balanced", random_state=0, max_iter=5000).fit(values, labels)
    weights = machine.coef_ + SHARE * log_ratios(values, labels)
    return Fit(known, SCALE * weights, SCALE * machine.intercept_)


def log_ratios(values: csr_matrix, labels: np.ndarray) -> np.ndarray:
    """For each intent and feature the logarithm of its share in the intent over its share in all others."""
    found = np.zeros((len(INTENTS), values.shape[1]))
    for label in range(len(INTENTS)):
        inside = SMOOTH + np.asarray(values[labels == label].sum(axis=0)).ravel()
        outside = SMOOTH + np.asarray(values[labels != label].sum(axis=0)).ravel()
        found[label] = np.log(inside / inside.sum()) - np.log(outside / outside.sum())
    return found


def folds(rows: list[list[str]], twins: list[list[str]], labels: np.ndarray) -> np.ndarray:
    """The score of every message by a model that has not seen it."""
    scores = np.zeros((len(rows), len(INTENTS)))
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(rows, labels):
        fitted = fit([rows[n] for n in train], [twins[n] for n in train], labels[train])
        scores[test] = matrix([rows[n] for n in test], fitted.known, GROUPS) @ fitted.weights.T + fitted.bias
    return scores


def thresholds(kinds: list[str], margins: np.ndarray, right: np.ndarray) -> dict[str, float]:
    """For each kind of agreement the smallest margin from which on enough are right."""
    found = {}
    for kind in ("agree", "none", "against"):
        chosen = np.array([k == kind for k in kinds])
        good = [t for t in SWEEP if (m := chosen & (margins >= t)).sum() >= 20 and right[m].mean() >= RIGHT_WHEN_SURE]
        found[kind] = round(float(good[0]), 2) if good else 9.0
    return found


def main() -> None:
    data = utterances()
    rows = [features(row.text) for row in data]
    twins = [features(framed(row.text, number)) for number, row in enumerate(data)]
    labels = np.array([INTENTS.index(row.intents[0]) for row in data])
    scores = folds(rows, twins, labels)
    order = np.argsort(-scores, axis=1)
    named = [[INTENTS[n] for n in line[:3]] for line in order]
    right = np.array([names[0] in row.intents for names, row in zip(named, data, strict=True)])
    three = np.mean([bool(set(names) & set(row.intents)) for names, row in zip(named, data, strict=True)])
    best = np.sort(scores, axis=1)
    margins = best[:, -1] - best[:, -2]
    kinds = [agreement(row.text, names[0]) for row, names in zip(data, named, strict=True)]
    sure = thresholds(kinds, margins, right)
    is_sure = np.array([margin >= sure[kind] for margin, kind in zip(margins, kinds, strict=True)])
    print(
        f"{len(data)} messages, {FOLDS} folds: first {right.mean():.1%}, among three {three:.1%}, "
        f"sure of {is_sure.mean():.1%}, right when sure {right[is_sure].mean():.1%}, {sure}, {Counter(kinds)}"
    )
    if "--check" in sys.argv:
        confused = Counter((r.intents[0], n[0]) for r, n, ok in zip(data, named, right, strict=True) if not ok)
        for (meant, taken), count in confused.most_common(30):
            print(f"  {meant} taken for {taken}: {count}")
        return
    write(data, fit(rows, twins, labels), sure)


def agreement(text: str, first: str) -> str:
    """Whether the rules say the same as the model, nothing, or something else."""
    said = rule(text)
    return "none" if said is None else "agree" if said == first else "against"


def write(data: tuple, fitted: Fit, sure: dict[str, float]) -> None:
    weights = {feature: [float(number) for number in fitted.weights[:, n]] for feature, n in fitted.known.items()}
    notes = {"data": fingerprint(data), "sure": sure}
    bias = [float(number) for number in fitted.bias]
    draft = Linear.load(pack(INTENTS, bias, GROUPS, weights, notes))
    packed = pack(INTENTS, bias, GROUPS, weights, notes | {"predictions": predictions(draft, data)})
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_bytes(packed)
    print(f"{OUT.relative_to(ROOT)}: {len(packed) / 1e6:.2f} MB, {len(draft.rows)} features")


if __name__ == "__main__":
    main()
