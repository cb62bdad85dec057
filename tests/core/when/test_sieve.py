"""The cheap look before a search never hides a match, and spares most of the searches."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import when as package
from bot.core.when import Reading, understand
from bot.core.when.board import Board
from bot.core.when.sieve import Sieve, needs, pieces
from tests.core.when.support import BERLIN, NOW, at, when

SHAPES = (
    r"(?:every|each) week", r"\b(?:mon(?:day)?|tue(?:s(?:day)?)?)s?\b", r"a?b?c?", r"(?:ab?)?cd{2,3}e+", r"[ab]\d\d:[0-5]\d", r"x(?=yz)..",
    r"(?<=ab)c", r"(?<!ab)c(?!d)", r"(?:a|\d{1,2}) ?(?:pm|uhr)", r"(?P<q>['-])ab(?P=q)", r"(?:abc|d)?", r"[^a]bc", r"(?:a*)b{4}", r"£ ?\d", r"\w+day",
    r"(?:|ab)cd", r"(?>ab|a)c", r"(?i:Q)ed|st", r"(?=a)ab", r"(?<=a)(?=bc)b", r"(?:a(?!b)){3}", r"(?:one|two|ten)[ -]o'?clock", r"a.c\Z", r"(?:aa?){2}b", r"(ab)?(?(1)cd|ef)",
)  # fmt: skip


def texts() -> list[str]:
    folder = Path(__file__).parent
    found = [
        row["text"]
        for name in ("tuning", "held")
        for row in json.loads((folder / f"phrases_{name}.json").read_text("utf-8"))
    ]
    return [*found, *(text.upper() for text in found[::5])]


def patterns() -> Iterator[re.Pattern[str]]:
    """Every pattern of the package, in tables too."""

    def inside(value: object) -> Iterator[re.Pattern[str]]:
        if isinstance(value, re.Pattern):
            yield value
        for one in value.rows if isinstance(value, Sieve) else value if isinstance(value, tuple) else ():
            yield from inside(one)

    for module in pkgutil.iter_modules(package.__path__):
        for value in vars(importlib.import_module(f"{package.__name__}.{module.name}")).values():
            yield from inside(value)


def test_no_pattern_matches_a_text_that_lacks_what_it_needs() -> None:
    boards = [(board.text, pieces(board.text)) for board in map(Board, texts())]
    every = {(pattern.pattern, pattern.flags): pattern for pattern in patterns()}
    assert len(every) > 150
    matched = 0
    for pattern in every.values():
        wanted = needs(pattern.pattern, pattern.flags)
        for text, found in boards:
            if pattern.search(text):
                matched += 1
                assert not wanted or not wanted.isdisjoint(found), (pattern.pattern[:80], text)
    assert matched > 1000


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("flags", [re.IGNORECASE, re.RegexFlag(0)])
def test_whatever_a_pattern_matches_holds_a_piece_of_what_it_needs(shape: str, flags: re.RegexFlag) -> None:
    pattern = re.compile(shape, flags)
    wanted = needs(pattern.pattern, pattern.flags)

    @settings(max_examples=12, database=None, deadline=None)
    @given(st.from_regex(pattern))
    def holds(text: str) -> None:
        board = Board(text)
        if pattern.search(board.text):
            assert not wanted or not wanted.isdisjoint(pieces(board.text)), (wanted, text)

    holds()


def test_the_readings_are_those_of_all_searches(monkeypatch: pytest.MonkeyPatch) -> None:
    def read() -> list[Reading]:
        understand.cache_clear()
        return [understand(text, NOW, BERLIN) for text in texts()[::2]]

    sieved = read()
    monkeypatch.setattr(Board, "may_hold", lambda board, pattern: True)
    monkeypatch.setattr(Sieve, "pick", lambda sieve, found: sieve.rows)
    assert read() == sieved
    understand.cache_clear()


@pytest.mark.parametrize("word", ["frıday", "Frİday", "FRIDAY", "ﬁ friday", "frı"])
def test_letters_that_count_as_one_are_one(word: str) -> None:
    reading = when(f"{word} 15:00")
    assert reading.start == at("2026-12-11 15:00") or reading.days == (at("2026-12-11 15:00").date(),)


def test_most_searches_are_spared() -> None:
    board = Board("Mercy General, nurse, Thursday 14:30 with Ann Lee")
    every = {(pattern.pattern, pattern.flags) for pattern in patterns()}
    searched = [pattern for pattern in every if not needs(*pattern) or not needs(*pattern).isdisjoint(board.pieces)]
    assert len(searched) * 3 < len(every)


@pytest.mark.parametrize(
    "pattern, wanted",
    [
        (r"\b(?:every|each) week", {"eve", "eac"}),
        (r"\d\d:\d\d", {"00:"}),
        (r"\d{7,}|£\d{4}", {"000", "£00"}),
        (r"ab\ue001cd", {"ab"}),
        (r"(?:january|june?)\b", {"jan", "jun"}),
        (r"(?:mon|fri)s?\b", {"mon", "fri"}),
        (r"a?b?", set()),
        (r"\w+", set()),
    ],
)
def test_what_a_pattern_needs(pattern: str, wanted: set[str]) -> None:
    assert needs(pattern, int(re.IGNORECASE)) == wanted


def test_a_python_without_that_reader_searches_every_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.core.needs._parser", None)
    assert needs.__wrapped__(r"monday", 0) == frozenset()
