"""Reminders before an interview: nothing to ask yet, the evening list, the pocket card.

Two choices where the rules leave one: who saves an interview when its card is already due gets the card and not the
list as well; who saves it so late that the list could come neither after nor before the quiet hours gets no list
("quiet"), for the reply to saving it offers to prepare at once and the card keeps its time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.model import Interview, Reminder
from bot.core.reminders.clock import MARGIN
from bot.core.reminders.story import BEFORE_START, NUDGES, Planned, Story, cause_of, start_of

_DAY = timedelta(days=1)
SAME_EVENING = timedelta(hours=2)


def gaps(story: Story, interview: Interview) -> Planned | None:
    """Two days before at the evening hour; the caller has made sure that there is nothing yet to ask."""
    clock = story.clock(interview)
    day = clock.day(start_of(interview))
    due = clock.at(day - 2 * _DAY, story.user.evening)
    if due <= story.now:
        row = _waiting(story, "gaps", interview)
        if row is None:
            return None  # saved later than that: the evening message speaks for itself
        due = row.due
    return _place(story, "gaps", interview, due, clock.at(day - _DAY, story.user.evening))


def beside(lists: list[Planned], gaps: Planned) -> Planned:
    """One evening, one message: where the list of another talk comes at that time the hint stays out."""
    near = any(abs(one.due - gaps.due) < SAME_EVENING for one in lists if one.state == "planned")
    return replace(gaps, state="dropped", reason="shared") if near and gaps.state == "planned" else gaps


def card(story: Story, interview: Interview) -> Planned | None:
    """So long before the start as the user likes; silent in quiet hours."""
    due = card_time(story, interview)
    planned = _place(story, "card", interview, max(due, story.now), start_of(interview) - BEFORE_START, sound=False)
    if planned is None:
        return None
    return replace(planned, silent=story.clock(interview).quiet(planned.due) is not None)


def card_time(story: Story, interview: Interview) -> datetime:
    """When the card is meant to come."""
    return start_of(interview) - timedelta(minutes=story.user.card_minutes)


def evenings(story: Story, interviews: list[Interview]) -> list[Planned]:
    """The evening before; one message speaks for all interviews of a day, the others' rows are "shared"."""
    carriers: dict[object, Planned] = {}
    found = []
    for interview in interviews:
        planned = _evening(story, interview)
        if planned is None:
            continue
        if planned.state == "planned" and planned.expires > story.now:
            day = story.clock(interview).day(start_of(interview))
            carrier = carriers.setdefault(day, planned)
            if carrier is not planned:
                planned = replace(planned, due=carrier.due, state="dropped", reason="shared")
        found.append(planned)
    return found


def _evening(story: Story, interview: Interview) -> Planned | None:
    clock, start = story.clock(interview), start_of(interview)
    due = clock.at(clock.day(start) - _DAY, story.user.evening)
    card = card_time(story, interview)
    # After the card there is no list; a card that comes a day ahead is no bound.
    bounded = story.wants("card") and card > max(due, start - _DAY)
    if due <= story.now:
        row = _waiting(story, "evening", interview)
        if row is None and _had_list(story, interview):
            return None
        due = row.due if row else max(story.now, start - _DAY)  # saved late: prepare now
    return _place(story, "evening", interview, due, card if bounded else start - BEFORE_START)


def _waiting(story: Story, kind: str, interview: Interview) -> Reminder | None:
    """The row that still waits for its time, pushed there by quiet hours or an interview."""
    row = story.rows.get(cause_of(kind, interview))
    return row if row and row.state == "planned" else None


def _had_list(story: Story, interview: Interview) -> bool:
    """Whether a list for this interview went out within a day, before it was moved by a few hours, say."""
    return any(
        row.kind == "evening"
        and row.interview_id == interview.id
        and (row.state in ("sent", "done") or (row.reason == "shared" and story.is_past(row)))
        and story.now - _DAY <= row.due <= story.now
        for row in story.reminders
    )


def _place(
    story: Story, kind: str, interview: Interview, due: datetime, until: datetime, *, sound: bool = True
) -> Planned | None:
    row = story.rows.get(cause_of(kind, interview))
    if story.is_past(row) or not story.wants(kind):
        return None
    if kept := story.kept(row):
        return kept
    if story.now >= until:
        return None
    due = max(min(due, until - MARGIN), story.now)
    due, reason = story.clock(interview).fit(due, until, story.now, sound=sound)
    return Planned(
        kind=kind,
        cause=cause_of(kind, interview),
        due=due,
        expires=until,
        interview_id=interview.id,
        job_id=interview.job_id,
        nudge=kind in NUDGES,
        state="dropped" if reason else "planned",
        reason=reason,
    )
