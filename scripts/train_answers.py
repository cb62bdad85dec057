"""Trains the judge of answers on content/en/answers: python scripts/train_answers.py [--check].

Writes content/en/models/answers.bin. With --check it only cross-validates, by question, and prints the surest misses.
Needs scikit-learn (the extra "dev"); the bot itself needs neither it nor numpy.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.model_selection import GroupKFold  # noqa: E402

from bot.core.answers.features import features  # noqa: E402
from bot.core.answers.model import VERDICTS, chosen, fingerprint, predictions  # noqa: E402
from bot.core.linear import Linear, pack  # noqa: E402
from content.answer_pairs import Pair, pairs  # noqa: E402
from scripts.training import matrix, vocabulary  # noqa: E402

OUT = ROOT / "content" / "en" / "models" / "answers.bin"
GROUPS = {"v": 1.5, "r": 2.5, "n": 1.5, "q": 1.0, "w": 5.0, "b": 4.0, "t": 2.5, "g": 4.0, "x": 2.5, "y": 1.5}
STRENGTH, SEEN, FOLDS = 0.3, 2, 5
LEAD = 1.0  # by which "concrete" must beat the others: to believe a vague answer costs more than to ask again


def fit(rows: list[list[str]], labels: np.ndarray) -> tuple[dict[str, int], LogisticRegression]:
    known = vocabulary(rows, SEEN)
    return known, LogisticRegression(C=STRENGTH, max_iter=500).fit(matrix(rows, known, GROUPS), labels)


def folds(rows: list[list[str]], labels: np.ndarray, questions: list[str]) -> np.ndarray:
    """The scores of every pair by a model that has not seen its question."""
    scores = np.zeros((len(rows), len(VERDICTS)))
    for train, test in GroupKFold(FOLDS).split(rows, labels, questions):
        known, model = fit([rows[n] for n in train], labels[train])
        scores[test] = model.decision_function(matrix([rows[n] for n in test], known, GROUPS))
    return scores


def report(data: tuple[Pair, ...], scores: np.ndarray) -> None:
    said = [chosen(dict(zip(VERDICTS, line, strict=True)), LEAD) for line in scores]
    seen = Counter((label, got) for (_, _, label), got in zip(data, said, strict=True))
    right = sum(seen[verdict, verdict] for verdict in VERDICTS) / len(data)
    vague = sum(count for (label, _), count in seen.items() if label == "vague")
    print(
        f"{len(data)} pairs, {FOLDS} folds by question: {right:.1%} right, "
        f"vague called concrete {seen['vague', 'concrete'] / vague:.1%}"
    )
    for label in VERDICTS:
        print(f"  {label:<9}" + "".join(f"{seen[label, got]:>7}" for got in VERDICTS))
    if "--check" in sys.argv:
        wrong = [
            (max(line) - line[VERDICTS.index(row[2])], row, got)
            for line, row, got in zip(scores, data, said, strict=True)
            if got != row[2]
        ]
        for sure, (question, answer, label), got in sorted(wrong, reverse=True)[:60]:
            print(f"  {sure:.1f} {label} -> {got}: {question} || {answer}")


def main() -> None:
    data = pairs()
    rows = [features(question, answer) for question, answer, _ in data]
    labels = np.array([VERDICTS.index(label) for *_, label in data])
    report(data, folds(rows, labels, [question for question, *_ in data]))
    if "--check" not in sys.argv:
        write(data, rows, labels)


def write(data: tuple[Pair, ...], rows: list[list[str]], labels: np.ndarray) -> None:
    known, model = fit(rows, labels)
    weights = {feature: [float(line[n]) for line in model.coef_] for feature, n in known.items()}
    bias = [float(number) for number in model.intercept_]
    notes = {"data": fingerprint(data), "lead": LEAD}
    draft = Linear.load(pack(VERDICTS, bias, GROUPS, weights, notes))
    packed = pack(VERDICTS, bias, GROUPS, weights, notes | {"predictions": predictions(draft, data)})
    OUT.write_bytes(packed)
    print(f"{OUT.relative_to(ROOT)}: {len(packed) / 1e6:.2f} MB, {len(draft.rows)} features")


if __name__ == "__main__":
    main()
