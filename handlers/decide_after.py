"""After the yes: the first working day, and the check after 30 and 90 days."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update

from bot.core.days import day_of
from bot.core.drafts import on
from bot.core.reminders.dated import CHECKS
from bot.telegram.buttons import Button
from bot.telegram.conversation import END, Said, State, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers.common import job_words, today, yes_or_no
from handlers.employers import chosen
from handlers.interview_screens import next_row


async def sent(update: Update, context: Context) -> str:
    """The yes is out: that employer's reminders stop."""
    turn = context.turn
    chosen(turn).stage = "accepted"
    return "starts"


def ask_starts(turn: Turn) -> Screen:
    return Screen(turn.t("decide.accepted", job=job_words(turn, chosen(turn))))


async def took_starts(update: Update, context: Context) -> str | None:
    turn = context.turn
    day = day_of(turn.said, turn.now, turn.zone)
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
    if wanted is None:
        context.turn.note(context.turn.t("common.odd_text"))
        return None
    return await (check if wanted else no_check)(update, context)


STATES = {
    "starts": State(ask_starts, Said(took_starts, 80), Tapped("skip", skip_starts)),
    "checks": State(ask_checks, Tapped("check", check), Tapped("no_check", no_check), Said(typed_check, 80)),
}
