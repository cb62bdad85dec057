"""From a text to a Reading: the finders in their order, then the judge."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.core.when import corrections, machine
from bot.core.when.bare_clocks import find_bare
from bot.core.when.board import DAY, NOISE, ZONE, Board
from bot.core.when.clocks import find_explicit
from bot.core.when.days import find_days
from bot.core.when.guard import foreign
from bot.core.when.lengths import find_lengths, find_offsets, find_parts
from bot.core.when.mentions import Clock, Day, Span, Told
from bot.core.when.noise import mask_counts, mask_early, mask_labels
from bot.core.when.told import city_after, find_after, find_beside_day, find_spelled

_ATTACH = re.compile(r"[\s,(\[-]{0,3}")
_MERGE = re.compile(
    r"^[\s,;)]*(?:(?:[-~]|to|until|till|til|through)|(?:end(?:s|ing)?|finish(?:es)?|until|to)(?: (?:date|"
    rf"time)){{0,2}}:?)[\s,]*(?:{DAY}+[\s,]*(?:at )?){{0,3}}$",
    re.I,
)
_LINK = r"[ ,(=-]{0,3}(?:(?:for|on|at|is) )?"
_MINE = re.compile(rf"{_LINK}(?:mine|me|us|my (?:end|side)|our (?:end|side|time)|(?:over )?here|local)\b", re.I)
_THEIRS = re.compile(rf"{_LINK}(?:theirs|(?<=for )them|their (?:end|side))\b", re.I)
_MY, _THEIR = (" my ", "mine is ", "mine's "), (" their ", "theirs is ")
_OUR = re.compile(r"\(?our\b", re.I)
_SAME = re.compile(r"[(/=]|\b(?:so|i\.?e)\b|\bwhich (?:is|means)\b")
_OR = re.compile(r"\bor\b|[/?]")


@dataclass
class Found:
    """Everything that was found in one text, on its board."""

    board: Board
    clocks: list[Clock] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)
    stamps: list[machine.Stamp] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    lengths: list[Span] = field(default_factory=list)
    offsets: list[Span] = field(default_factory=list)
    parts: list[Span] = field(default_factory=list)
    city: tuple[Told, ...] = ()


def find(text: str, tz: str) -> Found:
    """What the finders find. Of a text in another language only what needs no words of it."""
    found = _find(Board(text), tz)
    return _find(Board(text, abroad=False), tz) if found.board.abroad and foreign(found.board) else found


def _find(board: Board, tz: str) -> Found:
    """Runs the finders. Their order matters: what is sure is taken first, so that the rest need not doubt it."""
    found = Found(board)
    mask_early(board)
    found.stamps = machine.iso_stamps(board)
    spelled = find_spelled(board, tz)
    mask_labels(board)
    found.parts = find_parts(board)
    found.clocks = find_explicit(board)
    _zones_after(found, found.clocks, tz, bare=False)
    found.offsets = find_offsets(board)
    found.lengths = find_lengths(board)
    found.days = find_days(board, bool(found.clocks or found.stamps))
    found.told += [told for day in found.days if (told := find_beside_day(board, day.end, tz))]
    bare = [replace(clock, bare=True) for clock in find_bare(board, bool(found.clocks or found.stamps))]
    _zones_after(found, bare, tz, bare=True)
    found.clocks = sorted(found.clocks + bare, key=lambda clock: clock.start)
    _attach(found, spelled)
    _mine(found, tz)
    _cities(found)
    mask_counts(board)
    _drop(found)
    found.clocks = _merged(found)
    return found


def _zones_after(found: Found, clocks: list[Clock], tz: str, bare: bool) -> None:
    for i, clock in enumerate(clocks):
        told = find_after(found.board, clock.end, tz, bare)
        if told:
            clocks[i] = replace(clock, told=told)


def _attach(found: Found, spelled: list[Told]) -> None:
    """Gives a zone that follows (or leads) a clock to that clock; the others are for the whole text."""
    for told in sorted(spelled, key=lambda told: told.start):
        near = [
            i for i, clock in enumerate(found.clocks)
            if clock.end <= told.start and _ATTACH.fullmatch(found.board.text, clock.end, told.start)
        ]  # fmt: skip
        if near and found.clocks[near[-1]].told is None:
            found.clocks[near[-1]] = replace(found.clocks[near[-1]], told=told)
        else:
            found.told.append(told)


def _mine(found: Found, tz: str) -> None:
    """ "11am their time, 4pm mine": where the user's own clock is told, the other people's need not be known."""
    text, plain = found.board.text, found.board.plain.lower()
    if "their" not in plain and "them" not in plain and "local" not in plain:
        return
    theirs = [clock for clock in found.clocks if _is_theirs(found, clock)]
    if not theirs:
        return
    others = [clock for clock in found.clocks if clock not in theirs]
    if len(others) == 1 and (
        _is_mine(found, others[0], tz) or _SAME.search(text, _end(found.clocks[0]), found.clocks[1].start)
    ):
        for clock in theirs:
            found.board.take(clock.start, _end(clock), NOISE)
        found.clocks = [replace(others[0], told=None)] if _is_our(found, others[0]) else others
    else:
        nobody = Told(0, 0, ())
        found.clocks = [
            replace(clock, told=nobody) if clock in theirs and clock.told is None else clock for clock in found.clocks
        ]


def _is_our(found: Found, clock: Clock) -> bool:
    return bool(clock.told and not clock.told.zones and _OUR.match(found.board.plain, clock.told.start))


def _before(found: Found, clock: Clock) -> str:
    return " " + found.board.text[max(0, clock.start - 10) : clock.start].lower()


def _is_theirs(found: Found, clock: Clock) -> bool:
    if clock.told:
        return not clock.told.zones and not (_is_our(found, clock) and len(found.clocks) > 1)
    return bool(_THEIRS.match(found.board.text, clock.end) or _before(found, clock).endswith(_THEIR))


def _is_mine(found: Found, clock: Clock, tz: str) -> bool:
    text = found.board.text
    if clock.told:
        return len(clock.told.zones) == 1 or _is_our(found, clock)
    near = _MINE.match(text, clock.end) or _before(found, clock).endswith(_MY)
    return bool(near or any(told.zones == (tz,) for told in found.told))


def _cities(found: Found) -> None:
    """ "15:00 (Berlin)" names the zone; "3pm London" may be zone or place, which the judge weighs."""
    cities = []
    for i, clock in enumerate(found.clocks):
        near = city_after(found.board, clock.told.end if clock.told else clock.end)
        if near and clock.told and clock.told.zones:
            if near[1] and near[0].zones[0] not in clock.told.zones:  # "CST (China)": what the place adds is weighed
                found.clocks[i] = replace(
                    clock, told=replace(clock.told, zones=clock.told.zones + near[0].zones, offset=None)
                )
        elif near and (near[1] or len(found.clocks) > 1):
            found.clocks[i] = replace(clock, told=near[0])
            found.board.take(near[0].start, near[0].end, ZONE)
        elif near:
            cities.append(near[0])
    found.city = tuple(cities)


def _inside(item: Clock | Day, ranges: list[tuple[int, int]]) -> bool:
    return any(a <= item.start and item.end <= b for a, b in ranges)


def _drop(found: Found) -> None:
    """Leaves out the times that the text takes back or that are of other things."""
    if not (found.days or found.clocks):
        return
    back, other = corrections.taken_back(found.board), corrections.not_this(found.board)
    other += _replaced(found)
    days = [day for day in found.days if not _inside(day, back + other)]
    clocks = [clock for clock in found.clocks if not _inside(clock, back + other)]
    if not days and back:  # moved from Tuesday 3pm to 4pm: the day stays
        days = [day for day in found.days if not _inside(day, other)]
    if not clocks and back and corrections.SAME_TIME.search(found.board.text):
        clocks = [clock for clock in found.clocks if not _inside(clock, other)]
    if not days and not clocks and back:  # nothing is left to take its place
        days, clocks = found.days, found.clocks
    gone = [(day.start, day.end) for day in found.days if day not in days]
    gone += [(clock.start, clock.end) for clock in found.clocks if clock not in clocks]
    for start, end in gone:
        found.board.take(start, end, NOISE)
    found.days, found.clocks = days, clocks
    if gone:
        corrections.forget_names(found.board)


def _replaced(found: Found) -> list[tuple[int, int]]:
    """Days that a slip of the tongue puts another day in the place of, and clocks likewise: the rest stays."""
    return [
        (item.start, item.end)
        for wrong, right in corrections.slips(found.board) for kind in (found.days, found.clocks)
        if any(_inside(item, [right]) for item in kind)
        for item in kind if _inside(item, [wrong])
    ]  # fmt: skip


def _merged(found: Found) -> list[Clock]:
    """Two clocks joined by a dash or "to", with their zones or the day between, are one range."""
    merged: list[Clock] = []
    for clock in found.clocks:
        last = merged[-1] if merged else None
        between = found.board.text[_end(last) : clock.start] if last else ""
        joins = last and len(between) <= 60 and _MERGE.match(between)
        chain = (
            last and last.last and clock.last and last.last == clock.first and not last.why and not _OR.search(between)
        )
        if last and _one_zone(last, clock) and ((joins and last.last is None and clock.last is None) or chain):
            merged[-1] = replace(last, end=clock.end, last=clock.last or clock.first, told=last.told or clock.told)
        else:
            merged.append(clock)
    return merged


def _one_zone(first: Clock, second: Clock) -> bool:
    return first.told is None or second.told is None or first.told.zones == second.told.zones


def _end(clock: Clock | None) -> int:
    return 0 if clock is None else max(clock.end, clock.told.end if clock.told else 0)
