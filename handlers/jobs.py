"""/jobs: the employers, one page for each, where it stands, and the present job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from telegram import Update

from bot.core import fit, ledger, present
from bot.core.model import Job, Offer, Question, Signal
from bot.core.offer import keeping
from bot.core.wants import inside
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Callback, Command, Door, Handler, Said
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import belief, days, employers, gap
from handlers.about import on_one
from handlers.common import job_words, numbered
from handlers.interview_decisions import put_away
from handlers.interview_screens import next_row
from handlers.person import list_door as people_door
from handlers.said import differences, side_by_side, topic_name
from handlers.scoreboard import board, graded

STAGES = ("applied", "interviewing", "references", "offer", "accepted", "started", "declined", "rejected", "withdrawn")
OVER = ("declined", "rejected", "withdrawn")
CALLED = ("references", "offer")  # from here on a call may come
SHOWN = 8


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
    return inside(turn.t.label(f"jobs.stage_{job.stage}"))


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
        *days.lines(turn, job),
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
        (way("decide", "decide"), way("no", "no"), *days.doors(turn, job)),
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


def _fits(turn: Turn, job: Job) -> Html:
    counts = Counter(row.grade for row in graded(turn, job))
    words = [turn.t.label(f"jobs.count_{grade}", count=counts[grade]) for grade in fit.GRADES if counts[grade]]
    return turn.t("jobs.page_fits", counts=", ".join(words)) if words else Html("")


def _differ(turn: Turn, job: Job) -> Html:
    asked = (turn.work.get(Question, d.question_id) for d in differences(turn, job))
    names = dict.fromkeys(topic_name(turn, question) for question in asked)
    return turn.t("jobs.page_differ", topics=", ".join(names)) if names else Html("")


# -- doors ------------------------------------------------------------------------------------------------------


def _shows(screen: Callable[[Turn, Job], Screen]) -> Callback:
    return on_one(Job, lambda turn, job: turn.show(screen(turn, job)))


# -- where it stands --------------------------------------------------------------------------------------------


def ask_stage(turn: Turn, job: Job) -> Screen:
    label = turn.t.label
    buttons: list[Button] = [
        door(f"{'• ' if job.stage == stage else ''}{label(f'jobs.stage_{stage}')}", "job", "to", f"{job.id}.{stage}")
        for stage in STAGES
    ]
    rows = tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))
    back = (door(label("jobs.button_job"), "job", "open", job.id),)
    return Screen(turn.t("jobs.stage_ask", job=job_words(turn, job)), (*rows, back), sort="picker")


def _set_stage(turn: Turn, job: Job) -> None:
    """A stage that ends it stops that employer's reminders; any other opens its book again."""
    stage = turn.arg.partition(".")[2]
    if stage not in STAGES:
        return turn.show(ask_stage(turn, job))
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


async def took_present(update: Update, context: Context) -> str:
    """ "City Library, librarian, 31k": the job the user has; one only. What it pays stands beside the offers."""
    keep_present(context.turn, present.read(context.turn.said))
    return END


def keep_present(turn: Turn, told: present.Present) -> None:
    """Keeps it, with its terms as the user tells them."""
    rows = [job for job in turn.work.all(Job) if job.present]
    job = rows[0] if rows else turn.work.add(Job(present=True, stage="started", created_at=turn.now))
    job.employer, job.role = told.employer, told.role or job.role
    if told.terms:
        known = [offer for offer in turn.work.all(Offer) if offer.job_id == job.id]
        terms = known[-1] if known else turn.work.add(Offer(job_id=job.id, created_at=turn.now))
        terms.read = keeping.reading(told.terms, turn.content.offer_topics)
    row = (door(turn.t.label("jobs.button_job"), "job", "open", job.id),)
    turn.say("jobs.present_kept", row, next_row(turn), job=job_words(turn, job))


async def told_present(update: Update, context: Context) -> None:
    """The same in a free message: "my job now is City Library"."""
    turn = context.turn
    found = present.told(turn.said)
    if found is not None:
        keep_present(turn, found)


CONVERSATION = Conversation(
    "present",
    entry_points=[Door("present", "open", start_present)],
    states={"name": State(asks("jobs.present_ask"), Said(took_present, 160))},
)
HANDLERS: list[Handler] = [
    Command("jobs", show_list),
    Door("job", "all", show_list),
    *(Door("job", action, _shows(page)) for action in ("open", "present")),
    Door("job", "board", _shows(board)),
    Door("job", "answers", _shows(side_by_side)),
    Door("job", "stage", _shows(ask_stage)),
    Door("job", "to", on_one(Job, _set_stage)),
]
