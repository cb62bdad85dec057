"""The answers of one talk, noted one by one in the debrief; a question that they would not answer is kept as such."""

from __future__ import annotations

import re2
from telegram import Update

from bot.core import answers, conduct, debrief_words, notes_told, tale_parts
from bot.core.model import Answer, Interview, Question, Signal
from bot.core.remarks import wants_to_know
from bot.telegram.buttons import Button
from bot.telegram.screen import Screen
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers import debrief_asked, debrief_heard, debrief_tale, debrief_told, planning
from handlers.answering import answer_in, settle, verdict_words
from handlers.asking import wording
from handlers.common import short
from handlers.debrief_end import act_of, current, finish, keep_word

_AGAIN = re2.compile(
    r"(?i)\b(?:again|once more|it|this|that) ?(?:again|once more|next time|too|because|cause|cos|$)|\bagain\b"
)
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
    if debrief_asked.take(turn, interview):
        return "answer"
    if debrief_words.nothing_odd(turn.said):  # said ahead of its question
        turn.draft["fine"] = True
        turn.note(turn.t("debrief.fine_noted"))
        return "answer"
    if wants_to_know(turn.said):  # a question of his own, or this one once more
        return _asks_on(turn, interview)
    said = notes_told.without_complaint(turn.said)
    before = _vague_there(turn, question, interview)
    if before is not None and debrief_words.clear_enough(said):
        return _is_clear(turn, question, before)
    if debrief_told.take_people(turn, interview, said) and tale_parts.person_in(said):
        return "answer"  # a name answers no question
    if debrief_words.no_more(said) or (said and notes_told.says_nothing(said) and before is None):
        return _nothing_said(turn, interview, question, before)
    if debrief_heard.differ(turn, interview, said, question.id):
        if before is None:
            debrief_tale.note(turn, question, said, interview)
        return next_answer(turn)
    if keep_word(turn, interview, turn.said) and before is None:
        return "answer"
    if not said and before is None:  # "I told you already", and nothing more: it stands in what he told
        turn.note(turn.t("debrief.told_already"))
        return next_answer(turn)
    told = debrief_tale.joined(turn, question, before.note if before else "", said)
    answer = debrief_tale.note(turn, question, told, interview)
    refused = conduct.guess(said, turn.content.acts) == "dodged"
    _balked(turn, interview, question, refused and answer.verdict == "none")
    joined = before is not None and answer.verdict == "vague" and said in answer.note
    turn.note(_taken(turn, said) if joined else _worth(turn, question, answer))
    return next_answer(turn)


def _asks_on(turn: Turn, interview: Interview) -> str:
    """ "I want to ask it again because of the nights" leaves it open; another question joins the list."""
    if not _AGAIN.search(turn.said) and debrief_heard.ask_them(turn, interview, turn.said):
        return "answer"
    interview.note = f"{interview.note}\n{turn.said}".strip()
    turn.note(turn.t("debrief.not_asked"))
    return next_answer(turn)


def _is_clear(turn: Turn, question: Question, answer: Answer) -> str:
    """ "No, that's clear": what was noted counts as an answer, since he says so."""
    answer.verdict = "concrete"
    settle(turn, question, answer)
    turn.note(turn.t("answer.concrete"))
    return next_answer(turn)


def _nothing_said(turn: Turn, interview: Interview, question: Question, before: Answer | None) -> str:
    """ "No, didn't say. Next": what was noted before stays as it is; where it was asked, that nobody answered."""
    if before is not None:
        turn.note(turn.t("debrief.not_said_more"))
        return next_answer(turn)
    if turn.draft.get("told"):
        turn.note(turn.t("debrief.not_asked"))
        return _unasked(turn, question)
    refused = conduct.guess(turn.said, turn.content.acts) == "dodged"
    debrief_tale.note(turn, question, turn.said, interview).verdict = "none"
    question.state = "open" if question.state == "answered" else question.state
    _balked(turn, interview, question, refused)
    turn.note(turn.t("debrief.not_said"))
    return next_answer(turn)


def _taken(turn: Turn, said: str) -> Html:
    """What was said more to a vague answer and leaves it as it was."""
    return turn.t("debrief.taken", words=short(said, debrief_tale.MOST_NOTE))


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
    return _unasked(turn, question) if turn.draft.get("told") and question is not None else next_answer(turn)


def _unasked(turn: Turn, question: Question) -> str:
    """Nobody said that it was asked."""
    turn.draft["asked"] = [id for id in turn.draft["asked"] if id != question.id]
    return next_answer(turn)


def next_answer(turn: Turn) -> str:
    draft = turn.draft
    draft["at"] = min(draft.get("at", 0), max(0, len(draft["ask"]) - 1)) + 1
    if draft["at"] < len(draft["ask"]):
        return "answer"
    if not draft.get("fine"):
        return "odd"
    draft.update(kind="", odd="")
    return finish(turn)
