"""What everybody said at one employer, question by question, side by side; two that differ open a question."""

from __future__ import annotations

from bot.core import contradictions, ledger
from bot.core.model import Answer, Interview, Job, Person, Question
from bot.core.wants import inside
from bot.telegram import undo
from bot.telegram.buttons import door
from bot.telegram.inputs import Door, Handler
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Turn
from handlers.about import on_one
from handlers.asking import wording
from handlers.common import bullets, job_words, person_words, short, within
from handlers.interview_screens import next_row

SHOWN = 8
TOLD = 4  # answers shown of one question
LONGEST = 200  # characters of one answer


def said_by(turn: Turn, answer: Answer) -> Html:
    """ "Anna (manager): every second weekend"."""
    person = turn.work.get(Person, answer.person_id)
    who = person_words(person.name, person.title) if person else turn.t.label("jobs.said_unknown")
    return turn.t("jobs.said", who=who, note=short(answer.note, LONGEST))


def side_by_side(turn: Turn, job: Job) -> Screen:
    """Each question with what everybody said; two that differ are shown, not judged."""
    t = turn.t
    back = (door(t.label("jobs.button_job"), "job", "open", job.id),)
    told: dict[str, list[Answer]] = {}
    there = said_there(turn, job)
    for answer in there:
        if answer.note:
            told.setdefault(answer.question_id, []).append(answer)
    if not told:
        return Screen(t("jobs.answers_none", job=job_words(turn, job)), (back,))
    differing = {d.question_id for d in contradictions.find(there)}
    parts, doors = [t("jobs.answers", job=job_words(turn, job))], []
    ordered = sorted(told, key=lambda id: (id not in differing, -len(told[id])))
    for id in ordered[:SHOWN]:
        question = turn.work.get(Question, id) or Question()
        lines = bullets(said_by(turn, answer) for answer in told[id][-TOLD:])
        part = t("jobs.answers_line", question=wording(turn, question), answers=lines)
        parts.append(join([part, t("jobs.answers_differ")], "\n") if id in differing else part)
        if id in differing:
            name = t.label("jobs.button_differ", name=topic_name(turn, question))
            doors.append((door(name[:60], "job", "differ", f"{id}.{job.id}"),))
    return Screen(join([Html(part) for part in within(parts)]), (*doors, back, turn.way_back()), sort="report")


def said_there(turn: Turn, job: Job) -> list[Answer]:
    """What was said at that employer, to his own questions and to general ones."""
    work = turn.work
    only = [other for other in work.all(Job) if not other.present] == [job]
    rows = (work.all(Question), work.all(Answer), work.all(Interview), work.all(Person))
    return ledger.answers_at(job.id, *rows, only=only)


def differences(turn: Turn, job: Job) -> list[contradictions.Difference]:
    """Which answers of that employer's people differ."""
    return contradictions.find(said_there(turn, job))


def difference(turn: Turn, question: Question, job: Job) -> Screen | None:
    """The two answers to that question that differ there, and the way to ask which holds; None where none do."""
    found = [d for d in differences(turn, job) if d.question_id == question.id]
    if not found:
        return None
    lines = bullets(said_by(turn, answer) for answer in (found[-1].first, found[-1].second))
    text = turn.t("notes.kept_differs", question=wording(turn, question), answers=lines)
    name = turn.t.label("jobs.button_differ", name=topic_name(turn, question))
    return Screen(text, ((door(name[:60], "job", "differ", f"{question.id}.{job.id}"),),))


def _ask_which(turn: Turn, question: Question) -> Screen:
    """Two answers that differ open a question; asking for it twice keeps one. The button's argument: the question
    and, after a dot, the employer."""
    job = turn.work.get(Job, turn.arg.partition(".")[2] or question.job_id) or Job()
    mine = [d for d in differences(turn, job) if d.question_id == question.id]
    if not mine:
        return side_by_side(turn, job)
    text = turn.t.label("jobs.differ_text", first=mine[0].first.note[:80], second=mine[0].second.note[:80])
    new = Question(job_id=job.id, origin="contradiction", about=question.id, created_at=turn.now)
    same = (q for q in turn.work.all(Question) if (q.job_id, q.origin, q.about) == (new.job_id, new.origin, new.about))
    kept = next(same, new)
    kept.text, kept.state, kept.audience = text, "open", "M"
    turn.work.add(kept)
    row = (door(turn.t.label("jobs.button_answers"), "job", "answers", job.id), undo.button(turn))
    return Screen(turn.t("jobs.differ_kept", question=text), (row, next_row(turn)))


def topic_name(turn: Turn, question: Question | None) -> str:
    found = turn.content.topics.get(question.topic) if question else None
    return inside(found.name) if found else (question.text.rstrip("?. ") if question else "")


def _differ(turn: Turn, question: Question) -> None:
    turn.show(_ask_which(turn, question))


HANDLERS: list[Handler] = [Door("job", "differ", on_one(Question, _differ))]
