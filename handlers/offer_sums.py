"""Sums that were read from a picture: shown to the user and put right before anything is made of them."""

from __future__ import annotations

from telegram import Update

from bot.core.offer.sums import corrections, digits, sums_in
from bot.telegram.buttons import Button
from bot.telegram.conversation import State
from bot.telegram.inputs import Said, Tapped, leads_to
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, escape
from bot.telegram.turn import Context, Turn
from handlers import offer_pieces as parts
from handlers import offer_reading as reading
from handlers.common import bullets, within, yes_or_no

SHORT = 200  # characters; a longer text is a further part of the letter


def ask(turn: Turn) -> Screen:
    """The sums, to be compared with the letter."""
    found, label = parts.unsure(turn), turn.t.label
    row = (Button(label("button.yes"), "right"), Button(label("offer.button_sums_wrong"), "wrong"))
    if len(found) == 1:
        return Screen(turn.t("offer.sums_one", sum=found[0]), (row,))
    return Screen(turn.t("offer.sums_many", sums=_listed(found)), (row,), sort="report")


def _listed(found: list[str]) -> Html:
    return bullets(within([str(escape(one)) for one in found], 1500))


async def right(update: Update, context: Context) -> str:
    turn = context.turn
    turn.draft["sure"] = [*turn.draft.get("sure", []), *parts.unsure(turn)]
    return reading.go_on(turn)


def ask_typed(turn: Turn) -> Screen:
    many = len(parts.unsure(turn)) > 1
    return Screen(turn.t("offer.sums_type_many" if many else "offer.sums_type_one"))


async def said(update: Update, context: Context) -> str | None:
    """Yes, no, the right sums, or a further part of the letter."""
    turn = context.turn
    told = yes_or_no(turn.said)
    if told is not None:
        return await right(update, context) if told else "typed"
    if len(turn.said) > SHORT:
        return await reading.more_pending(update, context)
    typed = sums_of(turn.said)
    if not typed:
        turn.note(turn.t("offer.no_sum"))
        return None
    fixed = corrections(parts.unsure(turn), typed)
    parts.correct(turn, fixed)
    turn.draft["sure"] = [*turn.draft.get("sure", []), *typed, *fixed.values()]
    return reading.go_on(turn)


def sums_of(said: str) -> list[str]:
    """The sums in a short answer; a bare number is one too."""
    bare = bool(digits(said)) and not any(sign.isalpha() for sign in said)
    return sums_in(said) or ([said] if bare else [])


def takes(said: str) -> bool:
    """Whether a text at these steps is an answer to them, or a further part."""
    return yes_or_no(said) is not None or len(said) > SHORT or bool(sums_of(said))


def _is_open(turn: Turn) -> bool:
    return bool(parts.unsure(turn))


STATES = {
    "sums": State(
        ask, Tapped("right", right), Tapped("wrong", leads_to("typed")), Said(said, reading.MOST), ready=_is_open
    ),
    "typed": State(ask_typed, Said(said, reading.MOST), ready=_is_open),
}
