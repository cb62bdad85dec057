"""The city of an interview as a line tells it, and the zone of a city that somebody types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import re2

from bot.core.lines.words import EXECUTIVE, FIRST_NAMES, LEADING, PERSONNEL, RECRUITING
from bot.core.when import zone_of
from bot.core.when.zones import city_zones, fold

TOWNS = {
    "Europe/London": "reading hull derby luton bath exeter plymouth portsmouth bournemouth norwich ipswich sunderland "
    "bradford wakefield huddersfield halifax bolton wigan stockport oldham rochdale preston blackpool blackburn "
    "burnley lancaster carlisle durham middlesbrough darlington hartlepool gateshead doncaster rotherham barnsley "
    "harrogate scarborough lincoln grimsby mansfield chesterfield stoke stoke-on-trent stafford telford shrewsbury "
    "walsall dudley solihull wolverhampton worcester hereford gloucester cheltenham swindon salisbury northampton "
    "kettering corby bedford milton_keynes peterborough cambridge stevenage watford slough windsor maidenhead "
    "basingstoke guildford woking crawley croydon eastbourne hastings maidstone canterbury margate dover chelmsford "
    "colchester southend basildon harlow taunton torquay truro bristol newport wrexham bangor llandudno inverness "
    "perth stirling paisley livingston kilmarnock falkirk derry lisburn newry warrington chester crewe birkenhead "
    "southport st_helens rugby nuneaton tamworth loughborough",
    "Europe/Dublin": "cork kilkenny drogheda sligo athlone tralee letterkenny wexford ennis",
}
"""Towns that no zone is named after; some are everyday words, so that only the bare name counts."""
_NO_CITY = frozenset(
    "center knox casey davis palmer troll easter mawson dili la sf rio kl nelson mahe currie lindeman victoria".split()
)
"""Names of places in the zone database that are names of people, or other words, far more often."""
_EVERYDAY = frozenset("reading bath hull rugby crew sandwich deal battle nice mobile perth lincoln bedford".split())
_IN = re2.compile(r"(?i)\b(?:in|near|around) +(?:the +)?([^\s\d,;:()!?\x00]{2,30}(?: [^\s\d,;:()!?\x00]{2,30})?)")
_PARTS = re2.compile(r"(?i)[,;|()\n•·]|[.!?](?:\s|$)|\s[-–—]\s|\b(?:with|and)\b")
_LEAD = re2.compile(
    r"(?i)^\W*(?:(?:it is|it's|its|i'?m|i am|we are|i live|living|based|here|near|in|at|the|city|town|place|is|my|of|"
    r"from|also|there|yes|ok|in fact|well|just)\b[ ,:]*)+"
)
_WAY = re2.compile(r"(?i)\b(in|near|around|outside|to|at|from) +")
_SIGN = re2.compile(r"[^\p{L}' -]")
_TOLD_LONGEST = 160  # characters of a sentence that tells where somebody is
_TITLES = LEADING | EXECUTIVE | RECRUITING | PERSONNEL
_MOST = 3  # words of a city


@dataclass(frozen=True, slots=True)
class City:
    """A city in a text, as typed; ``bare``: it stands by itself there, from ``start`` to ``end``."""

    name: str
    zone: str
    start: int = 0
    end: int = 0
    bare: bool = False


def place_zone(text: str) -> str | None:
    """The zone of what was typed as the place where somebody is: as :func:`bot.core.when.zone_of`, and the towns that
    it does not know; None for anything else."""
    name = fold(text[:120])
    return zone_of(text) or _town(name) or _town(fold(str(_LEAD.sub("", name))))


def told_zone(text: str) -> str | None:
    """As :func:`place_zone`, also for a sentence: "I am in London only, shifted last month from Pune". Where he comes
    from counts only where he says no other place, and of two the last one that he went to."""
    if (zone := place_zone(text)) or len(text) > _TOLD_LONGEST:
        return zone
    ways = [(way.group(1).lower(), text[way.end() :]) for way in _WAY.finditer(text)]
    found = [(way, zone) for way, words in ways if (zone := _first_city(words))]
    here = [zone for way, zone in found if way != "from"]
    return here[-1] if here else found[0][1] if len(found) == 1 else None


def _first_city(words: str) -> str | None:
    """The zone of the city at the beginning of these words; no everyday word counts in the middle of a sentence."""
    parts = str(_SIGN.split(words, 1)[0]).split()[:_MOST]
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count])
        if zone := _zone(name):
            return zone if name[:1].isupper() or fold(name) not in _EVERYDAY else None
    return None


def _town(name: str) -> str | None:
    return next((zone for zone, names in TOWNS.items() if name.replace(" ", "_") in names.split()), None)


def _zone(name: str) -> str | None:
    """The zone of a city by its name and nothing more; no country, and nobody's first name."""
    plain = fold(name)
    if plain in _NO_CITY or plain in FIRST_NAMES or not len(plain) > 2 or len(plain.split()) > _MOST:
        return None
    return city_zones().get(plain) or _town(plain)


def city_in(text: str, spans: Sequence[tuple[int, int]]) -> City | None:
    """The city that a line names: by itself between commas and times, before a title ("leeds manager Pat"), or after
    "in"; None where it names none. ``spans``: the character ranges of time."""
    parts = list(_parts(text, spans))
    for start, end in parts[1:]:
        if city := _leading(text, start, end):
            return city
    for found in _IN.finditer(text):
        for name in (found.group(1), found.group(1).split()[0]):
            if zone := _zone(name.strip(" .'’-")):
                return City(name.strip(" .'’-"), zone)
    return None


def _leading(text: str, start: int, end: int) -> City | None:
    """The city that a part of the text is, or begins with where a title and a name follow."""
    words = text[start:end].split()
    for size in range(min(_MOST, len(words)), 0, -1):
        name = " ".join(words[:size])
        rest = words[size:]
        zone = _zone(name) if not rest or rest[0].casefold().strip(".,") in _TITLES else None
        if zone:
            at = text.index(words[0], start)
            return City(name, zone, at, at + len(name), bare=text[at : at + len(name)] == name)
    return None


def _parts(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges between marks, times and joints; the first is where the employer stands."""
    cuts = sorted([*spans, *((m.start(), m.end()) for m in _PARTS.finditer(text)), (len(text), len(text))])
    last = 0
    for start, end in cuts:
        if text[last : max(last, start)].strip():
            yield last, start
        last = max(last, end)
