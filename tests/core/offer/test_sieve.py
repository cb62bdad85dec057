"""The rules that a sentence needs are found without trying all of them, and each engine finds what the other would."""

from __future__ import annotations

import time

import pytest
import re2

from bot.core.offer.needles import needs
from bot.core.offer.rules import GROUPS, rules
from bot.core.offer.scan import first, hits, letters, spans
from bot.core.offer.sentences import clean, sentences
from bot.core.offer.shape import spelled
from bot.core.offer.sieve import Rule
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
    ],
)
def test_what_a_pattern_needs(pattern: str, needed: list[set[str]]) -> None:
    assert sorted(map(sorted, needs(pattern))) == sorted(map(sorted, needed))


def test_a_bracket_too_many_is_told() -> None:
    with pytest.raises(ValueError, match="bracket"):
        needs("pay) rate")


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


@pytest.mark.parametrize("text", ["", "a", "bonus of 5%, bonus", "xx", " bonus"])
def test_the_short_way_to_the_engine_finds_what_the_long_way_does(text: str) -> None:
    pattern = re2.compile("bonus|x")
    assert spans(pattern, text.encode()) == [found.span() for found in pattern.finditer(text.encode())]
    assert first(pattern, text.encode()) == (pattern.search(text) is not None) == hits(pattern, text)


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


def test_only_what_is_tried_is_compiled() -> None:
    rule = Rule("bonus", "cues", "bonus(?:es)?")
    assert not rule.is_ready()
    assert rule.places(b"a bonus") == [(2, 7)]
    assert rule.is_ready()
