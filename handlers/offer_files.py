"""A file or an album comes: into the offer that is open, or to where what stands in it belongs."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from telegram import Update

from bot.core import route, when
from bot.core.model import Offer
from bot.core.offer.document import is_advert, is_offer_document
from bot.telegram.conversation import Conversation
from bot.telegram.files import Files
from bot.telegram.inputs import Callback, Handler
from bot.telegram.screen import Screen
from bot.telegram.texts import join
from bot.telegram.turn import TURN, Context, Turn
from handlers import fitting, free, intents, offer, offer_reply
from handlers import offer_kind as kinds
from handlers import offer_more as further
from handlers import offer_pieces as parts
from handlers import offer_reading as reading
from handlers.interview_screens import next_row

BRIEF = 1500  # characters; a longer text that names a time is no mere invitation
WAITING = ("what", "sums", "typed", "same", "which")  # steps at which what came is not taken yet
COMMANDS = {"offer": "offer", "posting": "advert", "advert": "advert", "interview": "interview"}  # as a caption
OFFER, REPLY = intents.ACTS["offer"], intents.Act(offer.start_reply, offer.CONVERSATION)
ELSEWHERE = {"interview": intents.ADD, "advert": intents.Act(fitting.start, fitting.CONVERSATION)}


class FileCame(Handler):
    """Every file that was read before the turn, and every one that could not be. Calendars are taken before:
    handlers/calendar_came.py."""

    def __init__(self, conversations: Mapping[str, Conversation]) -> None:
        super().__init__(self.answer)
        self._conversations = conversations

    def check_update(self, update: object) -> bool:
        return TURN.get().event.kind == "file"

    async def answer(self, update: Update, context: Context) -> None:
        turn, file = context.turn, context.turn.event.file
        if file is None or not file.text:
            return await self._unread(update, context, file)
        turn.event = dataclasses.replace(turn.event, text=parts.letter(file.pieces).text[: parts.MOST])
        inside = _inside(turn, file)
        if inside is None:
            await self._outside(update, context, file)
        else:
            self._show(turn, await inside(update, context))
        if turn.dialog is not None and turn.dialog.flow == "offer":
            turn.draft["album"] = file.album
        return None

    def _show(self, turn: Turn, step: str | None) -> None:
        if step is None:
            self._conversations["offer"].redraw(turn)
        else:
            self._conversations["offer"].enter(turn, step)

    async def _outside(self, update: Update, context: Context, file: Files) -> None:
        """No offer is open: what it is decides."""
        turn = context.turn
        kind = _kind(turn, parts.comments(file.pieces))
        if kind in ELSEWHERE:
            turn.event = dataclasses.replace(turn.event, file=None)
            turn.retell(file.joined.text[: fitting.LONGEST])
            return await intents.begin(ELSEWHERE[kind], update, context)
        if kind == "reply":
            return await intents.begin(REPLY, update, context)
        if kind == "offer":
            return await intents.begin(OFFER, update, context)
        turn.begin("offer", "what")
        parts.put(turn, "pending", parts.came(turn))
        return self._show(turn, "what")

    async def _unread(self, update: Update, context: Context, file: Files | None) -> None:
        """Why not, and what to send instead. What stands beside it as a caption is a message like any other."""
        turn = context.turn
        lines = (file.summary(turn.t) if file else []) or [turn.t("common.media")]
        dialog = turn.dialog
        if dialog is None and not turn.said:
            return turn.show(Screen(join(lines), (turn.way_back(), next_row(turn)), sort="report"))
        for line in lines:
            turn.note(line)
        if dialog is not None and dialog.flow in self._conversations:
            return self._conversations[dialog.flow].redraw(turn)
        turn.event = dataclasses.replace(turn.event, file=None)
        turn.retell(turn.said)
        return await free.hear(update, context)


def _kind(turn: Turn, comment: str) -> str:
    """offer, reply, advert, interview, or "" where the user must say it. A command or a comment as caption says it."""
    if turn.event.command in COMMANDS:
        return COMMANDS[turn.event.command]
    if is_offer_document(turn.said):
        return "offer"
    if named := kinds.named(comment):
        return named
    if is_advert(turn.said):
        return ""
    if offer.awaits(turn) is not None:
        return "reply"
    read = when.understand(turn.said[:BRIEF], turn.now, turn.zone)
    told = route.kind(turn.said, read, turn.content)
    if told == "offer":
        return "offer"
    return "interview" if told == "interview" and len(turn.said) < BRIEF else ""


# -- inside the offer ---------------------------------------------------------------------------------------------


def _inside(turn: Turn, file: Files) -> Callback | None:
    """What a file does at the current step; None where no offer is open, or a command says that it is another thing."""
    dialog = turn.dialog
    if dialog is None or dialog.flow != "offer" or COMMANDS.get(turn.event.command, "offer") != "offer":
        return None
    if file.album and file.album == turn.draft.get("album"):
        return late
    return STEPS.get(dialog.step)


async def late(update: Update, context: Context) -> str | None:
    """A part of the album that the offer came in, after its brothers: a kill or a slow line came between."""
    turn = context.turn
    if turn.dialog is not None and turn.dialog.step in WAITING:
        return await reading.more_pending(update, context)
    if turn.work.get(Offer, turn.draft.get("offer", "")) is None:
        return await offer.pasted(update, context)
    further.append(turn)
    return reading.go_on(turn)


async def beside(update: Update, context: Context) -> str:
    """Beside the report: soon after, it is a part of the offer, also where it names no terms (the last page)."""
    turn = context.turn
    parts.put(turn, "pending", parts.came(turn))
    turn.draft["before"] = turn.draft.get("offer", "")
    return further.part_or_ask(turn) or "what"


STEPS: dict[str, Callback] = {
    "paste": offer.pasted,
    **dict.fromkeys(WAITING, reading.more_pending),
    **dict.fromkeys(("report", "several", "pick", "employer", "forget"), beside),
    "more": further.took_more,
    **dict.fromkeys(("letter", "settled", "answer"), offer_reply.came),
}
