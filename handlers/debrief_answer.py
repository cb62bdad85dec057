"""The answers of one talk, noted one by one in the debrief; a question that they would not answer is kept as such."""

from __future__ import annotations

from telegram import Update

from bot.core import answers, conduct, notes_told
from bot.core.model import Answer, Interview, Question, Signal
from bot.telegram.buttons import Button
from bot.telegram.screen import Screen
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers import debrief_tale, planning
from handlers.answering import answer_in, verdict_words
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
    if question is not None and interview is not None and (known := _vague_there(turn, question, interview)):
        return Screen(debrief_tale.ask_more(turn, question, known), (row,))
    key = "debrief.ask_told" if turn.draft.get("told") else "debrief.ask_answer"  # told freely: maybe never asked
    return Screen(turn.t(key, question=short(words, LONGEST)), (row,))


def _vague_there(turn: Turn, question: Question, interview: Interview) -> Answer | None:
    """What the tale holds of an answer that is gone back to."""
    rows = [a for a in turn.work.all(Answer) if (a.question_id, a.interview_id) == (question.id, interview.id)]
    return next((a for a in rows if a.note), None) if question.id == turn.draft.get("more") else None


async def answered(update: Update, context: Context) -> str:
    """Judged at once. The follow-up of the vague one that matters most is shown at the end, the others wait."""
    turn = context.turn
    question, interview = asked_now(turn), current(turn)
    if question is None or interview is None:
        return next_answer(turn)
    said = notes_told.without_complaint(turn.said)
    before = _vague_there(turn, question, interview)
    if not said and before is None:  # "I told you already", and nothing more: it stands in what he told
        turn.note(turn.t("debrief.told_already"))
        return next_answer(turn)
    told = debrief_tale.joined(turn, question, before.note if before else "", said)
    answer = debrief_tale.note(turn, question, told, interview)
    refused = conduct.guess(said, turn.content.acts) == "dodged"
    _balked(turn, interview, question, refused and answer.verdict == "none")
    turn.note(_worth(turn, question, answer))
    return next_answer(turn)


def _worth(turn: Turn, question: Question, answer: Answer) -> Html:
    if answer.verdict == "vague":
        return vague_words(turn, answer.note)
    if answer.verdict == "concrete" and question.state != "answered":
        return turn.t("answer.boss_too")
    return verdict_words(turn, question, answer.note, answer.verdict)


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
        if _vague_there(turn, question, interview) is None:  # what was told before stays: only more was refused
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
