"""The job that the user has now, told in a line: "my job now is Corner Clinic, nurse, 31k and 38 hours"."""

from __future__ import annotations

from typing import NamedTuple

import re2

from bot.core.naming import capitals

_OPENS = re2.compile(
    r"(?i)^(?:(?:hi|hello|well|so|and|ok|okay|btw|by the way)[ ,]+)*"
    r"(?:my (?:job|work|place|employer|boss)(?: right)? (?:now|at the moment|today|currently) is(?: at| with| for)?"
    r"|my (?:present|current) (?:job|work|employer|place|post|position)(?: is|:)(?: at| with| for)?"
    r"|(?:i|i'm|i am|im) (?:(?:now|currently|right now|at the moment|still) )?work(?:ing)?"
    r"(?: (?:now|currently|right now|at the moment))? (?:at|for|with)"
    r"|(?:right now|currently|at the moment|now)[ ,]+(?:i'm|i am|im|i work)(?: working)? (?:at|for|with))"
    r"\s+(?P<rest>.+)$"
)
_NOW = re2.compile(r"(?i)\b(?:now|currently|right now|at the moment|today|present|current|still)\b")
_FIGURE = re2.compile(r"[£$€₹]?\s?\d")
_AS = re2.compile(r"(?i)^(?:as )?(?:an? |the )?")
_TERM = re2.compile(
    r"(?i)\b(?:pay|paid|wage|salary|hours?|nights?|shifts?|weekends?|contract|a (?:month|year|week)|bad|good|poor)\b"
)
_HEAD = 60  # characters in which the name and the role stand


class Present(NamedTuple):
    """The employer and the role as typed, and what it pays and asks in the user's words; empty where not told."""

    employer: str
    role: str
    terms: str


def told(text: str) -> Present | None:
    """What a free message tells of the present job; None where it does not say that it is the one of now."""
    line = " ".join(text.split())
    found = _OPENS.search(line)
    return read(str(found["rest"])) if found and _NOW.search(line) and "?" not in line else None


def read(text: str) -> Present:
    """The same of an answer to "which job do you have now?": "Corner Clinic, nurse, 16 an hour"."""
    line = " ".join(text.split()).strip(" .")
    figure = _FIGURE.search(line)
    head, terms = (line[: figure.start()], line[figure.start() :]) if figure else (line, "")
    names = [part.strip(" .") for part in head.split(",") if part.strip(" .")]
    named = [part for part in names if not _TERM.search(part)]
    rest = ", ".join(part for part in names if part not in named[:2])
    employer, role = (*named, "", "")[:2]
    if not role:
        employer, role = _apart(employer)
    return Present(
        capitals(employer[:_HEAD]), str(_AS.sub("", role))[:_HEAD], ", ".join(filter(None, (rest, terms.strip())))
    )


def _apart(words: str) -> tuple[str, str]:
    """ "BoschRep electrician" and "Corner Clinic as a nurse": the name is written large, the role small."""
    found = words.split()
    large = next((at for at, word in enumerate(found) if word[0].islower()), len(found))
    if not 0 < large < len(found):
        return words, ""
    return " ".join(found[:large]), " ".join(found[large:])
