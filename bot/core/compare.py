"""Jobs side by side: each want's grade at each of them, what is still to ask, and what else is known. No advice."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.core import conduct, fit, ledger
from bot.core.model import Answer, Fit, Job, Offer, Person, Priority, Question, Signal
from bot.core.offer.money import Pay
from content import Topic

FEWEST, MOST = 2, 5
_ELSEWHERE = ("base_pay", "answer_by")
MOST_FACTS = 6
_STEPS = {"not": 0, "partly": 1, "met": 2}  # an unknown grade differs from nothing
_LONG_WORD, _FIRST_WORD = 4, 3  # letters of a word by which an employer is known, and of his name's first one
_NO_NAME = frozenset({"the", "and", "for", "our", "new"})
_NET = re.compile(r"\b(?:net|netto|in hand|take[- ]?home|after tax)\b", re.I)
_PRESENT = re.compile(r"\b(?:present|current|my (?:own )?job|what i(?:'ve got| have| do)|where i (?:am|work)|now)\b")


@dataclass(frozen=True, slots=True)
class Known:
    """The user's records that are compared, and the bank's topics."""

    priorities: Sequence[Priority] = ()
    fits: Sequence[Fit] = ()
    questions: Sequence[Question] = ()
    answers: Sequence[Answer] = ()
    people: Mapping[str, Person] = field(default_factory=dict)
    signals: Sequence[Signal] = ()
    offers: Sequence[Offer] = ()
    topics: Mapping[str, Topic] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One priority: its grade at each job, in the order of the columns. ``spread``: 2 where it is met at one and not
    met at another, 1 where it is partly met at one of them, 0 where they do not differ as far as is known."""

    priority: Priority
    cells: tuple[fit.Graded, ...]
    spread: int


@dataclass(frozen=True, slots=True)
class Column:
    """What else is known of one job. ``to_ask`` and ``starred`` are None for the present job: nobody is asked there.

    ``bad`` and ``good`` count the acts that were noted; ``offer`` is what its offer says, by topic (None: none read).
    """

    job: Job
    to_ask: int | None
    starred: int | None
    bad: int
    good: int
    pattern: conduct.Pattern | None
    offer: Mapping[str, Any] | None
    pay: Pay | None


@dataclass(frozen=True, slots=True)
class Basis:
    """Pay on one basis: ``period`` ("" where it does not compare) and each job's least and most by its id.

    ``reason`` it does not compare: "one" (known for one job only), "currency", "net" (one is told after tax, another
    is not), "period" (one does not say for which time it is paid), "hours" (no hours to count a year from), "" where it
    does or where none is known.
    """

    period: str
    amounts: Mapping[str, tuple[float, float]]
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """The comparison. ``differ``: the lines with the largest spread; ``facts``: what the user cares about first, then
    topics that an offer is clear on, with the finding of each column (None: no offer was read there)."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    differ: tuple[Line, ...]
    basis: Basis
    facts: Mapping[str, tuple[Mapping[str, Any] | None, ...]]


def table(jobs: Sequence[Job], known: Known, weights: Mapping[str, int], wanted: Sequence[Sequence[str]] = ()) -> Table:
    """The jobs side by side, by the user's priorities in their order. ``wanted``: the offer topics that serve each
    thing the user cares about (bot.core.offer.report.interests); by the ``weights`` of topics others follow."""
    columns = _in_one_currency([_column(job, known) for job in jobs])
    lines = _lines(jobs, known)
    widest = max((line.spread for line in lines), default=0)
    differ = tuple(line for line in lines if line.spread == widest > 0)
    pays = {column.job.id: column.pay for column in columns if column.pay is not None}
    basis = on_one_basis(pays, {column.job.id for column in columns if column.pay and _is_net(column)})
    return Table(columns, lines, differ, basis, _facts(columns, weights, wanted))


def _in_one_currency(columns: Sequence[Column]) -> tuple[Column, ...]:
    """A pay without a sign is in the currency of the others, where they have only one."""
    signs = {column.pay.currency for column in columns if column.pay and column.pay.currency}
    sign = signs.pop() if len(signs) == 1 else ""
    return tuple(replace(c, pay=replace(c.pay, currency=c.pay.currency or sign)) if c.pay else c for c in columns)


def _lines(jobs: Sequence[Job], known: Known) -> tuple[Line, ...]:
    graded = [
        fit.grades(known.priorities, known.fits, known.questions, known.answers, known.people, known.topics, job.id)
        for job in jobs
    ]
    return tuple(Line(cells[0].priority, cells, _spread(cells)) for cells in zip(*graded, strict=True))


def _spread(cells: Sequence[fit.Graded]) -> int:
    steps = [_STEPS[cell.grade] for cell in cells if cell.grade in _STEPS]
    return max(steps) - min(steps) if steps else 0


def _column(job: Job, known: Known) -> Column:
    open_rows = ledger.still_to_ask(known.questions, job.id)
    mine = [signal for signal in known.signals if signal.job_id == job.id]
    good = sum(signal.kind in conduct.GOOD for signal in mine)
    offers = sorted((o for o in known.offers if o.job_id == job.id and o.read), key=lambda o: o.created_at)
    read = offers[-1].read if offers else None
    return Column(
        job=job,
        to_ask=None if job.present else len(open_rows),
        starred=None if job.present else sum(q.starred for q in open_rows),
        bad=len(mine) - good,
        good=good,
        pattern=conduct.pattern(mine, job.id),
        offer=read,
        pay=pay_in(read) if read else None,
    )


# -- what the offers say ----------------------------------------------------------------------------------------


def finding(read: Mapping[str, Any], topic: str) -> Mapping[str, Any]:
    """What a read offer (bot.core.offer.keeping) says on a topic; empty where it says nothing."""
    topics = read.get("topics")
    found = topics.get(topic) if isinstance(topics, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def told(found: Mapping[str, Any]) -> tuple[str, ...]:
    """The plain facts of a finding, where it is clear and nothing in it is left blank."""
    if not is_clear(found):
        return ()
    return tuple(dict.fromkeys(str(fact) for fact in found.get("facts", ())))


def pay_in(read: Mapping[str, Any]) -> Pay | None:
    """The base pay of a read offer."""
    kept = read.get("pay")
    if not isinstance(kept, Mapping):
        return None
    try:
        yearly = kept["yearly"]
        return Pay(**{**kept, "yearly": (float(yearly[0]), float(yearly[1])) if yearly else None})
    except (TypeError, KeyError, IndexError, ValueError):  # kept by another version
        return None


def is_clear(found: Mapping[str, Any]) -> bool:
    """Whether the offer decides the topic, and nothing in it is left blank."""
    return found.get("verdict") == "stated" and not found.get("blank") and not found.get("half")


def _is_net(column: Column) -> bool:
    """Whether its pay is told after tax."""
    quote = finding(column.offer or {}, "base_pay").get("quote", "")
    return bool(column.pay and _NET.search(f"{column.pay.words} {quote}"))


def on_one_basis(pays: Mapping[str, Pay], net: Collection[str] = ()) -> Basis:
    """Never converts a currency, and a time only where both times are known: as they are paid, else in a year.

    ``net``: the jobs whose pay is told after tax."""
    reason = _not_comparable(pays, net)
    if reason or not pays:
        return Basis("", {}, reason)
    periods = {pay.period for pay in pays.values()}
    if len(periods) == 1:
        return Basis(periods.pop(), {id: (pay.least, pay.most) for id, pay in pays.items()}, "")
    return Basis("year", {id: pay.yearly for id, pay in pays.items() if pay.yearly is not None}, "")


def _not_comparable(pays: Mapping[str, Pay], net: Collection[str]) -> str:
    currencies, periods = {pay.currency for pay in pays.values()}, {pay.period for pay in pays.values()}
    if len(pays) == 1:
        return "one"
    if len(currencies) > 1:  # where no offer names one they are taken to be of one country
        return "currency"
    if 0 < sum(id in net for id in pays) < len(pays):
        return "net"
    if "" in periods:
        return "period"
    return "hours" if len(periods) > 1 and any(pay.yearly is None for pay in pays.values()) else ""


def _facts(
    columns: Sequence[Column], weights: Mapping[str, int], wanted: Sequence[Sequence[str]]
) -> dict[str, tuple[Mapping[str, Any] | None, ...]]:
    """Rows of topics; pay and the deadline stand elsewhere. What is wanted is shown also where no offer says it."""
    reads = [column.offer for column in columns]
    if not any(reads):
        return {}
    topics = [topic for topic in sorted(weights, key=lambda topic: -weights[topic]) if topic not in _ELSEWHERE]
    clear = [topic for topic in topics if any(read and is_clear(finding(read, topic)) for read in reads)]
    asked = [_one_of([topic for topic in interest if topic in topics], clear) for interest in wanted]
    chosen = list(dict.fromkeys([*(topic for topic in asked if topic), *clear]))[:MOST_FACTS]
    return {topic: tuple(None if read is None else finding(read, topic) for read in reads) for topic in chosen}


def _one_of(interest: Sequence[str], clear: Sequence[str]) -> str:
    """Of the topics that serve one want, one that an offer is clear on, else the weightiest."""
    return next((topic for topic in interest if topic in clear), next(iter(interest), ""))


# -- which jobs are meant ---------------------------------------------------------------------------------------


def named(text: str, jobs: Sequence[Job]) -> list[Job]:
    """The jobs that a text names: by employer, by a longer word that only one employer has, or "what I have now"."""
    said = " ".join(text.casefold().replace("’", "'").split())
    words = {job.id: _words(job.employer or job.role) for job in jobs}
    heard = set(re.findall(r"\w+", said))

    def is_named(job: Job) -> bool:
        if job.employer and job.employer.casefold() in said:
            return True
        others = set().union(*(words[other.id] for other in jobs if other.id != job.id))
        return bool((words[job.id] - others) & heard) or (job.present and _PRESENT.search(said) is not None)

    return [job for job in jobs if is_named(job)]


def _words(name: str) -> set[str]:
    words = [word for word in re.findall(r"\w+", name.casefold()) if word not in _NO_NAME]
    return {word for n, word in enumerate(words) if len(word) >= (_LONG_WORD if n else _FIRST_WORD)}
