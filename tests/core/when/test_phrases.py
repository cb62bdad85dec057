"""Phrases as people type them, with the label a fair person would give. The held half was not tuned on."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TypedDict

import pytest

from bot.core.when import read


class Row(TypedDict):
    text: str
    now: str
    tz: str
    expect: str
    note: str


def rows(name: str) -> list[Row]:
    loaded: list[Row] = json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return loaded


def verdict(row: Row) -> str:
    """ "exact", "wrong" (an instant that is not the right one) or "open" (asked or found nothing needlessly)."""
    got, want = read(row["text"], row["now"], row["tz"]) or "none", row["expect"]
    if got in ("ambiguous", "none") or want in ("ambiguous", "none"):
        return "exact" if got == want else "open" if got in ("ambiguous", "none") else "wrong"
    return "exact" if datetime.fromisoformat(got) == datetime.fromisoformat(want) else "wrong"


@pytest.mark.parametrize("row", rows("phrases_tuning.json"), ids=lambda row: row["text"][:40])
def test_every_phrase_of_the_tuning_half_is_read_exactly(row: Row) -> None:
    assert verdict(row) == "exact", row["note"]


@pytest.mark.parametrize("name", ["phrases_tuning.json", "phrases_held.json"])
def test_hardly_a_phrase_is_missed_and_hardly_one_is_silently_wrong(name: str) -> None:
    verdicts = [verdict(row) for row in rows(name)]
    assert verdicts.count("exact") >= 0.95 * len(verdicts)
    assert verdicts.count("wrong") <= 0.01 * len(verdicts)


def test_both_halves_hold_enough_phrases_from_many_places() -> None:
    every = rows("phrases_tuning.json") + rows("phrases_held.json")
    assert len(every) >= 170
    assert len({row["tz"] for row in every}) >= 7
    assert len({(row["text"], row["now"]) for row in every}) == len(every)
