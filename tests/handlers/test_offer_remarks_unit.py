"""Beside the report on an offer: words that are no part of it go where they belong."""

from __future__ import annotations

import pytest

from bot.core.model import Offer
from tests.handlers.driving import Chat
from tests.handlers.test_back_unit import flow, job, talking

FIRST = "Brook Parcels offered me a job: 15.40 an hour, day shifts"
SECOND = "38 hours a week, 24 days of holiday and a pension of 5%"


def reported() -> Chat:
    chat = talking()
    chat.command("offer", FIRST)
    assert flow(chat) == ("offer", "report")
    return chat


@pytest.mark.parametrize(
    "words", ["accept", "Accept it!", "I accept", "i say yes to brook", "ok accept", "accept the offer"]
)
def test_a_yes_leads_to_the_decision(words: str) -> None:
    chat = reported()
    chat.say(words)
    assert flow(chat)[0] == "decide"
    assert "no terms" not in chat.text


@pytest.mark.parametrize("words", ["compare", "Compare!", "compare them", "compare them pls", "side by side"])
def test_a_wish_to_compare_compares(words: str) -> None:
    chat = reported()
    chat.work.add(job("Hollow Freight"))
    chat.say(words)
    assert "no terms" not in chat.text
    assert "Hollow Freight" in chat.text


MIXED = """
no wait thats two separate offers, you mixed them
those are 2 different jobs
you mixed them up
not the same offer!
it isn't one job, you lumped them together
these are two offers
""".strip().splitlines()


@pytest.mark.parametrize("words", MIXED)
def test_two_offers_that_were_taken_for_one_come_apart(words: str) -> None:
    chat = reported()
    chat.say(SECOND)
    assert "hours" in chat.work.all(Offer)[0].read["topics"]
    chat.say(words)
    first, second = chat.work.all(Offer)
    assert "leave" not in first.read["topics"]
    assert set(second.read["topics"]) >= {"hours", "leave"}
    assert "15.40" in first.read["pay"]["words"]


def test_where_there_was_one_text_the_other_is_asked_for() -> None:
    chat = reported()
    chat.say(MIXED[0])
    assert "send the other one by itself" in chat.text
    assert len(chat.work.all(Offer)) == 1
