"""The job is lost: one human line, nothing more is sent about it, and what was learned of one's wants may be kept."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Job, Priority
from bot.core.wants import in_order
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Door, Handler, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.about import on_one
from handlers.common import short
from handlers.interview_decisions import put_away
from handlers.interview_screens import next_row
from handlers.kept_acts import employer_words
from handlers.priorities import MOST_LATER
from handlers.want import want_name
from handlers.wishes import full_words

MOST = 6  # employers to choose from
SHOWN = 6  # wants to choose from


def told(turn: Turn) -> None:
    """One human line. Whoever it was is put away at once; where several may be meant the user taps which."""
    meant = _who_said_no(turn)
    if len(meant) == 1:
        return over(turn, meant[0])
    rows = [
        (door(turn.t.label("free.button_over", job=employer_words(turn, job))[:60], "told", "over", job.id),)
        for job in meant[:MOST]
    ]
    turn.say("free.rejected_which" if rows else "free.rejected", *rows, next_row(turn), turn.way_back(), sort="picker")


def _who_said_no(turn: Turn) -> list[Job]:
    """The open jobs that may be meant: those named, else all; none where somebody strange is named."""
    return employers.candidates(turn, turn.said)


def over(turn: Turn, job: Job) -> None:
    """That employer said no: nothing more is sent about it; what the user learned about his wants may be kept."""
    put_away(turn, job)
    job.stage = "rejected"
    row = (door(turn.t.label("free.button_learned"), "learned", "open", job.id), undo.button(turn))
    turn.say("free.rejected_over", row, next_row(turn), turn.way_back(), job=employer_words(turn, job))


# -- what was learned -------------------------------------------------------------------------------------------


async def start_learned(update: Update, context: Context) -> str:
    context.turn.begin("learned", "tell")
    return "tell"


async def took_learned(update: Update, context: Context) -> str:
    turn = context.turn
    turn.draft["words"] = turn.said.strip(" .")
    return "where" if turn.work.all(Priority) else _own(turn)


def ask_where(turn: Turn) -> Screen:
    """The user's wants: what was learned is the reason for one of them, or a want of its own."""
    rows = in_order(turn.work.all(Priority))[:SHOWN]
    buttons = [Button(short(want_name(turn, want), 40), "want", want.id) for want in rows]
    own = (Button(turn.t.label("learned.button_own"), "own"),)
    pairs = (tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Screen(turn.t("learned.where"), (*pairs, own), sort="picker")


async def chose_where(update: Update, context: Context) -> str | None:
    turn, words = context.turn, context.turn.draft.get("words", "")
    want = turn.work.get(Priority, turn.arg)
    if want is None:
        return None
    want.because = f"{want.because}; {words}" if want.because else words
    turn.say("learned.because", next_row(turn), name=want_name(turn, want), words=words)
    return END


async def a_want_of_its_own(update: Update, context: Context) -> str | None:
    turn = context.turn
    if len(turn.work.all(Priority)) >= MOST_LATER:
        turn.note(full_words(turn, [turn.draft.get("words", "")]))
        return None
    return _own(turn)


def _own(turn: Turn) -> str:
    words, rows = turn.draft.get("words", ""), turn.work.all(Priority)
    rank = max((want.rank for want in rows), default=0) + 1
    turn.work.add(Priority(topic="OWN", words=words, rank=rank, created_at=turn.now))
    turn.say("learned.own", (door(turn.t.label("next.button_priorities"), "priorities"),), next_row(turn), words=words)
    return END


HANDLERS: list[Handler] = [Door("told", "over", on_one(Job, over))]
CONVERSATION = Conversation(
    "learned",
    entry_points=[Door("learned", "open", start_learned)],
    states={
        "tell": State(asks("learned.ask"), Said(took_learned, 120)),
        "where": State(ask_where, Tapped("want", chose_where), Tapped("own", a_want_of_its_own)),
    },
)
