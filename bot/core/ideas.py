"""Questions on one topic, or for one kind of person: the bank's best for what somebody has just asked about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.core.hears import heard, plain
from bot.core.packs import packs_for
from bot.core.patterns import any_of
from content import Content, Question, Topic

SHOWN = 3
_WHO = (
    ("P", any_of(r"""
        peers?|(?:future |my |new |the )?(?:colleagues?|co-?workers?|team ?mates?)|the (?:others|team|people there)|
        other (?:nurses|teachers|drivers|cooks|devs|developers|staff|people there)|someone (?:who|that) works there|
        staff|crew
    """)),
    ("R", any_of(r"recruiters?|head ?hunters?|agency|agent|staffing|talent (?:team|partner|person)")),
    ("H", any_of(r"hr|h\.r\.|human resources|personnel|people team")),
    ("X", any_of(r"""
        ceo|cto|cfo|coo|founders?|owner|director|head ?teacher|headmaster|principal|president|vp|board|
        boss(?:s|es)? boss|skip ?level|managing director|dean|chief \w+
    """)),
    ("M", any_of(r"""
        (?:hiring |line |ward |shop |store |site |team |project |floor )?managers?|(?:my |the |future |new )?boss|
        supervisor|foreman|team ?lead(?:er)?|head (?:nurse|chef|of \w+)|matron|shift leader|chef
    """)),
)  # fmt: skip
"""Whom a question is meant for; the first that is named."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: topics, best first, and the audience letter; both may be empty."""

    topics: tuple[str, ...]
    audience: str


def wanted(text: str, content: Content) -> Wanted:
    """What a message asks questions about, and for whom."""
    line = plain(text)
    audience = next((letter for letter, pattern in _WHO if pattern.search(text)), "")
    weights = {topic.id: _weight(topic, line) for topic in content.topics.values()}
    best = sorted((id for id, weight in weights.items() if weight), key=lambda id: -weights[id])
    return Wanted(tuple(best), audience)


def _weight(topic: Topic, line: str) -> int:
    named = len(topic.name) if f" {plain(topic.name).strip()} " in line else 0
    return named + sum(map(len, heard(topic.hears, line)))


def ideas(
    text: str,
    content: Content,
    *,
    role: str = "",
    wants: Sequence[str] = (),
    known: Collection[str] = (),
    audience: str = "",
) -> list[str]:
    """Bank ids of fitting questions, best first: on the topics that the text names, then for the person it names by
    what the user wants, then the core. One topic may give several; for each the occupation's question goes first.

    ``role``: of the job that is meant. ``wants``: topics of the user's priorities in order. ``known``: bank ids that
    are on his list already. ``audience``: of the one who is meant where the text names no sort of person.
    """
    asked = wanted(text, content)
    packs = packs_for(f"{role} {text}" if role else text, content)
    order = [*asked.topics, *_serving(wants, content), *(topic.id for topic in content.topics.values() if topic.core)]
    found: list[str] = []
    for number, topic_id in enumerate(dict.fromkeys(order)):
        trade = [question for pack in packs for question in pack.about(topic_id)]
        rows = [q for q in (*trade, *content.topics[topic_id].questions) if _fits(q, asked.audience or audience)]
        named = number < len(asked.topics)
        found += [q.id for q in (rows if named else rows[:1]) if q.id not in known]
    return _mixed(list(dict.fromkeys(found)), len(asked.topics))


def _serving(wants: Sequence[str], content: Content) -> list[str]:
    return [topic.id for want in wants for topic in content.topics.values() if topic.priorities[0] == want]


def _fits(question: Question, audience: str) -> bool:
    return not audience or audience in question.audience


def _mixed(ids: list[str], topics: int) -> list[str]:
    """Where several topics are named they take turns, so that the first three do not all speak of one."""
    if topics < 2:
        return ids
    groups: dict[str, list[str]] = {}
    for id in ids:
        groups.setdefault(id.rpartition("/")[2].partition(".")[0], []).append(id)
    longest = max(map(len, groups.values()), default=0)
    return [group[n] for n in range(longest) for group in groups.values() if n < len(group)]
