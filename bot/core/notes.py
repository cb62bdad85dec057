"""Notes sent during the day, and the questions that they put to the user: which question each one speaks to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.hears import heard, plain
from bot.core.model import Person, Question
from bot.core.stems import stems
from content import Topic

HEARD = 3  # what a topic is heard by counts so many shared words
ENOUGH = 2
FORMS = frozenset("mr mrs ms miss dr prof sir madam de la van von der".split())  # not a name by themselves


def belongs_to(
    note: str, questions: Sequence[Question], words: Mapping[str, str], topics: Mapping[str, Topic]
) -> Question | None:
    """The question that a note answers; None where it might be several or none.

    ``words``: the wording of each question by its id. The best one must be better than the second.
    """
    line, said = plain(note), stems(note)
    scored = sorted(((_score(q, line, said, words, topics), q.id) for q in questions), reverse=True)
    if not scored or scored[0][0] < ENOUGH or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return next(q for q in questions if q.id == scored[0][1])


def said_by(note: str, people: Sequence[Person]) -> str:
    """The id of the one of them whose name the note holds; of the only one where it holds none; "" in doubt."""
    said = {word.removesuffix("'s") for word in plain(note).split()}
    named = [p.id for p in people if said & (set(plain(p.name).split()) - FORMS)]
    return named[0] if len(named) == 1 else people[0].id if len(people) == 1 else ""


def bare(note: str, name: str) -> str:
    """The note without the name before it: "Dana: six weeks" as "six weeks", where it is kept as Dana's."""
    who, colon, rest = note.partition(":")
    return rest.strip() if colon and rest.strip() and who.strip().casefold() in name.casefold().split() else note


def _score(
    question: Question, line: str, said: frozenset[str], words: Mapping[str, str], topics: Mapping[str, Topic]
) -> int:
    topic = topics.get(question.topic)
    hits = HEARD * min(1, sum(1 for _ in heard(topic.hears, line))) if topic else 0
    return hits + len(said & stems(words.get(question.id, "")))


def asked_about(lines: Sequence[str], topics: Mapping[str, Topic]) -> list[tuple[str, int]]:
    """What their questions were about: topics of the bank with how many of their questions touch each, most first."""
    counts: dict[str, int] = {}
    for line in map(plain, lines):
        best = max(topics.values(), key=lambda t: max((len(p) for p in heard(t.hears, line)), default=0), default=None)
        if best is not None and any(True for _ in heard(best.hears, line)):
            counts[best.id] = counts.get(best.id, 0) + 1
    return sorted(counts.items(), key=lambda item: -item[1])
