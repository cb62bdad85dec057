"""What a file is by its first bytes, and what its bytes say."""

from __future__ import annotations

import pytest

from bot.intake.readers.plain import decode
from bot.intake.sniff import sniff

SAID = "Die Vergütung beträgt 4.200 € brutto, zahlbar am Monatsende."


@pytest.mark.parametrize(
    "head, kind",
    [
        (b"\n\n%PDF-1.4", "pdf"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "webp"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0", "ics"),
        ("\ufeffbegin:vcalendar".encode("utf-16"), "ics"),
        (b"  <!DOCTYPE html><p>", "html"),
        (b"<!-- saved --><html>", "html"),
        (b"<div>hello</div>", "html"),
        (b"<3 your offer", "txt"),
        (b"From: a@b.c\nDate: today\nSubject: x\n\nhello", "eml"),
        (b"Received: from x\n by y\nTo: z\n\nhello", "eml"),
        (b"From anna Fri Nov 20\nReceived: x\nTo: z\n\n", "eml"),
        (b"Subject: the offer\nHello Marta", "txt"),
        (b"To: Marta\nFrom: Anna\n\nhello", "txt"),
        (b"BMW offers you a post", "txt"),
        (b"MZ offers you a post", "txt"),
        (b"II* 3 reasons", "txt"),
        (b"\x00\x01\x02\x03" * 30, "binary"),
        (b"hello", "txt"),
    ],
)
def test_kinds(head: bytes, kind: str) -> None:
    assert sniff(head) == kind


@pytest.mark.parametrize(
    "encoding, text",
    [
        *((name, SAID) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")),
        ("cp1250", "Wynagrodzenie zasadnicze 9 500 zł, umowa na okres próbny, Łódź"),
        ("cp1251", "Оклад 100 000 рублей в месяц. Отпуск 28 дней"),
        ("koi8-r", "Оклад 100 000 рублей в месяц. Отпуск 28 дней"),
        ("cp1253", "Ο μισθός είναι 1.500 ευρώ τον μήνα"),
        ("shift_jis", "給与は月額300,000円です。勤務時間は9時から18時まで"),
        ("gb18030", "您的月薪为15000元，试用期三个月，年假十天。"),
        ("big5", "您的月薪為50000元，試用期三個月，年假十天。"),
        ("euc_kr", "월급은 300만원이며 연차는 15일입니다."),
    ],
)
def test_encodings_are_told_apart(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("claimed", ["", "utf-8", "ascii", "nonsense", "zip", "utf-7", "cp1252"])
def test_a_claimed_charset_is_believed_where_it_can_be(claimed: str) -> None:
    assert decode(SAID.encode("cp1252"), claimed) == SAID


def test_a_stray_byte_spoils_nothing_else() -> None:
    assert decode("größer als 28 Tage, für zwölf Monate, schöne Grüße".encode() + b"\xff") == (
        "größer als 28 Tage, für zwölf Monate, schöne Grüße\ufffd"
    )
