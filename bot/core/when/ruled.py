"""Days that a rule names: "first Monday in December", "Tuesday after Christmas", "next tomorrow"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.core.when.mentions import Day

LAST = -1  # of the month; otherwise the first to the fourth
EASTER = (0, 0)  # in the place of month and day
_AHEAD = timedelta(days=270)  # as for a date without a year
_WEEK = timedelta(days=7)


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the Gregorian computus (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    if nth == LAST:
        following = date(year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=(following.weekday() - weekday - 1) % 7 + 1)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7) + _WEEK * (nth - 1)


def _of_month(mention: Day, today: date) -> Iterator[date]:
    """Of the month that is told by name, or of this (0) or the next one (-1)."""
    month, nth = mention.pairs[0]
    if month > 0:
        for year in (mention.year,) if mention.year else (today.year, today.year + 1):
            yield _nth(year, month, mention.number, nth)
    else:
        months = today.year * 12 + today.month - 1 - month
        yield _nth(months // 12, months % 12 + 1, mention.number, nth)


def _of_feast(mention: Day, today: date) -> Iterator[date]:
    for year in (today.year, today.year + 1):
        feast = easter(year) if mention.pairs[0] == EASTER else date(year, *mention.pairs[0])
        if mention.modifier == "after":
            yield feast + timedelta(days=(mention.number - feast.weekday() - 1) % 7 + 1)
        else:
            yield feast - timedelta(days=(feast.weekday() - mention.number - 1) % 7 + 1)


def ruled(mention: Day, today: date) -> tuple[tuple[date, ...], str]:
    """The date that comes next by the rule, and why it is open or past ("" if it is neither)."""
    if mention.modifier == "next tomorrow":  # the day after tomorrow in Nigeria, a slip elsewhere
        return (today + timedelta(days=2), today + timedelta(days=1)), "two_options"
    every = list(_of_feast(mention, today) if mention.modifier in ("after", "before") else _of_month(mention, today))
    ahead = [day for day in every if today <= day <= today + _AHEAD]
    if not ahead:
        return (every[0],), "past"
    if mention.pairs[0] == EASTER and mention.modifier == "after" and mention.number == 0:
        return (ahead[0], ahead[0] + _WEEK), "two_options"  # Easter Monday is a holiday in many countries
    return (ahead[0],), ""
