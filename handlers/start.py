"""/start: three lines and four doors. Value first; what the bot must know it asks when it first matters."""

from __future__ import annotations

from collections.abc import Mapping

from telegram import Update

from bot.core.model import Interview
from bot.telegram.buttons import door
from bot.telegram.conversation import END, Conversation
from bot.telegram.inputs import Callback, Command, Door, Handler
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import debrief, interview


async def start(update: Update, context: Context) -> None:
    """The doors. Who comes back after blocking the bot is written to again."""
    turn = context.turn
    turn.pause()
    turn.user.blocked = False
    known = bool(turn.work.all(Interview))
    turn.show(doors(turn, "start.back" if known else "start.hello"))


def doors(turn: Turn, key: str) -> Screen:
    """The four doors under a text."""
    label = turn.t.label
    return Screen(
        turn.t(key),
        (
            (door(label("start.coming"), "start", "coming"), door(label("start.had"), "start", "had")),
            (door(label("start.offer"), "offer"), door(label("start.remind"), "start", "remind")),
            turn.way_back(),
        ),
        sort="picker",
    )


def handlers(conversations: Mapping[str, Conversation]) -> list[Handler]:
    """/start and its doors; the doors lead straight into the conversation that helps."""

    def lead(flow: str, entry: Callback) -> Callback:
        async def opened(update: Update, context: Context) -> None:
            step = await entry(update, context)
            if step is not None and step != END:
                conversations[flow].enter(context.turn, step)

        return opened

    async def coming(update: Update, context: Context) -> str | None:
        context.turn.user.coaching = True
        return await interview.start(update, context)

    async def remind_only(update: Update, context: Context) -> str | None:
        """No coaching, no homework, ever (until the user wants it in /settings)."""
        context.turn.user.coaching = False
        return await interview.start(update, context)

    return [
        Command("start", start),
        Door("start", "open", start),
        Door("start", "coming", lead("interview", coming)),
        Door("start", "had", lead("debrief", debrief.start_free)),
        Door("start", "remind", lead("interview", remind_only)),
    ]
