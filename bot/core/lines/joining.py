"""Who is met, told in a sentence of its own: "it's with a ward manager called Denise, and a lady from HR"."""

from __future__ import annotations

import re2

from bot.core.lines.eased import is_somebody
from bot.core.lines.people import Met, audience, is_name, is_title, read_person, split_people
from bot.core.lines.phrases import is_place

_LONGEST = 160  # characters of such a sentence
_WORDS = 4  # of one name
_OPENED = re2.compile(
    r"(?i)^(?:(?:yes|yeah|yep|yup|ok|okay|no|nope|oh|ah|so|and|but|also|sorry|i forgot|forgot|i forgot to say|btw"
    r"|by the way|actually|i think|i guess|well|hm+|right|correct|that's right|thats right)\b[\s,.!:;-]*)+"
)
_IS = r"(?:(?:it|its|it's|that's|thats|there's|theres|there is|there are|they are|they're) |(?:is|are|will be) )*"
_TOLD = re2.compile(
    rf"(?i)^(?:(?:the |my )?(?:\p{{L}}[\p{{L}}'&-]* ){{0,3}}(?:is|will be|'s) )?{_IS}(?:going to be )?with (?P<who>.+)$"
    r"|^i(?:'m|m| am| will be|'ll be)? (?:see(?:ing)?|meet(?:ing)?|(?:talk|speak)(?:ing)? (?:to|with)) (?P<met>.+)$"
    r"|^(?:the |my )?(?:interviewers?|people|person|panel)(?: are| is|'s|:) (?P<panel>.+)$"
)
_BARE = re2.compile(rf"(?i)^{_IS}")
_COUNTED = re2.compile(
    r"(?i)^(?:two|three|four|2|3|4|a couple of|both) (?:people|of them|persons|guys|women|men|ladies)\s*[:,.-]*\s*"
)
_SOMEBODY = re2.compile(
    r"(?i)\b(?:an? |some |the )?(?:lady|woman|man|guy|bloke|gentleman|lad|girl|person|somebody|someone|colleague)"
    r"(?: (?:called|named)| from(?: the)?| in(?: the)?)\s+"
)
_CALLED = re2.compile(r"(?i)^(?:an? |the |their |some )?(?P<title>.+?) (?:called|named|by the name of) (?P<name>.+)$")
_UNSURE = re2.compile(
    r"(?i)[ ,]+(?:i think|i guess|i believe|maybe|or something|apparently|too|as well|also|there|again)[\s.!]*$"
)
_NOT = re2.compile(r"(?i)[, ]+(?:and )?not\b.*$")
_ARTICLE = re2.compile(r"(?i)^(?:an?|some) ")


def joining(text: str, *, bare: bool = True) -> tuple[Met, ...]:
    """The people that a sentence adds to an interview, each with a name, a title, or both; empty where anything in it
    is something else. ``bare``: a list of names or titles counts without the words that say one meets them."""
    words = " ".join(text.replace("’", "'").split())
    if len(words) > _LONGEST or "?" in words:
        return ()
    line = str(_OPENED.sub("", words)).strip(" .!,")
    told = _TOLD.search(line)
    listed = next(filter(None, told.groups())) if told else str(_BARE.sub("", line))
    plainly = bool(told or _SOMEBODY.search(listed))
    parts = split_people(_apposed(str(_COUNTED.sub("", _unsure(listed)))))
    found = [met for part in parts if (met := _somebody(part, told=plainly))]
    sure = plainly or (bare and (len(found) > 1 or any(met.audience for met in found)))
    return tuple(found) if sure and len(found) == len(parts) and any(m.name or plainly for m in found) else ()


def _unsure(words: str) -> str:
    return str(_UNSURE.sub("", _NOT.sub("", words)))


def _apposed(words: str) -> str:
    """ "Denise, ward manager" and "the boss, Karen": what stands behind the comma is of the same person."""
    rows: list[str] = []
    for part in split_people(words):
        last = rows[-1] if rows else ""
        if f"{last}, {part}" in words and _is_pair(last, part):
            rows[-1] = f"{part} ({last})" if audience(last) else f"{last} ({part})"
        else:
            rows.append(part)
    return "; ".join(rows)


def _is_pair(last: str, part: str) -> bool:
    """Whether one of the two is a bare name and the other a bare title."""
    one, two = (read_person(words) if words and "(" not in words else None for words in (last, part))
    return (
        one is not None
        and two is not None
        and {bool(one.title), bool(two.title)} == {True, False}
        and (not (one.name and one.title) and not (two.name and two.title))
    )


def _somebody(part: str, *, told: bool) -> Met | None:
    part = str(_ARTICLE.sub("", _SOMEBODY.sub("", _unsure(part))))
    called = _CALLED.search(part)
    if called and is_title(called["title"]):
        part = f"{called['name']} ({called['title']})"
    met = read_person(part)
    if met is None or not met.name:
        return met if met is not None and met.audience else None
    if not is_somebody(met.name) or len(met.name.split()) > _WORDS or is_place(met.name):
        return None
    written = all(word[:1].isupper() for word in met.name.split())
    return met if is_name(met.name) or (told and (written or met.audience)) else None
