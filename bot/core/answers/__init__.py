"""Was an employer's answer concrete, vague, or none? From the question and the candidate's short note.

Concrete is what could be checked later and answers this very question: a sum where a sum was asked, a person where
somebody was asked for. In doubt it is vague: to ask once more costs little, to believe that a question is answered when
it is not costs much. Rules find the facts (rules), a small trained model weighs them (model).
"""

from __future__ import annotations

from collections.abc import Iterator

import re2

from bot.core.answers.model import VERDICTS, judge, judged
from bot.core.answers.rules import APOSTROPHES, CAP, SIGNS
from bot.core.answers.words import HOLLOW
from bot.core.patterns import any_of

__all__ = ["CAP", "VERDICTS", "vague_words", "verdict"]

_MOST = 6  # words shown
_FIRST = tuple(SIGNS[sign] for sign in ("vague", "plan", "later"))
_BEYOND = tuple(SIGNS[sign] for sign in ("wide", "total", "brag"))  # the whole company, and praise of it
_HOLLOW = (any_of(HOLLOW),)


def verdict(question: str, answer: str) -> str:
    """ "concrete", "vague" or "none" for the candidate's note of what was said to the question."""
    if not any(char.isalnum() for char in answer[:CAP]):
        return "none"
    return judged(judge(), question, answer)


def vague_words(answer: str) -> tuple[str, ...]:
    """The words by which an answer stays vague, as they were typed, in order, each once, at most six.

    Plainly vague words and plans; where there are none, what is said of the whole company; else hollow words. Empty
    where nothing is found. Whether the answer is vague at all is for :func:`verdict` to say.
    """
    said, places = _placed(answer[:CAP])
    for patterns in (_FIRST, _BEYOND, _HOLLOW):
        found: dict[str, tuple[int, int]] = {}
        for pattern in patterns:
            for match in _all(pattern, said):
                start = said.find(match)
                found.setdefault(match, (places[start], places[start + len(match) - 1] + 1))
        if found:
            ordered = sorted(found.items(), key=lambda item: (item[1][0], item[0]))
            return tuple(" ".join(answer[start:end].split()) for _, (start, end) in ordered[:_MOST])
    return ()


def _placed(answer: str) -> tuple[str, list[int]]:
    """The flat form, and for each of its characters the place where it stands in the answer."""
    out: list[str] = []
    places: list[int] = []
    for place, char in enumerate(answer):
        blank = char.isspace()
        if char in APOSTROPHES or (blank and (not out or out[-1] == " ")):
            continue
        for small in " " if blank else char.lower():
            out.append(small)
            places.append(place)
    return "".join(out).rstrip(), places


def _all(pattern: re2._Regexp, text: str) -> Iterator[str]:
    """Every match without the neighbours that the pattern takes along; two matches may share a blank."""
    at = 0
    while found := pattern.search(text, at):
        yield str(found.group(0)).strip(' .,;:!?()"-/')
        at = max(found.end() - 1, at + 1)
