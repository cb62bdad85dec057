"""From days as written to dates of the calendar, seen from today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core.when.mentions import Day
from bot.core.when.ruled import ruled

_AHEAD = 270  # a date without a year lies at most this many days ahead; otherwise the one just past was meant


@dataclass(frozen=True)
class Days:
    """The candidate dates, most likely first, and why there is not exactly one ("" if there is)."""

    dates: tuple[date, ...]
    why: str = ""


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next_nth(today: date, day: int, skip: int) -> date | None:
    """The next day of the month with this number; skip 1 for "of next month"."""
    year, month = today.year, today.month
    for step in range(14):
        found = _make(year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1, day)
        if found and found >= today and step >= skip:
            return found
        if skip and step == skip:
            return None
    return None


def _with_year(mention: Day, today: date, pair: tuple[int, int]) -> date | None:
    month, day = pair
    if month <= 0:
        return _next_nth(today, day, -month)
    if mention.year is not None:
        return _make(mention.year, month, day)
    for year in (today.year, today.year + 1):
        found = _make(year, month, day)
        if found and found >= today:
            return found if (found - today).days <= _AHEAD else None
    return None


def _exists(mention: Day, today: date, pair: tuple[int, int]) -> bool:
    month, day = pair
    years = (mention.year,) if mention.year else (today.year, today.year + 1)
    return month <= 0 or any(_make(year, month, day) for year in years)


def _dated(mention: Day, today: date) -> Days:
    pairs = [pair for pair in mention.pairs if _exists(mention, today, pair)]
    if not pairs:
        return Days((), "impossible_date")
    found = dict.fromkeys(d for pair in pairs if (d := _with_year(mention, today, pair)))
    ahead = tuple(d for d in found if d >= today)
    if not ahead:
        return Days(tuple(found), "past")
    return Days(ahead, "" if len(ahead) == 1 else mention.why or "day_month_order")


def _weekday(mention: Day, today: date) -> Days:
    ahead = (mention.number - today.weekday()) % 7
    day, week = today + timedelta(days=ahead), timedelta(days=7)
    monday = today - timedelta(days=today.weekday())
    in_week = monday + timedelta(days=mention.number)
    match mention.modifier:
        case "week_0":
            return Days((in_week,)) if in_week >= today else Days((in_week,), "past")
        case "week_1" | "week_2":
            found = in_week + week * int(mention.modifier[-1])
            return Days((found, found + week), "next_week") if today.weekday() == 6 else Days((found,))
        case "week_on":
            return Days((day + week,)) if ahead else Days((day + week, day + week * 2), "next_week")
        case "last":
            return Days((day - week,), "past")
        case "odd":
            return Days((), "no_day")
        case "next" if ahead == 0:
            return Days((day + week,))
        case "next" if in_week > today or today.weekday() == 6:
            return Days((day, day + week), "next_week")
        case "coming" if ahead == 0:
            return Days((day + week,))
    return Days((day, day + week), "same_weekday") if ahead == 0 else Days((day,))


def _one(mention: Day, today: date) -> Days:
    if mention.kind == "date":
        return _dated(mention, today)
    if mention.kind == "fixed":
        return Days(mention.dates, "" if len(mention.dates) == 1 else "two_options")
    if mention.kind == "rule":
        return Days(*ruled(mention, today))
    if mention.kind == "offset":
        day = today + timedelta(days=mention.number)
        return Days((day,), "past" if day < today else "")
    return _weekday(mention, today)


def _week_filter(found: Days, weeks: Sequence[Day], mentions: Sequence[Day], today: date) -> Days:
    """ "next week" somewhere else in the text decides which of the weekdays it is."""
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * weeks[0].number)
    week = [monday + timedelta(days=i) for i in range(7)]
    numbers = {m.number for m in mentions if m.kind == "weekday"}
    dates = tuple(d for d in week if d in found.dates) or tuple(
        d for d in week if d.weekday() in numbers and not any(m.kind in ("date", "fixed", "rule") for m in mentions)
    )
    counted = all(m.kind != "week_of" for m in mentions)  # "next week", said on a Sunday, may be either
    if not dates or (counted and today.weekday() == 6):
        return Days(found.dates, "no_day" if not found.dates else "weekday_clash")
    return Days(dates, "" if len(dates) == 1 else "two_options")


def _common(each: Sequence[Days]) -> Days:
    """What several dates in one text agree on; past ones are history when another one is ahead."""
    ahead = [days for days in each if days.why != "past"] or list(each)
    common = [d for d in ahead[0].dates if all(d in days.dates for days in ahead)]
    if common:
        return Days(tuple(common), ahead[0].why if len(common) > 1 or ahead[0].why == "past" else "")
    bad = next((days.why for days in ahead if days.why == "impossible_date"), "")
    every = tuple(dict.fromkeys(d for days in ahead for d in days.dates))
    return Days(every, bad or ("two_options" if len(ahead) > 1 else ahead[0].why or "no_day"))


def _with_weekdays(dated: Days, weekdays: Sequence[Day], today: date) -> Days:
    """A weekday beside a date must fit it; it also settles the order of day and month."""
    numbers = {m.number for m in weekdays}
    fitting = tuple(d for d in dated.dates if d.weekday() in numbers)
    if len(numbers) == 1 and fitting:
        return Days(fitting, dated.why if len(fitting) > 1 or dated.why in ("past", "impossible_date") else "")
    others = tuple(d for m in weekdays for d in _weekday(m, today).dates[:1])
    every = tuple(dict.fromkeys(dated.dates + others))
    return Days(every, dated.why if dated.why in ("past", "impossible_date") else "weekday_clash")


def _as_week(mention: Day, today: date) -> Day | None:
    """A mention of a week, counted from this one; None for others and for dates that can be read in two ways."""
    if mention.kind != "week_of":
        return mention if mention.kind == "week" else None
    dates = _dated(mention, today).dates
    if len(dates) != 1:
        return None
    apart = dates[0] - timedelta(days=dates[0].weekday()) - (today - timedelta(days=today.weekday()))
    return replace(mention, kind="week", number=apart.days // 7)


def resolve(mentions: Sequence[Day], today: date) -> Days:
    """The date that all mentions together mean, or the candidates and the reason to ask."""
    weeks = [week for m in mentions if (week := _as_week(m, today))]
    weekdays = [m for m in mentions if m.kind == "weekday"]
    dated = [_one(m, today) for m in mentions if m.kind in ("date", "offset", "fixed", "rule")]
    if dated:
        found = _common(dated)
        found = _with_weekdays(found, weekdays, today) if weekdays else found
    elif weekdays:
        specific = [m for m in weekdays if m.modifier] or weekdays
        same = len({m.number for m in weekdays}) == 1
        found = _common([_one(m, today) for m in (specific if same else weekdays)])
    else:
        found = Days((), "no_day")
    if sum(m.kind in ("week", "week_of") for m in mentions) > len(weeks):
        return Days(found.dates, "weekday_clash")
    return _week_filter(found, weeks, mentions, today) if weeks else found
