"""The last look before a reminder is sent: does it still hold, may it be sent now, is it late?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.model import Interview, Job, Reminder, User
from bot.core.reminders.plan import Counted
from bot.core.reminders.story import NUDGES, Story, cause_of, start_of

LATE = timedelta(minutes=10)  # from here on a reminder says that it is late


@dataclass(frozen=True, slots=True)
class Send:
    """Send it now. ``late``: say so; ``silent``: without a sound."""

    late: bool
    silent: bool


@dataclass(frozen=True, slots=True)
class Drop:
    """Never send it. Reasons: blocked, off, gone, over, answered, late, blackout, quiet, cap."""

    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """Not now: the row's new ``due`` (UTC)."""

    due: datetime


def judge(
    reminder: Reminder,
    user: User,
    jobs: Iterable[Job],
    interviews: Iterable[Interview],
    reminders: Iterable[Reminder],
    now: datetime,
) -> Send | Drop | Later:
    """What to do with a reminder that fell due, maybe long ago. ``reminders`` are all rows of this user."""
    others = [row for row in reminders if row.id != reminder.id and not _waits_for(row, reminder)]
    story = Story(user, jobs, interviews, others, now)
    interview = story.interview(reminder.interview_id)
    if reason := _void(story, reminder, interview):
        return Drop(reason)
    late = now - reminder.due > LATE
    if reminder.kind == "waiting":  # asked for a moment ago, about the very interview that has not begun
        return Send(late, reminder.silent)
    return _when(story, reminder, interview) or _capped(story, reminder) or Send(late, _silent(story, reminder))


def _waits_for(other: Reminder, row: Reminder) -> bool:
    """Whether ``other`` is claimed too and its turn comes after: else two at once would each see a full day."""
    return other.state == "leased" and (other.due, other.cause) > (row.due, row.cause)


def _void(story: Story, row: Reminder, interview: Interview | None) -> str:
    """Why a reminder must not be sent any more, or ""."""
    if story.user.blocked:
        return "blocked"
    if not story.wants(row.kind):
        return "off"
    if not story.stands(row):
        return "gone"
    if interview and row.kind in ("gaps", "evening", "card") and start_of(interview) <= story.now:
        return "over"
    if interview and _answered(story, row.kind, interview):
        return "answered"
    return "late" if row.expires <= story.now else ""


def _answered(story: Story, kind: str, interview: Interview) -> bool:
    """Whether the user (or the employer) has already done what the reminder asks for."""
    if kind == "thanks":
        return interview.thanked
    if kind == "chaser":
        return interview.heard
    if kind == "retry":
        first = story.rows.get(cause_of("debrief", interview))
        return interview.state == "debriefed" or first is None or first.state != "sent"
    return interview.state == "debriefed"


def _when(story: Story, row: Reminder, interview: Interview | None) -> Drop | Later | None:
    """Interviews and quiet hours once more: the bot may have slept, the user may have booked another one."""
    clock, sound = story.clock(interview), row.kind != "card"
    obstacle = clock.obstacle(story.now, sound=sound)
    if not obstacle:
        return None
    later = clock.later(story.now, sound=sound)
    return Later(later) if later < row.expires else Drop(obstacle)


def _capped(story: Story, row: Reminder) -> Drop | None:
    """After a sleep several days' nudges may wake on one day; what the user put off himself is no nudge."""
    limited = row.kind in NUDGES and not row.snoozed
    return Drop("cap") if limited and Counted(story).full(row.interview_id, story.now) else None


def _silent(story: Story, row: Reminder) -> bool:
    if row.kind != "card":
        return row.silent
    return story.clock(story.interview(row.interview_id)).quiet(story.now) is not None
