"""Questions about an interview that are settled by a tap or a word: moved or one more, off or not, over or not."""

from __future__ import annotations

from typing import Any

from telegram import Update

from bot.core.ledger import OPEN
from bot.core.model import Interview, Job, Question
from bot.core.route import plain
from bot.core.when import echo
from bot.telegram.buttons import Button
from bot.telegram.conversation import END, State
from bot.telegram.inputs import Callback, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import calendar_doors, employers, interview_saved, planning
from handlers import interview_draft as drafts
from handlers import interview_draft_time as times
from handlers.common import job_of, job_words, local_words, yes_or_no
from handlers.interview_screens import card, next_row, theirs_row

MOVED = ("moved", "it was moved", "it moved", "they moved it", "the same")
ONE_MORE = ("one more", "another", "another one", "a second one", "both")


def ask_same(turn: Turn) -> Screen:
    t, known = turn.t, interview_saved.other_time(turn, turn.draft)
    old = local_words(turn, known.start) if known else ""
    new = echo(times.start_of(turn.draft), turn.zone, turn.now)
    row = (Button(t.label("interview.button_moved"), "moved"), Button(t.label("interview.button_one_more"), "another"))
    return Screen(t("interview.ask_same", employer=turn.draft["employer"], old=old, new=new), (row,))


async def was_moved(update: Update, context: Context) -> str:
    turn = context.turn
    known = interview_saved.other_time(turn, turn.draft)
    if known is not None:
        kept = {
            name: value for name, value in interview_saved.draft_of(turn, known).items() if not turn.draft.get(name)
        }
        turn.draft.update(kept, interview_id=known.id, moved=True, taken_over=kept)
    return drafts.next_step(turn, turn.draft)


async def one_more(update: Update, context: Context) -> str:
    context.turn.draft["another"] = True
    return drafts.next_step(context.turn, context.turn.draft)


async def same_in_words(update: Update, context: Context) -> str | None:
    words = context.turn.said.casefold().strip(" .!")
    if words in MOVED or yes_or_no(words):
        return await was_moved(update, context)
    if words in ONE_MORE:
        return await one_more(update, context)
    context.turn.note(context.turn.t("common.odd_text"))
    return None


def _unanswered(draft: dict[str, Any]) -> dict[str, Any]:
    """The draft without the answer to "moved, or one more?", and without what that took over from the other talk."""
    taken = draft.get("taken_over", {})
    gone = {"another", "taken_over", *(("moved", "interview_id") if draft.get("moved") else ())}
    gone |= {name for name in taken if draft.get(name) == taken[name]}
    return {name: value for name, value in draft.items() if name not in gone}


def _is_open(turn: Turn) -> bool:
    return times.has_time(turn.draft) and interview_saved.other_time(turn, _unanswered(turn.draft)) is not None


def _same_again(turn: Turn) -> None:
    times.as_before(turn.draft)
    before = _unanswered(turn.draft)
    turn.draft.clear()
    turn.draft.update(before)


def ask_cancel(turn: Turn) -> Screen:
    row = (Button(turn.t.label("interview.button_off"), "off"), Button(turn.t.label("interview.button_keep"), "keep"))
    return Screen(turn.t("interview.cancel_ask", card=card(turn, turn.draft)), (row,), sort="card")


async def cancelled(update: Update, context: Context) -> str:
    turn = context.turn
    interview = turn.work.get(Interview, turn.draft.get("interview_id", ""))
    if interview is not None:
        interview.state = "cancelled"
        interview_saved.keep_invitation(turn.draft, interview)
        planning.release(turn, interview)
    row = calendar_doors.take_out(turn, interview) if interview is not None else ()
    theirs = theirs_row(turn, turn.draft, interview.job_id) if interview is not None else ()
    turn.say("interview.cancelled", row, theirs, next_row(turn))
    return END


async def kept(update: Update, context: Context) -> str:
    context.turn.say("interview.kept", next_row(context.turn))
    return END


async def cancel_in_words(update: Update, context: Context) -> str | None:
    """A yes or a no, or what it is: "they cancelled", "it's still on"."""
    off = off_or_on(context.turn)
    if off is not None:
        return await (cancelled if off else kept)(update, context)
    return await _yes_or_no(update, context, cancelled)


def off_or_on(turn: Turn) -> bool | None:
    """What a short text says of the interview on the card; None where it names another employer."""
    interview = turn.work.get(Interview, turn.draft.get("interview_id", ""))
    meant = [job.id for job in employers.candidates(turn, turn.said)]
    return plain.off_or_on(turn.said) if interview is not None and interview.job_id in meant else None


async def _yes_or_no(update: Update, context: Context, yes: Callback) -> str | None:
    said = yes_or_no(context.turn.said)
    if said is not None:
        return await (yes if said else kept)(update, context)
    context.turn.note(context.turn.t("common.odd_text"))
    return None


def ask_close(turn: Turn) -> Screen:
    row = (
        Button(turn.t.label("interview.button_put_away"), "off"),
        Button(turn.t.label("interview.button_keep"), "keep"),
    )
    interview = turn.work.get(Interview, turn.draft.get("interview_id", ""))
    return Screen(
        turn.t("interview.close_ask", job=job_words(turn, job_of(turn, interview)) if interview else ""), (row,)
    )


async def closed(update: Update, context: Context) -> str:
    """The employer is put away: its interviews are off, its reminders stop, its open questions are parked."""
    turn = context.turn
    interview = turn.work.get(Interview, turn.draft.get("interview_id", ""))
    if interview is None:
        turn.say("interview.not_found", next_row(turn))
        return END
    job = job_of(turn, interview)
    put_away(turn, job)
    turn.say("interview.closed", next_row(turn), job=job_words(turn, job))
    return END


def put_away(turn: Turn, job: Job) -> None:
    """The employer's book is closed: its interviews are off, its open questions are put away."""
    job.closed_at = job.closed_at or turn.now
    for other in turn.work.all(Interview):
        if other.job_id == job.id and other.state == "planned":
            other.state = "cancelled"
    for question in turn.work.all(Question):
        if question.job_id == job.id and question.state in OPEN:
            question.state, question.interview_id, question.rank = "parked", "", 0


async def close_in_words(update: Update, context: Context) -> str | None:
    return await _yes_or_no(update, context, closed)


STATES = {
    "same": State(
        ask_same,
        Tapped("moved", was_moved),
        Tapped("another", one_more),
        Said(same_in_words, 200),
        ready=_is_open,
        again=_same_again,
    ),
    "close": State(ask_close, Tapped("off", closed), Tapped("keep", kept), Said(close_in_words, 40)),
    "cancel": State(ask_cancel, Tapped("off", cancelled), Tapped("keep", kept), Said(cancel_in_words, 80)),
}
