"""A name, and what is none."""

from __future__ import annotations

import pytest

from bot.core.naming import is_name


@pytest.mark.parametrize(
    "text",
    ["Acme", "St Anna", "the old harbour street nursing home", "Take Two", "It", "WHO Europe", "3M", "7-Eleven", "Müller & Söhne GmbH",
     "24 Hour Fitness", "mum's bakery", "March & Sons", "Sun Microsystems", "casa verde, sevilla", "More", "Late Shift", "One", "O2", "Sky", "Now TV"],
)  # fmt: skip
def test_a_name_is_one(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    ["I sent it", "can I talk to someone who would report to me before I say yes", "1 march", "11 January", "on Monday", "friday",
     "what else?", "they asked me for references", "I also want to ask her how many weekends are free", "she said six weeks",
     "i want to say yes", "", "ok", "Okay!", "NO", "tmrw", "3", "10:30", "yes sure", "thanks", "bye and thank you", "hm", "Hmm...", "nothing else", "idk", "no idea", "I don't know", "not yet. I want the decisions in writing"],
)  # fmt: skip
def test_a_message_is_none(text: str) -> None:
    assert not is_name(text)
