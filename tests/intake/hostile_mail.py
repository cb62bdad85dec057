"""Mails, RTF and HTML that are broken, lying or built to hurt."""

from __future__ import annotations

import struct
from email.message import EmailMessage

from tests.intake import make_mail
from tests.intake.hostile_base import DAMAGED, EMPTY, HOSTILE, MSG, RTF, TEXT, TOO_BIG, UNKNOWN, Files, flipped
from tests.intake.hostile_office import docx_bomb
from tests.intake.make_mail import Compound, message


def nested(depth: int) -> bytes:
    whole: EmailMessage = make_mail.eml("We offer you 31,400 a year.")
    for _ in range(depth):
        outer = make_mail.eml("See below, this was forwarded to me, and so on and so on.")
        outer.add_attachment(whole)
        whole = outer
    return whole.as_bytes()


def many_parts() -> bytes:
    part = b"--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n"
    return b"From: a@b.c\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + part * 5_000


def mail_with(name: str, kind: str, data: bytes) -> bytes:
    return make_mail.eml("We offer you 31,400 a year, see the letter.", attached=[(name, kind, data)]).as_bytes()


def mail_plain(headers: bytes, body: bytes) -> bytes:
    return b"From: a@b.example\r\nMIME-Version: 1.0\r\n" + headers + b"\r\n\r\n" + body


def msg_looping() -> bytes:
    """The allocation table leads back to where it began."""
    data = bytearray(Compound(message("x" * 40_000)).data())
    table = len(data) - 512 * (1 + (len(data) // 512) // 129)
    for at in range(table, len(data) - 4, 4):
        if struct.unpack_from("<I", data, at)[0] < 200:
            struct.pack_into("<I", data, at, 0)
    return bytes(data)


def msg_nested(depth: int) -> bytes:
    whole = message("We offer you 31,400 a year.", head=24)
    for level in range(depth):
        outer = message("See below.", head=32 if level == depth - 1 else 24)
        make_mail.attach(outer, 0, "inner.msg", whole)
        whole = outer
    return Compound(whole).data()


def msg_with_rtf(packed: bytes) -> bytes:
    return Compound(message(rtf=packed)).data()


MAILS: Files = {
    "mail in 30 mails": (lambda: nested(30), (HOSTILE,)),
    "mail in 6 mails": (lambda: nested(6), (TEXT,)),
    "mail of 5,000 parts": (many_parts, (TOO_BIG,)),
    "mail with a header of 5 MB": (lambda: mail_plain(b"X-A: " + b"a" * 5_000_000, b"We offer 31,400."), (TEXT, EMPTY)),
    "mail with 100,000 headers": (
        lambda: mail_plain(b"X-A: b\r\n" * 100_000 + b"X: y", b"We offer 31,400."),
        (TEXT, EMPTY),
    ),
    "mail in an unknown charset": (
        lambda: mail_plain(b"Content-Type: text/plain; charset=klingon", b"We offer \x80 31,400."),
        (TEXT,),
    ),
    "mail in the charset zip": (
        lambda: mail_plain(b"Content-Type: text/plain; charset=zip", b"We offer 31,400."),
        (TEXT,),
    ),
    "mail with broken base64": (
        lambda: mail_plain(b"Content-Transfer-Encoding: base64", b"V2Ugb2ZmZXIgMzEsNDAwIGEg*eWVhcg=")[:-1],
        (TEXT,),
    ),
    "mail without an end": (
        lambda: mail_plain(b"Content-Type: multipart/mixed; boundary=b", b"--b\r\n\r\nWe offer 31,400"),
        (TEXT,),
    ),
    "mail with a program": (
        lambda: mail_with("offer.pdf.exe", "application/pdf", b"MZ\x90\x00" + bytes(3_000)),
        (TEXT,),
    ),
    "mail with a bomb": (lambda: mail_with("offer.docx", "application/msword", docx_bomb()), (TEXT,)),
    "mail with a path": (lambda: mail_with("../../../etc/passwd", "application/pdf", b"\x00\x01" * 2_000), (TEXT,)),
    "mail with odd headers": (
        lambda: mail_plain(b"Subject: =?utf-8?b?////?=\r\nDate: \xff\xfe", b"We offer 31,400."),
        (TEXT,),
    ),
    "msg that runs in circles": (msg_looping, (DAMAGED, TEXT, EMPTY, UNKNOWN)),
    "msg cut in half": (lambda: MSG[: len(MSG) // 2], (DAMAGED, EMPTY, TEXT, UNKNOWN)),
    "msg of a head alone": (lambda: MSG[:512], (DAMAGED,)),
    "msg, bits flipped": (lambda: flipped(MSG, 3, 400), (DAMAGED, EMPTY, TEXT, UNKNOWN)),
    "msg in 6 msgs": (lambda: msg_nested(6), (TEXT,)),
    "msg whose RTF lies": (
        lambda: msg_with_rtf(struct.pack("<IIII", 999, 8_000_000, 0x75465A4C, 0) + b"\xff\x10\x0f" * 90),
        (EMPTY, DAMAGED, TEXT),
    ),
    "msg whose RTF is huge": (lambda: msg_with_rtf(struct.pack("<IIII", 9, 2**31, 0x75465A4C, 0)), (TOO_BIG,)),
    "rtf of brackets": (lambda: b"{\\rtf1 " + b"{" * 300_000, (EMPTY, TEXT)),
    "rtf without an end": (lambda: RTF[:-40], (TEXT,)),
    "rtf with a gigabyte to come": (lambda: b"{\\rtf1 We offer 31,400 {\\bin1000000000 abc}}", (TEXT, EMPTY)),
    "rtf in an unknown code page": (lambda: b"{\\rtf1\\ansicpg99999 We offer \\'80 31,400 a year.}", (TEXT,)),
    "rtf that embeds a program": (
        lambda: b"{\\rtf1 We offer 31,400 {\\object\\objdata " + b"4d5a" * 100_000 + b"}}",
        (TEXT,),
    ),
    "html of comments": (lambda: b"<html>We offer 31,400" + b"<!--" * 500_000, (TEXT,)),
    "html 200,000 levels deep": (lambda: b"<html>" + b"<div>" * 200_000 + b"We offer 31,400", (TEXT,)),
    "html of open tags": (lambda: b"<html>We offer 31,400 " + b"<a href='" * 100_000, (TEXT,)),
    "html of ends": (lambda: b"<html>We offer 31,400" + b"<b>" * 50_000 + b"</i>" * 50_000, (TEXT,)),
    "html of entities": (lambda: b"<html>We offer 31,400 " + b"&lt;" * 500_000, (TEXT,)),
    "html of 9 MB": (lambda: b"<html>" + b"<p>hello</p>" * 800_000, (TOO_BIG,)),
    "html of scripts": (lambda: b"<html><script>while(1);</script><p>We offer 31,400", (TEXT,)),
}
