"""What goes with a sent reminder: why it came, putting it off, and noticing that a kind is not wanted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from bot.core.model import Interview, Job, Reminder, User
from bot.core.reminders.story import Story, cause_of, is_open, start_of

WAITING = timedelta(minutes=10)
STREAK = 3


def waiting(interview: Interview, now: datetime) -> Reminder:
    """The row for "still waiting": a check ten minutes after the start, worth sending for an hour."""
    start = start_of(interview)
    return Reminder(
        kind="waiting",
        cause=cause_of("waiting", interview),
        due=max(now, start + WAITING),
        expires=max(now, start + WAITING) + timedelta(hours=1),
        interview_id=interview.id,
        job_id=interview.job_id,
        created_at=now,
    )


def evening_interviews(
    reminder: Reminder, user: User, jobs: Iterable[Job], interviews: Iterable[Interview], now: datetime
) -> list[Interview]:
    """The interviews that one evening message speaks of: those still ahead on the day of its own, first one first."""
    story = Story(user, jobs, interviews, (), now)
    own = story.interview(reminder.interview_id)
    if own is None:
        return []
    clock = story.clock(own)
    day = clock.day(start_of(own))
    return [
        i
        for i in story.interviews
        if i.state == "planned"
        and clock.day(start_of(i)) == day
        and start_of(i) > now
        and is_open(story.jobs.get(i.job_id))
    ]


def ignored_streak(kind: str, reminders: Iterable[Reminder]) -> bool:
    """Whether the last three of a kind that were sent found no answer; snoozing is one."""
    sent = [(row.sent_at, row.state, row.snoozed) for row in reminders if row.kind == kind and row.sent_at]
    last = sorted(sent, key=lambda item: item[0])[-STREAK:]
    return len(last) == STREAK and all(state == "sent" and not snoozed for _, state, snoozed in last)


def snooze(
    reminder: Reminder,
    choice: Literal["hour", "evening", "morning"],
    user: User,
    interviews: Iterable[Interview],
    now: datetime,
) -> datetime | None:
    """The new time (UTC): in an hour, at the next evening hour, or when the quiet hours end (none: 08:00).

    Moved on where that falls into quiet hours or an interview; None where it would be too late to be of use.
    """
    story = Story(user, (), interviews, (), now)
    clock = story.clock(story.interview(reminder.interview_id))
    if choice == "hour":
        at = now + timedelta(hours=1)
    elif choice == "evening":
        at = clock.next(user.evening, now)
    else:
        at = clock.next(user.quiet_to if user.quiet_from != user.quiet_to else "08:00", now)
    at = clock.later(at)
    return at if at < reminder.expires else None


def why(reminder: Reminder, user: User, interviews: Iterable[Interview]) -> str:
    """The name of the line that says why this reminder came.

    The kind itself, but "prepare" for a list on the day of the interview and, for a chaser, "chaser_word" (they named
    a day), "chaser_silence" or "chaser_again".
    """
    story = Story(user, (), interviews, (), reminder.due)
    interview = story.interview(reminder.interview_id)
    if interview and reminder.kind == "evening":
        clock = story.clock(interview)
        return "prepare" if clock.day(reminder.due) == clock.day(start_of(interview)) else "evening"
    if interview and reminder.kind == "chaser":
        first = "chaser_word" if interview.word_by else "chaser_silence"
        return first if reminder.cause == cause_of("chaser", interview, "1") else "chaser_again"
    return reminder.kind
