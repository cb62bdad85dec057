"""Letters to an employer: short, courteous, in the user's own facts, in a soft and a direct tone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import re2

from bot.core.model import Answer, Job, Person
from content import Draft

_SENTENCE = re2.compile(r"[.!?]+(?:\s|$)|\n+")
TELLING = 4  # words; "it was nice" thanks for nothing
LEAST = 3  # words of a phrase that can be quoted
WHOLE = 6  # words; so long a phrase is one, whatever is in it
_FIGURE = re2.compile(
    r"(?i)\b(?:\d[\d.,]*|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve|no|all|every) ?(?:%|[a-z]{3,})"
)
_NO_NOUN = re2.compile(r"(?i)\b(?:[ap]\.?m|o.?clock|and|the|for|from|till|until|sharp|with|per|each|more|less)$")
_VERB = re2.compile(
    r"(?i)\b(?:is|are|was|were|be|has|have|had|do|does|did|will|would|can|could|may|might|must|should|get|gets|got|pays?"
    r"|paid|works?|starts?|begins?|ends?|gives?|given|needs?|takes?|goes|go|comes?|stays?|leads?|reports?|includes?|covers?"
    r"|allows?|raises?|rises?|grows?|counts?)\b|['’](?:ll|d|re|s)\b"
)
OPEN = "[…]"  # what the user has to put in himself


def letter(
    drafts: Mapping[str, Draft], id: str, tone: str, job: Job, person: Person | None = None, **facts: str
) -> str:
    """The words of one letter, ready to copy. What is not known stays open in brackets.

    ``tone``: soft or direct. ``facts`` fill the places of that draft (questions, day, missing, detail, clock, terms,
    start). Raises KeyError for a draft that does not exist.
    """
    draft = drafts[id]
    text = draft.direct if tone == "direct" else draft.soft
    name = person.name if person is not None else ""
    given = {"name": f" {name}" if name else "", "role": role(job), "terms": "", "start": "", **facts}
    return text.format_map(_Open(given))


def role(job: Job) -> str:
    """ "the job as night nurse", or "the job"."""
    return f"the job as {job.role}" if job.role else "the job"


def listed(questions: Sequence[str]) -> str:
    """Questions with their numbers, one a line."""
    return "\n".join(f"{number}. {text}" for number, text in enumerate(questions, 1))


def remembered(answers: Iterable[Answer], interview_id: str) -> Answer | None:
    """What a thank-you can name: something concrete that was said in that talk, best what was seen or counted."""
    rows = [a for a in answers if a.interview_id == interview_id and a.note and a.verdict == "concrete"]
    return min(rows, key=lambda answer: answer.kind != "evidence", default=None)


def telling(note: str, unkind: Callable[[str], bool]) -> str:
    """The first sentence of a note that tells something a letter can thank for, without its full stop; "" where none
    does. ``unkind``: whether a sentence is none that its subject would like to read.
    """
    parts = (part.strip() for part in _SENTENCE.split(note.strip()))
    return next((part for part in parts if len(part.split()) >= TELLING and not unkind(part)), "")


def quotable(words: str) -> bool:
    """Whether a letter can quote a phrase: "five days of training" says something by itself, "at six" does not.

    It has at least three words, and a verb or a figure with what it counts; or it is long.
    """
    count = len(words.split())
    counts = any(not _NO_NOUN.search(found.group(0)) for found in _FIGURE.finditer(words))
    return count >= LEAST and (count >= WHOLE or counts or _VERB.search(words) is not None)


def on(day: date) -> str:
    """ "Friday 27 November"."""
    return f"{day:%A} {day.day} {day:%B}"


class _Open(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return OPEN
