"""What a few words on a card put right: "no, it is Voltek, electrician", "by phone", "Mr Harris is the boss"."""

from __future__ import annotations

from dataclasses import dataclass, replace

import re2

from bot.core.lines.cities import place_zone
from bot.core.lines.eased import eased, is_somebody
from bot.core.lines.joining import joining
from bot.core.lines.parts import take_medium, take_round
from bot.core.lines.people import Met, audience, is_title, read_person
from bot.core.lines.phrases import BEFORE_ROLE, is_house, is_place
from bot.core.lines.words import OCCUPATIONS, PLACES
from bot.core.naming import capitals, is_name, names_nothing

LONGEST = 200  # characters of a correction; a longer text is something else
_CUT = re2.compile(r"(?i)\s*(?:[.;!\n]\s+|,?\s+and\s+(?:also\s+)?|,\s+)")
_FILLED = re2.compile(
    r"(?i)^(?:(?:no|nope|not quite|sorry|actually|wait|oh|ah|well|please|pls|also|and|but|its|it's|it is|that's|thats"
    r"|that is|there is|there's|theres|there|change (?:it )?to|should be|must be|i mean|i meant)\b[ ,.:]*)+"
)
_TAILED = re2.compile(r"(?i)(?: (?:actually|please|pls|plz|sorry|instead|i think|i mean|then|now|too|btw))+$")
_NOT = re2.compile(r"(?i)[, ]+(?:and )?not\b.*$")
_SAME = re2.compile(r"(?i)^(?:the )?same (?:as|like) (?:the )?(?:other|first|last|before)\b.{0,20}$")
_EMPLOYER = re2.compile(
    r"(?i)^(?:the |my )?(?:employer|company|firm|school|shop|hospital|clinic|business|place|name)(?:'s name)?"
    r"(?: is|'s|:)(?: called| named| the)? (?P<name>.+)$"
)
_ROLE = re2.compile(
    r"(?i)^(?:(?:the |my )?(?:job|role|position|post|title|work)(?: title)?(?: is|'s|:)|as|for|(?P<am>i am|i'm|im))"
    r"(?P<one> an?| the)? (?P<role>.+)$"
)
_IS = re2.compile(
    r"(?i)^(?P<name>(?:(?:mr|mrs|ms|miss|dr)\.? )?\p{L}[\p{L}'-]+(?: \p{L}[\p{L}'-]+)?) is (?:the |my |an? )?"
    r"(?P<title>.+)$"
)
_WITH = re2.compile(r"(?i)^(?:with|meeting|seeing|i see|i meet) (?P<who>.+)$")
_PLACE = re2.compile(
    r"(?i)^(?P<said>(?:the |my |its |their )?(?:place|address|location|venue|office|interview)?(?: is|'s|:)?"
    r" ?(?:at|in|on)?) ?\b(?P<place>.+)$"
)
_IN_CITY = re2.compile(
    r"(?i)^(?P<in>(?:the |my )?(?:place|city|address|location|venue|it|office|interview)?(?: is|'s|:)? ?in )?"
    r"(?P<city>.+)$"
)
_CLOCK = re2.compile(r"(?i)\d ?[ap]\.?m\b|\d[:.]\d\d|\d ?(?:h|uhr|o.?clock)\b|\btime$")
_CITY = 3  # words of a city
_TITLE = 5  # of a title
_THE = re2.compile(
    r"(?i)^(?P<name>(?:(?:mr|mrs|ms|miss|dr)\.? )?\p{L}[\p{L}'-]+),? (?:the|my|our|their) (?P<title>.+)$"
)
_SHE = re2.compile(r"(?i)^(?:she|he|they)(?:'s| is| are|s|)? (?:the |my |our |an? )?(?P<title>.+)$")
_HONORIFIC = re2.compile(r"(?i)^(?:mr|mrs|ms|miss|dr|prof)\b")
_ASKS = re2.compile(r"(?i)\?|^(?:what|when|where|who|why|how|can|could|do|does|is|are|will|would|should)\b")


@dataclass(frozen=True, slots=True)
class Correction:
    """What is said anew; empty where nothing is. ``people`` join those that are known, by name."""

    employer: str = ""
    role: str = ""
    people: tuple[Met, ...] = ()
    round: str = ""
    medium: str = ""
    place: str = ""

    def __bool__(self) -> bool:
        return bool(self.employer or self.role or self.people or self.round or self.medium or self.place)


def corrected(text: str, employer: str = "", *, bare: bool = True) -> Correction:
    """Reads a correction clause by clause; ``employer``: the name on the card. Empty where a clause says something
    else: half a message must not be taken for the whole. ``bare``: a name that stands alone is the employer's."""
    line = " ".join(text.replace("’", "'").split())
    if not line or len(line) > LONGEST or _ASKS.search(line):
        return Correction()
    if people := joining(line, bare=bare):
        return Correction(people=people)
    found, parts = Correction(), [part for part in _CUT.split(line) if part.strip(" .!")]
    for at, part in enumerate(parts):
        clause = _TAILED.sub("", _FILLED.sub("", part.strip(" .!")))
        said = _clause(_NOT.sub("", clause).strip(" .,"), first=bare and at == 0, follows=found)
        if said is None and clause:
            return Correction()
        found = said or found
    return Correction() if found.employer.casefold() == employer.casefold() and _only_name(found) else found


def _only_name(found: Correction) -> bool:
    return bool(found.employer) and not replace(found, employer="")


def _clause(words: str, *, first: bool, follows: Correction) -> Correction | None:
    """What was found so far and what this clause adds; None where it says something else."""
    if not words or _SAME.search(words):
        return follows
    if first and not follows and _is_job(words):
        return replace(follows, role=words)
    if place := _place(words, follows):
        return replace(follows, place=place)
    if match := _EMPLOYER.search(words):
        return replace(follows, employer=_name(match["name"])) if is_name(match["name"]) else None
    round_, rest = take_round(words)
    medium, rest = take_medium(rest, "")
    if (round_ or medium) and len(rest.split()) <= 3 and not any(c.isdigit() for c in rest):
        return replace(follows, round=round_ or follows.round, medium=medium or follows.medium)
    steps = (_role, _person) if _ROLE.search(words) else (_person, _role)
    return steps[0](words, follows) or steps[1](words, follows) or _named(words, follows, first=first)


def _is_job(words: str) -> bool:
    """A job and nothing else, typed small: "night porter"."""
    known = words.split()
    return known[-1] in OCCUPATIONS and all(word in BEFORE_ROLE for word in known)


def _place(words: str, follows: Correction) -> str:
    """ "the place is 3 mill lane", "its in leeds"; a city behind an address belongs to it. A house whose name may be
    an employer's ("Rosewood Court") is a place only where that is said."""
    if (match := _PLACE.search(words)) and is_place(match["place"]):
        said = match["place"].strip(" ,")
        street = bool({word.strip(".") for word in said.lower().split()} & PLACES) and not is_house(said)
        return said if (street or match["said"].strip()) and not _CLOCK.search(said) else ""
    if (match := _IN_CITY.search(words)) and (match["in"] or follows.place) and len(match["city"].split()) <= _CITY:
        city = capitals(match["city"]) if place_zone(match["city"]) else ""
        return f"{follows.place}, {city}" if city and follows.place else city
    return ""


def _person(words: str, follows: Correction) -> Correction | None:
    """ "Mr Harris is the chief", "with Bob (the boss)"; a title behind a comma, and what "she" is, belong to who
    stands before it."""
    she, the = _SHE.search(words), _THE.search(words)
    title = she["title"] if she else words
    if follows.people and (she or not follows.people[-1].title) and audience(title) and len(words.split()) <= _TITLE:
        last = replace(follows.people[-1], title=title, audience=audience(title))
        return replace(follows, people=(*follows.people[:-1], last))
    if (match := _IS.search(words)) and audience(match["title"]) and not audience(match["name"]):
        met: Met | None = Met(match["name"], match["title"], audience(match["title"]))
    elif the and is_title(the["title"]) and audience(the["title"]):
        met = Met(_WITH.sub(r"\g<who>", the["name"]), the["title"], audience(the["title"]))
    else:
        match = _WITH.search(eased(words).strip(" ,"))
        met = read_person(match["who"] if match else words) if match or _HONORIFIC.search(words) else None
    fits = met is not None and (not met.name or is_somebody(met.name))
    return replace(follows, people=(*follows.people, met)) if met and fits else None


def _role(words: str, follows: Correction) -> Correction | None:
    match = _ROLE.search(words)
    role = match["role"].strip(" .") if match else words if follows.employer and not follows.role else ""
    feels = bool(match and match["am"] and not match["one"] and not audience(role))  # "im scared"
    fits = role and not feels and len(role.split()) <= 5 and is_name(role) and not any(c.isdigit() for c in role)
    return replace(follows, role=role) if fits else None


def _named(words: str, follows: Correction, *, first: bool) -> Correction | None:
    """A bare name, written as one, is the employer's."""
    small = [word for word in words.split() if not word[0].isupper() and word not in ("of", "and", "the", "&", "for")]
    fits = first and not small and len(words.split()) <= 5 and is_name(words) and not names_nothing(words)
    return replace(follows, employer=_name(words)) if fits else None


def _name(words: str) -> str:
    return words.strip(" .,!")
