"""Titles as people type them, and the side of the table they belong to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.lines.people import Met, audience, is_agency, is_name, is_title, read_person, split_people

TITLES = {
    "R": ["recruiter", "recruiter from Hays", "Talent Acquisition", "headhunter", "recruitment consultant", "talent partner"],
    "H": ["hr", "HR manager", "HR business partner", "human resources", "people partner", "personnel officer", "the hr lady"],
    "X": ["ceo", "CTO", "managing director", "founder", "co-founder", "vice president", "my boss's boss", "her manager",
          "chairman", "director of nursing", "a partner", "skip-level"],
    "M": ["my would-be boss", "head chef", "team lead", "manager", "ward sister", "site foreman", "head of sales", "owner",
          "headteacher", "shift supervisor", "charge nurse", "line manager", "store manager", "matron", "professor",
          "lead engineer", "hiring manager", "team leader"],
    "P": ["a colleague", "future teammate", "someone from the team", "coworker", "people I'd work with", "senior engineer",
          "electrician", "staff nurse", "two engineers", "crew member"],
    "": ["", "receptionist lady", "the panel", "his cousin", "secretary"],
}  # fmt: skip


@pytest.mark.parametrize("title, letter", [(title, letter) for letter, titles in TITLES.items() for title in titles])
def test_audience(title: str, letter: str) -> None:
    assert audience(title) == letter


@pytest.mark.parametrize(
    "text, met",
    [
        ("Anna", Met("Anna")),
        ("Anna (manager)", Met("Anna", "manager", "M")),
        ("the site foreman", Met("", "site foreman", "M")),
        ("head chef Marco", Met("Marco", "head chef", "M")),
        ("Tom the foreman", Met("Tom", "foreman", "M")),
        ("Mrs Okafor", Met("Mrs Okafor")),
        ("Sister Brennan", Met("Sister Brennan")),
        ("Priya from HR", Met("Priya", "HR", "H")),
        ("Sam from the team", Met("Sam", "from the team", "P")),
        ("a recruiter called Ben", Met("Ben", "recruiter", "R")),
        ("my would-be boss", Met("", "my would-be boss", "M")),
        ("Dr. Keller (team lead)", Met("Dr. Keller", "team lead", "M")),
        ("Frau Dr. von der Heyden-Müller", Met("Frau Dr. von der Heyden-Müller")),
        ("Herr Prof. Dr. Ode (dean)", Met("Herr Prof. Dr. Ode", "dean", "")),
        ("Sra. de la Cruz, owner".replace(",", " the"), Met("Sra. de la Cruz", "owner", "M")),
        (" ,", None),
    ],
)
def test_read_person(text: str, met: Met | None) -> None:
    assert read_person(text) == met


def test_a_list_is_split_outside_brackets_only() -> None:
    got = split_people("Anna (ops, night and day), Tom & the foreman; Kim plus Lee")
    assert got == ["Anna (ops, night and day)", "Tom", "the foreman", "Kim", "Lee"]


def test_names_and_titles_are_told_apart() -> None:
    assert is_name("anna")
    assert is_name("Mr. Brown")
    assert not is_name("Tesco")
    assert is_title("ward sister")
    assert not is_title("Tesco")


def test_agencies_are_known_by_name() -> None:
    assert is_agency("Robert Half")
    assert is_agency("Hays recruiting")
    assert not is_agency("Shays Bakery")


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert audience(text) in TITLES
    for part in split_people(text):
        read_person(part)
