"""Sums read from a picture: which there are, and what a typed one puts right."""

from __future__ import annotations

import pytest

from bot.core.offer.document import is_advert, is_offer_document
from bot.core.offer.sums import corrections, sums_in


@pytest.mark.parametrize(
    "text,found",
    [
        ("Salary 31,400 € a year\nBonus: £2,000, once.", ["31,400 € a year", "£2,000"]),
        ("Your pay is 9,80,000 before tax", ["9,80,000"]),  # OCR drops the sign of the rupee
        ("Call 555 0100. Room 4711. 27 days of leave", []),
        ("14.20 an hour, 14.20 an hour", ["14.20 an hour"]),
    ],
)
def test_sums_in_a_text(text: str, found: list[str]) -> None:
    assert sums_in(text) == found


@pytest.mark.parametrize(
    "shown,typed,right",
    [
        (["31,400 € a year"], ["32,400"], {"31,400 € a year": "32,400 € a year"}),
        (["31,400 € a year"], ["32,400 £ a month"], {"31,400 € a year": "32,400 £ a month"}),
        (["31,400 €", "2,000 €"], ["2,500 €"], {"2,000 €": "2,500 €"}),
        (["31,400 €", "2,000 €"], ["31,400 €", "3,000 €"], {"2,000 €": "3,000 €"}),
        (["31,400 €", "2,000 €"], ["31,400 €"], {}),
        (["10 to 12 € an hour"], ["11 to 12 €"], {"10 to 12 € an hour": "11 to 12 €"}),
        ([], ["5 €"], {}),
    ],
)
def test_a_typed_sum_stands_for_the_one_most_like_it(shown: list[str], typed: list[str], right: dict[str, str]) -> None:
    assert corrections(shown, typed) == right


OFFER = "We are pleased to offer you the position of clerk. Your salary is 30,000 EUR a year. You report to Ms Barlow."
ADVERT = (
    "About the role\nWe are looking for a clerk.\nRequirements\nHow to apply\nPay 30,000 EUR a year, 27 days of leave."
)
CV = "Curriculum vitae\nSam Field\n2019-2024 clerk at Acme: filing, phones\nLanguages: Polish"


@pytest.mark.parametrize("text,offer,advert", [(OFFER, True, False), (ADVERT, False, True), (CV, False, False)])
def test_what_a_document_is(text: str, offer: bool, advert: bool) -> None:
    assert (is_offer_document(text), is_advert(text)) == (offer, advert)
