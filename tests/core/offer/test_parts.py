"""Several offers that are told in one breath, and single ones whose terms only look like several."""

from __future__ import annotations

import pytest

from bot.core.offer.keeping import employer_of, offers_in, reading
from content import load

TOPICS = load().offer_topics
TWO = """
I have two offers. One is from Brook Parcels, 15.40 an hour, 38 hrs, days, starts at 7. Other is Hollow Freight 18.20/hr but with nights
Brook Parcels: 15.40/h days 38h. Hollow Freight: 18.20/h nights 42h
Brook Parcels offers 15.40 an hour and 38 hours, Hollow Freight pays 18.20 an hour with nights
an offer from Brook Parcels, 15.40 an hour, and another one from Hollow Freight, 18.20 per hour, answer by Friday
The first is from Brook Parcels at 15.40 per hour, the second from Hollow Freight at 18.20 per hour
2 offers!! Brook Parcels pays 15.40 an hour; the other one is Hollow Freight, 18.20 an hour, 4 on 4 off
Brook Parcels - 15.40 an hour, day shift
Hollow Freight - 18.20 an hour, night shift
""".strip().splitlines()
TWO = [*TWO[:6], "\n".join(TWO[6:])]
ONE = """
Base: 15.40/h for 38h. Overtime: 18.20/h above 38h
Days: 15.40 an hour. Nights: 18.20 an hour
Brook Parcels offers 15.40 an hour, and on Sundays Brook Parcels pays 18.20 an hour
The first year pays 30,000 a year, the second year pays 32,000 a year
One is paid 15.40 an hour at first, and after six months 18.20 an hour
Junior: 30,000 a year. Senior: 40,000 a year
""".strip().splitlines()


@pytest.mark.parametrize("text", TWO)
def test_two_offers_in_one_breath_are_two_with_their_names_and_pays(text: str) -> None:
    found = offers_in(text)
    assert [employer_of(part) for part in found] == ["Brook Parcels", "Hollow Freight"]
    pays = [reading(part.text, TOPICS)["pay"] for part in found]
    assert [(pay["least"], pay["period"]) for pay in pays] == [(15.4, "hour"), (18.2, "hour")]


@pytest.mark.parametrize(
    "text",
    [
        "i have 2 offers, gloria school and marlow. gloria: 37k, marlow: 41k but 1 year only",
        "Gloria school offers 37k a year, permanent. Marlow High offers 41k a year, 1 year only",
    ],
)
def test_names_typed_small_are_names_where_two_offers_are_told(text: str) -> None:
    found = [(employer_of(part).casefold().split()[0], reading(part.text, TOPICS)["pay"]) for part in offers_in(text)]
    assert [(name, pay["least"]) for name, pay in found] == [("gloria", 37_000), ("marlow", 41_000)]
    assert offers_in("i pay a lot: rent: 800, food: 300") == []


@pytest.mark.parametrize("text", ONE)
def test_two_sums_of_one_offer_are_one(text: str) -> None:
    assert offers_in(text) == []


@pytest.mark.parametrize(
    "text", ["2 offers!! one pays 15.40 an hour", "got 2 offers, 15.40 an hour is the best of them"]
)
def test_how_many_offers_there_are_is_no_pay(text: str) -> None:
    pay = reading(text, TOPICS)["pay"]
    assert pay is not None
    assert pay["least"] == 15.4
    assert (reading("2 offers!!", TOPICS)["pay"], reading("I got 2 offers today", TOPICS)["pay"]) == (None, None)
