"""What every turn does last, before its commit: the plan of reminders, what can be undone, what is kept no longer."""

from __future__ import annotations

from bot.core import reminders
from bot.core.model import Dialog, Interview, Job, Offer, Question, Reminder, Wish
from bot.core.offer import keeping
from bot.telegram import undo
from bot.telegram.turn import Turn
from handlers.common import open_questions

STEERS = (Interview, Job, Offer, Wish, Question, Reminder)  # what the plan of reminders follows from, with the settings


def end_turn(turn: Turn) -> None:
    """Plans the reminders anew where something steers them, keeps what can be undone, and lets letters go in time."""
    _reacted(turn)
    changes = turn.work.changes()
    if turn.event.kind == "none" or any(change.kind in STEERS for change in changes) or _resettled(turn):
        replan(turn)
    if turn.event.kind != "none":
        undo.remember(turn, changes)
    keeping.let_go(turn.work.all(Offer), turn.work.all(Job), turn.work.all(Dialog), turn.now)


def _resettled(turn: Turn) -> bool:
    """Whether the user's settings changed, or that he blocked the bot."""
    was = turn.work.user_read.items()
    return any(getattr(turn.user, name) != value for name, value in was if name not in ("seen_at", "version", "screen"))


def replan(turn: Turn) -> None:
    """Brings the reminder rows in line with the user's interviews and settings (kept with the same commit)."""
    rows = turn.work.all(Reminder)
    planned = reminders.plan(
        turn.user,
        turn.work.all(Job),
        turn.work.all(Interview),
        rows,
        turn.now,
        open_questions=lambda interview: len(open_questions(turn, interview.job_id)),
        offers=turn.work.all(Offer),
        wishes=turn.work.all(Wish),
    )
    for row in reminders.diff(planned, rows, turn.now):
        turn.work.add(row)
    wanted = {p.cause for p in planned}
    for row in turn.work.all(Reminder):
        if row.state == "cancelled" and row.cause not in wanted and row.expires < turn.now:
            turn.work.remove(row)  # its time is over, so it never comes back


def _reacted(turn: Turn) -> None:
    """A tap on a reminder is an answer to it: it was not ignored."""
    if turn.event.message_id is None:
        return
    for row in turn.work.all(Reminder):
        if row.message_id == turn.event.message_id and row.state == "sent":
            row.state = "done"
