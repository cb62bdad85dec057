"""The first look at an offer: is it one, which of the 28 topics does it mention, what do such jobs usually settle.

"Mentioned" means only that the words occur, not that the text says anything one could hold the employer to.
"""

from __future__ import annotations

from dataclasses import dataclass

import re2

from bot.core.hears import heard, plain
from bot.core.patterns import any_of
from content import Content

CAP = 40_000  # characters of an offer that are looked at
FIRST = 3
_TOO_FEW = 40  # characters; shorter texts are judged by their own phrases only

_SUM = r"(?:\d{1,3}(?:[ .,'’]\d{2,3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
_CODES = (
    r"usd|eur|gbp|chf|cad|aud|nzd|inr|zar|sek|nok|dkk|pln|czk|sgd|hkd|aed|php|ngn|kes|mxn|brl|thb|idr|myr|jpy|cny|krw|twd"
    r"|try|ron|huf|ils|ghs|ugx|tzs|egp|sar|qar|bgn|isk|ars|cop|clp|pkr|bdt|lkr|vnd"
)
_SYMBOL = r"[£$€¥₹₽₦₱₪₺₩฿₫₵₴]"
_SIGN = rf"(?:\b(?:us|a|au|c|ca|nz|hk|s|sg|mx|nt|r|j)?{_SYMBOL}|{_SYMBOL}|\b(?:{_CODES}|rs\.?|r|kr\.?|fr\.?|ksh))"
_UNIT = (
    rf"(?:{_SYMBOL}|zł|kč|(?:k|lpa|lakhs?|lac|euros?|pounds?|dollars?|bucks|quid|francs?|rupees|rand|kroner|kronor|zloty|kr|ft"
    rf"|{_CODES})\b)"
)
_TAXED = r"(?:(?:gross|net|brutto|netto|before tax|after tax|basic|base|all in)\b)"
_FOREIGN = r"(?:(?:pro|im|je|par|por|al) (?:stunde|monat|jahr|tag|woche|mois|an|heure|m[eê]s|mes|hora|a[nñ]o|jour))"
_ONE = r"(?:(?:per|an?|each|every) )"


def _each(period: str, single: str) -> str:
    """A period after a sum: "per hour", "an hour", "/h", or a word of its own. "5 p.m." and "9 am" are none."""
    return rf"(?:{_ONE}{period}|(?:/|per) ?(?:{period}|{single})\b|{_FOREIGN})\.?"


_WORDED = r"(?:annually|yearly|monthly|weekly|hourly|daily|(?:pa|ph|pcm|pw)\b|p\.(?:a|h|w|c\.m)\b\.?|p/h|p/a)"
_ANY_HOUR = rf"(?:{_each('(?:hour|hr)', 'h|hr|std')}|hourly|ph\b|p\.h\b\.?|p/h)"
_PERIOD = r"(?:hour|hr|year|yr|annum|month|mth|week|wk|day|shift|night)"
_ANY_PERIOD = rf"(?:{_each(_PERIOD, 'h|hr|yr|mo|wk|y|m|w|d|a')}|{_WORDED})"
_TO = r"(?:-|–|—|to)"
_ONE_SUM = rf"{_SUM}(?: ?{_UNIT})?(?: ?{_TO} ?{_SIGN}? ?{_SUM}(?: ?{_UNIT})?)?"
_AND_SUM = rf"between {_SIGN}? ?{_SUM}(?: ?{_UNIT})? and {_SIGN}? ?{_SUM}(?: ?{_UNIT})?"
_END = rf"(?: {_TAXED})?"
_CURRENCY = rf"(?:{_SIGN} ?{_ONE_SUM}|{_AND_SUM}|\b(?:{_SUM} ?{_TO} ?)?{_SUM} ?{_UNIT}(?: ?{_TO} ?{_SUM} ?{_UNIT})?)"
_PAY = (
    re2.compile(rf"(?i){_CURRENCY} ?(?:{_TAXED} )?{_ANY_PERIOD}{_END}"),
    re2.compile(
        rf"(?i)\b{_ONE_SUM} ?(?:{_TAXED} )?{_ANY_HOUR}{_END}"
        rf"|\b\d[\d.,'’ ]*\d{{2}} ?(?:{_TAXED} )?{_ANY_PERIOD}{_END}"
    ),
    re2.compile(rf"(?i){_CURRENCY}"),
    re2.compile(rf"(?i)\b{_ONE_SUM} ?(?:{_TAXED} )?{_ANY_PERIOD}{_END}"),
    re2.compile(r"\b\d{1,3}(?:[ .,'’]\d{3})+\b|\b\d{5,6}\b"),
)
"""From the clearest form to the barest: currency and period, a period that fits the sum, a currency, a period, and a
large number after a word for pay."""
_PAY_WORD = any_of(r"""
    salary|pays?|paying|paid|wage|rate|compensation|remuneration|ctc|gross|offer(?:ed|ing)?|stipend|fee
""")
_NOT_PAY = re2.compile(
    r"(?i)(?:bonus|relocation|sign-on|joining|allowance|budget|pension|up to|laptop|deposit|expenses)"
    r"\W+(?:\w+\W+){0,2}$"
)

_EXTRA = re2.compile(
    r"(?i)^ ?(?:in |as an? |of )?(?:(?:joining|sign-on|signing|welcome|relocation|one-off|yearly|annual|housing|meal"
    r"|moving|travel|training|referral|retention) )?(?:bonus|allowance|relocation|voucher|deposit|budget|stipend for)\b"
)
"""After a sum: it is not the pay but an extra."""

_STRONG = any_of(r"""
    offer letter|letter of (?:offer|appointment|employment|engagement)|employment (?:contract|agreement)
    contract of employment|job offer|(?:written|verbal|formal|conditional) offer
    offer of (?:employment|appointment|a (?:place|post|position|job))
    (?:pleased|delighted|happy|excited|thrilled|glad|like|able|wish|want(?:s|ed)?) to offer (?:you|me|us)?
    [a-z]+(?:'ve| have|'re| are)? (?:has |have |just |finally |now )*offer(?:ed|ing|s) me
    (?:got|have|received|had|made me|sent me|gave me|with|here is|here's|this is|attached is|review|read|
    check) (?:an?|the|my|their|this|another|two|2|your|our) (?:\w+ ){0,2}offers?
    (?:got|have|received) (?:two|2|three) (?:\w+ )?offers
    (?:my|the|their) offer (?:is|says|came|letter|includes|from)|we (?:are|would be) offering|we offer you
    offer (?:you|u) (?:the|a|an|this|our) (?:\w+ ){0,6}(?:position|role|post|job|place|contract)
    i(?:'ve| have)? been offered|i was offered|offered the (?:job|post|position|role|place)
    you will be employed|terms of (?:your )?employment|terms and conditions of employment
    i got the (?:job|post|position|place)|offered \d
""")
_OTHERWISE = any_of(r"""
    offer(?:ed|ing|s)?(?: me| us| you)? (?:an? |another |the |some |my )?(?:\w+ ){0,2}(?:interview|coffee|tea|water|
    chance|call|slot|time|help|seat|tour|chair|biscuit|appointment|trial|date|meeting|screen|round|feedback|biscuits|
    lift|drink)s?
    (?:no|any|without an|hope(?:fully)?|if|when|once|until|before|in case) (?:\w+ ){0,4}offer(?:s|ed)?
    offer (?:call|talk|meeting)
    (?:get|getting|make me|want|wait(?:ing)? for|expect(?:ing)?) an? (?:\w+ )?offer
    not (?:got|have|had|received|been)[^.]{0,20} offer|(?:turned down|declined|rejected) (?:the|an?|
    their) (?:\w+ )?offer
""")
_CONTRACT = any_of(r"contractor|freelance|day rate|per day|statement of work|invoices?|self-employed|1099")
_SENIOR = any_of(r"""
    director|vice president|vp|chief|head of|c[etofi]o|executive|principal|partner|equity|stock options?|rsus?
    severance|general manager|managing
""")
_HOURLY = any_of(r"""
    hourly|per hour|an hour|/ ?h(?:ou)?r?|p\.?h\.?|shifts?|rota|roster|zero hours|minimum wage|overtime at
    time and a half|tips|casual
""")
_ON_SITE = any_of(r"""
    nurses?|nursing|midwi(?:fe|ves)|carers?|care (?:home|assistant|worker)s?|wards?|paramedics?|physiotherapists?
    (?:bus|truck|lorry|van|tram|delivery|hgv|train|taxi) drivers?|drivers?|couriers?|shop|sales assistants?|cashiers?
    store (?:assistant|manager|supervisor)s?|shop floor|tills?|teachers?|teaching assistants?|classrooms?|nursery
    kindergarten|kitchens?|chefs?|cooks?|waiters?|waitress(?:es)?|bartenders?|baristas?|receptionists?|housekeep\w+
    cleaners?|caretakers?|warehouses?|packers?|forklifts?|machinists?|welders?|electricians?|plumbers?|mechanics?
    carpenters?|bakers?|hairdressers?|security guards?
""")
_FROM_HOME = any_of(r"""
    remote(?:ly)?|hybrid|home office|(?:work|working) from home|software|developers?|online teach\w+
""")
_TERMS = (
    ("salary", "base pay", "gross", "per annum", "hourly rate", "per hour", "an hour", "wage", "ctc", "day rate"),
    ("start date", "starting on", "start on", "you will start", "you would start", "commence", "joining date"),
    ("hours per week", "hours a week", "working hours", "full-time", "part-time", "full time", "part time", "shifts"),
    ("probation", "notice period", "weeks' notice", "terminat", "at-will"),
    ("annual leave", "vacation", "paid leave", "days holiday", "days leave", "pto", "holiday entitlement"),
    ("pension", "401(k)", "401k", "health insurance", "medical", "bonus", "provident fund", "superannuation"),
    ("permanent", "fixed-term", "fixed term", "temporary", "month contract", "year contract"),
    ("sign and return", "countersign", "accept by", "let us know by", "respond by", "valid until"),
)
"""Kinds of terms by which a text that never says "offer" is known to be one."""


@dataclass(frozen=True, slots=True)
class Glance:
    """Topics whose words occur, those whose words do not, the up to three of these that such jobs usually settle,
    and the pay as written (with its period where it stands there), empty where none is found."""

    mentioned: tuple[str, ...]
    absent: tuple[str, ...]
    first: tuple[str, ...]
    pay: str


def glance(text: str, content: Content) -> Glance:
    """The first look at an offer; topics in the order of the content."""
    text = text[:CAP]
    words = plain(text)
    pay = find_pay(text)
    mentioned = [t.id for t in content.offer_topics.values() if any(heard(t.hears, words))]
    if pay and "base_pay" not in mentioned:
        mentioned.insert(0, "base_pay")
    absent = [name for name in content.offer_topics if name not in mentioned]
    ordered = tuple(name for name in content.offer_topics if name in mentioned)
    return Glance(ordered, tuple(absent), _first(absent, kind_of_job(text), content), pay)


def _first(absent: list[str], kind: str, content: Content) -> tuple[str, ...]:
    """By weight, for topics that fit the kind of job; the order of the content where weights are equal."""
    topics = [content.offer_topics[name] for name in absent]
    fitting = [t for t in topics if "all" in t.kinds or kind in t.kinds]
    return tuple(t.id for t in sorted(fitting, key=lambda t: -t.weight)[:FIRST])


def kind_of_job(text: str) -> str:
    """contract, hourly, senior or salaried, guessed from the words of the text."""
    if _CONTRACT.search(text):
        return "contract"
    if _HOURLY.search(text):
        return "hourly"
    return "senior" if _SENIOR.search(text) else "salaried"


def is_on_site(text: str) -> bool:
    """Whether it is a job that can only be done at a site: care, driving, a shop, a school, a kitchen."""
    return bool(_ON_SITE.search(text[:CAP])) and not _FROM_HOME.search(text[:CAP])


def find_pay(text: str) -> str:
    """The pay as written ("£31,400 a year", "14.20 per hour", "31k"), or "" where no sum of pay is found."""
    for pattern in _PAY:
        near = pattern is _PAY[-1]
        for found in pattern.finditer(text[:CAP]):
            before = text[max(0, found.start() - 60) : found.start()]
            extra = _NOT_PAY.search(before) or _EXTRA.search(text[found.end() : found.end() + 40])
            if extra or (near and not _PAY_WORD.search(before)):
                continue
            return str(found.group(0)).strip(" .,")
    return ""


def is_offer(text: str) -> bool:
    """An offer of a job: a letter, a forwarded mail, a recruiter's message, or "they offered me 31k, start 1 Feb".

    Not a hope for one, nor an offered interview or coffee.
    """
    text = text[:CAP].replace("’", "'")
    rest = str(_OTHERWISE.sub(" ", text))
    if _STRONG.search(rest):
        return True
    return bool(find_pay(text)) and len(text) > _TOO_FEW and _terms(plain(rest)) >= 3


def _terms(words: str) -> int:
    """How many kinds of terms the text names."""
    return sum(any(heard(group, words)) for group in _TERMS)
