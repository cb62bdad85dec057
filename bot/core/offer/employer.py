"""Whose offer it is and who signs it, as far as the text says so. Guesses, to be shown and never taken for sure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.offer.parts import NO_NAMES
from bot.core.offer.people import Person
from bot.core.offer.rules import rules

HEAD, FOOT = 6, 5  # lines of a letterhead and of a signature that are looked at
LONGEST = 60  # characters of a name
_NOTE = 1_500  # characters in which an offer is told as a note
_CAP = 20_000  # characters at the beginning and at the end of a text
_KINDS = re.compile(  # a word by which a name is one of an organisation
    r"(?i)\b(?:ltd|limited|llc|llp|inc|plc|gmbh|ag|kg|se|bv|nv|sarl|pty|corp|corporation|company|co|group|holdings?"
    r"|trust|hospitals?|clinics?|care|nursing home|hospice|practice|surgery|pharmacy|schools?|academy|college"
    r"|university|kindergarten|nursery|council|bank|hotels?|restaurant|kitchens?|foods?|bakery|logistics|transport"
    r"|haulage|freight|services|solutions|systems|software|technolog(?:y|ies)|labs?|studios?|partners|consulting"
    r"|associates|association|foundation|institute|museum|stores?|supermarkets?|industries|engineering|construction"
    r"|airlines?|insurance|agency|brothers|& sons|s\.?a\.?)\b\.?"
)
_WORD = r"(?:[A-ZÀ-Þ][\w'’.&-]*|[0-9]+[A-Z]\w*)"
_NAME = rf"{_WORD}(?:(?: (?:of|and|&|for|de|la|the))? {_WORD}){{0,5}}"
_SAID = (
    re.compile(rf"\b(?i:on behalf of)(?: the)? (?P<name>{_NAME})"),
    re.compile(rf"\b(?i:(?:offer|contract|letter)(?: of employment)? from)(?: the)? (?P<name>{_NAME})"),
    re.compile(  # only at the beginning of a sentence: a name is not looked for behind every letter
        rf"(?:^|(?<=[.!?:,;\n] )|(?<=\n))(?:(?i:and|but|so|then|now|also|today|yesterday|the) )?(?P<name>{_NAME})"
        r" (?i:(?:has |have |had )?(?:just )?offer(?:ed|s)?(?: (?:me|us)\b| (?=[£$€]?\d)))"
    ),
    re.compile(  # "they offered me 12.60 an hour at Rose Lodge"
        r"\b(?i:offer(?:ed|s|ing)? (?:me|us)|they(?:'ll|’ll| will| would)? pay(?: me)?|starting)\b"
        rf"(?:[^.\n]|\.\d){{0,60}}? (?i:at|with)(?: the)? (?P<name>{_NAME})"
    ),
    re.compile(  # "a 2nd one from Marlow High"
        r"\b(?i:(?:second|2nd|third|other|another|new|last|first)(?: one| offer| job)?(?:,? (?:is|was))?"
        rf" (?:from|at|with))(?: the)? (?P<name>{_NAME})"
    ),
    re.compile(rf"\b(?i:join|joining)(?: us at)?(?: the)? (?P<name>{_NAME})(?! and I\b)"),
    re.compile(
        r"\b(?i:you|us|me|work|working|position|post|role|job|place|employment|employed|offer|start|career|team"
        rf"|here|back|nurse|officer|manager|engineer|teacher|driver|assistant)(?i: with| at)(?: the)? (?P<name>{_NAME})"
    ),
    re.compile(  # "the post of Night Porter at Blue Harbour Hotel"
        r"\b(?i:position|post|role|job) (?i:of|as)(?i: an?| the| our)? (?:[\w'’&/-]+ ){1,5}?(?i:at|with)(?: the)? "
        rf"(?P<name>{_NAME})"
    ),
)
_IN = r"(?: \([^)\n]{1,40}\))?(?: (?i:in|near|over in|down in) [A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)?)?"  # where it is
_NEWS = (
    r"(?i:(?:has |have |had |just |then |also |now |finally |actually )*(?:rang|called|phoned|e-?mailed|mailed|"
    r"messaged|texted|offered|wrote"
    r"|contacted|got back|came back|come back|wants? me|gave me|made me|said yes|sent me)\b)"
)
_RANG = (
    re.compile(  # "the boss at Gidgee Electrical (Toowoomba) rang me and offered me"
        r"\b(?:(?i:boss|manager|owner|lead|head|chef|foreman|gaffer|recruiter|lady|man|guy|woman|bloke|team|"
        r"director|supervisor|matron|principal"
        r"|someone|somebody|people|guys|lot|hr|they)|[A-ZÀ-Þ][a-zà-ÿ]+)(?i: from| at| of| over at)(?i: the)? "
        rf"(?P<name>{_NAME}){_IN},? {_NEWS}"
    ),
    re.compile(  # "Pellow Haulage (Truro) want me"
        rf"(?:^|(?<=[.!?:,;\n] )|(?<=\n))(?:(?i:and|but|so|then|now|also|today|yesterday|the) )?(?P<name>{_NAME}){_IN}"
        r" (?i:(?:has |have |had |just |finally )*(?:offer(?:ed|s)? (?:me|us)\b|wants? me\b|made me an offer|"
        r"gave me (?:the job|an offer)"
        r"|(?:got|came|come) back (?:to me )?with (?:an? |the )?(?:\w+ )?offer))"
    ),
    re.compile(  # "been offered a job by Larkfield School"
        r"\b(?i:(?:been|was|got|were|being|am) offered|job offer|offered)(?i:(?: [a-z'-]+){0,6}? (?:by|from|at|"
        r"with|of))(?i: the)? "
        rf"(?P<name>{_NAME})"
    ),
    re.compile(  # "got a call from Brightwater Dental": one word alone may be a person
        r"\b(?i:call|e-?mail|mail|message|text|letter|word|heard|ring)(?i: back)?(?i: from| off| by)(?i: the)? "
        rf"(?P<name>(?:{_WORD} (?:(?:of|and|&) )?){{1,3}}{_WORD})"
    ),
)
_FIRM = (
    r"(?P<name>(?!(?:the|an?|my|our|your|this|that|their|some|any|another|other|primary|secondary|nursing|local|"
    r"private|care|night|day|new|small"
    r"|big|good|at|from|with|for|by|and|job|offer|public)\b)[a-z][\w'&-]+(?: (?!(?:and|in|for|the|an?|of|my|at|"
    r"from|with)\b)[a-z][\w'&-]+)? (?:ltd"
    r"|limited|plc|gmbh|pty|inc|llc|logistics|electrical|electrics|haulage|freight|foods|motors|builders|roofing|"
    r"plumbing|dental|labs|systems"
    r"|solutions|transport|construction|bakery|hotels?|hospital|academy|college|council|university|engineering|"
    r"hospice|pharmacy))\b"
)
_PLAIN = (
    r"(?!(?:they|he|she|it|we|i|you|the|an?|my|his|her|this|that|their|boss|manager|owner|lady|guy|man|woman|who|"
    r"which|someone|somebody|people"
    r"|recruiter|agency|hr|company|firm|place|job|one|been|was|got|just|also|now|finally|today|yesterday|and|but|"
    r"so|friend|mate|school|hospital"
    r"|shop|clinic|hotel|office|has|have|had|then|where|when|if|because|since|after|is|are|not)\b)[a-z][a-z&'-]+"
)
_SMALL = (  # "a job at pennyhill logistics": typed small it is a name only beside a word for the sort of firm
    re.compile(
        r"\b(?:job|offer|offered|role|post|position|spot|place|work|working|driver|its|"
        r"it's)(?: [a-z'-]+){0,6}? (?:at|with|from|for|by) " + _FIRM
    ),
    re.compile(rf"(?:^|(?<=[.!?:,;\n] )|(?<=\n)){_FIRM}(?: [a-z]+)? (?:offered|rang|called|wants?|want) me\b"),
    re.compile(  # "home stores offered me a job": whoever offers, but no mere word for a person or a place
        rf"(?:^|(?<=[.!?:;\n] )|(?<=\n))(?:(?:and|so|but|ok|then|also|now|"
        rf"well) )*(?P<name>{_PLAIN}(?: {_PLAIN}){{0,2}})"
        r" (?:(?:has|have|just|also|now) )*(?:offered|offers|offering) (?:me|us)\b"
    ),
)
_PERSON_FIRST = frozenset("mr mrs ms dr miss prof sir".split())
_PAYS = re.compile(  # "Bluepeak 58k fully remote", "Brennan: 16.20/h"
    rf"(?:^|(?<=[.!?:,;\n] )|(?<=\n))(?:(?i:and|but|so|then|now|also|the) )?(?P<name>{_NAME})"
    r"(?i: ?[:,-])?(?i: (?:is|pays?|paid|gives?|says?|would pay|will pay|want me(?: for)?|at))? "
    r"(?=[£$€]?\d[\d.,]*(?i:\s?k\b|\s?/ ?h|\s?(?:an?|per) (?:hour|week|month|year)|\s?(?:eur|usd|gbp|pln|chf)\b|[£$€]))"
)
_NONE = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter ward room floor level grade band unit building our your the we
    i you us they he she it one another someone somebody
    hr human dear mr mrs ms dr prof level if please annual eur usd gbp chf team head
    """.split()
)
_MAILS = re.compile(
    r"\b[\w.+-]{1,60}@(?:[\w-]{1,40}\.){0,3}?(?P<name>[\w-]{3,40})\.(?:(?:co|com|org|gov|ac|nhs)\.)?[a-z]{2,12}\b"
)
_FREE = frozenset(
    """
    gmail googlemail yahoo hotmail outlook live icloud me proton protonmail gmx web aol mail msn example yandex zoho
    fastmail qq
    """.split()
)
_LINKS = ("of", "and", "&", "for", "the", "de", "la")
_CLOSING = re.compile(
    r"(?i)^\W*(?:(?:kind|best|warm|warmest|many|with)\s+)*(?:regards|wishes|thanks|greetings|sincerely|yours|best"
    r"|cheers|signed)(?:\s+(?:sincerely|faithfully|truly))?\s*(?:[,!:-]\s*|$)(?P<rest>.*)$"
)
_PERSON = r"[A-ZÀ-Þ][a-zà-ÿ'’-]+(?: (?:van|von|de|da|der|al|[A-ZÀ-Þ]\.))*(?: [A-ZÀ-Þ][A-Za-zà-ÿ'’-]+){0,2}"
_ROLE = r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ&/' -]{1,40}"
_SIGNS = re.compile(rf"^(?P<name>{_PERSON})(?:\s*(?:,|-|\||\()\s*(?P<role>{_ROLE})\)?)?[.,]?$")
_REACHED = re.compile(  # how to reach who signs, beside the name
    r"[\s,;|(]{1,4}(?:[^\s@]{1,60}@[^\s@]{1,60}|(?:tel\.?|phone|mobile)?:?\s{0,2}\+?[\d ()/-]{7,25})\)?$", re.I
)
_ROLES = re.compile(
    r"(?i)\b(?:hr|human resources|people|talent|recruit\w*|officer|manager|director|head|lead|owner|partner|founder"
    r"|ceo|coo|cto|chief|president|matron|principal|coordinator|administrator|supervisor|chef|foreman|boss)\b"
)


def likely_employer(text: str) -> str:
    """The name of the organisation that the letterhead, the words ("join Acme"), the signature or the sender's address
    tell; "" where none does."""
    lines = [" ".join(line.split()) for line in (text[:_CAP] + "\n" + text[_CAP:][-_CAP:]).split("\n") if line.strip()]
    found = (*_headed(lines), *_told(text[:_CAP]), *_below(lines), *_addressed(text[:_CAP]))
    return next((name for name in found if len(name) <= LONGEST), "")


def _headed(lines: list[str]) -> Iterator[str]:
    """Lines above the text that name an organisation."""
    for line in lines[:HEAD]:
        if line.casefold().startswith(("dear ", "hi ", "hello ")):
            return
        if _is_organisation(line):
            yield line.strip(" ,.|")


def _below(lines: list[str]) -> Iterator[str]:
    for at, rest in _closings(lines):
        for line in [rest, *lines[at + 1 : at + FOOT]]:
            yield from (part for part in re.split(r"\s*[,|]\s*", line) if _is_organisation(part))


def _is_organisation(line: str) -> bool:
    """A line that is a name and nothing else, with a word for the kind of organisation."""
    words = line.strip(" ,.|").split()
    named = bool(words) and len(words) <= 7 and not any(c.isdigit() or c in ":;?!@(" for c in line)
    small = [word for word in words if not word[0].isupper() and word not in _LINKS]
    kind = bool(_KINDS.search(line)) and not _ROLES.search(line) and len(words) > 1
    return named and not small and kind and words[0].casefold() not in _NONE


def _told(text: str) -> Iterator[str]:
    places = frozenset(place.casefold() for place in rules().patterns.places)
    for pattern in _SAID:
        for found in pattern.finditer(text):
            name = _ended(found["name"])
            if name and name.split()[0].casefold() not in _NONE and name.casefold() not in places:
                yield name
    note = text[:_NOTE]
    for found in (one for pattern in _RANG for one in pattern.finditer(note)):
        words = _ended(found["name"]).casefold().split()
        if words and not {words[0]} & (_NONE | NO_NAMES | _PERSON_FIRST) and " ".join(words) not in places:
            yield _ended(found["name"])
    for found in (one for pattern in _SMALL for one in pattern.finditer(note)):
        yield found["name"].title().replace("'S", "'s")
    for found in _PAYS.finditer(note):
        if not {*_ended(found["name"]).casefold().split()} & (_NONE | NO_NAMES | places):
            yield _ended(found["name"])


def _ended(name: str) -> str:
    """Without what follows a full stop, and without a last word that belongs to the sentence."""
    name = re.split(r"(?<=[a-zà-ÿ]{3})\. ", name)[0].strip(" .,’'")
    words = name.removesuffix("'s").removesuffix("’s").split()
    while words and words[-1].casefold() in ("team", "as", "from", "the", "of", "and", "for", "&", "i", "we"):
        words.pop()
    return " ".join(words)


def _addressed(text: str) -> Iterator[str]:
    """The name in the address of a mail that is no private one."""
    for found in _MAILS.finditer(text.lower()):
        if found["name"] not in _FREE:
            yield found["name"].replace("-", " ").title()


def _closings(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The closing lines, the last first, with what stands behind them in the line."""
    for at in range(len(lines) - 1, -1, -1):
        last = re.split(r"(?<=[.!?])\s+", lines[at])[-1]
        found = _CLOSING.match(last)
        if found:
            yield at, found["rest"].strip()


def signed_by(text: str) -> Person | None:
    """Who signs: the name below the closing words, with the role where it stands beside or below it; the last such.
    None where nobody does."""
    lines = [" ".join(line.split()) for line in text[-_CAP:].split("\n") if line.strip()]
    for at, rest in _closings(lines):
        below = [line for line in [rest, *lines[at + 1 : at + FOOT]] if line]
        person = _signer(below)
        if person:
            return person
    last = _signer(lines[-1:]) if lines else None
    return last if last and _ROLES.search(last.role) else None


def _signer(below: list[str]) -> Person | None:
    found = _SIGNS.match(_REACHED.sub("", below[0])) if below else None
    if not found or _KINDS.search(found["name"]) or found["name"].split()[0].casefold() in _NONE:
        return None
    role = found["role"] or next((line for line in below[1:2] if _ROLES.search(line)), "")
    role = role.strip(" ,.)") if re.fullmatch(_ROLE, role.strip(" ,.)")) else ""
    return Person(found["name"], role, False)
