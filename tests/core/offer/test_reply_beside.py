"""A reply answers more than it was asked: open questions of the user that one of its sentences settles."""

from __future__ import annotations

import pytest

from bot.core.offer.beside import answered

ASKED = {
    "n": "How many nights a month would I work?",
    "t": "Who would train me in the first weeks?",
    "p": "Is there parking for the staff, and what does it cost?",
}


@pytest.mark.parametrize(
    "reply, ids",
    [
        ("Dear Kim, nights will be 4 to 6 per month. Your leave is 27 days.", ["n"]),
        ("Hi, you would do five nights a month. Best, Ines", ["n"]),
        ("Parking costs 30 euro a month. Nights: at most four a month.", ["n", "p"]),
        ("Your leave is 27 days and the pension is 5%.", []),
        ("We talk about the nights when you are here.", []),
        ("How many nights did you work before?", []),
    ],
)
def test_a_sentence_that_shares_the_matter_and_tells_it_answers(reply: str, ids: list[str]) -> None:
    assert list(answered(ASKED, reply)) == ids
