"""Short quotes of an offer, without what nobody needs of it: identity numbers, bank details, addresses."""

from __future__ import annotations

from collections.abc import Iterable

import re2

HIDDEN = "•••"
MOST = 200  # characters of a quote that are kept

_NUMBERED = (  # whatever stands behind these names is such a number
    r"iban|bic|swift(?: code)?|sort code|routing|bsb|ifsc|account|acct|a/c|passport|national insurance|nino|ni|ssn"
    r"|social (?:security|insurance)|tax (?:id|file|number|reference|ref)|taxpayer|steuer-?(?:id|nummer)|tin|tfn|pan"
    r"|aadhaar|uan|nric|fin|bsn|cpr|emirates id|national id|identity|id|personnummer|pesel|cpf|curp|rfc|sin|ppsn?|ird"
    r"|dni|nie|nif|codice fiscale|ahv|nin|bvn|kra pin|sss|philhealth|pag-?ibig|hkid|utr"
)
_MAYBE = r"insurance|card|employee|personnel|staff|licen[cs]e|registration|permit|visa|member(?:ship)?|policy"
_NUMBER = r"(?:account|number|no|nr|code|id)"
_LINK = rf"(?:[ :#.]{{0,3}}(?:card|{_NUMBER}|is|of)\b){{0,3}}[ :#.]{{0,3}}"
_VALUE = r"[a-z]{0,4}[ -]?\d[\da-z]*(?:[ ./-]?[\da-z]*\d[\da-z]*)*(?: [a-z]\b)?"
_LABELLED = re2.compile(
    rf"(?i)\b(?P<label>(?:(?:{_NUMBERED})\b|(?:{_MAYBE})[ .]{{1,2}}{_NUMBER}\b){_LINK})(?P<value>{_VALUE})"
)
_DIGITS = 5  # a labelled number with fewer is none that tells who somebody is

_WAY = (
    r"Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Court|Close|Way|Place|Square|Terrace|Boulevard|Blvd|Crescent|Gardens"
    r"|Row|Quay|Hill|Highway|Parade|Mews|Wharf"
)
_NAME = r"[A-ZÀ-Þ][A-Za-zÀ-ÿ'’.-]+"
_ANY = r"[A-Za-zÀ-ÿ'’.-]+"
_IDS = (  # numbers that are known by their form
    r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b|\b[A-Z]{4}0[A-Z0-9]{6}\b"  # IBAN, IFSC
    r"|\b\d{3}-\d{2}-\d{4}\b|\b[A-Z]{5}\d{4}[A-Z]\b|\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"  # SSN, PAN, NI
    r"|\b\d{3}\.\d{3}\.\d{3}-\d{2}\b|\b756\.\d{4}\.\d{4}\.\d{2}\b|\b784-\d{4}-\d{7}-\d\b"  # CPF, AHV, Emirates
    r"|\b(?:\d{8}|[XYZ]\d{7})-?[A-Z]\b|\b[STFGM]\d{7}[A-Z]\b|\b\d{7}[A-W]{1,2}\b"  # DNI, NRIC, PPS
    r"|\b[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]\b|\b(?:19|20)?\d{6}[-+]\d{4}\b"  # codice fiscale, personnummer
    r"|\b\d{4}[ -]\d{4}[ -]\d{4}(?:[ -]\d{4})?\b|\b\d{9,}\b|\+\d[\d ()./-]{7,17}\d"  # Aadhaar, cards, phones
)
_BARE = re2.compile(
    r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}"
    rf"|{_IDS}"
    rf"|\b\d{{1,5}}[a-z]?,? (?:{_NAME} ){{1,4}}(?:{_WAY})\b\.?"
    r"|\b[A-ZÄÖÜ][A-Za-zÀ-ÿ.-]*(?:straße|strasse|str\.|gasse|weg|platz|allee|damm|gatan|straat|laan) ?\d{1,4} ?[a-z]?\b"
    rf"|\b\d{{1,4}},? (?:bis )?(?:rue|avenue|boulevard|chemin|via|calle|rua) (?:{_ANY} ){{0,3}}{_NAME}"
    rf"|\b(?:Rue|Via|Viale|Calle|Carrer|Rua|Avenida|Plaza|Piazza|[Uu]l\.|ulica) (?:{_ANY} ){{1,4}}\d{{1,4}}\b"
    rf"|\bC/ ?(?:{_ANY} ){{0,3}}{_NAME},? \d{{1,4}}\b|\b(?:{_NAME} ){{1,3}}(?:Street|Avenue|Lane) \d{{1,4}}[a-z]?\b"
    r"|\b(?:Flat|Apartment|Apt|House|Plot|Door|Villa|Unit|Suite)\.? (?:[Nn]o\.? ?|# ?)?"
    r"[A-Z]?-?\d{1,5}[A-Za-z]?(?:[/-]\d{1,4})?\b"
    r"|\b(?i:p\.? ?o\.? ?box) \d+|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b"
    r"|\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) \d{4}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b[A-Y]\d[\dW] [A-Y][\dA-Y]{3}\b"
)
_TOWN = r"(?:[A-ZÀ-Þ][a-zà-ÿ]+,? (?:- )?){0,2}"
_POST = re2.compile(rf"(?P<before>{HIDDEN},? {_TOWN})\d{{4,6}}(?: ?[A-Z]{{2}})?\b")  # the postcode behind a street


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
