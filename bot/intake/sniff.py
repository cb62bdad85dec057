"""Which kind a file is, by its content. Names and MIME types are the sender's claim and are not looked at."""

from __future__ import annotations

import re

from bot.intake.readers.plain import decode

_HEAD = 4096
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_FIRST = (
    (b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"), (b"{\\rt", "rtf"),
    (b"GIF8", "picture"), (b"II*\x00", "picture"), (b"MM\x00*", "picture"), (b"BM", "picture"),
)  # fmt: skip
_BINARY = (
    b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh",
    b"\xfd7zXZ", b"OggS", b"ID3", b"fLaC", b"RIFF", b"SQLite", b"%!PS", b"\x1aE\xdf\xa3", b"wOF", b"\x00asm",
)  # fmt: skip
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|span|style|article|section|h[1-6])\b",
    re.IGNORECASE,
)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):(?:[ \t]|$)")
_SURE = {"received", "mime-version", "message-id", "return-path", "content-type", "dkim-signature", "delivered-to"}
_MAIL = _SURE | {"from", "to", "cc", "date", "subject", "reply-to", "content-transfer-encoding", "x-mailer"}


def sniff(data: bytes) -> str:
    """pdf, zip, ole, rtf, jpeg, png, webp, picture (of a kind we can't read), ics, eml, html, txt, or binary."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return "picture" if head[8:12] in _HEIC else "binary"
    for magic, kind in _FIRST:
        if head.startswith(magic):
            # "BM" begins words too: a bitmap has four zero bytes at 6
            return "txt" if magic == b"BM" and head[6:10] != bytes(4) else kind
    return "binary" if head.startswith(_BINARY) and b"\x00" in head else _text_kind(head)


def _text_kind(head: bytes) -> str:
    text = decode(head).lstrip("\ufeff\x00 \t\r\n")
    if _noise(text):
        return "binary"
    if text[:60].upper().startswith("BEGIN:VCALENDAR"):
        return "ics"
    if _HTML.match(text):
        return "html"
    return "eml" if _is_mail(text) else "txt"


def _noise(text: str) -> bool:
    """Whether this is no text: more than one sign in fifty, and more than two, that no text holds."""
    odd = sum(1 for sign in text if sign == "\ufffd" or (sign < " " and sign not in "\t\n\r\f\x0b\x1b\x1a\x02"))
    return odd > 2 and odd * 50 > len(text)


def _is_mail(text: str) -> bool:
    """Two headers that mails have, one of them one that people don't type, or sender, date and subject together."""
    names = set()
    for line in text.splitlines()[:60]:
        found = _HEADER.match(line)
        if found:
            names.add(found[1].lower())
        elif not line.strip() or not (line[0] in " \t" or line.startswith("From ")):
            break
    known = names & _MAIL
    return (len(known) >= 2 and bool(known & _SURE)) or {"from", "date", "subject"} <= known
