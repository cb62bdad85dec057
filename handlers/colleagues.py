"""Ask to meet the colleagues: words to send, five questions for them, and how the request was taken."""

from __future__ import annotations

from telegram import Update

from bot.core.drafts import letter
from bot.core.model import Job, Person, Question, Signal
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Command, Door, Handler, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import escape
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.about import on_one
from handlers.asking import keep, wording
from handlers.common import numbered
from handlers.employers import chosen
from handlers.interview_screens import next_row
from handlers.kept_acts import note

TOPICS = ("likes_and_dislikes", "hours_and_load", "how_led", "turnover", "mistakes")


async def start(update: Update, context: Context) -> str:
    return "card" if employers.begin(context.turn, "colleagues") else "which"


def show_card(turn: Turn) -> Screen:
    job, tone = chosen(turn), turn.draft.get("tone", turn.user.tone)
    people = [p for p in turn.work.all(Person) if p.job_id == job.id and p.audience in ("R", "H", "M")]
    words = letter(turn.content.drafts, "meet_colleagues", tone, job, people[0] if people else None)
    rows = [Question(topic=topic, bank=f"{topic}.1", audience="P") for topic in TOPICS]
    questions = numbered(wording(turn, question, tone, "P") for question in rows)
    label = turn.t.label
    row = (Button(label("colleagues.button_sent"), "sent"), Button(label("colleagues.button_tone"), "tone"))
    return Screen(turn.t("colleagues.card", words=escape(words), questions=questions), (row,), sort="card")


async def changed_tone(update: Update, context: Context) -> None:
    turn = context.turn
    turn.draft["tone"] = "soft" if turn.draft.get("tone", turn.user.tone) == "direct" else "direct"


async def sent(update: Update, context: Context) -> str:
    """The five questions are kept for a colleague; how the request is taken is noted when it is known."""
    turn, job = context.turn, chosen(context.turn)
    known = {question.id for question in turn.work.all(Question)}
    for question in keep(turn, list(TOPICS), "bank", job.id):
        if question.id not in known:  # one that was meant for the boss stays his
            question.audience = "P"
    label = turn.t.label
    row = tuple(
        door(label(f"colleagues.button_{how}"), "colleagues", how, job.id) for how in ("yes", "balked", "silent")
    )
    turn.say("colleagues.sent", row, next_row(turn))
    return END


def _taken(turn: Turn, job: Job) -> None:
    """How they took it. Balking is kept as conduct, once."""
    how = turn.event.pressed.action if turn.event.pressed else ""
    words = turn.t.label("colleagues.balk_note")
    known = any(s.job_id == job.id and s.note == words for s in turn.work.all(Signal))
    if how == "balked" and not known:
        note(turn, job, "dodged").note = words
    row = (
        (door(turn.t.label("signal.button_log"), "signal", "log", job.id), undo.button(turn)) if how == "balked" else ()
    )
    turn.say(f"colleagues.{how}", row, next_row(turn))


HANDLERS: list[Handler] = [Door("colleagues", how, on_one(Job, _taken)) for how in ("yes", "balked", "silent")]
CONVERSATION = Conversation(
    "colleagues",
    entry_points=[Command("colleagues", start), Door("colleagues", "open", start)],
    states={
        "which": employers.which("colleagues.which", lambda turn: "card"),
        "card": State(show_card, Tapped("sent", sent), Tapped("tone", changed_tone)),
    },
)
