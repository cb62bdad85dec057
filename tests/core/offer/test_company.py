"""Words of two meanings: what an answer says of one thing settles no other; and which of two sentences decides."""

from __future__ import annotations

import pytest

from bot.core.offer import check, keeping, replies
from content import load

TOPICS = load().offer_topics

ELSEWHERE = """
The premium is 20% for nights and 50% for Sundays.|health
A premium of 15% is paid after eight hours.|health
Half the premium is paid in summer.|health
Match days are paid at 20% more.|retirement
We can match the 4,100 of the other offer.|retirement base_pay
We contribute 100 euro a month to your gym.|retirement
You get four weeks' notice of the rota.|ending
The rota is published with four weeks' notice.|ending answer_by
Shifts can be swapped with two days' notice.|ending
The trial of the new rota runs for six months.|probation
The rate goes up to 30% after midnight.|pay_review
Your target is 95% of visits on time.|bonus
Your grant covers 80% of the costs.|equity
Leave the keys at the front desk after eight hours.|leave
Options for the second site are open until May.|answer_by equity
The confirmation of your registration takes two weeks.|answer_by
The deadline for holiday requests is 1 March.|answer_by
The manager is on site from Monday to Friday.|start_date
The course is at the head office in Dublin.|location
We pay the registration fee of 100 euro.|base_pay
We can offer parking for 40 euro a month.|base_pay
The vision ward has ten nurses.|health
The van is insured up to 50,000 euro.|health
Cover in July is paid at 12% more.|health
Dental checks are offered to pupils twice a year.|health
The residents get their pension on the 1st.|retirement
The school pays the exam fees for your pupils.|learning
Parents pay 200 euro a month.|base_pay
The trial menu runs for 4 weeks.|probation
The probation of your mentor ended in May.|probation
The permanent ward manager starts on 1 March.|employment_type start_date
The reviewers answer within two days.|answer_by
We respond to tickets within 4 hours.|answer_by
The bonus card gives 10% in our shops.|bonus
Two of your colleagues work from home.|location
Best, Tom (director)|title
Cheers, Anna Lind, Ward Manager|title
So: 40 hours from May. Thanks, Paul, Team Lead|title
"""

STILL = """
The health insurance premium is paid by us in full.|health stated
We pay 80% of the premium for you and your family.|health stated
The premium is covered for dependents.|health stated
Health benefits: premiums are covered at 100%|health stated
We pay 100% of premiums.|health stated
The premium is 20% for nights and 50% for Sundays.|hours stated
Nights are about one week in four, 25% extra per night hour.|hours stated
We match your contributions to 5%.|retirement stated
Either side can end it with four weeks' notice.|ending stated
Either side can end it with four weeks' notice after the first rota.|ending stated
Medical insurance for you and your car allowance of 300.|health stated
Dental cover for you and your children is 40 euro a month.|health stated
The car is insured, and so are you: private medical, 300 euro.|health stated
Please answer within two days.|answer_by stated
The offer is open until Friday.|answer_by stated
Training is supported where appropriate.|learning vague
Further training is encouraged when possible.|learning vague
A premium applies to night and weekend duties in line with the usual scheme.|hours vague
You will work a rota of days and nights which the ward manager publishes in good time.|hours vague
The rota is published well in advance.|hours vague
"""


@pytest.mark.parametrize("row", ELSEWHERE.strip().splitlines())
def test_an_answer_on_another_thing_settles_none_of_these(row: str) -> None:
    words, _, topics = row.partition("|")
    reply = replies.settled(list(TOPICS), words, TOPICS)
    assert not set(topics.split()) & set(reply.closed)


@pytest.mark.parametrize("row", STILL.strip().splitlines())
def test_with_its_company_the_word_says_what_it_did(row: str) -> None:
    words, _, expected = row.partition("|")
    topic, verdict = expected.split()
    assert check(words)[topic] == verdict


def _read(text: str) -> keeping.Read:
    return keeping.reading(text, TOPICS)


def test_a_later_answer_on_sick_pay_leaves_the_days_of_leave() -> None:
    letter, reply = _read("Annual leave is 26 days."), _read("Sick pay is full pay for three months.")
    for joined in (keeping.merged(letter, reply), keeping.merged(reply, letter)):
        leave = joined["topics"]["leave"]
        assert leave["facts"] == ["26 days"]
        assert leave["also"] == ["Sick pay is full pay for three months."]


def test_in_one_text_the_days_go_before_the_sick_pay_too() -> None:
    leave = _read("Sick pay is full pay for three months. You get 26 days of annual leave.")["topics"]["leave"]
    assert leave["facts"] == ["26 days"]


def test_a_newer_figure_takes_the_place_of_the_older_and_so_does_a_denial() -> None:
    leave = keeping.merged(_read("Annual leave is 26 days."), _read("Annual leave is 28 days."))["topics"]["leave"]
    assert leave["facts"] == ["28 days"]
    assert not leave.get("also")
    bonus = keeping.merged(_read("There is a bonus of 10%."), _read("There is no bonus."))["topics"]["bonus"]
    assert bonus["quote"] == "There is no bonus."
    assert not bonus.get("also")


def test_a_third_text_keeps_what_the_second_said_beside_the_first() -> None:
    told = keeping.merged(_read("Annual leave is 26 days."), _read("Sick pay is full pay for three months."))
    leave = keeping.merged(told, _read("Annual leave is 28 days."))["topics"]["leave"]
    assert leave["facts"] == ["28 days"]
    assert leave["also"] == ["Sick pay is full pay for three months."]


def test_of_a_list_only_the_part_on_the_topic_is_quoted() -> None:
    assert _read("40 hours, EUR 3,900 a month, start 1 Feb.")["topics"]["hours"]["quote"] == "40 hours"


def test_a_sentence_that_goes_on_with_the_figures_is_quoted_with_them() -> None:
    pension = _read("The hospital pension scheme applies; you pay 5% and we pay 7%.")["topics"]["retirement"]
    assert pension["quote"] == "The hospital pension scheme applies; you pay 5% and we pay 7%."
    other = _read("The hospital pension scheme applies; annual leave is 26 days.")["topics"]["retirement"]
    assert other["quote"] == "The hospital pension scheme applies"
