"""What stands in a line beside the interview: the story before it, how somebody feels, what another job pays."""

from __future__ import annotations

from collections.abc import Sequence

import re2

from bot.core.lines.eased import own_job
from bot.core.lines.fears import CAP, Clause, clauses
from bot.core.patterns import any_of

_MEETING = any_of(r"interv\w{1,7}|inteview|meeting|trial (?:shift|day)|appointment|assessment|talk|call|round|stage")
_OWN = re2.compile(
    r"(?i)^\W*(?:(?:hi|hey|hello|hallo|so|ok|okay|well|yes|oh|um|also|and|but|then|anyway|now|please|pls)\b\W*)*"
    r"(?:i|im|i'm|i’m|ive|i've|i’ve|ill|i'll|id|my|me|we|what|how|why|should|could|can|do|does|is it|any)\b"
)
_LEADS_IN = re2.compile(
    r"(?i)(?:\b(?:with|at|for|as|from|meet|meeting|see|seeing|speak|speaking|applied|apply|invited?|asked|got|name|"
    r"called)\b|@)"
)
_RANG = re2.compile(r"(?i)\b(?:got|had|just had) (?:a|this|the) (?:phone )?call\b")
_OFFERS = any_of(r"""
    (?:wants?|wanted|would like|d like|like|love|loves) (?:to have )?me(?: on| for| as| to start| to work| there)?
    offers?|offered|offering|(?:gave|give|giving) me the job|said yes to me|(?:can|could) start
    \d{1,3}(?:[.,]\d{1,2})? ?(?:/|per |an |a |p/?)(?:h|hr|hour|week|month|year)s?|[£€$] ?\d[\d.,]*k?|\d{2,3}k
""")


def beside(text: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The ranges of the clauses that do not tell of the interview; none where no other clause holds a time."""
    rows = list(clauses(text[:CAP]))
    kept = [row for row in rows if _timed(row, spans) or not _aside(text[row.start : row.end])]
    if not any(_timed(row, spans) for row in kept):
        return ()
    return tuple((row.start, row.end) for row in rows if row not in kept)


def offered(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The clause that tells of another employer's offer beside a clause of an interview with its time; "" where none
    does."""
    if not any(_timed(row, spans) and _MEETING.search(text[row.start : row.end]) for row in clauses(text[:CAP])):
        return ""
    rows = [text[start:end] for start, end in beside(text, spans)]
    return next((row.strip(" ,.") for row in rows if _OFFERS.search(row)), "")


def _timed(row: Clause, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < row.end and row.start < end for start, end in spans)


def _aside(words: str) -> bool:
    """Whether a clause without a time is the user's own story, or of an offer, and names nothing of a meeting."""
    flat = str(_RANG.sub(" ", " ".join(words.split())))
    if _OFFERS.search(flat):
        return not _MEETING.search(flat)
    return bool(_OWN.search(flat)) and not (_MEETING.search(flat) or _LEADS_IN.search(flat) or own_job(flat))
