"""A job's scoreboard: how it sits with each of the user's wants, and what they asked of him; one want's own page."""

from __future__ import annotations

from bot.core import fit, wants
from bot.core.model import Answer, Fit, Interview, Job, Person, Priority, Question
from bot.telegram.buttons import door
from bot.telegram.inputs import Door, Handler
from bot.telegram.screen import Screen
from bot.telegram.texts import join
from bot.telegram.turn import Turn
from handlers.about import gone, on_one
from handlers.common import bullets, job_words, numbered, short
from handlers.pictures import picture_door
from handlers.said import LONGEST, said_by
from handlers.want import settle_with_offer, want_name

MOST_WANTS = 20
SHOWN = 8
SURE = {0: "zero", 1: "one", 2: "two"}


def graded(turn: Turn, job: Job) -> list[fit.Graded]:
    """How the job sits with each of the user's wants."""
    return fit.grades(
        turn.work.all(Priority),
        turn.work.all(Fit),
        turn.work.all(Question),
        turn.work.all(Answer),
        {p.id: p for p in turn.work.all(Person)},
        turn.content.topics,
        job.id,
    )


def board(turn: Turn, job: Job) -> Screen:
    """Both sides: what the user wants and how it is met, and what they asked of him."""
    t, rows = turn.t, graded(turn, job)
    back = (picture_door(turn, "job", job.id), door(t.label("jobs.button_job"), "job", "open", job.id))
    if not rows:
        wants = (door(t.label("next.button_priorities"), "priorities"),)
        return Screen(t("jobs.board_nothing", job=job_words(turn, job)), (wants, back[1:]))
    rows = rows[:MOST_WANTS]
    lines = numbered(
        t("jobs.board_line", name=_marked(turn, row.priority), grade=_grade(turn, row), sure=_sure(turn, row))
        for row in rows
    )
    asked = asked_of(turn, job)
    parts = [t("jobs.board", job=job_words(turn, job), lines=lines)]
    parts += [t("jobs.board_mine", lines=bullets(asked))] if asked else []
    numbers = [door(str(n), "job", "want", f"{job.id}.{row.priority.id}") for n, row in enumerate(rows, 1)]
    doors = tuple(tuple(numbers[i : i + 6]) for i in range(0, len(numbers), 6))
    return Screen(join(parts), (*doors, back, turn.way_back()), sort="report")


def asked_of(turn: Turn, job: Job) -> list[str]:
    """Their questions to the user, the newest last, and what their advert asks for (✓: a skill of his meets it)."""
    rows = [interview for interview in turn.work.all(Interview) if interview.job_id == job.id]
    lines = [line for interview in rows for line in interview.asked_me.splitlines() if line]
    needs = [f"{'✓' if skill else '?'} {what}" for what, skill in job.needs.get("needs", [])]
    return [short(line, LONGEST) for line in (*lines[-SHOWN:], *needs[:SHOWN])]


def _marked(turn: Turn, want: Priority) -> str:
    name = want_name(turn, want)
    return turn.t.label("jobs.board_must", name=name) if want.level == "must" else name


def _grade(turn: Turn, row: fit.Graded) -> str:
    return turn.t.label(f"jobs.grade_{row.grade}")


def _sure(turn: Turn, row: fit.Graded) -> str:
    name = "own" if row.own else SURE[row.sure]
    return turn.t.label(f"jobs.sure_{name}") if name != "zero" else ""


def want(turn: Turn, job: Job, row: fit.Graded) -> Screen:
    """One want at one job: what was said on it, and the user's own mark."""
    t, label = turn.t, turn.t.label
    head = t(
        "jobs.want",
        name=want_name(turn, row.priority),
        job=job_words(turn, job),
        grade=_grade(turn, row),
        sure=_sure(turn, row),
    )
    said = bullets(said_by(turn, answer) for answer in row.answers[-5:])
    marks = [
        door(label(f"jobs.button_{grade}"), "job", "mark", f"{job.id}.{row.priority.id}.{grade}")
        for grade in fit.GRADES
    ]
    shape = _shape(turn, job, row.priority)
    shapes = tuple(
        door(
            f"{'• ' if shape == name else ''}{label(f'priorities.button_{name}')}",
            "job",
            "mark",
            f"{job.id}.{row.priority.id}.{name}",
        )
        for name in wants.SHAPES
    )
    back = (door(label("jobs.button_board_back"), "job", "board", job.id),)
    parts = [head, t("jobs.want_said", answers=said) if row.answers else t("jobs.want_none")]
    parts += [t("priorities.shape_is" if shape == "shapeable" else "priorities.shape_fixed")] if shape else []
    return Screen(join(parts), (tuple(marks[:2]), tuple(marks[2:]), shapes, back), sort="report")


def _shape(turn: Turn, job: Job, want: Priority) -> str:
    return next((f.shape for f in turn.work.all(Fit) if (f.job_id, f.priority_id) == (job.id, want.id)), "")


def _opened_want(turn: Turn, job: Job) -> None:
    job_id, want_id, grade = [*turn.arg.split("."), "", ""][:3]
    if turn.work.get(Priority, want_id) is None:
        return gone(turn, Priority)
    if grade in (*fit.GRADES, *wants.SHAPES):
        fits = [f for f in turn.work.all(Fit) if (f.job_id, f.priority_id) == (job_id, want_id)]
        mark = fits[0] if fits else turn.work.add(Fit(job_id=job_id, priority_id=want_id, created_at=turn.now))
        if grade in fit.GRADES:
            mark.grade = grade
        else:
            mark.shape = grade
            settle_with_offer(turn, job_id, want_id, wanted=grade == "shapeable")
    row = next(row for row in graded(turn, job) if row.priority.id == want_id)
    turn.show(want(turn, job, row))


HANDLERS: list[Handler] = [Door("job", action, on_one(Job, _opened_want)) for action in ("want", "mark")]
