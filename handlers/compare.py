"""/compare: two to five jobs side by side, the present one too, in words and as a picture. It shows, never advises."""

from __future__ import annotations

from telegram import Update

from bot.core import compare as core
from bot.core.model import Job, Priority
from bot.core.naming import is_name
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Command, Door, Handler, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers, pictures
from handlers.interview_screens import next_row
from handlers.side_by_side import names, picture, words

SHOWN = 12  # toggles; whoever has more employers types their names
ALL = ("all", "all of them")
ID = 8  # letters of an id: five of them without anything between fill a button's data


# -- which jobs -------------------------------------------------------------------------------------------------


def candidates(turn: Turn) -> list[Job]:
    """The open jobs, and last the one that the user has now."""
    return [*employers.open_jobs(turn), *(job for job in turn.work.all(Job) if job.present)]


async def start(update: Update, context: Context) -> str:
    """/compare, with or without names after it; the same for a free message that wants it."""
    turn = context.turn
    rows, said = candidates(turn), turn.said if turn.event.kind in ("text", "command") else ""
    if len(rows) < core.FEWEST:
        turn.show(too_few(turn, len(rows)))
        return END
    named = core.named(said, rows) if said else []
    if said and not named and turn.event.kind == "command":
        turn.note(turn.t("compare.not_known"))
    if len(named) == 1 and len(rows) == core.FEWEST:  # "compare with now": there is only one other
        named = rows
    if core.FEWEST <= len(named or rows) <= core.MOST:
        return report(turn, named or rows)
    turn.begin("compare", "which", jobs=[job.id for job in named])
    return "which"


def too_few(turn: Turn, count: int) -> Screen:
    label = turn.t.label
    present = (
        () if any(job.present for job in turn.work.all(Job)) else (door(label("jobs.button_add_present"), "present"),)
    )
    add = (door(label("next.button_add"), "interview", "new"), *present, door(label("start.offer"), "offer"))
    return Screen(turn.t("compare.few", count=count), (add[:2], add[2:], next_row(turn)))


async def choose(update: Update, context: Context) -> str:
    """Other jobs than those that were shown."""
    turn = context.turn
    turn.begin("compare", "which", jobs=[job.id for job in _jobs(turn, turn.arg)])
    return "which"


def ask_which(turn: Turn) -> Screen:
    """One toggle for each job; the button to go on is there when it can."""
    t, rows = turn.t, candidates(turn)
    chosen = [job for job in rows if job.id in turn.draft["jobs"]]
    toggles = [
        Button(f"{'☑' if job in chosen else '☐'} {name}"[:60], "off" if job in chosen else "on", job.id)
        for job, name in zip(rows, names(turn, rows), strict=True)
    ][:SHOWN]
    ready = core.FEWEST <= len(chosen) <= core.MOST
    key = "ready" if ready else "many" if chosen[1:] else "one" if chosen else "none"
    text = t(f"compare.which_{key}", count=len(chosen), names=", ".join(names(turn, chosen[:1])))
    pairs = tuple(tuple(toggles[i : i + 2]) for i in range(0, len(toggles), 2))
    go_on = ((Button(t.label("compare.go"), "go"),),) if ready else ()
    return Screen(text, (*pairs, *go_on), sort="picker")


async def set_one(update: Update, context: Context) -> None:
    """Chosen or not: the button says what to set, so that two fast taps do no harm."""
    turn = context.turn
    pressed, chosen = turn.event.pressed, list(turn.draft["jobs"])
    if turn.work.get(Job, turn.arg) is None or pressed is None:
        return
    turn.draft["jobs"] = [id for id in chosen if id != turn.arg] + ([turn.arg] if pressed.action == "on" else [])


async def typed(update: Update, context: Context) -> str | None:
    """Names: those of two to five jobs are enough, fewer are added to what is chosen."""
    turn = context.turn
    rows = candidates(turn)
    found = rows if turn.said.casefold().strip(" .!") in ALL else core.named(turn.said, rows)
    if core.FEWEST <= len(found) <= core.MOST:
        return report(turn, found)
    if not found:
        turn.note(turn.t("compare.not_known" if is_name(turn.said) else "common.no_name"))
    turn.draft["jobs"] = list(dict.fromkeys([*turn.draft["jobs"], *(job.id for job in found)]))
    return None


async def go(update: Update, context: Context) -> str | None:
    turn = context.turn
    chosen = [job for job in candidates(turn) if job.id in turn.draft["jobs"]]
    return report(turn, chosen) if core.FEWEST <= len(chosen) <= core.MOST else None


# -- the report -------------------------------------------------------------------------------------------------


def report(turn: Turn, jobs: list[Job]) -> str:
    """The comparison in words, in several messages where one does not hold it."""
    parts, arg = words(turn, jobs), _arg(jobs)
    wants = () if turn.work.all(Priority) else (door(turn.t.label("compare.button_want"), "priorities"),)
    others = door(turn.t.label("compare.button_others"), "compare", "choose", arg)
    rows = ((pictures.picture_door(turn, "compare", arg), others), (*wants, *next_row(turn)))
    *before, last = parts
    for text in before:
        turn.show(Screen(text, sort="report"))
    turn.show(Screen(last, rows, sort="report"))
    return END


def _arg(jobs: list[Job]) -> str:
    return "".join(job.id for job in jobs)


def _jobs(turn: Turn, arg: str) -> list[Job]:
    """The jobs of a button that are still there."""
    found = (turn.work.get(Job, arg[i : i + ID]) for i in range(0, len(arg), ID))
    return [job for job in found if job is not None]


async def opened(update: Update, context: Context) -> str:
    """The words again, from under a picture; without jobs in the button it is /compare."""
    jobs = _jobs(context.turn, context.turn.arg)
    return report(context.turn, jobs) if len(jobs) >= core.FEWEST else await start(update, context)


async def pictured(update: Update, context: Context) -> None:
    turn = context.turn
    jobs = _jobs(turn, turn.arg)
    if len(jobs) < core.FEWEST:
        return turn.show(too_few(turn, len(candidates(turn))))
    caption = turn.t("picture.compare", names=", ".join(names(turn, jobs)))
    back = door(turn.t.label("picture.button_words"), "compare", "open", turn.arg)
    pictures.show(turn, words(turn, jobs), picture(turn, jobs), caption, back)


CONVERSATION = Conversation(
    "compare",
    entry_points=[Command("compare", start), Door("compare", "open", opened), Door("compare", "choose", choose)],
    states={
        "which": State(
            ask_which, Said(typed, 400), Tapped("on", set_one), Tapped("off", set_one), Tapped("go", go), lenient=True
        )
    },
)
HANDLERS: list[Handler] = [Door("compare", "light", pictured), Door("compare", "dark", pictured)]
