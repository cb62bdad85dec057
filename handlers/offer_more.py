"""Further parts of an offer: beside the report, or one after the other until the user says that it is all."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update

from bot import intake
from bot.core.model import Offer
from bot.core.offer import keeping
from bot.core.patterns import any_of, only
from bot.intake import Piece
from bot.telegram.buttons import Button
from bot.telegram.screen import Screen
from bot.telegram.texts import join
from bot.telegram.turn import Context, Turn
from handlers import compare, decide, offer_day, offer_end, offer_remarks, offer_terms, offer_whose
from handlers import offer_pieces as parts
from handlers import offer_reading as reading
from handlers.common import yes_or_no
from handlers.offer_report import job_of, offer_of

_MIXED = any_of(
    r"(?:two|2|both|different|separate)(?: \w+){0,2} (?:offers|jobs|employers|companies|ones)"
    r"|(?:mixed|muddled|jumbled|confused|lumped)(?: \w+){0,2} (?:up|them|these|those|together|offers|two)"
    r"|(?:not|isnt|is not|wasnt|was not)(?: \w+){0,2} (?:same|one) (?:offer|job|employer|company)"
)
_OTHERS = (
    (compare.CONVERSATION, compare.start, only(r"(?:please )?compare(?: \w+){0,2}|(?:put them )?side by side")),
    (
        decide.CONVERSATION,
        decide.start,
        only(r"(?:ok |yes |please )?(?:(?:i )?accept(?:ed)?(?: \w+){0,3}|(?:i )?say yes(?: \w+){0,3}|(?:i )?take it)"),
    ),
)
_REPRICES = any_of(r"not \d[\d.,]*k?|(?:its|it is|they pay|pay is|pays?) (?:only |now )?\W?\d[\d.,]*k?(?: now)?")
SOON = timedelta(minutes=10)  # a text that follows so soon is a part of the same offer, unless it speaks against it


async def said_more(update: Update, context: Context) -> str | None:
    """A text beside the report: a further part where it follows soon, else the user says what it is."""
    turn = context.turn
    draft, offer = turn.draft, offer_of(turn)
    if draft.get("asking") and yes_or_no(turn.said) and turn.dialog is not None and turn.dialog.step == "beside":
        return await offer_remarks.ask_that(update, context)
    if mine := offer_remarks.found(turn, "report"):
        if told := offer_remarks.terms(mine):
            draft["pending"] = []
            turn.retell(told)
            parts.put(turn, "pending", parts.came(turn))
            draft["before"] = offer.id
            reading.join_pending(turn)
        return await offer_remarks.take(update, context, mine)
    if name := offer_whose.told_name(turn):
        offer_end.give_name(turn, name)
        turn.draft["named_in"] = turn.undo_id
        return "report"
    if is_mixed(turn):
        return _apart(turn)
    if job := offer_whose.told_job(turn):
        return _is_that(turn, *job)
    if reading.is_another(turn, turn.said):
        turn.finish()
        turn.begin("offer", "paste", another=True)
        return reading.take(turn)
    before = {row.id: (row.read.get("pay") or {}).get("words", "") for row in turn.work.all(Offer)}
    if _is_told_anew(turn):
        _say_changed(turn, before.get(offer_of(turn).id, ""))
        return "report"
    if _is_refigured(turn):
        return "report"
    if not keeping.terms_in(turn.said):
        await _elsewhere(update, context)
        return None
    parts.put(turn, "pending", parts.came(turn))
    draft["before"] = offer.id
    return part_or_ask(turn) or "same"


def _is_that(turn: Turn, name: str, role: str) -> str:
    """Who, what and where of the open offer: the name and the role go to its job, the words to what was read."""
    offer_end.give_name(turn, name)
    job = job_of(turn, offer_of(turn))
    job.role = job.role or role
    parts.put(turn, "pending", parts.came(turn))
    turn.draft["before"] = offer_of(turn).id
    turn.draft["named_in"] = turn.undo_id
    return reading.join_pending(turn)


def _is_told_anew(turn: Turn) -> bool:
    """Takes over what a line changes of the offer that it names, else of the one on the screen: the day to answer,
    the pay, another term."""
    draft, offer, day = turn.draft, offer_day.named(turn) or offer_of(turn), offer_day.day(turn)
    named = offer_day.named(turn) is not None
    paid = keeping.repriced(offer.read, turn.said) if len(turn.said.split()) <= offer_day.MOST_WORDS else None
    if day is not None:
        offer.answer_by = day
    elif named and keeping.terms_in(turn.said):
        parts.put(turn, "pending", parts.came(turn))
        draft["before"] = offer.id
        reading.join_pending(turn)
        return True
    elif paid is not None and (named or _REPRICES.search(turn.said)):
        offer.read = paid
    else:
        return False
    if draft["offer"] != offer.id:
        draft.update(offer=offer.id, pieces=[], base={}, rest=False)
    return True


def _is_refigured(turn: Turn) -> bool:
    """Takes over a figure that they now give otherwise: "they now say 29 days", where 28 days of leave were told."""
    offer, last = offer_of(turn), offer_terms.topic_of(turn, turn.draft.get("last", ""))
    if not reading.is_update(turn.said) or keeping.terms_in(turn.said):
        return False
    found = keeping.retold(offer.read, turn.said, last)
    if found is None:
        return False
    topic, now, before = found
    told = Piece(turn.event.number, f"{turn.content.offer_topics[topic].name}: {now}")
    parts.put(turn, "pending", [told])
    turn.draft["before"] = offer.id
    reading.join_pending(turn)
    if topic in offer.read["topics"]:
        offer.read["topics"][topic] = {**offer.read["topics"][topic], "quote": turn.said, "facts": [now]}
    turn.note(turn.t("offer.changed", now=now, before=before))
    return True


def _say_changed(turn: Turn, before: str) -> None:
    """Another pay than the one that was told first is said plainly: who changes terms changes them in silence."""
    now = (offer_of(turn).read.get("pay") or {}).get("words", "")
    if before and now and before != now:
        turn.note(turn.t("offer.changed", before=before, now=now))


async def _elsewhere(update: Update, context: Context) -> None:
    """A yes or a wish to compare goes where it belongs; of all else it is said that it tells no terms."""
    turn = context.turn
    for conversation, start, pattern in _OTHERS:
        if pattern.match(turn.said.strip(" .!?")):
            conversation.follow(turn, await start(update, context))
            return
    turn.note(turn.t("offer.not_offer"))


def is_mixed(turn: Turn) -> bool:
    """Whether he says that two offers were taken for one."""
    short = len(turn.said) <= parts.COMMENT and not any(map(str.isdigit, turn.said.replace("2", "")))
    return short and bool(_MIXED.search(turn.said))


def _apart(turn: Turn) -> str:
    """What came last is an offer of its own; where it came in one text, it is asked for once more."""
    *first, last = [*parts.held(turn, "pieces"), None]
    last = first.pop() if len(first) > 1 else None
    if last is None:
        turn.note(turn.t("offer.one_by_one"))
        return "report"
    parts.put(turn, "pieces", first)
    offer_of(turn).answer_by = None
    reading.read_pieces(turn)
    parts.put(turn, "pending", [last])
    turn.draft["another"] = True
    return reading.go_on(turn)


def part_or_ask(turn: Turn) -> str:
    """What is pending beside the report: a part of that offer, or the step that asks; "" where nothing in it speaks of
    terms and nothing came just before."""
    known, text = offer_of(turn).read, parts.whole(turn, "pending").text
    if known and reading.is_update(text) and keeping.terms_in(text):
        return reading.join_pending(turn)
    if is_soon(turn) and keeping.is_part(known, keeping.reading(text, turn.content.offer_topics)):
        return reading.join_pending(turn)
    return "same" if known and keeping.terms_in(text) else ""


def is_soon(turn: Turn) -> bool:
    """Whether the text before is still here and came just now."""
    dialog = turn.dialog
    return dialog is not None and turn.now - dialog.updated_at < SOON and bool(dialog.data.get("pieces"))


def ask_more(turn: Turn) -> Screen:
    whole = parts.whole(turn, "pieces")
    lines = intake.summary(whole, turn.t) or [turn.t("offer.read", length=offer_of(turn).read.get("length", 0))]
    row = (Button(turn.t.label("offer.button_enough"), "enough"),)
    return Screen(turn.t("offer.more", read=join(lines, " ")), (row,))


async def took_more(update: Update, context: Context) -> None:
    """A further part, read together with the rest, whatever it says; the report comes when the user says so."""
    turn = context.turn
    length = len(parts.whole(turn, "pieces").text) + len(turn.said)
    if length > parts.MOST:
        turn.note(turn.t("common.too_long", limit=parts.MOST, length=length))
        return
    append(turn)
    turn.note(turn.t("offer.more_got"))


def append(turn: Turn) -> None:
    """What came joins what the offer was read from; where that is gone, what was read in it."""
    turn.draft["pending"] = []  # left behind by Back
    if not turn.draft.get("pieces"):
        turn.draft["base"] = offer_of(turn).read
    parts.put(turn, "pieces", [*parts.held(turn, "pieces"), *parts.came(turn)])


def again(turn: Turn) -> None:
    """Back at the report: what was added counts, as after "That's all"; what is not sure or not taken does not."""
    turn.draft.update(pending=[], reply=False)
    if parts.drop_unsure(turn):
        turn.note(turn.t("offer.left_out"))
    if turn.draft.get("pieces"):
        reading.read_pieces(turn)


async def enough(update: Update, context: Context) -> str:
    return reading.go_on(context.turn) if context.turn.draft.get("pieces") else "report"
