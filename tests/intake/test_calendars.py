"""Calendar files as programs really write them; each quirk has a line of its own."""

from __future__ import annotations

import time
from typing import Any

import pytest

from bot import intake
from bot.intake.calendars import events
from bot.intake.model import Unreadable
from tests.intake import make_mail

pytestmark = pytest.mark.anyio

CUSTOM = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:{offset}
TZOFFSETTO:{offset}
END:STANDARD
END:VTIMEZONE
"""


def file(*lines: str, method: str = "METHOD:REQUEST\n", head: str = "") -> str:
    body = "\n".join(lines)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{method}{head}BEGIN:VEVENT\n{body}\nEND:VEVENT\nEND:VCALENDAR\n"


def one(*lines: str, **more: str) -> dict[str, Any]:
    found = events(file("UID:a1", "SUMMARY:Interview", *lines, **more))
    assert len(found) == 1
    return found[0]


# -- when -----------------------------------------------------------------------------------------------------------

STARTS = {  # what the quirk is -> its line, start and zone
    "an IANA zone": ("DTSTART;TZID=Europe/Berlin:20260916T140000", "2026-09-16T14:00:00+02:00", "Europe/Berlin"),
    "a Windows zone": ("DTSTART;TZID=W. Europe Standard Time:20260916T140000", "2026-09-16T14:00:00+02:00", "Europe/Berlin"),
    "a Windows zone, quoted": ('DTSTART;TZID="India Standard Time":20260916T140000', "2026-09-16T14:00:00+05:30", "Asia/Kolkata"),
    "Microsoft's UTC": ("DTSTART;TZID=tzone://Microsoft/Utc:20260916T140000", "2026-09-16T14:00:00+00:00", ""),
    "Mozilla's prefix": ("DTSTART;TZID=/mozilla.org/20070129_1/Europe/Berlin:20260916T140000", "2026-09-16T14:00:00+02:00", "Europe/Berlin"),
    "Evolution's prefix": ("DTSTART;TZID=/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires:20260916T140000", "2026-09-16T14:00:00-03:00", "America/Argentina/Buenos_Aires"),
    "a zone in lower case": ("DTSTART;TZID=europe/berlin:20260916T140000", "2026-09-16T14:00:00+02:00", "Europe/Berlin"),
    "an offset as a zone": ("DTSTART;TZID=GMT+0200:20260916T140000", "2026-09-16T14:00:00+02:00", "Etc/GMT-2"),
    "UTC": ("DTSTART:20260916T140000Z", "2026-09-16T14:00:00+00:00", ""),
    "a zone beside a Z": ("DTSTART;TZID=Europe/Berlin:20260916T140000Z", "2026-09-16T14:00:00+00:00", ""),
    "dashes and colons": ("DTSTART:2026-09-16T14:00:00Z", "2026-09-16T14:00:00+00:00", ""),
    "no seconds": ("DTSTART:20260916T1400Z", "2026-09-16T14:00:00+00:00", ""),
    "floating": ("DTSTART:20260916T140000", "2026-09-16T14:00:00", ""),
    "lower case": ("dtstart;tzid=Europe/Berlin:20260916T140000", "2026-09-16T14:00:00+02:00", "Europe/Berlin"),
}  # fmt: skip


@pytest.mark.parametrize("quirk", STARTS)
def test_the_start_is_read(quirk: str) -> None:
    line, start, zone = STARTS[quirk]
    found = one(line)
    assert (found["start"], found["zone"], found["zone_named"], found["all_day"]) == (start, zone, "", False)


def test_a_zone_that_nobody_knows_is_named() -> None:
    found = one("DTSTART;TZID=Middle Earth Time:20260916T140000")
    assert (found["start"], found["zone_named"]) == ("2026-09-16T14:00:00", "Middle Earth Time")


def test_the_calendars_own_zone_serves_where_the_event_has_none() -> None:
    found = one("DTSTART:20260916T140000", head="X-WR-TIMEZONE:Europe/Lisbon\n")
    assert (found["start"], found["zone"]) == ("2026-09-16T14:00:00+01:00", "Europe/Lisbon")


def test_two_files_may_give_one_name_to_different_zones() -> None:
    line = "DTSTART;TZID=Customized Time Zone:20260916T140000"
    for offset, start in (("+0100", "2026-09-16T14:00:00+01:00"), ("-0800", "2026-09-16T14:00:00-08:00")):
        assert one(line, head=CUSTOM.format(offset=offset))["start"] == start


def test_a_display_name_is_read_from_the_files_own_definition() -> None:
    name = "(UTC+01:00) Amsterdam, Berlin, Rome"
    head = CUSTOM.format(offset="+0100").replace("Customized Time Zone", name)
    assert one(f'DTSTART;TZID="{name}":20261116T140000', head=head)["start"] == "2026-11-16T14:00:00+01:00"


DAYS = {
    "a day": ["DTSTART;VALUE=DATE:20260916", "DTEND;VALUE=DATE:20260917"],
    "a day without saying so": ["DTSTART:20260916"],
    "Outlook's day": ["DTSTART;TZID=Europe/Berlin:20260916T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"],
}


@pytest.mark.parametrize("quirk", DAYS)
def test_a_whole_day_has_no_clock(quirk: str) -> None:
    found = one(*DAYS[quirk])
    assert (found["start"], found["all_day"], found["minutes"]) == ("2026-09-16", True, 0)


LENGTHS = {
    "an end": (["DTEND:20260916T144500Z"], 45),
    "an end in another zone": (["DTEND;TZID=Europe/Berlin:20260916T170000"], 60),
    "a duration": (["DURATION:PT1H30M"], 90),
    "no end": ([], 0),
    "an end before the start": (["DTEND:20260916T130000Z"], 0),
    "a broken duration": (["DURATION:soon"], 0),
    "a negative duration": (["DURATION:-PT1H"], 0),
    "several days": (["DTEND:20260919T140000Z"], 0),
}


@pytest.mark.parametrize("quirk", LENGTHS)
def test_the_length_is_read(quirk: str) -> None:
    more, minutes = LENGTHS[quirk]
    assert one("DTSTART:20260916T140000Z", *more)["minutes"] == minutes


def test_a_time_that_the_clock_jumps_over_is_marked() -> None:
    assert one("DTSTART;TZID=Europe/Berlin:20270328T023000")["gap"]
    assert not one("DTSTART;TZID=Europe/Berlin:20270328T033000")["gap"]


# -- which and what --------------------------------------------------------------------------------------------------


def test_cancelled_moved_and_answered_are_told_apart() -> None:
    assert one("SEQUENCE:3", "DTSTAMP:20260901T080000Z", method="METHOD:CANCEL\n")["method"] == "CANCEL"
    assert one("STATUS:CANCELLED", method="")["status"] == "CANCELLED"
    assert one("DTSTART:20260916T140000Z", method="method:reply\n")["method"] == "REPLY"
    found = one("SEQUENCE:3", "DTSTAMP:20260901T080000Z", "DTSTART:20260916T140000Z")
    assert (found["sequence"], found["stamp"]) == (3, "2026-09-01T08:00:00+00:00")


def test_a_cancellation_needs_no_start() -> None:
    assert one("STATUS:CANCELLED", method="METHOD:CANCEL\n")["start"] == ""


@pytest.mark.parametrize("lines", [["SEQUENCE:"], ["SEQUENCE:two"], ["SEQUENCE:-1"], ["PRIORITY:high", "GEO:here"]])
def test_a_broken_property_leaves_the_rest(lines: list[str]) -> None:
    found = one(*lines, "DTSTART:20260916T140000Z", "ATTENDEE:nobody", "LOCATION:Room 5")
    assert (found["sequence"], found["location"], found["start"][:10]) == (0, "Room 5", "2026-09-16")


def test_the_first_valid_of_several_numbers_counts() -> None:
    assert one("SEQUENCE:x", "SEQUENCE:4", "DTSTART:20260916T140000Z")["sequence"] == 4


def test_an_event_without_a_name_gets_one_that_stays() -> None:
    text = file("SUMMARY:Talk", "DTSTART:20260916T140000Z")
    other = file("SUMMARY:Walk", "DTSTART:20260916T140000Z")
    assert events(text)[0]["uid"] == events(text)[0]["uid"] != events(other)[0]["uid"]


def test_people_and_texts_come_unescaped() -> None:
    found = one(
        "DTSTART:20260916T140000Z",
        'ORGANIZER;CN="Meyer, Julia":mailto:julia@acme.example',
        "ATTENDEE;ROLE=REQ-PARTICIPANT;CN=Ann ^'Andy^' Doe:MAILTO:ann@mail.example",
        "ATTENDEE;CUTYPE=ROOM;CN=Room 5:mailto:room5@acme.example",
        "DESCRIPTION:First line\\nsecond\\, with a comma\\; done",
        "LOCATION:Main Street 5\\, 2nd floor",
        "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij",
    )
    assert found["organizer"] == ["Meyer, Julia", "julia@acme.example"]
    assert found["attendees"] == [['Ann "Andy" Doe', "ann@mail.example", "REQ-PARTICIPANT"]]
    assert found["description"] == "First line\nsecond, with a comma; done"
    assert found["location"] == "Main Street 5, 2nd floor"
    assert found["conference"].endswith("abc-defg-hij")


def test_a_description_in_html_alone_is_read() -> None:
    found = one("DTSTART:20260916T140000Z", "X-ALT-DESC;FMTTYPE=text/html:<p>Join <b>here</b></p>")
    assert found["description"].split() == ["Join", "here"]


# -- series ------------------------------------------------------------------------------------------------------------


def starts(found: dict[str, Any]) -> list[str]:
    return [day[:10] for day in found["dates"]]


SERIES = {
    "FREQ=WEEKLY;COUNT=3": ["2026-09-16", "2026-09-23", "2026-09-30"],
    "FREQ=WEEKLY;BYDAY=WE,FR;COUNT=3": ["2026-09-16", "2026-09-18", "2026-09-23"],
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=20261014T235959Z": ["2026-09-16", "2026-09-30", "2026-10-14"],
    "FREQ=DAILY;UNTIL=20260918": ["2026-09-16", "2026-09-17", "2026-09-18"],
    "FREQ=MONTHLY;COUNT=2": ["2026-09-16", "2026-10-16"],
    "FREQ=YEARLY": ["2026-09-16"],
    "FREQ=SECONDLY": ["2026-09-16"],
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30": ["2026-09-16"],
    "FREQ=SOMETIMES": ["2026-09-16"],
    "nonsense": ["2026-09-16"],
}


@pytest.mark.parametrize("rule", SERIES)
def test_the_first_dates_of_a_series(rule: str) -> None:
    found = one("DTSTART;TZID=Europe/Berlin:20260916T140000", f"RRULE:{rule}")
    assert starts(found) == SERIES[rule]


def test_a_series_keeps_its_wall_clock_over_the_change_of_summer_time() -> None:
    found = one("DTSTART;TZID=Europe/Berlin:20261021T140000", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert found["dates"] == ["2026-10-21T14:00:00+02:00", "2026-10-28T14:00:00+01:00"]


def test_dates_left_out_added_and_changed() -> None:
    text = file(
        "UID:a1", "DTSTART;TZID=Europe/Berlin:20260916T140000", "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE:20260923T120000Z", "RDATE;TZID=Europe/Berlin:20260917T100000", "END:VEVENT", "BEGIN:VEVENT",
        "UID:a1", "RECURRENCE-ID;TZID=Europe/Berlin:20260930T140000", "DTSTART;TZID=Europe/Berlin:20261001T090000",
    )  # fmt: skip
    series, changed = events(text)
    assert starts(series) == ["2026-09-16", "2026-09-17", "2026-10-07"]
    assert (changed["recurrence"][:10], changed["start"][:10], changed["series"]) == ("2026-09-30", "2026-10-01", False)


def test_a_series_without_end_is_cut() -> None:
    found = one("DTSTART:20260916T140000Z", "RRULE:FREQ=DAILY;COUNT=1000000000")
    assert len(found["dates"]) == 50


# -- the file ----------------------------------------------------------------------------------------------------------

START = "DTSTART:20260916T140000Z"
PLAIN = file("UID:a1", START, "SUMMARY:Interview with Anna")
FILES = {
    "as it should be": PLAIN.replace("\n", "\r\n"),
    "line feeds alone": PLAIN,
    "carriage returns alone": PLAIN.replace("\n", "\r"),
    "folded": PLAIN.replace("with Anna", "wi\n th Anna"),
    "folded by a tab": PLAIN.replace("with Anna", "wi\n\tth Anna"),
    "broken in the middle": PLAIN.replace("with Anna", "with\n Anna").replace("\n Anna", "\n  Anna"),
    "blank lines": PLAIN.replace("\n", "\n\n"),
    "lower case": PLAIN.replace("BEGIN", "begin").replace("VEVENT", "vevent").replace("VCALENDAR", "vcalendar"),
    "a mark at its start": "\ufeff" + PLAIN,
    "never closed": PLAIN.replace("END:VEVENT\nEND:VCALENDAR\n", ""),
    "closed too often": PLAIN + "END:VCALENDAR\nEND:VEVENT\n",
    "an alarm never closed": PLAIN.replace("END:VEVENT", "BEGIN:VALARM\nTRIGGER:-PT5M\nEND:VEVENT"),
    "words around it": f"Dear Sam,\n\n{PLAIN}\nKind regards\n",
    "indented": PLAIN.replace("BEGIN", "  BEGIN").replace("END:", "  END:"),
}


@pytest.mark.parametrize("quirk", FILES)
def test_the_file_is_mended(quirk: str) -> None:
    found = events(FILES[quirk])
    assert [(event["summary"], event["start"]) for event in found] == [
        ("Interview with Anna", "2026-09-16T14:00:00+00:00")
    ]


@pytest.mark.parametrize("begin", ["VALARM", "VTODO", "VTIMEZONE", "X-OWN"])
@pytest.mark.parametrize("end", ["END:VEVENT\n", "END:VEVENT\nEND:VCALENDAR\n", ""])
def test_what_is_left_open_swallows_nothing_that_follows(begin: str, end: str) -> None:
    broken = PLAIN.partition("END:VEVENT")[0] + f"BEGIN:{begin}\nTRIGGER:-PT5M\n{end}"
    second = file("UID:b2", "DTSTART:20260917T140000Z", "SUMMARY:Second")
    inside = second if "VCALENDAR" in end else second.split("\n", 3)[3]
    for whole in (broken + second, broken + inside):
        assert [event["summary"] for event in events(whole)] == ["Interview with Anna", "Second"]


def test_two_events_and_two_calendars() -> None:
    second = file("UID:b2", "DTSTART:20260917T140000Z", "SUMMARY:Second")
    assert [event["uid"] for event in events(PLAIN + second)] == ["a1", "b2"]
    both = PLAIN.replace("END:VCALENDAR\n", "") + second.split("\n", 3)[3]
    assert [event["uid"] for event in events(both)] == ["a1", "b2"]


@pytest.mark.parametrize("text", [
    "", "   ", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\nEND:VCALENDAR", "<html><body>Please log in</body></html>",
    "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\nSUMMARY:Bake\nEND:VTODO\nEND:VCALENDAR", "BEGIN:VEVENT\nUID:1\nEND:VEVENT",
])  # fmt: skip
def test_a_file_without_an_event(text: str) -> None:
    assert events(text) == []


# -- built to do harm ----------------------------------------------------------------------------------------------------

NEST = "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 5_000
ZONE = CUSTOM.format(offset="+0100").replace("END:STANDARD", "RRULE:FREQ=SECONDLY\nEND:STANDARD")


@pytest.mark.parametrize(
    "text", [NEST, PLAIN * 5_000, PLAIN.replace(START, START + "\nEND:VEVENT\nBEGIN:VEVENT" * 900)]
)
def test_too_much_is_refused(text: str) -> None:
    before = time.process_time()
    with pytest.raises(Unreadable):
        events(text)
    assert time.process_time() - before < 2


@pytest.mark.parametrize("text", [
    file("UID:a1", "DTSTART;TZID=Customized Time Zone:20260916T140000", head=ZONE),
    file("UID:a1", START, "SUMMARY:" + "x" * 1_000_000),
    file("UID:a1", START, *["ATTENDEE;CN=A:mailto:a@b.example"] * 3_000),
    file("UID:a1", START, head=CUSTOM.format(offset="+0100") * 3_000),
    file("UID:a1", START, "RRULE:FREQ=YEARLY;INTERVAL=1000;UNTIL=99991231"),
    file("UID:a1", "DTSTART:99991231T235959Z"), file("UID:a1", "DTSTART:00010101T000000"),
])  # fmt: skip
def test_what_would_eat_time_is_read_quickly(text: str) -> None:
    before = time.process_time()
    assert len(events(text)) == 1
    assert time.process_time() - before < 2


def test_many_long_events_share_the_room() -> None:
    body = f"\nDESCRIPTION:{'é' * 8000}\nEND:VEVENT\nBEGIN:VEVENT\n{START}"
    found = events(file(START + body * 150))
    assert len(found) == 151
    assert sum(len(event["description"]) for event in found) <= 300_000
    assert len(one(START, "DESCRIPTION:" + "x" * 8000)["description"]) == 6000


# -- by the child ---------------------------------------------------------------------------------------------------------


async def test_the_child_reads_a_file_and_one_that_came_by_mail() -> None:
    read = await intake.read(PLAIN.encode("utf-16"), "x.ics")
    assert (read.kind, read.problem, [event["uid"] for event in read.events]) == ("ics", "", ["a1"])
    latin = PLAIN.replace("Anna", "Zoë").encode("cp1252")
    mail = make_mail.eml("See you there, it is on the second floor.", attached=[("i.ics", "text/calendar", latin)])
    read = await intake.read(mail.as_bytes(), "m.eml")
    assert [event["summary"] for event in read.events] == ["Interview with Zoë"]
    assert "second floor" in read.text


async def test_the_child_refuses_what_is_hostile() -> None:
    read = await intake.read(NEST.encode(), "x.ics")
    assert (read.problem, read.events) == ("intake.hostile", ())
    mail = make_mail.eml("See you there.", attached=[("i.ics", "text/calendar", NEST.encode())])
    read = await intake.read(mail.as_bytes(), "m.eml")
    assert (read.problem, read.events, "See you there." in read.text) == ("", (), True)
