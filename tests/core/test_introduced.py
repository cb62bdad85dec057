"""Who writes is no employer; who is named by a title is somebody met, whatever is said of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core import when
from bot.core.lines import Line, read_line
from bot.core.lines.introduced import goes_back, without_self

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)  # a Monday


def read(text: str) -> Line:
    return read_line(text, when.understand(text, NOW, "Europe/Berlin").spans)


@pytest.mark.parametrize(
    "text, employer",
    [
        ("im Kim. 2 months no work. got call back at Mills thu 9.30", "Mills"),
        ("hi i'm Petra, i have an interview at Mills Bakery friday 9", "Mills Bakery"),
        ("My name is Ola and I have an interview with Coral Care on wed at 3pm", "Coral Care"),
        ("hey this is Tom. interview at Quayside Hotel thu 11", "Quayside Hotel"),
        ("I am Rosa, cleaner, interview Brook Dental mon 8am", "Brook Dental"),
        ("Im Sam and ive got a trial shift at Oak Lane Cafe sat 10", "Oak Lane Cafe"),
        ("hello, Nina here, interview with Harbour Cafe tomorrow 2pm", "Harbour Cafe"),
        ("im at Tesco friday 9", "Tesco"),
        ("im late, interview mills fri 9", "mills"),
        ("im interviewing at Mills fri 9", "Mills"),
    ],
)
def test_who_writes_is_no_employer(text: str, employer: str) -> None:
    assert read(text).employer == employer


@pytest.mark.parametrize(
    "text", ["I'm Lead Nurse at Oak Lane", "i'm off friday", "im nervous, mills fri 9", "this is it"]
)
def test_what_is_no_introduction_stays(text: str) -> None:
    assert without_self(text) == text


@pytest.mark.parametrize(
    "text, people",
    [
        ("Mills wed 9.30, boss Sam is nice but hes late", [("Sam", "boss", "M")]),
        ("mills friday 4pm manager Lena", [("Lena", "manager", "M")]),
        ("mills wed 2pm, supervisor Marta seems strict", [("Marta", "supervisor", "M")]),
        ("mills tomorrow 9, the owner Paul is funny", [("Paul", "owner", "M")]),
        ("Mills thursday 3pm team lead Ben", [("Ben", "team lead", "M")]),
        ("Mills fri 9 with Helen the HR lady and Anna again", [("Helen", "HR lady", "H"), ("Anna", "", "")]),
        ("Mills fri 9 with Anna and Tom as well", [("Anna", "", ""), ("Tom", "", "")]),
        ("Mills fri 9 w/ Lena from HR again", [("Lena", "HR", "H")]),
    ],
)
def test_somebody_met(text: str, people: list[tuple[str, str, str]]) -> None:
    line = read(text)
    assert [(one.name, one.title, one.audience) for one in line.people] == people
    assert line.employer.casefold() == "mills"
    assert not line.role


@pytest.mark.parametrize("text", ["store manager Lidl friday 9", "Paul Smith store fri 9", "Head Start nursery fri 9"])
def test_a_job_or_a_shop_is_nobody(text: str) -> None:
    assert not read(text).people


@pytest.mark.parametrize(
    "text, back",
    [
        ("they want me back tuesday", True),
        ("second interview thursday at 2", True),
        ("I was asked to come back friday", True),
        ("the final round is on monday", True),
        ("I have another interview friday", False),
        ("call me back on friday please", False),
    ],
)
def test_one_more_talk_with_the_same_employer(text: str, back: bool) -> None:
    assert goes_back(text) is back
