"""What an advert asks for, and which skill speaks for it."""

from __future__ import annotations

from bot.core.model import Skill
from bot.core.posting import CAP, meets, needs

BULLETS = """Night nurse (m/f/d), St Aldric's
About us
We are a small house with a big garden.
Your tasks:
- caring for twelve residents at night
- keeping the notes
What you bring
- Registration as a nurse
- At least 3 years of experience in geriatric care
- Ability to calm anxious people
* Good command of Polish
We offer
- 30 days of leave
- a strong team
"""
PROSE = "We are a bakery in Leith. You have experience with wholesale orders. You are able to drive a van. We offer 12 pounds an hour."


def test_bullets_under_their_heading() -> None:
    assert needs(BULLETS) == [
        "Registration as a nurse", "geriatric care", "calm anxious people", "Polish",
    ]  # fmt: skip


def test_sentences_without_a_heading() -> None:
    assert needs(PROSE) == ["wholesale orders", "drive a van"]


def test_nothing_is_asked_for() -> None:
    assert needs("We offer free coffee. Come and see us on Monday.") == []
    assert needs("") == []


def test_an_endless_advert_is_read_to_a_limit() -> None:
    assert len(needs("Requirements\n" + "- can do a thing\n" * CAP)) == 1


def test_a_skill_speaks_for_a_need_by_its_words() -> None:
    calm, van = Skill(words="calming people", proof="A&E desk, two years"), Skill(words="driving", proof="12 t licence")
    assert meets("calm anxious people", [van, calm]) is calm
    assert meets("drive a van", [calm, van]) is van
    assert meets("Good command of Polish", [calm, van]) is None
