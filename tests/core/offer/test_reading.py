"""The report behind the verdicts: sentence, vague words, facts, blanks, pay in a year, deadline, people, several offers."""

from __future__ import annotations

import pytest

from bot.core.offer import read
from bot.core.offer.facts import find
from bot.core.offer.money import pay_of

LETTER = """Dear Nadia,

We are pleased to offer you the post of Bench Joiner at our Kells workshop.
Your pay is €19.40 an hour for 39 hours a week. You report to Fintan Daly, Workshop Manager.
Holidays are in line with company policy. Probation: six months.
Please let us know by Friday 6 March.

Yours sincerely
Grace Nolan
Office Manager
"""


def test_each_topic_has_the_sentence_that_decides_it() -> None:
    found = read(LETTER).findings
    assert found["probation"].sentence == "Probation: six months."
    assert found["probation"].facts == ("six months",)
    assert found["manager"].sentence.startswith("You report to Fintan Daly")
    assert (found["leave"].verdict, found["equity"].sentence) == ("vague", "")
    assert any("policy" in words for words in found["leave"].vague_words)


def test_pay_deadline_and_people() -> None:
    offer = read(LETTER)
    assert offer.pay is not None
    assert (offer.pay.least, offer.pay.currency, offer.pay.period) == (19.4, "EUR", "hour")
    assert offer.pay.yearly is not None
    assert offer.pay.yearly[0] == pytest.approx(19.4 * 39 * 52)
    assert "6 March" in offer.deadline
    assert [(p.name, p.boss) for p in offer.people] == [("Fintan Daly", True), ("Grace Nolan", False)]


def test_a_blank_is_marked_as_open_though_it_counts_as_stated() -> None:
    found = read("Dear [Name],\nYour annual salary will be $[amount]. Your start date will be ________.").findings
    for topic in ("base_pay", "start_date"):
        assert (found[topic].verdict, found[topic].blank) == ("stated", True)
    assert not read(LETTER).findings["base_pay"].blank


def test_several_offers_are_told_apart_and_the_present_job_is_left_out() -> None:
    text = "Offer A: Harbour Ltd\n62k base, 25 days holiday\n\nOffer B: Mill Co\n58k base, 10% bonus\n\nCurrent job\n50k, 5% bonus"
    several = read(text).several
    assert [name for name, _ in several] == ["Offer A: Harbour Ltd", "Offer B: Mill Co"]
    assert [found["bonus"].verdict for _, found in several] == ["missing", "stated"]
    assert read(LETTER).several == ()


@pytest.mark.parametrize(
    "words, sentence, least, currency, period, yearly",
    [
        ("£31,400 a year", "", 31_400, "GBP", "year", 31_400),
        ("R 28 500 pm", "", 28_500, "ZAR", "month", 342_000),
        ("INR 18,40,000 per annum", "", 1_840_000, "INR", "year", 1_840_000),
        ("12 LPA", "", 1_200_000, "INR", "year", 1_200_000),
        ("CHF 96'000", "Annual salary: CHF 96'000", 96_000, "CHF", "year", 96_000),
        ("2.987,40 euros", "2.987,40 euros gross monthly", 2987.40, "EUR", "month", 35_848.8),
        ("60-65k", "salary 60-65k", 60_000, "", "year", 60_000),
        ("$21.35/hr", "", 21.35, "$", "hour", None),
    ],
)
def test_pay_on_one_basis(
    words: str, sentence: str, least: float, currency: str, period: str, yearly: float | None
) -> None:
    pay = pay_of(words, sentence or words)
    assert pay is not None
    assert (pay.least, pay.currency, pay.period) == (least, currency, period)
    assert (pay.yearly[0] if pay.yearly else None) == (pytest.approx(yearly) if yearly else None)


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("$84,000 per year and 10% on top", ["WAGE", "PERCENT"]),
        ("four (4) weeks and 37.5 hours", ["WEEKS", "HOURS"]),
        ("by 12 March 2026 at 5 pm", ["DATE", "TIME"]),
        ("Monday to Friday, 9.30-17.00", ["WKDAY", "WKDAY", "TIME"]),
        ("401(k) and form I-9, open 24/7", []),
        ("[Start Date] or ____", ["BLANK", "BLANK"]),
        ("25 vacation days, 6,20,000 and 12 lakhs", ["DAYS", "NUM", "MONEY"]),
    ],
)
def test_facts(text: str, kinds: list[str]) -> None:
    assert [fact.kind for fact in find(text)] == kinds
