"""Mails: which body is taken, what comes with them, and what Outlook packs."""

from __future__ import annotations

import struct

import pytest

from bot import intake
from bot.intake.readers import lzfu
from tests.intake import make_mail, make_office, make_pdf
from tests.intake.make_mail import Compound, message, packed_rtf
from tests.intake.offer import AFTER, BEFORE, PLAIN, TABLE

pytestmark = pytest.mark.anyio

LETTER = make_pdf.plain([make_pdf.lay(BEFORE, TABLE, AFTER)])
CALENDAR = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Talk\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
HEAD = b"From: a@b.example\r\nMIME-Version: 1.0\r\n"


async def text_of(mail: bytes) -> str:
    read = await intake.read(mail, "mail")
    assert (read.kind, read.problem) == ("eml", "")
    return read.text


async def test_headers_are_no_part_of_the_text() -> None:
    mail = make_mail.eml("We offer you 31,400.", subject="Dein Angebot für März")
    assert await text_of(mail.as_bytes()) == "We offer you 31,400."


async def test_a_letter_that_is_attached_follows_the_words() -> None:
    mail = make_mail.eml(
        "Dear Marta, here is the letter.", attached=[("offer.pdf", "application/octet-stream", LETTER)]
    )
    text = await text_of(mail.as_bytes())
    assert text.startswith("Dear Marta, here is the letter.\n\nDear Marta,\nwe are glad")


async def test_a_forwarded_mail_and_what_it_brings() -> None:
    outer = make_mail.eml("This came from HR.")
    outer.add_attachment(
        make_mail.eml("We offer you a post.", attached=[("o.docx", "a/b", make_office.docx(make_office.p("31,400 €")))])
    )
    assert await text_of(outer.as_bytes()) == "This came from HR.\n\nWe offer you a post.\n\n31,400 €"


async def test_lines_that_were_folded_for_the_way() -> None:
    body = b"Content-Type: text/plain; format=flowed\r\n\r\nWe offer you \r\n31,400 a year.\r\n> quoted \r\n> on\r\n-- \r\nAnna\r\n"
    assert (await text_of(HEAD + body)).splitlines() == ["We offer you 31,400 a year.", "> quoted > on", "--", "Anna"]


@pytest.mark.parametrize(
    "charset, encoded",
    [
        ("utf-8", "zł €".encode()),
        ("windows-1250", "zł €".encode("cp1250")),
        ("us-ascii", "zł €".encode()),
        ("", "zł €".encode()),
    ],
)
async def test_charsets(charset: str, encoded: bytes) -> None:
    kind = f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".encode()
    assert await text_of(HEAD + kind + b"We pay 9 500 " + encoded) == "We pay 9 500 zł €"


async def test_a_calendar_is_known_and_its_events_are_handed_back() -> None:
    read = await intake.read(CALENDAR, "invite.ics", "text/calendar")
    assert (read.kind, read.problem, read.text, read.calendar) == ("ics", "", "", True)
    mail = make_mail.eml("See you there.", attached=[("invite.ics", "text/calendar", CALENDAR)])
    read = await intake.read(mail.as_bytes(), "mail")
    assert (read.text, read.left_out) == ("See you there.", ())
    assert read.calendar
    assert [event["summary"] for event in read.events] == ["Talk"]


async def test_outlook_attachments_and_names() -> None:
    data = Compound(message("Here is the letter.", offer_pdf=LETTER, tool_exe=b"MZ\x00\x00" + bytes(5_000))).data()
    read = await intake.read(data, "x.msg")
    assert read.text.startswith("Here is the letter.\n\nDear Marta,")
    assert [(part.name, part.problem) for part in read.left_out] == [("tool.exe", "intake.unknown")]


async def test_outlook_wraps_pages_into_rtf() -> None:
    page = (
        rb"{\rtf1\ansi\ansicpg1252\fromhtml1 {\*\htmltag64 <html><body>}{\*\htmltag64 <p>}\htmlrtf {\b \htmlrtf0 We pay "
        rb"31,400 \'80\htmlrtf }\htmlrtf0{\*\htmltag72 </p>}{\*\htmltag64 <p style='display:none'>}no{\*\htmltag72 </p>}}"
    )
    read = await intake.read(Compound(message(rtf=packed_rtf(page))).data(), "x.msg")
    assert read.text == "We pay 31,400 €"


def test_outlook_packing_refers_back() -> None:
    """Four letters, a reference to them that runs on, and the sign for the end."""
    start = len(lzfu._START)
    body = bytes([0b00110000]) + b"ab c" + struct.pack(">H", start << 4 | 6) + struct.pack(">H", (start + 12) << 4)
    data = struct.pack("<IIII", len(body) + 12, 100, 0x75465A4C, 0) + body
    assert lzfu.unpack(data) == b"ab cab cab c"


async def test_a_long_text_is_no_mail_because_it_speaks_of_one() -> None:
    read = await intake.read(PLAIN.encode() + b"\nSubject: to approval", "x")
    assert read.kind == "txt"
