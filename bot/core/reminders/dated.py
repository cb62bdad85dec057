"""Reminders of days: an offer's deadline, a check after the start, a review of one's need, a talk at the present job.

They follow from records, so a day that is moved or taken back moves or takes back its reminder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bot.core.model import Offer, Wish
from bot.core.reminders.story import Planned, Story, is_open

DAY = timedelta(days=1)
CHECKS = (30, 90)  # days after the start
HALF = 4  # days at least between an offer and its deadline, for a word halfway
LIFE = {"half": DAY, "last": DAY, "check": 7 * DAY, "review": 3 * DAY, "talk": DAY}


def dated(story: Story, offers: Iterable[Offer], wishes: Iterable[Wish]) -> list[Planned]:
    """Each at the user's evening hour (quiet hours move it on), while the employer's book is open."""
    found = [*_offers(story, offers), *_jobs(story), *_wishes(story, wishes)]
    return [planned for planned in found if planned is not None]


def _offers(story: Story, offers: Iterable[Offer]) -> Iterator[Planned | None]:
    clock = story.clock(None)
    for offer in offers:
        if offer.answer_by is None:
            continue
        came = clock.day(offer.created_at)
        days = (offer.answer_by - came).days
        if days >= HALF:
            yield _at(story, "half", offer.id, offer.job_id, came + days // 2 * DAY)
        yield _at(story, "last", offer.id, offer.job_id, offer.answer_by - DAY)


def _jobs(story: Story) -> Iterator[Planned | None]:
    for job in story.jobs.values():
        if job.starts is not None and story.user.check_ins:
            for days in CHECKS:
                yield _at(story, "check", f"{job.id}:{days}", job.id, job.starts + days * DAY)
        if job.review_on is not None:
            yield _at(story, "review", job.id, job.id, job.review_on)


def _wishes(story: Story, wishes: Iterable[Wish]) -> Iterator[Planned | None]:
    for wish in wishes:
        if wish.talk_on is not None and wish.state == "open":
            yield _at(story, "talk", wish.id, "", wish.talk_on - DAY)


def _at(story: Story, kind: str, about: str, job_id: str, day: date) -> Planned | None:
    """The cause holds the day: another day is another reminder."""
    cause = f"{kind}:{about}:{day.isoformat()}"
    row = story.rows.get(cause)
    if story.is_past(row) or not story.wants(kind) or (job_id and not is_open(story.jobs.get(job_id), kind)):
        return None
    if kept := story.kept(row):
        return kept
    clock = story.clock(None)
    due = clock.later(clock.at(day, story.user.evening))
    expires = due + LIFE[kind]
    if expires <= story.now:
        return None
    due = max(due, clock.later(story.now))
    return Planned(kind=kind, cause=cause, due=due, expires=expires, interview_id="", job_id=job_id)
