"""Interviews as a calendar file (.ics) for the user's own calendar: given, brought up to date, taken out again."""

from __future__ import annotations

from telegram import Update

from bot.core.calendars import giving
from bot.core.calendars.writing import Item, calendar
from bot.core.model import Entry, Interview
from bot.telegram.buttons import door
from bot.telegram.inputs import Door, Handler
from bot.telegram.screen import Document, Screen
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers import calendar_doors as doors
from handlers import planning
from handlers.common import job_of, job_words, local_words, people_of, person_words, upcoming
from handlers.interview_screens import next_row

MOST = 20  # interviews in one file


# -- what stands in the entries --------------------------------------------------------------------------------------


def _words(turn: Turn, interview: Interview) -> dict[str, tuple[str, str]]:
    """Title and text of each part that is wanted; "just remind me" wants the talk alone."""
    label, job = turn.t.label, job_words(turn, job_of(turn, interview))
    listed = [planning.item_words(turn, item, interview, turn.user.tone) for item in _items(turn, interview)]
    questions = "\n".join(f"{number}. {line}" for number, line in enumerate(listed, 1))
    asked = label("calendar.questions", questions=questions) if questions else ""
    people = ", ".join(person_words(p.name, p.title) for p in people_of(turn, interview))
    facts = [
        label("calendar.people", people=people) if people else "",
        interview.link,
        label("calendar.dial_in", number=interview.dial_in) if interview.dial_in else "",
    ]
    bodies = {
        "interview": "\n".join(fact for fact in facts if fact) + (f"\n\n{asked}" if asked else ""),
        "prepare": f"{label('calendar.body_prepare')}\n\n{asked}".strip(),
        "debrief": f"{label('calendar.body_debrief')}\n\n{asked}".strip(),
    }
    wanted = bodies if turn.user.coaching else ("interview",)
    return {part: (label(f"calendar.title_{part}", job=job), bodies[part].strip()) for part in wanted}


def _items(turn: Turn, interview: Interview) -> list[planning.Item]:
    return planning.items(turn, interview) if turn.user.coaching else []


def _made(turn: Turn, interview: Interview) -> list[Item]:
    """The entries with their number, which is kept for the next time."""
    entry = doors.entry_of(turn, interview) or turn.work.add(Entry(interview_id=interview.id, created_at=turn.now))
    found = giving.items(interview, turn.user, _words(turn, interview), turn.now)
    return giving.numbered(found, entry)


# -- the files --------------------------------------------------------------------------------------------------------


def _send(turn: Turn, name: str, content: bytes, caption: Html, interview: Interview | None = None) -> None:
    back = (door(turn.t.label("calendar.button_open"), "interview", "open", interview.id),) if interview else ()
    rows = (back, next_row(turn), turn.way_back())
    turn.show(Screen(caption, rows, document=Document(f"{name}.ics", content), sort="card"))


async def give(update: Update, context: Context) -> None:
    """One interview. ``arg``: its id."""
    turn = context.turn
    interview = turn.work.get(Interview, turn.arg)
    if interview is None:
        return turn.say("interview.not_found", next_row(turn))
    if interview.state == "cancelled":
        return _off(turn, interview)
    again = doors.given(turn, interview)
    made = _made(turn, interview)
    caption = turn.t(f"calendar.given{'_again' if again else ''}", entries=_named(turn, made))
    return _send(turn, f"interview-{interview.local:%Y-%m-%d}", calendar(made, turn.now), caption, interview)


async def give_all(update: Update, context: Context) -> None:
    """All that comes."""
    turn = context.turn
    coming = upcoming(turn)[:MOST]
    if not coming:
        return turn.say("next.none", next_row(turn))
    again = any(doors.given(turn, interview) for interview in coming)
    made = [item for interview in coming for item in _made(turn, interview)]
    caption = turn.t(f"calendar.given{'_again' if again else ''}", entries=_named(turn, made))
    return _send(turn, f"interviews-{turn.now:%Y-%m-%d}", calendar(made, turn.now), caption)


async def take_out(update: Update, context: Context) -> None:
    turn = context.turn
    interview = turn.work.get(Interview, turn.arg)
    if interview is None:
        return turn.say("interview.not_found", next_row(turn))
    _off(turn, interview)


def _off(turn: Turn, interview: Interview) -> None:
    """A cancelled interview as a cancellation of what was given."""
    entry = doors.entry_of(turn, interview)
    if entry is None:
        return turn.say("calendar.never_given", next_row(turn))
    made = giving.withdrawn(interview, entry, _words(turn, interview))
    caption = turn.t("calendar.withdrawn", entries="\n".join(f"• {item.title}" for item in made))
    _send(turn, f"cancelled-{interview.local:%Y-%m-%d}", calendar(made, turn.now, cancelled=True), caption, interview)


def _named(turn: Turn, made: list[Item]) -> str:
    """One line for each entry, a few of many."""
    lines = [f"• {local_words(turn, item.start)}: {item.title}" for item in made]
    return "\n".join(lines[:9]) + ("\n…" if len(lines) > 9 else "")


HANDLERS: list[Handler] = [
    Door("calendar", "give", give),
    Door("calendar", "all", give_all),
    Door("calendar", "off", take_out),
]
