"""The steps of an interview that ask when it is: what is missing of its time, and which of several readings it is."""

from __future__ import annotations

from telegram import Update

from bot.core.lines import understood
from bot.core.lines.cities import place_zone, told_zone
from bot.core.naming import capitals
from bot.core.when import echo
from bot.telegram.buttons import Button
from bot.telegram.conversation import State
from bot.telegram.inputs import Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import interview_city, interview_decisions
from handlers import interview_draft as drafts
from handlers import interview_draft_time as times
from handlers.common import agrees, day_words, yes_or_no
from handlers.interview_edit import hears

ORDINALS = (("1st", "first"), ("2nd", "second"), ("3rd", "third"), ("4th", "fourth"))
CITY = 3  # words of a city


def ask_when(turn: Turn) -> Screen:
    """Asks for day and time, or only for the part that is missing."""
    draft, t = turn.draft, turn.t
    if draft.get("day") and draft.get("why") in ("no_clock", "part_of_day"):
        return Screen(t("interview.ask_clock", day=day_words(times.instant([draft["day"], turn.zone]))))
    if draft.get("clock") and not draft.get("day"):
        return Screen(t("interview.ask_day", clock=draft["clock"]))
    if not draft.get("why"):
        return Screen(t("interview.ask_when"))
    again = t("interview.ask_when_again")
    return Screen(again if draft["why"] == "nothing" else join([_why(turn), again], " "))


def _why(turn: Turn) -> Html:
    """Why what was told is no time yet."""
    key = f"interview.why_{turn.draft.get('why')}"
    return turn.t(key if key in turn.content.texts else "interview.why_other")


@hears()
async def took_when(update: Update, context: Context) -> str | None:
    turn = context.turn
    other = drafts.begin_other(turn)
    if other is not None:
        return other
    if yes_or_no(turn.said) is False and turn.draft.get("interview_id") and turn.dialog and turn.dialog.step == "when":
        return await interview_decisions.kept(update, context)  # no new time: it stays as it is saved
    if turn.draft.get("choices") and _number(turn) is not None and not any(map(str.isdigit, turn.said)):
        return _picked(turn)  # "the first" is no day of a month here
    if understood(turn.said, turn.now, turn.zone).kind == "nothing" and _no_time(turn):
        return _picked(turn)
    times.take_when(turn, turn.draft, turn.said)
    if turn.draft.get("local") and turn.draft.get("why") == "nothing":
        return None  # no new time for the one that is known: asked again, since the old one may be wrong
    return drafts.next_step(turn, turn.draft)


def _no_time(turn: Turn) -> bool:
    """Whether a text without a time is of use all the same, or tells that another example is needed: a choice by its
    number, who comes, where it is, a city, "ok"."""
    draft, said = turn.draft, turn.said
    if _number(turn) is not None:
        return True
    if place_zone(said) and len(said.split()) <= CITY and not any(c.isdigit() for c in said):
        draft["city"] = [capitals(said.strip(" .")), place_zone(said)]
        turn.note(turn.t("interview.noted"))
    elif interview_city.says_of_it(turn):
        turn.note(turn.t("interview.noted"))
    elif draft.get("choices"):
        turn.note(turn.t("interview.which_unread"))
    elif draft.get("day") and not times.tells_a_time(turn):
        turn.note(turn.t("interview.clock_unread"))
    else:
        return False
    return True


def _number(turn: Turn) -> int | None:
    """Which of the readings "the second one" means; None where it is no such."""
    words = turn.said.casefold().strip(" .!").split()
    found = next((n for n, names in enumerate(ORDINALS) if {*words} & {*names}), None)
    count = len(turn.draft.get("choices") or ())
    at = count - 1 if "last" in words else found
    at = 0 if count == 1 and agrees(turn.said) else at
    return at if at is not None and at < count and len(words) <= CITY + 1 else None


def _picked(turn: Turn) -> str | None:
    """Takes the reading that was named by its number; stays where none was."""
    at = _number(turn)
    return _take_choice(turn, at) if at is not None else None


def answers(turn: Turn) -> bool:
    """Whether a text without a time belongs to this step all the same."""
    said = turn.said
    asked = turn.dialog is not None and turn.dialog.step == "city"
    city = told_zone(said) is not None if asked else bool(place_zone(said)) and len(said.split()) <= CITY
    return agrees(said) or city or _number(turn) is not None or interview_city.puts_right(said)


def ask_which(turn: Turn) -> Screen:
    """The readings of an ambiguous time as buttons."""
    rows = tuple(
        (Button(echo(times.instant(choice), turn.zone, turn.now), "at", str(index)),)
        for index, choice in enumerate(turn.draft["choices"])
    )
    return Screen(join([_why(turn), turn.t("interview.ask_which")], " "), rows, sort="picker")


async def chose_time(update: Update, context: Context) -> str | None:
    turn = context.turn
    choices = turn.draft["choices"]
    if not turn.arg.isdigit() or int(turn.arg) >= len(choices):
        return None
    return _take_choice(turn, int(turn.arg))


def _take_choice(turn: Turn, at: int) -> str:
    choices = turn.draft["choices"]
    times.take_instant(turn.draft, times.instant(choices[at]))
    turn.draft["choices"] = choices  # for whoever comes back and takes the other one
    return drafts.next_step(turn, turn.draft)


STATES = {
    "when": State(ask_when, Said(took_when, 4000)),
    "which": State(
        ask_which,
        Tapped("at", chose_time),
        Said(took_when, 4000),
        ready=lambda turn: bool(turn.draft.get("choices")),
    ),
}
