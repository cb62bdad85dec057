"""What an interview looks like: the card to confirm, its page, and the reminders it will bring."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.core.model import Interview, Job, Reminder
from bot.core.reminders import evening_interviews
from bot.core.reminders.story import ASSUMED_LENGTH
from bot.core.when import echo
from bot.telegram.buttons import Button, door
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, escape
from bot.telegram.turn import Turn
from handlers import calendar_doors
from handlers.common import (
    job_of,
    job_words,
    local_words,
    open_questions,
    person_words,
    upcoming,
    when_words,
)
from handlers.interview_draft_time import start_of
from handlers.interview_saved import draft_of, known_interview
from handlers.turn_end import replan
from handlers.where import where

PLANNED = ("evening", "card", "debrief")  # the reminders that the saved card promises


def card(turn: Turn, draft: dict[str, Any]) -> Html:
    """The interview in words, date and zone written out."""
    t, people = turn.t, [person_words(name, title) for name, title, _ in draft.get("people", [])]
    length = draft.get("length")
    place = where(turn, *(draft.get(name) or "" for name in ("place", "link", "dial_in")))
    if not place and draft.get("medium"):
        place = t(f"interview.medium_{draft['medium']}")
    return t(
        "interview.card",
        employer=t("interview.employer_none")
        if not draft.get("employer")
        else Html(f"<b>{escape(draft['employer'])}</b>"),
        role=t("interview.role_named", role=draft["role"]) if draft.get("role") else t("interview.role_none"),
        when=echo(start_of(draft), turn.zone, turn.now),
        length=t("interview.length_known", minutes=length) if length else t("interview.length_none"),
        people=t("interview.card_people", people=", ".join(people)) if people else "",
        round=t("interview.card_round", round=t(f"interview.round_{draft['round']}").lower())
        if draft.get("round")
        else "",
        place=t("interview.card_place", place=place) if place else "",
    )


def confirm(turn: Turn) -> Screen:
    """The card with what can be changed on it."""
    t, draft = turn.t, turn.draft
    old, at = known_interview(turn, draft), start_of(draft)
    check = t("interview.check")
    if old is not None and old.start != at:
        check = t("interview.check_moved", old=local_words(turn, old.start))
    elif old is not None and not draft.get("interview_id"):
        check = t("interview.check_known")

    clash = next((i for i in upcoming(turn) if i is not old and _overlap(i, at, draft.get("length"))), None)
    if clash is not None:
        other = t("interview.overlaps", other=job_words(turn, job_of(turn, clash)), when=local_words(turn, clash.start))
        check = other + "\n" + check

    if draft.get("feared"):
        check += "\n" + t("interview.feared")

    def change(name: str) -> Button:
        return Button(t.label(f"interview.button_{name}"), "change", name)

    return Screen(
        card(turn, draft) + "\n\n" + check,
        (
            (Button(t.label("button.save"), "save"),),
            (change("time"), change("employer"), change("role")),
            (change("people"), change("round"), change("length"), change("place")),
        ),
        sort="card",
    )


def _overlap(other: Interview, start: datetime, length: int | None) -> bool:
    end = start + timedelta(minutes=length or ASSUMED_LENGTH)
    return other.start < end and start < other.start + timedelta(minutes=other.length or ASSUMED_LENGTH)


def plan_words(turn: Turn, interview: Interview) -> Html:
    """When the bot will write about that interview, from the very rows that will be sent."""
    replan(turn)
    t = turn.t
    if not turn.user.reminders:
        return t("interview.plan_off")
    rows = [
        r for r in turn.work.all(Reminder) if r.state == "planned" and r.kind in PLANNED and _about(turn, r, interview)
    ]
    if not rows:
        return t("interview.plan_none")
    lines = [
        t(f"interview.plan_{_name(turn, row)}", when=local_words(turn, row.due))
        for row in sorted(rows, key=lambda r: r.due)
    ]
    return t("interview.plan", lines=Html("\n".join(lines)))


def _about(turn: Turn, row: Reminder, interview: Interview) -> bool:
    """Whether a row speaks of that interview; one evening message may speak of several."""
    if row.kind != "evening":
        return row.interview_id == interview.id
    shared = evening_interviews(row, turn.user, turn.work.all(Job), turn.work.all(Interview), turn.now)
    return interview.id in [i.id for i in shared]


def _name(turn: Turn, row: Reminder) -> str:
    return "evening_plain" if row.kind == "evening" and not turn.user.coaching else row.kind


def page(turn: Turn, interview: Interview) -> Screen:
    """A saved interview with what can be done about it."""
    t, id = turn.t, interview.id
    text = card(turn, draft_of(turn, interview))
    close = door(t.label("interview.button_close"), "interview", "close", id)
    if interview.state == "cancelled":
        return Screen(
            text + "\n\n" + t("interview.page_cancelled"),
            ((*calendar_doors.take_out(turn, interview), close), next_row(turn)),
            sort="card",
        )
    count = len(open_questions(turn, job_of(turn, interview).id))
    over = interview.start <= turn.now
    if interview.state == "missed":
        return Screen(text + "\n\n" + t("interview.page_missed"), ((close,), next_row(turn)), sort="card")
    state = t("interview.page_done") if interview.state == "debriefed" else t("interview.page_open", count=count)
    main = ("debrief",) if over else ("prepare", "card")
    rows = [tuple(door(t.label(f"interview.button_{name}"), name, "open", id) for name in main)]
    if interview.state == "planned":
        rows.append(
            tuple(
                door(t.label(f"interview.button_{name}"), "interview", name, id)
                for name in ("move", "cancel", "change")
            )
        )
        rows.append((calendar_doors.give(turn, interview),))
    met = (door(t.label("person.button_people"), "person", "met", id),) if interview.people else ()
    return Screen(text + "\n\n" + state, (*rows, (*met, close), next_row(turn)), sort="card")


def next_row(turn: Turn) -> tuple[Button, ...]:
    """The way home."""
    return (door(turn.t.label("button.next"), "next"),)


def theirs_row(turn: Turn, draft: dict[str, Any], job_id: str) -> tuple[Button, ...]:
    """Where the employer moved it or called it off: the way to note that."""
    label = turn.t.label("interview.button_theirs")
    return (door(label, "signal", "open", job_id),) if draft.get("by_them") else ()


def interview_door(turn: Turn, interview: Interview) -> Button:
    """A door to that interview's page, named by its time and employer."""
    label = f"{when_words(turn, interview).split(' (')[0]} {job_of(turn, interview).employer}"
    return door(label[:60], "interview", "open", interview.id)
