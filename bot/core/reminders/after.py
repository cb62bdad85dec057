"""Reminders after an interview: debrief, one retry, thank-you, two chasers. Quiet hours and interviews delay them."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.model import Interview
from bot.core.reminders.clock import workday_from, workdays
from bot.core.reminders.story import NUDGES, Planned, Story, cause_of, end_of, start_of

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
CHASER_HOUR = "10:00"  # local: people read mail then
# So long after its time a reminder is still worth sending.
LIFE = {"debrief": 48 * HOUR, "retry": DAY, "thanks": DAY, "chaser": 3 * DAY}


def debriefs(story: Story, interviews: list[Interview]) -> list[Planned]:
    """After the planned end; those held up by a later interview come after it, in order, a minute apart."""
    found: list[Planned] = []
    not_before = None
    for interview in interviews:
        due = end_of(interview) + timedelta(minutes=story.user.debrief_minutes)
        planned = place(story, "debrief", interview, due, not_before=not_before)
        if planned is None:
            continue
        found.append(planned)
        row = story.rows.get(planned.cause)
        if row is None or not row.snoozed:  # one that was put off holds up no other
            not_before = planned.due + MINUTE
    return found


def retry(story: Story, interview: Interview) -> Planned | None:
    """Once, where the debrief was sent and left: that evening, or three hours later, or after the quiet hours."""
    row = story.rows.get(cause_of("debrief", interview))
    if row is None or row.state != "sent" or row.sent_at is None:
        return None
    clock = story.clock(interview)
    evening = clock.at(clock.day(row.sent_at), story.user.evening)
    due = evening if evening >= row.sent_at + 2 * HOUR else row.sent_at + 3 * HOUR
    return place(story, "retry", interview, due)


def thanks(story: Story, interview: Interview) -> Planned | None:
    """Twenty hours after the end, unless the user marked it sent."""
    return None if interview.thanked else place(story, "thanks", interview, end_of(interview) + 20 * HOUR)


def chasers(story: Story, interview: Interview) -> list[Planned]:
    """Two business days after the day they named, or five of silence; once more after seven days; then no more.

    Only for the last interview with an employer: a further one is an answer.
    """
    last = max((i for i in story.interviews if i.job_id == interview.job_id), key=lambda i: (start_of(i), i.id))
    if interview.heard or last is not interview:
        return []
    first = place(story, "chaser", interview, _first_chaser(story, interview), number="1")
    second_at = _second_chaser(story, interview)
    second = place(story, "chaser", interview, second_at, number="2") if second_at else None
    return [planned for planned in (first, second) if planned]


def _first_chaser(story: Story, interview: Interview) -> datetime:
    clock, weekend = story.clock(interview), story.user.weekend
    end = clock.day(end_of(interview))
    day = workdays(max(interview.word_by, end), 2, weekend) if interview.word_by else workdays(end, 5, weekend)
    return clock.at(day, CHASER_HOUR)


def _second_chaser(story: Story, interview: Interview) -> datetime | None:
    first = story.rows.get(cause_of("chaser", interview, "1"))
    if first is None or first.sent_at is None or first.state not in ("sent", "done"):
        return None
    clock, weekend = story.clock(interview), story.user.weekend
    day = workday_from(clock.day(first.sent_at) + 7 * DAY, weekend)
    if interview.word_by:  # they named a new day meanwhile
        day = max(day, workdays(interview.word_by, 2, weekend))
    return clock.at(day, CHASER_HOUR)


def place(
    story: Story,
    kind: str,
    interview: Interview,
    due: datetime,
    *,
    not_before: datetime | None = None,
    number: str = "",
) -> Planned | None:
    """A reminder meant for ``due``, put where it can be sent; None where it is not wanted, sent or too late.

    What was already due when the user told of the interview is not planned: the talk is about it just then.
    """
    cause = cause_of(kind, interview, number)
    row = story.rows.get(cause)
    if story.is_past(row) or not story.wants(kind):
        return None
    if kept := story.kept(row):
        return kept
    clock = story.clock(interview)
    earliest = max(due, not_before or due)
    due_at = clock.later(earliest)
    expires = due_at + LIFE[kind]
    if due_at < story.now:
        due_at = clock.later(max(story.now, earliest))
    if interview.created_at >= due or due_at >= expires:
        return None
    return Planned(
        kind=kind,
        cause=cause,
        due=due_at,
        expires=expires,
        interview_id=interview.id,
        job_id=interview.job_id,
        nudge=kind in NUDGES,
    )
