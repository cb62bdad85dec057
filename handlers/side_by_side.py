"""What a comparison says: the same rows for its words and for its picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core import compare as core
from bot.core import fit
from bot.core.model import Answer, Fit, Job, Offer, Person, Priority, Question, Signal
from bot.core.offer.masking import quote
from bot.core.offer.money import Pay
from bot.core.offer.report import interests
from bot.core.picture import Block, Cell, Picture, Row
from bot.telegram.screen import shown
from bot.telegram.texts import Html, join
from bot.telegram.turn import Turn
from handlers.common import job_words
from handlers.want import want_name

SHORT = 18  # characters of a name that may stand in every line
LETTERS = "ABCDE"
SURE = {0: "zero", 1: "one", 2: "two"}
MOST_FACTS = 4  # of one topic
MOST_WORDS = 50  # characters of an offer's own words
MOST = 3900  # characters of one message: a line may stand above it


def _table(turn: Turn, jobs: list[Job]) -> core.Table:
    work = turn.work
    known = core.Known(
        priorities=work.all(Priority),
        fits=work.all(Fit),
        questions=work.all(Question),
        answers=work.all(Answer),
        people={person.id: person for person in work.all(Person)},
        signals=work.all(Signal),
        offers=work.all(Offer),
        topics=turn.content.topics,
    )
    weights = {id: topic.weight for id, topic in turn.content.offer_topics.items()}
    return core.table(jobs, known, weights, interests(known.priorities, (), (), turn.content, ""))


def names(turn: Turn, jobs: list[Job]) -> list[str]:
    """Each job's short name: the employer where that tells it from the others; an offer may come without any name."""
    label = turn.t.label
    short = [
        job.employer or job.role or (label("compare.mine") if job.present else label("compare.nameless", number=number))
        for number, job in enumerate(jobs, 1)
    ]
    clear = [name if short.count(name) == 1 else job_words(turn, job) for name, job in zip(short, jobs, strict=True)]
    return [
        turn.t.label("compare.now", name=name) if job.present and (job.employer or job.role) else name
        for name, job in zip(clear, jobs, strict=True)
    ]


def words(turn: Turn, jobs: list[Job]) -> list[Html]:
    """The whole comparison as text, in as many messages as it takes."""
    t, table, known_as = turn.t, _table(turn, jobs), names(turn, jobs)
    lettered = max(map(len, known_as)) > SHORT or len(known_as) > 3
    tags = list(LETTERS[: len(known_as)]) if lettered else known_as
    pairs = zip(tags, known_as, strict=True)
    legend = [t("compare.legend", tag=tag, name=name) for tag, name in pairs] if lettered else []
    wants = [_line(turn, row, tags) for row in _want_rows(turn, table)]
    known = [_line(turn, row, tags) for row in _known_rows(turn, table)]
    parts = [
        t("compare.title"),
        join(legend, "\n"),
        t("compare.wants", lines=join(wants, "\n")) if wants else t("compare.no_wants"),
        t("compare.known", lines=join(known, "\n")),
        join([Html(end) for end in _ends(turn, table)], "\n"),
    ]
    return _messages(join(parts))


def _messages(text: Html) -> list[Html]:
    """The lines of a text in messages that Telegram takes; a tag never reaches over a line."""
    messages: list[list[str]] = [[]]
    for line in text.split("\n"):
        if len(shown(Html("\n".join([*messages[-1], line])))) > MOST:
            messages.append([])
        messages[-1].append(line)
    return [Html("\n".join(lines).strip("\n")) for lines in messages]


def _line(turn: Turn, row: Row, tags: list[str]) -> Html:
    """ "1. Learning", and below it "Acorn: ✓ met (one told you) · Bay: ? unknown"."""
    cells = []
    for tag, cell in zip(tags, row.cells, strict=True):
        word = turn.t.label(f"jobs.grade_{cell.grade}") if cell.grade else cell.word
        key = "compare.cell_note" if cell.note else "compare.cell"
        cells.append(turn.t(key, name=tag, word=word, note=cell.note))
    return turn.t("compare.line", name=row.name, cells=join(cells, " · "))


def picture(turn: Turn, jobs: list[Job]) -> Picture:
    """The same as a picture."""
    label, table, heads = turn.t.label, _table(turn, jobs), tuple(names(turn, jobs))
    wants, ends = tuple(_want_rows(turn, table)), [Row(line) for line in _ends(turn, table, escaped=False)]
    blocks = [
        Block("columns", wants, label("compare.wants_heading"), heads)
        if wants
        else Block("text", (Row(label("compare.no_wants")),)),
        Block("columns", tuple(_known_rows(turn, table)), label("compare.known_heading"), heads),
        *([Block("text", tuple(ends))] if ends else []),
    ]
    return Picture(label("compare.heading"), tuple(blocks))


def _want_rows(turn: Turn, table: core.Table) -> list[Row]:
    tag = turn.t.label("compare.differs")
    return [
        Row(
            f"{number}. {want_name(turn, line.priority)}",
            tuple(graded(turn, cell) for cell in line.cells),
            tag=tag if line in table.differ else "",
        )
        for number, line in enumerate(table.lines, 1)
    ]


def graded(turn: Turn, cell: fit.Graded) -> Cell:
    """The grade and how sure it is; of what is unknown there is nothing to be sure of."""
    sure = "own" if cell.own else SURE[cell.sure]
    note = turn.t.label(f"compare.sure_{sure}") if cell.own or cell.grade != "unknown" else ""
    return Cell(turn.t.label(f"compare.word_{cell.grade}"), cell.grade, note)


def _known_rows(turn: Turn, table: core.Table) -> list[Row]:
    """What else is known; a row of which no job tells anything is left out, but never the first two."""
    rows = {
        "to_ask": [_to_ask(turn, column) for column in table.columns],
        "treated": [_treated(turn, column) for column in table.columns],
        "need": [_if(column.job.need, turn, "compare.need_word", need=column.job.need) for column in table.columns],
        "floor": [Cell(column.job.floor or turn.t.label("compare.nothing")) for column in table.columns],
        "pay": [_pay(turn, column, table.basis) for column in table.columns],
    }
    nothing = turn.t.label("compare.nothing")
    kept = [
        Row(turn.t.label(f"compare.{name}"), tuple(cells))
        for name, cells in rows.items()
        if name in ("to_ask", "treated") or any(cell.word != nothing for cell in cells)
    ]
    topics = turn.content.offer_topics
    return [
        *kept,
        *(
            Row(topics[id].name, tuple(_fact(turn, f, topics[id].hears) for f in found))
            for id, found in table.facts.items()
        ),
    ]


def _if(wanted: object, turn: Turn, key: str, **values: object) -> Cell:
    return Cell(turn.t.label(key, **values) if wanted else turn.t.label("compare.nothing"))


def _to_ask(turn: Turn, column: core.Column) -> Cell:
    if column.to_ask is None:
        return Cell(turn.t.label("compare.nothing"))
    key = "compare.to_ask_starred" if column.starred else "compare.to_ask_all"
    return Cell(turn.t.label(key, count=column.to_ask, starred=column.starred))


def _treated(turn: Turn, column: core.Column) -> Cell:
    """What adds up goes first; good acts stand beside it."""
    label, found = turn.t.label, column.pattern
    good = label("compare.treated_good", count=column.good) if column.good else ""
    if found is not None and found.reason == "alarm":
        acts = dict.fromkeys(turn.content.acts[act.kind].name for act in found.acts)
        return Cell(", ".join(acts), note=good)
    if found is not None:
        return Cell(label("compare.treated_twice", count=len(found.acts)), note=good)
    if column.bad:
        return Cell(label("compare.treated_bad", count=column.bad), note=good)
    return Cell(good or label("compare.nothing" if column.job.present else "compare.treated_none"))


def _pay(turn: Turn, column: core.Column, basis: core.Basis) -> Cell:
    """On the common basis, with the words it was counted from where they differ; else as it is written."""
    pay, amounts = column.pay, basis.amounts.get(column.job.id)
    if pay is None:
        return Cell(turn.t.label("compare.nothing"))
    if amounts is None:
        return Cell(pay.words)
    key = "compare.pay_hour" if basis.period == "hour" else "compare.pay_period"
    words = turn.t.label(key, amount=_amount(turn, *amounts, pay.currency), period=basis.period)
    return Cell(words, note=_counted(turn, pay) if pay.period != basis.period else _in_a_year(turn, pay))


def _in_a_year(turn: Turn, pay: Pay) -> str:
    """ "GBP 31,980 a year": what an hour's pay comes to where the hours of the week are known."""
    if pay.period != "hour" or not pay.yearly:
        return ""
    return turn.t.label("compare.pay_period", amount=_amount(turn, *pay.yearly, pay.currency), period="year")


def _counted(turn: Turn, pay: Pay) -> str:
    """ "from £16.40 an hour × 37.5 hours × 52": how a year's pay was reckoned."""
    times = pay.yearly[0] / pay.least if pay.yearly and pay.least else 0.0
    many = turn.t.label("compare.times_hour", hours=f"{times / 52:g}") if pay.period == "hour" else f"{times:g}"
    return turn.t.label("compare.pay_from", words=pay.words, times=many)


def _amount(turn: Turn, least: float, most: float, currency: str) -> str:
    """ "GBP 31,980", "$16.40 to 18"."""
    low, high = (f"{value:,.2f}".removesuffix(".00") for value in (least, most))
    money = low if low == high else turn.t.label("compare.pay_range", least=low, most=high)
    return f"{currency} {money}" if currency.isalpha() else f"{currency}{money}"


def _fact(turn: Turn, found: Mapping[str, Any] | None, near: Sequence[str]) -> Cell:
    """The plain facts; where there is none in what is clear, the offer's own words."""
    if found is None:
        return Cell(turn.t.label("compare.nothing"))
    facts = core.told(found)
    if facts:
        return Cell(", ".join((*facts[:MOST_FACTS], "…") if len(facts) > MOST_FACTS else facts))
    if core.is_clear(found):
        return Cell(quote(str(found.get("quote", "")), near, MOST_WORDS).rstrip("."))
    return Cell(turn.t.label("compare.unclear" if found.get("verdict") in ("vague", "stated") else "compare.not_in"))


def _ends(turn: Turn, table: core.Table, *, escaped: bool = True) -> list[str]:
    """What differs most, and what does not compare."""
    say = turn.t if escaped else turn.t.label
    names = ", ".join(want_name(turn, line.priority) for line in table.differ)
    told = any(sum(cell.grade != "unknown" for cell in line.cells) >= core.FEWEST for line in table.lines)
    same = say("compare.differ_none" if told else "compare.differ_unknown")
    ends = [say("compare.differ", names=names) if names else same] if table.lines else []
    reason = {"one": "one", "currency": "currency", "net": "net", "period": "basis", "hours": "hours"}.get(
        table.basis.reason
    )
    return [*ends, say(f"compare.pay_{reason}")] if reason else ends
