"""/offer: reads an offer that was forwarded or pasted, says what it leaves open, and helps to ask for it."""

from __future__ import annotations

import re

from telegram import Update

from bot.core import route
from bot.core.model import Job, Offer
from bot.core.offer import keeping, replies
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Said, Tapped, leads_to
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import call, employers, offer_day, offer_letter, offer_own, offer_reply, offer_sums, offer_whose
from handlers import offer_end as ending
from handlers import offer_kind as kinds
from handlers import offer_more as further
from handlers import offer_pieces as parts
from handlers import offer_reading as reading
from handlers import offer_remarks as remarks
from handlers import offer_report as reports
from handlers.interview_screens import next_row
from handlers.offer_report import job_of, offer_of

LISTED = 3
_REPLIED = re.compile(
    r"(?i)^\W*(?:(?:ok|so|and|hi|hey|update|good news)\W+)*"
    r"(?:they|he|she|hr|the (?:boss|manager|recruiter|employer)|[\w&]+(?: \w+)?)"
    r"(?: have| has|'ve)?(?: just| now| finally)? "
    r"(?:replied|answered|responded|wrote(?: back)?|got back|came back|emailed back|texted back)\b"
)
ABOUT = ("other", "offer", "worry")  # what a word about an offer is taken for by the rules


async def start(update: Update, context: Context) -> str:
    """/offer, with or without the text after it; the same for an offer that comes as a free message."""
    turn = context.turn
    tapped = turn.event.kind == "tap"
    known = turn.work.get(Offer, turn.arg) if tapped else None
    if turn.dialog is not None and (turn.dialog.flow, turn.dialog.step) == ("offer", "paste"):
        turn.finish()  # nothing is half typed there
    turn.begin("offer", "paste", **({"offer": known.id} if known and known.read else {}))
    if known and known.read:
        return "report"
    return reading.take(turn) if turn.said and not tapped else "paste"


async def start_answer(update: Update, context: Context) -> str:
    """Their answer to what was asked has come."""
    turn = context.turn
    known = turn.work.get(Offer, turn.arg)
    if known is None:
        turn.say("offer.gone", next_row(turn))
        return END
    turn.begin("offer", "answer", offer=known.id)
    return "answer"


def awaits(turn: Turn) -> Offer | None:
    """The offer whose questions the text answers, where it settles one of them by its own words."""
    for offer in reversed(turn.work.all(Offer)):
        asked = offer.read.get("asked") or []
        waits = bool(asked) and turn.now - offer.created_at < reading.ASKED
        if waits and (replies.answers_one(asked, turn.said) or _is_reply(turn.said)):
            return offer
    return None


def _is_reply(said: str) -> bool:
    """Whether a text says by itself that it is their answer, and tells something: "they replied: ..."."""
    return bool(_REPLIED.match(said)) and keeping.terms_in(said)


def speaks_of(turn: Turn, kind: str) -> Offer | None:
    """The one offer that waits for an answer, where a free message is plainly about it: time, more pay, a yes, the
    message to them."""
    jobs = [job.id for job in employers.open_jobs(turn) if job.stage == "offer"]
    rows = [offer for offer in turn.work.all(Offer) if offer.job_id in jobs and offer.read]
    if len({offer.job_id for offer in rows}) != 1 or kind not in (*ABOUT, "interview"):
        return None
    if route.sure(turn.said) and route.intents(turn.said)[0] in ("agenda", "data", "settings", "add_interview"):
        return None
    if kind == "interview" and not remarks.is_yes(turn):  # "I will sign tonight"
        return None
    nameless = not job_of(turn, rows[-1]).employer and bool(offer_whose.names_employer(turn.said))
    return rows[-1] if nameless or remarks.is_of_offer(turn, rows[-1]) else None


async def start_beside(update: Update, context: Context) -> str | None:
    """A word about the offer that waits, as a free message."""
    turn = context.turn
    offer = speaks_of(turn, "other") or Offer(job_id="")
    turn.begin("offer", "paste", offer=offer.id)
    return await further.said_more(update, context)


async def start_reply(update: Update, context: Context) -> str:
    """Their reply, forwarded as a free message."""
    turn = context.turn
    found = awaits(turn)
    turn.begin("offer", "answer", offer=found.id if found else "", reply=True)
    parts.put(turn, "pending", parts.came(turn))
    return reading.go_on(turn)


def ask(turn: Turn) -> Screen:
    """Where offers are kept, they can be looked at again; who told the news has perhaps nothing in writing yet."""
    if turn.draft.get("comment"):
        return Screen(turn.t("offer.ask_letter"), ((Button(turn.t.label("offer.button_unwritten"), "unwritten"),),))
    kept = reading.made(turn)[-LISTED:]
    rows = tuple((door(_of(turn, offer), "offer", "open", offer.id),) for offer in reversed(kept))
    return Screen(turn.t("offer.ask"), rows)


async def unwritten(update: Update, context: Context) -> str:
    """The words that ask for it in writing."""
    turn = context.turn
    job = employers.meant(turn, turn.draft.get("comment", ""))
    turn.show(call.in_writing(turn, job or Job()))
    return END


def _of(turn: Turn, offer: Offer) -> str:
    """ "The offer (Acme)" as a button."""
    return turn.t.label("offer.button_for", job=reading.job_in(turn, offer))[:40]


async def pasted(update: Update, context: Context) -> str | None:
    """What came; beside an offer that was read here before it may be a word of the user's own."""
    turn = context.turn
    if remarks.found(turn, "paste"):
        return await further.said_more(update, context)
    return reading.take(turn)


async def back(update: Update, context: Context) -> str | None:
    """From the whole report to the short one, else to the step before."""
    if context.turn.draft.pop("rest", False):
        return None
    return await CONVERSATION.go_back(update, context)


def takes(turn: Turn, step: str) -> bool:
    """Whether a text at that step belongs here whatever else it speaks of: a further part, their reply, or what the
    user wants of the offer."""
    if remarks.found(turn, step):
        return True
    if step == "forget":
        return ending.keeps_it(turn)
    if step in ("letter", "settled", "answer"):
        if offer_reply.is_sent(turn) or offer_reply.tone(turn):
            return True
        asked = offer_of(turn).read.get("asked", [])
        reply = replies.settled(asked, turn.said, turn.content.offer_topics)
        return bool(reply.closed or reply.unclear or offer_own.beside(turn, offer_of(turn), turn.said))
    if step == "report":
        if offer_whose.told_name(turn) or offer_whose.told_job(turn) or further.is_mixed(turn) or offer_day.day(turn):
            return True
        if offer_day.named(turn) and any(map(str.isdigit, turn.said)) and "interview" not in turn.said.casefold():
            return True
        return further.is_soon(turn) and keeping.terms_in(turn.said) and "interview" not in turn.said.casefold()
    if step in offer_sums.STATES:
        return offer_sums.takes(turn.said)
    return step in ("what", "same", "more")


async def show_rest(update: Update, context: Context) -> None:
    context.turn.draft["rest"] = True


def _has_pending(turn: Turn) -> bool:
    return bool(turn.draft.get("pending"))


def _has_offer(turn: Turn) -> bool:
    return turn.work.get(Offer, turn.draft.get("offer", "")) is not None


def _is_beside(turn: Turn) -> bool:
    return _has_offer(turn) and bool(turn.draft.get("beside"))


def _has_reply(turn: Turn) -> bool:
    return _has_offer(turn) and bool(turn.draft.get("settled"))


CONVERSATION = Conversation(
    "offer",
    entry_points=[Command("offer", start), Door("offer", "open", start), Door("offer", "answer", start_answer)],
    states={
        "paste": State(ask, Said(pasted, reading.MOST), Tapped("unwritten", unwritten)),
        "what": State(
            kinds.ask,
            Tapped("is_offer", kinds.is_offer),
            Tapped("is_advert", kinds.is_advert),
            Tapped("is_else", kinds.is_else),
            Said(kinds.said, reading.MOST),
            ready=_has_pending,
        ),
        **offer_sums.STATES,
        "same": State(
            reading.ask_same,
            Tapped("same", reading.same),
            Tapped("another", reading.another),
            Tapped("reply", reading.reply),
            Said(offer_whose.more_pending, reading.MOST),
            ready=_has_pending,
        ),
        **offer_whose.STATES,
        "several": State(reading.show_several, Tapped("offer", reading.chose_offer), ready=_has_offer),
        "report": State(
            reports.show,
            Tapped("write", offer_letter.write),
            Tapped("rest", show_rest),
            Tapped("back", back),
            Tapped("time", remarks.ask_time),
            Tapped("more", leads_to("more")),
            Tapped("keep", ending.keep_letter),
            Tapped("drop", ending.drop_letter),
            Tapped("forget", leads_to("forget")),
            Tapped("fine", ending.fine),
            Said(further.said_more, reading.MOST),
            ready=_has_offer,
            again=further.again,
        ),
        "beside": State(
            remarks.show,
            Tapped("write", remarks.write),
            Tapped("ask_that", remarks.ask_that),
            Tapped("report", leads_to("report")),
            Said(further.said_more, reading.MOST),
            ready=_is_beside,
        ),
        "more": State(
            further.ask_more,
            Said(further.took_more, reading.MOST),
            Tapped("enough", further.enough),
            ready=_has_offer,
        ),
        "letter": State(
            offer_letter.show_letter,
            Tapped("answered", leads_to("answer")),
            Tapped("tone", offer_letter.change_tone),
            Tapped("pick", leads_to("pick")),
            Tapped("fine", ending.fine),
            Said(offer_reply.came, reading.MOST),
            ready=offer_letter.asks_something,
            again=offer_letter.as_asked,
        ),
        "pick": State(
            offer_letter.show_pick,
            Tapped("on", offer_letter.pick_on),
            Tapped("off", offer_letter.pick_off),
            Tapped("picked", offer_letter.picked),
            lenient=True,
            ready=_has_offer,
        ),
        "answer": State(asks("offer.answer"), Said(offer_reply.came, reading.MOST), ready=_has_offer),
        "settled": State(
            offer_letter.show_settled,
            Tapped("again", offer_letter.again),
            Tapped("own_yes", offer_own.yes),
            Tapped("own_no", offer_own.no),
            Tapped("report", leads_to("report")),
            Tapped("fine", ending.fine),
            Said(offer_reply.came, reading.MOST),
            ready=_has_reply,
        ),
        "employer": State(
            ending.ask_employer,
            Said(ending.took_employer, reading.MOST),
            Tapped("named", ending.named),
            Tapped("skip", ending.skip_employer),
            ready=_has_offer,
        ),
        "forget": State(
            ending.ask_forget, Tapped("forget_yes", ending.forget), Said(ending.said_forget, 200), ready=_has_offer
        ),
    },
)
