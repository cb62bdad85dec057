"""Parts of a typed interview line: round and medium are taken out, the rest is cut into segments by cue words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import re2

from bot.core.people import Met

CAP = 4000  # characters; a longer paste is read up to here
GAP = "\x00"  # where a time was cut out

_URL = re2.compile(
    r"(?i)\b(?:https?://|www\.)[^\s<>\"]+|\b(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com)/[^\s<>\"]+"
)
_EMAIL = re2.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")

_NOUN = r"(?:interviews?|interveiw|intervew|inteview|round|stage|step|meeting|talk|chat|call|conversation|appointment|one|panel)"
ROUNDS = tuple(
    (letter, re2.compile(f"(?i){pattern}"))
    for letter, pattern in (
        ("o", r"\boffer (?:call|talk|meeting|chat|discussion)\b|\bcontract (?:talk|meeting|signing)\b"
              r"|\b(?:discuss|talk about|talk through|go over|go through) (?:the|their|my|an|your) offer\b"),
        ("f", rf"\b(?:final|last)[ -]?(?:round )?{_NOUN}\b|\bfinals?\b"),
        ("2", rf"\b(?:2nd|second|2\.|3rd|third|4th|fourth)[ -]?(?:round |in-person |face to face )?{_NOUN}\b"
              rf"|\b(?:2nd|second|3rd|third)[ -](?:phone|video|zoom|teams|onsite|in-person) ?{_NOUN}\b"
              r"|\b(?:round|stage|interview) ?(?:2|two|3|three|ii|iii)\b"
              r"|\bassessment (?:day|centre|center)\b|\btrial (?:day|shift|lesson)\b|\b(?:2nd|3rd)\b"),
        ("1", rf"\b(?:1st|first|1\.)[ -]?(?:round |in-person )?{_NOUN}\b|\b(?:round|stage) ?(?:1|one|i)\b"
              rf"|\b(?:1st|first)[ -](?:phone|video|zoom|teams|onsite|in-person) ?{_NOUN}\b|\b1st\b"),
        ("s", rf"\b(?:(?:phone|telephone|video|recruiter|recruiting|hr|initial|pre)[ -]?)?(?:pre-?)?screen(?:ing)?"
              rf"(?: {_NOUN})?\b|\b(?:recruiter|hr|intro|introductory|initial|informal|exploratory|get to know) {_NOUN}\b"
              r"|\bcoffee chat\b"),
    )
)  # fmt: skip
_VIDEO = (
    r"(?:zoom|skype|google meet|g-?meet|webex|face ?time|whereby|hangouts?|(?:ms|microsoft) teams"
    r"|(?:whatsapp |zoom )?video(?: ?call| link| conference| chat)?|video|virtual(?:ly)?|online|web ?cam)"
)
_PHONE = r"(?:phone ?call|phone|telephone|telefon|tel\b|whatsapp call|landline)"
_ONSITE = r"(?:on-?site|on site|in[- ]person|face[ -]to[ -]face|f2f|vor ort)"
_BY = r"(?:(?:on|via|over|by|per|through|using|a|an|the) +){0,2}"
_MEETING = r"(?: +(?:interviews?|call|meeting|chat|talk|round|invite|conversation|appointment))?"
MEDIA = tuple(
    (name, re2.compile(f"(?i){pattern}"))
    for name, pattern in (
        ("video", rf"\b{_BY}{_VIDEO}{_MEETING}\b|\b(?:on|via|over|by|in) teams\b|\bteams (?:call|meeting|link|interview|invite|chat)\b"),
        ("phone", rf"\b{_BY}{_PHONE}{_MEETING}\b|\b(?:is|are|will be|they'll be) (?:calling|ringing|phoning)(?: me)?\b"
                  r"|\b(?:calls|rings|phones|will call|will ring|will phone|to call|to ring|gives? me a (?:call|ring)) me\b"
                  r"|\b(?:gives?|giving) me a (?:call|ring|bell)\b|^\s*call\b|\ba (?:quick |short )?call\b"),
        ("onsite", rf"\b{_ONSITE}{_MEETING}\b"),
    )
)  # fmt: skip
_TEAMS = re2.compile(r"\bTeams\b|^teams$")
_HYPHEN_ONSITE = re2.compile(r"(?i)\bon-?site\b")
_FROM_MEDIUM = {"phone": "s"}

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
_SHORT = frozenset("st mr mrs ms dr prof inc co ltd no nr str jr sr approx dept bros mt ave rd".split())
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
    left over."""

    employer: str = ""
    role: str = ""
    people: tuple[Met, ...] = ()
    round: str = ""
    medium: str = ""
    place: str = ""
    sure: bool = False


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
    return ("".join(out) + text[last:])[:CAP]


def take_link(text: str) -> tuple[str, str]:
    """(the first link or "", the text without links and mail addresses)"""
    found = _URL.search(text)
    link = str(found.group(0)).rstrip(".,;)>") if found else ""
    return link, _EMAIL.sub(" ", _URL.sub(f" {GAP} ", text))


def take_round(text: str) -> tuple[str, str]:
    """(round letter or "", the text without the words that named it)"""
    for letter, pattern in ROUNDS:
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
    for name, pattern in MEDIA:
        if pattern.search(text):
            medium = medium or name
            text = pattern.sub(" ", text)
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
    elif mark in "()" and here.cue == "with":
        here.text = _join(here.text, mark)
        return max(0, depth + (1 if mark == "(" else -1))
    elif depth and here.cue == "with" and mark == ",":
        here.text += ","
        return depth
    else:
        found.append(Segment("", "(" if mark == "(" else mark, ""))
    return 0


def _join(text: str, word: str) -> str:
    return f"{text} {word}" if text and not text.endswith("(") and word != ")" else text + word


def _tokens(text: str) -> list[tuple[str, str]]:
    """(word, "") or ("", mark). A dash parts only where blanks stand around it, a full stop only at a sentence's end."""
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
