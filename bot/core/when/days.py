"""Finds days: dates in words and numbers, weekdays with this and next, today, tomorrow, in three days."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bot.core.when.board import CLOCK, DAY, MARKS, NOISE, PART, ZONE, Board
from bot.core.when.mentions import Day
from bot.core.when.ruled import EASTER, LAST
from bot.core.when.sieve import Sieve
from bot.core.when.vocabulary import MONTH, ORDINAL_WORD, ORDINALS, SMALL, WEEKDAY, count, month_number, weekday_number

_D = r"(?P<d>0?[1-9]|[12]\d|3[01])"
_ORD = r"(?:st|nd|rd|th)"
_YEAR = r"(?:[ ,.'/-]{1,2}'?(?P<y>20\d\d|19\d\d|2[5-9]|3[0-9])(?![\d:/]|[.]\d| ?[ap]\.?m))?"
_MONTH = rf"(?P<m>{MONTH})\b\.?"
_DAY_LIST = re.compile(
    rf"(?<![\w:./-])(?P<d1>[12]?\d|3[01]){_ORD}? ?(?:-|/|,|or|and|to|"
    rf"&) ?(?:on )?(?:the )?(?P<d2>[12]?\d|3[01]){_ORD}? ?(?:of )?{_MONTH}|"
    rf"\b(?P<m2>{MONTH})\b\.? (?P<d3>[12]?\d|3[01]){_ORD}? ?(?:-|/|or|and|to|"
    rf"&) ?(?:the )?(?P<d4>[12]?\d|3[01]){_ORD}?(?![\d:]|\w| ?[ap]m)",
    re.I,
)
_DAY_MONTH = re.compile(
    rf"(?<![\w:/€$£#-])(?<!\d[.,])(?:the day |day )?{_D} ?{_ORD}?\b\.?,?(?: of| day of| de)?[ ./-]{{0,2}}"
    rf"{_MONTH}(?! ?\d{{1,2}}(?:st|nd|rd|th)\b){_YEAR}",
    re.I,
)
_MONTH_DAY = re.compile(rf"\b{_MONTH}[ ,.-]{{1,2}}(?:the )?{_D}(?![\d:/%]|[.]\d){_ORD}?\b{_YEAR}", re.I)
_WORD_MONTH = re.compile(
    rf"\b(?:the )?(?P<o>{ORDINAL_WORD})(?: of|,)? {_MONTH}{_YEAR}|"
    rf"\b(?P<m2>{MONTH}) (?:the )?(?P<o2>{ORDINAL_WORD})\b",
    re.I,
)
_NTH_WEEKDAY = re.compile(
    rf"\b(?P<n>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<w>{WEEKDAY}) (?:in|of) (?:the )?"
    rf"(?:(?P<m>{MONTH})\b\.?(?:,? (?P<y>20\d\d))?|(?P<of>this |next |)month\b)",
    re.I,
)
_FEAST = re.compile(
    rf"\b(?P<w>{WEEKDAY}),? (?P<way>(?:right |just |straight )?(?:after|following|before)) (?P<f>christmas|xmas|"
    rf"x-mas|boxing day|"
    r"new year'?s?'?|easter)(?: (?:day|sunday))?\b(?! (?:eve|monday|break|holidays?|party|week))",
    re.I,
)
_FEAST_DAY = re.compile(
    r"\b(?P<after>day after )?(?P<f>christmas eve|christmas day|christmas|xmas|boxing day|new year'?s?'?)"
    r"(?: day)?(?(after)|(?<=day|eve))\b(?! (?:eve|break|holidays?|party|sale|menu|shift))",
    re.I,
)
_NEXT_TOMORROW = re.compile(r"\b(?:next tomorrow|tomorrow next(?= ?[{}]|\W*$))\b".replace("{}", CLOCK), re.I)
_LATER = re.compile(
    rf"(?:^|[,;.!?\n(-] ?|\b(?:interview|call|meeting|chat|it'?s|is|have (?:it|one)|see (?:you|u|me|them)|and|"
    rf"then|so|but|"
    rf"ok|okay|happening|starts?|on) )(?P<x>later)(?: on)?(?=,? (?:at |@ ?|around |about )?[{CLOCK}\d])|"
    rf"(?<=[{CLOCK}] )(?P<x2>later)(?=[ .,;!?]*$)",
    re.I,
)
_TOM = re.compile(  # as it is short in the Philippines
    rf"(?:^|[,.;\n] ?|\b(?i:interview|call|meeting|on|is|it's) )(?P<x>[Tt]om)(?=,? (?:at |@ ?)?[{CLOCK}])"
)
_ISO = re.compile(r"(?<![\d./-])(?P<y>20\d\d)(?P<s>[./-])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d/])")
_NUMERIC = re.compile(
    r"(?<![\w./:-])(?P<a>\d{1,2})(?P<s>[./-]) ?(?P<b>\d{1,2})(?P=s) ?(?P<y>20\d\d|19\d\d|(?<! )\d\d|"
    r"(?<= )2[4-9])(?![\d/:%]|"
    r"[.]\d| ?(?:h|hrs|uhr|[ap]\.?m)\b)"
)
_SLASHED = re.compile(
    r"(?<![\w./:-])(?P<a>\d{1,2})(?P<s>/)(?P<b>\d{1,2})(?![\d/%]|[.:-]\d| ?(?:of|hour|time|stars?|day|"
    r"cup)\b)"
)
_DOTTED = re.compile(r"(?<![\w./:-])(?P<a>\d{1,2})(?P<s>\.) ?(?P<b>0?[1-9]|1[0-2])\.(?!\d|\w)")
_DOTTED_OPEN = re.compile(r"(?<![\w./:-])(?P<a>\d{1,2})(?P<s>\.)(?P<b>0?[1-9]|1[0-2])(?![\d./:%]|\w)")
_DOTTED_ON = re.compile(  # "on 9.12 at 9.45"
    rf"(?:\b(?:on|am|den|{WEEKDAY}\.?,?) )(?P<a>\d{{1,2}})(?P<s>\.)(?P<b>0?[1-9]|1[0-2])(?=,? (?:at |@ ?|um |from )?"
    rf"(?:\d{{1,2}}[.:h]\d\d(?![.\d])|[{CLOCK}]))|"
    rf"(?<=\d\.\d\d on )(?P<a2>\d{{1,2}})\.(?P<b2>0?[1-9]|1[0-2])(?![\d.:/%]|\w)",
    re.I,
)
_GOING = (
    rf"(?=$|[.,;!?)\n:](?!\d)| ?[-/(]? ?[{CLOCK}{PART}{ZONE}{NOISE}]| (?:at|@|from|with|in|for|to|and|or|"
    r"of this|of next|between|by|around|is|then|please|works|if|sharp|ok|\d)\b|(?: -))"
)
_ORDINAL = re.compile(rf"\d ?{_ORD}\b", re.I)  # soon told; what is looked for around it is slow
_NTH = re.compile(
    rf"(?P<cue>\b(?:on |the |on the |dated? |for the |by the |now |not )|(?<=[{DAY}])(?:,| the)? ?|"
    rf"^)(?P<d>0?[1-9]|[12]\d|3[01]) ?{_ORD}\b(?P<of>(?: of)? (?:this|next) month)?{_GOING}",
    re.I,
)
_MONTH_NTH = re.compile(
    rf"\b(?P<of>(?:this|next) month),? (?:on )?(?:the )?(?P<d>0?[1-9]|[12]\d|3[01]) ?{_ORD}?\b{_GOING}", re.I
)
_BARE_NTH = re.compile(  # "wednesday 28 at 17h": the weekday must bear it out, or it is asked about
    rf"(?<=[{DAY}])(?P<cue>,? )(?P<d>[12]?\d|3[01])(?=,? (?:at |@ ?|from |a las |às |à |um |alle )\d|"
    rf" ?,? ?(?:at |@ ?|from |a las |às |à |um |alle )?[{CLOCK}])",
    re.I,
)
_NEW_YEAR = re.compile(
    r"(?<!lunar )(?<!chinese )(?<!tet )(?<!korean )\bnew year'?s'? (?P<w>eve|day)\b(?! (?:party|sale|menu))", re.I
)
_ON_THE = re.compile(
    rf"\bon the (?P<d>0?[1-9]|[12]\d|3[01])(?: ?{_ORD})?\b(?:{_GOING}|(?= (?:i|we|they|she|he|my|there)\b))", re.I
)
_THE_WORD = re.compile(rf"\bthe (?P<o>{ORDINAL_WORD})\b(?P<of> of (?:this|next) month)?{_GOING}", re.I)
_WD = rf"(?P<w>{WEEKDAY})\b(?!['.-]\w|/\w)\.?"
_WD2 = rf"(?P<w2>{WEEKDAY})\b"
_WEEKDAY = (
    (re.compile(rf"\b(?:(?:a|one|1) week (?:on |from |after )?|"
                rf"(?<!next )(?<!this )(?<!the )week on ){_WD}", re.I), "week_on"),
    (re.compile(rf"\b{_WD} week\b(?! (?:day|end))", re.I), "week_on"),
    (re.compile(rf"\b(?:the )?week after next,? (?:on )?{_WD}|\b(?P<w2>{WEEKDAY})\b,? (?:of |"
        r"in )?the week after next\b", re.I), "week_2"),
    (re.compile(rf"\bnext week'?s? ?,?:? ?(?:on )?{_WD}|\b{_WD2},? (?:of |in |the )?next week\b", re.I), "week_1"),
    (re.compile(rf"\bthis week'?s? ?,?:? ?(?:on )?{_WD}|\b{_WD2},? (?:of |in )?this week\b", re.I), "week_0"),
    (re.compile(rf"\b{_WD} (?:after next|fortnight)\b|\bthe (?P<w3>{WEEKDAY}) after\b|\b(?:first|second|third|"
        rf"fourth|(?:1st|2nd|3rd|4th|last)(?= \w+ (?:in|of)\b)) (?P<w2>{WEEKDAY})\b", re.I), "odd"),
    (re.compile(rf"\b(?:last|past|previous) {_WD}", re.I), "last"),
    (re.compile(rf"\b(?:this )?(?:coming|upcoming) {_WD}|\b(?P<w2>{WEEKDAY}) coming\b", re.I), "coming"),
    (re.compile(rf"\bthis {_WD}", re.I), "this"),
    (re.compile(rf"\bnext {_WD}|\b(?P<w2>{WEEKDAY}) next\b(?! (?:step|round|week))", re.I), "next"),
    (re.compile(r"\b(?P<w>mon(?:day)?|tues?(?:day)?|(?<!\bi )(?<!\bwe )(?<!\bbe )wed|wednesday|"
        r"thu(?:rs?(?:day)?)?|friday|saturday|sunday)\b(?!['.-]\w|/\w)(?:\.(?= ?\d))?", re.I), ""),
    (re.compile(rf"(?:(?<=\bon )|(?<=[,;(\n{MARKS}] )|(?<=[{MARKS}(\n])|(?<=^)|(?<=\bfor )|(?<=\bis )|(?<=\bit's )|"
        r"(?<=\btill )|(?<=\bor )|(?<=\band )|(?<=\bto ))(?P<w>fri|sat|sun)\b(?!['.-]\w)\.?(?=\W*$|"
        rf"[.,;:)\n?!]|[- ]?[{MARKS}\d]| (?:at|the|from|with|for|works|please|is|or|and|then|@)\b)", re.I), ""),
    (re.compile(rf"\b(?P<w>fri|(?-i:Sat|Sun))\b\.?(?=,? ?(?:at |@ ?|the |from |[{MARKS}\d]))|"
        rf"(?P<w2>(?<=[{MARKS}] )(?:fri|sat|sun))\b", re.I), ""),
)  # fmt: skip
_N = rf"(?P<n>\d{{1,3}}|{SMALL}|a couple of)"
_UNIT = r"(?P<u>days?|weeks?|fortnights?)\b'?"
_OFFSETS = (
    re.compile(r"\b(?:the )?day after (?P<tomorrow>tomorrow)\b", re.I),
    re.compile(rf"\b{_N} {_UNIT} from (?P<base>now|today|tomorrow)\b", re.I),
    re.compile(
        rf"\b{_N} {_UNIT} (?P<base>today|tomorrow)\b|\b(?P<base2>today|tomorrow) (?P<u2>week|fortnight)\b", re.I
    ),
    re.compile(r"\b(?P<u2>week) (?P<base2>tomorrow|today)\b|\bthis day (?P<u3>week)\b", re.I),
    re.compile(rf"\bin {_N} {_UNIT}(?: time| from (?:now|today))?(?! (?:on|time on))", re.I),
)
_WORDS = re.compile(rf"\b(?P<w>today|tomorrow|tonight|yesterday)\b('s\b)?|\bthis (?=[{PART}])", re.I)
_WEEKS = re.compile(r"\b(?P<w>next week|this week|the week after next|week after next)\b", re.I)
_WEEK_OF = re.compile(rf"\b(?:week (?:commencing|beginning|starting|of|from)|w/?c\b):? (?:the |on )?(?=[{DAY}])", re.I)
_SHIFT = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}


def _order(match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """Month and day: day first when dotted, otherwise both orders that can be."""
    a, b = int(match["a"]), int(match["b"])
    pairs = [(b, a)] if match["s"] == "." else [(b, a), (a, b)]
    return tuple(dict.fromkeys(pair for pair in pairs if 1 <= pair[0] <= 12 and 1 <= pair[1] <= 31))


def _year(match: re.Match[str]) -> int | None:
    year = int(match["y"]) if match["y"] else None
    return year + 2000 if year is not None and year < 100 else year


def _date(match: re.Match[str]) -> Day:
    return Day(*match.span(), "date", ((month_number(match["m"]), int(match["d"])),), _year(match))


def _word_date(match: re.Match[str]) -> Day:
    day = ORDINALS[(match["o"] or match["o2"]).lower()]
    return Day(*match.span(), "date", ((month_number(match["m"] or match["m2"]), day),), _year(match))


def _iso_date(match: re.Match[str]) -> Day:
    return Day(*match.span(), "date", ((int(match["m"]), int(match["d"])),), int(match["y"]))


def _list(match: re.Match[str]) -> Day:
    month = month_number(match["m"] or match["m2"])
    days = (match["d1"], match["d2"]) if match["m"] else (match["d3"], match["d4"])
    return Day(*match.span(), "date", tuple((month, int(day)) for day in days), why="two_options")


def _numeric(match: re.Match[str]) -> Day | None:
    pairs = _order(match)
    if not pairs and match["s"] == "-":
        return None
    return Day(*match.span(), "date", pairs, _year(match), why="" if pairs else "impossible_date")


def _short(match: re.Match[str]) -> Day | None:
    pairs = _order(match)
    return Day(*match.span(), "date", pairs) if pairs else None


def _dotted_on(match: re.Match[str]) -> Day | None:
    day, month = int(match["a"] or match["a2"]), int(match["b"] or match["b2"])
    start = match.start("a" if match["a"] else "a2")
    return Day(start, match.end(), "date", ((month, day),)) if 1 <= day <= 31 else None


def _nth_weekday(match: re.Match[str]) -> Day:
    month = month_number(match["m"]) if match["m"] else -1 if (match["of"] or "").strip().lower() == "next" else 0
    nth = {"f": 1, "1": 1, "s": 2, "2": 2, "t": 3, "3": 3, "l": LAST}.get(match["n"][0].lower(), 4)
    nth = 4 if match["n"].lower() == "fourth" else nth
    year = int(match["y"]) if match["y"] else None
    return Day(*match.span(), "rule", ((month, nth),), year, weekday_number(match["w"]), "nth")


def _feast(match: re.Match[str]) -> Day:
    name = match["f"].lower()
    pair = {"c": (12, 25), "x": (12, 25), "b": (12, 26), "n": (1, 1)}.get(name[0], EASTER)
    way = "before" if match["way"].lower().endswith("before") else "after"
    return Day(*match.span(), "rule", (pair,), number=weekday_number(match["w"]), modifier=way)


def _feast_day(match: re.Match[str]) -> Day:
    month, day = {"c": (12, 25), "x": (12, 25), "b": (12, 26), "n": (1, 1)}[match["f"][0].lower()]
    day += bool(match["after"]) - match["f"].lower().endswith("eve")
    return Day(*match.span(), "date", ((month, day),))


def _next_tomorrow(match: re.Match[str]) -> Day:
    return Day(*match.span(), "rule", modifier="next tomorrow")


def _tom(match: re.Match[str]) -> Day:
    return Day(*match.span("x"), "offset", number=1, modifier="tomorrow")


def _later(match: re.Match[str]) -> Day:
    return Day(*match.span("x" if match["x"] else "x2"), "offset", modifier="today")


def _dotted(match: re.Match[str]) -> Day | None:
    """ "9.10." may be ten past nine: only without "at" before it."""
    before = match.string[max(0, match.start() - 6) : match.start()].lower()
    if re.search(r"(?:at|@|from|\d ?-|to) ?$", before):
        return None
    end = match.end() - (match.string[match.end() : match.end() + 1] in ("", "\n"))
    day = _short(match)
    return Day(day.start, max(end, match.start() + 1), day.kind, day.pairs) if day else None


def _nth(match: re.Match[str]) -> Day:
    groups = match.groupdict()
    day = ORDINALS[groups["o"].lower()] if groups.get("o") else int(groups["d"])
    month = -1 if "next" in (groups.get("of") or "").lower() else 0
    start = match.end("cue") if groups.get("cue") is not None else match.start()
    return Day(start, match.end(), "date", ((month, day),))


def _offset(match: re.Match[str]) -> Day | None:
    groups = match.groupdict()
    if groups.get("tomorrow"):
        return Day(*match.span(), "offset", number=2)
    unit = (groups.get("u") or groups.get("u2") or groups.get("u3") or "").lower()
    word = (groups.get("n") or "a").lower()
    amount = 2.0 if word == "a couple of" else count(word)
    base = (groups.get("base") or groups.get("base2") or "today").lower()
    if amount is None or amount > 400:
        return None
    size = 7 if unit.startswith("week") else 14 if unit.startswith("fort") else 1
    return Day(*match.span(), "offset", number=int(amount) * size + _SHIFT.get(base, 0))


def _new_year(match: re.Match[str]) -> Day:
    return Day(*match.span(), "date", ((12, 31) if match["w"].lower() == "eve" else (1, 1),))


def _word(match: re.Match[str]) -> Day:
    word = (match["w"] or "today").lower()
    return Day(*match.span(), "offset", number=_SHIFT[word], modifier=word)


def _week(match: re.Match[str]) -> Day:
    word = match["w"].lower()
    return Day(*match.span(), "week", number=2 if "after" in word else int(word.startswith("next")))


def _weekday(match: re.Match[str], modifier: str) -> Day:
    word = match["w"] or match.groupdict().get("w2") or match.groupdict().get("w3") or ""
    return Day(*match.span(), "weekday", number=weekday_number(word), modifier=modifier)


Maker = Callable[[re.Match[str]], Day | None]
_MAKERS: Sieve[Maker] = Sieve((
    (_NTH_WEEKDAY, _nth_weekday), (_FEAST, _feast), (_FEAST_DAY, _feast_day), (_NEXT_TOMORROW, _next_tomorrow),
    (_ISO, _iso_date), (_NUMERIC, _numeric), (_DAY_LIST, _list), (_DAY_MONTH, _date), (_MONTH_DAY, _date),
    (_WORD_MONTH, _word_date), (_SLASHED, _short), (_DOTTED, _dotted), (_DOTTED_ON, _dotted_on),
    (_DOTTED_OPEN, _short),
    *((pattern, _offset) for pattern in _OFFSETS),
    *((pattern, partial(_weekday, modifier=modifier)) for pattern, modifier in _WEEKDAY),
    (_WORDS, _word), (_NEW_YEAR, _new_year), (_WEEKS, _week), (_MONTH_NTH, _nth), (_NTH, _nth), (_BARE_NTH, _nth),
    (_ON_THE, _nth), (_THE_WORD, _nth), (_LATER, _later),
    (_TOM, _tom),
))  # fmt: skip


def find_days(board: Board, has_clock: bool) -> list[Day]:
    """All days; taken from the board. has_clock: a clock was found, so that "3.12" can be a date."""
    found: list[Day] = []
    for pattern, make in _MAKERS.pick(board.pieces):
        if _in_vain(pattern, board, found, has_clock):
            continue
        for match in board.find(pattern) if found else board.matches(pattern):
            day = make(match) if DAY not in match.group() else None
            if day:
                found.append(day)
                board.take(day.start, day.end, DAY)
    if found:
        _name_weeks(board, found)
    return sorted(found, key=lambda day: day.start)


def _in_vain(pattern: re.Pattern[str], board: Board, found: list[Day], has_clock: bool) -> bool:
    """What is soon told about a pattern that need not, or must not, be looked for."""
    if pattern is _DOTTED_OPEN:
        return not has_clock
    if pattern is _NTH:
        return not _ORDINAL.search(board.text)
    if pattern is _LATER or pattern is _TOM:  # "later, Friday 3pm" is Friday
        return bool(found)
    return pattern is _BARE_NTH and not any(day.kind == "weekday" for day in found)


def _name_weeks(board: Board, found: list[Day]) -> None:
    """ "Week commencing 7 December" names a week by one of its days: the interview may be on any of them."""
    for match in board.find(_WEEK_OF):
        for i, day in enumerate(found):
            if day.start == match.end() and day.kind == "date":
                found[i] = replace(day, start=match.start(), kind="week_of")
                board.take(match.start(), match.end(), DAY)
