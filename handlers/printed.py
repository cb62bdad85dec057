"""The pocket card as a plain text to print: when and whom one meets, each question with room for the answer."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Interview, Question
from bot.telegram.buttons import door
from bot.telegram.inputs import Door, Handler
from bot.telegram.screen import Document, Screen, shown
from bot.telegram.turn import Context, Turn
from handlers import card, planning
from handlers.interview_screens import next_row

ROOM = 2  # empty lines under each question, to write on
LINE = "_" * 60


async def printed(update: Update, context: Context) -> None:
    """Sends the list as a file. ``arg``: the interview."""
    turn = context.turn
    taken = card.to_take(turn)
    if taken is None:
        return
    interview, rows = taken
    content = sheet(turn, interview, rows).encode("utf-8-sig")  # with its mark: some programs guess wrongly without
    back = (door(turn.t.label("picture.button_words"), "card", "open", interview.id), *next_row(turn))
    document = Document(f"questions-{interview.local:%Y-%m-%d}.txt", content)
    turn.show(Screen(turn.t("card.printed"), (back,), document=document, sort="card"))


def sheet(turn: Turn, interview: Interview, rows: list[Question]) -> str:
    """What the card says, without buttons and tags."""
    asked = card.ticked(turn, interview)
    room = "".join(f"\n   {LINE}" for _ in range(ROOM))
    listed = [
        f"{'[x]' if q.id in asked else '[ ]'} {n}. {planning.planned_words(turn, q, interview)}{room}"
        for n, q in enumerate(rows, 1)
    ]
    parts = [shown(card.head(turn, interview)), *listed, *map(shown, card.besides(turn, interview, rows))]
    return "\n\n".join(part for part in parts if part) + "\n"


HANDLERS: list[Handler] = [Door("card", "print", printed)]
