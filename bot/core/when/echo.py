"""How a reading is shown back to the user, always with the weekday and the zone."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.when.zones import zone_info

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FAR = timedelta(days=300)


def place(zone: str) -> str:
    """The short name of an IANA zone: "New York"; "UTC-5" for the fixed ones."""
    if zone.startswith("Etc/GMT") and len(zone) > 7:
        return f"UTC{'-' if zone[7] == '+' else '+'}{zone[8:]}" if zone[8:] != "0" else "UTC"
    return "UTC" if zone in ("UTC", "Etc/UTC", "Etc/GMT") else zone.rsplit("/", 1)[-1].replace("_", " ")


def offset(moment: datetime) -> str:
    """ "UTC+1", "UTC+5:30", "UTC" of an aware time."""
    minutes = int((moment.utcoffset() or timedelta()).total_seconds() // 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '-'}{hours}" + (f":{rest:02}" if rest else "")


def _date(moment: datetime, now: datetime) -> str:
    text = f"{_WEEKDAYS[moment.weekday()]} {moment.day} {_MONTHS[moment.month - 1]}"
    here = now.astimezone(moment.tzinfo)
    return f"{text} {moment.year}" if moment.year != here.year or moment - now > _FAR else text


def echo(start: datetime, tz: str, now: datetime) -> str:
    """ "Thu 26 Nov, 15:00 (Berlin, UTC+1)"; in a foreign zone also "= 16:00 your time".

    start: aware, with the ZoneInfo it was told in; tz: the user's IANA zone; the year is left out while it is plain.
    """
    here = start.astimezone(zone_info(tz))
    zone = getattr(start.tzinfo, "key", None) or tz
    if start.utcoffset() == here.utcoffset():
        return f"{_date(here, now)}, {here:%H:%M} ({place(tz)}, {offset(here)})"
    day = f"{_date(here, now)}, " if here.date() != start.date() else ""
    return f"{_date(start, now)}, {start:%H:%M} {place(zone)} = {day}{here:%H:%M} your time"
