"""The small buttons under reminders: snooze, done, fewer of these, sent, they answered, nobody came."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Literal

from telegram import Update

from bot.core import reminders
from bot.core.model import Interview, Reminder, Signal
from bot.core.patterns import any_of
from bot.core.route import flat
from bot.telegram import undo
from bot.telegram.buttons import door
from bot.telegram.inputs import Callback, Door, Handler
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import dated, remind
from handlers.about import gone, on_one
from handlers.common import local_words
from handlers.interview_screens import next_row
from handlers.kept_acts import came, nobody_came

Choice = Literal["hour", "evening", "morning"]
CHOICES: tuple[Choice, ...] = ("hour", "evening", "morning")
RECENT = timedelta(hours=12)  # so long a reminder is what "it" means in "send it again later"
SHORT = 12  # words
_AGAIN = any_of(r"""
    (?:send|show|give|write|tell|remind|message|ping|ask)(?: me| it| that| this| them)* (?:again|later|tomorrow|tonight|
    in the morning|in an hour|in the evening)
    snooze|(?:come|get) back (?:later|tomorrow|in an hour)|not now,? later|later please|ask (?:me )?later
""")
KINDS = (*remind.SHOWS, *dated.SHOWS)
KEPT_WITH_EVENING = ("evening", "card", "debrief")


def _row(turn: Turn) -> Reminder | None:
    row = turn.work.get(Reminder, turn.arg.partition(".")[0])
    if row is None:
        turn.say("remind.over", next_row(turn))
    return row


async def snooze(update: Update, context: Context) -> None:
    turn = context.turn
    row = _row(turn)
    if row is not None:
        _ask_when(turn, row)


def _ask_when(turn: Turn, row: Reminder) -> None:
    """The times to which it can still be put off."""
    interviews = turn.work.all(Interview)
    fitting = [c for c in CHOICES if reminders.snooze(row, c, turn.user, interviews, turn.now)]
    if not fitting:
        return turn.say("remind.snooze_not", next_row(turn))
    buttons = tuple(door(turn.t.label(f"remind.snooze_{c}"), "remind", "later", f"{row.id}.{c}") for c in fitting)
    turn.show(Screen(turn.t("remind.snooze_when"), (buttons, next_row(turn)), fresh=True))


def asked_later(turn: Turn) -> Reminder | None:
    """The reminder of the last hours that a message wants again later; None where it asks for no such thing."""
    if len(turn.said.split()) > SHORT or not _AGAIN.search(flat(turn.said)):
        return None
    sent = [row for row in turn.work.all(Reminder) if row.state in ("sent", "done") and row.sent_at is not None]
    fresh = [row for row in sent if row.sent_at is not None and turn.now - row.sent_at <= RECENT]
    return max(fresh, key=lambda row: (row.sent_at, row.id), default=None)


async def typed_later(update: Update, context: Context) -> None:
    """ "Send it again in the morning": what Snooze does, done at once where the words say when."""
    turn = context.turn
    row = asked_later(turn)
    if row is None:
        return
    interviews, line = turn.work.all(Interview), flat(turn.said)
    wanted = next((c for c in CHOICES if c in line), None)
    due = reminders.snooze(row, wanted, turn.user, interviews, turn.now) if wanted else None
    if due is not None:
        row.state, row.snoozed, row.due = "planned", True, due
        turn.say("remind.snoozed", next_row(turn), when=local_words(turn, due))
    else:
        _ask_when(turn, row)


async def later(update: Update, context: Context) -> None:
    """Puts it off; a second press of the button only says when it comes."""
    turn = context.turn
    row, choice = _row(turn), turn.arg.partition(".")[2]
    if row is None:
        return None
    if row.state == "planned" and row.snoozed:
        return turn.say("remind.snoozed", next_row(turn), when=local_words(turn, row.due))
    due = None
    if choice in CHOICES and row.state in ("sent", "done"):
        due = reminders.snooze(row, choice, turn.user, turn.work.all(Interview), turn.now)
    if due is None:
        return turn.say("remind.snooze_not", next_row(turn))
    row.state, row.snoozed, row.due = "planned", True, due
    turn.say("remind.snoozed", next_row(turn), when=local_words(turn, due))


async def done(update: Update, context: Context) -> None:
    turn = context.turn
    row = _row(turn)
    if row is not None:
        row.state = "done" if row.state == "sent" else row.state
        _let_go(turn, row)
        turn.toast = turn.t.label("remind.done")
        turn.show(Screen(turn.t("remind.done"), (next_row(turn),), fresh=True))


def _let_go(turn: Turn, row: Reminder) -> None:
    """Who wants reminders and nothing else has nothing to tell of the talk: it is over by that."""
    interview = turn.work.get(Interview, row.interview_id)
    if interview is not None and row.kind == "debrief" and not turn.user.coaching:
        interview.state = "debriefed"


async def fewer(update: Update, context: Context) -> None:
    turn = context.turn
    if turn.arg not in KINDS:
        return turn.say("remind.over", next_row(turn))
    asked = remind.fewer(turn, turn.arg, turn.t("remind.fewer_ask", kind=turn.t(f"remind.kind_{turn.arg}")))
    turn.show(dataclasses.replace(asked, fresh=True))


def _choose(action: str) -> Callback:
    async def chosen(update: Update, context: Context) -> None:
        turn, kind = context.turn, context.turn.arg
        if kind not in KINDS:
            return turn.say("remind.over", next_row(turn))
        stopped = {k for k in turn.user.fewer if action != "keep" or k != kind}
        if action == "keep":
            turn.user.kept = tuple(sorted({*turn.user.kept, kind}))
        stopped |= {kind} if action == "stop" else set()
        stopped |= set(remind.SHOWS) - set(KEPT_WITH_EVENING) - {"waiting"} if action == "only" else set()
        turn.user.fewer = tuple(sorted(stopped))
        turn.say(
            {"keep": "remind.fewer_kept", "stop": "remind.fewer_stopped", "only": "remind.fewer_only_evening"}[action],
            next_row(turn),
        )

    return chosen


def _answered(turn: Turn, interview: Interview, *kinds: str) -> None:
    for row in turn.work.all(Reminder):
        if row.interview_id == interview.id and row.kind in kinds and row.state == "sent":
            row.state = "done"


def _sent(turn: Turn, interview: Interview) -> None:
    mark_sent(turn, interview, "thanks")


def mark_sent(turn: Turn, interview: Interview, kind: str) -> None:
    """The thank-you or the chaser of that talk is on its way."""
    interview.thanked = interview.thanked or kind == "thanks"
    _answered(turn, interview, kind)
    turn.say("remind.sent", (undo.button(turn), *next_row(turn)))


def mark_heard(turn: Turn, interview: Interview) -> None:
    interview.heard = True
    _answered(turn, interview, "chaser", "thanks")
    turn.say("remind.heard", (undo.button(turn), *next_row(turn)))


def _thanks(turn: Turn, interview: Interview) -> None:
    copied = remind.copy(turn, "thanks", interview, turn.user.tone)
    turn.show(dataclasses.replace(copied, text=remind.thanks_text(turn, interview), fresh=True))


def _begun(turn: Turn, interview: Interview) -> None:
    _answered(turn, interview, "waiting")
    turn.say("remind.waiting_yes", next_row(turn))


def _nobody(turn: Turn, interview: Interview) -> None:
    """Noted once, never judged; the words to write come with it, the second time the choice."""
    nobody_came(turn, interview)
    _answered(turn, interview, "waiting")
    turn.show(remind.missed(turn, interview))


def _missed(turn: Turn, interview: Interview) -> None:
    turn.show(remind.missed(turn, interview))


def _chase(turn: Turn, interview: Interview) -> None:
    turn.show(remind.copy(turn, "missed_again", interview, turn.user.tone))


def _wait(turn: Turn, interview: Interview) -> None:
    row = (door(turn.t.label("signal.button_log"), "signal", "log", interview.job_id),)
    turn.say("remind.waited", row, next_row(turn))


async def tone(update: Update, context: Context) -> None:
    """The same letter in the other tone. ``arg``: letter, interview, tone."""
    turn = context.turn
    kind, id, wanted = [*turn.arg.split("."), "", ""][:3]
    interview = turn.work.get(Interview, id)
    if interview is None or kind not in remind.LETTERS:
        return gone(turn, Interview)
    turn.show(remind.copy(turn, kind, interview, "direct" if wanted == "direct" else "soft"))


def _came(turn: Turn, interview: Interview) -> None:
    for signal in turn.work.all(Signal):
        if signal.interview_id == interview.id and signal.kind == "no-show":
            turn.work.remove(signal)
    came(turn, interview)
    turn.say("remind.came", (undo.button(turn), *next_row(turn)))


async def stay(update: Update, context: Context) -> None:
    """Kept for another year: writing at all is the answer, so there is nothing to note."""
    context.turn.say("remind.stayed", next_row(context.turn))


HANDLERS: list[Handler] = [
    Door("remind", "snooze", snooze),
    Door("remind", "stay", stay),
    Door("remind", "later", later),
    Door("remind", "done", done),
    Door("remind", "fewer", fewer),
    *(Door("remind", action, _choose(action)) for action in ("keep", "only", "stop")),
    Door("remind", "sent", on_one(Interview, _sent)),
    Door("remind", "heard", on_one(Interview, mark_heard)),
    Door("remind", "thanks", on_one(Interview, _thanks)),
    Door("remind", "begun", on_one(Interview, _begun)),
    Door("remind", "nobody", on_one(Interview, _nobody)),
    Door("remind", "came", on_one(Interview, _came)),
    Door("remind", "missed", on_one(Interview, _missed)),
    Door("remind", "chase", on_one(Interview, _chase)),
    Door("remind", "wait", on_one(Interview, _wait)),
    Door("remind", "tone", tone),
]
