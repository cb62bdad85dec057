"""Questions on one topic or for one kind of person, three at a time, for what this user has told; a tap keeps one."""

from __future__ import annotations

import re

from telegram import Update

from bot.core import ideas as core
from bot.core.meant import Known, people
from bot.core.model import Job, Person, Priority, Question
from bot.core.questions import bank_wording
from bot.core.wants import in_order
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Door, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import join
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.asking import whom
from handlers.common import numbered
from handlers.interview_screens import next_row

_NUMBER = re.compile(r"(?:add |take |keep |yes |the |number |question )*([1-3])(?: please)?")


async def start(update: Update, context: Context) -> str:
    """For what the message names; from a button for what the user wants."""
    turn = context.turn
    said, job = employers.told(turn), employers.first(turn)
    turn.begin("ideas", "show", job=job.id if job else "")
    return _find(turn, said)


def _find(turn: Turn, said: str) -> str:
    draft, job = turn.draft, turn.work.get(Job, turn.draft["job"])
    known = {q.bank for q in turn.work.all(Question) if q.bank}
    wants = [want.topic for want in in_order(turn.work.all(Priority))]
    role, audience = job.role if job else "", _named(turn, said)
    draft["ids"] = core.ideas(said, turn.content, role=role, wants=wants, known=known, audience=audience)
    draft["whom"] = core.wanted(said, turn.content).audience or audience
    draft["at"], draft["kept"] = 0, {}
    return "show"


def _named(turn: Turn, said: str) -> str:
    """The part of a known person who is named ("what should I ask Marta?")."""
    met = people(said, Known([], people=turn.work.all(Person)))
    return met[0].audience if len(met) == 1 else ""


def _shown(turn: Turn) -> list[str]:
    at = turn.draft["at"]
    return list(turn.draft["ids"][at : at + core.SHOWN])


def show(turn: Turn) -> Screen:
    """Three questions, each with whom to ask."""
    t, draft, shown = turn.t, turn.draft, _shown(turn)
    if not shown:
        return Screen(t("ideas.none"), ((Button(t.label("button.done"), "done"),),))
    lines = [t("worry.line", question=_words(turn, id), whom=whom(turn, _audience(turn, id))) for id in shown]
    adds = [
        Button(t.label("ideas.added" if id in draft["kept"] else "ideas.button_add", number=number), "add", id)
        for number, id in enumerate(shown, 1)
    ]
    more = (Button(t.label("ideas.button_more"), "more"),) if len(draft["ids"]) > draft["at"] + core.SHOWN else ()
    last = "done" if draft["kept"] else "all"
    key = "button.done" if draft["kept"] else "ideas.button_all"
    text = join([t("ideas.for" if draft["whom"] else "ideas.show", whom=whom(turn, draft["whom"])), numbered(lines)])
    return Screen(text, (tuple(adds), (Button(t.label(key), last), *more)), sort="report")


def _words(turn: Turn, id: str) -> str:
    return bank_wording(id, turn.content, turn.user.tone, _audience(turn, id))


def _audience(turn: Turn, id: str) -> str:
    """The one that was named, else who can answer that question best."""
    named, made = str(turn.draft["whom"]), turn.content.question(id)
    return named or (made.audience[0] if made else "")


async def add(update: Update, context: Context) -> None:
    turn = context.turn
    if turn.arg in turn.draft["ids"]:
        _keep(turn, turn.arg)


def _keep(turn: Turn, id: str) -> None:
    """On the list, once however often it is tapped."""
    known = turn.work.get(Question, turn.draft["kept"].get(id, ""))
    if known is not None:
        return
    topic = id.rpartition("/")[2].partition(".")[0]
    job, audience = turn.draft["job"], _audience(turn, id)
    question = Question(topic=topic, bank=id, job_id=job, audience=audience, created_at=turn.now)
    turn.draft["kept"] = {**turn.draft["kept"], id: turn.work.add(question).id}


async def add_all(update: Update, context: Context) -> str:
    turn = context.turn
    for id in _shown(turn):
        _keep(turn, id)
    return _over(turn)


async def more(update: Update, context: Context) -> None:
    """The next three; after the last ones nothing."""
    draft = context.turn.draft
    if draft["at"] + core.SHOWN < len(draft["ids"]):
        draft["at"] += core.SHOWN


async def other_topic(update: Update, context: Context) -> str:
    """ "And about training?": what was kept stays kept."""
    turn = context.turn
    number = _NUMBER.fullmatch(turn.said.casefold().strip(" .!"))
    if number is not None:
        for id in _shown(turn)[int(number[1]) - 1 : int(number[1])]:
            _keep(turn, id)
        return "show"
    kept = turn.draft["kept"]
    step = _find(turn, turn.said)
    turn.draft["kept"] = kept
    return step


async def done(update: Update, context: Context) -> str:
    return _over(context.turn)


def _over(turn: Turn) -> str:
    count = len(turn.draft["kept"])
    row = (door(turn.t.label("next.button_questions"), "questions"),)
    key = "ideas.kept_none" if not count else "ideas.kept_one" if count == 1 else "ideas.kept"
    turn.say(key, row, next_row(turn), count=count)
    return END


CONVERSATION = Conversation(
    "ideas",
    entry_points=[Door("ideas", "open", start)],
    states={
        "show": State(
            show,
            Tapped("add", add),
            Tapped("all", add_all),
            Tapped("more", more),
            Tapped("done", done),
            Said(other_topic, 300),
            lenient=True,
        )
    },
)
