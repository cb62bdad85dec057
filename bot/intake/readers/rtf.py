"""RTF, by striprtf; pictures are cut out first, for they are most of such a file."""

from __future__ import annotations

import re
from collections.abc import Callable

from striprtf.striprtf import rtf_to_text

from bot.intake.model import DAMAGED, Unreadable
from bot.intake.readers.job import Job, Text
from bot.intake.readers.tidy import row

_DIGITS = re.compile(rb"(?:[0-9a-fA-F]{2}[\r\n]*){100,}")
_CODEPAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_CELL = "\x1f"
_RTF: Callable[..., str] = rtf_to_text  # it has no types of its own


def read(data: bytes, job: Job) -> Text:
    """The text; rows of tables stay together."""
    return Text("rtf", plain(data))


def plain(data: bytes) -> str:
    """The text of RTF; Unreadable where it is broken."""
    found = _CODEPAGE.search(data[:2000])
    encoding = f"cp{int(found[1])}" if found and int(found[1]) != 65001 else "cp1252"
    source = _DIGITS.sub(b"", data).decode("latin-1").replace("\\cell ", f"\\cell {_CELL}")
    try:
        text: str = _RTF(source, encoding=_known(encoding), errors="replace")
    except (ValueError, LookupError, IndexError, KeyError, AttributeError, TypeError) as error:
        raise Unreadable(DAMAGED) from error
    return "\n".join(_line(line) for line in text.split("\n"))


def _known(encoding: str) -> str:
    try:
        return "".encode(encoding).decode(encoding) or encoding
    except LookupError:
        return "cp1252"


def _line(line: str) -> str:
    """striprtf ends each cell with a bar; what the user typed as a bar stays."""
    line = line.replace(_CELL, "")
    return row(line.split("|")[:-1]) if line.endswith("|") else line
