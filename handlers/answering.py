"""Noting what they said to a question: judged, kept, and the question closed or left open."""

from __future__ import annotations

from bot.core import answers
from bot.core.model import Answer, Question
from bot.telegram.texts import Html
from bot.telegram.turn import Turn
from handlers.asking import wording


def note_answer(turn: Turn, question: Question, note: str, interview_id: str = "", person_id: str = "") -> Html:
    """Keeps the answer and says what it is worth. Only a concrete one closes the question."""
    said = wording(turn, question)
    verdict = answers.verdict(said, note)
    answer = _answer(turn, question, interview_id)
    answer.note, answer.verdict, answer.person_id = note, verdict, person_id
    if verdict == "concrete":
        question.state, question.interview_id, question.rank = "answered", "", 0
    elif question.state != "planned":  # one that is planned for the next talk stays on its list
        question.state = "open"
    return verdict_words(turn, question, note, verdict)


def _answer(turn: Turn, question: Question, interview_id: str) -> Answer:
    """The answer of that interview (a tick made it), or a new one."""
    for row in turn.work.all(Answer):
        if row.question_id == question.id and row.interview_id == interview_id and interview_id:
            return row
    return turn.work.add(Answer(question_id=question.id, interview_id=interview_id, created_at=turn.now))


def verdict_words(turn: Turn, question: Question, note: str, verdict: str) -> Html:
    """What the answer is worth, in a line; for a vague one the words that made it so and what to ask next."""
    if verdict != "vague":
        return turn.t(f"answer.{verdict}")
    topic = turn.content.topics.get(question.topic)
    words = answers.vague_words(note)[:2]
    said = turn.t("answer.vague_words", words="”, “".join(words)) if words else ""
    return turn.t("answer.vague", words=said, follow_up=topic.follow_up if topic else turn.t("debrief.follow_own"))
