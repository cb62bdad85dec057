"""Need and floor: how badly, for how long, what would be overlooked. Asked without scolding; it never bars a yes."""

from __future__ import annotations

from telegram import Update

from bot.core.days import day_of
from bot.core.drafts import on
from bot.telegram.buttons import Button
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Callback, Command, Door, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.common import job_words
from handlers.employers import chosen
from handlers.interview_screens import next_row

URGENT = 4  # from here on: income is needed, and the bot says nothing against it
STEPS = ("ask", "wait", "floor", "overlook", "review")


async def start(update: Update, context: Context) -> str:
    return "ask" if employers.begin(context.turn, "need") else "which"


def ask(turn: Turn) -> Screen:
    row = tuple(Button(str(number), "need", str(number)) for number in range(1, 6))
    return Screen(turn.t("need.ask", job=job_words(turn, chosen(turn))), (row,), sort="picker")


async def took_need(update: Update, context: Context) -> str | None:
    turn = context.turn
    said = turn.arg if turn.event.kind == "tap" else turn.said.strip()
    if said not in ("1", "2", "3", "4", "5"):
        return None
    chosen(turn).need = int(said)
    return "wait" if int(said) < URGENT else "floor"


def _shows(name: str) -> State:
    """A step that takes a few words, and may be skipped."""
    return State(asks(f"need.{name}"), Said(_takes(name), 300), Tapped("skip", _skips(name)))


def _takes(name: str) -> Callback:
    async def took(update: Update, context: Context) -> str:
        setattr(chosen(context.turn), name, context.turn.said)
        return _after(name)

    return took


def _skips(name: str) -> Callback:
    async def skipped(update: Update, context: Context) -> str:
        return _after(name)

    return skipped


def _after(name: str) -> str:
    return STEPS[STEPS.index(name) + 1]


async def took_review(update: Update, context: Context) -> str | None:
    turn = context.turn
    day = day_of(turn.said, turn.now, turn.zone)
    if day is None:
        turn.note(turn.t("need.review_unclear"))
        return None
    chosen(turn).review_on = day
    return _finish(turn)


async def skip_review(update: Update, context: Context) -> str:
    return _finish(context.turn)


def _finish(turn: Turn) -> str:
    job, nothing = chosen(turn), turn.t.label("need.nothing")
    if job.need >= URGENT:
        turn.note(turn.t("need.income"))
    text = turn.t(
        "need.kept",
        job=job_words(turn, job),
        need=job.need or nothing,
        wait=job.wait or (turn.t.label("need.now") if job.need >= URGENT else nothing),
        floor=job.floor or nothing,
        overlook=job.overlook or nothing,
        review=on(job.review_on) if job.review_on else nothing,
    )
    turn.show(Screen(text, (next_row(turn),), sort="report"))
    return END


CONVERSATION = Conversation(
    "need",
    entry_points=[Command("need", start), Door("need", "open", start)],
    states={
        "which": employers.which("need.which", lambda turn: "ask"),
        "ask": State(ask, Tapped("need", took_need), Said(took_need, 20)),
        "wait": _shows("wait"),
        "floor": _shows("floor"),
        "overlook": _shows("overlook"),
        "review": State(asks("need.review"), Said(took_review, 80), Tapped("skip", skip_review)),
    },
)
