"""What the user says himself beside a report on an offer, or beside the message about it: his questions join what is
asked, his orders change the message, a yes, a no or a wish for time goes where it belongs."""

from __future__ import annotations

from telegram import Update

from bot.core import compare as side_by_side
from bot.core.model import Job, Offer
from bot.core.offer import keeping
from bot.core.offer_remarks import TO_BOT, Remark, Said, feared_in, remark
from bot.core.route import asides
from bot.core.route.hints import said_no_to, said_yes_to
from bot.telegram.buttons import Button
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import compare, decide, employers, no, offer_answers, offer_asked, offer_letter, offer_reading
from handlers.offer_own import typed_beside
from handlers.offer_report import offer_of
from handlers.offer_terms import Entry

REPLYING = ("letter", "settled", "answer")  # steps at which their answer is expected
AT = ("report", "beside", "paste", "same", *REPLYING)
LETTER = 300  # characters from which on an offer is a letter and not what was told
FREE = (
    "yes",
    "time",
    "pay",
    "show",
    "change",
    "drop",
    "gap",
    "missing",
    "means",
    "waive",
)  # what needs no offer on the screen
AWAY = ("yes", "no", "time", "better")
ASKS = ("question", "about", "gap", "ask", "worry", "pay", "drop", "limit", "need", "told")
ANSWERED = (*TO_BOT, "want", "waive", "hush")  # by the bot itself


def found(turn: Turn, step: str) -> Remark | None:
    """What of the text is the user's own at that step; None where nothing is."""
    said = turn.said
    if turn.event.kind != "text" or turn.event.file is not None or step not in AT or asides.is_their_voice(said):
        return None
    if not offer_of(turn).read:
        return None
    rows = remark(said, reply=step in REPLYING)
    if rows is None and (picked(turn) or (step == "report" and _weighs(turn))):
        return Remark((), said, False)
    if rows is not None and rows.kinds == {"fine"} and not rows.rest and step in ("report", "beside"):
        return rows
    if rows is None or not rows.kinds & {*AWAY, *ASKS, *ANSWERED, "show", "change"}:
        return None
    told = rows.kinds <= {"told", "fine"}
    return None if told and not _is_letter(turn) else rows


def is_of_offer(turn: Turn, offer: Offer) -> bool:
    """Whether a free message can only be about the offer."""
    rows = remark(turn.said)
    if not offer.id or asides.is_their_voice(turn.said):
        return False
    more = offer_reading.is_update(turn.said) and keeping.terms_in(turn.said)
    return more or (rows is not None and bool(rows.kinds & {*FREE}))


def is_yes(turn: Turn) -> bool:
    """Whether a text says yes and nothing else."""
    rows = remark(turn.said)
    return rows is not None and rows.kinds == {"yes"} and not rows.rest


def picked(turn: Turn) -> tuple[str, Job] | None:
    """A yes or a no to a job that is named: ("yes", that job)."""
    for way, words in (("no", said_no_to(turn.said)), ("yes", said_yes_to(turn.said))):
        rows = employers.picked(turn, words)
        if len(rows) == 1:
            return way, rows[0]
    return None


def _weighs(turn: Turn) -> bool:
    """Whether it holds two employers against each other, with no figure of either."""
    return not any(map(str.isdigit, turn.said)) and len(side_by_side.named(turn.said, employers.open_jobs(turn))) > 1


def _is_letter(turn: Turn) -> bool:
    """Whether what was read is a letter, against which something said by mouth can be held."""
    offer = offer_of(turn)
    return bool(turn.draft.get("summary")) or offer.read.get("length", 0) >= LETTER


async def take(update: Update, context: Context, rows: Remark) -> str | None:
    """Does what the remark wants. Gives the next step; None where another conversation has taken over."""
    turn, offer = context.turn, offer_of(context.turn)
    shown = offer_asked.put(turn, offer, rows)
    if way := _away(turn, rows):
        _say(turn, shown)
        await _leave(update, context, *way)
        return None
    if "change" in rows.kinds and not rows.kinds & {"ask", "drop", "pay"}:
        turn.draft["chosen"] = turn.draft["chosen"] or offer_letter.first(turn)
        return "pick"
    answered = bool(rows.kinds & {*ANSWERED} - {"waive"})
    shown = [entry for entry in shown if entry[0] != "waived" or not rows.is_about_message]  # the message shows it
    if rows.is_about_message or (turn.dialog is not None and turn.dialog.step in REPLYING and not answered):
        return _to_letter(turn, shown)
    if rows.kinds <= {"waive", "fine"}:
        _say(turn, shown)
        return "report"
    turn.draft["beside"] = shown
    return "beside"


def terms(rows: Remark) -> str:
    """What the rest of the text tells of the offer; empty where it tells nothing."""
    sure = "fine" in rows.kinds or any(map(str.isdigit, rows.rest))
    return rows.rest if sure and keeping.terms_in(rows.rest) else ""


def _away(turn: Turn, rows: Remark) -> tuple[str, Job] | None:
    """Another conversation that it leads to, and of which job; a wish for the message goes first."""
    mine = turn.work.get(Job, offer_of(turn).job_id) or Job()
    if rows.is_about_message:
        return None
    if named := picked(turn):
        return named
    kind = next((kind for kind in AWAY if kind in rows.kinds), "" if rows.parts else "better")
    return (kind, mine) if kind else None


async def _leave(update: Update, context: Context, way: str, job: Job) -> None:
    turn = context.turn
    if way == "better" and len(compare.candidates(turn)) >= side_by_side.FEWEST:
        return compare.CONVERSATION.follow(turn, await compare.start(update, context))
    if way == "no":
        reason = no.reason_in(turn.said)
        turn.begin("no", "which", job=job.id, reasons=[reason] if reason else [], plain=True)
        return no.CONVERSATION.enter(turn, "draft" if reason else "why")
    turn.begin("decide", "which", job=job.id)
    if way == "time":
        return decide.CONVERSATION.follow(turn, await decide.ask_time(update, context))
    decide.CONVERSATION.enter(turn, "mirror")


async def ask_time(update: Update, context: Context) -> None:
    """The words that ask for time, from the report's button."""
    turn = context.turn
    await _leave(update, context, "time", turn.work.get(Job, offer_of(turn).job_id) or Job())


def _to_letter(turn: Turn, shown: list[Entry]) -> str:
    """The message as it stands now; the first three, where nothing was asked yet."""
    draft = turn.draft
    _say(turn, shown)
    if not draft["chosen"] and not typed_beside(turn, offer_of(turn)):
        draft["chosen"] = offer_letter.first(turn)
        offer_letter.keep_questions(turn)
    draft.update(base=offer_of(turn).read, pieces=[])
    return "letter"


def _say(turn: Turn, shown: list[Entry]) -> None:
    """What was kept of his own, above a screen that does not show it."""
    lines = [entry for entry in shown if entry[0] not in ("ask", "line")]
    if lines:
        turn.note(offer_asked.words(turn, offer_of(turn), lines))


def beside_question(turn: Turn, before: Offer) -> bool:
    """Takes over what is his own, while it is asked whether what came is the same offer; that question stays."""
    known = turn.draft.get("offer", "")
    turn.draft["offer"] = before.id
    thing = feared_in(turn.said)
    rows = Remark((Said("ask", thing),), "", False) if thing else found(turn, "same")
    if rows is None or not rows.kinds & {*ASKS, *ANSWERED}:
        turn.draft["offer"] = known
        return False
    turn.note(offer_asked.words(turn, before, offer_asked.put(turn, before, rows)))
    return True


# -- the screen ---------------------------------------------------------------------------------------------------


def show(turn: Turn) -> Screen:
    """What was understood, with the two ways on."""
    label, offer = turn.t.label, offer_of(turn)
    entries = turn.draft.get("beside", [])
    wide = any(kind in ("missing", "next", "told_half") for kind, _ in entries) and bool(offer_letter.first(turn))
    write = (Button(label("offer.button_write_any"), "write"),) if wide or _asks(turn, offer) else ()
    rows = ((*write, Button(label("offer.button_report"), "report")), offer_answers.rows(turn, offer))
    return Screen(offer_asked.words(turn, offer, entries), tuple(row for row in rows if row), sort="report")


def _asks(turn: Turn, offer: Offer) -> bool:
    return bool(offer.read.get("asked")) or bool(typed_beside(turn, offer))


async def write(update: Update, context: Context) -> str:
    """The message with what he wants asked."""
    turn = context.turn
    asked = list(offer_of(turn).read.get("asked", []))
    turn.draft["chosen"] = asked if asked != offer_of(turn).read.get("wished", []) else offer_letter.first(turn)
    offer_letter.keep_questions(turn)
    return _to_letter(turn, [])


async def ask_that(update: Update, context: Context) -> str:
    """What was answered just now becomes a question of his to them."""
    turn = context.turn
    kind, words = turn.draft.get("asking") or ("", "")
    if words:
        turn.draft["beside"] = offer_asked.put(turn, offer_of(turn), Remark((Said(kind, words),), "", False))
    return "beside"
