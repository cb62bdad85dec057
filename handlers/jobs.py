"""/jobs: the employers, one page for each, how it sits with what the user wants, and the answers side by side."""

from __future__ import annotations

from collections import Counter

from telegram import Update

from bot.core import contradictions, fit, ledger, wants
from bot.core.model import Answer, Fit, Interview, Job, Person, Priority, Question, Signal
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Command, Conversation, Door, Handler, Said, State
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import belief, employers, gap
from handlers.asking import wording
from handlers.common import bullets, job_words, numbered, person_words, short, within
from handlers.interview_decisions import put_away
from handlers.interview_screens import next_row
from handlers.person import list_door as people_door
from handlers.pictures import picture_door
from handlers.want import settle_with_offer, want_name

STAGES = ("applied", "interviewing", "references", "offer", "accepted", "started", "declined", "rejected", "withdrawn")
OVER = ("declined", "rejected", "withdrawn")
CALLED = ("references", "offer")  # from here on a call may come
SHOWN = 8
MOST_WANTS = 20
TOLD = 4  # answers shown of one question
LONGEST = 200  # characters of one answer
SURE = {0: "zero", 1: "one", 2: "two"}


async def show_list(update: Update, context: Context) -> None:
    turn = context.turn
    t, rows = turn.t, employers.open_jobs(turn)
    present = [job for job in turn.work.all(Job) if job.present]
    away = sum(job.closed_at is not None for job in turn.work.all(Job))
    add = door(t.label("jobs.button_add_present"), "job", "present", present[-1].id) if present else None
    own = add or door(t.label("jobs.button_add_present"), "present")
    tail = (door(t.label("next.button_add"), "interview", "new"), own)
    if not rows:
        return turn.say("jobs.none", tail, next_row(turn))
    lines = [t("jobs.line", job=job_words(turn, job), stage=_stage(turn, job)) for job in rows[:SHOWN]]
    parts = [t("jobs.title"), numbered(lines), t("jobs.closed", count=away) if away else Html("")]
    doors = tuple((door(job_words(turn, job)[:60], "job", "open", job.id),) for job in rows[:SHOWN])
    several = (door(t.label("compare.button_open"), "compare"),) if len(rows) + len(present) > 1 else ()
    turn.show(Screen(join(parts), (*doors, tail, (*several, *next_row(turn)), turn.way_back()), sort="report"))


def _stage(turn: Turn, job: Job) -> str:
    return turn.t.label(f"jobs.stage_{job.stage}").lower()


# -- one job ----------------------------------------------------------------------------------------------------


def page(turn: Turn, job: Job) -> Screen:
    """What is known of one job, in a few lines, and where each of them leads."""
    t, label = turn.t, turn.t.label
    head = t("jobs.page_present" if job.present else "jobs.page", job=job_words(turn, job), stage=_stage(turn, job))
    treated = sum(s.job_id == job.id for s in turn.work.all(Signal))
    facts = [
        _open(turn, job),
        _fits(turn, job),
        _differ(turn, job),
        t("jobs.page_treated", count=treated) if treated else Html(""),
        t("jobs.page_need", need=job.need) if job.need else Html(""),
        t("jobs.page_floor", floor=job.floor) if job.floor else Html(""),
    ]
    board = door(label("jobs.button_board"), "job", "board", job.id)
    answers = door(label("jobs.button_answers"), "job", "answers", job.id)
    more = ((door(label("jobs.button_all"), "job", "all"),),) if job.present else _ways(turn, job)
    return Screen(join([head, join(facts, "\n")]), ((board, answers), *more, turn.way_back()), sort="report")


def _ways(turn: Turn, job: Job) -> tuple[tuple[Button, ...], ...]:
    def way(name: str, flow: str, action: str = "open") -> Button:
        return door(turn.t.label(f"jobs.button_{name}"), flow, action, job.id)

    return (
        (way("treated", "signal", "log"), belief.list_door(turn, job)),
        (door(turn.t.label("skills.button_skills"), "fitting", "open", job.id), gap.gaps_door(turn, job)),
        (way("need", "need"), way("stage", "job", "stage")),
        (way("decide", "decide"), way("no", "no")),
        (door(turn.t.label("call.button_card"), "call", "open", job.id), way("colleagues", "colleagues")),
        (
            people_door(turn, job),
            door(turn.t.label("jobs.button_all"), "job", "all"),
        ),
    )


def _open(turn: Turn, job: Job) -> Html:
    rows = ledger.still_to_ask(turn.work.all(Question), job.id)
    starred = sum(q.starred for q in rows)
    key = "jobs.page_open_starred" if starred else "jobs.page_open"
    return turn.t(key, count=len(rows), starred=starred) if rows else Html("")


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


def _fits(turn: Turn, job: Job) -> Html:
    counts = Counter(row.grade for row in graded(turn, job))
    words = [turn.t.label(f"jobs.count_{grade}", count=counts[grade]) for grade in fit.GRADES if counts[grade]]
    return turn.t("jobs.page_fits", counts=", ".join(words)) if words else Html("")


def _differ(turn: Turn, job: Job) -> Html:
    found = contradictions.find(turn.work.all(Question), turn.work.all(Answer), job.id)
    names = dict.fromkeys(_topic(turn, turn.work.get(Question, d.question_id)) for d in found)
    return turn.t("jobs.page_differ", topics=", ".join(names)) if names else Html("")


def _topic(turn: Turn, question: Question | None) -> str:
    topic = turn.content.topics.get(question.topic) if question else None
    return topic.name.lower() if topic else (question.text if question else "")


# -- the scoreboard ---------------------------------------------------------------------------------------------


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


def said_by(turn: Turn, answer: Answer) -> Html:
    """ "Anna (manager): every second weekend"."""
    person = turn.work.get(Person, answer.person_id)
    who = person_words(person.name, person.title) if person else turn.t.label("jobs.said_unknown")
    return turn.t("jobs.said", who=who, note=short(answer.note, LONGEST))


# -- answers side by side ---------------------------------------------------------------------------------------


def side_by_side(turn: Turn, job: Job) -> Screen:
    """Each question with what everybody said; two that differ are shown, not judged."""
    t = turn.t
    back = (door(t.label("jobs.button_job"), "job", "open", job.id),)
    told: dict[str, list[Answer]] = {}
    for answer in turn.work.all(Answer):
        question = turn.work.get(Question, answer.question_id)
        if answer.note and question is not None and question.job_id in ("", job.id):
            told.setdefault(question.id, []).append(answer)
    if not told:
        return Screen(t("jobs.answers_none", job=job_words(turn, job)), (back,))
    differing = {d.question_id for d in contradictions.find(turn.work.all(Question), turn.work.all(Answer), job.id)}
    parts, doors = [t("jobs.answers", job=job_words(turn, job))], []
    ordered = sorted(told, key=lambda id: (id not in differing, -len(told[id])))
    for id in ordered[:SHOWN]:
        question = turn.work.get(Question, id) or Question()
        lines = bullets(said_by(turn, answer) for answer in told[id][-TOLD:])
        part = t("jobs.answers_line", question=wording(turn, question), answers=lines)
        parts.append(join([part, t("jobs.answers_differ")], "\n") if id in differing else part)
        if id in differing:
            name = t.label("jobs.button_differ", name=_topic(turn, question))
            doors.append((door(name[:60], "job", "differ", id),))
    return Screen(join([Html(part) for part in within(parts)]), (*doors, back, turn.way_back()), sort="report")


def _ask_which(turn: Turn, question: Question) -> Screen:
    """Two answers that differ open a question; asking for it twice keeps one."""
    found = contradictions.find(turn.work.all(Question), turn.work.all(Answer), question.job_id)
    mine = [d for d in found if d.question_id == question.id]
    job = turn.work.get(Job, question.job_id) or Job()
    if not mine:
        return side_by_side(turn, job)
    text = turn.t.label("jobs.differ_text", first=mine[0].first.note[:80], second=mine[0].second.note[:80])
    known = [q for q in turn.work.all(Question) if q.about == question.id and q.origin == "contradiction"]
    kept = (
        known[0] if known else Question(job_id=job.id, origin="contradiction", about=question.id, created_at=turn.now)
    )
    kept.text, kept.state, kept.audience = text, "open", "M"
    turn.work.add(kept)
    row = (door(turn.t.label("jobs.button_answers"), "job", "answers", job.id), undo.button(turn))
    return Screen(turn.t("jobs.differ_kept", question=text), (row, next_row(turn)))


# -- doors ------------------------------------------------------------------------------------------------------


def _parts(turn: Turn) -> list[str]:
    return [*turn.arg.split("."), "", ""]


async def opened(update: Update, context: Context) -> None:
    """Every door of a job: its action names the screen."""
    turn = context.turn
    action = turn.event.pressed.action if turn.event.pressed else ""
    job = turn.work.get(Job, _parts(turn)[0])
    if job is None:
        return turn.say("interview.not_found", next_row(turn))
    screens = {"open": page, "board": board, "answers": side_by_side, "stage": ask_stage, "present": page}
    turn.show(screens[action](turn, job))


async def opened_want(update: Update, context: Context) -> None:
    turn = context.turn
    job_id, want_id, grade = _parts(turn)[:3]
    job = turn.work.get(Job, job_id)
    if job is None or turn.work.get(Priority, want_id) is None:
        return turn.say("interview.not_found", next_row(turn))
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


async def opened_differ(update: Update, context: Context) -> None:
    turn = context.turn
    question = turn.work.get(Question, turn.arg)
    if question is None:
        return turn.say("questions.gone", next_row(turn))
    turn.show(_ask_which(turn, question))


# -- where it stands --------------------------------------------------------------------------------------------


def ask_stage(turn: Turn, job: Job) -> Screen:
    label = turn.t.label
    buttons: list[Button] = [
        door(f"{'• ' if job.stage == stage else ''}{label(f'jobs.stage_{stage}')}", "job", "to", f"{job.id}.{stage}")
        for stage in STAGES
    ]
    rows = tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))
    back = (door(label("jobs.button_job"), "job", "open", job.id),)
    return Screen(turn.t("jobs.stage_ask", job=job_words(turn, job)), (*rows, back))


async def set_stage(update: Update, context: Context) -> None:
    """A stage that ends it stops that employer's reminders; any other opens its book again."""
    turn = context.turn
    job_id, stage = _parts(turn)[:2]
    job = turn.work.get(Job, job_id)
    if job is None or stage not in STAGES:
        return turn.say("interview.not_found", next_row(turn))
    if stage in OVER:
        put_away(turn, job)
    else:
        job.closed_at = None
    job.stage = stage
    parts = [turn.t("jobs.stage_set", job=job_words(turn, job), stage=_stage(turn, job))]
    row = (door(turn.t.label("jobs.button_job"), "job", "open", job.id), undo.button(turn))
    learned = (door(turn.t.label("free.button_learned"), "learned", "open", job.id),) if stage in OVER else ()
    call = (door(turn.t.label("call.button_card"), "call", "open", job.id),) if stage in CALLED else ()
    turn.show(Screen(join(parts), (row, (*call, *learned, *next_row(turn)))))


# -- the present job --------------------------------------------------------------------------------------------


async def start_present(update: Update, context: Context) -> str:
    context.turn.begin("present", "name")
    return "name"


def ask_present(turn: Turn) -> Screen:
    return Screen(turn.t("jobs.present_ask"))


async def took_present(update: Update, context: Context) -> str:
    """ "City Library, librarian": the job the user has; one only."""
    turn = context.turn
    employer, _, role = (part.strip() for part in turn.said.partition(","))
    rows = [job for job in turn.work.all(Job) if job.present]
    job = rows[0] if rows else turn.work.add(Job(present=True, stage="started", created_at=turn.now))
    job.employer, job.role = employer, role
    row = (door(turn.t.label("jobs.button_job"), "job", "open", job.id),)
    turn.say("jobs.present_kept", row, next_row(turn), job=job_words(turn, job))
    return END


CONVERSATION = Conversation(
    "present",
    entry_points=[Door("present", "open", start_present)],
    states={"name": State(ask_present, Said(took_present, 160))},
)
HANDLERS: list[Handler] = [
    Command("jobs", show_list),
    Door("job", "all", show_list),
    *(Door("job", action, opened) for action in ("open", "board", "answers", "stage", "present")),
    Door("job", "want", opened_want),
    Door("job", "mark", opened_want),
    Door("job", "differ", opened_differ),
    Door("job", "to", set_stage),
]
