"""The steps of an interview that take one detail each: employer, role, people, round, length, place."""

from __future__ import annotations

import re

from telegram import Update

from bot.core.lines import read_line
from bot.core.lines.corrected import corrected
from bot.core.lines.eased import without_told
from bot.core.naming import capitals, is_name, names_nothing
from bot.core.wall import read_minutes
from bot.telegram.buttons import Button
from bot.telegram.conversation import State, asks
from bot.telegram.inputs import Callback, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import interview_city
from handlers import interview_draft as drafts
from handlers import interview_draft_time as times
from handlers.interview_edit import hears

UNKNOWN = ("idk", "i don't know", "dont know", "don't know", "no idea", "?", "not sure", "none")
ALONE = ("nobody", "no one", "noone", "nobody yet", "none of them")  # whoever was noted is taken off
ROUNDS = ("s", "1", "2", "f", "o")
_LED_IN = re.compile(
    r"^(?:(?:[Ii]ts|[Ii]t's|[Ii]t is|[Tt]hats|[Tt]hat's|[Ii]ts called)(?: (?:for|with|at|from|called))?(?: the)?"
    r"|with|at|from|for) (?=\S)"
)
MINUTES = range(5, 12 * 60 + 1)  # what is taken for the length of a talk


def _words(turn: Turn) -> str:
    return turn.said.casefold().strip(" .!")


# -- employer, role, place: words that are kept as they are -----------------------------------------------------


@hears()
async def took_employer(update: Update, context: Context) -> str | None:
    """A name. A time that is told in its place ("tomorrow", "3") is taken too, and the name asked for again."""
    turn = context.turn
    unknown = _words(turn) in UNKNOWN
    if not turn.draft.get("local") and times.tells_a_time(turn):
        drafts.take_line(turn, turn.draft, turn.said)
        return drafts.next_step(turn, turn.draft)
    if not turn.user.zone and interview_city.take_early(turn):
        turn.note(turn.t("interview.time_noted"))
        return None
    if not unknown and names_nothing(turn.said):
        turn.note(turn.t("common.no_name"))
        return None
    if unknown or not _more_than_a_name(turn):
        turn.draft.update(no_employer=unknown, employer="" if unknown else capitals(_named(turn)))
    return _on(turn, "role")


def _more_than_a_name(turn: Turn) -> bool:
    """ "It's Oak Lodge, care assistant", "the firm is called Voltek": what it says is on the card then."""
    said = without_told(turn.said)
    sentence = "," in said or not is_name(said) or corrected(said, bare=False).employer
    return bool(sentence) and bool(corrected(said).employer) and drafts.put_right(turn.draft, said)


def _named(turn: Turn) -> str:
    """The name alone: "I just told you.. Rosewood Court"; the whole text where none stands out in it."""
    said = _LED_IN.sub("", without_told(turn.said))
    return said if is_name(said) else read_line(said, ()).employer or said


async def skip_employer(update: Update, context: Context) -> str:
    context.turn.draft["no_employer"] = True
    return _on(context.turn, "role")


def _took(name: str, after: str = "") -> Callback:
    """Keeps a text under that name; ``after`` follows it when going step by step."""

    @hears()
    async def took(update: Update, context: Context) -> str:
        turn = context.turn
        turn.draft[name] = "" if _words(turn) in UNKNOWN else turn.said
        return _on(turn, after)

    return took


def _skipped(after: str = "") -> Callback:
    async def skip(update: Update, context: Context) -> str:
        return _on(context.turn, after)

    return skip


def _on(turn: Turn, after: str) -> str:
    if turn.draft.get("steps") and after and not turn.draft.get("local"):
        return after
    return drafts.next_step(turn, turn.draft)


# -- people, round, length --------------------------------------------------------------------------------------


@hears()
async def took_people(update: Update, context: Context) -> str:
    turn, words = context.turn, _words(context.turn)
    if words in ALONE:
        turn.draft.update(people=[], nobody=True)
    elif words not in UNKNOWN:
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
    minutes = read_minutes(turn.arg or turn.said)
    if minutes not in MINUTES:
        turn.note(turn.t("interview.length_unclear"))
        return None
    turn.draft["length"] = minutes
    return drafts.next_step(turn, turn.draft)


STATES = {
    "employer": State(asks("interview.ask_employer"), Said(took_employer, 80), Tapped("skip", skip_employer)),
    "role": State(asks("interview.ask_role"), Said(_took("role", "when"), 80), Tapped("skip", _skipped("when"))),
    "people": State(asks("interview.ask_people"), Said(took_people, 300), Tapped("skip", _skipped())),
    "round": State(ask_round, Tapped("round", chose_round), Said(typed_round, 80), Tapped("skip", _skipped())),
    "length": State(ask_length, Tapped("minutes", took_length), Said(took_length, 40), Tapped("skip", _skipped())),
    "place": State(asks("interview.ask_place"), Said(_took("place"), 300), Tapped("skip", _skipped())),
}
