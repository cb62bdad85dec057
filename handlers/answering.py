"""Noting what they said to a question: judged, kept, and the question closed or left open."""

from __future__ import annotations

from bot.core import answers, evidence, ledger
from bot.core.hears import heard, plain
from bot.core.model import Answer, Person, Priority, Question
from bot.telegram.texts import Html
from bot.telegram.turn import Turn
from content import Reading
from handlers.asking import wording


def note_answer(turn: Turn, question: Question, note: str, interview_id: str = "", person_id: str = "") -> Html:
    """Keeps the answer and says what it is worth. What matters most stays open until the boss has answered it."""
    answer = answer_in(turn, question, interview_id, person_id)
    answer.person_id = person_id
    judge(turn, question, answer, note)
    settle(turn, question, answer)
    if answer.verdict == "concrete" and question.state != "answered":
        return turn.t("answer.boss_too")
    return verdict_words(turn, question, note, answer.verdict)


def settle(turn: Turn, question: Question, answer: Answer) -> None:
    """Closes the question where that answer settles it."""
    person, topics = turn.work.get(Person, answer.person_id), turn.content.topics
    if ledger.settles(question, answer, person, topics, turn.work.all(Priority)):
        question.state, question.interview_id, question.rank = "answered", "", 0
    elif question.state != "planned":  # one that is planned for the next talk stays on its list
        question.state = "open"


def judge(turn: Turn, question: Question, answer: Answer, note: str) -> None:
    """What the note counts as: concrete, vague or none; and, where something was said, claim or evidence."""
    answer.note, answer.verdict = note, answers.verdict(wording(turn, question), note)
    answer.kind = evidence.kind(note) if answer.verdict != "none" else ""


def answer_in(turn: Turn, question: Question, interview_id: str, person_id: str = "") -> Answer:
    """The answer of that interview (a tick made it), or a new one: several people of one talk each have theirs."""
    for row in turn.work.all(Answer):
        mine = not person_id or row.person_id in ("", person_id)
        if mine and row.question_id == question.id and row.interview_id == interview_id and interview_id:
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


def known_reading(turn: Turn, note: str) -> Reading | None:
    """The two readings of a phrase that many employers use; None where the note holds none."""
    line = plain(note)
    return next((r for r in turn.content.readings.values() if any(heard(r.hears, line))), None)
