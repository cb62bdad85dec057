"""/interview: a meeting comes in, by one line or step by step, and is moved, changed or called off."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update

from bot.core.model import Interview
from bot.core.naming import names_nothing
from bot.core.wall import read_minutes
from bot.core.when import echo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Callback, Command, Conversation, Door, Said, State, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import (
    calendar_doors,
    calendar_in,
    interview_city,
    interview_decisions,
    interview_fears,
    interview_shared,
)
from handlers import interview_draft as drafts
from handlers.common import day_words, yes_or_no
from handlers.interview_edit import hears
from handlers.interview_screens import card, confirm, next_row, page, plan_words, theirs_row

NOBODY = ("idk", "i don't know", "dont know", "don't know", "no idea", "?", "not sure", "none")
ALONE = ("nobody", "no one", "noone", "nobody yet", "none of them")  # whoever was noted is taken off
ROUNDS = ("s", "1", "2", "f", "o")
CHANGES = {
    "time": "when",
    "employer": "employer",
    "role": "role",
    "people": "people",
    "round": "round",
    "length": "length",
    "place": "place",
}
MOST_MINUTES = 12 * 60


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
        turn.begin("interview", step, **drafts.draft_of(turn, interview))
        return step

    return begin


# -- steps ------------------------------------------------------------------------------------------------------


def ask_line(turn: Turn) -> Screen:
    key = "interview.ask_line" if turn.user.coaching else "interview.ask_line_remind"
    return Screen(turn.t(key), ((Button(turn.t.label("interview.button_steps"), "steps"),),))


@hears()
async def took_line(update: Update, context: Context) -> str | None:
    turn = context.turn
    other = _other(turn) if turn.draft.get("interview_id") else None
    if other is not None:
        return other
    if names_nothing(turn.said) and not drafts.tells_a_time(turn):
        turn.note(turn.t("interview.line_empty"))
        return None
    interview_fears.take_line(turn)
    return drafts.next_step(turn, turn.draft)


async def by_steps(update: Update, context: Context) -> str:
    context.turn.draft["steps"] = True
    return "employer"


def _took(name: str, after: str = "") -> Callback:
    """A step that keeps a text under that name; ``after`` follows it when going step by step."""

    @hears()
    async def took(update: Update, context: Context) -> str | None:
        turn = context.turn
        unknown = turn.said.casefold().strip(" .!") in NOBODY
        if name == "employer" and not turn.draft.get("local") and drafts.tells_a_time(turn):
            drafts.take_line(turn, turn.draft, turn.said)  # "tomorrow", "3": the name is asked for again
            return drafts.next_step(turn, turn.draft)
        if name == "employer" and not turn.user.zone and interview_city.take_early(turn):
            turn.note(turn.t("interview.time_noted"))
            return None
        if name == "employer" and not unknown and names_nothing(turn.said):
            turn.note(turn.t("common.no_name"))
            return None
        if name == "employer":
            turn.draft["no_employer"] = unknown
        turn.draft[name] = "" if unknown else turn.said
        return _on(turn, after)

    return took


def _skipped(name: str, after: str = "") -> Callback:
    async def skip(update: Update, context: Context) -> str:
        turn = context.turn
        if name == "employer":
            turn.draft["no_employer"] = True
        return _on(turn, after)

    return skip


def _on(turn: Turn, after: str) -> str:
    if turn.draft.get("steps") and after and not turn.draft.get("local"):
        return after
    return drafts.next_step(turn, turn.draft)


def _ask(key: str) -> Callable[[Turn], Screen]:
    return lambda turn: Screen(turn.t(f"interview.ask_{key}"))


def ask_when(turn: Turn) -> Screen:
    """Asks for day and time, or only for the part that is missing."""
    draft, t = turn.draft, turn.t
    if draft.get("day") and draft.get("why") in ("no_clock", "part_of_day"):
        return Screen(t("interview.ask_clock", day=day_words(drafts.instant([draft["day"], turn.zone]))))
    if draft.get("clock") and not draft.get("day"):
        return Screen(t("interview.ask_day", clock=draft["clock"]))
    if not draft.get("why"):
        return Screen(t("interview.ask_when"))
    again = t("interview.ask_when_again")
    return Screen(again if draft["why"] == "nothing" else join([_why(turn), again], " "))


def _why(turn: Turn) -> Html:
    key = f"interview.why_{turn.draft.get('why')}"
    return turn.t(key if key in turn.content.texts else "interview.why_other")


def _other(turn: Turn) -> str | None:
    """A line about another employer begins a draft of its own; the one being typed waits."""
    if not drafts.other_line(turn, turn.draft, turn.said):
        return None
    turn.begin("interview", "line")
    drafts.take_line(turn, turn.draft, turn.said)
    return drafts.next_step(turn, turn.draft)


@hears()
async def took_when(update: Update, context: Context) -> str | None:
    turn = context.turn
    other = _other(turn)
    if other is not None:
        return other
    if yes_or_no(turn.said) is False and turn.draft.get("interview_id") and turn.dialog and turn.dialog.step == "when":
        return await interview_decisions.kept(update, context)  # no new time: it stays as it is saved
    drafts.take_when(turn, turn.draft, turn.said)
    if turn.draft.get("local") and turn.draft.get("why") == "nothing":
        return None  # no new time for the one that is known: asked again, since the old one may be wrong
    return drafts.next_step(turn, turn.draft)


def ask_which(turn: Turn) -> Screen:
    """The readings of an ambiguous time as buttons."""
    rows = tuple(
        (Button(echo(drafts.instant(choice), turn.zone, turn.now), "at", str(index)),)
        for index, choice in enumerate(turn.draft["choices"])
    )
    return Screen(join([_why(turn), turn.t("interview.ask_which")], " "), rows, sort="picker")


async def chose_time(update: Update, context: Context) -> str | None:
    turn = context.turn
    choices = turn.draft["choices"]
    if not turn.arg.isdigit() or int(turn.arg) >= len(choices):
        return None
    drafts.take_instant(turn.draft, drafts.instant(choices[int(turn.arg)]))
    turn.draft["choices"] = choices  # for whoever comes back and takes the other one
    return drafts.next_step(turn, turn.draft)


@hears()
async def took_people(update: Update, context: Context) -> str:
    turn, words = context.turn, context.turn.said.casefold().strip(" .!")
    if words in ALONE:
        turn.draft.update(people=[], nobody=True)
    elif words not in NOBODY:
        drafts.take_people(turn.draft, turn.said)
    return drafts.next_step(turn, turn.draft)


def ask_round(turn: Turn) -> Screen:
    buttons = tuple(Button(turn.t.label(f"interview.round_{code}"), "round", code) for code in ROUNDS)
    return Screen(turn.t("interview.ask_round"), (buttons[:3], buttons[3:]), sort="picker")


async def chose_round(update: Update, context: Context) -> str | None:
    turn = context.turn
    if turn.arg not in ROUNDS:
        return None
    turn.draft["round"] = turn.arg
    return drafts.next_step(turn, turn.draft)


async def typed_round(update: Update, context: Context) -> str | None:
    """A typed round: its name or its number."""
    turn, words = context.turn, context.turn.said.casefold()
    names = {code: turn.t.label(f"interview.round_{code}").casefold() for code in ROUNDS}
    found = next((code for code, name in names.items() if name.split()[0] in words or words == code), None)
    found = found or next((code for code in ("1", "2") if code in words), None)
    if found is None:
        turn.note(turn.t("common.odd_text"))
        return None
    turn.draft["round"] = found
    return drafts.next_step(turn, turn.draft)


def ask_length(turn: Turn) -> Screen:
    row = tuple(Button(str(m), "minutes", str(m)) for m in (30, 45, 60, 90))
    return Screen(turn.t("interview.ask_length"), (row,), sort="picker")


async def took_length(update: Update, context: Context) -> str | None:
    turn = context.turn
    minutes = read_minutes(turn.arg or turn.said) or 0
    if not 5 <= minutes <= MOST_MINUTES:
        turn.note(turn.t("interview.length_unclear"))
        return None
    turn.draft["length"] = minutes
    return drafts.next_step(turn, turn.draft)


async def change(update: Update, context: Context) -> str | None:
    return CHANGES.get(context.turn.arg)


@hears()
async def retyped(update: Update, context: Context) -> str | None:
    """Text on the card: another time ("no, at 4pm"), another interview, or yes. Anything else changes nothing."""
    turn = context.turn
    if yes_or_no(turn.said) or turn.said.casefold().strip(" .!") == "save":
        return await save(update, context)
    other = _other(turn)
    if other is not None:
        return other
    if not drafts.retime(turn, turn.draft, turn.said):
        turn.note(turn.t("interview.unchanged"))
        return None
    return drafts.next_step(turn, turn.draft)


async def save(update: Update, context: Context) -> str | None:
    """The card is right: it becomes records, and the reminders are told; then what was feared with it."""
    turn = context.turn
    known = drafts.known_interview(turn, turn.draft)
    before = known.start if known else None
    interview = drafts.save(turn, turn.draft)
    moved = before is not None and before != interview.start
    theirs, feared = theirs_row(turn, turn.draft, interview.job_id), turn.draft.get("feared", "")
    turn.finish()
    plan = plan_words(turn, interview)
    prepare = door(turn.t.label("interview.button_prepare"), "prepare", "open", interview.id)
    doors = [*([prepare] if turn.user.coaching else []), calendar_doors.give(turn, interview)]
    text = (
        card(turn, drafts.draft_of(turn, interview))
        + "\n\n"
        + turn.t(f"interview.saved{'_moved' if moved else ''}", plan=plan)
    )
    another = door(turn.t.label("interview.button_another"), "interview", "new")
    turn.show(Screen(text, ((*doors, *([] if theirs else [another])), theirs, next_row(turn)), sort="card"))
    if not feared:
        return END
    interview_fears.follow(turn, feared)
    return None


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
        "employer": State(
            _ask("employer"), Said(_took("employer", "role"), 80), Tapped("skip", _skipped("employer", "role"))
        ),
        "role": State(_ask("role"), Said(_took("role", "when"), 80), Tapped("skip", _skipped("role", "when"))),
        "when": State(ask_when, Said(took_when, 4000)),
        "which": State(
            ask_which,
            Tapped("at", chose_time),
            Said(took_when, 4000),
            ready=lambda turn: bool(turn.draft.get("choices")),
        ),
        **interview_city.STATES,
        "people": State(_ask("people"), Said(took_people, 300), Tapped("skip", _skipped("people"))),
        "round": State(
            ask_round, Tapped("round", chose_round), Said(typed_round, 80), Tapped("skip", _skipped("round"))
        ),
        "length": State(
            ask_length, Tapped("minutes", took_length), Said(took_length, 40), Tapped("skip", _skipped("length"))
        ),
        "place": State(_ask("place"), Said(_took("place"), 300), Tapped("skip", _skipped("place"))),
        "confirm": State(
            confirm,
            Tapped("save", save),
            Tapped("change", change),
            Said(retyped, 4000),
            ready=lambda turn: drafts.has_time(turn.draft),
            again=lambda turn: drafts.as_before(turn.draft),
        ),
        **interview_decisions.STATES,
        **calendar_in.STATES,
    },
    fallbacks=interview_shared.FALLBACKS,
)
