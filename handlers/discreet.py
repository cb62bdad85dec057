"""What somebody must not know: kept in the user's notes alone, said to be kept, and never put into any wording."""

from __future__ import annotations

from telegram import Update

from bot.core import discretion
from bot.core.model import Note
from bot.telegram import undo
from bot.telegram.buttons import door
from bot.telegram.turn import Context, Turn
from handlers.interview_screens import next_row


def told(turn: Turn) -> bool:
    """Whether a text says that somebody must not know something, and nothing else."""
    return turn.event.kind == "text" and turn.event.file is None and discretion.kept_from_them(turn.said)


def beside(turn: Turn) -> bool:
    """Whether a text says so, perhaps beside something else."""
    return turn.event.kind == "text" and turn.event.file is None and discretion.holds_one(turn.said)


def set_aside(turn: Turn) -> None:
    """Where a message says so beside something else, that part is kept, and the turn goes on with the rest."""
    secret, rest = discretion.apart(turn.said)
    if beside(turn) and not told(turn):
        keep(turn, secret)
        turn.note(turn.t("free.secret"))
        turn.retell(rest)


def keep(turn: Turn, words: str) -> None:
    """As a note of no talk: nothing there is held against what they say, and no letter is made of it."""
    known = any(note.words == words for note in turn.work.all(Note))
    if not known:
        turn.work.add(Note(words=words, created_at=turn.now))


async def start(update: Update, context: Context) -> None:
    turn = context.turn
    keep(turn, turn.said)
    row = (door(turn.t.label("notes.button_list"), "notes"), undo.button(turn))
    turn.say("free.secret", row, next_row(turn), turn.way_back())
