"""Invitations pasted from video calls, booking pages and calendars; the notation is that of test_lines."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core import when
from bot.core.lines import read_line
from bot.core.lines.invites import is_invite
from tests.core.test_lines import fields, marked, misses

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)

TUNED = [
    ("""Anna is inviting you to a scheduled Zoom meeting.

Topic: Contoso <> Mei Lin - 2nd interview
Time: [Nov 26, 2026 10:00 AM] Berlin
Join Zoom Meeting
https://zoom.us/j/99911122?pwd=x
Meeting ID: 999 1112 2233
Passcode: 123456""", "Contoso|||2|video|https://zoom.us/j/99911122?pwd=x"),
    ("""Topic: Contoso <> Mei Lin - 2nd interview
Time: [Nov 26, 2026 10:00 AM] Berlin
Join Zoom Meeting
Meeting ID: 999 1112 2233
Passcode: 123456""", "Contoso|||2|video|"),
    ("""Hi Mei,
A new event has been scheduled.
Event Name: Technical Interview
Invitee: Mei Lin
Who: Priya Raman (Engineering Manager)
Company: Northwind Labs, Inc.
Role: Data Engineer
Location: https://meet.google.com/aaa-bbbb-ccc
Event Date/Time: [10:00am - Thursday, November 26, 2026]""", "Northwind Labs, Inc|Data Engineer|Priya Raman=Engineering Manager/M||video|https://meet.google.com/aaa-bbbb-ccc"),
    ("""Interview with Northwind @ [Thu Nov 26, 2026 10am - 11am] (CET)
Organizer: Sam Doe
Guests: Sam Doe, mei@example.org
https://meet.google.com/aaa-bbbb-ccc""", "Northwind||Sam Doe=/||video|https://meet.google.com/aaa-bbbb-ccc"),
    ("""Subject: Interview - Warehouse Clerk at Adatum
When: [Thursday, November 26, 2026 10:00 AM-11:00 AM]
Where: Microsoft Teams Meeting
Required: Lisa Mohr; Ben Ode""", "Adatum|Warehouse Clerk|Lisa Mohr=; Ben Ode=||video|"),
    ("""Topic: Technical Interview: Mei Lin x Litware
Time: [Nov 26, 2026 10:00 AM]
Meeting ID: 999 1112 2233""", "Litware||||video|"),
    ("""Event Name: Nurse - First Interview
Invitee: Mei Lin
Who: Rob Hay (Ward Manager)
Company: Proseware Clinic
Location: Ward 4, Lake Street 2
Event Date/Time: [10:00am - Thursday, November 26, 2026]""", "Proseware Clinic|Nurse|Rob Hay=Ward Manager/M|1|onsite|Ward 4, Lake Street 2"),
    ("""Invitation: Phone screen with Fabrikam @ [Thu 26 Nov 2026 2pm] (GMT)
Organizer: Nadia Kerr
Guests: Nadia Kerr; you""", "Fabrikam||Nadia Kerr=/|s|phone|"),
]  # fmt: skip

HELD = [
    ("""Jane Holt is inviting you to a scheduled Zoom meeting.

Topic: Fabrikam | Omar Diaz - final round
Time: [Feb 3, 2027 02:00 PM] London
Join Zoom Meeting
https://us02web.zoom.us/j/88112233?pwd=abc
Meeting ID: 881 1223 3445
Passcode: 551177""", "Fabrikam|||f|video|https://us02web.zoom.us/j/88112233?pwd=abc"),
    ("""You're scheduled!
Event Name: First Interview
Invitee: Lea Roth
Who: Mark Osei (Head of Logistics), Tina Vo (HR)
Company: Baltic Freight GmbH
Role: Dispatcher
Location: Google Meet
Event Date/Time: [09:30 - Tuesday, 12 January 2027]""", "Baltic Freight GmbH|Dispatcher|Mark Osei=Head of Logistics/M; Tina Vo=HR/H|1|video|"),
    ("""Interview with Tailspin Toys @ [Mon Jan 11, 2027 2pm - 3pm] (CET)
Organizer: Ruth Klein
Guests: Ruth Klein, me@example.org
Joining info: https://meet.google.com/abc-defg-hij""", "Tailspin Toys||Ruth Klein=/||video|https://meet.google.com/abc-defg-hij"),
    ("""From: Karl Busch
Sent: 4 January 2027 10:12
Subject: Interview: Lab Technician, Woodgrove Labs
When: [Thursday, 14 January 2027 9:00 AM-10:00 AM]
Where: Microsoft Teams Meeting
Required: Karl Busch; Dina Amar""", "Woodgrove Labs|Lab Technician|Karl Busch=; Dina Amar=||video|"),
    ("""Event Type: Second Interview - Shift Leader
Invitee: Tomas Horak
Host: Yara Saad (Plant Manager)
Company: Coho Bakery
Location: 12 Mill Road, Derby
Event Date/Time: [8:00am - Friday, 15 January 2027]""", "Coho Bakery|Shift Leader|Yara Saad=Plant Manager/M|2|onsite|12 Mill Road, Derby"),
    ("""Topic: Interview Wingtip Care - Ana Lopes
Time: [Jan 20, 2027 11:00 AM] Paris
Join Zoom Meeting
Meeting ID: 777 888 9999
Passcode: x8Kq""", "Wingtip Care||||video|"),
    ("""Topic: Adventure Works - interview with Noor Aziz
Time: [Mar 2, 2027 09:00 AM] Amsterdam
Join Zoom Meeting
https://us05web.zoom.us/j/111222333
Meeting ID: 111 222 333
Passcode: a1b2""", "Adventure Works||||video|https://us05web.zoom.us/j/111222333"),
    ("""Hello Noor,
Your meeting is booked.
Event Type: Phone Screen
Invitee: Noor Aziz
Who: Jan Vos (Recruiter)
Company: Lamna Healthcare
Position: Care Assistant
Event Date/Time: [11:15am - Monday, 8 March 2027]""", "Lamna Healthcare|Care Assistant|Jan Vos=Recruiter/R|s|phone|"),
    ("""Updated invitation: Final interview - Munson Farms @ [Tue 9 Mar 2027 15:00 - 16:00] (CET)
Organizer: Greta Blum
Guests: Greta Blum; Noor Aziz""", "Munson Farms||Greta Blum=/|f||"),
    ("""Subject: Second interview Bellows College, Librarian
When: [Wednesday, March 10, 2027 1:00 PM-2:00 PM]
Where: Room 12, 4 College Lane
Required: Ivo Marsh""", "Bellows College|Librarian|Ivo Marsh=/|2|onsite|Room 12, 4 College Lane"),
]  # fmt: skip

BARE = [
    "Acme, ops lead, Thursday 3pm",
    "Topic: pay",
    """Your interview
Role: Theatre nurse
Employer: City Clinic
Where: Ward 6""",
    """Dear Sam,
we would like to invite you.
Kind regards,
Ina Li""",
]


@pytest.mark.parametrize("text, expected", TUNED)
def test_tuned_invitations(text: str, expected: str) -> None:
    assert misses([(text, expected)]) == []


def test_invitations_held_out() -> None:
    assert len({text for text, *_ in misses(HELD)}) <= 1, misses(HELD)


@pytest.mark.parametrize("text, expected", TUNED + HELD)
def test_the_reader_of_times_leaves_the_same_facts(text: str, expected: str) -> None:
    bare, _ = marked(text)
    line = read_line(bare, when.understand(bare, NOW, "Europe/Berlin").spans)
    assert {name: getattr(line, name) for name in fields(expected)} == fields(expected)


@pytest.mark.parametrize("text, _", TUNED + HELD)
def test_an_invitation_is_known(text: str, _: str) -> None:
    assert is_invite(marked(text)[0])


@pytest.mark.parametrize("text", BARE)
def test_other_texts_are_no_invitation(text: str) -> None:
    assert not is_invite(text)


def test_a_letter_around_the_rows_gives_what_they_leave_open() -> None:
    text = """Dear Sam,
thank you for your application for the Ward Clerk position at Proseware Clinic.

Topic: Interview
Time: [Nov 26, 2026 10:00 AM]
Meeting ID: 999 1112 2233

Kind regards,
Ina Li
Recruiter"""
    line = read_line(*marked(text))
    assert (line.employer, line.role, line.medium) == ("Proseware Clinic", "Ward Clerk", "video")
