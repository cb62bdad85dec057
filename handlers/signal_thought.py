"""Thinking an act through (what happened, what I conclude, what else it could be), and the question that follows."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Question, Signal
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, State, asks
from bot.telegram.inputs import Callback, Door, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers.about import on_one
from handlers.common import short
from handlers.employers import chosen
from handlers.interview_screens import next_row
from handlers.signal_log import log_door

MOST = 1000
LINE = 120  # characters of a thought, shown again


def pause_door(turn: Turn, act: Signal) -> Button:
    return door(turn.t.label("signal.button_pause"), "signal", "pause", act.id)


def _begin(turn: Turn, act: Signal) -> str:
    """The same later on, from the page of one act."""
    turn.begin("signal", "conclude", signal=act.id, job=act.job_id)
    return "conclude"


def told_act(turn: Turn) -> Signal | None:
    """The act that the conversation is about; None where it was taken back."""
    return turn.work.get(Signal, turn.draft.get("signal", ""))


def _keeps(field: str, then: str) -> Callback:
    """Keeps the user's words with the act, in that field of it."""

    async def took(update: Update, context: Context) -> str:
        kept = told_act(context.turn)
        if kept is not None:
            setattr(kept, field, context.turn.said)
        return then

    return took


def show_thought(turn: Turn) -> Screen:
    kept = told_act(turn) or Signal(job_id="")
    text = turn.t("signal.thought", conclusion=short(kept.conclusion, LINE), instead=short(kept.instead, LINE))
    return Screen(text, ((Button(turn.t.label("signal.button_question"), "question"),),))


async def ask_them(update: Update, context: Context) -> str:
    """The conduct as a polite question on how they deal with each other, kept on the list."""
    turn = context.turn
    kept, job = told_act(turn), chosen(turn)
    act = turn.content.acts.get(kept.kind if kept else "")
    text = (act.direct if turn.user.tone == "direct" else act.soft) if act else turn.content.acts["silent"].soft
    known = [q for q in turn.work.all(Question) if q.job_id == job.id and q.text == text]
    if not known and kept is not None:
        question = Question(job_id=job.id, text=text, origin="signal", about=kept.id, created_at=turn.now)
        turn.work.add(question)
    row = (door(turn.t.label("next.button_questions"), "questions"), log_door(turn, job))
    turn.say("signal.question", row, next_row(turn), question=text)
    return END


ENTRY = Door("signal", "pause", on_one(Signal, _begin))
STATES = {
    "conclude": State(asks("signal.conclude"), Said(_keeps("conclusion", "instead"), MOST)),
    "instead": State(asks("signal.instead"), Said(_keeps("instead", "thought"), MOST)),
    "thought": State(show_thought, Tapped("question", ask_them)),
}
