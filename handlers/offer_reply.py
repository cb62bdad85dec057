"""What comes after the message about an offer: their answer, or another offer, which is never mixed into it."""

from __future__ import annotations

from telegram import Update

from bot.core.hears import plain
from bot.core.offer import keeping
from bot.core.offer.document import is_offer_document
from bot.core.patterns import any_of
from bot.core.route import yes_no
from bot.telegram.turn import Context, Turn
from handlers import employers, offer_letter, offer_remarks
from handlers import offer_pieces as parts
from handlers.offer_report import job_of, offer_of

_SOFTER = any_of(
    r"(?:more|much|bit|little|make it|be) (?:\w+ )?(?:polite|soft|friendly|gentle|kind|nice|humble)|"
    r"politer|softer|friendlier|nicer|gentler"
)
_FIRMER = any_of(
    r"(?:more|much|bit|little|make it|be) (?:\w+ )?(?:direct|firm|strong|clear|confident)|firmer|"
    r"stronger|too (?:soft|polite)"
)
_TONE = 12  # words; a longer text is more than a word on the tone


def tone(turn: Turn) -> str:
    """The tone that a few words want of the message: soft, direct or ""."""
    if turn.dialog is None or turn.dialog.step != "letter" or len(turn.said.split()) > _TONE:
        return ""
    return "soft" if _SOFTER.search(turn.said) else "direct" if _FIRMER.search(turn.said) else ""


def _after_sent(turn: Turn) -> str:
    """What follows "ok sent." in the same message; empty where nothing does, or it does not begin so."""
    head, _, rest = turn.said.partition(". ") if ". " in turn.said else turn.said.partition(", ")
    return rest.strip() if rest and yes_no.is_sent(head, plainly=True) else ""


async def came(update: Update, context: Context) -> str | None:
    """A text or a file is their answer; where it reads as an offer of its own, the user says what it is."""
    turn = context.turn
    if is_sent(turn):
        turn.note(turn.t("offer.sent"))
        return None
    if rest := _after_sent(turn):
        turn.note(turn.t("offer.sent"))
        turn.retell(rest)
    if way := tone(turn):
        turn.draft["tone"] = way
        if not offer_remarks.found(turn, "letter"):
            return None
    if mine := offer_remarks.found(turn, turn.dialog.step if turn.dialog else ""):
        return await offer_remarks.take(update, context, mine)
    parts.put(turn, "pending", parts.came(turn))
    if _is_apart(turn):
        turn.draft["before"] = offer_of(turn).id
        return "same"
    if parts.unsure(turn):
        turn.draft["reply"] = True
        return "sums"
    turn.draft["pending"] = []
    return await offer_letter.took_answer(update, context)


def is_sent(turn: Turn) -> bool:
    """Whether he says that the message is on its way: no reply of theirs."""
    return yes_no.is_sent(turn.said, plainly=True)


def _is_apart(turn: Turn) -> bool:
    """By the employer that it names; by what it says, unless the user has just said that it is their answer. A file
    that is an offer by its form may be the contract, or their answer to all at once, or another offer."""
    offer = offer_of(turn)
    if _of_another(turn, job_of(turn, offer).employer):
        return True
    if turn.dialog is None or turn.dialog.step == "answer":
        return False
    new = keeping.reading(turn.said, turn.content.offer_topics)
    if keeping.is_apart(offer.read, new, offer.read.get("asked", [])):
        return True
    return turn.event.file is not None and is_offer_document(turn.said)


def _of_another(turn: Turn, mine: str) -> bool:
    """Whether it names another employer that is known, and not the one of the offer."""
    said = f"{turn.said} {parts.comments(parts.held(turn, 'pending'))}"
    names = [job.employer for job in employers.open_jobs(turn) if job.employer and plain(job.employer) in plain(said)]
    return bool(mine) and bool(names) and mine not in names
