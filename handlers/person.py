"""Who is met: a page for each person, to set name, title and side right, and to take somebody off a talk."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update

from bot.core.lines.people import audience
from bot.core.model import Interview, Job, Person
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Callback, Contacted, Door, Handler, Said
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers.about import about, on_one
from handlers.common import (
    bullets,
    day_words,
    job_words,
    numbered,
    people_of,
    person_words,
    short,
    upcoming,
    when_words,
)
from handlers.interview_screens import next_row
from handlers.interview_shared import met

AUDIENCES = ("M", "R", "P", "X", "H")
LISTED = 12
MOST = 60


# -- everybody --------------------------------------------------------------------------------------------------


def list_door(turn: Turn, job: Job) -> Button:
    return door(turn.t.label("person.button_people"), "person", "list", job.id)


async def show_list(update: Update, context: Context) -> None:
    """The people of one employer."""
    turn = context.turn
    job = turn.work.get(Job, turn.arg) or Job()
    rows = [person for person in turn.work.all(Person) if person.job_id == job.id][-LISTED:]
    back = (door(turn.t.label("jobs.button_job"), "job", "open", job.id),)
    key = "person.list" if rows else "person.list_none"
    _show_people(turn, rows, turn.t(key, job=job_words(turn, job), people=_listed(turn, rows)), back)


def _show_met(turn: Turn, interview: Interview) -> None:
    """Who is met in one talk."""
    rows = people_of(turn, interview)
    back = (door(turn.t.label("person.button_talk"), "interview", "open", interview.id),)
    key = "person.met" if rows else "person.met_none"
    _show_people(turn, rows, turn.t(key, when=when_words(turn, interview), people=_listed(turn, rows)), back)


def _show_people(turn: Turn, rows: list[Person], text: Html, back: tuple[Button, ...]) -> None:
    doors = [door(str(number), "person", "open", person.id) for number, person in enumerate(rows, 1)]
    numbers = tuple(tuple(doors[i : i + 6]) for i in range(0, len(doors), 6))
    turn.show(Screen(text, (*numbers, back, next_row(turn)), sort="report"))


def _listed(turn: Turn, rows: list[Person]) -> Html:
    return numbered(f"{_words(person)}, {side(turn, person)}" for person in rows)


def _words(person: Person) -> str:
    return short(person_words(person.name, person.title), 2 * MOST)


def side(turn: Turn, person: Person) -> str:
    """On which side of the table somebody sits, in words."""
    return turn.t.label(f"person.side_{person.audience or 'none'}")


# -- one person -------------------------------------------------------------------------------------------------


def page(turn: Turn, person: Person) -> Screen:
    """One person: the talks ahead with him, and what can be set right."""
    t = turn.t
    talks = [interview for interview in upcoming(turn) if person.id in interview.people][:3]
    met = bullets(when_words(turn, interview) for interview in talks)
    text = t("person.page", person=_words(person), side=side(turn, person))
    parts = [text, t("person.talks", talks=met) if talks else Html("")]

    def act(name: str) -> Button:
        return door(t.label(f"person.button_{name}"), "person", name, person.id)

    off = tuple(
        (
            door(
                t.label("person.button_off", day=day_words(i.local)),
                "person",
                "off",
                f"{person.id}.{i.id}",
            ),
        )
        for i in talks
    )
    taken = (undo.button(turn),) if undo.has_changes(turn) else ()
    back = (list_door(turn, turn.work.get(Job, person.job_id) or Job(id=person.job_id)), *taken)
    return Screen(join(parts), ((act("name"), act("title"), act("side")), *off, (act("remove"), *back)), sort="report")


def _opened(turn: Turn, person: Person) -> None:
    """A door of a person. ``arg``: the id and, where something is set, the value. Pressed twice it does no harm."""
    value = turn.arg.partition(".")[2]
    action = turn.event.pressed.action if turn.event.pressed else ""
    if action == "side":
        return turn.show(_ask_side(turn, person))
    if action == "sits" and value in AUDIENCES:
        person.audience = value
    if action == "off" and (interview := turn.work.get(Interview, value)) is not None:
        interview.people = tuple(other for other in interview.people if other != person.id)
    if action == "remove":
        return _remove(turn, person)
    turn.show(page(turn, person))


def _ask_side(turn: Turn, person: Person) -> Screen:
    buttons = [door(turn.t.label(f"person.side_{code}"), "person", "sits", f"{person.id}.{code}") for code in AUDIENCES]
    back = (door(turn.t.label("button.back"), "person", "open", person.id),)
    rows = (tuple(buttons[:3]), tuple(buttons[3:]), back)
    return Screen(turn.t("person.side_ask", person=_words(person)), rows, sort="picker")


def _remove(turn: Turn, person: Person) -> None:
    """Taken off everywhere; what was said stays, said by someone."""
    for interview in turn.work.all(Interview):
        if person.id in interview.people:
            interview.people = tuple(other for other in interview.people if other != person.id)
    turn.work.remove(person)
    job = turn.work.get(Job, person.job_id) or Job(id=person.job_id)
    turn.say("person.removed", (list_door(turn, job), undo.button(turn)), next_row(turn), person=_words(person))


# -- in words ---------------------------------------------------------------------------------------------------


def _enter(step: str) -> Handler:
    return Door("person", step, about(Person, "person", step))


def _person(turn: Turn) -> Person:
    """Who is named anew; a stranger for the screen of a step whose person was taken off meanwhile."""
    return turn.work.get(Person, turn.draft.get("person", "")) or Person(job_id="")


def _taken(take: Callable[[Turn, Person], None]) -> Callback:
    """Takes what was said of somebody; where he was taken off meanwhile, that is said and his page is not shown."""

    async def took(update: Update, context: Context) -> str:
        turn = context.turn
        person = turn.work.get(Person, turn.draft.get("person", ""))
        turn.finish()
        if person is None:
            turn.say("person.gone_said", next_row(turn), said=short(turn.said, MOST))
            return END
        take(turn, person)
        turn.show(page(turn, person))
        return END

    return took


def ask_name(turn: Turn) -> Screen:
    return Screen(turn.t("person.name_ask", person=_words(_person(turn))))


def _name(turn: Turn, person: Person) -> None:
    person.name = turn.said


def _contact(turn: Turn, person: Person) -> None:
    """A shared contact tells the name, and often the title."""
    shared, _ = met(turn)
    person.name = shared.name or person.name
    person.title, person.audience = shared.title or person.title, shared.audience or person.audience


def ask_title(turn: Turn) -> Screen:
    return Screen(turn.t("person.title_ask", person=_words(_person(turn))))


def _title(turn: Turn, person: Person) -> None:
    """The title often tells the side; where it does not, the side stays."""
    person.title = turn.said
    person.audience = audience(turn.said) or person.audience


HANDLERS: list[Handler] = [
    Door("person", "list", show_list),
    Door("person", "met", on_one(Interview, _show_met)),
    *(Door("person", action, on_one(Person, _opened)) for action in ("open", "side", "sits", "off", "remove")),
]
CONVERSATION = Conversation(
    "person",
    entry_points=[_enter("name"), _enter("title")],
    states={
        "name": State(ask_name, Said(_taken(_name), MOST), Contacted(_taken(_contact))),
        "title": State(ask_title, Said(_taken(_title), MOST)),
    },
)
