"""After the yes: the first working day, the check after 30 and 90 days; and the way back from a yes that was none."""

from __future__ import annotations

import re
from datetime import timedelta

from telegram import Update

from bot.core.days import day_of
from bot.core.drafts import on
from bot.core.model import Decision, Job
from bot.core.reminders.dated import CHECKS
from bot.core.route import plain, yes_no
from bot.telegram.buttons import Button
from bot.telegram.conversation import END, State
from bot.telegram.inputs import Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.common import today, yes_or_no
from handlers.decide_mirror import named
from handlers.employers import chosen
from handlers.interview_screens import next_row

AROUND = frozenset(
    "it this that anything any the a job jobs offer offers contract yet at all them their from of with though".split()
)
"""What follows a yes that is denied and names no job."""

_LEAD = re.compile(
    r"(?i)^\W*(?:(?:i|i'm|im|we|it|they|well|so|ok|yes|first day|my|the|job|can|could|will|is|want me to|starting|"
    r"start|starts|begin|begins|on|from)\W+)+"
)
"""What leads to the first day: "I start Mon 30th"."""


async def sent(update: Update, context: Context) -> str:
    """The yes is out: that employer's reminders stop."""
    turn = context.turn
    chosen(turn).stage = "accepted"
    return "starts"


def unsend(turn: Turn) -> None:
    """The yes is not out after all: that employer's reminders go on."""
    job = chosen(turn)
    if job.stage == "accepted":
        job.stage, job.starts = "offer", None


def unsay(turn: Turn) -> None:
    """Nor is it written: the decision goes."""
    unsend(turn)
    decision = turn.work.get(Decision, turn.draft.pop("decision", ""))
    if decision is not None:
        turn.work.remove(decision)


async def taken_back(update: Update, context: Context) -> str | None:
    """Shows once more what stands before a yes; there is nothing to go back to."""
    turn = context.turn
    unsay(turn)
    turn.note(turn.t("decide.taken_back", job=named(turn, chosen(turn))))
    if turn.dialog is not None:
        turn.dialog.step, turn.dialog.trail = "mirror", ()
    return None


def written(turn: Turn) -> Decision | None:
    """The yes that was written and, by a free message, is on its way now ("yes, sent already"): the only one."""
    rows = [row for row in turn.work.all(Decision) if row.kind == "yes" and _waits(turn, row)]
    return rows[-1] if yes_no.is_sent(turn.said, plainly=True) and len({row.job_id for row in rows}) == 1 else None


def _waits(turn: Turn, yes: Decision) -> bool:
    job = turn.work.get(Job, yes.job_id)
    return job is not None and job.stage == "offer" and job.closed_at is None


def denied(turn: Turn) -> Job | None:
    """The accepted job whose yes a free message denies ("I didn't accept anything"): the one it names, or the only
    one; None where it denies none."""
    rest = plain.denied_yes(turn.said)
    rows = [job for job in employers.open_jobs(turn) if job.stage == "accepted"]
    if rest is None or not rows:
        return None
    if not set(rest.split()) <= AROUND:
        rows = [job for job in employers.picked(turn, rest) if job in rows]
    return rows[0] if len(rows) == 1 else None


def ask_starts(turn: Turn) -> Screen:
    row = (Button(turn.t.label("button.undo"), "unsent"),)
    return Screen(turn.t("decide.accepted", job=named(turn, chosen(turn))), (row,))


async def took_starts(update: Update, context: Context) -> str | None:
    turn = context.turn
    day = day_of(_LEAD.sub("", turn.said), turn.now, turn.zone)
    if day is None and plain.takes_back_yes(turn.said):
        return await taken_back(update, context)
    if day is None:
        turn.note(turn.t("decide.start_unclear"))
        return None
    chosen(turn).starts = day
    return "checks"


async def skip_starts(update: Update, context: Context) -> str:
    context.turn.say("decide.no_checks", next_row(context.turn))
    return END


def ask_checks(turn: Turn) -> Screen:
    label, starts = turn.t.label, chosen(turn).starts or today(turn)
    row = (Button(label("decide.button_check"), "check"), Button(label("decide.button_no_check"), "no_check"))
    return Screen(turn.t("decide.starts", day=on(starts)), (row,))


async def check(update: Update, context: Context) -> str:
    turn = context.turn
    turn.user.check_ins = True
    starts = chosen(turn).starts or today(turn)
    first, second = (on(starts + timedelta(days=days)) for days in CHECKS)
    turn.say("decide.checks", next_row(turn), first=first, second=second)
    return END


async def no_check(update: Update, context: Context) -> str:
    context.turn.say("decide.no_checks", next_row(context.turn))
    return END


async def typed_check(update: Update, context: Context) -> str | None:
    """ "Yes, ask me then"."""
    wanted = yes_or_no(context.turn.said.partition(",")[0])
    if wanted is None and plain.takes_back_yes(context.turn.said):
        return await taken_back(update, context)
    if wanted is None:
        context.turn.note(context.turn.t("common.odd_text"))
        return None
    return await (check if wanted else no_check)(update, context)


def _is_sent(turn: Turn) -> bool:
    return chosen(turn).stage == "accepted"


BACK = Tapped("unsent", taken_back)
STATES = {
    "starts": State(ask_starts, Said(took_starts, 200), Tapped("skip", skip_starts), BACK, ready=_is_sent),
    "checks": State(
        ask_checks, Tapped("check", check), Tapped("no_check", no_check), Said(typed_check, 200), ready=_is_sent
    ),
}
