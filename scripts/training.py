"""What the training programs share: features as a sparse matrix, weighed by their groups."""

from __future__ import annotations

from collections import Counter, defaultdict

from scipy.sparse import csr_matrix


def matrix(rows: list[list[str]], known: dict[str, int], groups: dict[str, float]) -> csr_matrix:
    """One row for each text; a feature ("group:rest") weighs its group's weight over the root of the group's count."""
    at, columns, values = [], [], []
    for number, row in enumerate(rows):
        grouped = defaultdict(list)
        for feature in row:
            if feature in known:
                grouped[feature.partition(":")[0]].append(known[feature])
        for group, found in grouped.items():
            at += [number] * len(found)
            columns += found
            values += [groups[group] / len(found) ** 0.5] * len(found)
    return csr_matrix((values, (at, columns)), shape=(len(rows), len(known)))


def vocabulary(rows: list[list[str]], least: int) -> dict[str, int]:
    """A column for each feature that stands in at least so many rows."""
    seen = Counter(feature for row in rows for feature in row)
    return {feature: n for n, feature in enumerate(sorted(f for f, count in seen.items() if count >= least))}
