"""Doubt of oneself, hearsay, need and what nobody may ask are heard in people's own words and not taken for another."""

from __future__ import annotations

import pytest

from tests.handlers.talks import job, talk, talking, where

DOUBT = """
nobody wants an old warehouse man
who would hire someone my age
they want somebody younger
i dont want to go, my stomach hurts
they all have diplomas and i have none
"""
HEARD = """
people say she shouts at everybody
the receptionist says two left because of him
the boss screams, a woman who left told me
everybody says the head is never there
"""
NEED = """
need is big, no savings
i have no money left
i need it badly
"""


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


@pytest.mark.parametrize(
    "said, at",
    [
        *((said, ("skills", "doubt")) for said in lines(DOUBT)),
        *((said, "belief") for said in lines(HEARD)),
        *((said, "need") for said in lines(NEED)),
        ("they asked me if i am pregnant", "signal"),
        ("they gave me the job!! can you look at the letter", ("offer", "paste")),
    ],
)
def test_it_goes_where_it_belongs(said: str, at: str | tuple[str, str]) -> None:
    acorn = job("Acorn House")
    chat = talking(acorn, talk(acorn, 30))
    chat.say(said)
    assert where(chat) == at if isinstance(at, tuple) else where(chat)[0] == at


def test_a_late_shift_is_no_lateness() -> None:
    acorn = job("Acorn House")
    chat = talking(acorn, talk(acorn, -3))
    chat.say("it was ok. nine residents each on late, she was nice")
    assert "nine residents" not in chat.text


@pytest.mark.parametrize("said", ["they offered me 13.20 an hour, 38 hours, start 11 january, answer by tuesday"])
def test_an_offer_told_in_a_debrief_is_an_offer(said: str) -> None:
    acorn = job("Acorn House")
    chat = talking(acorn, talk(acorn, -3))
    chat.command("debrief")
    chat.say(said)
    assert where(chat) == ("offer", "report")
