"""220 texts about interview times, written and labelled before the reader was looked at: of when_fourth.jsonl the odd rows
were tuned on, the misses of the even ones never looked at. when_fourth_tuning.jsonl came later, to hunt for mistakes.

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
    name = "when_fourth_tuning.jsonl" if half == "hunt" else "when_fourth.jsonl"
    every: list[Row] = [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
    return {"tuned": every[0::2], "held": every[1::2], "hunt": every}[half]


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


# A hundredth of the held half is one text.
@pytest.mark.parametrize("half, least, most", [("tuned", 0.98, 0), ("held", 0.87, 1), ("hunt", 0.98, 3)])
def test_most_texts_are_read_exactly_and_hardly_one_silently_wrong(half: str, least: float, most: int) -> None:
    every = rows(half)
    found = Counter(verdict(row) for row in every)
    assert found["exact"] >= least * len(every), found
    assert found["wrong"] <= most, found


def test_the_sets_hold_many_texts_from_many_places() -> None:
    every = rows("tuned") + rows("held") + rows("hunt")
    assert (len(rows("tuned")), len(rows("held"))) == (110, 110)
    assert len({row["tz"] for row in every}) >= 14
    assert len({(row["text"], row["now"]) for row in every}) == len(every)
