"""/mindset: five short thoughts, each with something to do; one-way talk gets one sentence and one question."""

from __future__ import annotations

from telegram import Update

from bot.core import asked, to_bot
from bot.core.model import Question
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers, questions
from handlers.common import bullets
from handlers.interview_screens import next_row


async def start(update: Update, context: Context) -> str:
    """The first thought that was not shown yet; from the beginning where all were."""
    turn = context.turn
    lessons = list(turn.content.lessons)
    first = next((id for id in lessons if id not in turn.user.lessons), lessons[0])
    turn.begin("mindset", "lesson", lesson=first)
    return _open(turn, first)


def _open(turn: Turn, id: str) -> str:
    turn.draft["lesson"] = id
    if id not in turn.user.lessons:
        turn.user.lessons = (*turn.user.lessons, id)
    return "lesson"


async def start_reframe(update: Update, context: Context) -> str:
    """ "I hope they pick me": the other half of it in a sentence, and the question that follows."""
    context.turn.begin("mindset", "reframe")
    return "reframe"


async def start_find(update: Update, context: Context) -> str:
    context.turn.begin("mindset", "find")
    return "find"


def show_lesson(turn: Turn) -> Screen:
    lesson = turn.content.lessons[turn.draft["lesson"]]
    number = list(turn.content.lessons).index(lesson.id) + 1
    text = turn.t("mindset.lesson", number=number, title=lesson.title, text=lesson.text, ask=lesson.ask)
    act = door(lesson.button, lesson.flow, lesson.action)
    return Screen(text, ((act, Button(turn.t.label("mindset.button_next"), "next")),))


async def go_on(update: Update, context: Context) -> str:
    turn = context.turn
    lessons = list(turn.content.lessons)
    place = lessons.index(turn.draft["lesson"]) + 1
    if place < len(lessons):
        return _open(turn, lessons[place])
    turn.say("mindset.over", next_row(turn))
    return END


async def found(update: Update, context: Context) -> str:
    """What the user must find out is a question of his own, or several: kept as they can be said."""
    turn = context.turn
    if to_bot.is_lost(turn.said):
        return _propose(turn)
    job = employers.meant(turn)
    rows = asked.questions(turn.said)
    for text in rows:
        turn.work.add(Question(text=text, origin="own", job_id=job.id if job else "", created_at=turn.now))
    key = "mindset.kept" if len(rows) == 1 else "mindset.kept_all"
    row = (door(turn.t.label("next.button_questions"), "questions"),)
    turn.say(key, row, next_row(turn), question=rows[0], questions=bullets(rows))
    return END


def _propose(turn: Turn) -> str:
    """Who has no idea is not asked again: the list has what most people find out first."""
    questions.fill_up(turn)
    turn.finish()
    turn.note(turn.t("mindset.lost"))
    turn.show(questions.listing(turn))
    return END


CONVERSATION = Conversation(
    "mindset",
    entry_points=[
        Command("mindset", start),
        Door("mindset", "open", start),
        Door("mindset", "find", start_find),
        Door("mindset", "reframe", start_reframe),
    ],
    states={
        "lesson": State(show_lesson, Tapped("next", go_on), Said(found, 300)),
        "reframe": State(asks("mindset.reframe"), Said(found, 300)),
        "find": State(asks("mindset.find"), Said(found, 300)),
    },
)
