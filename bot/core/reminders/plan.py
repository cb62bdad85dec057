"""The plan of one user: every reminder that should stand now, from his interviews and what was sent already.

Pure: the same story gives the same plan. Call it (and ``diff``) in each unit of work that changes an interview, a job,
a setting or a question, and after each send: a retry and a second chaser follow from what was sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from bot.core.model import Interview, Job, Offer, Reminder, User, Wish
from bot.core.reminders import after, before
from bot.core.reminders.dated import dated
from bot.core.reminders.story import COMPUTED, NUDGES, Planned, Story, as_planned, is_open

PER_DAY = 2
PER_INTERVIEW = 4


def plan(
    user: User,
    jobs: Iterable[Job],
    interviews: Iterable[Interview],
    reminders: Iterable[Reminder],
    now: datetime,
    *,
    open_questions: Callable[[Interview], int],
    offers: Iterable[Offer] = (),
    wishes: Iterable[Wish] = (),
) -> list[Planned]:
    """All reminders that should stand at ``now`` (UTC), those left out by a cap as "dropped", in order of time.

    ``open_questions`` says how many questions the user has for an interview. Rows of kinds that planning does not
    make ("waiting") are kept as they are while their interview and job stand.
    """
    story = Story(user, jobs, interviews, reminders, now)
    found = [*_asked(story), *_before(story, open_questions), *_after(story), *dated(story, offers, wishes)]
    return sorted(_capped(story, found), key=lambda planned: (planned.due, planned.cause))


def _of(story: Story, kind: str, *states: str) -> list[Interview]:
    return [i for i in story.interviews if i.state in states and is_open(story.jobs.get(i.job_id), kind)]


def _before(story: Story, open_questions: Callable[[Interview], int]) -> list[Planned]:
    ahead = _of(story, "card", "planned")
    found = [before.card(story, i) for i in ahead]
    lists = before.evenings(story, ahead)
    found += lists
    gaps = [before.gaps(story, i) for i in ahead if not open_questions(i)]
    found += [before.beside(lists, planned) for planned in gaps if planned]
    return [planned for planned in found if planned]


def _after(story: Story) -> list[Planned]:
    held = _of(story, "debrief", "planned")
    found = [*after.debriefs(story, held), *(after.retry(story, i) for i in held)]
    found += [after.thanks(story, i) for i in _of(story, "thanks", "planned", "debriefed")]
    for interview in _of(story, "chaser", "planned", "debriefed"):
        found += after.chasers(story, interview)
    return [planned for planned in found if planned]


def _asked(story: Story) -> list[Planned]:
    """Rows made elsewhere, by a tap: they stay, and come back after an undo if their time is still ahead."""
    return [
        as_planned(row)
        for row in story.reminders
        if row.kind not in COMPUTED
        and (row.state == "planned" or (row.state == "cancelled" and row.due > story.now))
        and story.wants(row.kind)
        and story.stands(row)
    ]


def _capped(story: Story, found: list[Planned]) -> list[Planned]:
    """The same, with the nudges beyond a cap dropped: gaps first, then retry, thank-you, chaser, evening."""
    counted = Counted(story)
    in_turn = sorted(found, key=lambda p: (NUDGES.index(p.kind) if p.nudge else -1, p.due, p.cause))
    return [_limited(story, counted, planned) for planned in in_turn]


def _limited(story: Story, counted: Counted, planned: Planned) -> Planned:
    if not planned.nudge or planned.state != "planned" or planned.expires <= story.now:
        return planned
    at = max(planned.due, story.now)
    if counted.full(planned.interview_id, at):
        return replace(planned, state="dropped", reason="cap")
    counted.add(planned.interview_id, at)
    return planned


class Counted:
    """The nudges that count against the caps: those sent, those being sent, and those added here."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._spent = [
            (row.interview_id, row.sent_at or story.now)
            for row in story.reminders
            if row.kind in NUDGES and (row.sent_at or (row.state == "leased" and row.expires > story.now))
        ]

    def add(self, interview_id: str, at: datetime) -> None:
        """Counts one more."""
        self._spent.append((interview_id, at))

    def full(self, interview_id: str, at: datetime) -> bool:
        """Whether a nudge for that interview at that moment would break a cap (a day is the user's local day)."""
        clock = self._story.clock(self._story.interview(interview_id))
        today = sum(clock.day(when) == clock.day(at) for _, when in self._spent)
        of_this = sum(about == interview_id for about, _ in self._spent)
        return today >= PER_DAY or of_this >= PER_INTERVIEW
