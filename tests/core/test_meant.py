"""Who is meant by a name, a day, a place or a role said in passing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.meant import Known, interviews, jobs, people
from bot.core.model import Interview, Job, Person
from bot.core.name_words import is_near
from bot.core.which_employer import answers, place_in_list, points

NOW = datetime(2026, 11, 24, 9, 20, tzinfo=UTC)  # a Tuesday
ZONE = "Europe/Berlin"
ACORN = Job(id="acorn", employer="Acorn House", role="night nurse")
HARBOUR = Job(id="harbour", employer="Harbour Clinic", role="ward clerk")
LIDL = Job(id="lidl", employer="Lidl", role="cashier")
ANNA = Person(id="anna", job_id="harbour", name="Anna Weiss", title="ward manager")
PAUL = Person(id="paul", job_id="lidl", name="Paul", title="store manager")
INES = Person(id="ines", job_id="acorn", name="Ines")


def _at(id: str, job: Job, days: int, hour: int, *met: Person) -> Interview:
    start = datetime(2026, 11, 24, hour, tzinfo=ZoneInfo(ZONE)) + timedelta(days=days)
    return Interview(id=id, job_id=job.id, local=start.replace(tzinfo=None), zone=ZONE, start=start.astimezone(UTC),
                     people=tuple(person.id for person in met))  # fmt: skip


TALKS = (
    _at("a1", ACORN, 2, 10, INES),  # Thursday 10:00
    _at("h1", HARBOUR, 3, 15, ANNA),  # Friday 15:00
    _at("h2", HARBOUR, 6, 9),  # Monday 9:00
    _at("l1", LIDL, 1, 8, PAUL),  # Wednesday 8:00
)
KNOWN = Known((ACORN, HARBOUR, LIDL), TALKS, (ANNA, PAUL, INES))


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Lidl cancelled", "lidl"),
        ("LIDL'S manager was rude", "lidl"),
        ("the clinic never called", "harbour"),
        ("harbor clinic wrote back", "harbour"),
        ("Harbuor moved it", "harbour"),
        ("Harbour Clinic moved it", "harbour"),
        ("acorn wants my passport", "acorn"),
        ("Acron said no", "acorn"),
        ("Anna asked me for references", "harbour"),
        ("Ana Weiss was late", "harbour"),
        ("Paul never rang", "lidl"),
        ("the store manager shouted", "lidl"),
        ("the nurse job is off", "acorn"),
        ("the Thursday one was cancelled", "acorn"),
        ("wednesday's call is off", "lidl"),
        ("tomorrow's talk fell through", "lidl"),
        ("they moved it", "acorn harbour lidl"),
        ("them", "acorn harbour lidl"),
        ("Penny never called", ""),
        ("Kaufland cancelled", ""),
        ("how do i tell kode labs no", ""),
        ("the recruiter from kestrel shouted", ""),
        ("done with it", "acorn harbour lidl"),
        ("the lines were long", "acorn harbour lidl"),
    ],
)
def test_jobs_that_may_be_meant(text: str, wanted: str) -> None:
    assert {job.id for job in jobs(text, KNOWN, NOW, ZONE)} == set(wanted.split())


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("the Friday one moved to Thursday 10", "h1"),
        ("the one on monday is cancelled", "h2"),
        ("Harbour Clinic cancelled", "h1 h2"),
        ("Harbour Clinic cancelled the later one", "h2"),
        ("Harbour Clinic cancelled the first interview", "h1"),
        ("Anna can't make it", "h1"),
        ("my 3pm call is off", "h1"),
        ("the 8:00 one was moved", "l1"),
        ("my next interview was moved", "l1"),
        ("they moved it to Friday 10am", "a1 h1 h2 l1"),
        ("they moved my interview on thursday to friday", "a1"),
        ("Aldi moved it to Friday", ""),
        ("the tuesday one is cancelled", ""),
    ],
)
def test_interviews_that_may_be_meant(text: str, wanted: str) -> None:
    assert {row.id for row in interviews(text, KNOWN, NOW, ZONE)} == set(wanted.split())


@pytest.mark.parametrize(
    "text, wanted",
    [("Anna said so", "anna"), ("anna's answer", "anna"), ("Weis said so", "anna"), ("the ward manager", "anna"),
     ("nobody", ""), ("paul and anna", "anna paul")],
)  # fmt: skip
def test_people_by_name_or_title(text: str, wanted: str) -> None:
    assert {person.id for person in people(text, KNOWN)} == set(wanted.split())


def test_the_longer_name_is_meant_where_one_holds_the_other() -> None:
    north = Job(id="north", employer="Lidl North")
    known = Known((LIDL, north))
    assert [job.id for job in jobs("Lidl North rang", known, NOW, ZONE)] == ["north"]
    assert {job.id for job in jobs("lidl rang", known, NOW, ZONE)} == {"lidl"}


def test_two_clinics_are_both_meant_by_the_clinic() -> None:
    city = Job(id="city", employer="City Clinic")
    known = Known((HARBOUR, city, LIDL))
    assert {job.id for job in jobs("the clinic", known, NOW, ZONE)} == {"harbour", "city"}
    assert {job.id for job in answers("the clinic", known, NOW, ZONE)} == {"harbour", "city"}


@pytest.mark.parametrize(
    "text, wanted",
    [("lidl", "lidl"), ("the clinic", "harbour"), ("it's the Acorn one", "acorn"), ("Harbor Clinic", "harbour"),
     ("Harbour Clinic, they rang me", "harbour"), ("Penny", ""), ("St Luke's Hospital", ""), ("Blue Moon", "")],
)  # fmt: skip
def test_an_answer_to_which_employer(text: str, wanted: str) -> None:
    assert {job.id for job in answers(text, KNOWN, NOW, ZONE)} == set(wanted.split())


def test_with_one_job_a_stranger_is_not_taken_for_it() -> None:
    known = Known((LIDL,), TALKS[3:], (PAUL,))
    assert [job.id for job in jobs("they never called", known, NOW, ZONE)] == ["lidl"]
    assert jobs("Kaufland never called", known, NOW, ZONE) == []


@pytest.mark.parametrize(
    "text", ["they want me! a Traineeship, two years", "They want me! an Apprenticeship, 900 a month"]
)
def test_a_sort_of_job_is_nobodys_name(text: str) -> None:
    known = Known([Job(employer="Porto Books", created_at=NOW)])
    assert len(jobs(text, known, NOW, ZONE)) == 1


def test_nothing_known_nothing_meant() -> None:
    assert jobs("Lidl cancelled", Known(()), NOW, ZONE) == []
    assert interviews("the thursday one", Known(()), NOW, ZONE) == []


@pytest.mark.parametrize("word", ["ana", "annna", "amna", "nana", "anan", "annab"])
def test_one_letter_wrong_is_near(word: str) -> None:
    assert is_near(word, "anna")


@pytest.mark.parametrize("word", ["anna", "an", "hannah", "anne-marie", "otto", "naan"])
def test_more_than_that_is_not(word: str) -> None:
    assert not is_near(word, "anna")


@pytest.mark.parametrize(
    "text, wanted",
    [("the harbour letter", "harbour"), ("acorn, same as before!", "acorn"), ("the first one, the clinic", "harbour"),
     ("lidl again pls", "lidl"), ("the lidl offer then", "lidl"), ("First Harbour Bus", "")],
)  # fmt: skip
def test_remarks_around_a_name_make_no_new_one(text: str, wanted: str) -> None:
    assert {job.id for job in answers(text, KNOWN, NOW, ZONE)} == set(wanted.split())


@pytest.mark.parametrize(
    "text, place",
    [("2", 2), ("#1", 1), ("number 3", 3), ("the second one", 2), ("1st", 1), ("the last offer", -1), ("Lidl", 0), ("", 0),
     ("18:30", 0), ("12", 0)],
)  # fmt: skip
def test_which_of_a_list(text: str, place: int) -> None:
    assert place_in_list(text) == place


@pytest.mark.parametrize(
    "text", ["2", "both", "same as before", "that one", "the hospital letter", "the new offer", "??"]
)
def test_what_names_nobody(text: str) -> None:
    assert points(text)


@pytest.mark.parametrize(
    "text",
    ["Lidl", "the clinic", "Letter Press", "First Bus", "7-Eleven", "I got an offer of 16 an hour from Penny today"],
)
def test_what_may_name_somebody(text: str) -> None:
    assert not points(text)
