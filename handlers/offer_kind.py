"""A document that does not say what it is: the user says it with one tap, and nothing is read twice."""

from __future__ import annotations

from telegram import Update

from bot import intake
from bot.core.model import Offer
from bot.core.patterns import any_of
from bot.telegram.buttons import Button
from bot.telegram.conversation import END
from bot.telegram.screen import Screen
from bot.telegram.texts import join
from bot.telegram.turn import Context, Turn
from handlers import fitting
from handlers import offer_pieces as parts
from handlers import offer_reading as reading
from handlers.interview_screens import next_row

SHORT = 60  # characters
_ADVERT = any_of(r"(?:job )?(?:ad|adverts?|advertisement|posting|description)|vacancy")
_OFFER = any_of(r"offer|contract|letter|terms")
_ELSE = any_of(r"else|none|neither|nothing|no|cv|resume|wrong|forget it")


def ask(turn: Turn) -> Screen:
    """What was read, and the three things that it may be."""
    label = turn.t.label
    first = (Button(label("offer.button_is_offer"), "is_offer"), Button(label("offer.button_is_advert"), "is_advert"))
    read = intake.summary(parts.whole(turn, "pending"), turn.t)
    rows = (first, (Button(label("offer.button_is_else"), "is_else"),))
    return Screen(turn.t("offer.what", read=join(read, " ")), rows)


def named(words: str) -> str:
    """advert or offer, where a few words call it so."""
    return "advert" if _ADVERT.search(words) else "offer" if _OFFER.search(words) else ""


async def said(update: Update, context: Context) -> str | None:
    """What it is in words; a longer text is a further part of it."""
    turn = context.turn
    if len(turn.said) > SHORT:
        return await reading.more_pending(update, context)
    does = {"advert": is_advert, "offer": is_offer}.get(named(turn.said))
    if does is not None:
        return await does(update, context)
    if _ELSE.search(turn.said):
        return await is_else(update, context)
    turn.note(turn.t("common.odd_text"))
    return None


async def is_offer(update: Update, context: Context) -> str:
    """Whatever stands in it: the report says what does not."""
    return reading.go_on(context.turn) if context.turn.draft.get("pending") else "paste"


async def is_advert(update: Update, context: Context) -> str | None:
    """The job advert is held against the user's skills, in a conversation of its own."""
    turn = context.turn
    text = parts.whole(turn, "pending").text[: fitting.LONGEST]
    drop(turn)
    turn.retell(text)
    step = await fitting.start(update, context)
    fitting.CONVERSATION.enter(turn, step)
    return None


async def is_else(update: Update, context: Context) -> str:
    turn = context.turn
    if turn.work.get(Offer, turn.draft.get("offer", "")) is not None:
        turn.draft["pending"] = []
        turn.note(turn.t("offer.else"))
        return "report"
    turn.say("offer.else", next_row(turn))
    return END


def drop(turn: Turn) -> None:
    """The talk ends here where it holds nothing but that document."""
    if turn.work.get(Offer, turn.draft.get("offer", "")) is None:
        turn.finish()
    else:
        turn.draft["pending"] = []
