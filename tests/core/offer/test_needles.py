"""What the patterns need is kept in a file: it says the same as the patterns themselves, and knows all of them."""

from __future__ import annotations

from bot.core.offer.needles import Kept, packed, read
from bot.core.offer.rules import rules_of
from content import model
from content.offer_patterns import load_patterns


def test_the_file_says_what_the_patterns_say() -> None:
    kept, sources = Kept(model("offer_needs")), [rule.source for rule in rules_of(load_patterns())]
    assert [source for source in sources if not kept.knows(source)] == [], "run python scripts/offer_needs.py"
    assert [source for source in sources if kept.of(source) != read(source)] == []
    assert model("offer_needs") == packed(sources)


def test_a_pattern_that_the_file_does_not_know_is_read_from_itself() -> None:
    kept = Kept(packed(["base pay", "bonus(?: of)? MONEY"]))
    assert not kept.knows("overtime")
    assert kept.of("overtime") == read("overtime") == (frozenset({"overtime"}),)
