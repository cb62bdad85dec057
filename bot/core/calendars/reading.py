"""What an event says about an interview: when it is, with whom, for which job, by what. Shown on a card before it
counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import re2

from bot.core import when
from bot.core.calendars.event import Event
from bot.core.lines import Line, Met, calls, people
from bot.core.lines.invites import read_invite
from bot.core.lines.mails import is_online

CHOICES = 4
LONGEST = 12 * 60  # minutes; longer ones are no interview's length
_MAIL_HOSTS = frozenset(
    "gmail googlemail outlook hotmail live yahoo icloud me gmx web proton protonmail aol mail fastmail yandex".split()
)
_TOOLS = frozenset(
    "calendly zoom google microsoft teams greenhouse lever ashbyhq workday myworkday smartrecruiters recruitee personio"
    " goodtime modernloop hirevue bamboohr teamtailor workable indeed linkedin hubspot youcanbook cal doodle".split()
)
_OFFICES = frozenset(
    "hr jobs job careers career recruiting recruitment recruiter talent people noreply no-reply info office hello team"
    " interviews interview scheduling calendar bookings hiring bewerbung notifications donotreply".split()
)
_SUFFIXES = frozenset("co com org net ac gov edu".split())


@dataclass(frozen=True, slots=True)
class Told:
    """kind: "instant" (``start``), "choose" (``choices``), "clock" (a day is known), "past" (``start``), "nothing".

    Times are aware, in the zone they were told in. why: "", "floating" (no zone was named: the user's was taken),
    "zone_unknown", "series", "gap" (the clock jumps over that time).
    """

    kind: str
    line: Line
    minutes: int = 0
    start: datetime | None = None
    choices: tuple[datetime, ...] = ()
    day: date | None = None
    why: str = ""


def told(event: Event, now: datetime, tz: str) -> Told:
    """What the event says. now: aware; tz: the user's IANA zone."""
    line = line_of(event, now, tz)
    minutes = event.minutes if 0 < event.minutes <= LONGEST else 0
    if event.all_day:
        return _day(event, line, now, tz)
    starts = [_aware(day, tz) for day in (event.dates if event.series else (event.start,)) if isinstance(day, datetime)]
    if not starts:
        return Told("nothing", line, minutes)
    coming = [start for start in starts if start > now]
    if not coming:
        return Told("past", line, minutes, starts[-1])
    if event.zone_named:
        return Told("choose", line, minutes, choices=tuple(coming[:1]), why="zone_unknown")
    if len(coming) > 1:
        return Told("choose", line, minutes, choices=tuple(coming[:CHOICES]), why="series")
    floating = isinstance(event.start, datetime) and event.start.tzinfo is None
    return Told("instant", line, minutes, coming[0], why="floating" if floating else "gap" if event.gap else "")


def _day(event: Event, line: Line, now: datetime, tz: str) -> Told:
    days = [day.date() if isinstance(day, datetime) else day for day in (event.dates or (event.start,)) if day]
    today = now.astimezone(ZoneInfo(tz)).date()
    coming = [day for day in days if day >= today]
    if not coming:
        past = datetime.combine(days[-1], datetime.min.time(), ZoneInfo(tz)) if days else None
        return Told("past" if past else "nothing", line, start=past)
    return Told("clock", line, day=coming[0])


def _aware(moment: datetime, tz: str) -> datetime:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=ZoneInfo(tz))
    # What is told in UTC was only stored so: people think in their own zone.
    return moment.astimezone(ZoneInfo(tz)) if moment.tzinfo is UTC else moment


# -- who and what ---------------------------------------------------------------------------------------------------


def line_of(event: Event, now: datetime, tz: str) -> Line:
    """Employer, role, people and where: from the title, the rows of the description and who organised it."""
    met = list(_met(event))
    text = "\n".join(_rows(event, met))
    read = read_invite(text, when.understand(text, now, tz).spans)
    if met:
        read = replace(read, people=tuple(_titled(one, event.description) for one in met))
    link = calls.link_in(f"{event.conference}\n{event.location}\n{event.description}")
    place = "; ".join(part for part in _parts(event.location) if not calls.is_link(part) and not is_online(part))
    read = replace(read, place=place or link or read.place, link=link, dial_in=calls.dial_in(event.description))
    if link and not place:
        read = replace(read, medium=read.medium or "video")
    return read if read.employer else replace(read, employer=_domain(event.organizer[1]))


def _parts(location: str) -> list[str]:
    """Outlook puts room and call into one line."""
    return [part.strip() for part in location.split(";") if part.strip()]


def _rows(event: Event, met: list[Met]) -> Iterator[str]:
    """The event as the rows of an invitation: what reads such rows reads this too."""
    yield f"Subject: {event.summary}"
    if met:
        yield f"Organizer: {'; '.join(one.name for one in met)}"
    if event.location:
        yield f"Location: {event.location}"
    yield ""
    yield event.description


def _met(event: Event) -> Iterator[Met]:
    """Whom one meets: the organiser, and who comes from the same house. The others were invited, like the user."""
    house = _house(event.organizer[1])
    seen: set[str] = set()
    rows = [event.organizer, *(one for one in event.attendees if house and _house(one[1]) == house)]
    for name, address in rows:
        met = _person(name, address)
        if met is not None and met.name.casefold() not in seen and len(seen) < people.MOST:
            seen.add(met.name.casefold())
            yield met


def _house(address: str) -> str:
    """The domain that a house's people share; empty for mail hosts and booking tools."""
    domain = address.rpartition("@")[2].lower()
    return "" if set(domain.split(".")) & (_MAIL_HOSTS | _TOOLS) else domain


def _person(name: str, address: str) -> Met | None:
    local = address.partition("@")[0].lower()
    if not name or "@" in name:
        parts = [part for part in re2.split(r"[._]", local) if part.isalpha() and len(part) > 1]
        name = " ".join(part.capitalize() for part in parts) if len(parts) == 2 else ""
    if set(local.split(".")) & _OFFICES and not people.is_name(name):
        return None
    last, comma, first = name.partition(",")
    if comma and first.strip() and len(last.split()) <= 2 and not people.is_title(first):
        name = f"{first.strip()} {last.strip()}"
    name = re2.split(r"\s+[|–—-]\s+", name)[0].strip()
    if not name or _tool(name):
        return None
    return people.read_person(name) or Met(name)


def _tool(name: str) -> bool:
    """ "Acme Recruiting" and "Calendly" send invitations; nobody meets them."""
    return bool(people.words_of(name) & (_TOOLS | _OFFICES))


def _titled(met: Met, description: str) -> Met:
    """The title that stands beside or below the name in the description."""
    if met.title or not met.name:
        return met
    for found in re2.finditer(
        rf"(?i){re2.escape(met.name)}\s*(?:\(|,|\n|\||[–—:-])\s*([^\n(),|]{{3,60}})", description
    ):
        title = str(found.group(1)).strip(" .")
        if people.is_title(title):
            return Met(met.name, title, people.audience(title))
    return met


def _domain(address: str) -> str:
    """The employer's name as its mail domain has it: "julia@green-hill.example" is "Green Hill"."""
    parts = [part for part in _house(address).split(".")[:-1] if part not in _SUFFIXES]
    return " ".join(word.capitalize() for word in parts[-1].split("-")) if parts else ""
