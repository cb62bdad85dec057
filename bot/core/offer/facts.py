"""The facts of a sentence: money, percent, lengths of time, dates, times, numbers and blanks to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import re2

from bot.core.offer.scan import spans

KINDS = (
    "MONEY",
    "WAGE",
    "PERCENT",
    "DAYS",
    "WEEKS",
    "MONTHS",
    "YEARS",
    "HOURS",
    "TIME",
    "DATE",
    "WKDAY",
    "NUM",
    "BLANK",
)

_AMOUNT = (
    r"(?:\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d{1,2})?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d+[.,]\d{1,2}"
    r"|\d+)(?:[.,]?-{1,2}\B)?"
)
_SYMBOL = r"[£$€¥₹₽₦₱₪₺₩฿₫₵₴]"
_CODES = (
    r"usd|eur|gbp|chf|cad|aud|nzd|inr|zar|sek|nok|dkk|pln|czk|sgd|hkd|aed|php|ngn|kes|kshs?|mxn|brl|thb|idr|myr|rm|jpy"
    r"|cny|rmb|krw|twd|try|ron|huf|ils|ghs|ugx|tzs|egp|sar|qar|bgn|isk|ars|cop|clp|pkr|bdt|lkr|vnd|omr|bhd|kwd|rwf|etb"
)
_SIGN = rf"(?:(?:\b(?:us|au?|ca?|nz|hk|sg?|s|mx|nt|r|j))?{_SYMBOL}|\b(?:{_CODES}|rs\.?|dhs?|kr\.?|fr\.?|n)|\br)"
_UNIT = (
    rf"(?:{_SYMBOL}|(?:euros?|pounds?(?: sterling)?|dollars?|bucks|quid|francs?|rupees|rand|naira|shillings"
    rf"|dirhams?|cedis?|ringgit|pesos?|kroner|kronor|kronur"
    rf"|reais|rupiah|baht|riyals?|dinars?|shekels?|liras?|taka|birr|kwacha|hryvnias?|roubles?|rubles?|forints?|koruna|dong"
    rf"|zlot\w+|zł|kč|kr|ft|lei|yen|cents?|pence|p|{_CODES})\b)"
)
_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen"
    r"|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|thirty(?:[ -](?:one|two|three|five|six|seven"
    r"|eight))?"
    r"|forty(?:[ -](?:two|five|eight))?|fifty|sixty|ninety)"
)
_MULT = r"(?:k|mn?|million|thousand|grand|lakhs?|lacs?|lpa|l|crores?|cr)\b"
_BIG = r"(?:k|thousand|grand|lakhs?|lacs?|lkhs?|lpa|l pa|crores?|cr|large)\b"
_TO = r" ?(?:-|to) ?"
_MANY = rf"{_AMOUNT}(?: ?{_MULT})?"
_MONEY = (
    rf"{_SIGN} ?{_MANY}(?:{_TO}(?:{_SIGN} ?)?{_MANY})?(?: ?{_UNIT})?"
    rf"|\b(?:{_MANY}{_TO})?{_MANY} ?{_UNIT}(?:{_TO}{_MANY} ?{_UNIT})?"
    rf"|\b(?:{_AMOUNT}(?: ?k)?{_TO})?{_AMOUNT} ?{_BIG}"
    rf"|\b(?:{_WORD} (?:thousand |hundred |and )*)+{_UNIT}(?: {_WORD})?"
    rf"|\b{_WORD} (?:hundred )?(?:thousand|grand|lakhs?)\b"
)
_ONE = r"(?:per|an?|each|every|for every|for each)"
_PER = (
    rf" ?(?:\(?(?:gross|net|brutto|netto|before tax|after tax|base|basic|fixed|all in|cash|plus tips)\)?,? )?"
    rf"(?:(?:{_ONE} |/ ?|p\.? ?)(?:working |calendar |billable |worked |full |teaching )?"
    rf"(?:hour|hr|h|year|yr|y|annum|ann|month|mth|mo|m|week|wk|w|day|d|shift|night|session|visit|lesson|class"
    rf"|semester|term|season|fortnight)\b\.?"
    rf"|p\.a\b\.?|pa\b|p/a\b|ph\b|p\.h\b\.?|pcm\b|pm\b|p\.m\b\.?|pw\b|p\.w\b\.?|pd\b|annually\b|yearly\b|monthly\b"
    rf"|weekly\b|hourly\b|daily\b|annual\b|fortnightly\b)"
)
_COUNT = rf"(?:\d+(?:[.,]\d+)?|{_WORD}|half an?|½)(?: ?\((?:\d+|{_WORD})\))?"
_INNER = (
    r"(?:full|calendar|working|business|paid|consecutive|clear|complete|additional|annual|statutory|whole|half"
    r"|vacation|holiday"
    r"|leave|sick|personal|pto|bank|public|clock|continuous|contracted|teaching|extra|completed|successful|initial"
    r"|rolling|floating|study|training|cpd|probation|probationary|contact|casual|earned|long|successive|wfh|office"
    r"|home|remote|rdo|on site|parental|maternity|paternity)"
)
_UNITS = (
    r"(?:days?|weeks?|wks?|months?|mths?|mos?|years?|yrs?|hours?|hrs?|fortnights?|workdays?|nights?|minutes?|mins?"
    r"|tagen?|jours|giorni|monaten?|mois|meses|mesi|wochen)"
)
_SPAN = (
    rf"\b(?:{_COUNT} ?(?:-|to|or|and|/) ?)?{_COUNT}(?:[ -]+{_INNER}){{0,2}}[ -]?{_UNITS}\b"
    rf"|\b\d+(?:[.,]\d+)?(?:d|h|hr| h)\b|\ba (?:full |calendar |whole )?(?:day|week|month|year|fortnight)'?s\b"
    rf"|\b(?:a|the) couple of (?:days|weeks|months)|\ba fortnight\b"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun"
    r"|jul|aug"
    r"|sept?|oct|nov|dec)\b\.?"
)
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|weds?|thurs?|thu|fri|sat|sun)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_DATE = (
    rf"\b(?:{_WEEKDAY}\.?,? )?(?:the )?{_DAY}[ /-]?(?:of )?{_MONTH}(?:[ /-]?,? ?(?:20)?\d\d\b)?"
    rf"|\b(?:{_WEEKDAY}\.?,? )?{_MONTH} {_DAY}\b(?:,? 20\d\d\b)?"
    rf"|\b20\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}\b|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:20)?\d\d\b"
    rf"|\b(?:january|february|april|june|july|august|september|october|november|december|jan|feb|apr|aug|sept?|oct"
    rf"|nov|dec)\b(?:,? 20\d\d\b| '?\d\d\b)?"
    rf"|\b(?:in|from|of|by|early|mid|late|end|until|till|every|each|next|this|start|starting|since"
    rf"|:) (?:of )?(?:may|march|mar|jun|jul)\b(?: {_DAY}\b)?(?:,? 20\d\d\b)?"
    rf"|\bstart(?:s|ing)?:? (?:[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.?$"
    rf"|\b(?:by|on|until|till|before|starts?|starting|from|deadline|date:?|joining:?) (?:0?[1-9]|[12]\d"
    rf"|3[01])/(?:0?[1-9]|1[0-2])\b"
    rf"|\b(?:by|on|until|till|before|from|starts?|starting|joining) (?:{_WEEKDAY},? )?(?:the )?"
    rf"\d{{1,2}}(?:st|nd|rd|th)\b"
    rf"|\b{_WEEKDAY},? (?:the )?\d{{1,2}}(?:st|nd|rd|th)\b|\bq[1-4](?: 20\d\d)\b"
)
_TIME = (
    r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|\b[0-2]?\d:[0-5]\d\b(?: ?h(?:rs)?\b)?|\b[0-2]\d[0-5]\d ?(?:-"
    r"|to) ?[0-2]\d[0-5]\d\b"
    r"|\b[0-2]?\d\.[0-5]\d ?(?:-|to) ?[0-2]?\d\.[0-5]\d\b|\b(?:[6-9]|10|11) ?(?:-|to) ?(?:[1-9]|1[0-9]"
    r"|2[0-2])\b(?: ?pm\b)?"
    r"|\b\d{1,2}h(?:\d\d)? ?(?:-|to) ?\d{1,2}h(?:\d\d)?\b"
)
_CLOCK = (
    r"\b(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)? ?(?:a\.?m|p\.m|pm)\b\.?|"
    r"\b\d{1,2}h(?:\d\d)? ?(?:-|to) ?\d{1,2}h(?:\d\d)?\b|\b(?:[4-9]|1[0-2])[.:][0-5]\d(?: ?(?:start|finish))\b"
    r"|\b[0-2]?\d\.[0-5]\d ?(?:-|to|until|till) ?[0-2]?\d\.[0-5]\d\b"
)
_PERCENT = (
    r"(?:\b\d+(?:[.,]\d+)? ?%? ?(?:-|to|and|or) ?)?\b\d+(?:[.,]\d+)? ?(?:%|percent\b|per cent\b|pct\b|bps\b"
    r"|basis points\b)"
    rf"|\b{_WORD} (?:percent|per cent)\b"
)
_BLANK = (
    r"_{2,}|\[[^\]\n\[@:]{1,48}\]|\{\{?[^}\n{@]{1,48}\}?\}|<(?:insert |enter |your )?[a-z][a-z /_]{2,40}>"
    r"|\b[x]{2,}\b(?:,?[x]{2,}\b)?|\.{5,}|…{2,}|<<[^>\n]{1,40}>>|\( {2,}\)"
)
_PLAIN = (
    r"\b(?:401|403|457) ?\(?[kb]\)?|\b24/7\b|\bw-?2\b|\b1099\b|\bi-?9\b|\bir35\b|\b(?:13|14)th\b"
    r"|\b30[/ ,-]+60[/ ,-]+(?:and )?90\b"
)
_NUM = rf"\b{_AMOUNT}\b"
_KINDS = (  # of two that begin at the same letter the first counts
    ("plain", _PLAIN),
    ("time", _CLOCK),
    ("blank", rf"(?:{_SYMBOL} ?)?(?:{_BLANK})(?: ?%| ?k\b)?"),
    ("date", _DATE),
    ("percent", _PERCENT),
    ("money", rf"(?:{_MONEY})(?:{_PER})?"),
    ("hourly", rf"\b{_AMOUNT}(?:{_TO}{_AMOUNT})?(?:{_PER})"),
    ("span", _SPAN),
    ("time", _TIME),
    ("weekday", rf"\b{_WEEKDAY}s?\b"),
    ("num", _NUM),
)
_FACT = re2.compile("(?i)" + "|".join(f"(?:{pattern})" for _, pattern in _KINDS))
_WHICH = re2.Set.MatchSet()
for _, _pattern in _KINDS:
    _WHICH.Add(f"(?i)(?:{_pattern})")
_WHICH.Compile()
_CAUGHT = re2.compile("(?i)" + "|".join(f"({pattern})" for _, pattern in _KINDS))
_PAID = re2.compile(rf"(?i)(?:{_MONEY})({_PER})?")
_UNIT_END = re2.compile(rf"(?i)({_UNITS}|d|h|fortnight's|(?:day|week|month|year)'?s)$")
_INNER_WORDS = re2.compile(rf"(?i)[ -]({_INNER})")
_NO_WEEKDAY = ("sat", "sun", "mon", "wed")
_BLANK_WORDS = re2.compile(r"[A-Za-z][A-Za-z /_]+")
_NOT_BLANK = re2.compile(  # pictures that a program left out, and notes to who fills in the form
    r"(?i)\W{0,2}(?:image|cid|external|logo|photo|sticker|gif|edited|voice|http|signature|redacted signature|page|\d"
    r"|optional|delete|remove|only (?:for|if|when)|for \w+ only|\w+ only\b|if (?:applicable|needed|not)|note\b)"
)
_YEAR = re2.compile(r"(?:19|20)\d\d")
_STEMS = {"d": "DAYS", "w": "WEEKS", "m": "MONTHS", "y": "YEARS", "h": "HOURS", "f": "WEEKS", "n": "NIGHTS"}


class Fact(NamedTuple):
    """One fact of a sentence: its kind (one of KINDS), its words as written, and where they stand."""

    kind: str
    words: str
    start: int
    end: int
    inner: str = ""  # words inside that say what it is about ("25 vacation days": "vacation")


def find(text: str) -> Iterator[Fact]:
    """The facts of a sentence in their order; they do not overlap."""
    data = text.encode()
    found = spans(_FACT, data, _MOST)
    if not found or not _MAYBE.search(text):
        return
    plain = len(data) == len(text)
    for start, end in found:
        kind = _kind(data, start)
        if kind == "money":
            kind = "WAGE" if _has_period(data, start) else "MONEY"
        if not plain:
            start, end = len(data[:start].decode()), len(data[:end].decode())
        fact = _fact(kind, text[start:end], start, end)
        if fact and not (end < len(text) and text[end - 1].isalpha() and text[end].isalpha()):
            yield fact


def _kind(data: bytes, start: int) -> str:
    """Which kind begins there. To say which of its branches matched takes re2 longer than to find the match, so it is
    asked apart; behind a letter or digit, where the text cannot be cut, in the long way."""
    if start == 0 or not (data[start - 1 : start].isalnum() or data[start - 1] == 0x5F):
        return _KINDS[min(_WHICH.Match(data[start:]))][0]
    caught = _CAUGHT.match(data, start)
    return next(kind for n, (kind, _) in enumerate(_KINDS, 1) if caught.start(n) >= 0)


def _has_period(data: bytes, start: int) -> bool:
    return bool(_PAID.match(data, start).start(1) >= 0)


_MAYBE = re.compile(  # "Sundays" alone is a habit, no fact
    rf"[\d_\[{{<…(]|xx|XX|\.{{5}}|(?i:\b{_WORD}\b|\b{_WEEKDAY}\b|\b{_MONTH}|half an?|couple of|\ba (?:full |calendar "
    rf"|whole )?(?:day|week|month|year|fortnight))"
)
_MOST = 80  # facts of one sentence; one with more is a table that lost its lines


def _fact(kind: str, words: str, start: int, end: int) -> Fact | None:
    if kind == "plain":
        return None
    if kind == "blank":
        return _blank(words, start, end)
    if kind == "hourly":
        return Fact("WAGE", words, start, end) if _is_wage(words) else None
    if kind == "span":
        unit, inner = _span(words)
        return Fact(unit, words, start, end, inner) if unit else None
    return _plain_fact(kind, words, start, end)


def _blank(words: str, start: int, end: int) -> Fact | None:
    if _NOT_BLANK.match(words):
        return None
    inner = " ".join(_BLANK_WORDS.findall(words)).replace("_", " ") if len(words) > 4 else ""
    return Fact("BLANK", words, start, end, "" if set(inner.lower()) <= {"x", " "} else inner)


def _plain_fact(group: str, words: str, start: int, end: int) -> Fact | None:
    if group == "num" and _YEAR.fullmatch(words):
        return None
    if group == "weekday" and words in _NO_WEEKDAY:
        return None
    kind = {"weekday": "WKDAY"}.get(group, group.upper())
    return Fact(kind, words, start, end)


def _is_wage(words: str) -> bool:
    """A bare number with a period: "14.20 an hour" and "2400 a month" are pay, "3 a week" is not."""
    digits = sum(c.isdigit() for c in words.split(" ", maxsplit=1)[0])
    return digits >= 3 or "hour" in words.lower() or "hr" in words.lower() or words.lower().endswith("ph")


@lru_cache(maxsize=2_000)
def _span(words: str) -> tuple[str, str]:
    """The kind of a length of time and the words inside; "" for one that is none of ours (minutes, nights)."""
    low = words.lower().replace("'", "")
    unit = _UNIT_END.search(words)
    bare = "weeks" if "fortnight" in low else low.split()[-1][:1]
    stem = bare if unit is None else str(unit.group(1)).lower()
    if stem.startswith("mi"):
        return "", ""
    kind = {"workday": "DAYS", "workdays": "DAYS"}.get(stem) or _STEMS.get(stem[:1], "DAYS")
    if kind == "NIGHTS":
        return "", ""
    inner = " ".join(str(found.group(1)) for found in _INNER_WORDS.finditer(words))
    return kind, inner
