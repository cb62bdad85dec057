"""Interviews as calendar files: the lines by RFC 5545 and 5546, two parsers, golden files, and 200 round trips."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.calendars import giving
from bot.core.calendars.matching import own_uid
from bot.core.calendars.writing import Item, calendar, escaped, folded
from bot.core.calendars.zones import zone_lines
from bot.core.model import Entry, Interview, User
from bot.intake.calendars import events

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
GOLDEN = Path(__file__).parent / "golden"
WORDS = {
    "interview": ("Interview: Green Hill Clinic, night nurse", "With Julia Meyer (Head of Care)\nhttps://zoom.us/j/123?pwd=a,b"),
    "prepare": ("Prepare: Green Hill Clinic, night nurse", "1. Who teaches me the ventilators; by when?\n2. Why did the last one leave?"),
    "debrief": ("Debrief: Green Hill Clinic, night nurse", "What did they answer?"),
}  # fmt: skip


def interview(**more: object) -> Interview:
    fields = {
        "id": "ID234567", "job_id": "J", "local": datetime(2026, 11, 26, 15), "zone": "Europe/Berlin", "length": 60,
        "start": datetime(2026, 11, 26, 14, tzinfo=UTC), "place": "Main Street 5, Köln",
        "link": "https://zoom.us/j/123?pwd=a", "created_at": NOW - timedelta(days=2),
    } | more  # fmt: skip
    return Interview(**fields)  # type: ignore[arg-type]


def user(**more: object) -> User:
    return User(**({"id": 1, "zone": "Europe/Berlin"} | more))  # type: ignore[arg-type]


def given_file(one: Interview, entry: Entry, now: datetime = NOW) -> bytes:
    return calendar(giving.numbered(giving.items(one, user(), WORDS, now), entry), now)


# -- the format -----------------------------------------------------------------------------------------------------------

_PROPERTY = re.compile(r"[A-Z-]+(?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:,]*))*:.*", re.DOTALL)
_ONCE = ("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "ORGANIZER", "SUMMARY", "STATUS")


def strictly(data: bytes) -> list[dict[str, str]]:
    """A strict reader by the RFC's own words: every line, its folding, its ends. Gives the events' properties."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data)
    raw = data.decode("utf-8").removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in raw)
    lines = re.sub(r"\r\n[ \t]", "", "\r\n".join(raw)).split("\r\n")
    stack: list[str] = []
    found: list[dict[str, str]] = []
    for line in lines:
        assert _PROPERTY.fullmatch(line), line
        name, value = line.split(":", 1)
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                found.append({})
        elif name == "END":
            assert stack.pop() == value
        elif stack[-1] == "VEVENT":
            assert name.split(";")[0] not in found[-1]
            found[-1][name.split(";")[0]] = line
    assert not stack
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert [line.split(":")[0] for line in lines].count("METHOD") == 1
    assert all(name in event for event in found for name in _ONCE)
    return found


def test_an_interview_becomes_three_entries_that_all_readers_understand() -> None:
    data = given_file(interview(), Entry(interview_id="ID234567"))
    assert [event["DTSTART"] for event in strictly(data)] == [
        "DTSTART;TZID=Europe/Berlin:20261125T190000",
        "DTSTART;TZID=Europe/Berlin:20261126T150000",
        "DTSTART;TZID=Europe/Berlin:20261126T162000",
    ]
    parsed: Any = icalendar.Calendar.from_ical(data)
    first = [(e["SUMMARY"], e["DTSTART"].dt) for e in parsed.walk("VEVENT")]
    second = [(e.summary.value, e.dtstart.value) for e in vobject.readOne(data.decode()).vevent_list]
    assert first == second
    assert [start for _, start in first][1] == datetime(2026, 11, 26, 15, tzinfo=BERLIN)
    assert vobject.readOne(data.decode()).validate(raiseException=True)


@pytest.mark.parametrize("name", ["given", "moved", "cancelled"])
def test_golden_files(name: str) -> None:
    """Read them before you change them: calendars of the users hold what was given before."""
    entry, one = Entry(interview_id="ID234567"), interview()
    data = given_file(one, entry)
    if name == "moved":
        one.local, one.start = datetime(2026, 11, 27, 9, 30), datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
        data = given_file(one, entry)
    if name == "cancelled":
        data = calendar(giving.withdrawn(one, entry, WORDS), NOW, cancelled=True)
    assert data.decode() == (GOLDEN / f"{name}.ics").read_bytes().decode()


def test_a_new_time_keeps_the_names_and_raises_the_number() -> None:
    entry, one = Entry(interview_id="ID234567"), interview()
    first, again = given_file(one, entry), given_file(one, entry)
    assert first == again
    one.local, one.start = datetime(2026, 11, 27, 9, 30), datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
    moved = strictly(given_file(one, entry))
    assert [event["UID"] for event in moved] == [event["UID"] for event in strictly(first)]
    assert {event["SEQUENCE"] for event in moved} == {"SEQUENCE:1"}
    off = strictly(calendar(giving.withdrawn(one, entry, WORDS), NOW, cancelled=True))
    assert {event["SEQUENCE"] for event in off} == {"SEQUENCE:2"}
    assert {event["STATUS"] for event in off} == {"STATUS:CANCELLED"}
    assert sorted(event["UID"] for event in off) == sorted(event["UID"] for event in moved)
    giving.withdrawn(one, entry, WORDS)
    assert entry.sequence == 2
    assert {event["SEQUENCE"] for event in strictly(given_file(one, entry))} == {"SEQUENCE:3"}


def test_a_cancellation_is_read_as_one() -> None:
    data = calendar(giving.withdrawn(interview(), Entry(interview_id="ID234567"), WORDS), NOW, cancelled=True)
    read = events(data.decode())
    assert {(event["method"], event["status"]) for event in read} == {("CANCEL", "CANCELLED")}


def test_the_names_tell_nothing_and_differ() -> None:
    other = interview(id="ID765432")
    names = {own_uid(one, part) for one in (interview(), other) for part in WORDS}
    assert len(names) == 6
    assert not any("ID" in name for name in names)


# -- when to prepare -------------------------------------------------------------------------------------------------------


def starts(one: Interview, now: datetime = NOW, **more: object) -> list[str]:
    return [f"{item.start:%d %H:%M %Z}" for item in giving.items(one, user(**more), WORDS, now)]


def test_the_evening_before_is_the_users_own() -> None:
    assert starts(interview(), evening="18:30", zone="America/New_York") == [
        "25 18:30 EST",
        "26 15:00 CET",
        "26 16:20 CET",
    ]


def test_late_comers_prepare_before_the_start_or_not_at_all() -> None:
    start = interview().start
    assert starts(interview(), start - timedelta(hours=3))[0] == "26 14:00 CET"
    assert starts(interview(), start - timedelta(minutes=20)) == ["26 15:00 CET", "26 16:20 CET"]


def test_only_what_is_wanted() -> None:
    items = giving.items(interview(), user(), {"interview": WORDS["interview"]}, NOW)
    assert [item.title for item in items] == ["Interview: Green Hill Clinic, night nurse"]
    assert giving.items(interview(length=None), user(), WORDS, NOW)[1].minutes == 45


# -- pieces ---------------------------------------------------------------------------------------------------------------


def test_escaping_and_folding() -> None:
    assert escaped("a,b;c\\d\r\ne\x00\x07") == "a\\,b\\;c\\\\d\\ne"
    row = folded("SUMMARY:" + "ü" * 100)
    assert all(len(piece.encode()) <= 75 for piece in row.split("\r\n"))
    assert row.replace("\r\n ", "") == "SUMMARY:" + "ü" * 100


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe",
                                  "Africa/Casablanca", "America/Sao_Paulo", "Asia/Tehran", "Pacific/Chatham"])  # fmt: skip
def test_a_zone_of_ours_means_what_the_zone_database_means(zone: str) -> None:
    """Read under a name that nobody knows, so that only our definition counts."""
    lines = [line.replace(zone, "Nowhere Time") for line in zone_lines(zone, NOW, NOW + timedelta(days=1))]
    for days in range(-300, 300, 7):
        wall = (NOW + timedelta(days=days)).replace(tzinfo=None, hour=12)
        text = "\r\n".join(["BEGIN:VCALENDAR", *lines, "BEGIN:VEVENT", "UID:1",
                            f"DTSTART;TZID=Nowhere Time:{wall:%Y%m%dT%H%M%S}", "END:VEVENT", "END:VCALENDAR"])  # fmt: skip
        assert datetime.fromisoformat(events(text)[0]["start"]) == wall.replace(tzinfo=ZoneInfo(zone)), wall


def test_a_time_that_comes_twice_is_told_in_utc() -> None:
    for fold, clock in ((0, "DTSTART;TZID=Europe/Berlin:20261025T023000"), (1, "DTSTART:20261025T013000Z")):
        item = Item(uid="1", start=datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=BERLIN), minutes=30, title="x")
        assert strictly(calendar([item], NOW))[0]["DTSTART"] == clock


# -- round trips -----------------------------------------------------------------------------------------------------------

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Sydney",
    "America/Sao_Paulo",
    "UTC",
    "Asia/Tokyo",
]
LETTERS = st.characters(blacklist_categories=["Cs", "Cc"], whitelist_characters="\n")
TEXT = st.text(LETTERS, max_size=120).map(lambda text: "\n".join(line.strip() for line in text.splitlines()).strip())
TITLE = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), min_size=1, max_size=60)


@st.composite
def made_up(draw: st.DrawFn) -> list[Item]:
    rows = []
    for number in range(draw(st.integers(1, 3))):
        wall = draw(st.datetimes(datetime(2025, 1, 1), datetime(2028, 12, 31))).replace(second=0, microsecond=0)
        start = wall.replace(tzinfo=ZoneInfo(draw(st.sampled_from(ZONES)))).astimezone(UTC)
        rows.append(Item(
            uid=f"{number}-{draw(st.uuids())}", start=start.astimezone(ZoneInfo(draw(st.sampled_from(ZONES)))),
            minutes=draw(st.integers(1, 720)), title=draw(TITLE), body=draw(TEXT),
            place=draw(TITLE), sequence=draw(st.integers(0, 99)),
        ))  # fmt: skip
    return rows


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made_up(), st.booleans())
def test_what_goes_out_comes_in_again(rows: list[Item], cancelled: bool) -> None:
    data = calendar(rows, NOW, cancelled=cancelled)
    assert len(strictly(data)) == len(rows)
    found = events(data.decode())
    assert len(found) == len(rows)
    for item, event in zip(rows, found, strict=True):
        assert datetime.fromisoformat(event["start"]) == item.start
        assert event["zone"] in ("", getattr(item.start.tzinfo, "key", ""))
        assert (event["uid"], event["sequence"], event["minutes"]) == (item.uid, item.sequence, item.minutes)
        assert (event["summary"], event["description"], event["location"]) == (item.title, item.body, item.place)
        assert event["method"] == ("CANCEL" if cancelled else "PUBLISH")
