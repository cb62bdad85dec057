"""Lines with a story around the interview, names in other words, several interviews, and the city in them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.lines import Line, read_line, understood
from bot.core.lines.beside import offered
from bot.core.lines.cities import city_in, place_zone
from bot.core.lines.several import several

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)  # a Monday


def line(text: str) -> Line:
    return read_line(text, understood(text, NOW, "Europe/London").spans)


@pytest.mark.parametrize(
    "text, employer, role, people",
    [
        ("hi.. im leaving my shop after 9 yrs and theres an interview thursday 2pm at Ashley Court with the manager Una",
         "Ashley Court", "", [("Una", "manager")]),
        ("i am plumber from spain, talk with company Brightpipe friday 9 in Bristol, chief is Mr Dane", "Brightpipe",
         "plumber", [("Mr Dane", "chief")]),
        ("shop called Fern asked me to come in tuesday 2pm, june runs it, hull", "Fern", "", [("june", "boss")]),
        ("Wren Home thursday 10am leeds manager Pat", "Wren Home", "", [("Pat", "manager")]),
        ("im a nurse and have an interview at Green Hill tue 3pm, the matron is Mrs Odell", "Green Hill", "nurse",
         [("Mrs Odell", "matron")]),
        ("my name is Ola, i applied at Acme and got an interview friday 3pm", "Acme", "", []),
        ("hi, manager from Lodge Care rang me, wants to see me thurs 11 o clock, her name is Faye", "Lodge Care", "",
         [("Faye", "manager")]),
        ("Acme fri 9 with Bob, the boss is nice", "Acme", "", [("Bob", "")]),
        ("interview at Leeds Council fri 9", "Leeds Council", "", []),
        ("Halden, driver, fri 9 with Tess from HR", "Halden", "driver", [("Tess", "HR")]),
    ],
)  # fmt: skip
def test_a_story_is_no_part_of_the_line(text: str, employer: str, role: str, people: list[tuple[str, str]]) -> None:
    found = line(text)
    assert (found.employer, found.role) == (employer, role)
    assert [(met.name, met.title) for met in found.people] == people


def test_a_mail_in_one_row_is_a_mail() -> None:
    found = line(
        "Dear Tom, we would like to invite you to a first conversation on Friday 27 November at 10:00 at our office. "
        "You will meet Ina Holt (Head of Care) and Paul from HR. Please bring your papers. Best wishes, Ina, Holt Ltd"
    )
    assert found.employer == "Holt Ltd"
    assert [(met.name, met.title) for met in found.people] == [("Ina Holt", "Head of Care"), ("Paul", "HR")]


def test_a_bare_figure_between_day_and_name_is_a_clock() -> None:
    found = understood("interview tomorrow 11 St Annes with Sheila", NOW, "Europe/London")
    assert found.start == datetime(2026, 11, 24, 11, tzinfo=UTC)


def test_a_name_that_is_a_month_is_a_name() -> None:
    assert understood("Oak Care fri 5pm with Jan", NOW, "Europe/London").kind == "instant"


@pytest.mark.parametrize(
    "text, count",
    [
        ("tesco tue 9am with Priya and lidl wed 2pm with bob, both warehouse", 2),
        ("two talks: Halden on tuesday 10am with Sue, then Brennan on wed 11am", 2),
        ("Acme, nurse, fri 10; Birch Home tue 2pm with Lee", 2),
        ("Acme fri 10 with Anna and Bob", 0),
        ("Acme tue 9 and wed 2pm", 0),
        ("interview with Anna tue 9am and Bob wed 10am at Acme", 0),
        ("Acme thu 3pm, they decide by friday", 0),
    ],
)
def test_several_are_told_apart(text: str, count: int) -> None:
    assert len(several(text, NOW, "Europe/London")) == count


@pytest.mark.parametrize(
    "text, clause",
    [
        ("Halden want me for nights 13.10/h, and i have an interview at Brook on friday 11am", "Halden want me"),
        ("i have an offer from Halden for 31k and an interview at Brennan tuesday 10am", "i have an offer"),
        ("Halden offered me 31k, i must answer by friday 11am", ""),
        ("interview at Brook on friday 11am, the pay is good", ""),
    ],
)
def test_an_offer_beside_an_interview_is_seen(text: str, clause: str) -> None:
    found = offered(text, understood(text, NOW, "Europe/London").spans)
    assert found.startswith(clause)
    assert bool(found) == bool(clause)


@pytest.mark.parametrize(
    "text, city",
    [
        ("Acme fri 9, leeds", "leeds"),
        ("talk in Reading on friday 9 with Acme", "Reading"),
        ("Acme fri 9 with Paris Holt", ""),
        ("Bath Rugby Club fri 9", ""),
    ],
)
def test_the_city_of_a_line(text: str, city: str) -> None:
    found = city_in(text, understood(text, NOW, "Europe/London").spans)
    assert (found.name if found else "") == city


@pytest.mark.parametrize("text", ["Reading", "its in hull", "near Preston", "leeds", "Milton Keynes"])
def test_towns_have_a_zone(text: str) -> None:
    assert place_zone(text) == "Europe/London"


@pytest.mark.parametrize("text", ["i am reading it", "ok", "no idea", "with jan"])
def test_other_words_have_none(text: str) -> None:
    assert place_zone(text) is None
