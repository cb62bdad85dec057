"""A job advert: what it asks for, and which of the user's skills meet that. The text itself is not kept."""

from __future__ import annotations

from collections.abc import Iterable

import re2

from bot.core.model import Skill
from bot.core.patterns import any_of
from bot.core.stems import stems

CAP = 12_000  # characters that are read
MOST = 10
LONGEST = 90  # characters of one need
HEAD_WORDS = 6  # a line of so few words, without a full stop, is a heading
_HEAD = any_of(r"""
    requirements?|what you(?:ll| will)? (?:need|bring|have)|your profile|you bring|you have|who you are
    qualifications?|essential(?: criteria)?|desirable|must[- ]haves?|we expect|about you|skills|nice to have
    what we(?:re| are)? look(?:ing)? for|ideal candidate|person specification|your skills|we are looking for
""")
_OTHER = any_of(r"""
    what we offer|we offer|benefits|about us|our offer|how to apply|apply now|contact|salary|pay
    what you get|why join us
    your tasks|responsibilities|duties|what you(?:ll| will) do|the role|equal opportunit\w+|perks|we provide
""")
_ASKS = any_of(r"""
    experience (?:in|with|of|as)|experienced in|knowledge of|proficien\w+ (?:in|with)|fluent in|familiar(?:ity)? with
    able to|ability to|skilled in|trained in|qualified|licen[cs]e|certificat\w+|degree|diploma|registration|you can
    you are|willing(?:ness)? to|good command|confident (?:in|with|using)|understanding of|background in|must (?:have|be)
    years? of|strong|excellent|comfortable (?:with|working)
""")
_BULLET = re2.compile(r"^\s*(?:[-•*·–▪◦✓]|\d{1,2}[.)])\s*")
_LEAD = re2.compile(
    r"(?i)^(?:you (?:have|are|bring|can|will have|must have|should have|need)|we (?:expect|need|want)|must (?:have|be)|"
    r"(?:a |an |some |the )?(?:proven |solid |strong |good |excellent |first |several |demonstrable )+(?:and )?|"
    r"(?:at least |min(?:imum|\.)? )?\w+\+? years?(?:'|’)?(?: of)?|experience (?:in|with|of|as)|knowledge of|"
    r"(?:good |excellent |fluent )?command of|"
    r"ability to|able to|proficien\w+ (?:in|with)|familiar(?:ity)? with|understanding of|willing(?:ness)? to|"
    r"skilled in|a|an|the|some|being|having)\s+"
)
_SENTENCES = re2.compile(r"[.!?;]+(?:\s|$)")


def needs(text: str) -> list[str]:
    """What an advert asks of the person, at most ten short phrases, in its order; empty where none is found."""
    lines = [line.strip() for line in text[:CAP].splitlines() if line.strip()]
    listed, asking = [], False
    for line in lines:
        if len(line.split()) <= HEAD_WORDS and not line.endswith(".") and not _BULLET.search(line):
            asking = not _OTHER.search(line) and (asking or bool(_HEAD.search(line)))
            continue
        listed += [line] if asking else []
    rows = listed or [part for line in lines for part in _SENTENCES.split(line) if part and _ASKS.search(part)]
    found = [phrase for row in rows for phrase in _phrases(str(_BULLET.sub("", row)))]
    return list(dict.fromkeys(found))[:MOST]


def _phrases(line: str) -> list[str]:
    """One line as one need; its lead-in ("you have several years of") goes."""
    phrase = line.strip(" .:;,!-–")
    for _ in range(4):
        phrase = str(_LEAD.sub("", phrase)).strip()
    if len(phrase) < 3 or len(phrase.split()) > 18:
        return []
    return [phrase if len(phrase) <= LONGEST else phrase[: LONGEST - 1].rsplit(" ", 1)[0] + "…"]


def meets(need: str, skills: Iterable[Skill]) -> Skill | None:
    """The skill that shares most words with a need, by their stems; None where none shares any."""
    wanted = stems(need)
    scored = [(len(wanted & stems(f"{skill.words} {skill.proof}")), skill) for skill in skills]
    best = max(scored, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] else None
