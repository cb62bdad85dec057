"""Which interview is meant by "they moved it" or "it went well": the one that is named, the only one, or asked."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update

from bot.core import route, when
from bot.core.employer_named import named_employer
from bot.core.model import Interview
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import Conversation, State
from bot.telegram.inputs import Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import debrief, employers, interview, interview_draft, interview_draft_time, told
from handlers.agenda import home
from handlers.common import past, upcoming
from handlers.interview_screens import interview_door, next_row, page

MOST = 5
JUST_NOW = timedelta(hours=12)  # of several talks the one that is over for so long is told of


# -- what is told ---------------------------------------------------------------------------------------------------


async def start_change(update: Update, context: Context) -> str | None:
    """ "They moved it to Friday 10am", "Lidl cancelled". A step of the interview's conversation."""
    turn, coming = context.turn, upcoming(context.turn)
    found = employers.talks(turn, coming, turn.said)
    if len(found) == 1:
        return told.change(turn, found[0])
    if coming:
        _ask(turn, found or coming, "change")
        return None
    if _is_typed(turn) and not route.is_off(turn.said):
        interview_draft_time.take_when(turn, turn.draft, turn.said)
        return interview_draft.next_step(turn, turn.draft)
    if (row := told.missed(turn)) is not None and not route.is_off(turn.said):
        return told.anew(turn, row)
    if when.understand(turn.said, turn.now, turn.zone).kind != "nothing" and not route.is_off(turn.said):
        return await interview.start(update, context)  # it is new to the bot
    add = (door(turn.t.label("next.button_add"), "interview", "new"),)
    turn.say("free.moved_none", add, next_row(turn), turn.way_back())
    return None


def _is_typed(turn: Turn) -> bool:
    """Whether an interview is just being typed in that is not saved yet: then that one is meant."""
    return turn.dialog is not None and turn.dialog.flow == "interview" and not turn.draft.get("interview_id")


async def start_debrief(update: Update, context: Context) -> str | None:
    """How it went. A step of the debrief's conversation."""
    turn, over = context.turn, past(context.turn)
    found = employers.talks(turn, over, turn.said)
    asked, employer = told.asked_about(turn), named_employer(turn.said)
    if asked is not None and not (found or employer):
        found = [asked]  # told right after "How did it go?": what looks like a name in it is somebody else's
    fresh = [row for row in found if row is asked] or [row for row in found if turn.now - row.start < JUST_NOW]
    found = fresh if len(fresh) == 1 else found
    if len(found) > 1:
        _ask(turn, found, "debrief")
        return None
    step = debrief.tell(turn, found[0] if found else None)
    return debrief.held_at(turn, employer) if employer and not found else step


async def start_agenda(update: Update, context: Context) -> None:
    """The page of the one that is named ("when is my talk with Anna?"), else what comes."""
    turn, coming = context.turn, upcoming(context.turn)
    found = employers.talks(turn, coming, turn.said)
    if len(found) == 1 and len(coming) > 1:
        return turn.show(page(turn, found[0]))
    return turn.show(home(turn))


# -- which one ------------------------------------------------------------------------------------------------------


def _ask(turn: Turn, rows: list[Interview], then: str) -> None:
    """Asks which; what was told stays with the question."""
    turn.begin("talk", "which", passing=True, said=turn.said, then=then, choices=[row.id for row in rows[:MOST]])
    CONVERSATION.enter(turn, "which")


def ask_which(turn: Turn) -> Screen:
    rows = [row for id in turn.draft["choices"] if (row := turn.work.get(Interview, id)) is not None]
    buttons = tuple((Button(interview_door(turn, row).label, "talk", row.id),) for row in rows)
    return Screen(turn.t(f"talk.{turn.draft['then']}"), buttons, sort="picker")


async def chose(update: Update, context: Context) -> None:
    row = context.turn.work.get(Interview, context.turn.arg)
    if row is not None:
        _go_on(context.turn, row)


async def typed(update: Update, context: Context) -> None:
    """ "The Thursday one", "Anna"."""
    turn = context.turn
    rows = [row for id in turn.draft["choices"] if (row := turn.work.get(Interview, id)) is not None]
    found = employers.talks(turn, rows, turn.said)
    if len(found) != 1:
        turn.note(turn.t("common.which_of_them"))
    else:
        _go_on(turn, found[0])


def _go_on(turn: Turn, row: Interview) -> None:
    """Goes on as if the text had named that one."""
    said, then = turn.draft["said"], turn.draft["then"]
    turn.finish()
    turn.retell(said)
    if then == "debrief":
        return debrief.CONVERSATION.follow(turn, debrief.tell(turn, row))
    return interview.CONVERSATION.follow(turn, told.change(turn, row))


CONVERSATION = Conversation(
    "talk",
    entry_points=[],
    states={"which": State(ask_which, Tapped("talk", chose), Said(typed, 200))},
)
