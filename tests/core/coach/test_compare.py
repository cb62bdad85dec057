"""Jobs side by side: what differs most, what is known, and when pay compares."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import content
from bot.core import compare
from bot.core.compare import Basis, Known, named, on_one_basis, pay_in, table, told
from bot.core.model import Answer, Fit, Job, Offer, Person, Priority, Question, Signal
from bot.core.offer import keeping
from bot.core.offer.money import Pay, pay_of

CONTENT = content.load()
WEIGHTS = {id: topic.weight for id, topic in CONTENT.offer_topics.items()}
A, B = Job(id="A", employer="Acorn House", need=4, floor="days only"), Job(id="B", employer="Blue Bay")
NOW = Job(id="N", employer="City Library", present=True)
PAY, BOSS, TIME = (Priority(id=topic, topic=topic, rank=rank) for rank, topic in enumerate(("PAY", "BOSS", "TIME"), 1))


def mark(job: str, want: str, grade: str) -> Fit:
    return Fit(job_id=job, priority_id=want, grade=grade)


def test_lines_come_in_the_users_order_with_a_cell_for_each_job() -> None:
    known = Known([TIME, PAY, BOSS], [mark("A", "PAY", "met"), mark("N", "PAY", "not")], topics=CONTENT.topics)
    found = table([A, B, NOW], known, WEIGHTS)
    assert [line.priority.id for line in found.lines] == ["PAY", "BOSS", "TIME"]
    assert [cell.grade for cell in found.lines[0].cells] == ["met", "unknown", "not"]
    assert [cell.own for cell in found.lines[0].cells] == [True, False, True]


def test_answers_give_the_grade_and_how_sure_it_is() -> None:
    question = Question(id="q", job_id="A", topic="hours_and_load")
    said = Answer(question_id="q", person_id="p", note="38", verdict="concrete", sits="met", kind="evidence")
    known = Known([TIME], [], [question], [said], {"p": Person(id="p", job_id="A")}, topics=CONTENT.topics)
    cells = table([A, B], known, WEIGHTS).lines[0].cells
    assert [(cell.grade, cell.sure) for cell in cells] == [("met", 2), ("unknown", 0)]


def differing(*grades: tuple[str, str]) -> list[str]:
    """The wants that differ most, where A and B got these grades."""
    wants = [PAY, BOSS, TIME][: len(grades)]
    fits = [mark(job, want.id, pair[n]) for want, pair in zip(wants, grades, strict=True) for n, job in enumerate("AB")]
    return [line.priority.id for line in table([A, B], Known(wants, fits, topics=CONTENT.topics), WEIGHTS).differ]


def test_what_differs_most_is_named_and_the_unknown_differs_from_nothing() -> None:
    assert differing(("met", "partly"), ("met", "not"), ("not", "met")) == ["BOSS", "TIME"]
    assert differing(("met", "partly"), ("met", "met")) == ["PAY"]
    assert differing(("met", "unknown"), ("not", "not")) == []
    assert table([A, B], Known(), WEIGHTS).differ == ()


def test_what_is_still_to_ask_counts_for_an_employer_and_never_for_the_present_job() -> None:
    questions = [Question(job_id="A", starred=True), Question(job_id="A"), Question(job_id="A", state="answered"),
                 Question(), Question(job_id="N")]  # fmt: skip
    columns = table([A, B, NOW], Known(questions=questions), WEIGHTS).columns
    assert [(c.to_ask, c.starred) for c in columns] == [(3, 1), (1, 0), (None, None)]


def test_conduct_is_counted_and_a_pattern_is_seen() -> None:
    acts = [Signal(job_id="A", kind="no-show", word="none", day=date(2026, 11, 2)),
            Signal(job_id="A", kind="late", word="asked", day=date(2026, 11, 20)),
            Signal(job_id="A", kind="candid"), Signal(job_id="B", kind="rude")]  # fmt: skip
    a, b = table([A, B], Known(signals=acts), WEIGHTS).columns
    assert (a.bad, a.good, a.pattern and a.pattern.reason) == (2, 1, "twice")
    assert (b.bad, b.good, b.pattern) == (1, 0, None)


# -- offers -----------------------------------------------------------------------------------------------------


def offer(job: str, text: str, day: int = 1) -> Offer:
    read = keeping.reading(text, CONTENT.offer_topics) if text else {}
    return Offer(job_id=job, read=read, created_at=datetime(2026, 11, day, tzinfo=UTC))


def test_the_newest_offer_counts_and_an_empty_one_is_none() -> None:
    offers = [
        offer("A", "Your salary is £31,000 a year.", 2),
        offer("A", "Your salary is £28,000 a year."),
        offer("B", ""),
    ]
    a, b = table([A, B], Known(offers=offers), WEIGHTS).columns
    assert a.pay is not None
    assert (a.pay.least, a.pay.currency, a.pay.period) == (31_000, "GBP", "year")
    assert (b.offer, b.pay) == (None, None)


def test_facts_are_of_topics_that_an_offer_tells_of() -> None:
    offers = [offer("A", "Your hours are 38 hours a week. You have 28 days of paid leave. Pay: £30,000 a year."),
              offer("B", "Your hours are flexible, as the business needs.")]  # fmt: skip
    facts = table([A, B, NOW], Known(offers=offers), WEIGHTS).facts
    assert list(facts) == ["hours", "leave"]
    first, second, none = facts["hours"]
    assert first is not None
    assert second is not None
    assert "38 hours" in " ".join(told(first))
    assert (second["verdict"], told(second), none) == ("vague", (), None)
    assert facts["leave"][1] == {}


def test_what_the_user_cares_about_stands_first_also_where_no_offer_says_it() -> None:
    offers = [offer("A", "You report to Mara Lind. You have 28 days of paid leave. Pay: £30,000 a year."),
              offer("B", "Your hours are 38 hours a week.")]  # fmt: skip
    wanted = [("base_pay",), ("growth",), ("team", "manager")]
    facts = table([A, B], Known(offers=offers), WEIGHTS, wanted).facts
    assert list(facts)[:2] == ["growth", "manager"]
    assert set(facts) == {"growth", "manager", "hours", "leave"}
    assert facts["growth"] == ({}, {})
    assert table([A, B], Known(), WEIGHTS, wanted).facts == {}


@pytest.mark.parametrize(
    "broken",
    [
        {"topics": {"hours": "38"}},
        {"topics": None, "pay": {}},
        {"pay": {"words": "x", "yearly": [1]}},
        {"pay": [1]},
        {"x": 1},
    ],
)
def test_what_is_kept_otherwise_is_not_known(broken: dict[str, Any]) -> None:
    found = table([A, B], Known(offers=[Offer(job_id="A", read=broken)]), WEIGHTS)
    assert (found.facts, found.columns[0].pay) == ({}, None)


def test_a_blank_is_no_fact() -> None:
    assert told({"verdict": "stated", "facts": ["____"], "blank": True}) == ()


def pay(words: str, hours: str = "") -> Pay:
    text = f"Your base salary is {words}. " + (f"Your hours are {hours} a week." if hours else "")
    found = pay_in(keeping.reading(text, CONTENT.offer_topics)) or pay_of(words, words)
    assert found is not None
    return found


def basis(*pays: Pay) -> Basis:
    return on_one_basis(dict(zip("ABCDE", pays, strict=False)))


def test_pay_of_one_time_stays_as_it_is() -> None:
    found = basis(pay("£16.40 an hour"), pay("£15 to £17 an hour"))
    assert found == Basis("hour", {"A": (16.4, 16.4), "B": (15, 17)}, "")


def test_pay_of_different_times_is_counted_in_a_year() -> None:
    found = basis(pay("€2,600 a month"), pay("€38,000 a year"), pay("€20 an hour", "37.5 hours"))
    assert found == Basis("year", {"A": (31_200, 31_200), "B": (38_000, 38_000), "C": (39_000, 39_000)}, "")


@pytest.mark.parametrize(
    "pays,reason",
    [
        ([], ""),
        (["£30,000 a year"], "one"),
        (["£30,000 a year", "€30,000 a year"], "currency"),
        (["30,000 a year", "£30,000 a year"], "currency"),
        (["$900", "$30,000 a year"], "period"),
        (["£16 an hour", "£30,000 a year"], "hours"),
        (["£120 a day", "£30,000 a year"], "hours"),
    ],
)
def test_pay_that_does_not_compare_says_why(pays: list[str], reason: str) -> None:
    assert basis(*map(pay, pays)) == Basis("", {}, reason)


def test_pay_after_tax_does_not_compare_with_pay_before_it() -> None:
    offers = [offer("A", "They pay €2,350 net a month."), offer("B", "Your salary is €3,100 a month.")]
    assert table([A, B], Known(offers=offers), WEIGHTS).basis == Basis("", {}, "net")
    assert table([A], Known(offers=offers[:1]), WEIGHTS).basis.reason == "one"
    both = [offers[0], offer("B", "Your pay in hand is €2,100 a month.")]
    assert table([A, B], Known(offers=both), WEIGHTS).basis.period == "month"


AMOUNTS = st.floats(min_value=1, max_value=1e6)
PAYS = st.builds(
    lambda least, currency, period, hours: Pay(
        "as written", least, least, currency, period, {"year": (least, least)}.get(period) or hours
    ),
    AMOUNTS,
    st.sampled_from(("GBP", "EUR", "$", "")),
    st.sampled_from(("hour", "month", "year", "")),
    st.none() | st.tuples(AMOUNTS, AMOUNTS),
)


@given(st.dictionaries(st.sampled_from("ABCDE"), PAYS))
def test_amounts_are_given_for_all_or_for_none(pays: dict[str, Pay]) -> None:
    found = on_one_basis(pays)
    assert set(found.amounts) == (set(pays) if found.period else set())
    assert bool(found.period) != bool(found.reason or not pays)
    if found.period:
        assert len({pay.currency for pay in pays.values()}) == 1


# -- which jobs are meant ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text,ids",
    [
        ("Acorn House and Blue Bay", "AB"),
        ("how does the acorn job compare to what I have", "AN"),
        ("blue bay vs my current job", "BN"),
        ("Is acorn better than where I work?", "AN"),
        ("the house", "A"),
        ("the city one and ACORN", "AN"),
        ("the moon", ""),
        ("bay", ""),
        ("", ""),
    ],
)
def test_names_that_are_heard(text: str, ids: str) -> None:
    assert "".join(job.id for job in named(text, [A, B, NOW])) == ids


def test_a_word_of_two_employers_names_neither() -> None:
    jobs = [Job(id="1", employer="Elm School"), Job(id="2", employer="Fir School"), Job(id="3", role="night porter")]
    assert named("the school", jobs) == []
    assert [job.id for job in named("elm and the porter", jobs)] == ["1", "3"]
    assert compare.MOST == 5
