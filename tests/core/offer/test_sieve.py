"""The rules that a sentence needs are found without trying all of them, and each engine finds what the other would."""

from __future__ import annotations

import importlib.util
import sys
import time
from types import SimpleNamespace
from typing import Any

import pytest
import re2

from bot.core.lines import _read_line
from bot.core.lines.invites import is_invite
from bot.core.needs import needs
from bot.core.offer import scan
from bot.core.offer.rules import GROUPS, Rules, rules
from bot.core.offer.scan import first, hits, letters, spans
from bot.core.offer.sentences import clean, sentences
from bot.core.offer.shape import spelled
from bot.core.offer.sieve import Rule
from bot.core.route import is_crisis
from bot.core.route.model import ranked
from bot.core.when import understand
from tests.offers.scoring import load


def shapes() -> list[str]:
    known = rules()
    texts = [offer.text for offer in load("tuned_third.txt")[:6]]
    return [known.shaper.shape(one.words).text for text in texts for one in sentences(clean(text))]


@pytest.mark.parametrize(
    "pattern, needed",
    [
        ("base pay", [{"base pay"}]),
        ("(?:base|basic) pay(?:ment)?s?", [{"base pay", "basic pay"}]),
        (r"pay(?: \w+){0,4} MONEY", [{" MONEY"}, {"pay"}]),
        (r"\+ ?super", [{"+super", "+ super"}]),
        ("licen[cs]es?", [{"licence", "license"}]),
        ("(?:ot|overtime)", []),  # "ot" is too short to tell
        (r"\d+x\d+", []),
        ("", []),
        ("(?:leave )?policy", [{"policy"}]),
        ("(?:notice ){2}", [{"notice "}]),
        (r"x{3}y+ MONEY", [{"xxx"}, {" MONEY"}]),
    ],
)
def test_what_a_pattern_needs(pattern: str, needed: list[set[str]]) -> None:
    assert sorted(map(sorted, needs(pattern, shortest=3))) == sorted(map(sorted, needed))


def test_a_bracket_too_many_is_told() -> None:
    with pytest.raises(ValueError, match="parenthesis"):
        needs("pay) rate", shortest=3)


def test_no_rule_that_matches_is_left_out_and_both_engines_agree() -> None:
    known = rules()
    made = [
        (Rule(topic, group, row), re2.compile(Rule(topic, group, row).source))
        for topic in ("bonus", "leave", "hours", "growth")
        for group in ("cues", "hints", "stated", "vague", "unless")
        for row in getattr(known.patterns.topics[topic], group)
        if "OCC" not in row
    ]
    for shape in shapes():
        data = letters(shape)
        found = {one.rule.source: one.spans() for one in known.matching(known.look(shape))}
        for rule, linear in made:
            places = [match.span() for match in linear.finditer(data)]
            assert rule.places(data) == places, rule.source
            assert rule.matches(data) == bool(places)
            assert bool(places) == (rule.source in found), (rule.source, shape)


def test_a_python_that_reads_no_patterns_tries_every_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    known = rules()
    monkeypatch.setattr("bot.core.needs._parser", None)
    slow = Rules(known.patterns)
    for shape in shapes()[:40]:
        found = [[one.rule.source for one in way.matching(way.look(shape))] for way in (known, slow)]
        assert found[0] == found[1]


@pytest.mark.parametrize("text", ["", "a", "bonus of 5%, bonus", "xx", " bonus"])
def test_the_short_way_to_the_engine_finds_what_the_long_way_does(text: str) -> None:
    pattern = re2.compile("bonus|x")
    assert spans(pattern, text.encode()) == [found.span() for found in pattern.finditer(text.encode())]
    assert first(pattern, text.encode()) == (pattern.search(text) is not None) == hits(pattern, text)


class Public:
    """A pattern of re2 with what its documentation names, and no more."""

    def __init__(self, source: str, options: Any = None) -> None:
        pattern = re2.compile(source, options)
        self.search, self.finditer = pattern.search, pattern.finditer


def test_an_engine_without_its_private_names_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re2", SimpleNamespace(compile=Public))
    found = importlib.util.find_spec(scan.__name__)
    assert found is not None
    assert found.loader is not None
    plain = importlib.util.module_from_spec(found)
    found.loader.exec_module(plain)
    for source in ("bonus(?:es)?", r"\bpa(?:y|id)\b(?: \w+){0,3} MONEY", "salary|rate"):
        short, long = scan.made(source, re2.Options()), plain.made(source, re2.Options())
        assert isinstance(long, Public)
        for shape in shapes():
            data = letters(shape)
            assert plain.spans(long, data) == scan.spans(short, data)
            assert plain.spans(long, data, 1) == scan.spans(short, data, 1)
            assert plain.first(long, data) == scan.first(short, data) == plain.hits(long, shape)


def test_letters_that_are_not_ascii_keep_their_places() -> None:
    assert letters("café § £5") == b"caf\x7f \x01 \x7f5"
    assert len(letters("naïve 世界")) == len("naïve 世界")


@pytest.mark.parametrize("between", [" ", ", "])
def test_no_rule_goes_back_and_forth_over_its_own_words(between: str) -> None:
    """The longest sentence there is, full of the words of each pattern: all rules together take a second at most."""
    patterns = rules().patterns.topics.values()
    made = [Rule("", group, row) for topic in patterns for group in GROUPS for row in getattr(topic, group)]
    texts = [(between.join((spelled(rule.source) or ("a",)) * 600)[:1200].encode(), rule) for rule in made]
    for data, rule in texts:
        rule.matches(data[:20])  # compiles it
    begun = time.process_time()
    for data, rule in texts:
        rule.matches(data)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("cased", [True, False])
def test_no_name_or_number_of_a_letter_stays_in_memory(cased: bool) -> None:
    shaper = rules().shaper
    text = "We offer Zyxwvuts Qrstkov-Olsen the post, qrstkov@zyx.example, room ZX4711, Salaries O'Zyxel and Dr Ylmz's bonuses."
    shapes = [shaper.shape(text, cased).text for _ in range(2)]
    assert shapes[0] == shapes[1]
    kept = {word for known in shaper._spelled.values() for word in known}
    assert "salary" in shaper._known
    assert "offer" in kept
    assert not [word for word in kept if any(part in word.lower() for part in ("zyx", "rstk", "4711", "ylm", "olsen"))]


@pytest.mark.parametrize("known", [understand, _read_line, is_invite, is_crisis, ranked, rules()._jobs])
def test_what_was_said_is_remembered_for_a_few_turns_at_most(known: Any) -> None:
    assert known.cache_parameters()["maxsize"] <= 8
