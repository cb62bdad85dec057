"""Several offers in one text, told apart by their headings, or by whose they are where all is told in one breath."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

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


SHORT = 800  # characters of a message in which several offers may be told in one breath
_ONE = r"[A-Z][\w&'’.-]*"
_KIND = r"(?:school|high|primary|academy|college|nursery|hospital|clinic|care|home|hotel|lodge|bank|group|ltd)"
_NAME = rf"{_ONE}(?: (?:(?:of|and|&) )?(?:{_ONE}|{_KIND}\b)){{0,3}}"
_ANY = rf"(?:{_NAME}|[a-z][\w'’-]+(?: {_ONE}){{0,2}})"
_FIRST = r"(?i:(?:the )?(?:first|second|third|1st|2nd|3rd|other|another|one|offer)(?: one| offer| job)?)"
_WHOSE = re.compile(
    rf"\b{_FIRST}(?i:,?(?: is| was|:)?(?: also)? (?:from|at|with|by)(?: the)?) (?P<from>{_ANY})"
    rf"|\b(?i:(?:the )?(?:first|second|third|other)(?: one| offer| job)?(?: is| was|:)(?: the)?) (?P<is>{_NAME})"
    rf"|(?:^|(?<=[.;!?,\n] )|(?<=\n))(?P<label>{_NAME}) ?(?::|-|=) ?(?=[£$€]?\d)"
    rf"|(?:^|(?<=[.;!?,:\n] )|(?<=\n)|(?<= and )|(?<= but ))(?:And |But )?(?P<pays>{_NAME})"
    r" (?i:(?:would |will |is |are )?(?:offer(?:s|ed|ing)?|pay(?:s|ing)?|gives?|gave)\b)"
)
_SMALL = re.compile(
    r"(?:^|(?<=[.;!?,\n] )|(?<=\n))(?P<label>[a-z][\w&'’-]+(?: [a-z][\w&'’-]+){0,2}) ?(?::|=) ?(?=[£$€]?\d)"
)
_SEVERAL = re2.compile(r"(?i)\b(?:(?:2|two|3|three|both|several|a few|the) (?:job )?offers|offers from)\b")
_RATE = re2.compile(r"(?i)\b\d+[.,]\d\d ?(?:/ ?h|an? h|per h|ph\b|p\.h)")
NO_NAMES = frozenset(  # what stands before a sum and is a term, a time or a word for somebody
    """
    a the it they he she we i you this that them my your our their his her me both each hour hours week month year day
    days night nights weekday weekdays weekend weekends monday tuesday wednesday thursday friday saturday sunday base
    basic salary pay rate rates wage wages gross net total bonus overtime ot holiday holidays leave commission allowance
    shift shifts early late lates morning evening start starts probation after before min max stage level grade band
    step junior senior hourly weekly monthly annual annually yearly extra standard relocation pension signing sign
    retention title position role job location place hr ctc fixed variable rent phone car time half double minimum
    maximum target ote from to first second third other another one option currently now present current
    """.split()
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
    return found if len(found) > 1 else _told(text)


def _told(text: str) -> list[Part]:
    """The same of a short message: "one is from Acme, 16 an hour, the other is Bolt, 17 an hour"; each with its pay."""
    if len(text) > SHORT:
        return []
    cuts = [(at.start(), name) for at in _WHOSE.finditer(text) if (name := _called(at))]
    if not cuts and _SEVERAL.search(text):  # names typed small, where it is said that they are offers
        cuts = [(at.start(), name) for at in _SMALL.finditer(text) if (name := _free_of_terms(at["label"]))]
    bodies: dict[str, str] = {}
    for (start, name), (end, _) in pairwise([*cuts, (len(text), "")]):
        bodies[name] = f"{bodies.get(name, '')} {text[start:end].strip(' ,;.')}".strip()
    return [Part(name, body) for name, body in bodies.items()] if _are_offers(bodies) else []


def _are_offers(bodies: dict[str, str]) -> bool:
    return len(bodies) > 1 and all(_MONEY.search(body) or _RATE.search(body) for body in bodies.values())


def _called(found: re.Match[str]) -> str:
    """Whose offer begins there; "" where it is a term ("Overtime: 17.10 an hour") or nobody."""
    return _free_of_terms(found["from"] or found["is"] or found["label"] or found["pays"] or "")


def _free_of_terms(label: str) -> str:
    name = label.strip(" .,:-")
    words = name.casefold().split()
    return "" if not words or any(word in NO_NAMES for word in words) else name


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
