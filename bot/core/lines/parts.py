"""Parts of a typed interview line: round and medium are taken out, the rest is cut into segments by cue words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import re2

from bot.core.lines import calls
from bot.core.lines.people import Met
from bot.core.patterns import lines

CAP = 4000  # characters; a longer paste is read up to here
GAP = "\x00"  # where a time was cut out

_EMAIL = re2.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")

_NOUN = (
    r"(?:interviews?|interveiw|intervew|inteview|round|stage|step|meeting|talk|chat|call|conversation|appointment"
    r"|panel)"
)
"""Not "one": "a second one" is one more interview, no second round."""
_AS = r"(?:phone|video|zoom|teams|onsite|in-person)"


def _found(block: str) -> re2._Regexp:
    return re2.compile(rf"(?i)\b(?:{'|'.join(lines(block))})\b")


ROUNDS = {
    "o": _found(r"""
        (?:offer) (?:call|talk|meeting|chat|discussion)|contract (?:talk|meeting|signing)
        (?:discuss|talk about|talk through|go over|go through) (?:the|their|my|an|your) offer
    """),
    "f": _found(rf"(?:final|last)[ -]?(?:round )?{_NOUN}|finals?"),
    "2": _found(rf"""
        (?:2nd|second|2\.|3rd|third|4th|fourth)[ -]?(?:round |in-person |face to face )?{_NOUN}
        (?:2nd|second|3rd|third)[ -]{_AS} ?{_NOUN}
        (?:round|stage|interview) ?(?:no\.? ?|number )?(?:2|two|3|three|ii|iii)
        assessment (?:day|centre|center)|trial (?:day|shift|lesson)|2nd|3rd
    """),
    "1": _found(rf"""
        (?:1st|first|1\.)[ -]?(?:round |in-person )?{_NOUN}|(?:round|stage) ?(?:1|one|i)
        (?:1st|first)[ -]{_AS} ?{_NOUN}|1st
    """),
    "s": _found(rf"""
        (?:(?:phone|telephone|video|recruiter|recruiting|hr|initial|pre)[ -]?)?(?:pre-?)?screen(?:ing)?(?: {_NOUN})?
        (?:recruiter|hr|intro|introductory|initial|informal|exploratory|get to know) {_NOUN}|coffee chat
    """),
}
_BY = r"(?:(?:on|via|over|by|per|through|using|a|an|the) +){0,2}"
_MEETING = r"(?: +(?:interviews?|call|meeting|chat|talk|round|invite|conversation|appointment))?"
MEDIA = {
    "video": _found(rf"""
        {_BY}(?:zoom|skype|google meet|g-?meet|webex|face ?time|whereby|hangouts?|(?:ms|microsoft) teams|(?:whatsapp |
        zoom )?video(?: ?call| link| conference| chat)?|virtual(?:ly)?|online|web ?cam){_MEETING}
        (?:on|via|over|by|in) teams|teams (?:call|meeting|link|interview|invite|chat)
    """),
    "phone": _found(rf"""
        {_BY}(?:phone ?call|phone|telephone|telefon|tel|whatsapp call|landline){_MEETING}
        (?:is|are|will be|they'll be) (?:calling|ringing|phoning)(?: me)?|(?:gives?|giving) me a (?:call|ring|bell)
        (?:calls|rings|phones|will call|will ring|will phone|to call|to ring) me|a (?:quick |short )?call
    """),
    "onsite": _found(rf"(?:on-?site|on site|in[- ]person|face[ -]to[ -]face|f2f|vor ort){_MEETING}"),
}
_CALL_FIRST = re2.compile(r"(?i)^\s*call\b")
_TEAMS = re2.compile(r"\bTeams\b|^teams$")
_HYPHEN_ONSITE = re2.compile(r"(?i)\bon-?site\b")

INTERVIEW = re2.compile(r"(?i)\b[ie](?:n|t|nt)e?r?e?[vw](?:iew|eiw|iw|ew|ju|ue|iu|iev|iwe|we|uew|ieuw)s?\b")
"""The word as people spell it."""
_SORT_OF_INTERVIEW = re2.compile(
    r"(?i)\b(?:technical|tech|behaviou?ral|competency|culture(?: fit)?|case|system design|hiring manager) "
    r"(interviews?|talk|chat)\b"
)
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow)"
_CLOCK = r"(?:at )?\d{1,2}(?:[:.]\d\d)?(?: ?(?:am|pm|h|uhr))?"
_REST_OF_TIME = re2.compile(rf"\b(?:{_DAY} {_CLOCK}|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|{_DAY} *(?:\x00|$))")
_LOOSE_CLOCK = re2.compile(rf"(?i)[ ,]{_CLOCK}\s*$")
_FIRST_CLOCK = re2.compile(rf"(?i)^ {_CLOCK}(?:[ ,]|$)")
_BEEN = r"(?:(?:has|have|had|was|were|is|are|got|gets|been|just|now|to be|be) +){0,4}"
_MUST = (
    r"(?:please|pls|need to|needs to|have to|has to|must|want to|wants to|got to|gotta|wanna|(?:can|could) (?:you|we|i)"
    r"|lets|let us|would like to)"
)
_CHANGED = re2.compile(
    rf"(?i)\b(?:{_BEEN}(?:cancell?ed|postponed|re-?scheduled|delayed|called (?:it |this |that )?off|put off|put back"
    rf"|brought forward)(?: (?:it|me|us))?(?: (?:to|until|till))?"
    rf"|{_BEEN}(?:moved|pushed|shifted|changed)(?: (?:it|me|us))?(?: (?:back|forward))? (?:to|until|till)"
    rf"|{_MUST} (?:cancel|postpone|re-?schedule|move|shift|change|push back|call off)"
    r"|^(?:cancel|postpone|re-?schedule)"
    r"|(?:please |pls |just )*remind me(?: (?:please|pls|plz))?(?: (?:of|about|that|on|for))?)\b"
)


def _any(*patterns: re2._Regexp) -> re2._Regexp:
    """One search tells of most lines that none of these is in them."""
    return re2.compile("|".join(f"(?:{pattern.pattern})" for pattern in patterns))


_ANY_ROUND = _any(*ROUNDS.values())
_ANY_MEDIUM = _any(*MEDIA.values(), _CALL_FIRST, _TEAMS)
_ANY_TO_TIDY = _any(INTERVIEW, _REST_OF_TIME, _SORT_OF_INTERVIEW, _CHANGED)

_CUES = {
    "with": "with", "w/": "with", "w": "with", "wiht": "with", "wth": "with", "meeting": "with", "seeing": "with",
    "@": "at", "at": "at", "from": "from", "for": "for", "as": "for", "re": "for", "regarding": "for", "about": "for",
    "in": "in", "by": "by", "near": "in",
}  # fmt: skip
_LABELS = {
    "role": "role", "position": "role", "job": "role", "title": "role", "vacancy": "role", "post": "role",
    "company": "employer", "employer": "employer", "firm": "employer", "organisation": "employer",
    "organization": "employer", "where": "in", "location": "in", "address": "in", "place": "in", "venue": "in",
    "link": "in", "with": "with", "who": "with", "interviewer": "with", "interviewers": "with", "panel": "with",
    "contact": "with", "people": "with",
}  # fmt: skip
_SHORT = frozenset(
    "st mr mrs ms dr prof inc co ltd no nr str jr sr approx dept bros mt ave rd mme sra srta sig fr hr".split()
)
_BREAKS = {
    ",": ",",
    ";": ";",
    "\n": ";",
    GAP: "time",
    "|": ";",
    "–": "-",
    "—": "-",
    "-": "-",
    "•": ";",
    "·": ";",
    "/": ";",
}


@dataclass(frozen=True, slots=True)
class Line:
    """What a typed interview says. Empty where unknown; ``round`` is s, 1, 2, f or o; ``medium`` phone, video or
    onsite; ``place`` an address, a room or a link; ``sure``: the employer was named by a clear cue and nothing was
    left over; ``link`` and ``dial_in``: of the call, as an invitation tells them, see :mod:`bot.core.lines.calls`."""

    employer: str = ""
    role: str = ""
    people: tuple[Met, ...] = ()
    round: str = ""
    medium: str = ""
    place: str = ""
    sure: bool = False
    link: str = ""
    dial_in: str = ""


@dataclass(slots=True)
class Segment:
    """Words between two breaks; ``cue`` says what led in ("", with, at, from, for, in, by, or a label), ``after``
    which break stood before it (",", ";", ".", "-", "time", "(", "cue")."""

    cue: str
    after: str
    text: str


def cut_times(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with every span replaced by a gap, cut to CAP characters."""
    out, last = [], 0
    for start, end in sorted(spans):
        start = max(start, last)
        if start < end:
            out += [text[last:start], f" {GAP} "]
            last = end
    rest = text[last:]
    if out and not any(c.isdigit() for start, end in spans for c in text[max(0, start) : max(0, end)]):
        # "tomorrow at Edeka 9": a day was read, its clock was not.
        rest = str(_FIRST_CLOCK.sub(" ", _LOOSE_CLOCK.sub(f" {GAP}", rest)))
    return ("".join(out) + rest)[:CAP]


def tidied(text: str) -> str:
    """The word interview spelt right and bare; what is left of a time (typed small), and words of moving or calling
    off, made a gap."""
    if not _ANY_TO_TIDY.search(text):
        return text
    text = INTERVIEW.sub("interview", _REST_OF_TIME.sub(f" {GAP} ", text))
    text = _SORT_OF_INTERVIEW.sub(_without_sort, text)
    return str(_CHANGED.sub(f" {GAP} ", text))


def _without_sort(found: re2.Match) -> str:  # type: ignore[name-defined,unused-ignore]
    """ "technical interview" is "interview"."""
    return str(found.group(1))


def take_link(text: str) -> tuple[str, str]:
    """(the link to join by, else the first one, or ""; the text without links and mail addresses)"""
    link = ""
    if calls.URL.search(text):
        link = calls.link_in(text) or next(calls.links(text), "")
        text = calls.URL.sub(f" {GAP} ", text)
    return link, _EMAIL.sub(" ", text) if "@" in text else text


def take_round(text: str) -> tuple[str, str]:
    """(round letter or "", the text without the words that named it)"""
    for letter, pattern in ROUNDS.items() if _ANY_ROUND.search(text) else ():
        if pattern.search(text):
            return letter, pattern.sub(_keep_medium, text)
    return ("2", text) if _HYPHEN_ONSITE.search(text) else ("", text)


def _keep_medium(found: re2.Match) -> str:  # type: ignore[name-defined,unused-ignore]
    """ "phone screen" names a round and a medium: the medium stays for the next step."""
    words = found.group(0).lower()
    return next((f" {m} " for m in ("telephone", "phone", "video", "zoom", "onsite", "in-person") if m in words), " ")


def take_medium(text: str, link: str) -> tuple[str, str]:
    """(phone, video, onsite or "", the text without the words that named it)"""
    medium = "video" if link else ""
    if not _ANY_MEDIUM.search(text):
        return medium, text
    for name, pattern in MEDIA.items():
        if pattern.search(text):
            medium = medium or name
            text = pattern.sub(" ", text)
    if _CALL_FIRST.search(text):
        medium, text = medium or "phone", _CALL_FIRST.sub(" ", text)
    if _TEAMS.search(text):
        medium, text = medium or "video", _TEAMS.sub(" ", text)
    return medium, text


def segments(text: str) -> list[Segment]:
    """The text cut at punctuation, gaps and cue words."""
    found = [Segment("", ".", "")]
    depth = 0
    for word, mark in _tokens(text):
        here = found[-1]
        if mark:
            depth = _bracket(found, mark, depth)
        elif depth and here.cue == "with":
            here.text = _join(here.text, word)
        elif cue := _cue(word, here):
            found.append(Segment(cue, "cue" if here.text else here.after, ""))
        else:
            here.text = _join(here.text, word)
    return [s for s in found if s.text.strip(" .()")]


def _cue(word: str, here: Segment) -> str:
    lower = word.lower()
    if lower == "meeting" and here.text.lower().split()[-1:] in (["a"], ["the"], ["team"], ["my"]):
        return ""
    if lower in ("as", "w") and here.cue == "with":
        return ""
    return _CUES.get(lower, "")


def _bracket(found: list[Segment], mark: str, depth: int) -> int:
    """What a mark does: a bracket after a person belongs to the person, elsewhere it parts like a comma."""
    here = found[-1]
    if mark == ":":
        label = _LABELS.get(here.text.lower().split()[-1] if here.text.split() else "", "")
        found.append(Segment(label, ":", "")) if label else found.append(Segment("", ":", ""))
    elif mark in "()" and (here.cue == "with" or _is_listed(found)):
        here.text = _join(here.text, mark)
        return max(0, depth + (1 if mark == "(" else -1))
    elif depth and here.cue == "with" and mark == ",":
        here.text += ","
        return depth
    else:
        found.append(Segment("", "(" if mark == "(" else mark, ""))
    return 0


def _is_listed(found: list[Segment]) -> bool:
    """The last segment is one more person of a list: "with Anna Ode (HR), Kim, and Ted Cox" before its bracket. Those
    between are people as well, and are marked so."""
    number = len(found) - 1
    while number and found[number].cue == "" and found[number].after == "," and _may_be_name(found[number].text):
        number -= 1
    listed = number < len(found) - 1 and found[number].cue == "with"
    if listed:
        for segment in found[number:]:
            segment.cue = "with"
    return listed


def _may_be_name(text: str) -> bool:
    words = text.removeprefix("and ").split()
    return 0 < len(words) <= 6 and words[0][:1].isupper() and words[-1][:1].isupper()


def _join(text: str, word: str) -> str:
    return f"{text} {word}" if text and not text.endswith("(") and word != ")" else text + word


def _tokens(text: str) -> list[tuple[str, str]]:
    """(word, "") or ("", mark). A dash parts only between blanks, a full stop only at the end of a sentence."""
    out: list[tuple[str, str]] = []
    spaced = text
    for char in ("\n", GAP, ";", "|", "(", ")", "•", "·", "–", "—", "@"):
        spaced = spaced.replace(char, f" {char} ")
    for raw in spaced.split(" "):
        word = raw.strip('\t\r"“”*_')
        if word in _BREAKS:
            out.append(("", _BREAKS[word]))
        elif word in ("(", ")"):
            out.append(("", word))
        elif word:
            out += _ended(word)
    return out


def _ended(word: str) -> list[tuple[str, str]]:
    """The word and the mark that it ends with."""
    bare = word.rstrip(",:!?.")
    tail = word[len(bare) :]
    if not bare:
        return [("", "," if "," in tail else ".")]
    if tail.startswith(".") and len(tail) == 1 and (bare.lower() in _SHORT or len(bare) == 1 or "." in bare):
        return [(word, "")]
    marks = {",": ",", ":": ":", ".": ".", "!": ".", "?": "."}
    return [(bare, "")] + ([("", marks[tail[0]])] if tail else [])
