"""One message that tells of an interview and of what is feared about it: each part by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import re2

from bot.core.patterns import any_of, cut

CAP = 4000  # characters; a longer message is no line about an interview
_SENTENCE = re2.compile(r"[.!?;]+\s+|\n+")
_CLAUSE = re2.compile(
    r"(?i)\s*,\s+(?:(?:and|but|so|because|cause|though|although|plus|also|honestly|tbh)\s+)*"
    r"|\s+(?:and|but|so|because|cause|cos|though|although|plus|also)\s+"
)
_FEARS = any_of(r"""
    afraid|affraid|scared|scares|scary|worr(?:y|ies|ied|ying)|fears?|nervous|anxious|anxiety|terrified|terrifies|
    panic(?:king|s)?|dread(?:ing)?|freak(?:ing|s|ed)? (?:me )?out|stressed|stressing|ashamed|petrified|frightened
    what if|nightmares? (?:about|of)|(?:cant|cannot) sleep
    (?:they|she|he) (?:wont|will not|will never|might not|may not) (?:even )?(?:take|want|hire|like|pick) me
""")
_MEETING = any_of(r"interv\w{1,7}|inteview|meeting|trial (?:shift|day)|appointment|assessment|call ?back|second talk")

_WITH = re2.compile(r"\W*(?:(?:its|it is|thats|that is) )?(?:with|at) ")


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a clause stands in a text, and in which of its sentences."""

    start: int
    end: int
    sentence: int


def apart(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, str]:
    """(what tells of the interview, what is feared); the second is "" where nothing is feared, and the first then the
    whole text. ``spans``: the character ranges of time in it.

    A fear goes on to the end of its sentence, unless a time or the meeting itself is spoken of again.
    """
    text = text[:CAP]
    line, fears, end = "", [], 0
    last: tuple[int, bool] = (-1, False)  # the sentence of the piece before, and whether that was a fear
    for piece in clauses(text):
        fear = _is_fear(text, piece, spans, goes_on=last == (piece.sentence, True))
        if fear:
            fears.append(text[piece.start : piece.end].strip(" ,"))
        else:
            line += (". " if last[1] else text[end : piece.start]) + text[piece.start : piece.end]
        last, end = (piece.sentence, fear), piece.end
    return (line.strip(" ."), ", ".join(fears)) if fears else (text, "")


def _is_fear(text: str, piece: Clause, spans: Sequence[tuple[int, int]], *, goes_on: bool) -> bool:
    flat = _flat(text[piece.start : piece.end])
    if _MEETING.search(flat):
        return False
    timed = any(start < piece.end and piece.start < end for start, end in spans)
    return bool(_FEARS.search(flat)) or (goes_on and not timed and not _WITH.match(flat))


def _flat(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").replace("'", "").split())


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of the text with the number of their sentence."""
    for number, (start, end) in enumerate(cut(_SENTENCE, text, 0, len(text))):
        for first, last in cut(_CLAUSE, text, start, end):
            yield Clause(first, last, number)
