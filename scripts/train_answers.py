"""Trains the judge of answers on content/en/answers: python scripts/train_answers.py [--check].

Writes content/en/models/answers.bin. With --check it only cross-validates, by question, and prints the surest misses.
Needs scikit-learn (the extra "dev"); the bot itself needs neither it nor numpy.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from scipy.sparse import csr_matrix, diags  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.model_selection import GroupKFold  # noqa: E402

from bot.core.answers.features import features  # noqa: E402
from bot.core.answers.model import VERDICTS, chosen, fingerprint, predictions  # noqa: E402
from bot.core.linear import Linear, pack  # noqa: E402
from content.answer_pairs import Pair, pairs  # noqa: E402
from scripts.training import matrix, vocabulary  # noqa: E402

OUT = ROOT / "content" / "en" / "models" / "answers.bin"
GROUPS = {"v": 1.5, "r": 2.5, "n": 1.5, "q": 1.0, "w": 5.0, "b": 4.0, "t": 2.5, "g": 4.0, "x": 2.5, "y": 1.5}
GROUPS |= {"p": 3.0, "o": 2.0}
STRENGTH, SEEN, FOLDS = 0.6, 2, 5
ONE_SIDED = 0.5  # how far the one-sidedness of a feature counts, 0 not at all, 1 fully
LEAD = 2.4  # by which "concrete" must beat the others: to believe a vague answer costs more than to ask again
SHARES = np.array([0.40, 0.43, 0.17])  # of VERDICTS among answers of any length, as candidates bring them
LONGER, WEIGHTS = (4, 6, 9, 13), np.array([0.8, 0.9, 1.0, 1.3, 1.6])  # from so many words on an answer counts so much


@dataclass(frozen=True)
class Fitted:
    """Which column a feature has, and for each verdict (in the order of VERDICTS) its weights and its bias."""

    known: dict[str, int]
    weights: np.ndarray
    bias: np.ndarray

    def scores(self, rows: list[list[str]]) -> np.ndarray:
        return np.asarray(matrix(rows, self.known, GROUPS) @ self.weights.T + self.bias)


def weighed(data: Sequence[Pair]) -> np.ndarray:
    """How much each pair counts: long notes more than scraps, and among those of one length each verdict by its share.

    Otherwise the model would learn that whatever is long is concrete, only because we wrote it so.
    """
    lengths = np.digitize([len(answer.split()) for _, answer, _ in data], LONGER)
    labels = np.array([VERDICTS.index(label) for *_, label in data])
    found = np.ones(len(data))
    for length, label in {*zip(lengths.tolist(), labels.tolist(), strict=True)}:
        alike = lengths == length
        mine = alike & (labels == label)
        found[mine] = WEIGHTS[length] * SHARES[label] * alike.sum() / mine.sum()
    return found / found.mean()


def fit(rows: list[list[str]], labels: np.ndarray, counts: np.ndarray) -> Fitted:
    """One logistic regression for each verdict against the rest, in which a feature weighs more the more it is one
    verdict's alone (Wang and Manning 2012, "Baselines and Bigrams"). The result is as linear as without."""
    known = vocabulary(rows, SEEN)
    seen = matrix(rows, known, GROUPS)
    weights, bias = [], []
    for verdict in range(len(VERDICTS)):
        mine = labels == verdict
        scale = telling(seen, mine)
        model = LogisticRegression(C=STRENGTH, solver="liblinear", tol=1e-3, random_state=0)
        model.fit(seen @ diags(scale), mine, sample_weight=counts)
        weights.append(model.coef_[0] * scale)
        bias.append(model.intercept_[0])
    return Fitted(known, np.array(weights), np.array(bias))


def telling(seen: csr_matrix, mine: np.ndarray) -> np.ndarray:
    """How one-sided each feature is: the size of its log ratio, drawn half way to the mean of all."""
    there = (seen > 0).astype(float)
    inside = 1 + np.asarray(there[mine].sum(0)).ravel()
    outside = 1 + np.asarray(there[~mine].sum(0)).ravel()
    size = np.abs(np.log((inside / (2 + mine.sum())) / (outside / (2 + (~mine).sum()))))
    return (1 - ONE_SIDED) * size.mean() + ONE_SIDED * size


def folds(rows: list[list[str]], labels: np.ndarray, counts: np.ndarray, questions: list[str]) -> np.ndarray:
    """The scores of every pair by a model that has not seen its question."""
    scores = np.zeros((len(rows), len(VERDICTS)))
    for train, test in GroupKFold(FOLDS).split(rows, labels, questions):
        model = fit([rows[n] for n in train], labels[train], counts[train])
        scores[test] = model.scores([rows[n] for n in test])
    return scores


def report(data: tuple[Pair, ...], scores: np.ndarray, counts: np.ndarray) -> None:
    said = [chosen(dict(zip(VERDICTS, line, strict=True)), LEAD) for line in scores]
    seen = Counter((label, got) for (_, _, label), got in zip(data, said, strict=True))
    right = sum(seen[verdict, verdict] for verdict in VERDICTS) / len(data)
    vague = sum(count for (label, _), count in seen.items() if label == "vague")
    print(
        f"{len(data)} pairs, {FOLDS} folds by question: {right:.1%} right, "
        f"vague called concrete {seen['vague', 'concrete'] / vague:.1%}"
    )
    good = np.array([got == label for (*_, label), got in zip(data, said, strict=True)])
    sold = np.array([label == "vague" and got == "concrete" for (*_, label), got in zip(data, said, strict=True)])
    share = (counts * sold).sum() / (counts * np.array([label == "vague" for *_, label in data])).sum()
    print(f"  weighed: {np.average(good, weights=counts):.1%} right, vague called concrete {share:.1%}")
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
    counts = weighed(data)
    report(data, folds(rows, labels, counts, [question for question, *_ in data]), counts)
    if "--check" not in sys.argv:
        write(data, fit(rows, labels, counts))


def write(data: tuple[Pair, ...], model: Fitted) -> None:
    weights = {feature: [float(line[n]) for line in model.weights] for feature, n in model.known.items()}
    bias = [float(number) for number in model.bias]
    notes = {"data": fingerprint(data), "lead": LEAD}
    draft = Linear.load(pack(VERDICTS, bias, GROUPS, weights, notes))
    packed = pack(VERDICTS, bias, GROUPS, weights, notes | {"predictions": predictions(draft, data)})
    OUT.write_bytes(packed)
    print(f"{OUT.relative_to(ROOT)}: {len(packed) / 1e6:.2f} MB, {len(draft.rows)} features")


if __name__ == "__main__":
    main()
