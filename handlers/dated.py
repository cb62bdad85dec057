"""What the reminders of named days show: an offer's deadline, the check after the start, a review, a talk."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from bot.core import ledger
from bot.core.drafts import on
from bot.core.model import Job, Offer, Priority, Question, Reminder, Wish
from bot.core.wants import inside
from bot.telegram.buttons import Button, door
from bot.telegram.texts import Html
from bot.telegram.turn import Turn
from handlers.asking import wording
from handlers.kept_acts import employer_words

Shown = tuple[Html, tuple[tuple[Button, ...], ...]]


def _about(row: Reminder) -> str:
    """The id that the cause names."""
    return row.cause.split(":")[1]


def deadline(turn: Turn, row: Reminder) -> Shown | None:
    """Halfway, and the evening before: what the user starred and nobody answered."""
    offer, job = turn.work.get(Offer, _about(row)), turn.work.get(Job, row.job_id)
    if offer is None or job is None or offer.answer_by is None:
        return None
    rows = ledger.before_yes(turn.work.all(Question), job.id)
    key = "none" if not rows else "one" if len(rows) == 1 else "many"
    names = "; ".join(_name(turn, question) for question in rows)
    today = turn.now.astimezone(ZoneInfo(turn.zone)).date()
    text = turn.t(
        "dated.last_today" if row.kind == "last" and offer.answer_by <= today else f"dated.{row.kind}",
        job=employer_words(turn, job),
        day=on(offer.answer_by),
        open=turn.t(f"dated.open_{key}", count=len(rows), names=names),
    )
    return text, ((door(turn.t.label("dated.button_look"), "decide", "open", job.id),),)


def _name(turn: Turn, question: Question) -> str:
    topic = turn.content.topics.get(question.topic)
    return inside(topic.name) if topic else wording(turn, question)


def check(turn: Turn, row: Reminder) -> Shown | None:
    job = turn.work.get(Job, row.job_id)
    if job is None:
        return None
    label, days = turn.t.label, row.cause.split(":")[2]
    buttons = (
        door(label("dated.button_held"), "check", "held", f"{job.id}.{days}"),
        door(label("dated.button_not"), "check", "not", f"{job.id}.{days}"),
    )
    return turn.t("dated.check", days=days, job=employer_words(turn, job)), (buttons,)


def review(turn: Turn, row: Reminder) -> Shown | None:
    job = turn.work.get(Job, row.job_id)
    if job is None:
        return None
    key = "dated.review" if job.floor else "dated.review_bare"
    text = turn.t(key, job=employer_words(turn, job), floor=job.floor)
    return text, ((door(turn.t.label("dated.button_again"), "need", "open", job.id),),)


def talk(turn: Turn, row: Reminder) -> Shown | None:
    wish = turn.work.get(Wish, _about(row))
    priority = turn.work.get(Priority, wish.priority_id) if wish else None
    if wish is None:
        return None
    known = turn.content.priorities.get(priority.topic) if priority else None
    name = wish.outline or (priority.words if priority else "") or (known.name if known else "")
    return turn.t("dated.talk", wish=name), ((door(turn.t.label("dated.button_asked"), "stay", "asked", wish.id),),)


SHOWS: dict[str, Callable[[Turn, Reminder], Shown | None]] = {
    "half": deadline,
    "last": deadline,
    "check": check,
    "review": review,
    "talk": talk,
}
