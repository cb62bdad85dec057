"""A shared contact: name, title and firm of the card, in every version that phones send; never the number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.lines.contact import read_contact
from bot.core.lines.people import Met

HEAD = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Kowalska;Anna;;;\r\nFN:Anna Kowalska\r\nTEL;TYPE=CELL:+48 600 100 200\r\n"


def test_a_name_alone() -> None:
    assert read_contact("Anna") == (Met("Anna"), "")
    assert read_contact(" Anna ", "Kowalska") == (Met("Anna Kowalska"), "")


@pytest.mark.parametrize(
    "lines, title, side, firm",
    [
        ("TITLE:Ward manager\r\nORG:Acorn House;Nursing", "Ward manager", "M", "Acorn House"),
        ("ROLE:recruiter", "recruiter", "R", ""),
        ("item1.ORG:Smith\\, Jones\\; Co;Legal", "", "", "Smith, Jones; Co"),
        ("title;charset=utf-8:HR partner", "HR partner", "H", ""),
        ("TITLE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:K=C3=BCchen=\r\nchefin", "Küchenchefin", "", ""),
        ("TITLE:Head of\r\n  nursing", "Head of nursing", "M", ""),
        ("TITLE:\r\nROLE:cook", "cook", "P", ""),
    ],
)
def test_what_the_card_says(lines: str, title: str, side: str, firm: str) -> None:
    person, where = read_contact("Anna", "Kowalska", f"{HEAD}{lines}\r\nEND:VCARD")
    assert (person.name, person.title, person.audience, where) == ("Anna Kowalska", title, side, firm)


@given(st.text(), st.text(), st.text())
def test_nothing_breaks_it_and_nothing_grows(first: str, last: str, card: str) -> None:
    person, firm = read_contact(first, last, f"TITLE:{card}\nORG;ENCODING=QUOTED-PRINTABLE:{card}")
    assert max(len(person.name), len(person.title), len(firm)) <= 80
    assert "\x00" not in person.name + person.title + firm
