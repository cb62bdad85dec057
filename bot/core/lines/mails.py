"""Reads an invitation that came by mail or chat and was pasted: role and employer from its phrases and signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import re2

from bot.core.lines import people
from bot.core.lines.parts import GAP, Line, cut_times, take_link, take_medium, take_round
from bot.core.lines.people import Met
from bot.core.lines.phrases import employer_name, is_place, role_in, trimmed, without_tail
from bot.core.lines.words import EMPLOYER_ENDS
from bot.core.patterns import lines

_GREETING = re2.compile(r"(?im)^\s*>*\s*(?:dear|hi|hello|good (?:morning|afternoon|day)|subject:|from:)\b")
_CLOSING = re2.compile(
    r"(?i)^\s*>*\s*(?:(?:kind|best|warm|many|with best|with kind)\s+(?:regards|wishes|thanks)|regards|sincerely"
    r"|yours (?:sincerely|faithfully|truly)|thanks|thank you|cheers|all the best|best|greetings|bw|kr|br)\s*[,.!]*\s*$"
)
_LABEL = re2.compile(
    r"(?im)^\W*(role|position|job title|job|vacancy|post|company|employer|organisation|organization|location|address"
    r"|where|venue|place|room|interviewers?|panel|you will meet|meeting with|with|subject|betreff)\s*:[ \t]*(.+)$"
)
_NOUN = r"(?:positions?|roles?|posts?|vacancy|vacancies|job|opening|apprenticeship)"
_APPLIED = r"(?:application|apply(?:ing)?|applied|interest|interview(?:ing)?)"
_ARTICLE = r"(?:an? |the |our )?"
_ROLES = tuple(
    re2.compile(pattern)
    for pattern in (
        rf"(?i)\b{_NOUN} (?:of|as|for) {_ARTICLE}([^.,;\n\x00()]+)",
        rf"(?i)\b(?:for|about|regarding|in) (?:the|our|an?|your) ([^.,;\n\x00]{{2,60}}?) {_NOUN}\b",
        rf"(?i)\b{_APPLIED}(?: you)? (?:for|as|in) {_ARTICLE}([^.,;\n\x00]+)",
        rf"(?i)\b(?:join|joining) (?:us|our team|the team) as {_ARTICLE}([^.,;\n\x00]+)",
        rf"(?i)\binvit\w+ .{{0,40}}\b(?:for|as) {_ARTICLE}([^.,;\n\x00]+)",
    )
)
_WORD = r"(?:(?:St|Mt|Dr)\.|[A-Z0-9][\w'’&-]*(?:\.[a-z]{2,3}\b)?)"
_NAME = rf"({_WORD}(?:[ ](?:of|the|de|van|der|for|and|&|{_WORD})){{0,5}})"
_LEADS_TO_NAME = "|".join(
    lines(r"""
    joining|join|here at|on behalf of|behalf of|interest in|interest in joining|application to|applying to|team at
    work(?:ing)? (?:at|for)|career at|us at|writing from|I am with
""")
)
_EMPLOYERS = tuple(
    re2.compile(pattern)
    for pattern in (
        rf"(?:{_LEADS_TO_NAME}) (?:the )?{_NAME}",
        rf"{_NOUN}[^.\n]{{0,60}}? (?:at|with) (?:the )?{_NAME}",
        rf"(?:application|applying|applied|interview)[^.\n\x00]{{0,60}}? (?:at|with|to) (?:the )?{_NAME}",
    )
)
_LEADS_TO_PEOPLE = "|".join(
    lines(r"""
    you(?:'ll| will| would)?(?: be)? (?:meet(?:ing)?|see(?:ing)?|speak(?:ing)?|talk(?:ing)?)(?: (?:with|to))?
    interviewed by|interview(?:ers)? (?:will be|are|is)(?: with)?|(?:interview|meeting|call|chat|conversation) with
    (?:panel|it) (?:will be|consists of|is made up of)|joined by
""")
)
_MEET = re2.compile(rf"(?i)\b(?:{_LEADS_TO_PEOPLE}) ([^.\n\x00]+(?:\b(?:Mr|Mrs|Ms|Dr|Prof)\. [^.\n\x00]+)*)")
_STOP = re2.compile(
    r"(?i)\s+(?:on|at|for|in|from|who|which|where|when|via|by|to|is|as|this|next|starting|would|we|and would|with)\s.*$"
)
_FROM_HR = re2.compile(
    r"(?i) from ((?:the )?(?:hr|human resources|people team|personnel|recruit(?:ing|ment)(?: team)?))\b"
)
_ROLE_STOP = re2.compile(
    r"(?i)\s+(?:at|with|on|in our|in the|in|within|which|who|where|would|and (?:we|would|are|were)|starting|from|to|we"
    r"|this|next|position|role|post|you)\b.*$"
)
_PLACES = re2.compile(
    r"(?i)\b(?:at our|come to|held (?:at|in)|take place (?:at|in)|takes place (?:at|in)|address is|office at|offices at"
    r"|building at|meet (?:you )?(?:at|in)|us (?:at|in)|ask (?:for us )?at|report to|interview (?:at|in))"
    r" ([^.;\n\x00]+)"
)
_WRAPPED = re2.compile(r"(.{55,}[^.:!?\s]) *\n(\S)")
_PLACE_STOP = re2.compile(r"(?i)\s+(?:on|at|where|and|with|by|for|from|to|please|which)\s.*$")
_ONLINE = re2.compile(r"(?i)\b(?:zoom|teams|video|online|remote|phone|google meet|skype|webex)\b")
_CONTACT = re2.compile(r"(?i)@|https?:|www\.|\b(?:tel|phone|mobile|fax|t|m|e)\b[:.]|^\W*[+\d][\d\s()/-]{5,}$")


def is_mail(text: str) -> bool:
    """A pasted message rather than a typed line: it greets or signs off, over several lines or sentences."""
    rows = [row for row in text.splitlines() if row.strip()]
    if len(rows) < 3:
        return False
    greeted = bool(_GREETING.search(text)) and len(text) > 120
    signed = any(_CLOSING.match(row) for row in rows[1:])
    return signed or greeted or bool(_LABEL.search(text))


def read_mail(text: str, spans: Sequence[tuple[int, int]]) -> Line:
    """Reads a pasted invitation. Whom it says one will meet counts; only where it names nobody does its signer."""
    link, body = take_link(cut_times(text, spans))
    labels = {m[0].lower(): m[1].strip() for m in _LABEL.findall(body)}
    body = _WRAPPED.sub(r"\1 \2", body.replace("\r", ""))
    body, signer, signed_for = _signature(body)
    letter, _ = take_round(body)
    medium, _ = take_medium(body, link)
    role = _role(body, labels)
    employer = _employer(body, labels, role) or signed_for
    met = tuple(_people(body, labels)) or ((signer,) if signer else ())
    place = _place(body, labels) or link
    medium = medium or ("onsite" if place else "")
    return Line(employer, role, met, letter, medium, place, sure=bool(employer and role))


def _role(body: str, labels: dict[str, str]) -> str:
    for label in ("role", "position", "job title", "vacancy", "post", "job"):
        if label in labels:
            return without_tail(_role_cut(labels[label]))
    for piece in _pieces(labels.get("subject", "")):
        role = role_in(_role_cut(piece))
        if role:
            return role
    for pattern in _ROLES:
        for found in pattern.finditer(f"{labels.get('subject', '')}\n{body}"):
            phrase = without_tail(trimmed(_role_cut(found.group(1))))
            role = role_in(phrase) or (phrase if pattern in _ROLES[:2] else "")
            if role and len(role.split()) <= 6:
                return role
    return ""


def _role_cut(text: str) -> str:
    return str(_ROLE_STOP.sub("", text.strip())).strip(" .,-–()")


def _employer(body: str, labels: dict[str, str], role: str) -> str:
    for label in ("company", "employer", "organisation", "organization"):
        if label in labels:
            return labels[label].strip(" .,")
    for pattern in _EMPLOYERS:
        for found in pattern.finditer(f"{labels.get('subject', '')}\n{body}"):
            name = employer_name(_ended(found.group(1)))
            if (
                name
                and name.lower() != role.lower()
                and not (people.is_name(name) or is_place(name) or name[0].isdigit())
            ):
                return name
    return ""


def _ended(name: str) -> str:
    """The name without the full stop of its sentence and without joints at its end."""
    words = name.rstrip(".").split()
    while words and words[-1] in ("of", "the", "de", "for", "and", "&"):
        words.pop()
    return " ".join(words)


def _people(body: str, labels: dict[str, str]) -> Iterator[Met]:
    for label in ("interviewer", "interviewers", "panel", "you will meet", "meeting with", "with"):
        if label in labels:
            yield from listed(labels[label])
            return
    for found in _MEET.finditer(body):
        met = list(listed(str(found.group(1))))
        if met:
            yield from met
            return


def _place(body: str, labels: dict[str, str]) -> str:
    for label in ("address", "where", "venue", "location", "place", "room"):
        if label in labels and not is_online(labels[label]):
            return labels[label].replace(GAP, "").strip(" .,")
    for found in _PLACES.finditer(body):
        place = _PLACE_STOP.sub("", str(found.group(1))).replace(GAP, "").strip(" .,")
        if is_place(place):
            return str(place).removeprefix("our ").removeprefix("the ")
    return ""


def is_online(text: str) -> bool:
    """The row says that it is held by video or phone: no place."""
    return bool(_ONLINE.search(text))


def listed(text: str) -> Iterator[Met]:
    """ "Anna Schmidt (Head of Care) and our ward sister"; "Anna Schmidt, Head of Care"."""
    waiting: Met | None = None
    text = str(_FROM_HR.sub(r" (\1)", text))
    for part in people.split_people(_STOP.sub("", f" {text}").strip()):
        person = people.read_person(part.removeprefix("our ").removeprefix("me, ").removeprefix("with "))
        if person is None or len(part.split()) > 7:
            continue
        if waiting and waiting.name and not waiting.title and person.title and not person.name:
            waiting = Met(waiting.name, person.title, person.audience)
            continue
        if waiting:
            yield waiting
        fits = person.title or people.is_name(part) or (part[:1].isupper() and len(part.split()) <= 3)
        waiting = person if fits and part.lower() not in ("me", "us", "you") else None
    if waiting:
        yield waiting


def _signature(body: str) -> tuple[str, Met | None, str]:
    """(the text above the closing line, who signed, the employer below the name or "")"""
    rows = body.splitlines()
    for number, row in enumerate(rows):
        if number and _CLOSING.match(row):
            below = [part for row in rows[number + 1 : number + 9] for part in _pieces(row)]
            return "\n".join(rows[:number]), *_signed(below[:5])
    return body, None, ""


def _pieces(row: str) -> Iterator[str]:
    for mark in ("|", "•", " - ", " – ", ","):
        row = row.replace(mark, "\n")
    for part in row.splitlines():
        part = part.strip(" *_>")
        if part and part != GAP and not _CONTACT.search(part):
            yield part


def _signed(parts: list[str]) -> tuple[Met | None, str]:
    if not parts:
        return None, ""
    name, title, employer = parts[0], "", ""
    for part in parts[1:]:
        head, _, at = part.partition(" at ")
        ends = part.lower().split()[-1] in EMPLOYER_ENDS
        if not title and people.is_title(head) and not ends:
            title, employer = head, employer or at
        elif not employer and not is_place(part):
            employer = part
    if len(name.split()) > 4 or (len(name.split()) > 1 and name.lower().split()[-1] in EMPLOYER_ENDS):
        return None, name
    return Met(name, title, people.audience(title)), employer
