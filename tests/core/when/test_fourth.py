"""The fourth and the fifth set of texts, each written and labelled before the reader was looked at.

The fourth: 220 texts about interview times, written and labelled before the reader was looked at: of when_fourth.jsonl the odd rows
were tuned on, the misses of the even ones never looked at. when_fourth_tuning.jsonl came later, to hunt for mistakes.
The fifth: 180 texts, when_fifth.jsonl, tuned on and held likewise. Some of its labels take a side where the reader asks
by intent: "half nine" (British or German) and a slash date that can be read both ways.

A row's expect is an instant, "ambiguous" (must be asked), "none" (no time in it), or a list where a fair person would
accept several of these.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.core.when import read

Row = dict[str, Any]
DATA = Path(__file__).parent.parent / "data"


def rows(half: str) -> list[Row]:
    name = {"hunt": "when_fourth_tuning.jsonl"}.get(
        half, "when_fifth.jsonl" if "fifth" in half else "when_fourth.jsonl"
    )
    every: list[Row] = [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
    return every if half == "hunt" else every["held" in half :: 2]


def same(got: str, want: str) -> bool:
    if got in ("ambiguous", "none") or want in ("ambiguous", "none"):
        return got == want
    return datetime.fromisoformat(got) == datetime.fromisoformat(want)


def verdict(row: Row) -> str:
    """ "exact", "wrong" (an instant that is not among the right ones) or "open" (asked or found nothing needlessly)."""
    got, wanted = read(row["text"], row["now"], row["tz"]) or "none", row["expect"]
    if any(same(got, want) for want in ([wanted] if isinstance(wanted, str) else wanted)):
        return "exact"
    return "open" if got in ("ambiguous", "none") else "wrong"


# A hundredth of a held half is one text.
@pytest.mark.parametrize(
    "half, least, most",
    [("tuned", 0.98, 0), ("held", 0.87, 1), ("hunt", 0.98, 3), ("fifth tuned", 0.94, 0), ("fifth held", 0.81, 3)],
)
def test_most_texts_are_read_exactly_and_hardly_one_silently_wrong(half: str, least: float, most: int) -> None:
    every = rows(half)
    found = Counter(verdict(row) for row in every)
    assert found["exact"] >= least * len(every), found
    assert found["wrong"] <= most, found


def test_the_sets_hold_many_texts_from_many_places() -> None:
    every = rows("tuned") + rows("held") + rows("hunt") + rows("fifth tuned") + rows("fifth held")
    assert (len(rows("tuned")), len(rows("held"))) == (110, 110)
    assert (len(rows("fifth tuned")), len(rows("fifth held"))) == (90, 90)
    assert len({row["tz"] for row in every}) >= 14
    assert len({(row["text"], row["now"]) for row in every}) == len(every)
