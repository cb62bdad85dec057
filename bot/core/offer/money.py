"""Amounts of pay: currency, period, and what they come to in a year where that can be said."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CODES = {
    "£": "GBP", "€": "EUR", "₹": "INR", "₦": "NGN", "₱": "PHP", "zł": "PLN",
    "kč": "CZK", "us$": "USD", "a$": "AUD", "au$": "AUD",
    "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "s$": "SGD", "sg$": "SGD", "hk$": "HKD", "r$": "BRL", "$": "$", "¥": "¥",
    "euro": "EUR", "pound": "GBP", "quid": "GBP", "rupee": "INR", "rs": "INR", "naira": "NGN", "rand": "ZAR",
    "dollar": "$",
    "franc": "CHF", "dirham": "AED", "dhs": "AED", "ksh": "KES", "lpa": "INR", "lakh": "INR", "lac": "INR",
}  # fmt: skip
_ISO = re.compile(
    r"\b(usd|eur|gbp|chf|cad|aud|nzd|inr|zar|sek|nok|dkk|pln|czk|sgd|hkd|aed|php|ngn|kes|myr|brl|mxn|thb|idr|jpy"
    r"|cny|ghs|qar|sar)\b"
)
_NUMBER = re.compile(r"(\d[\d,.' ]*\d|\d)\s?(k|m(?!o)|thousand|grand|lakhs?|lacs?|lpa|l\b|crores?|cr\b)?", re.I)
_TIMES = {"k": 1e3, "t": 1e3, "g": 1e3, "m": 1e6, "l": 1e5, "c": 1e7}
_PERIODS = {
    "hour": r"hours?|hr|h|ph|p\.h|hourly", "day": r"day|d|daily|pd", "week": r"week|wk|w|pw|p\.w|weekly",
    "fortnight": r"fortnight(?:ly)?",
    "month": r"month|mth|mo|m|pm|p\.m|pcm|monthly", "year": r"year|yr|y|annum|ann|annual(?:ly)?|pa|p\.a|p/a|yearly|lpa",
}  # fmt: skip
_PERIOD = {name: re.compile(rf"(?:\b|/ ?)(?:{words})\b\.?\s*$", re.I) for name, words in _PERIODS.items()}
_WORDED = {
    name: re.compile(rf"\b(?:{words})\b", re.I)
    for name, words in {
        "year": r"annual(?:ly)?|yearly|per annum|p\.?a\b|a year|ctc|salary",
        "month": r"monthly|per month|a month|pcm",
        "hour": r"hourly|per hour|an hour",
        "week": r"weekly",
        "day": r"day rate|daily|per day",
    }.items()
}
_IN_YEAR = {"year": 1, "month": 12, "fortnight": 26, "week": 52}
_SALARIES = re.compile(
    r"(?i)\b(1[2-6])[ -]?(?:x|×|times|(?:equal )?(?:monthly )?(?:salar(?:y|ies)|payments?|instal?lments?|pays))"
    r"(?: (?:a|per|each|in the|the) (?:calendar )?(?:year|annum))?\b|(?:\bx|×) ?(1[2-6])\b"
)
_HOURS = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?)")
_HARD = frozenset(("GBP", "EUR", "USD", "$", "CHF", "AUD", "CAD", "NZD", "SGD"))
_NO_MONTH = 18_000
_LEAST_YEARLY = 9_000  # a bare sum above it, near the word salary, is taken for a year's


@dataclass(frozen=True, slots=True)
class Pay:
    """The base pay as written, its currency ("$" where it does not say whose), period ("" where not said), and the
    least and most it comes to in a year; None where that needs hours or days that are not told."""

    words: str
    least: float
    most: float
    currency: str
    period: str
    yearly: tuple[float, float] | None


def pay_of(words: str, sentence: str, hours: str = "") -> Pay | None:
    """The pay in the words of a fact; ``sentence`` may say the period, ``hours`` the hours of a week ("38 hours")."""
    amounts = _amounts(words)
    if not amounts:
        return None
    least, most = min(amounts), max(amounts)
    if least < 1000 <= most and "k" in words.lower():
        least *= 1000  # "60-65k"
    period = _period(words, sentence, least)
    yearly = _yearly(least, most, period, hours, _salaries(sentence))
    return Pay(words.strip(" .,"), least, most, currency_of(words), period, yearly)


def currency_of(words: str) -> str:
    """ISO code where it is sure, "$" or "¥" where the sign leaves it open, "" where none is written."""
    low = words.lower()
    iso = _ISO.search(low)
    if iso:
        return iso.group(1).upper()
    return next((code for sign, code in _CODES.items() if _stands(sign, low)), "ZAR" if re.match(r"r ?\d", low) else "")


def _stands(sign: str, low: str) -> bool:
    """A word as a whole word: "dollars" holds no "rs"."""
    return bool(re.search(rf"(?<![a-z]){sign}s?(?![a-z])", low)) if sign.isalpha() else sign in low


def _amounts(words: str) -> list[float]:
    found = []
    for match in _NUMBER.finditer(words):
        value = _value(match.group(1).strip())
        unit = (match.group(2) or "").lower()[:1]
        found.append(value * _TIMES.get(unit, 1))
    return [value for value in found if value > 0][:2]


def _value(digits: str) -> float:
    """1,234.50 and 1.234,50 and 1'234 and 6,20,000: the last separator with one or two digits behind it is decimal."""
    body, tail = digits, ""
    cut = max(digits.rfind("."), digits.rfind(","))
    if cut >= 0 and len(digits) - cut - 1 in (1, 2):
        body, tail = digits[:cut], digits[cut + 1 :]
    whole = "".join(c for c in body if c.isdigit())
    return float(f"{whole or 0}.{tail or 0}")


def _period(words: str, sentence: str, least: float) -> str:
    for name, pattern in _PERIOD.items():
        if pattern.search(words):
            return name
    for name in ("hour", "day", "week", "month", "year"):
        if _WORDED[name].search(sentence) and (name != "year" or least >= _LEAST_YEARLY):
            return name
    return "year" if _is_yearly(words, least) else ""


def _is_yearly(words: str, least: float) -> bool:
    """Whether a bare sum can only be a year's: nobody is paid 58,000 euros a month, but many are in rupees."""
    known = currency_of(words)
    return least >= _NO_MONTH and (known in _HARD or (not known and "k" in words.lower()))


def _salaries(sentence: str) -> int:
    """How many monthly salaries a year has: "14 times a year", "in 13 instalments"; 12 where it does not say."""
    found = _SALARIES.search(sentence)
    return int(found.group(1) or found.group(2)) if found else _IN_YEAR["month"]


def _yearly(
    least: float, most: float, period: str, hours: str, salaries: int = _IN_YEAR["month"]
) -> tuple[float, float] | None:
    if period == "month":
        return least * salaries, most * salaries
    if period in _IN_YEAR:
        return least * _IN_YEAR[period], most * _IN_YEAR[period]
    found = _HOURS.search(hours)
    if period == "hour" and found:
        weekly = float(found.group(1).replace(",", "."))
        return least * weekly * 52, most * weekly * 52
    return None
