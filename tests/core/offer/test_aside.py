"""What stands in a message and is not the offer, and how a message is cut into its sentences."""

from __future__ import annotations

import pytest

from bot.core.offer import check

NOT_THE_OFFER = """
At my present school I have 30 days and they pay my bus card, and I would lose that. | leave expenses
My cousin gave six weeks of notice there, but as a temp. | ending
We hope that you can come soon; you spoke of two months of notice at your old shop. | ending
You told us: salary 31,000, notice of four weeks, office two days. | base_pay ending location
Where I am now: remote from Porto, 52k, permanent. Options none. | location employment_type base_pay equity
Me own notice is three weeks. | ending
Also ask: is sick leave paid from day one | leave
Nobody mentioned a pension. | retirement
I should have asked them about dental. | health
We are famous for looking after our guests. | duties
Our bakery was voted employer of the year. | employment_type title
I accept: __________   Date: _________ | answer_by start_date
[Optional - directors only] You may be invited to join the bonus plan. | bonus
The travel allowance is 20 euros. | travel
"""
CUT = (
    ("Pay\n\n£13.20 for each hour worked, paid every two weeks", "base_pay"),  # a sum, not the time of a chat
    ("Leave. 28 days a year, and the bank holidays.", "leave"),
    ("3.500 reais per month", "base_pay"),
    ("There's a lump sum of four thousand for the move.", "one_time_pay"),
    ("Start Oct 6 so I make the first training week.", "start_date"),
    ("Working place: Graz, third floor", "location"),
)


@pytest.mark.parametrize("row", NOT_THE_OFFER.strip().splitlines())
def test_what_is_not_the_offer_states_nothing(row: str) -> None:
    """Each line: what was sent, a bar, the topics that it must not state."""
    text, _, topics = row.rpartition(" | ")
    verdicts = check(text)
    assert [topic for topic in topics.split() if verdicts[topic] == "stated"] == []


@pytest.mark.parametrize("text, topic", CUT)
def test_what_is_cut_well_states_its_topic(text: str, topic: str) -> None:
    assert check(text)[topic] == "stated"
