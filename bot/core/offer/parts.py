"""Several offers in one text, told apart by their headings."""

from __future__ import annotations

from dataclasses import dataclass

import re2

_HEAD = re2.compile(
    r"(?i)^\W*(?:(?:the )?(?:first|second|third|fourth|other)(?: one| offer)?|(?:offer|option|company|employer"
    r"|job)\s*(?:#|no\.?\s*)?(?:[a-d]|[1-6]|one|two|three))\b\W*(.{0,60})$"
)
_NUMBERED = re2.compile(r"^\s*(?:[1-6]|[a-dA-D])[).]\s+([A-ZÀ-Þ].{0,400})$")
_PRESENT = re2.compile(
    r"(?i)^\W*(?:my )?(?:current|present|existing|now|today|old|previous)(?: (?:job|role|one|company|employer|place"
    r"|position|offer))?\s*(?:[:(-].{0,60})?$"
)
_MONEY = re2.compile(
    r"(?i)[£$€₹]\s?\d|\b\d+(?:[.,]\d+)?\s?(?:k|lpa|lakhs?)\b|\d{2,3}[,.' ]\d{3}|\b(?:per|an?) (?:hour|month|year)\b"
    r"|\d[./]?\d* ?/ ?h"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One of several offers: how it is called, and its text."""

    name: str
    text: str


def parts(text: str) -> list[Part]:
    """The offers of a text in order; empty where it tells of one only. The present job is left out."""
    lines = text.split("\n")
    cuts = [(n, name) for n, line in enumerate(lines) if (name := _name(line)) is not None]
    found = []
    for at, (start, name) in enumerate(cuts):
        end = cuts[at + 1][0] if at + 1 < len(cuts) else len(lines)
        body = "\n".join(lines[start:end])
        if name and _MONEY.search(body):
            found.append(Part(name, body))
    return found if len(found) > 1 else []


def _name(line: str) -> str | None:
    """The name of the offer that begins here, "" for the present job, None where nothing begins."""
    if len(line) > 420 or not line.strip():
        return None
    if _PRESENT.match(line):
        return ""
    head = _HEAD.match(line)
    if head:
        return line.strip(" :-*#\t")[:60]
    numbered = _NUMBERED.match(line)
    if numbered and _MONEY.search(line):
        words = str(numbered.group(1))
        return words.split(",", maxsplit=1)[0].split(".", maxsplit=1)[0].split(":", maxsplit=1)[0].strip()[:60]
    return None
