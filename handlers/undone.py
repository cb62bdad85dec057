"""What is taken back, in words: the one thing of a turn that its user would name."""

from __future__ import annotations

from bot.core.model import Job, Priority, Question, User
from bot.core.record import Record
from bot.telegram.snapshots import Row, record_of
from bot.telegram.texts import Html
from bot.telegram.turn import Turn
from handlers.asking import wording
from handlers.common import job_words, short
from handlers.want import want_name

MOST = 50  # characters of what is named
KINDS = ("Decision", "Offer", "Signal", "Belief", "Priority", "Skill", "Wish", "Gap", "Promise", "Answer", "Question",
         "Note", "Person", "Job")  # fmt: skip
"""Of several records the first of these is what the turn was about."""
OWN_WORDS = ("words", "text", "note", "outline", "name")


def named(turn: Turn, rows: list[Row]) -> Html:
    """That it is taken back, and what; ``rows`` are those of the turn, before they are put back. Where nothing has a
    name it is said without one."""
    told = sorted((row for row in rows if row[0] in KINDS), key=_place)
    for kind, _, before, after in told:
        words = _words(turn, record_of(kind, after or before or {}))
        if words:
            way = "made" if before is None else "gone" if after is None else "changed"
            more = sum(row[0] == kind for row in told) - 1
            rest = turn.t("undo.more", count=more) if more else ""
            return turn.t(f"undo.{way}", what=turn.t.label(f"undo.kind_{kind.lower()}"), words=words, more=rest)
    own = any(row[0] == User.__name__ for row in rows)
    return turn.t("undo.settings" if own and not told else "undo.done")


def _place(row: Row) -> int:
    """A job that came or went stands before what hangs on it."""
    kind, _, before, after = row
    return -1 if kind == "Job" and None in (before, after) else KINDS.index(kind)


def _words(turn: Turn, record: Record) -> str:
    """What the record is called; what has no words of its own is named by its employer."""
    if isinstance(record, Question):
        return short(wording(turn, record), MOST)
    if isinstance(record, Priority):
        return short(want_name(turn, record), MOST)
    own = next((str(value) for name in OWN_WORDS if (value := getattr(record, name, ""))), "")
    if own:
        return short(own, MOST)
    job = record if isinstance(record, Job) else turn.work.get(Job, getattr(record, "job_id", ""))
    return short(job_words(turn, job), MOST) if job is not None else ""
