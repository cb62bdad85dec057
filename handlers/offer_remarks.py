"""What the user says himself beside a report on an offer, or beside the message about it: his questions join what is
asked, his orders change the message, a yes, a no or a wish for time goes where it belongs."""

from __future__ import annotations

from telegram import Update

from bot.core import compare as side_by_side
from bot.core.model import Job, Offer
from bot.core.offer import keeping
from bot.core.offer_remarks import Remark, remark
from bot.core.route import asides
from bot.core.route.hints import said_no_to, said_yes_to
from bot.telegram.buttons import Button
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import compare, decide, employers, no, offer_asked, offer_letter
from handlers.offer_own import typed_beside
from handlers.offer_report import offer_of

REPLYING = ("letter", "settled", "answer")  # steps at which their answer is expected
AT = ("report", "beside", "paste", "same", *REPLYING)
LETTER = 300  # characters from which on an offer is a letter and not what was told
FREE = ("yes", "time", "pay", "show", "change", "drop", "gap")  # what needs no offer on the screen
AWAY = ("yes", "no", "time", "better")
ASKS = ("question", "about", "gap", "ask", "worry", "pay", "drop", "limit", "need", "told")


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
    if rows is None or not rows.kinds & {*AWAY, *ASKS, "show", "change"}:
        return None
    told = rows.kinds <= {"told", "fine"}
    return None if told and not _is_letter(turn) else rows


def is_of_offer(turn: Turn, offer: Offer) -> bool:
    """Whether a free message can only be about the offer."""
    rows = remark(turn.said)
    return rows is not None and bool(offer.id) and bool(rows.kinds & {*FREE}) and not asides.is_their_voice(turn.said)


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
    if rows.is_about_message or (turn.dialog is not None and turn.dialog.step in REPLYING):
        return _to_letter(turn, shown)
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
        turn.begin("no", "which", job=job.id, reasons=[], plain=True)
        return no.CONVERSATION.enter(turn, "why")
    turn.begin("decide", "which", job=job.id)
    if way == "time":
        return decide.CONVERSATION.follow(turn, await decide.ask_time(update, context))
    decide.CONVERSATION.enter(turn, "mirror")


async def ask_time(update: Update, context: Context) -> None:
    """The words that ask for time, from the report's button."""
    turn = context.turn
    await _leave(update, context, "time", turn.work.get(Job, offer_of(turn).job_id) or Job())


def _to_letter(turn: Turn, shown: list[offer_asked.Entry]) -> str:
    """The message as it stands now; the first three, where nothing was asked yet."""
    draft = turn.draft
    _say(turn, shown)
    if not draft["chosen"] and not typed_beside(turn, offer_of(turn)):
        draft["chosen"] = offer_letter.first(turn)
        offer_letter.keep_questions(turn)
    draft.update(base=offer_of(turn).read, pieces=[])
    return "letter"


def _say(turn: Turn, shown: list[offer_asked.Entry]) -> None:
    """What was kept of his own, above a screen that does not show it."""
    lines = [entry for entry in shown if entry[0] not in ("ask", "line")]
    if lines:
        turn.note(offer_asked.words(turn, offer_of(turn), lines))


def beside_question(turn: Turn, before: Offer) -> bool:
    """Takes over what is his own, while it is asked whether what came is the same offer; that question stays."""
    known = turn.draft.get("offer", "")
    turn.draft["offer"] = before.id
    rows = found(turn, "same")
    if rows is None or not rows.kinds & {*ASKS}:
        turn.draft["offer"] = known
        return False
    turn.note(offer_asked.words(turn, before, offer_asked.put(turn, before, rows)))
    return True


# -- the screen ---------------------------------------------------------------------------------------------------


def show(turn: Turn) -> Screen:
    """What was understood, with the two ways on."""
    label, offer = turn.t.label, offer_of(turn)
    write = (Button(label("offer.button_write_any"), "write"),) if _asks(turn, offer) else ()
    text = offer_asked.words(turn, offer, turn.draft.get("beside", []))
    return Screen(text, ((*write, Button(label("offer.button_report"), "report")),), sort="report")


def _asks(turn: Turn, offer: Offer) -> bool:
    return bool(offer.read.get("asked")) or bool(typed_beside(turn, offer))


async def write(update: Update, context: Context) -> str:
    """The message with what he wants asked."""
    turn = context.turn
    turn.draft["chosen"] = list(offer_of(turn).read.get("asked", []))
    return _to_letter(turn, [])
