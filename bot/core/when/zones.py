"""From the name of a city, country or zone to the IANA zone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from bot.core.when.zone_table import CITIES, COUNTRIES, FIXED, GENERIC, HALF_OFFSETS, NAMES, SEVERAL, SHARED

_AREAS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
_OFFSET = re.compile(r"^\(?(?:utc|gmt)? ?([+-]) ?(\d{1,2})(?::?([0-5]\d))?\)?$", re.I)
_TAIL = re.compile(r"(?: local)?(?: standard| daylight| summer)?(?: time)?(?: zone)?$")
_LEAD = re.compile(r"^(?:(?:i'?m|i am|i live|i work|we are|we'?re|it'?s|it is|from|near|in|at|based|living|my|city"
                   r"|timezone|time|zone|is|the|now|currently|here|right)[ :]+)+")  # fmt: skip


def fold(text: str) -> str:
    """Lower case without accents, blanks single: the form in which names are compared."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l").replace("ø", "o"))
    return re.sub(r"[\s_]+", " ", "".join(c for c in plain if not unicodedata.combining(c))).strip(" .,;!?()")


def _words(table: dict[str, str]) -> dict[str, str]:
    return {fold(word): zone for zone, words in table.items() for word in words.split()}


@lru_cache(maxsize=1)
def iana_names() -> frozenset[str]:
    """The names of the zone database, exactly as it spells them. Looked up once: it walks through the files."""
    return frozenset(available_timezones())


@lru_cache(maxsize=1)
def city_zones() -> dict[str, str]:
    """Folded city name -> IANA zone: the cities of the zone database and the common others."""
    found = {}
    for name in sorted(iana_names()):
        parts = name.split("/")
        if len(parts) > 1 and parts[0] in _AREAS:
            found[fold(parts[-1])] = name
    return found | {"singapore": "Asia/Singapore", "hong kong": "Asia/Hong_Kong"} | _words(CITIES)


@lru_cache(maxsize=1)
def place_zones() -> dict[str, str]:
    """Folded name of a city or of a country with one zone -> IANA zone."""
    return city_zones() | _words(COUNTRIES)


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    """Everything that a user may type as the place where he is."""
    zones = {fold(name): name for name in iana_names() if "/" in name}
    short = dict(GENERIC) | {name: zone for name, (zone, _) in FIXED.items() if name not in SHARED}
    spelled = {name: zone for name, zone in NAMES.items() if name not in SHARED}
    return spelled | short | zones | city_zones() | _words(COUNTRIES)


def offset_zone(minutes: int) -> str | None:
    """The IANA zone with that fixed offset east of UTC, e.g. 60 -> "Etc/GMT-1" (POSIX signs); None if none has it."""
    if minutes % 60:
        return HALF_OFFSETS.get(minutes)
    hours = minutes // 60
    if not -12 <= hours <= 14:
        return None
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"


def told_offset(text: str) -> int | None:
    """Minutes east of UTC of "UTC+1", "GMT-05:30", "+0200"; None if the text is no offset."""
    match = _OFFSET.match(text.strip())
    if not match or (len(match[2]) == 2 and int(match[2]) > 14):
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return -minutes if match[1] == "-" else minutes


def known(name: str) -> str | None:
    """The zone of exactly this name (any case, with or without accents, with or without "time")."""
    plain = fold(name)
    places = _places()
    return places.get(plain) or places.get(_TAIL.sub("", plain))


def zone_of(text: str) -> str | None:
    """A city, country with one zone, zone name or UTC offset, as a user types it -> IANA zone; None if unknown.

    A name with several meanings (USA, IST, GMT, Georgia) gives None: see zone_choices.
    """
    minutes = told_offset(text)
    if minutes is not None:
        return offset_zone(minutes)
    plain = _LEAD.sub("", fold(text[:200]))
    if zone_choices(plain):
        return None
    parts = [part for part in re.split(r" ?[,/()-] ?", plain) if part] if not known(plain) else []
    zones = [known(part) for part in (parts or [plain])]
    found = next((zone for zone in zones if zone), None)
    return found or _inside(plain)


def _inside(plain: str) -> str | None:
    """The zone of the longest place name among the words, unless two of them disagree."""
    words = plain.split()[:30]
    for size in (3, 2, 1):
        grams = [" ".join(words[i : i + size]) for i in range(len(words) - size + 1)]
        found = [zone for gram in grams if len(gram) > 2 and (zone := known(gram))]
        if found:
            return found[0] if len(set(found)) == 1 else None
    return None


def zone_choices(text: str) -> tuple[str, ...]:
    """The usual IANA zones of a name with several ("USA", "Australia", "IST"); empty if it is not such a name."""
    plain = _TAIL.sub("", _LEAD.sub("", fold(text[:200])))
    for words, zones in SEVERAL.items():
        if plain in (fold(word) for word in words.split()):
            return zones
    return SHARED.get(plain, ())


@lru_cache(maxsize=256)
def zone_info(name: str) -> ZoneInfo:
    """ZoneInfo of an IANA name that is known to exist."""
    return ZoneInfo(name)
