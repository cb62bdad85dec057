"""What the reminders of named days show: an offer's deadline, the check after the start, a review, a talk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

from bot.core import ledger
from bot.core.drafts import on
from bot.core.model import Job, Offer, Priority, Question, Reminder, Wish
from bot.telegram.buttons import Button, door
from bot.telegram.texts import Html
from bot.telegram.turn import Turn
from handlers.decide_mirror import name_of, open_names
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
    today = turn.now.astimezone(ZoneInfo(turn.zone)).date()
    text = turn.t(
        "dated.last_today" if row.kind == "last" and offer.answer_by <= today else f"dated.{row.kind}",
        job=employer_words(turn, job),
        day=on(offer.answer_by),
        open=_open(turn, job, rows),
    )
    return text, ((door(turn.t.label("dated.button_look"), "decide", "open", job.id),),)


def _open(turn: Turn, job: Job, starred: Sequence[Question]) -> Html:
    """What is starred and open; else what is on his list, which must not read as all clear."""
    if starred:
        names = "; ".join(name_of(turn, question) for question in starred)
        key = "dated.open_one" if len(starred) == 1 else "dated.open_many"
        return turn.t(key, count=len(starred), names=names)
    names, more = open_names(turn, job)
    key = "dated.open_plain_more" if more else "dated.open_plain" if names else "dated.open_none"
    return turn.t(key, names=names, more=more)


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
