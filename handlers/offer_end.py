"""The end of an offer's talk: the letter kept or not, whose offer it is, and forgetting it."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Answer, Dialog, Job, Promise, Question
from bot.core.naming import names_nothing
from bot.core.patterns import any_of
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers import offer_pieces as parts
from handlers.common import yes_or_no
from handlers.interview_screens import next_row
from handlers.offer_reading import settle
from handlers.offer_report import job_of, offer_of
from handlers.offer_whose import NAME, begin_other, is_other, let_go, move

_KEEPS = any_of(r"keep|dont|don't|do not|not (?:now|yet)|wait|leave it|no|stop|changed my mind")


async def keep_letter(update: Update, context: Context) -> None:
    """Where nobody went on for a day its text is gone, and that is said."""
    turn = context.turn
    offer_of(turn).text = parts.whole(turn, "pieces").text
    if not offer_of(turn).text:
        turn.note(turn.t("offer.text_gone"))


async def drop_letter(update: Update, context: Context) -> None:
    undo.forget(context.turn, offer_of(context.turn).id)
    offer_of(context.turn).text = ""


async def fine(update: Update, context: Context) -> str:
    turn = context.turn
    job = job_of(turn, offer_of(turn))
    turn.draft.update(pieces=[], pending=[])
    if job.id and not job.employer and not turn.draft.get("asked_employer"):
        turn.draft["asked_employer"] = True
        return "employer"
    return _done(turn)


def ask_employer(turn: Turn) -> Screen:
    """A name that stands in the offer is one tap away; it is never taken for sure."""
    name = offer_of(turn).read.get("employer", "")
    return Screen(turn.t("offer.employer"), ((Button(name[:NAME], "named"),),) if name else ())


async def took_employer(update: Update, context: Context) -> str | None:
    """The name; or another offer, which begins anew while this one stays as it is."""
    turn = context.turn
    if names_nothing(turn.said):
        turn.note(turn.t("common.no_name"))
        return None
    if is_other(turn):
        return begin_other(turn)
    if len(turn.said) > employers.LONGEST:
        turn.note(turn.t("common.too_long", limit=employers.LONGEST, length=len(turn.said)))
        return None
    give_name(turn, turn.said)
    return _done(turn)


async def named(update: Update, context: Context) -> str:
    """The name that was read in the offer."""
    turn = context.turn
    name = offer_of(turn).read.get("employer", "")
    if name:
        give_name(turn, name)
    return _done(turn)


def give_name(turn: Turn, said: str) -> None:
    """The employer's name for the job of this offer; where a job has it already, the offer is of that one."""
    offer, name = offer_of(turn), " ".join(said.split())
    mine = job_of(turn, offer)
    rows = employers.open_jobs(turn)
    known = next((row for row in rows if row is not mine and row.employer.casefold() == name.casefold()), None)
    if known is None:
        mine.employer = name
        return
    move(turn, offer, known, whole=True)
    let_go(turn, mine)
    settle(turn, offer)


async def skip_employer(update: Update, context: Context) -> str:
    return _done(context.turn)


def _done(turn: Turn) -> str:
    label, offer = turn.t.label, offer_of(turn)
    reply = door(label("offer.button_answered"), "offer", "answer", offer.id)
    look = door(label("offer.button_report"), "offer", "open", offer.id)
    decide = door(label("offer.button_decide"), "decide", "open", offer.job_id)
    row = (reply, look) if offer.read.get("asked") else (look, decide)
    letter = turn.t("offer.done_letter" if offer.text else "offer.done_no_letter")
    turn.say("offer.done", row, next_row(turn), letter=letter)
    return END


def ask_forget(turn: Turn) -> Screen:
    return Screen(turn.t("offer.forget"), ((Button(turn.t.label("offer.button_forget_yes"), "forget_yes"),),))


def keeps_it(turn: Turn) -> bool:
    """Whether what is typed at that question says that the offer stays: "actually keep it"."""
    return yes_or_no(turn.said) is False or bool(_KEEPS.search(turn.said))


async def said_forget(update: Update, context: Context) -> str | None:
    """A no in words; what is forgotten for good takes the tap."""
    if keeps_it(context.turn):
        return "report"
    context.turn.note(context.turn.t("common.odd_text"))
    return None


async def forget(update: Update, context: Context) -> str:
    """All that came from the offer goes, for good; the employer stays where more than the offer is known of it."""
    turn = context.turn
    offer = offer_of(turn)
    mine = [q for q in turn.work.all(Question) if q.about == offer.id and offer.id]
    answers = [a for a in turn.work.all(Answer) if a.question_id in {q.id for q in mine}]
    for promise in turn.work.all(Promise):
        if promise.job_id == offer.job_id:
            promise.letter = ""
    undo.forget(turn, offer.id, turn.dialog.id if turn.dialog else "", *(row.id for row in (*mine, *answers)))
    talks = [talk for talk in turn.work.all(Dialog) if talk.flow == "offer" and not talk.active]
    for row in (*mine, *answers, offer, *talks):
        turn.work.remove(row)
    job = turn.work.get(Job, offer.job_id)
    if job is not None:
        let_go(turn, job)
    turn.say("offer.forgotten", next_row(turn))
    return END
