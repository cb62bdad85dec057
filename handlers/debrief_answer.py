"""The answers of one talk, noted one by one in the debrief; a question that they would not answer is kept as such."""

from __future__ import annotations

from telegram import Update

from bot.core import answers, conduct
from bot.core.model import Answer, Interview, Question, Signal
from bot.telegram.buttons import Button
from bot.telegram.screen import Screen
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers import planning
from handlers.answering import answer_in, note_answer
from handlers.asking import wording
from handlers.common import short
from handlers.debrief_end import act_of, current

LONGEST = 200  # characters of a question on a step


def asked_now(turn: Turn) -> Question | None:
    """The question whose answer is noted; after Back the last one, to correct it."""
    ask = turn.draft["ask"]
    return turn.work.get(Question, ask[min(turn.draft.get("at", 0), len(ask) - 1)]) if ask else None


def ask_answer(turn: Turn) -> Screen:
    question, interview = asked_now(turn), current(turn)
    words = planning.planned_words(turn, question, interview) if question and interview else ""
    row = (Button(turn.t.label("debrief.button_balked"), "balked"),)
    key = "debrief.ask_told" if turn.draft.get("told") else "debrief.ask_answer"  # told freely: maybe never asked
    return Screen(turn.t(key, question=short(words, LONGEST)), (row,))


async def answered(update: Update, context: Context) -> str:
    """Judged at once. The follow-up of the vague one that matters most is shown at the end, the others wait."""
    turn = context.turn
    question, interview = asked_now(turn), current(turn)
    if question is None or interview is None:
        return next_answer(turn)
    person = interview.people[0] if len(interview.people) == 1 else ""
    line, answer = note_answer(turn, question, turn.said, interview.id, person), answer_in(turn, question, interview.id)
    refused = conduct.guess(turn.said, turn.content.acts) == "dodged"
    _balked(turn, interview, question, refused and answer.verdict == "none")
    turn.note(vague_words(turn, turn.said) if answer.verdict == "vague" else line)
    return next_answer(turn)


def vague_words(turn: Turn, note: str) -> Html:
    """That it stays open, and which words left it so."""
    words = answers.vague_words(note)[:2]
    said = turn.t("answer.vague_words", words="”, “".join(words)) if words else Html("")
    return turn.t("debrief.vague", words=said)


async def balked(update: Update, context: Context) -> str:
    """A question that they would not answer is kept as what it is; it stays open."""
    turn = context.turn
    question, interview = asked_now(turn), current(turn)
    if question is not None and interview is not None:
        answer = answer_in(turn, question, interview.id)
        answer.note, answer.verdict, answer.kind = "", "none", ""
        answer.person_id = interview.people[0] if len(interview.people) == 1 else ""
        question.state = "open" if question.state == "answered" else question.state
        _balked(turn, interview, question, True)
    return next_answer(turn)


def _balked(turn: Turn, interview: Interview, question: Question, refused: bool) -> None:
    """Marks the answer; the talk has one act "dodged" as long as it has such an answer, named by the first question."""
    answer_in(turn, question, interview.id).balked = refused
    ids = [a.question_id for a in turn.work.all(Answer) if a.interview_id == interview.id and a.balked]
    words = [wording(turn, q) for q in (turn.work.get(Question, id) for id in ids) if q is not None]
    kept = next((s for s in turn.work.all(Signal) if (s.interview_id, s.kind) == (interview.id, "dodged")), None)
    if words and kept is None:
        kept = act_of(turn, interview, "dodged")
    if kept is not None and words:
        kept.note = words[0]
    if kept is not None and not words and kept.id == turn.draft.get("dodged"):
        turn.work.remove(kept)
    if kept is not None and refused:
        turn.draft.setdefault("dodged", kept.id)


async def skip_answer(update: Update, context: Context) -> str:
    turn, question = context.turn, asked_now(context.turn)
    if turn.draft.get("told") and question is not None:  # nobody said that it was asked
        turn.draft["asked"] = [id for id in turn.draft["asked"] if id != question.id]
    return next_answer(turn)


def next_answer(turn: Turn) -> str:
    draft = turn.draft
    draft["at"] = min(draft.get("at", 0), max(0, len(draft["ask"]) - 1)) + 1
    return "answer" if draft["at"] < len(draft["ask"]) else "odd"
