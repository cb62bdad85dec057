"""Claim or evidence: both sides show their best side, so what was only said asks for a second source."""

from __future__ import annotations

from bot.core.patterns import any_of

_SEEN = any_of(r"""
    i saw|i have seen|ive seen|she showed|he showed|they showed|showed me|let me see|i watched|i met|i looked
    on the wall|i heard (?:it|them|her|him) (?:myself|say)|with my own eyes|on the (?:screen|board|rota|roster)|i read
""")
_HAPPENED = any_of(r"""
    last (?:week|month|year|spring|summer|autumn|fall|winter|time|shift|one|two|three)|yesterday
    in (?:19|20)\d\d
    since (?:19|20)\d\d|(?:a|two|three|four|five|six|\d+) (?:week|month|year)s? ago|for example
    for instance|e\.g|once when
    when (?:she|he|they|we|i) (?:was|were|had|got|left|started)|the last (?:one|person|two|three|time)
""")
_COUNTED = any_of(r"""
    \d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half of|none of|both
    every (?:week|month|year)
""")


def kind(note: str) -> str:
    """ "evidence" where something was seen, counted or happened, else "claim"; a tap of the user corrects it."""
    line = " ".join(note.lower().replace("'", "").replace("’", "").split())
    return "evidence" if _SEEN.search(line) or _HAPPENED.search(line) or _COUNTED.search(line) else "claim"
