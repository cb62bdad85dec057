"""What a free message is about, by rules: a first sieve, kept small; its word lists are in route_words."""

from __future__ import annotations

from bot.core import route_words as words
from bot.core.lines import read_line
from bot.core.offer.glance import glance, is_offer
from bot.core.patterns import any_of, only
from bot.core.when.model import Reading
from content import Content

CAP = 6000  # characters that are looked at
KINDS = ("crisis", "interview", "offer", "worry", "debrief", "moved", "thanks", "hello", "data", "help", "other")
_MANY = 6  # topics
_SMALL = 6  # words; longer messages are no mere greeting


_THREAT = any_of(words.THREAT)
_HARMLESS, _CRISIS = any_of(words.HARMLESS), any_of(words.CRISIS)
_DATA, _MOVED, _TOLD = any_of(words.DATA), any_of(words.MOVED), any_of(words.TOLD)
_NEWS, _MEET_WORD, _FEAR = any_of(words.NEWS), any_of(words.MEET_WORD), any_of(words.FEAR)
_HELP, _HELLO = any_of(words.HELP), any_of(words.HELLO)
_SMALLTALK = only(words.THANKS, words.HELLO, words.FILLERS)


def flat(text: str) -> str:
    """Lower case, without apostrophes, single blanks: the form that the word lists are written for."""
    straight = text[:CAP].lower()
    for mark in "'’‘`´":
        straight = straight.replace(mark, "")
    return " ".join(straight.split())


def is_crisis(text: str) -> bool:
    """A cry of self-harm or danger. Idioms ("this job hunt is killing me") and a helper's daily work are not."""
    line = flat(text)
    if _THREAT.search(line):
        return True
    for _ in range(2):  # neighbours share a blank, so one pass may leave the second of two
        line = str(_HARMLESS.sub(" . ", line))
    return bool(_CRISIS.search(line))


def kind(text: str, reading: Reading, content: Content) -> str:
    """One of KINDS; ``reading`` is what :mod:`bot.core.when` makes of the same text.

    Where two fit, the one that the user could act on soonest wins.
    """
    if is_crisis(text):
        return "crisis"
    line = flat(text)
    if smalltalk := _smalltalk(line):
        return smalltalk
    if _DATA.search(line):
        return "data"
    told = bool(_TOLD.search(line))
    if not told and _MOVED.search(line):
        return "moved"
    if is_offer(text) or _lists_terms(text, content):
        return "offer"
    if _is_news(text, line, reading, told):
        return "interview"
    if told:
        return "debrief"
    if _FEAR.search(line):
        return "worry"
    return "help" if _HELP.search(line) else "other"


def _lists_terms(text: str, content: Content) -> bool:
    """A sum of pay among many topics of an offer, though no word says that it is one."""
    seen = glance(text, content)
    return bool(seen.pay) and len(seen.mentioned) >= _MANY


def _smalltalk(line: str) -> str:
    bare = "".join(c if c.isalnum() or c == " " else " " for c in line)
    if not bare.strip():
        return ""
    if len(bare.split()) > _SMALL or not _SMALLTALK.search(" ".join(bare.split())):
        return ""
    return "hello" if _HELLO.search(bare) else "thanks"


def _names_an_interview(text: str, reading: Reading) -> bool:
    """ "Acme, ops lead, Thursday 3pm with Anna": no word for a meeting, but all of its parts."""
    read = read_line(text, reading.spans)
    return reading.kind == "instant" and read.sure and bool(read.role or read.people)


def _is_news(text: str, line: str, reading: Reading, told: bool) -> bool:
    """A meeting to come: with a time unless it is told as past; without one only in words of news, no question."""
    timed = reading.kind in ("instant", "ask")
    if timed and not told and "?" not in line and _names_an_interview(text, reading):
        return True
    news = bool(_NEWS.search(line))
    if timed:
        return news or (not told and bool(_MEET_WORD.search(line)))
    return news and not told and "?" not in line and not _FEAR.search(line)
