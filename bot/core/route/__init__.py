"""What a free message is about.

`kind` goes by rules, finer than the intents and first where it matters (a cry of crisis); its word lists are in
`words`. `intents` and `sure` go by the trained model (`model`), and the rules only say how far to trust it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import re2

from bot.core.lines import read_line
from bot.core.lines.parts import INTERVIEW
from bot.core.offer.glance import glance, is_offer
from bot.core.patterns import any_of, only
from bot.core.route import cries, words
from bot.core.route.features import clip
from bot.core.route.model import ranked, router
from bot.core.when.model import NOTHING, Reading
from content import Content

CAP = 6000  # characters that are looked at
KINDS = (
    "crisis", "interview", "offer", "rejected", "worry", "mindset", "debrief", "moved", "remind", "quiet", "next",
    "thanks", "hello", "data", "help", "other",
)  # fmt: skip
INTENTS = (
    "add_interview", "change_interview", "prepare", "question_ideas", "debrief", "worry", "signal", "offer", "compare",
    "priorities", "skills", "decline", "follow_up", "mindset", "current_job", "agenda", "settings", "data", "smalltalk",
    "other",
)  # fmt: skip
_MANY = 6  # topics
_LONG = 8  # words; a longer tale in which somebody cancelled something is a tale
_REST = 3  # words beside a wish to be picked; more may be a fear of its own
_SMALL = 6  # words; longer messages are no mere greeting


_THREAT = any_of(cries.THREAT)
_HARMLESS, _CRISIS = any_of(cries.HARMLESS), any_of(cries.CRISIS)
_DESPAIR, _HUNT = [any_of(block) for block in cries.DESPAIR], any_of(cries.HUNT)
_EVERYTHING = any_of(cries.EVERYTHING)
_CLAUSES = re2.compile(r"[,.;:!?\n]+|\s(?:and|but|because|since)\s")
_DATA, _MOVED, _TOLD = any_of(words.DATA), any_of(words.MOVED), any_of(words.TOLD)
_NEWS, _MEET_WORD, _FEAR = any_of(words.NEWS), any_of(words.MEET_WORD), any_of(words.FEAR)
_HELP, _HELLO = any_of(words.HELP), any_of(words.HELLO)
_SMALLTALK = only(words.THANKS, words.HELLO, words.FILLERS)
_REJECTED, _UNREAL, _MINDSET = any_of(words.REJECTED), any_of(words.UNREAL), any_of(words.MINDSET)
_REMIND, _QUIET, _NEXT = any_of(words.REMIND), any_of(words.QUIET), any_of(words.NEXT)
_SHIFTED, _NOT_MOVED, _CANCELS = any_of(words.SHIFTED), any_of(words.NOT_MOVED), any_of(words.CANCELS)
_OFF, _PUT_OFF = any_of(words.OFF), any_of(words.PUT_OFF)
_GRADE_TOLD = any_of(words.GRADE_TOLD)
_MOVED_TO = re2.compile(
    r"(?is)\b(?:mov|postpon|re-?schedul|shift|push|chang|brought|put|swap|switch)\w*\b.*?\b(?:to|till|until|for)\s(.{3,})$"
)
_THEIRS, _MINE = any_of(words.THEIRS), any_of(words.MINE)


def flat(text: str) -> str:
    """Lower case, without apostrophes, single blanks: the form that the word lists are written for."""
    straight = text[:CAP].lower()
    for mark in "'’‘`´":
        straight = straight.replace(mark, "")
    return " ".join(straight.split())


@lru_cache(maxsize=8)  # asked more than once about the same message
def is_crisis(text: str) -> bool:
    """A cry of self-harm or danger. Idioms ("this job hunt is killing me") and a helper's daily work are not."""
    line = flat(text)
    if _THREAT.search(line):
        return True
    for _ in range(2):  # neighbours share a blank, so one pass may leave the second of two
        line = str(_HARMLESS.sub(" . ", line))
    return bool(_CRISIS.search(line)) or _despairs(line)


def _despairs(line: str) -> bool:
    """Of life, not of the job hunt: of everything at once, or in two ways. A clause on the hunt does not count."""
    clauses = [clause for clause in _CLAUSES.split(line) if clause and not _HUNT.search(clause)]
    ways = [any(pattern.search(clause) for clause in clauses) for pattern in _DESPAIR]
    return sum(ways) >= 2 or any(_EVERYTHING.search(clause) for clause in clauses)


def kind(text: str, reading: Reading, content: Content) -> str:
    """One of KINDS; ``reading`` is what :mod:`bot.core.when` makes of the same text.

    Where two fit, the one that the user could act on soonest wins. "moved" is a change of a meeting, called off too
    (see :func:`is_off`); "mindset" a doubt that no question to an employer can settle; "quiet" a wish for silence.
    """
    if is_crisis(text):
        return "crisis"
    line = str(INTERVIEW.sub("interview", flat(text)))
    told = bool(_TOLD.search(line))
    for name, fits in _SIEVE:
        if fits(line, reading, told):
            return name
    if is_offer(text) or _lists_terms(text, content):
        return "offer"
    if _is_news(text, line, reading, told):
        return "interview"
    if told:
        return "debrief"
    if _is_mindset(line):
        return "mindset"
    if _FEAR.search(line):
        return "worry"
    return "help" if _HELP.search(line) else "other"


def is_off(text: str) -> bool:
    """A meeting is called off and no new time is asked for or named: "Lidl cancelled", not "moved to friday"."""
    line = flat(text)
    return bool(_OFF.search(line)) and not _PUT_OFF.search(line)


def is_theirs(text: str, employer: str = "") -> bool:
    """Whether the employer moved a meeting or called it off, and not the user; False where the text does not say."""
    line = flat(text).replace(flat(employer), "they") if employer else flat(text)
    return bool(_THEIRS.search(line)) and not _MINE.search(line)


def moved_to(text: str) -> str:
    """Of "the Friday one moved to Thursday 10" the part that holds the new time; the text itself where none is told."""
    found = _MOVED_TO.search(text[:CAP])
    return found.group(1).strip() if found else text


def puts_off(text: str) -> bool:
    """Whether it is the time of a meeting that changes, and not who comes or where."""
    return bool(_PUT_OFF.search(flat(text)))


def _is_moved(line: str, reading: Reading, told: bool) -> bool:
    if _NOT_MOVED.search(line):
        return False
    if (_CANCELS.search(line) and not (told and len(line.split()) > _LONG)) or (not told and _MOVED.search(line)):
        return True
    return reading.kind != "nothing" and bool(_SHIFTED.search(line))


def _is_rejected(line: str) -> bool:
    return bool(_REJECTED.search(line)) and not _UNREAL.search(line)


def _is_mindset(line: str) -> bool:
    """Hope to be picked or doubt of one's worth, and nothing else in it that one could ask about."""
    rest, found = str(_MINDSET.sub(" ", line)), bool(_MINDSET.search(line))
    return found and len(rest.split()) <= _REST and not _FEAR.search(rest)


def _lists_terms(text: str, content: Content) -> bool:
    """A sum of pay among many topics of an offer, though no word says that it is one."""
    seen = glance(text, content)
    return bool(seen.pay) and len(seen.mentioned) >= _MANY


_SIEVE: tuple[tuple[str, Callable[[str, Reading, bool], bool]], ...] = (
    ("debrief", lambda line, reading, told: bool(_GRADE_TOLD.search(line))),
    ("hello", lambda line, reading, told: _smalltalk(line) == "hello"),
    ("thanks", lambda line, reading, told: _smalltalk(line) == "thanks"),
    ("data", lambda line, reading, told: bool(_DATA.search(line))),
    ("quiet", lambda line, reading, told: bool(_QUIET.search(line))),
    ("remind", lambda line, reading, told: bool(_REMIND.search(line))),
    ("next", lambda line, reading, told: bool(_NEXT.search(line))),
    ("moved", _is_moved),
    ("rejected", lambda line, reading, told: _is_rejected(line)),
)
"""The first that fits wins: (kind, does it fit the flat line, the reading of its time, is it told as past)."""


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


def intents(text: str) -> list[str]:
    """All of INTENTS for a message, best first. A cry of crisis is no intent: ask :func:`is_crisis` before."""
    if not text.strip():
        return ["other", *(name for name in INTENTS if name != "other")]
    return [name for name, _ in ranked(text)]


def sure(text: str) -> bool:
    """Whether the first of :func:`intents` can be acted on without asking back: the model puts it well before the
    second, by less where the rules say the same, by more where they say something else."""
    if not text.strip() or is_crisis(text):
        return False
    (first, best), (_, second) = ranked(text)[:2]
    said = rule(text)
    agreement = "none" if said is None else "agree" if said == first else "against"
    return bool(best - second >= router().notes["sure"][agreement])


_AS_INTENT = {
    "debrief": "debrief", "hello": "smalltalk", "thanks": "smalltalk", "data": "data", "quiet": "settings",
    "remind": "settings", "next": "agenda", "moved": "change_interview",
}  # fmt: skip
"""What the sieve's kinds are among the intents; a rejection may be a debrief or a worry, so it has none."""


def rule(text: str) -> str | None:
    """The intent that the rules see in the words alone, or None where they see none."""
    line = str(INTERVIEW.sub("interview", flat(clip(text))))
    told = bool(_TOLD.search(line))
    found = next((name for name, fits in _SIEVE if fits(line, NOTHING, told)), "")
    if found:
        return _AS_INTENT.get(found)
    if told:
        return "debrief"
    if _is_mindset(line):
        return "mindset"
    return "worry" if _FEAR.search(line) else None
