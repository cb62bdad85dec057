"""Calendar files and pasted invitations in the chat: shown, confirmed, moved, called off; and interviews given out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot import intake
from bot.core.model import Entry, Interview, Job, Person
from bot.intake.calendars import events
from tests.chat import Chat, talking

pytestmark = [pytest.mark.anyio, pytest.mark.capability("F1")]

ZONED = "DTSTART;TZID=Europe/Berlin:20261126T150000\nDTEND;TZID=Europe/Berlin:20261126T154500"
LINK = "https://meet.google.com/abc-defg-hij"


def ics(*events: str, method: str = "REQUEST") -> bytes:
    body = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:{method}\n{body}END:VCALENDAR\n".encode()


def invitation(when: str = ZONED, sequence: int = 0, uid: str = "a1", **more: str) -> str:
    rows = {
        "UID": uid, "SEQUENCE": str(sequence), "DTSTAMP": f"202611{10 + sequence}T080000Z",
        "SUMMARY": "Interview: Night Nurse", "ORGANIZER;CN=Julia Meyer": "mailto:julia@green-hill.example",
        "DESCRIPTION": f"Julia Meyer\\, Head of Care\\nCompany: Green Hill\\nJoin: {LINK}\\nOr dial: +49 30 5550 1234 PIN: 4455#",
        "LOCATION": "Main Street 5", **more,
    }  # fmt: skip
    return "\n".join([*(f"{name}:{value}" for name, value in rows.items()), when])


async def settled(chat: Chat) -> None:
    """A user whose city is known."""
    await chat.say("/settings Berlin")


async def only(chat: Chat) -> Interview:
    (interview,) = (await chat.work()).all(Interview)
    return interview


async def saved(chat: Chat) -> Interview:
    await settled(chat)
    await chat.send(("invite.ics", ics(invitation())))
    await chat.tap("Save")
    return await only(chat)


async def test_f1_an_invitation_becomes_an_interview(tmp_path: Path) -> None:
    async with talking(tmp_path, read_file=intake.read) as chat:
        await chat.send(("invite.ics", ics(invitation())))
        chat.expect("city")
        await chat.say("Berlin")
        chat.expect("Green Hill", "Night Nurse", "Thu 26 Nov, 15:00", "45 minutes", "Julia Meyer (Head of Care)")
        chat.expect("Main Street 5", "meet.google.com", "+49 30 5550 1234, 4455#")
        await chat.tap("Save")
        interview, work = await only(chat), await chat.work()
        assert (interview.link, interview.dial_in, interview.place) == (
            LINK,
            "+49 30 5550 1234, 4455#",
            "Main Street 5",
        )
        assert (work.all(Job)[0].employer, work.all(Person)[0].audience) == ("Green Hill", "M")
        await chat.say("/card")
        chat.expect("Main Street 5", "meet.google.com", "Dial in: +49 30 5550 1234, 4455#")


async def test_f1_moved_then_cancelled_by_file(tmp_path: Path) -> None:
    async with talking(tmp_path, read_file=intake.read) as chat:
        await saved(chat)
        moved = "DTSTART;TZID=Europe/Berlin:20261127T093000\nDTEND;TZID=Europe/Berlin:20261127T101500"
        await chat.send(("invite.ics", ics(invitation(moved, 2))))
        chat.expect("Fri 27 Nov, 09:30", "Moved from Thu 26 Nov, 15:00")
        await chat.tap("Save")
        interview = await only(chat)
        assert (f"{interview.local:%d %H:%M}", interview.their_sequence) == ("27 09:30", 2)
        await chat.send(("old.ics", ics(invitation(ZONED, 1))))
        chat.expect("older version", "Green Hill")
        await chat.send(("off.ics", ics(invitation(moved, 3), method="CANCEL")))
        chat.expect("Take it off your list")
        await chat.tap("Yes, it's off")
        assert (await only(chat)).state == "cancelled"
        await chat.send(("off.ics", ics(invitation(moved, 3), method="CANCEL")))
        chat.expect("off your list already")
        await chat.send(("again.ics", ics(invitation(ZONED, 4))))
        await chat.tap("Save")
        assert (await only(chat)).state == "planned"


async def test_f1_what_changes_nothing(tmp_path: Path) -> None:
    async with talking(tmp_path, read_file=intake.read) as chat:
        await saved(chat)
        for name, data, words in (
            ("reply.ics", ics(invitation(sequence=5), method="REPLY"), "answer to an invitation"),
            ("off.ics", ics(invitation("DTSTART:20261201T080000Z", uid="zz"), method="CANCEL"), "which I don't know"),
            ("past.ics", ics(invitation("DTSTART:20261101T080000Z", uid="zz")), "that is over"),
            ("none.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "no event"),
        ):
            await chat.send((name, data))
            chat.expect(words)
        interview = await only(chat)
        assert (f"{interview.local:%d %H:%M}", interview.state, interview.their_sequence) == ("26 15:00", "planned", 0)


async def test_f1_what_must_be_asked(tmp_path: Path) -> None:
    async with talking(tmp_path, read_file=intake.read) as chat:
        await settled(chat)
        await chat.send(("day.ics", ics(invitation("DTSTART;VALUE=DATE:20261126", uid="d"))))
        chat.expect("At what time on Thu 26 Nov?")
        await chat.say("3pm")
        chat.expect("Thu 26 Nov, 15:00", "Is that right?")
        await chat.say("/cancel")
        await chat.send(("floating.ics", ics(invitation("DTSTART:20261126T150000", uid="f"))))
        chat.expect("no time zone, so I took yours", "Thu 26 Nov, 15:00 (Berlin")
        await chat.say("/cancel")
        await chat.send(("strange.ics", ics(invitation("DTSTART;TZID=Shire Time:20261126T150000", uid="s"))))
        chat.expect("“Shire Time”", "Which one is it?")
        await chat.tap("Thu 26 Nov, 15:00")
        chat.expect("Is that right?")
        await chat.say("/cancel")
        series = f"{ZONED}\nRRULE:FREQ=WEEKLY;COUNT=3"
        await chat.send(("series.ics", ics(invitation(series, uid="r"))))
        chat.expect("It repeats")
        await chat.tap("Thu 3 Dec, 15:00")
        chat.expect("Thu 3 Dec, 15:00", "Is that right?")


async def test_f1_several_events_are_chosen_from(tmp_path: Path) -> None:
    async with talking(tmp_path, read_file=intake.read) as chat:
        await settled(chat)
        second = invitation("DTSTART:20261130T090000Z", uid="b2", SUMMARY="Second interview: Night Nurse")
        await chat.send(("two.ics", ics(invitation(), second, invitation("DTSTART:20261001T090000Z", uid="c3"))))
        chat.expect("2 events")
        await chat.say("7")
        await chat.tap("Second interview")
        chat.expect("Mon 30 Nov, 10:00", "Round: second")
        await chat.tap("Save")
        assert (await only(chat)).round == "2"


async def test_f1_a_pasted_calendar_and_one_in_the_middle_of_something(tmp_path: Path) -> None:
    async with talking(tmp_path, read_file=intake.read) as chat:
        await settled(chat)
        await chat.say("/worry they will make me work every weekend")
        await chat.say(ics(invitation()).decode())
        chat.expect("Green Hill", "Is that right?")
        await chat.tap("Save")
        assert any("Back to" in label for label in chat.labels())


async def test_f1_a_mail_with_an_invitation(tmp_path: Path) -> None:
    mail = (
        b"From: Julia Meyer <julia@green-hill.example>\nTo: sam@mail.example\nSubject: Your interview\n"
        b"Date: Mon, 23 Nov 2026 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        b"--x\nContent-Type: text/plain\n\nDear Sam,\nthank you for applying as Night Nurse at Green Hill.\n"
        b"Kind regards\nJulia Meyer\n--x\nContent-Type: text/calendar; method=REQUEST\n\n"
    ) + ics(invitation(SUMMARY="Interview", DESCRIPTION="See you")) + b"--x--\n"  # fmt: skip
    async with talking(tmp_path, read_file=intake.read) as chat:
        await settled(chat)
        await chat.send(("mail.eml", mail))
        chat.expect("Green Hill", "Night Nurse", "Thu 26 Nov, 15:00", "Is that right?")


async def test_f1_pasted_notices_move_and_cancel(tmp_path: Path) -> None:
    async with talking(tmp_path, read_file=intake.read) as chat:
        await saved(chat)
        await chat.say(
            "Updated invitation: Interview - Night Nurse, Green Hill @ Fri 27 Nov 2026 11:00 - 11:45 (CET)\n\n"
            "Organizer: Julia Meyer\nWhen: Friday 27 Nov 2026 11:00 - 11:45\n"
            "Old time: Thursday 26 Nov 2026 15:00 - 15:45"
        )
        chat.expect("Fri 27 Nov, 11:00", "Moved from Thu 26 Nov, 15:00")
        await chat.tap("Save")
        await chat.say(
            "Canceled event: Interview - Night Nurse, Green Hill @ Fri 27 Nov 2026 11:00 - 11:45 (CET)\n"
            "Organizer: Julia Meyer\nWhen: Friday 27 Nov 2026 11:00 - 11:45"
        )
        chat.expect("Take it off your list")
        await chat.tap("Yes, it's off")
        assert (await only(chat)).state == "cancelled"


async def bytes_of(chat: Chat) -> bytes:
    """The file that came last."""
    return await chat.opened(chat.new[-1])


async def file_of(chat: Chat) -> list[dict[str, Any]]:
    """The calendar file that came last, read by our own reader of files."""
    return events((await bytes_of(chat)).decode())


@pytest.mark.capability("F3")
async def test_f3_interviews_go_out_change_and_are_taken_out(tmp_path: Path) -> None:
    async with talking(tmp_path, read_file=intake.read) as chat:
        await settled(chat)
        await chat.say("/interview Acorn House, night nurse, Thursday 3pm with Julia (head of care)")
        await chat.tap("Save")
        await chat.tap("Add to my calendar")
        chat.expect("Wed 25 Nov, 19:00: Prepare: Acorn House", "Thu 26 Nov, 15:00: Interview", "take the file again")
        first = await file_of(chat)
        assert [event["sequence"] for event in first] == [0, 0, 0]
        assert "1. " in first[0]["description"]
        await chat.say("/undo")
        chat.expect("Taken back")
        await chat.say("/interview Acorn House, night nurse, Thursday 3pm with Julia (head of care)")
        await chat.tap("Save")
        await chat.say("/next")
        await chat.tap("Add to my calendar")
        first = await file_of(chat)
        await chat.say("they moved the interview to Friday 10am")
        await chat.tap("Save")
        await chat.tap("Update my calendar")
        chat.expect("delete the older one by hand")
        moved = await file_of(chat)
        assert [event["uid"] for event in moved] == [event["uid"] for event in first]
        assert {event["sequence"] for event in moved} == {1}
        await chat.send(("ours.ics", await bytes_of(chat)))
        await chat.tap("Interview: Acorn House")
        chat.expect("came from me")
        await chat.say("/next")
        await chat.tap("Fri 27 Nov")
        await chat.tap("It's off")
        await chat.tap("Yes, it's off")
        await chat.tap("Take it out of my calendar")
        chat.expect("delete by hand")
        off = await file_of(chat)
        assert {(event["method"], event["sequence"]) for event in off} == {("CANCEL", 2)}
        assert [entry.state for entry in (await chat.work()).all(Entry)].count("withdrawn") == 1


@pytest.mark.capability("F3")
async def test_f3_just_remind_me_gets_the_talk_alone(tmp_path: Path) -> None:
    async with talking(tmp_path, read_file=intake.read) as chat:
        await chat.say("/start")
        await chat.tap("Just remind me")
        await chat.say("Acorn House, Thursday 3pm")
        await chat.say("Berlin")
        await chat.tap("Save")
        await chat.tap("Add to my calendar")
        assert [event["summary"] for event in await file_of(chat)] == ["Interview: Acorn House"]
