"""/next, the home screen: what comes, what is still to ask, one next step."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Update

from bot.core.drafts import on
from bot.core.model import Dialog, Interview, Job, Offer, Priority, Reminder
from bot.core.reminders.story import is_open
from bot.telegram.buttons import Button, door
from bot.telegram.inputs import Command, Door, Handler
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import calendar_doors, interview_draft_time
from handlers.common import (
    job_of,
    job_words,
    local_words,
    open_questions,
    past,
    people_of,
    person_words,
    upcoming,
    when_words,
)
from handlers.interview_screens import interview_door
from handlers.questions import still_to_ask
from handlers.start import doors
from handlers.turn_end import replan

SHOWN = 3
AFTER = ("accepted", "started")  # stages at which no answer is awaited any more
SOON = timedelta(days=2)
ANSWER_SOON = timedelta(days=3)


async def show_next(update: Update, context: Context) -> None:
    turn = context.turn
    turn.show(home(turn))


def home(turn: Turn) -> Screen:
    """The home screen, made from the records alone."""
    replan(turn)
    coming, over = upcoming(turn), past(turn)
    offers = _offers(turn)
    half = _half_told(turn)
    if not coming and not over and not offers and not half and not turn.work.all(Interview):
        return doors(turn, "next.nothing")
    t, label = turn.t, turn.t.label
    lines = [_line(turn, interview) for interview in coming[:SHOWN]]
    lines += [_offer_line(turn, day, job) for day, job in offers]
    listed = [t("next.title"), *lines] if lines else [] if half else [t("next.none")]
    listed += [t("next.unsaved", what=_half_words(turn, half.data))] if half else []
    step, button = _step(turn, coming, over, offers)
    rows = tuple((interview_door(turn, interview),) for interview in coming[:SHOWN])
    rows += tuple((_offer_door(turn, job),) for _, job in offers)
    finish = (door(label("next.button_finish"), "dialog", "resume", half.id),) if half else ()
    back = () if half and half is turn.dialog else turn.way_back()
    questions = (door(label("next.button_questions"), "questions"),) if turn.user.coaching else ()
    tail = (*questions, door(label("next.button_add"), "interview", "new"))
    calendar = (calendar_doors.give_all(turn),) if coming else ()
    text = join([Html("\n".join(listed)), _open(turn), _left_out(turn), step])
    return Screen(text, (finish, button, *rows, tail, calendar, back), sort="report")


def _half_told(turn: Turn) -> Dialog | None:
    """An interview that was told and is not saved yet, the newest: nobody may think that it is kept."""
    told = [
        dialog
        for dialog in turn.work.all(Dialog)
        if dialog.flow == "interview" and not dialog.data.get("interview_id") and _tells(dialog.data)
    ]
    return max(told, key=lambda dialog: dialog.updated_at, default=None)


def _half_words(turn: Turn, draft: dict[str, Any]) -> str:
    return ", ".join(part for part in (str(draft["employer"]), interview_draft_time.told_words(turn, draft)) if part)


def _tells(draft: dict[str, Any]) -> bool:
    return bool(draft.get("employer") and (draft.get("when_text") or draft.get("local") or draft.get("choices")))


Deadline = tuple[date | None, Job]


def _offers(turn: Turn) -> list[Deadline]:
    """Offers that wait for an answer, the nearest day first; last those that name none. One whose day is over is not
    among them."""
    today = turn.now.astimezone(ZoneInfo(turn.zone)).date()
    found: dict[str, Deadline] = {}
    for offer in turn.work.all(Offer):
        job = turn.work.get(Job, offer.job_id)
        if job is None or not is_open(job) or job.stage in AFTER or not (offer.answer_by or offer.read):
            continue
        if offer.answer_by is None or offer.answer_by >= today:
            found[job.id] = (offer.answer_by, job)
    return sorted(found.values(), key=lambda pair: pair[0] or date.max)[:SHOWN]


def _offer_line(turn: Turn, day: date | None, job: Job) -> Html:
    name = job_words(turn, job)
    return turn.t("next.offer", day=on(day), job=name) if day else turn.t("next.offer_undated", job=name)


def _offer_door(turn: Turn, job: Job) -> Button:
    name = job.employer or job.role or turn.t.label("interview.employer_none")
    return door(turn.t.label("next.button_offer", job=name)[:60], "decide", "open", job.id)


def _line(turn: Turn, interview: Interview) -> Html:
    people = ", ".join(person_words(p.name, p.title) for p in people_of(turn, interview))
    line = turn.t("next.line", when=when_words(turn, interview), job=job_words(turn, job_of(turn, interview)))
    return line + (turn.t("next.line_people", people=people) if people else "")


def _open(turn: Turn) -> Html:
    count = len(still_to_ask(turn))
    if not count and (not turn.user.coaching or upcoming(turn)):  # for a talk that comes the bot has questions
        return Html("")
    return turn.t("next.open", count=count) if count else turn.t("next.open_none")


def _left_out(turn: Turn) -> Html:
    """What the cap held back for interviews that are not long over."""
    near = {i.id for i in turn.work.all(Interview) if i.state != "cancelled" and (turn.now - i.start).days < 14}
    rows = [r for r in turn.work.all(Reminder) if r.state == "dropped" and r.reason == "cap" and r.interview_id in near]
    rows = [r for r in rows if abs(r.due - turn.now) < SOON]  # what is far off may still find room
    kinds = dict.fromkeys(turn.t.label(f"next.kind_{row.kind}") for row in rows)
    return turn.t("next.left_out", kinds=", ".join(kinds)) if kinds else Html("")


def _step(
    turn: Turn, coming: list[Interview], over: list[Interview], offers: list[Deadline]
) -> tuple[Html, tuple[Button, ...]]:
    """The one next step, and its button."""
    t = turn.t
    if over and turn.user.coaching:
        return (
            t("next.step_debrief", job=job_words(turn, job_of(turn, over[0]))),
            (door(t.label("next.button_debrief"), "debrief", "open", over[0].id),),
        )
    first, job = offers[0] if offers else (None, None)
    if first and job and (datetime.combine(first, time.max, ZoneInfo(turn.zone)) - turn.now) < ANSWER_SOON:
        # its door stands below, with the offer
        return t("next.step_offer", job=job_words(turn, job), day=on(first)), ()
    if turn.user.coaching and not turn.work.all(Priority):
        return t("next.step_priorities"), (door(t.label("next.button_priorities"), "priorities"),)
    if (
        coming
        and turn.user.coaching
        and not any(q.interview_id == coming[0].id for q in open_questions(turn, coming[0].job_id))
    ):
        return (
            t("next.step_prepare", job=job_words(turn, job_of(turn, coming[0]))),
            (door(t.label("next.button_prepare"), "prepare", "open", coming[0].id),),
        )
    if turn.user.coaching and not turn.user.weighed and any(i.state == "debriefed" for i in turn.work.all(Interview)):
        return t("next.step_pairs"), (door(t.label("priorities.button_pairs"), "pairs"),)
    due = min((r.due for r in turn.work.all(Reminder) if r.state == "planned"), default=None)
    return (t("next.step_rest", when=local_words(turn, due)) if due else t("next.step_quiet")), ()


HANDLERS: list[Handler] = [Command("next", show_next), Door("next", "open", show_next)]
