"""/interview: a meeting comes in, by one line or step by step, and is moved, changed or called off."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Interview
from bot.core.naming import names_nothing
from bot.core.route import plain
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Callback, Command, Door, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import (
    calendar_doors,
    calendar_in,
    interview_city,
    interview_decisions,
    interview_details,
    interview_fears,
    interview_saved,
    interview_shared,
    interview_when,
)
from handlers import interview_draft as drafts
from handlers import interview_draft_time as times
from handlers.common import agrees
from handlers.interview_edit import hears
from handlers.interview_screens import card, confirm, next_row, page, plan_words, theirs_row

CHANGES = {
    "time": "when",
    "employer": "employer",
    "role": "role",
    "people": "people",
    "round": "round",
    "length": "length",
    "place": "place",
}


# -- entry points -----------------------------------------------------------------------------------------------


@hears("line")
async def start(update: Update, context: Context) -> str:
    """/interview, with or without the line after it; the same for a free message that tells of an interview."""
    turn = context.turn
    turn.begin("interview", "line")
    if not turn.said or turn.event.kind == "tap":
        return "line"
    interview_fears.take_line(turn)
    return drafts.next_step(turn, turn.draft)


def _saved(turn: Turn) -> Interview | None:
    interview = turn.work.get(Interview, turn.arg)
    if interview is None:
        turn.say("interview.not_found", next_row(turn))
    return interview


async def open_page(update: Update, context: Context) -> str:
    turn = context.turn
    interview = _saved(turn)
    if interview is not None:
        turn.show(page(turn, interview))
    return END


def _change(step: str) -> Callback:
    async def begin(update: Update, context: Context) -> str:
        turn = context.turn
        interview = _saved(turn)
        if interview is None:
            return END
        turn.begin("interview", step, **interview_saved.draft_of(turn, interview))
        return step

    return begin


# -- the line ---------------------------------------------------------------------------------------------------


def ask_line(turn: Turn) -> Screen:
    key = "interview.ask_line" if turn.user.coaching else "interview.ask_line_remind"
    return Screen(turn.t(key), ((Button(turn.t.label("interview.button_steps"), "steps"),),))


@hears()
async def took_line(update: Update, context: Context) -> str | None:
    turn = context.turn
    other = drafts.begin_other(turn) if turn.draft.get("interview_id") else None
    if other is not None:
        return other
    if names_nothing(turn.said) and not times.tells_a_time(turn):
        turn.note(turn.t("interview.line_empty"))
        return None
    interview_fears.take_line(turn)
    return drafts.next_step(turn, turn.draft)


async def by_steps(update: Update, context: Context) -> str:
    context.turn.draft["steps"] = True
    return "employer"


# -- the card ---------------------------------------------------------------------------------------------------


async def change(update: Update, context: Context) -> str | None:
    return CHANGES.get(context.turn.arg)


@hears()
async def retyped(update: Update, context: Context) -> str | None:
    """Text on the card: yes, another time ("no, at 4pm"), another name, job, person or way to talk, another interview.
    Anything else changes nothing."""
    turn = context.turn
    if agrees(turn.said):
        return await save(update, context)
    if plain.off_or_on(turn.said):
        return _is_off(turn)
    other = drafts.begin_other(turn)
    if other is not None:
        return other
    if drafts.put_right(turn.draft, turn.said):
        return drafts.next_step(turn, turn.draft)
    if not times.retime(turn, turn.draft, turn.said):
        turn.note(turn.t("interview.unchanged"))
        return None
    return drafts.next_step(turn, turn.draft)


def _is_off(turn: Turn) -> str:
    """It was called off while its card is open: one that is kept is asked about, a new one is not added."""
    if turn.draft.get("interview_id"):
        return "cancel"
    turn.say("interview.left_out", next_row(turn))
    return END


async def save(update: Update, context: Context) -> str | None:
    """The card is right: it becomes records, and the reminders are told; then what was feared with it."""
    turn = context.turn
    known = interview_saved.known_interview(turn, turn.draft)
    before = known.start if known else None
    interview = interview_saved.save(turn, turn.draft)
    moved = before is not None and before != interview.start
    theirs, feared = theirs_row(turn, turn.draft, interview.job_id), turn.draft.get("feared", "")
    more = turn.draft.get("more", [])
    turn.finish()
    interview_saved.drop_half_typed(turn, interview)
    _show_saved(turn, interview, theirs, moved=moved)
    if more:
        CONVERSATION.enter(turn, drafts.take_next(turn, more))
        turn.draft["feared"] = feared
    elif feared:
        interview_fears.follow(turn, feared)
    else:
        return END
    return None


def _show_saved(turn: Turn, interview: Interview, theirs: tuple[Button, ...], *, moved: bool) -> None:
    """The card as it is kept now, the reminders that will come, and doors to what may be done next."""
    label = turn.t.label
    told = turn.t("interview.saved_moved" if moved else "interview.saved", plan=plan_words(turn, interview))
    text = card(turn, interview_saved.draft_of(turn, interview)) + "\n\n" + told
    prepare = door(label("interview.button_prepare"), "prepare", "open", interview.id)
    another = door(label("interview.button_another"), "interview", "new")
    doors = [*([prepare] if turn.user.coaching else []), calendar_doors.give(turn, interview)]
    turn.show(Screen(text, ((*doors, *([] if theirs else [another])), theirs, next_row(turn)), sort="card"))


CONVERSATION = Conversation(
    "interview",
    entry_points=[
        Command("interview", start),
        Door("interview", "new", start),
        Door("interview", "open", open_page),
        Door("interview", "move", _change("when")),
        Door("interview", "change", _change("confirm")),
        Door("interview", "cancel", _change("cancel")),
        Door("interview", "close", _change("close")),
    ],
    states={
        "line": State(ask_line, Said(took_line, 4000), Tapped("steps", by_steps)),
        **interview_details.STATES,
        **interview_when.STATES,
        **interview_city.STATES,
        "confirm": State(
            confirm,
            Tapped("save", save),
            Tapped("change", change),
            Said(retyped, 4000),
            ready=lambda turn: times.has_time(turn.draft),
            again=lambda turn: times.as_before(turn.draft),
        ),
        **interview_decisions.STATES,
        **calendar_in.STATES,
    },
    fallbacks=interview_shared.FALLBACKS,
)
