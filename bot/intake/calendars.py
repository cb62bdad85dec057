"""Calendar files (iCalendar, RFC 5545) as plain events; runs in the child, like every reader of strangers' files."""

from __future__ import annotations

import hashlib
import warnings
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.intake import calendar_text, repeats

MOST_ATTENDEES = 20
_WORDS = 6000  # characters of one description
_ALL_WORDS = 300_000  # of those of a file together
_DAY = timedelta(days=1)
_CONFERENCE = (
    "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGCONFLINK", "CONFERENCE", "URL"
)  # fmt: skip


def events(text: str) -> list[dict[str, Any]]:
    """The events of a calendar file, as JSON can hold them; none where there is none. Never raises on text that is
    odd; raises Unreadable on one that is built to eat time.

    Each has: uid, recurrence (ISO time of the one of a series that is meant, or ""), sequence, stamp (ISO), method and
    status (upper case, or ""), start (ISO: with an offset, a day alone, or without one where the zone is unknown or
    not named), zone (IANA, or ""), zone_named (what the file calls a zone that nobody knows), minutes (0: not told),
    all_day, gap (the clock jumps over that time), summary, location, description, conference (a link), organizer
    ([name, address]), attendees ([[name, address, role]]), series (whether it repeats), dates (its first dates, ISO).
    """
    import icalendar

    text = calendar_text.mended(text)
    if not text:
        return []
    # Forgets the zones of the file before: two may give one name to different ones.
    icalendar.use_zoneinfo()  # type: ignore[no-untyped-call]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            calendars = icalendar.Calendar.from_ical(text, multiple=True)
        except (ValueError, IndexError, KeyError, TypeError):
            return []
        rows = [(event, calendar) for calendar in calendars for event in calendar.walk("VEVENT")]
        room = min(_WORDS, _ALL_WORDS // max(1, len(rows)))
        found = [_event(event, calendar, room) for event, calendar in rows]
    return _without_own(found)


def _without_own(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """An exception of a series takes the place of the date that it changes."""
    for event in found:
        if event["recurrence"]:
            for series in found:
                if series["uid"] == event["uid"] and not series["recurrence"]:
                    series["dates"] = [day for day in series["dates"] if not _same(day, event["recurrence"])]
    return found


def _same(one: str, other: str) -> bool:
    a, b = datetime.fromisoformat(one), datetime.fromisoformat(other)
    return a == b if (a.tzinfo is None) == (b.tzinfo is None) else a.date() == b.date()


def _event(event: Any, calendar: Any, room: int) -> dict[str, Any]:
    default = _text(calendar, "X-WR-TIMEZONE", 80)
    start, zone, named = _time(_first(event, "DTSTART"), default)
    day = isinstance(start, date) and not isinstance(start, datetime)
    all_day = day or _flagged_day(event, start)
    organizer = _first(event, "ORGANIZER")
    who = [_address(organizer), _name(organizer)] if organizer is not None else ["", ""]
    summary = _text(event, "SUMMARY", 300)
    dates = repeats.dates(event, start) if start is not None else []
    return {
        "uid": _text(event, "UID", 500) or _made_up(start, summary, who[0]),
        "recurrence": _iso(_time(_first(event, "RECURRENCE-ID"), default)[0]),
        "sequence": _number(event),
        "stamp": _iso(_utc(_dt(_first(event, "DTSTAMP")))),
        "method": _text(calendar, "METHOD", 20).upper(),
        "status": _text(event, "STATUS", 20).upper(),
        "start": _iso(start.date() if all_day and isinstance(start, datetime) else start),
        "zone": zone,
        "zone_named": named,
        "minutes": 0 if all_day else _minutes(event, start, default),
        "all_day": all_day,
        "gap": isinstance(start, datetime) and bool(zone) and _in_gap(start, zone),
        "summary": summary,
        "location": _text(event, "LOCATION", 500),
        "description": _text(event, "DESCRIPTION", room) or _plain(_text(event, "X-ALT-DESC", 20_000))[:room],
        "conference": next(filter(None, (_text(event, name, 1000) for name in _CONFERENCE)), ""),
        "organizer": [who[1], who[0]],
        "attendees": _attendees(event),
        "series": "RRULE" in event or "RDATE" in event,
        "dates": [_iso(one) for one in dates],
    }


# -- properties ---------------------------------------------------------------------------------------------------


def _all(component: Any, name: str) -> list[Any]:
    """A property may stand once, several times, or be broken."""
    found = component.get(name)
    return found if isinstance(found, list) else [] if found is None else [found]


def _first(component: Any, name: str) -> Any:
    return next(iter(_all(component, name)), None)


def _text(component: Any, name: str, most: int) -> str:
    found = next((str(value) for value in _all(component, name) if str(value).strip()), "")
    return found.replace("\x00", "").strip()[:most]


def _plain(text: str) -> str:
    """Words of a description that came as HTML."""
    if "<" not in text:
        return text
    from bot.intake.model import Limits
    from bot.intake.readers import html

    return html.plain(text, Limits())


def _number(event: Any) -> int:
    for value in _all(event, "SEQUENCE"):
        try:
            return max(0, min(int(value), 2**31))
        except (TypeError, ValueError):
            continue
    return 0


def _address(value: Any) -> str:
    address = str(value or "").strip()
    return address[7:][:200] if address.lower().startswith("mailto:") else ""


def _name(value: Any) -> str:
    return " ".join(str(getattr(value, "params", {}).get("CN", "")).replace("\x00", "").split()).strip("\"' ")[:120]


def _attendees(event: Any) -> list[list[str]]:
    people = []
    for value in _all(event, "ATTENDEE")[:MOST_ATTENDEES]:
        params = getattr(value, "params", {})
        if str(params.get("CUTYPE", "")).upper() not in ("ROOM", "RESOURCE"):
            people.append([_name(value), _address(value), str(params.get("ROLE", "")).upper()[:30]])
    return people


def _made_up(start: date | None, summary: str, organizer: str) -> str:
    """A name for an event without one: the same event sent again has the same."""
    return hashlib.sha256(f"{_iso(start)}\n{summary}\n{organizer}".encode()).hexdigest()[:32]


# -- times --------------------------------------------------------------------------------------------------------


def _dt(value: Any) -> date | None:
    """The date or time of a property; None where it is broken."""
    try:
        found = value.dt
        if isinstance(found, datetime) and found.tzinfo is not None:
            found.utcoffset()
    except (AttributeError, ValueError, TypeError, OverflowError):
        return None
    return found if isinstance(found, date) and 1990 <= found.year <= 2099 else None


def _time(value: Any, default: str) -> tuple[date | None, str, str]:
    """(date or time, its IANA zone, what the file calls a zone that is not known). Without a zone of its own it has
    the calendar's."""
    found = _dt(value)
    if not isinstance(found, datetime):
        return found, "", ""
    named = str(getattr(value, "params", {}).get("TZID", ""))[:80]
    if found.tzinfo is None and not named:
        known = calendar_text.zone_name(default)
        zone = known if calendar_text.is_zone(known) else ""
        return (found.replace(tzinfo=ZoneInfo(zone)) if zone else found), zone, "" if zone else default
    key = getattr(found.tzinfo, "key", "") or ""
    return found, "" if key == "UTC" else key, named if found.tzinfo is None else ""


def _flagged_day(event: Any, start: date | None) -> bool:
    """Outlook writes a whole day as midnight to midnight, with a mark."""
    midnight = isinstance(start, datetime) and (start.hour, start.minute) == (0, 0)
    return midnight and _text(event, "X-MICROSOFT-CDO-ALLDAYEVENT", 10).upper() == "TRUE"


def _minutes(event: Any, start: date | None, default: str) -> int:
    """How long it takes; 0 where that is not told or makes no sense."""
    if not isinstance(start, datetime):
        return 0
    end = _time(_first(event, "DTEND"), default)[0]
    if isinstance(end, datetime) and (end.tzinfo is None) == (start.tzinfo is None):
        length = _utc(end) - _utc(start) if start.tzinfo else end - start  # type: ignore[operator]
    else:
        lasting = getattr(_first(event, "DURATION"), "dt", None)
        length = lasting if isinstance(lasting, timedelta) else timedelta()
    return int(length.total_seconds() // 60) if timedelta() < length <= _DAY else 0


def _utc(moment: date | None) -> datetime | None:
    if not isinstance(moment, datetime):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _in_gap(start: datetime, zone: str) -> bool:
    """Whether summer time skips that wall time."""
    there = start.astimezone(UTC).astimezone(ZoneInfo(zone))
    return there.replace(tzinfo=None) != start.replace(tzinfo=None)


def _iso(moment: date | None) -> str:
    return moment.isoformat() if moment is not None else ""
