"""Short quotes of an offer, without what nobody needs of it: identity numbers, bank details, addresses."""

from __future__ import annotations

from collections.abc import Iterable

import re2

HIDDEN = "•••"
MOST = 200  # characters of a quote that are kept

_NUMBERED = (
    r"iban|bic|swift(?: code)?|sort code|routing|bsb|account|acct|a/c|passport|national insurance|nino|ni|ssn"
    r"|social security|insurance|tax (?:id|file|reference|ref)|taxpayer|tin|tfn|pan|aadhaar|uan|nric|fin|bsn|cpr"
    r"|emirates id|national id|identity|id|personnummer|pesel|cpf|curp|sin|card|employee|personnel|staff|licen[cs]e"
    r"|registration"
)
_LINK = r"(?:[ :#.]{0,3}(?:card|account|number|no|nr|code|id|is|of)\b){0,3}[ :#.]{0,3}"
_VALUE = r"[a-z]{0,4}[ -]?\d[\da-z]*(?:[ /-]?[\da-z]*\d[\da-z]*)*(?: [a-z]\b)?"
_LABELLED = re2.compile(rf"(?i)\b(?P<label>(?:{_NUMBERED})\b{_LINK})(?P<value>{_VALUE})")
_DIGITS = 5  # a labelled number with fewer is none that tells who somebody is

_WAY = (
    r"Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Court|Close|Way|Place|Square|Terrace|Boulevard|Blvd|Crescent|Gardens"
    r"|Row|Quay|Hill|Highway|Parade|Mews|Wharf"
)
_NAME = r"[A-ZÀ-Þ][A-Za-zÀ-ÿ'’.-]+"
_ANY = r"[A-Za-zÀ-ÿ'’.-]+"
_BARE = re2.compile(
    r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}"
    r"|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b"
    r"|\b\d{3}-\d{2}-\d{4}\b|\b[A-Z]{5}\d{4}[A-Z]\b|\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"
    r"|\b\d{4}[ -]\d{4}[ -]\d{4}(?:[ -]\d{4})?\b|\b\d{9,}\b|\+\d[\d ()./-]{7,17}\d"
    rf"|\b\d{{1,5}}[a-z]?,? (?:{_NAME} ){{1,4}}(?:{_WAY})\b\.?"
    r"|\b[A-ZÄÖÜ][A-Za-zÀ-ÿ.-]*(?:straße|strasse|str\.|gasse|weg|platz|allee|damm|gatan|straat|laan) ?\d{1,4} ?[a-z]?\b"
    rf"|\b\d{{1,4}},? (?:bis )?(?:rue|avenue|boulevard|chemin|via|calle|rua) (?:{_ANY} ){{0,3}}{_NAME}"
    rf"|\b(?:Rue|Via|Viale|Calle|Carrer|Rua|Avenida|Plaza|Piazza|[Uu]l\.|ulica) (?:{_ANY} ){{1,4}}\d{{1,4}}\b"
    r"|\b(?i:p\.? ?o\.? ?box) \d+|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b"
)
_POST = re2.compile(rf"(?P<before>{HIDDEN},? )\d{{4,6}}\b")  # the postcode behind a street


def masked(text: str) -> str:
    """The text with identity numbers, bank details, phone numbers, mail and street addresses blotted out."""
    text = str(_LABELLED.sub(_blotted, text))  # by functions: as a text, re2 would take the dots for bytes
    text = str(_BARE.sub(lambda found: HIDDEN, text))
    return str(_POST.sub(lambda found: f"{found.group('before')}{HIDDEN}", text))


def _blotted(found: re2._Match) -> str:
    value = str(found.group("value"))
    number = sum(c.isdigit() for c in value) >= _DIGITS
    return f"{found.group('label')}{HIDDEN}" if number else str(found.group(0))


def quote(sentence: str, near: Iterable[str] = (), most: int = MOST) -> str:
    """The sentence in one line, masked; of a longer one the part around the first of the words ``near``."""
    line = masked(" ".join(sentence.split()))
    if len(line) <= most:
        return line
    low = line.lower()
    at = next((low.find(word.lower()) for word in near if word and word.lower() in low), 0)
    start = max(0, min(at - most // 3, len(line) - most))
    start = 0 if start == 0 else line.find(" ", start) + 1
    end = len(line) if len(line) - start <= most else line.rfind(" ", start, start + most)
    end = end if end > start else start + most
    return f"{'…' if start else ''}{line[start:end].rstrip(' ,;')}{'…' if end < len(line) else ''}"
