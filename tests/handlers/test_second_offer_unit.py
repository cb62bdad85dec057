"""A second offer: it is never mixed into the first, whenever and however it is told."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.model import Job, Offer
from tests.handlers.driving import Chat
from tests.handlers.test_back_unit import flow, talking

KNOWN = "They offer me 31,000 EUR a year, 40 hours a week, 25 days of holiday."
FIRST = "I got an offer from Brook Parcels. 15.40 an hour, 38 hours a week, day shifts"
SECOND = """
Hollow Freight offered me 18.20 per hour, 42 hours a week, 4 on 4 off with nights
And Hollow Freight have offered me 18.20 an hour, 42 hours a week, an answer by Friday
I also have an offer from Hollow Freight: 18.20 an hour and night shifts
The job at Hollow Freight pays 18.20 an hour, 42 hours a week
The other place pays 18.20 an hour with nights, 42 hours a week
""".strip().splitlines()


def pays(chat: Chat) -> list[str]:
    return [offer.read["pay"]["words"].split()[0] for offer in chat.work.all(Offer)]


def asked() -> Chat:
    chat = talking()
    chat.command("offer", KNOWN)
    chat.say(FIRST)
    assert flow(chat) == ("offer", "same")
    return chat


@pytest.mark.parametrize("text", SECOND)
def test_another_pay_or_employer_while_it_is_asked_about_the_first_is_a_second_offer(text: str) -> None:
    chat = asked()
    chat.say(text)
    assert pays(chat) == ["31,000", "15.40", "18.20"]
    names = [job.employer for job in chat.work.all(Job)]
    assert names == ["", "Brook Parcels", "Hollow Freight" if "Hollow" in text else ""]


def test_a_further_part_of_the_first_stays_with_it() -> None:
    chat = asked()
    chat.say("They pay 24 days of holiday and a pension of 5%, and the place is Leeds.")
    assert flow(chat) == ("offer", "same")
    chat.tap("Another one")
    assert pays(chat) == ["31,000", "15.40"]


@pytest.mark.parametrize(
    "text", ["compare them pls", "which is better?", "hm wait", "put them side by side", "thanks!!"]
)
def test_a_remark_is_no_part_of_an_offer(text: str) -> None:
    chat = asked()
    chat.say(text)
    assert all(not offer.text for offer in chat.work.all(Offer))
    assert pays(chat) == ["31,000"]
    if flow(chat) == ("offer", "same"):
        chat.tap("Another one")
        assert chat.work.all(Offer)[-1].read["length"] == len(FIRST)


@pytest.mark.parametrize(
    "first, second, names",
    [
        (
            "Acorn Foods offered me 51k a year, 2 days remote, 26 days off",
            "and Nimble Labs offered 47k fully remote, answer by wed 5pm",
            ["Acorn Foods", "Nimble Labs"],
        ),
        (
            "they offered me 51k, 2 days remote, 26 days off, need to answer friday",
            "second one pays 47k but fully remote, answer by wed 5pm",
            ["", ""],
        ),
        (
            "I got an offer from Acorn Foods. 51k base",
            "theres another one too: Bluegate 47k fully remote, answer by wed 5pm",
            ["Acorn Foods", "Bluegate"],
        ),
    ],
)
def test_a_second_offer_told_beside_the_report_stands_alone(first: str, second: str, names: list[str]) -> None:
    chat = talking()
    chat.command("offer", first)
    chat.say(second)
    assert flow(chat) == ("offer", "report")
    assert [job.employer for job in chat.work.all(Job)] == names
    assert [offer.read["pay"]["words"][:3] for offer in chat.work.all(Offer)] == ["51k", "47k"]
    assert chat.work.all(Offer)[-1].answer_by == date(2026, 11, 25)


@pytest.mark.parametrize("said", ["this is Acorn Foods", "it's from Acorn Foods", "No, the offer is from Acorn Foods."])
def test_a_line_beside_the_report_names_the_employer(said: str) -> None:
    chat = talking()
    chat.command("offer", "I got an offer from Brook Parcels. 51k base")
    assert "Brook Parcels" in chat.text
    chat.say(said)
    assert [job.employer for job in chat.work.all(Job)] == ["Acorn Foods"]
    assert "Acorn Foods" in chat.text
