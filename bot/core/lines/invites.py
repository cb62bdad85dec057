"""Reads a calendar's invitation that was pasted: rows of "Label: value", and a title that says who with whom.

Such texts come from video calls ("Topic:", "Meeting ID:"), booking pages ("Event Name:", "Invitee:") and calendars
("Organizer:", "Guests:", "Required:", or "Title @ time").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import re2

from bot.core.lines import people
from bot.core.lines.mails import is_mail, is_online, listed, read_mail
from bot.core.lines.parts import GAP, Line, cut_times, take_link, take_medium, take_round
from bot.core.lines.people import Met
from bot.core.lines.phrases import is_place
from bot.core.lines.typed import read_typed

_ROW = re2.compile(r"(?m)^[ \t>*•-]*([A-Za-z][A-Za-z /]{1,24}?)[ \t]*\*{0,2}:\*{0,2}[ \t]*(.*)$")
_MARKS = frozenset(
    "topic,event name,event type,event,invitee,invitees,meeting id,passcode,organizer,organiser,guests,attendees"
    ",required,required attendees,optional,event date/time,event date,when,where,who,host,title".split(",")
)
_BARE = (_MARKS - {"event", "host", "title", "optional", "required"}) | {
    "location",
    "company",
    "employer",
    "role",
    "position",
}
_SURE_MARKS = _MARKS - {"when", "where", "who", "title", "event", "optional"}
_OUTLOOK = {"subject", "when", "where"}
_TITLES = ("topic", "event name", "event type", "event", "title", "subject", "summary")
_WITH = ("who", "host", "hosts", "interviewer", "interviewers", "panel", "with", "required", "required attendees",
         "organizer", "organiser", "guests", "attendees")  # fmt: skip
_PLACES = ("location", "where", "address", "venue", "place", "room")
_HEAD = re2.compile(
    r"(?i)^\s*(?:(?:re|fw|fwd|updated(?: invitation)?|invitation|invite|accepted|cancell?ed(?: event)?|rescheduled)"
    r"\s*:\s*)+"
)
_PARTS = re2.compile(r"\s*<>\s*|\s*<->\s*|\s+[xX×]\s+|\s*[|/•]\s*|\s+[-–—]\s+|:\s+")
_HEADS = 6  # rows among which the title stands where no label names it
_NAMES_IT = re2.compile(r"(?i)^\W*(?:\w+[ -]){0,3}(?:interview|screen(?:ing)?|round)\b[^.!?]{3,80}$")
_RINGS = re2.compile(r"(?i)\b(?:will|shall|'ll|is going to) (?:call|ring|phone) you\b")
_WITH_NAME = re2.compile(r"(?m)\b(?:[Ww]ith|[Bb]y) ((?:[A-Z][\w'’.-]+ ?){1,3}?)(?:[ .,!]|$)(?:[^A-Z]|$)")
_GREETS = re2.compile(r"(?im)^\s*>*\s*(?:dear|hi|hello|good (?:morning|afternoon|day))\b")


@lru_cache(maxsize=8)  # asked more than once about the same message
def is_invite(text: str) -> bool:
    """Rows with the labels of a calendar, or a first row "Title @ time" above who is invited."""
    labels = {label for label, _ in _rows(text)}
    sure = labels & _SURE_MARKS
    if not sure:
        return labels >= _OUTLOOK or len(labels & _MARKS) >= 3
    beside = (labels - sure) & (_MARKS | {"time", "subject", "location", "company", "role", "position"})
    return len(sure) >= 2 or bool(beside) or " @ " in text.split("\n", 1)[0]


def read_invite(text: str, spans: Sequence[tuple[int, int]]) -> Line:
    """Reads such an invitation; what its rows leave open is taken from the letter around them, where there is one."""
    link, body = take_link(cut_times(text, spans))
    rows: dict[str, str] = {}
    for label, value in _rows(body):
        rows.setdefault(label, value.replace(GAP, " ").strip(" .,"))
    line = _from_rows(rows, _title(rows, body), body, link)
    if _GREETS.search(text) and is_mail(text):
        letter = read_mail(text, spans)
        line = replace(line, employer=line.employer or letter.employer, role=line.role or letter.role,
                       people=_titled(line.people, letter.people) or letter.people,
                       round=line.round or letter.round)  # fmt: skip
    return replace(line, sure=bool(line.employer and line.role))


def _rows(text: str) -> Iterator[tuple[str, str]]:
    """Labels with their values. Pages set the label in a row of its own, the value below it."""
    rows = [row for row in text.replace("\r", "").split("\n") if row.strip()]
    for number, row in enumerate(rows):
        label, value = row_of(row)
        if label and not value and number + 1 < len(rows) and not row_of(rows[number + 1])[0]:
            value = rows[number + 1].strip(" >*•-")
        if label:
            yield label, value


def row_of(row: str) -> tuple[str, str]:
    """(label, value); a label without a colon stands alone and is one of the well-known ones."""
    found = _ROW.match(row)
    if found:
        return " ".join(found.group(1).lower().split()), str(found.group(2)).strip()
    bare = row.strip(" >*•-").lower()
    return (bare, "") if bare in _BARE else ("", "")


def _title(rows: dict[str, str], body: str) -> str:
    """The row that names the event, or the first row up to its "@"."""
    for label in _TITLES:
        if rows.get(label):
            return str(_HEAD.sub("", rows[label]))
    first = body.strip().split("\n", 1)[0]
    if " @ " in first:
        return str(_HEAD.sub("", first.partition(" @ ")[0]))
    heads = [row for row in body.strip().split("\n")[:_HEADS] if row.strip()]
    heads = [row for row in heads if not row_of(row)[0] or "interview" in row_of(row)[0]]
    return str(_HEAD.sub("", next((row for row in heads if _NAMES_IT.search(row)), "")))


def _from_rows(rows: dict[str, str], title: str, body: str, link: str) -> Line:
    invited = rows.get("invitee", "").lower()
    parts = [part for part in _PARTS.split(title) if part and part.strip()]
    kept = [part for part in parts if not people.is_name(part) and part.strip().lower() != invited]
    read = read_typed("; ".join(kept), ())
    letter, _ = take_round(title)
    place = _place(rows)
    medium, _ = take_medium(f"{title}\n{rows.get('location', '')}\n{rows.get('where', '')}", link)
    medium = medium or ("phone" if _RINGS.search(body) and not link else "")
    if not medium:
        medium = "onsite" if place else ("video" if "meeting id" in rows or "zoom" in body.lower() else "")
    employer = next((rows[x] for x in ("company", "employer", "organisation", "organization") if rows.get(x)), "")
    role = next((rows[x] for x in ("role", "position", "job title", "job", "vacancy") if rows.get(x)), "")
    # Beside an employer, a person in the title is more often the one who was invited than the one to meet.
    met = tuple(_met(rows, invited) or _beside(body)) or (() if read.employer else read.people)
    return Line(employer or read.employer, role or read.role, met, letter, medium, place or link)


def _met(rows: dict[str, str], invited: str) -> list[Met]:
    """Whom one meets: named as such, else who organised it, else the guests; never the invited one."""
    for label in _WITH:
        found = [met for met in listed(rows.get(label, "")) if met.name.lower() not in (invited or "-", "you", "me")]
        if found:
            return found[: people.MOST]
    return []


def _beside(body: str) -> list[Met]:
    """ "with Priya Raman" in one of the first rows, where no row names whom one meets."""
    head = "\n".join(row for row in body.strip().split("\n")[:_HEADS] if not row_of(row)[0])
    for found in _WITH_NAME.finditer(head):
        if people.is_name(found.group(1)):
            return [Met(str(found.group(1)))]
    return []


def _titled(people_met: tuple[Met, ...], letter: tuple[Met, ...]) -> tuple[Met, ...]:
    """The titles that the letter's signature tells, with those whose names the rows tell."""
    titles = {met.name: met for met in letter if met.title}
    return tuple(titles.get(met.name, met) if not met.title else met for met in people_met)


def _place(rows: dict[str, str]) -> str:
    for label in _PLACES:
        value = rows.get(label, "")
        if value and not is_online(value) and (is_place(value) or label != "where" or any(c.isalpha() for c in value)):
            return value
    return ""
