"""What a few words on an interview's card put right, and what is no correction."""

from __future__ import annotations

import pytest

from bot.core.lines.corrected import Correction, corrected
from bot.core.lines.people import Met

HR, RAVI = Met("", "hr", "H"), Met("Ravi", "site manager", "M")


@pytest.mark.parametrize(
    "text, found",
    [
        ("its Marlow House, kitchen assistant", Correction("Marlow House", "kitchen assistant")),
        ("no, the firm is Brightwire and i am electrician", Correction("Brightwire", "electrician")),
        ("no firm is Brightwire. Mr Hart is chief", Correction("Brightwire", people=(Met("Mr Hart", "chief", "M"),))),
        ("employer is Brightwire not firm Brightwire", Correction("Brightwire")),
        ("job is plumber", Correction(role="plumber")),
        ("the role is night porter", Correction(role="night porter")),
        ("there also mr Hart, chief", Correction(people=(Met("mr Hart", "chief", "M"),))),
        ("no Pia is the HR and Rob is the boss", Correction(people=(Met("Pia", "HR", "H"), Met("Rob", "boss", "M")))),
        ("phone interview", Correction(medium="phone")),
        ("its by phone not there", Correction(medium="phone")),
        ("it's on Zoom", Correction(medium="video")),
        ("round 2", Correction(round="2")),
        ("Sunny Lane Nursery", Correction("Sunny Lane Nursery")),
        ("cook", Correction(role="cook")),
        ("night porter, same as the first one", Correction(role="night porter")),
        ("yeah. it's with a shop manager called Vera i think", Correction(people=(Met("Vera", "shop manager", "M"),))),
        ("with the owner, Mr Ode, and someone from hr", Correction(people=(Met("Mr Ode", "owner", "M"), HR))),
        ("two people, Ravi the site manager and a lady from hr", Correction(people=(RAVI, HR))),
        ("Ravi, site manager", Correction(people=(RAVI,))),
        ("Sarah and Paul", Correction(people=(Met("Sarah"), Met("Paul")))),
        ("oh i forgot. fairview is with ravi the site manager", Correction(people=(Met("ravi", "site manager", "M"),))),
    ],
)
def test_a_correction_is_read(text: str, found: Correction) -> None:
    assert corrected(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "is it by phone?",
        "i am so nervous they wont want me",
        "im scared",
        "they cancelled no reason",
        "what should i ask them",
        "i dont want to go",
        "thanks",
        "with my dog",
        "with 3 people",
        "i'm meeting friday",
        "Marlow House",  # what the card says already
        "",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert not corrected(text, "Marlow House")
