"""A shared contact as somebody to meet: name, title and firm. The number is not read: nobody here needs it."""

from __future__ import annotations

import binascii
import quopri

from bot.core.lines.people import Met, audience

_LONGEST = 80  # characters of a name or a title


def read_contact(first_name: str, last_name: str = "", vcard: str = "") -> tuple[Met, str]:
    """The person, and the firm that the card names ("" where it names none).

    ``vcard``: as RFC 6350 or the older versions 2.1 and 3.0 have it; only TITLE, ROLE and ORG are read.
    """
    fields = _fields(vcard)
    title = _short(fields.get("TITLE") or fields.get("ROLE", ""))
    name = _short(f"{first_name} {last_name}")
    return Met(name, title, audience(title)), _short(fields.get("ORG", ""))


def _short(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())[:_LONGEST].strip()


def _fields(vcard: str) -> dict[str, str]:
    """The first value of each property, its first component where it has several."""
    found: dict[str, str] = {}
    for line in _unfolded(vcard):
        head, colon, value = line.partition(":")
        name, *about = head.split(";")
        name = name.rpartition(".")[2].upper()  # "item1.TITLE" is a title too
        if colon and name in ("TITLE", "ROLE", "ORG"):
            found.setdefault(name, _plain(value, "QUOTED-PRINTABLE" in head.upper() and bool(about)))
    return found


def _unfolded(vcard: str) -> list[str]:
    """Logical lines: a long one goes on behind a blank, or behind the "=" of quoted-printable."""
    lines: list[str] = []
    for line in vcard.splitlines():
        if line[:1] in (" ", "\t") and lines:
            lines[-1] += line[1:]
        elif lines and lines[-1].endswith("=") and "QUOTED-PRINTABLE" in lines[-1].upper():
            lines[-1] = lines[-1][:-1] + line
        else:
            lines.append(line)
    return lines


def _plain(value: str, quoted: bool) -> str:
    if quoted:
        try:
            value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
        except (ValueError, binascii.Error):
            return ""
    value = value.replace("\\,", ",").replace("\\n", " ").replace("\\N", " ").replace("\\;", "\x01")
    return value.split(";", 1)[0].replace("\x01", ";").replace("\\\\", "\\")
