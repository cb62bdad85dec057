"""A topic of which one part is settled and another is left to the employer: the report shows what is left."""

from __future__ import annotations

import pytest

from bot.core.model import Priority
from bot.core.offer import check, keeping, replies
from bot.core.offer.left_open import left_open
from bot.core.offer.report import interests, report
from content import load

CONTENT = load()
TOPICS = CONTENT.offer_topics
WEEK = "You will work 37.5 hours per week."

NIGHTS = """
You will be required to work shifts, including nights and weekends, as the rota requires.
Night shifts may be needed from time to time.
You work earlies, lates and nights according to the roster.
Weekend work depends on staffing.
You could be rostered for nights to suit the needs of the depot.
Late shifts and nights whenever the service demands it.
You may be asked to do overtime at short notice.
Nights and weekends: to be agreed.
Your shift pattern can change as the business needs.
On-call duty is arranged as required.
""".strip().splitlines()
SETTLED = """
You work four nights a month as the rota requires.
One weekend in three, depending on staffing.
You will not be required to work nights.
There are no night shifts, and overtime is never asked.
Night shifts are voluntary and depend on your wish.
You may be asked to work nights only with your consent.
Your shifts are from 7 am to 3 pm.
""".strip().splitlines()
SITES = """
The Trust may ask you to work at other sites.
You may be moved to another ward at any time.
The company can transfer you to any of its branches.
You can be sent to other depots as the work requires.
We might place you at a different school.
""".strip().splitlines()


@pytest.mark.parametrize("words", NIGHTS)
def test_nights_that_are_left_to_the_rota_are_unclear_beside_the_hours_of_the_week(words: str) -> None:
    found = keeping.reading(f"{WEEK} {words}", TOPICS)["topics"]["hours"]
    assert (found["verdict"], found["half"]["quote"]) == ("stated", words)
    shown = report({"topics": {"hours": found}}, [("hours",)], (), TOPICS).first[0]
    assert (shown.topic, shown.state, shown.open) == ("hours", "unclear", True)


@pytest.mark.parametrize("words", SETTLED)
def test_what_is_counted_denied_or_my_own_choice_is_not_left_open(words: str) -> None:
    assert left_open(f"{WEEK} {words}") == {}


@pytest.mark.parametrize("words", SITES)
def test_a_place_of_work_is_unclear_where_they_may_send_me_elsewhere(words: str) -> None:
    found = keeping.reading(f"Your place of work is Leeds. {words}", TOPICS)["topics"]["location"]
    assert (found["verdict"], found["half"]["quote"]) == ("stated", words)


@pytest.mark.parametrize(
    "words",
    [
        "You will work shifts including nights as the rota requires.",
        "Night shifts as the ward needs.",
        "You work day and night shifts as required by the service.",
        "Late shifts and weekend work as the roster demands.",
        "Shifts, including nights, as the business requires.",
    ],
)
def test_alone_they_state_nothing(words: str) -> None:
    assert check(words)["hours"] == "vague"


def test_whoever_wants_few_nights_reads_it_first() -> None:
    text = f"Your salary is 31,000 a year. {WEEK} {NIGHTS[0]} You report to Ms Okoro. You get 27 days of leave."
    want = Priority(topic="TIME", rank=1)
    found = report(keeping.reading(text, TOPICS), interests([want], [], [], CONTENT, "J"), (), TOPICS)
    assert (found.first[0].topic, found.to_ask[0]) == ("hours", "hours")


def test_a_later_word_on_nights_closes_it_and_one_on_the_week_does_not() -> None:
    first = keeping.reading(f"{WEEK} {NIGHTS[0]}", TOPICS)
    week = keeping.merged(first, keeping.reading("It is 38 hours per week.", TOPICS))
    nights = keeping.merged(first, keeping.reading("You work four nights a month.", TOPICS))
    assert week["topics"]["hours"]["half"] == first["topics"]["hours"]["half"]
    assert "half" not in nights["topics"]["hours"]


def test_a_reply_that_leaves_the_nights_open_settles_nothing() -> None:
    reply = replies.settled(["hours"], f"{WEEK} {NIGHTS[0]}", TOPICS)
    assert (reply.closed, list(reply.unclear)) == ({}, ["hours"])
