"""A setting that a message wishes for in plain words: "don't write after 9pm", "I'm in Lisbon now", "stop it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import re2

from bot.core.patterns import any_of
from bot.core.wall import read_clock, read_span
from bot.core.when import zone_of

NAMES = ("zone", "quiet", "evening", "days", "language", "off", "remind", "on", "soft", "direct", "fewer", "menu")
_CLOCK = r"(?:half past |quarter (?:past|to) )?(?:\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?|midnight|noon|\
(?:six|seven|eight|nine|ten|eleven|twelve))(?: o.?clock)?(?: in the (?:morning|evening)| at night)?"
_SPAN = re2.compile(rf"(?i)\b(?:between|from)?\s?({_CLOCK} ?(?:-|–|to|till|until|and) ?{_CLOCK})")
_AFTER = re2.compile(rf"(?i)\b(?:after|later than|past|from) ({_CLOCK})")
_BEFORE = re2.compile(rf"(?i)\b(?:before|earlier than|until|till) ({_CLOCK})")
_AT = re2.compile(rf"(?i)\b(?:at|to|around|by) ({_CLOCK})")
_PLACE = re2.compile(r"(?i)\b(?:in|to|from|is|at|near|am)\s+((?:[\p{L}'’.-]+\s?){1,4})")
_WORDS = {
    "language": any_of(r"""
        language|(?:speak|talk|write|answer|reply|understand) (?:in )?(?:german|spanish|french|polish|arabic|turkish|
        hindi|portuguese|italian|russian|ukrainian|chinese|romanian|urdu|bengali|tagalog|swahili|vietnamese)|
        in (?:german|spanish|french|polish|arabic|turkish|hindi|portuguese|italian|russian|ukrainian|chinese)|
        auf deutsch|en espa.ol|en fran.ais|english
    """),
    "days": any_of(r"""
        (?:on |every |all )?(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|weekends?|
        sabbath|shabbat|holidays?|vacation|day off)
    """),
    "zone": any_of(r"time ?zones?|moved to|live in|living in|i(?:.m| am) (?:now )?(?:in|back in|travell?ing)|clock"),
    "evening": any_of(r"""
        evening (?:message|reminder|one|list|text)|(?:night|day) before|remind me (?:\w+ ){0,2}(?:at|around|by) \d+
    """),
    "quiet": any_of(r"""
        quiet|silent|silence|night shift|nights|sleep|asleep|mute|disturb|late at night|so late|so early|at night|
        in the (?:morning|evening|night|afternoon)|while i work|at work|do not disturb
    """),
    "on": any_of(r"(?:turn|switch) (?:\w+ ){0,3}(?:back )?on|start (?:\w+ ){0,2}again|resume|reminders? (?:back )?on"),
    "fewer": any_of(r"fewer|less|too many|so many|not so often|too often|too much"),
    "off": any_of(r"""
        stop|off|unsubscribe|no more|disable|cancel|shut up|leave me alone|silence|mute|quit|
        (?:don.?t|do not|never|quit) (?:\w+ ){0,2}(?:messag|text|writ|remind|send|bother|ping|disturb|contact)\w*
    """),
    "direct": any_of(r"(?:more |be |too )?(?:direct|blunt|straight|polite|soft|nice)(?: wording| tone| questions)?"),
    "remind": any_of(r"remind me|(?:just|only|want|like) (?:the )?reminders?|ping me"),
}  # fmt: skip
_ORDER = ("language", "evening", "on", "direct", "quiet", "days", "fewer", "off", "remind")


@dataclass(frozen=True, slots=True)
class Wish:
    """What to set (one of NAMES), and to what; an empty value: it has to be asked for."""

    name: str
    value: str = ""


def wish(text: str) -> Wish:
    """The setting that the text speaks of; "menu" where it names none."""
    zone = next(_zones(text), "")
    if zone:
        return Wish("zone", zone)
    span = _span(text)
    name = next((name for name in _ORDER if _WORDS[name].search(text)), "")
    if name in ("evening", "on", "language"):
        return Wish(name, _clock(_AT, text) if name == "evening" else "")
    if span:
        return Wish("quiet", span)
    if name == "direct":
        return Wish(_tone(text))
    return Wish(name or ("zone" if _WORDS["zone"].search(text) else "menu"))


def _tone(text: str) -> str:
    """ "Too polite" wants it direct, "too direct" softer."""
    line = text.casefold()
    blunt = any(word in line for word in ("direct", "blunt", "straight"))
    return "direct" if blunt != ("too " in line or "less " in line) else "soft"


def _zones(text: str) -> Iterator[str]:
    """Zones of the places that the text names, where it speaks of where the user is."""
    if not _WORDS["zone"].search(text):
        return
    for found in _PLACE.finditer(text):
        words = found.group(1).split()
        for size in range(len(words), 0, -1):
            zone = zone_of(" ".join(words[:size]).strip(" .,"))
            if zone:
                yield zone


def _span(text: str) -> str:
    """Quiet hours as "22:00-08:00"; one end may be missing ("22:00-"): it stays as it is."""
    found = _SPAN.search(text)
    span = read_span(found.group(1)) if found else None
    if span is not None:
        return "-".join(span)
    after, before = _clock(_AFTER, text), _clock(_BEFORE, text, morning=True)
    return f"{after}-{before}" if after or before else ""


def _clock(pattern: re2._Regexp, text: str, *, morning: bool = False) -> str:
    found = pattern.search(text)
    if found is None:
        return ""
    said = found.group(1).lower()
    wall = read_clock(said) or ""
    early = morning and wall >= "13:00" and wall[:2] not in said and "m" not in said  # a bare "before 9"
    return f"{int(wall[:2]) - 12:02}{wall[2:]}" if early else wall
