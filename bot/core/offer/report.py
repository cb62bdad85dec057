"""The report on an offer: what matters most to this user first, the rest in its order, and what was said beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.core.contradictions import differ
from bot.core.hears import heard, plain
from bot.core.ledger import OPEN
from bot.core.model import Answer, Priority, Promise, Question
from bot.core.offer.facts import find
from bot.core.offer.keeping import Read
from bot.core.offer.money import Pay, pay_of
from bot.core.offer.reading import findings
from bot.core.offer.said_on import leaves_open
from content import Content, OfferTopic

FIRST = 3
USUAL = 3  # topics of this weight or more are what such jobs usually settle
HEAVY = 4  # of several topics of one want, an open one of this weight goes before the clear one
SAME_PAY = 0.02
Interest = tuple[str, ...]  # topics of the check that serve one thing the user cares about, the weightiest first


@dataclass(frozen=True, slots=True)
class Heard:
    """What somebody said the user would get ("condition": what would make it fine for him), and its topics."""

    words: str
    topics: tuple[str, ...]
    person_id: str = ""
    day: date | None = None
    promise_id: str = ""
    condition: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One topic: ``state`` clear, unclear, blank or missing; what was found; what was heard beside it, and whether
    the letter has it: "in", "missing", "differs", "open" where it was only half said, or "" where nothing was heard.
    ``waived``: the user is fine without it."""

    topic: str
    state: str
    found: Mapping[str, Any]
    heard: Heard | None = None
    letter: str = ""
    waived: bool = False

    @property
    def open(self) -> bool:
        """Whether there is something to ask."""
        return self.state != "clear" or self.letter in ("missing", "differs", "open")


@dataclass(frozen=True, slots=True)
class Report:
    """``mine``: the first lines follow from what this user cares about, else from what such jobs usually settle."""

    mine: bool
    first: tuple[Line, ...]
    rest: tuple[Line, ...]

    @property
    def clear(self) -> int:
        return sum(not line.open for line in self.rest)

    @property
    def unclear(self) -> int:
        return sum(line.open and line.state != "missing" for line in self.rest)

    def usual(self, topics: Mapping[str, OfferTopic]) -> int:
        """How many of the rest are not in it although such jobs usually settle them."""
        rows = [line for line in self.rest if line.state == "missing" and not line.waived]
        return sum(topics[line.topic].weight >= USUAL for line in rows)

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.first, *self.rest)

    @property
    def to_ask(self) -> list[str]:
        """The topics with something to ask, in the order of the report."""
        return [line.topic for line in self.lines if line.open and not line.waived]


# -- what this user cares about -----------------------------------------------------------------------------------


def interests(
    priorities: Iterable[Priority], questions: Sequence[Question], told: Sequence[Heard], content: Content, job_id: str
) -> list[Interest]:
    """In order: what he starred, what was said to him, his wants by rank (musts first), what else he wants to ask."""
    mine = [q for q in questions if q.job_id in ("", job_id) and q.state in OPEN and q.origin != "offer"]
    wants = sorted(priorities, key=lambda p: (p.level != "must", p.level == "nice", p.rank or 99, p.created_at))
    found = [
        *(_of_question(q, content) for q in mine if q.starred),
        *(said.topics for said in told),
        *(_of_want(want, content) for want in wants),
        *(_of_question(q, content) for q in mine if not q.starred),
    ]
    return [interest for interest in dict.fromkeys(found) if interest]


def _of_question(question: Question, content: Content) -> Interest:
    topic = content.topics.get(question.topic)
    return topic.offer_topics if topic else _named(question.text, content)


def _of_want(want: Priority, content: Content) -> Interest:
    if want.topic not in content.priorities:
        return _named(want.words, content)
    serving = [t for t in content.topics.values() if t.priorities[0] == want.topic]
    ids = dict.fromkeys(id for topic in serving for id in topic.offer_topics)
    return tuple(sorted(ids, key=lambda id: -content.offer_topics[id].weight))


def _named(words: str, content: Content) -> Interest:
    """The topics that own words speak of."""
    said = plain(words)
    return tuple(topic.id for topic in content.offer_topics.values() if any(heard(topic.hears, said)))


def said_to_me(
    promises: Iterable[Promise], questions: Sequence[Question], answers: Iterable[Answer], content: Content, job_id: str
) -> list[Heard]:
    """Promises and concrete answers of that job that an offer could hold, the newest first."""
    found: list[tuple[Any, Heard]] = []
    for p in promises:
        topics = (p.topic,) if p.topic in content.offer_topics else _about(p.words, (), content)
        if p.job_id == job_id and topics:
            said = Heard(p.words, topics[:2], p.person_id, p.day, p.id, p.sort == "condition")
            found.append((p.created_at, said))
    mine = {q.id: q for q in questions if q.job_id == job_id and q.origin != "offer"}
    for a in answers:
        topic = content.topics.get(mine[a.question_id].topic) if a.question_id in mine else None
        allowed = topic.offer_topics if topic and a.verdict == "concrete" and a.note else ()
        topics = _about(a.note, allowed, content) if allowed else ()  # what no letter settles is not looked for in it
        if topics:
            found.append((a.created_at, Heard(a.note, topics[:2], a.person_id, a.created_at.date())))
    return [said for _, said in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _about(words: str, allowed: Interest, content: Content) -> Interest:
    """Which topics the words speak of; of ``allowed`` ones the first where they do not tell."""
    if len(allowed) == 1:
        return allowed
    said = plain(words)
    by_bank = [id for topic in content.topics.values() if any(heard(topic.hears, said)) for id in topic.offer_topics]
    named = [*_named(words, content), *by_bank]
    # A bare "ten days" is read as leave, so the name goes before the reading.
    read = [id for id, finding in findings(words).items() if finding.verdict != "missing"]
    spoken = list(dict.fromkeys([*(id for id in read if id in named), *named, *read]))
    return tuple(id for id in spoken if id in allowed) or allowed[:1] if allowed else tuple(spoken)


# -- the report ---------------------------------------------------------------------------------------------------


def report(read: Read, cares: Sequence[Interest], told: Sequence[Heard], topics: Mapping[str, OfferTopic]) -> Report:
    """The first three and the rest. What is not in it and does not fit the kind of job stays away unless wanted."""
    wanted = {id for interest in cares for id in interest}
    said = _placed(told, read)
    lines = {id: _line(id, read, said.get(id)) for id in topics}
    fitting = {
        id: line for id, line in lines.items() if line.state != "missing" or _fits(topics[id], read) or id in wanted
    }
    needed = {id: line for id, line in fitting.items() if not line.waived}
    mine = list(_most_wanted(cares, needed, topics))[:FIRST]
    usual = sorted(
        (line for line in needed.values() if line.topic not in mine), key=lambda line: -topics[line.topic].weight
    )
    filled = [*mine, *(line.topic for line in usual if line.open), *(line.topic for line in usual if not line.open)][
        :FIRST
    ]
    first = sorted((fitting[id] for id in filled), key=lambda line: not line.open)
    rest = [line for id, line in fitting.items() if id not in filled]
    return Report(bool(mine), tuple(first), tuple(sorted(rest, key=lambda line: _order(line, topics))))


def _fits(topic: OfferTopic, read: Read) -> bool:
    return "all" in topic.kinds or read.get("kind", "salaried") in topic.kinds


def _order(line: Line, topics: Mapping[str, OfferTopic]) -> tuple[int, int]:
    """What differs from what was said, unclear and blank, not in it, clear; by weight."""
    place = (
        0
        if line.letter in ("missing", "differs", "open")
        else {"unclear": 1, "blank": 1, "missing": 2, "clear": 3}[line.state]
    )
    return place, -topics[line.topic].weight


def _most_wanted(
    cares: Sequence[Interest], lines: Mapping[str, Line], topics: Mapping[str, OfferTopic]
) -> Iterator[str]:
    """One topic for each thing the user cares about: an open one that weighs, else the leading one."""
    taken: set[str] = set()
    for interest in cares:
        if taken & set(interest):
            continue
        there = [id for id in interest if id in lines]
        open_ones = [id for id in there if lines[id].open and (len(there) == 1 or topics[id].weight >= HEAVY)]
        for id in (open_ones or there)[:1]:
            taken.add(id)
            yield id


def _placed(told: Sequence[Heard], read: Read) -> dict[str, Heard]:
    """Each thing heard at one topic: the first of its own that is in the letter, else its first."""
    placed: dict[str, Heard] = {}
    for said in told:
        there = [id for id in said.topics if id in read.get("topics", {})]
        placed.setdefault((there or list(said.topics))[0], said)
    return placed


def _line(id: str, read: Read, said: Heard | None) -> Line:
    found = read.get("topics", {}).get(id, {})
    state = _state(found)
    return Line(id, state, found, said, _letter(id, state, found, said), id in read.get("unwanted", ()))


def _letter(id: str, state: str, found: Mapping[str, Any], said: Heard | None) -> str:
    if said is None:
        return ""
    if not said.condition and leaves_open(said.words):
        return "open"
    return "missing" if state != "clear" else "differs" if _differ(id, said, found) else "in"


def _state(found: Mapping[str, Any]) -> str:
    """A topic of which a part is left to the employer is unclear, although another part is stated."""
    if not found:
        return "missing"
    if found["verdict"] == "vague" or "half" in found:
        return "unclear"
    return "blank" if found["blank"] else "clear"


def _differ(id: str, said: Heard, found: Mapping[str, Any]) -> bool:
    if said.condition:
        return False
    if id == "base_pay":
        return _pays_differ(said.words, " ".join([*found["facts"], found["quote"]]))
    parts = [" ".join([found["quote"], *found["facts"]]), *found.get("also", [])]
    return all(differ(said.words, part) for part in parts)


def _pays_differ(said: str, written: str) -> bool:
    """Sums of one currency and one basis that are further apart than anybody says them loosely."""
    one, other = _pay_in(said), _pay_in(written)
    if one is None or other is None or (one.currency and other.currency and one.currency != other.currency):
        return False
    if one.yearly and other.yearly and one.period and other.period:
        (low, high), (least, most) = one.yearly, other.yearly
    elif one.period == other.period or not one.period or not other.period:
        low, high, least, most = one.least, one.most, other.least, other.most
    else:
        return False
    return max(low, least) - min(high, most) > SAME_PAY * max(high, most)


def _pay_in(words: str) -> Pay | None:
    sums = [fact for fact in find(words) if fact.kind in ("WAGE", "MONEY")]
    return pay_of(sums[0].words, words) if sums else pay_of(words, words) if any(c.isdigit() for c in words) else None
