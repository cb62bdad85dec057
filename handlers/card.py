"""/card: what to take along. Ticks by button; "still waiting" when nobody comes."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update

from bot.core import questions as core
from bot.core import reminders, wants
from bot.core.model import Answer, Gap, Interview, Priority, Question, Reminder
from bot.core.reminders.story import end_of
from bot.telegram.buttons import Button, door
from bot.telegram.inputs import Command, Door, Handler
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import planning
from handlers.common import job_of, job_words, local_words, past, people_of, person_words, upcoming, when_words
from handlers.interview_screens import next_row
from handlers.pictures import picture_door
from handlers.want import line
from handlers.where import where

JUST_OVER = timedelta(hours=6)
EARLY = timedelta(minutes=2)
EARLY_WAIT = timedelta(minutes=15)  # the card that comes before the start has the button already


def nearest(turn: Turn) -> Interview | None:
    """The interview that the card is for: one that runs, one that begins soon, one just over, else the next one."""
    running = [i for i in past(turn) if turn.now < end_of(i)]
    soon = [i for i in upcoming(turn) if i.start - turn.now < JUST_OVER]
    recent = [i for i in past(turn) if turn.now - i.start < JUST_OVER]
    return next(iter([*running, *soon, *recent, *upcoming(turn)]), None)


async def show_card(update: Update, context: Context) -> None:
    turn = context.turn
    interview = turn.work.get(Interview, turn.arg) if turn.arg else nearest(turn)
    if interview is None:
        return turn.say("card.none", (door(turn.t.label("next.button_add"), "interview", "new"),), next_row(turn))
    turn.show(card(turn, interview))


def card(turn: Turn, interview: Interview, extra: tuple[tuple[Button, ...], ...] = ()) -> Screen:
    """The pocket card with its buttons: a tick for each question, and what can be done with it."""
    rows = planning.planned(turn, interview) if turn.user.coaching else []
    text = join([words(turn, interview, rows), turn.t("card.hint") if rows else Html("")])
    picture = (picture_door(turn, "card", interview.id), print_door(turn, interview)) if rows else ()
    buttons = (*_ticks(rows, ticked(turn, interview), interview), _below(turn, interview, bool(rows)))
    return Screen(text, (*buttons, *extra, (*picture, *next_row(turn))), sort="card")


def print_door(turn: Turn, interview: Interview) -> Button:
    """The door to the list as a text to print: handlers/printed.py."""
    return door(turn.t.label("card.button_print"), "card", "print", interview.id)


def to_take(turn: Turn) -> tuple[Interview, list[Question]] | None:
    """The interview that the button names and its list, for a card of another kind. None where one of them is gone,
    after showing what there is instead."""
    interview = turn.work.get(Interview, turn.arg)
    if interview is None:
        turn.say("interview.not_found", next_row(turn))
        return None
    rows = planning.planned(turn, interview) if turn.user.coaching else []
    if not rows:
        turn.show(card(turn, interview))
        return None
    return interview, rows


def ticked(turn: Turn, interview: Interview) -> set[str]:
    """Ids of the questions that were asked there."""
    return {answer.question_id for answer in turn.work.all(Answer) if answer.interview_id == interview.id}


def words(turn: Turn, interview: Interview, rows: list[Question]) -> Html:
    """The card as text: when, who, the questions with ticks, the one thing to learn, the if-then line."""
    t, asked = turn.t, ticked(turn, interview)
    lines = [
        t(
            "card.line",
            tick="☑" if q.id in asked else "☐",
            question=f"{n}. {planning.planned_words(turn, q, interview)}",
        )
        for n, q in enumerate(rows, 1)
    ]
    body = Html("\n".join(lines))
    if not rows and turn.user.coaching:
        body = t("card.empty")
    return join([head(turn, interview), body, *besides(turn, interview, rows)])


def besides(turn: Turn, interview: Interview, rows: list[Question]) -> list[Html]:
    """What the card says beside the list: what to learn, what they would miss, the want to say, if-then."""
    parts = [turn.t("card.learn", learn=interview.learn)] if interview.learn else []
    missed = turn.user.missed_line if turn.user.coaching else ""
    parts += [turn.t("card.missed", line=missed)] if missed else []
    parts += [turn.t("card.they_ask", line=words) for words in they_ask(turn, interview)]
    return [*parts, to_say(turn, interview, rows), *([turn.t("card.then")] if rows else [])]


def they_ask(turn: Turn, interview: Interview) -> list[str]:
    """What they kept asking about, as a line to say; of several the last that was told."""
    gaps = [gap for gap in turn.work.all(Gap) if gap.job_id == interview.job_id and gap.asked and turn.user.coaching]
    latest = sorted(gaps, key=lambda gap: gap.created_at)[-1:]
    return [turn.t.label("gap.line", what=gap.words) for gap in latest]


def to_say(turn: Turn, interview: Interview, rows: list[Question]) -> Html:
    """One want as a line for the boss, while the job can still be shaped; not where it stands on the list already."""
    people = people_of(turn, interview)
    met = core.audiences(interview, people)
    known = [want for want in turn.work.all(Priority) if line(turn, want)]
    want = wants.to_say(known, interview.round, met) if turn.user.coaching else None
    if want is None or any(q.about == want.id for q in rows):
        return Html("")
    boss = next((p.name or p.title for p in people if p.audience == "M"), turn.t.label("whom.M"))
    return turn.t("priorities.say_card", person=boss, line=line(turn, want))


def head(turn: Turn, interview: Interview) -> Html:
    t = turn.t
    people = ", ".join(person_words(p.name, p.title) for p in people_of(turn, interview))
    place = where(turn, interview.place, interview.link, interview.dial_in)
    return t(
        "card.text",
        when=when_words(turn, interview),
        job=job_words(turn, job_of(turn, interview)),
        people=t("card.people", people=people) if people else "",
        place=t("card.place", place=place) if place else "",
    )


def _ticks(rows: list[Question], ticked: set[str], interview: Interview) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        door(
            f"{'☑' if q.id in ticked else '☐'} {number}",
            "card",
            "untick" if q.id in ticked else "tick",
            f"{q.id}.{interview.id}",
        )
        for number, q in enumerate(rows, 1)
    ]
    return tuple(tuple(buttons[i : i + 5]) for i in range(0, len(buttons), 5))


def _below(turn: Turn, interview: Interview, listed: bool) -> tuple[Button, ...]:
    t = turn.t
    prepare = door(t.label("interview.button_prepare"), "prepare", "open", interview.id)
    waiting = door(t.label("card.waiting"), "card", "waiting", interview.id)
    over = door(t.label("interview.button_debrief"), "debrief", "open", interview.id)
    if interview.state != "planned":
        return ()
    first = () if listed or not turn.user.coaching or interview.start < turn.now else (prepare,)
    lead = timedelta(minutes=turn.user.card_minutes) + EARLY_WAIT
    near = interview.start - lead <= turn.now < end_of(interview)
    return (*first, *((waiting,) if near else ()), *((over,) if interview.start <= turn.now else ()))


async def tick(update: Update, context: Context) -> None:
    """Asked, or not asked after all. Says what to set, so pressing twice does no harm."""
    turn = context.turn
    question_id, _, interview_id = turn.arg.partition(".")
    question, interview = turn.work.get(Question, question_id), turn.work.get(Interview, interview_id)
    if question is None or interview is None:
        return turn.say("questions.gone", next_row(turn))
    found = [a for a in turn.work.all(Answer) if a.question_id == question.id and a.interview_id == interview.id]
    wanted = turn.event.pressed is not None and turn.event.pressed.action == "tick"
    if wanted and not found:
        turn.work.add(Answer(question_id=question.id, interview_id=interview.id, created_at=turn.now))
    for answer in found if not wanted else []:
        if not answer.note:
            turn.work.remove(answer)
    turn.show(card(turn, interview))


async def waiting(update: Update, context: Context) -> None:
    """They have not begun: a check ten minutes after the start (asked for, so it is always sent)."""
    turn = context.turn
    interview = turn.work.get(Interview, turn.arg)
    if interview is None:
        return turn.say("interview.not_found", next_row(turn))
    if interview.state != "planned" or turn.now >= end_of(interview):
        return turn.show(card(turn, interview))
    if turn.now < interview.start - EARLY:
        turn.toast = turn.t.label("card.waiting_early", when=f"{interview.local:%H:%M}")
        return turn.show(card(turn, interview))
    row = reminders.waiting(interview, turn.now)
    known = next((r for r in turn.work.all(Reminder) if r.cause == row.cause), None)
    if known is None:
        turn.work.add(row)
    turn.note(turn.t("card.waiting_set", when=local_words(turn, (known or row).due).split(", ")[1]))
    turn.show(card(turn, interview))


HANDLERS: list[Handler] = [
    Command("card", show_card),
    Door("card", "open", show_card),
    Door("card", "tick", tick),
    Door("card", "untick", tick),
    Door("card", "waiting", waiting),
]
