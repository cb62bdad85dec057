"""What an interview becomes in the user's own calendar: the talk itself, time to prepare, and the debrief."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.calendars.matching import own_uid
from bot.core.calendars.writing import Item, calendar
from bot.core.model import Entry, Interview, User
from bot.core.record import EPOCH
from bot.core.reminders.story import ASSUMED_LENGTH, end_of, start_of

PREPARING = 30  # minutes
DEBRIEFING = 15
Words = Mapping[str, tuple[str, str]]  # part -> its title and what stands in it


def items(interview: Interview, user: User, words: Words, now: datetime) -> list[Item]:
    """The entries of one interview, in its own order. ``words`` names the parts that are wanted.

    Preparing is on the evening before, at the hour of the evening message; where that is over, as long before the
    start as the pocket card. What would be over already is left out.
    """
    zone = ZoneInfo(interview.zone)
    talk = Item(
        uid=own_uid(interview, "interview"),
        start=start_of(interview).astimezone(zone),
        minutes=interview.length or ASSUMED_LENGTH,
        title=words["interview"][0],
        body=words["interview"][1],
        place=interview.place,
        link=interview.link or (interview.place if interview.place.startswith("https://") else ""),
    )
    found = [talk]
    ready = preparing(interview, user, now)
    if "prepare" in words and ready is not None:
        found.insert(0, _beside(interview, "prepare", ready, PREPARING, words))
    if "debrief" in words:
        after = end_of(interview) + timedelta(minutes=user.debrief_minutes)
        found.append(_beside(interview, "debrief", after.astimezone(zone), DEBRIEFING, words))
    return found


def _beside(interview: Interview, part: str, start: datetime, minutes: int, words: Words) -> Item:
    title, body = words[part]
    return Item(uid=own_uid(interview, part), start=start, minutes=minutes, title=title, body=body, busy=False)


def preparing(interview: Interview, user: User, now: datetime) -> datetime | None:
    """When to prepare, in the user's zone; None where no time is left for it."""
    zone, start = ZoneInfo(user.zone or interview.zone), start_of(interview)
    hour, _, minute = user.evening.partition(":")
    day = start.astimezone(zone).date() - timedelta(days=1)
    evening = datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=zone)
    if evening > now:
        return evening
    late = (start - timedelta(minutes=max(user.card_minutes, PREPARING))).astimezone(zone)
    return late if late > now else None


def content_of(found: Sequence[Item]) -> str:
    """What tells whether the entries are as they were: a hash without the time of making and the number."""
    bare = [dataclasses.replace(item, sequence=0) for item in found]
    return hashlib.sha256(calendar(bare, EPOCH)).hexdigest()[:32]


def numbered(found: Sequence[Item], entry: Entry) -> list[Item]:
    """The items with the number of what is given now; ``entry`` is brought up to date.

    RFC 5545, 3.8.7.4: the number is raised when something is changed. A calendar takes an update by it.
    """
    content = content_of(found)
    if entry.content and (entry.content != content or entry.state == "withdrawn"):
        entry.sequence += 1
    entry.content, entry.state = content, "given"
    return [dataclasses.replace(item, sequence=entry.sequence) for item in found]


def withdrawn(interview: Interview, entry: Entry, words: Words) -> list[Item]:
    """The entries that were given, to be taken out again; the number is raised once."""
    if entry.state != "withdrawn":
        entry.sequence += 1
        entry.state = "withdrawn"
    start = start_of(interview).astimezone(ZoneInfo(interview.zone))
    return [
        Item(uid=own_uid(interview, part), start=start, minutes=ASSUMED_LENGTH, title=title, sequence=entry.sequence)
        for part, (title, _) in words.items()
    ]
