"""What an event says about an interview, and which interview it means."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.calendars.event import Event, as_plain, from_plain
from bot.core.calendars.matching import distinct, match, name_of, own_uid
from bot.core.calendars.reading import told
from bot.core.model import Interview

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 11, 26, 15, tzinfo=BERLIN)


def event(**more: Any) -> Event:
    fields: dict[str, Any] = {
        "uid": "a1",
        "start": START,
        "zone": "Europe/Berlin",
        "minutes": 45,
        "summary": "Interview",
    }
    return Event(**fields | more)


def read(**more: Any) -> Any:
    return told(event(**more), NOW, "Europe/Berlin")


# -- the event itself ------------------------------------------------------------------------------------------------


def test_what_names_a_date_in_utc_means_that_instant() -> None:
    rows = [{**as_plain(event()), "recurrence": told} for told in ("2026-11-26T14:00:00+00:00", START.isoformat())]
    utc, local = from_plain(rows)
    assert utc.recurrence == local.recurrence == START
    assert name_of(utc) == name_of(local)


def test_a_time_keeps_its_clock_where_summer_time_jumps_over_it() -> None:
    (found,) = from_plain([{**as_plain(event()), "start": "2027-03-28T02:30:00+01:00"}])
    assert (found.start, getattr(found.start, "tzinfo", None)) == (datetime(2027, 3, 28, 2, 30, tzinfo=BERLIN), BERLIN)


def test_a_calendar_full_of_events_is_taken_quickly() -> None:
    rows = [as_plain(event())] * 200
    before = time.process_time()
    assert len(from_plain(rows)) == 200
    assert time.process_time() - before < 0.2


# -- when ---------------------------------------------------------------------------------------------------------------


def test_a_time_with_its_zone() -> None:
    found = read()
    assert (found.kind, found.start, found.minutes, found.why) == ("instant", START, 45, "")


def test_a_time_in_utc_is_told_in_the_users_zone() -> None:
    found = told(event(start=START.astimezone(UTC), zone=""), NOW, "America/New_York")
    assert found.start is not None
    assert (found.start, found.start.tzinfo) == (START, ZoneInfo("America/New_York"))


def test_a_time_without_a_zone_is_the_users_and_says_so() -> None:
    found = read(start=START.replace(tzinfo=None), zone="")
    assert (found.kind, found.start, found.why) == ("instant", START, "floating")


def test_a_zone_that_nobody_knows_is_asked_about() -> None:
    found = read(start=START.replace(tzinfo=None), zone="", zone_named="Shire Time")
    assert (found.kind, found.choices, found.why) == ("choose", (START,), "zone_unknown")


def test_a_skipped_hour_is_named() -> None:
    assert read(gap=True).why == "gap"


def test_a_whole_day_asks_for_the_clock() -> None:
    found = read(start=date(2026, 11, 26), all_day=True, minutes=0)
    assert (found.kind, found.day) == ("clock", date(2026, 11, 26))


def test_a_series_asks_which_and_leaves_out_what_is_over() -> None:
    dates = tuple(START + timedelta(days=7 * n) for n in range(-2, 6))
    found = read(start=dates[0], series=True, dates=dates)
    assert (found.kind, found.why, found.choices) == ("choose", "series", dates[2:6])
    assert read(start=dates[0], series=True, dates=dates[:3]).start == dates[2]


def test_what_is_over_is_past() -> None:
    assert read(start=START - timedelta(days=30)).kind == "past"
    assert read(start=date(2026, 1, 5), all_day=True).kind == "past"


def test_nothing_is_made_up() -> None:
    assert read(start=None).kind == "nothing"
    assert read(minutes=24 * 60).minutes == 0


# -- who and what ---------------------------------------------------------------------------------------------------------

HOUSE = {
    "summary": "Second interview: Night Nurse",
    "location": "Room 5, Main Street 2",
    "description": "You will meet our ward manager.\nCompany: Green Hill Clinic\n\nJulia Meyer, Head of Care\n",
    "organizer": ("Meyer, Julia", "julia.meyer@green-hill.example"),
    "attendees": (("Ben Ode", "ben@green-hill.example"), ("Mei Lin", "mei@gmail.example")),
}


def test_employer_job_people_and_place() -> None:
    line = read(**HOUSE).line
    assert (line.employer, line.role, line.round) == ("Green Hill Clinic", "Night Nurse", "2")
    assert [(met.name, met.title, met.audience) for met in line.people] == [
        ("Julia Meyer", "Head of Care", "M"), ("Ben Ode", "", ""),
    ]  # fmt: skip
    assert line.place == "Room 5, Main Street 2"


def test_who_was_invited_like_the_user_is_not_met() -> None:
    line = read(organizer=("Jo Park", "jo@gmail.com"), attendees=(("Mei Lin", "mei@gmail.com"),)).line
    assert [met.name for met in line.people] == ["Jo Park"]


@pytest.mark.parametrize("organizer, names", [
    (("", "anna.schmidt@acme.example"), ["Anna Schmidt"]),
    (("anna.schmidt@acme.example", "anna.schmidt@acme.example"), ["Anna Schmidt"]),
    (("Acme Recruiting", "jobs@acme.example"), []),
    (("", "noreply@acme.example"), []),
    (("Anna Schmidt (Head of Care)", "x1@acme.example"), ["Anna Schmidt"]),
    (("Anna Schmidt | Acme", "x1@acme.example"), ["Anna Schmidt"]),
    (("Dr. Anna Schmidt", ""), ["Dr. Anna Schmidt"]),
])  # fmt: skip
def test_names_of_people(organizer: tuple[str, str], names: list[str]) -> None:
    assert [met.name for met in read(organizer=organizer).line.people] == names


@pytest.mark.parametrize("address, employer", [
    ("julia@green-hill.example", "Green Hill"), ("j@hr.acme.co.uk", "Acme"), ("j@gmail.com", ""), ("j@calendly.com", ""),
    ("", ""),
])  # fmt: skip
def test_without_a_name_the_domain_is_shown(address: str, employer: str) -> None:
    assert read(organizer=("Jo Park", address)).line.employer == employer


def test_room_and_call_are_told_apart() -> None:
    link = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_A/0"
    text = f"Join: {link}\nOr call in (audio only)\n+44 20 5550 9911,,556677889#"
    line = read(location="Microsoft Teams Meeting; Room 5", description=text).line
    assert (line.place, line.link, line.dial_in) == ("Room 5", link, "+44 20 5550 9911, 556677889#")
    line = read(location=link).line
    assert (line.place, line.medium) == (link, "video")
    assert read(conference="https://meet.google.com/abc-defg-hij").line.link == "https://meet.google.com/abc-defg-hij"


# -- which interview ---------------------------------------------------------------------------------------------------------


def known(found: Event, **more: Any) -> Interview:
    fields: dict[str, Any] = {"job_id": "J", "local": datetime(2026, 11, 26, 15), "zone": "Europe/Berlin",
              "start": START.astimezone(UTC), "uid": name_of(found), "their_sequence": 2, "their_stamp": NOW, "created_at": NOW}  # fmt: skip
    return Interview(**fields | more)


def kind(found: Event, *rows: Interview) -> str:
    return match(found, rows).kind


def test_new_same_moved_cancelled_older() -> None:
    one = event(sequence=2, stamp=NOW)
    row = known(one)
    assert kind(one) == "new"
    assert kind(one, row) == "same"
    later = event(sequence=3, stamp=NOW, start=START + timedelta(days=1))
    assert match(later, [row]).interview is row
    assert kind(later, row) == "moved"
    assert kind(event(sequence=3, stamp=NOW, method="CANCEL", start=None), row) == "cancelled"
    assert kind(event(sequence=2, stamp=NOW, status="CANCELLED"), row) == "cancelled"
    assert kind(event(sequence=1, stamp=NOW, start=START + timedelta(days=1)), row) == "older"
    assert kind(event(sequence=2, stamp=NOW - timedelta(hours=1)), row) == "older"
    assert kind(event(uid="b2", sequence=9), row) == "new"


def test_an_answer_moves_nothing() -> None:
    one = event(sequence=9, method="COUNTER", start=START + timedelta(days=1))
    assert kind(one, known(one)) == "answer"


def test_calling_off_what_was_typed_in_goes_by_its_time_alone() -> None:
    typed = known(event(), uid="typed")
    assert kind(event(method="CANCEL"), typed) == "cancelled"
    assert kind(event(method="CANCEL", start=START + timedelta(hours=1)), typed) == "unknown"
    assert kind(event(method="CANCEL"), typed, known(event(), uid="other")) == "unknown"
    assert kind(event(method="CANCEL", start=None)) == "unknown"


def test_a_changed_date_of_a_series_is_an_event_of_its_own() -> None:
    series = known(event())
    changed = event(recurrence=START, start=START + timedelta(hours=2), sequence=2, stamp=NOW)
    assert match(changed, [series]).interview is series
    assert kind(changed, series) == "moved"
    assert kind(event(recurrence=START + timedelta(days=7)), series) == "new"


def test_what_we_gave_is_known() -> None:
    row = known(event(), uid="typed")
    assert kind(event(uid=own_uid(row, "prepare")), row) == "ours"
    assert own_uid(row, "interview") != own_uid(row, "prepare")


def test_the_newest_of_two_versions_counts() -> None:
    old, new = event(sequence=1), event(sequence=2, summary="Interview, later")
    assert distinct([new, old, event(uid="b2")]) == [new, event(uid="b2")]


# -- from the reader of files -----------------------------------------------------------------------------------------------


def test_an_event_survives_the_draft() -> None:
    one = event(**HOUSE, recurrence=START, stamp=NOW, dates=(START,), series=True)
    assert from_plain([as_plain(one)]) == [one]


SCRAPS = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=30), st.lists(st.text(max_size=5), max_size=3),
                   st.sampled_from(["2026-11-26T15:00:00+01:00", "2026-11-26", "Europe/Berlin", "CANCEL"]))  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from([*as_plain(Event())]), SCRAPS), max_size=3))
def test_nothing_that_a_child_says_breaks_the_reading(rows: list[dict[str, Any]]) -> None:
    for one in from_plain(rows):
        told(one, NOW, "Europe/Berlin")
        match(one, [])
