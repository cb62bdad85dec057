"""Other ways to ask a question: an example, what is regular, what the one before got, what I get; in the tone shown."""

from __future__ import annotations

from bot.core import forms as core
from bot.core.model import Job, Question
from bot.core.packs import packs_for
from bot.telegram.buttons import Button, door
from bot.telegram.screen import Screen
from bot.telegram.texts import Html
from bot.telegram.turn import Turn
from content import Question as BankQuestion
from handlers.common import numbered


def _forms(turn: Turn, question: Question) -> list[BankQuestion]:
    job = turn.work.get(Job, question.job_id)
    return core.forms(question, turn.content, packs_for(job.role, turn.content) if job else ())


def ways(turn: Turn, question: Question, tone: str) -> tuple[Button, ...]:
    """A door to them from the question's page, where there are several."""
    if len(_forms(turn, question)) < 2:
        return ()
    return (door(turn.t.label("questions.button_forms"), "question", "forms", f"{question.id}.{tone}"),)


def page(turn: Turn, question: Question, tone: str) -> Screen:
    """All of them with a number each; the one that is asked now stands out."""
    rows = _forms(turn, question)
    text = turn.t("questions.forms", questions=numbered(_line(turn, question, made, tone) for made in rows))
    numbers = [
        door(str(n), "question", "form", f"{question.id}.{tone}.{made.id.rpartition('.')[2]}.{_home(made)}")
        for n, made in enumerate(rows, 1)
    ]
    picks = tuple(tuple(numbers[i : i + 6]) for i in range(0, len(numbers), 6))
    back = (door(turn.t.label("questions.button_question"), "question", "open", question.id),)
    return Screen(text, (*picks, back, turn.way_back()), sort="report")


def choose(turn: Turn, question: Question, rest: str) -> str:
    """Takes the form that a button names ("direct.2.care": tone, number, pack) and returns the tone."""
    tone, number, pack = [*rest.split("."), "", ""][:3]
    made = next((m for m in _forms(turn, question) if (m.id.rpartition(".")[2], _home(m)) == (number, pack)), None)
    if made is not None:
        core.reworded(question, made)
    return tone


def _home(made: BankQuestion) -> str:
    """The pack that a question comes from; empty for the bank's own."""
    return made.id.rpartition("/")[0]


def _line(turn: Turn, question: Question, made: BankQuestion, tone: str) -> Html:
    now = "questions.form_now" if made.id == question.bank else "questions.form_line"
    words = made.direct if tone == "direct" else made.soft
    return turn.t(now, form=turn.t.label(f"questions.form_{made.form}"), question=words)
