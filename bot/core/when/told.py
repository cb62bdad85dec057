"""Zones that a text names: "(UTC+01:00) Amsterdam, Berlin", "London time", "ET", "their time"."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.core.when.board import ZONE, Board
from bot.core.when.mentions import Told
from bot.core.when.vocabulary import MONTH, WEEKDAY, either
from bot.core.when.zone_table import ELSEWHERE, FIXED, GENERIC, NAMES, SHARED
from bot.core.when.zones import fold, known, offset_zone, place_zones, told_offset, zone_choices

_NAMES = either(re.escape(name) for name in sorted(NAMES, key=len, reverse=True))
_ABBREVIATIONS = either(sorted({*GENERIC, *FIXED, *SHARED}, key=len, reverse=True))
_PLACES = r"(?:[^\W\d_][\w.'/&]*(?: [^\W\d_(][\w.'/&]*){0,3}(?: \((?:us|u\.s\.)[^()\n]{0,15}\))?)"
_OFFSET = re.compile(
    r"\(?\b(?:utc|"
    rf"gmt) ?(?P<o>[+-] ?\d{{1,2}}(?::?[0-5]\d)?)\)?(?![\d:])(?: (?P<places>{_PLACES}(?:, ?{_PLACES})"
    r"{0,8}))?",
    re.I,
)
_IANA = re.compile(
    r"\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/[A-Za-z_]+(?:/[A-Za-z_]+)?\b"
)
_SPELLED = re.compile(
    rf"\b(?P<n>{_NAMES})(?P<season> standard| daylight| summer)? time\b(?: zone\b)?(?: ?\((?:us|"
    r"u\.s\.)[^()\n]{0,15}\))?"
    rf"(?: - (?P<city>[A-Z]\w+(?: [A-Z]\w+)?))?",
    re.I,
)
_WHOSE = re.compile(
    r"\(?\b(?P<w>my|mine|your|ur|their|our|his|her|local|the company's|company|interviewer's|recruiter's) "
    r"(?:local |own )?time\b(?: zone\b)?\)?",
    re.I,
)
_CITY = re.compile(r"(?P<c>(?:[^\W\d_][\w.'-]* ){1,3})(?:local )?time\b", re.I)
_LABEL = re.compile(
    rf"\b(?:time ?zone|all times|times)(?: are| is| in| shown| given)*:? ?(?:in )?(?P<a>{_ABBREVIATIONS})\b", re.I
)
_AFTER = re.compile(rf"[ ,]{{0,2}}(?P<open>[(\[]?)(?P<a>{_ABBREVIATIONS})\b(?P<time>(?: time| zone)?)[)\]]?", re.I)
_AFTER_NAME = re.compile(
    rf"[ ,]{{0,2}}\(?(?P<n>eastern|central|mountain|pacific)\b\)?(?! (?!{WEEKDAY}\b|{MONTH}\b)(?-i:[A-Z])[a-z])", re.I
)
_AFTER_CITY = re.compile(
    r" ?(?P<open>[(\[]?)(?P<in>in )?(?P<c>[^\W\d_][\w.'-]*(?: [A-Z][\w.'-]*){0,2})(?P<close>[)\]]?)", re.I
)
_CITY_LIST = re.compile(r"[ ,]{1,2}(?P<l>[A-Z][\w.]+(?: [A-Z][\w.]+)?(?:, ?[A-Z][\w.]+(?: [A-Z][\w.]+)?){2,8})")
_NO_ZONE = re.compile(
    r" (?:scan|scanner|session|clinic|exam|job|role|position|dept|department|team|trainer|work)", re.I
)
_PLAIN_NEXT = re.compile(
    r"$|\s*(?:[^\w\s]|\d)|\s*(?:with|on|for|and|w|via|in|today|tomorrow|at|to|or|next|this|the|please|is|works)\b"
    rf"|\s*(?:{WEEKDAY}|{MONTH})\b",
    re.I,
)
_DAY_WORD = re.compile(rf" (?:{WEEKDAY}|{MONTH}|today|tomorrow|next|this)\b", re.I)
_BRITISH = frozenset(
    "Europe/London Europe/Dublin Europe/Belfast Europe/Jersey Europe/Guernsey Europe/Isle_of_Man".split()
)
_EVERYDAY = frozenset("nice mobile reading bath split essen center jordan victoria turkey easter vincent".split())
_WORDS = frozenset(
    (*GENERIC, "art", "cat", "eat", "wet", "west", "wat", "cot", "z")
)  # also English words or shorthands


def abbreviation(word: str, start: int, end: int, tz: str) -> Told:
    """What "ET", "cest" or "IST" stands for; an abbreviation shared by countries keeps all of them."""
    name = word.lower()
    if name in SHARED and name != "gmt":
        own = tz in SHARED[name] or (name == "ist" and tz == "Asia/Calcutta")
        return Told(start, end, (tz,) if own else SHARED[name])
    if name in GENERIC:
        return Told(start, end, (GENERIC[name],))
    zone, minutes = FIXED[name]
    if name in ("est", "edt", "cst") and tz.startswith("Australia/"):
        return Told(start, end, (zone, tz), None)
    if name == "gmt" and tz in _BRITISH:  # in summer some of them mean their own clocks by it
        return Told(start, end, (tz, zone), None)
    if tz in ELSEWHERE.get(name, ()):
        return Told(start, end, (zone, tz), None)
    if name == "cst" and not tz.startswith(("America/", "Pacific/", "US/", "Canada/")):
        return Told(start, end, (zone, "Asia/Shanghai"), None)
    return Told(start, end, (zone,), minutes)


def _spelled(match: re.Match[str]) -> Told:
    zone = NAMES[match["n"].lower()]
    return Told(*match.span(), (zone,), _season(zone, match["n"], match["season"]))


def _iana(match: re.Match[str]) -> Told | None:
    zone = known(match.group())
    return Told(*match.span(), (zone,)) if zone else None


def _season(zone: str, name: str, season: str | None) -> int | None:
    """Minutes of "Eastern Standard Time" and the like, which name the offset and not only the region."""
    letters = {" standard": "s", " daylight": "d", " summer": "d"}.get((season or "").lower())
    return FIXED.get(f"{name[0].lower()}{letters}t", ("", None))[1] if letters and zone.startswith("America/") else None


def _from_places(places: str) -> tuple[str, int] | None:
    """The zone of a list of cities or of "Eastern Time (US & Canada)", and how much of the text belongs to it."""
    day = _DAY_WORD.search(places)
    places = places[: day.start()] if day else places
    spelled = _SPELLED.match(places)
    if spelled:
        return NAMES[spelled["n"].lower()], spelled.end()
    zone, end = None, 0
    for match in re.finditer(r"[^,]+", places):
        found = known(match.group())
        if zone is None and found is None:
            break
        zone, end = zone or found, match.end()
        if found is None and "," not in places[match.end() : match.end() + 1]:
            end = match.start() - 1
    return (zone, end) if zone else None


def _offset(match: re.Match[str]) -> Told | None:
    """Outlook's "(UTC+01:00) Amsterdam, Berlin" is the zone of the cities: its offset is that of winter, always."""
    listed = _from_places(match["places"]) if match["places"] else None
    if listed:
        return Told(match.start(), match.start("places") + listed[1], (listed[0],))
    minutes = told_offset(match["o"].replace(" ", ""))
    zone = offset_zone(minutes) if minutes is not None else None
    closed = match.string[match.end("o") : match.end("o") + 1] == ")"
    return Told(match.start(), match.end("o") + closed, (zone,) if zone else ())


def _city(match: re.Match[str]) -> Told | None:
    words = match["c"].split()
    for size in range(len(words), 0, -1):
        name = " ".join(words[-size:])
        zone = known(name.removesuffix("'s"))
        zones = (zone,) if zone else zone_choices(name)
        if zones:
            return Told(match.end("c") - len(name) - 1, match.end(), zones)
    return None


def _whose(match: re.Match[str], tz: str) -> Told:
    """ "my time" is the user's and "your time" in a pasted mail, too; anybody else's is not known."""
    return Told(*match.span(), (tz,) if match["w"].lower() in ("my", "mine", "your", "ur") else ())


def find_spelled(board: Board, tz: str) -> list[Told]:
    """Zones that stand for themselves, wherever they are; they are taken from the board."""
    found: list[Told] = []
    makers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Told | None]], ...] = (
        (_OFFSET, _offset),
        (_IANA, _iana),
        (_WHOSE, lambda m: _whose(m, tz)),
        (_SPELLED, _spelled),
        (_CITY, _city),
        (_LABEL, lambda m: abbreviation(m["a"], m.start("a"), m.end("a"), tz)),
    )
    for pattern, make in makers:
        for match in board.find(pattern):
            told = make(match)
            if told:
                found.append(told)
        for told in found:
            if board.text[told.start] != ZONE:
                board.take(told.start, told.end, ZONE)
    return found


def find_after(board: Board, end: int, tz: str, bare: bool) -> Told | None:
    """The zone right after a clock: "ET", "(CET)", "Eastern", "London"; taken from the board."""
    told = _abbreviation_after(board, end, tz, bare) or _name_after(board, end) or _list_after(board, end)
    if told:
        board.take(told.start, told.end, ZONE)
    return told


def find_beside_day(board: Board, end: int, tz: str) -> Told | None:
    """The zone right after a day, in capitals: "3pm Friday EST"; taken from the board."""
    match = _AFTER.match(board.text, end)
    if not match or not match["a"].isupper():
        return None
    told = _abbreviation_after(board, end, tz, bare=True)
    if told:
        board.take(told.start, told.end, ZONE)
    return told


def _abbreviation_after(board: Board, end: int, tz: str, bare: bool) -> Told | None:
    match = _AFTER.match(board.text, end)
    if not match:
        return None
    if _NO_ZONE.match(board.text, match.end("a")):
        return None
    small = match["a"].islower()
    sure = match["open"] or match["time"] or _PLAIN_NEXT.match(board.text, match.end())
    if small and match["a"] in _WORDS and (bare or not sure):
        return None
    return abbreviation(match["a"], match.start("a"), match.end(), tz)


def _name_after(board: Board, end: int) -> Told | None:
    match = _AFTER_NAME.match(board.text, end)
    return Told(match.start("n"), match.end(), (NAMES[match["n"].lower()],)) if match else None


def _list_after(board: Board, end: int) -> Told | None:
    """Zoom names a zone by its cities: three or more of them after the clock."""
    match = _CITY_LIST.match(board.text, end)
    zone = known(match["l"].split(",")[0]) if match else None
    return Told(match.start("l"), match.end("l"), (zone,)) if match and zone else None


def _is_named(board: Board, name: str, end: int) -> bool:
    """Whether a small word is the name of a city: the last of a clause, where nothing else is written large."""
    return board.plain.islower() and name not in _EVERYDAY and not board.text[end : end + 2].strip(" .,;!)\n")


def city_after(board: Board, end: int) -> tuple[Told, bool] | None:
    """A city or country right after a clock ("3pm London", "15:00 (Berlin)"); True when brackets make it the zone."""
    match = _AFTER_CITY.match(board.text, end)
    if not match:
        return None
    words = match["c"].split()
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        named = name[:1].isupper() or match["open"] or _is_named(board, name, match.start("c") + len(name))
        zone = place_zones().get(fold(name)) if named else None
        if zone:
            return Told(match.start("c"), match.start("c") + len(name), (zone,)), bool(match["open"] and match["close"])
    return None
