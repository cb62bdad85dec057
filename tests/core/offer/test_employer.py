"""Whose offer it is and who signs it, by what the text says; nothing where it does not say."""

from __future__ import annotations

import time

import pytest

from bot.core.offer import keeping
from bot.core.offer.employer import likely_employer, signed_by
from bot.core.offer.glance import is_on_site
from content import load

LETTER = """St. Brigid Care Trust
Harbour Road 4, Galway

Dear Ms Novak,

Further to your interviews with Ms Doyle and the ward team, I am pleased to offer you the post of Staff Nurse, Ward 3.
You will work 36 hours a week.

Yours sincerely,
Niamh Burke, HR Officer
"""
CHAT = (
    "So: we'd like to have you at Lakeside Nursing Home. 40 hours, EUR 3,900 a month, start 1 Feb. Let me know by next "
    "Wednesday if you can! Best, Tom (director)"
)


@pytest.mark.parametrize(
    "text, name",
    [
        (LETTER, "St. Brigid Care Trust"),
        (CHAT, "Lakeside Nursing Home"),
        ("We'd love you to join Acme as a line cook on 1 March.", "Acme"),
        ("On behalf of Hill & Sons I am glad to offer you the job.", "Hill & Sons"),
        ("On behalf of the Oak Tree School, I write to offer you the post of teacher.", "Oak Tree School"),
        ("We offer you 30,000 a year.\nKind regards,\nAnna Lind\nHR Manager\nNorthgate Logistics Ltd", "Northgate Logistics Ltd"),
        ("We offer you 30,000 a year. Kind regards, St Anna Hospital", "St Anna Hospital"),
        ("From: Anna <anna.lind@brightfork.com>\nWe offer you 30,000 a year.", "Brightfork"),
        ("From: Anna <anna.lind@gmail.com>\nWe offer you 30,000 a year.", ""),
        ("30k, 25 days, start in May, based in Leeds.", ""),
        ("there's a second one from Marlow High, 39k and permanent", "Marlow High"),
        ("theres another one too: Bluepeak 57k fully remote", "Bluepeak"),
        ("Brennan: 16.40/h, 40 hrs, days only", "Brennan"),
        ("I got an offer from Kestrel Software. 60k base, 5% bonus", "Kestrel Software"),
        ("Base 61k, Bonus 10%, Leeds 2 days a week", ""),
        ("Leeds 31k, start Monday", ""),
        ("they offered me 12.40 an hour at Rose Lodge", "Rose Lodge"),
        ("they offered me 12.40 an hour at Leeds on Monday", ""),
        ("Staff nurse, Grade 5. Pay: 38k a year. Overtime 17 an hour.", ""),
        ("You will work at Leeds on Monday. Start at Ward 3.", ""),
        ("You would join our team on 1 March. Join us!", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_employer(text: str, name: str) -> None:
    assert likely_employer(text) == name


@pytest.mark.parametrize(
    "text, name, role",
    [
        (LETTER, "Niamh Burke", "HR Officer"),
        (CHAT, "Tom", "director"),
        ("We offer you 30,000 a year.\nKind regards,\nAnna Lind\nHR Manager\nNorthgate Ltd", "Anna Lind", "HR Manager"),
        ("We offer you 30,000 a year.\nBest wishes\nAnna Lind\n", "Anna Lind", ""),
        ("We offer you 30,000 a year.\nCheers, Sam", "Sam", ""),
        ("We offer you 30,000 a year.\nPaul Weiss, Head of Operations", "Paul Weiss", "Head of Operations"),
    ],
)
def test_who_signs(text: str, name: str, role: str) -> None:
    found = signed_by(text)
    assert found is not None
    assert (found.name, found.role) == (name, role)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kind regards, St Anna Hospital",
        "Harbour Road, Galway",
        "Best of all is the leave: 26 days.",
        "We offer you 30,000 a year.\nStaff Nurse, Dublin",
        "Thanks",
    ],
)
def test_nobody_signs(text: str) -> None:
    assert signed_by(text) is None


RUNS = [
    "a",
    "A",
    "A ",
    "a.",
    "a@",
    "a@b.",
    "Join A ",
    "regards ",
    "regards\n",
    "Best, Tom (",
    "Care ",
    "of ",
    "- ",
    "-",
    " ",
    ", ",
]


@pytest.mark.parametrize("run", RUNS)
def test_whatever_stands_there_it_ends_soon(run: str) -> None:
    text = run * (80_000 // len(run))
    begin = time.process_time()
    likely_employer(text)
    signed_by(text)
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    "text", ["You start as a cook.", "Staff Nurse, Ward 3", "bus driver, early shifts", "a shop in Leeds"]
)
def test_some_jobs_are_done_on_a_site(text: str) -> None:
    assert is_on_site(text)


@pytest.mark.parametrize(
    "text", ["Senior software engineer for a shop", "Accountant, 38 hours", "Online teacher, remote"]
)
def test_others_can_be_done_elsewhere(text: str) -> None:
    assert not is_on_site(text)


def test_an_offer_of_another_employer_is_no_part_of_the_first() -> None:
    topics = load().offer_topics
    first, other = keeping.reading(LETTER, topics), keeping.reading(CHAT, topics)
    assert not keeping.is_part(first, other)
    assert keeping.is_part(first, keeping.reading("The probation period is six months.", topics))


@pytest.mark.parametrize(
    "line", ["Niamh Burke, HR Officer, n.burke@acorn.example", "Niamh Burke, HR Officer, tel. +353 91 555 010"]
)
def test_an_address_beside_the_name_is_no_part_of_it(line: str) -> None:
    signed = signed_by(f"Please tell us by Friday.\nYours sincerely,\n{line}\n")
    assert signed is not None
    assert (signed.name, signed.role) == ("Niamh Burke", "HR Officer")
