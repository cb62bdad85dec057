"""The residue guard: whatever smells of time and was not understood makes the bot ask. And foreign languages."""

from __future__ import annotations

import re

from bot.core.when.board import CLOCK, DAY, HABIT, NOISE, PART, Board
from bot.core.when.vocabulary import HOURS, WEEKDAY, WEEKDAYS, either

_PLAIN_MONTH = r"january|february|july|september|october|november|december|sept|nov|dec|jan|feb|oct|aug|apr"
_TIME_WORDS = (
    *HOURS, *_PLAIN_MONTH.split("|"), "twenty", "thirty", "forty", "fifty", "fifteen", "half past", "quarter to",
    "quarter past", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", *WEEKDAYS,
    "minute", "minutes", "min", "mins", "hour", "hours", "hrs", "day", "days", "week", "weeks", "weekend", "weekends",
    "month", "months", "fortnight", "midnight", "lunchtime", "lunch time", "noon", "dawn", "dusk", "eod", "cob",
    "easter", "christmas", "xmas", "thanksgiving", "boxing", "new year", "new years", "diwali", "eid", "ramadan",
    "hanukkah", "carnival", "bank holiday", "every", "alternate", "fortnightly", "weekly", "daily",
    "yesterday", "tonight", "today", "tomorrow",
)  # fmt: skip
_RESIDUE = re.compile(rf"\d|\b{either(_TIME_WORDS)}\b", re.I)
_HARMLESS = re.compile(
    r"\b(?:all|whole|first|last|rest|trial|pay|some|one|other|busy|long|assessment|open|induction|"
    r"training|that|same|my|any|another|each|which|what) (?:of the )?days?\b|\bdays? (?:off|one|rate|"
    r"to day)\b"
    r"|\b(?:a|the|that|this) (?:day|week) (?:of|in|at|for|with)\b|\bday(?:-to-day|time|care)\b|"
    r"\bholiday (?:inn|pay|home|park|entitlement|village)\b"
    r"|\b(?:happy|working|flexible|business|office|peak|long|extra|unsocial|contracted|zero|part-time|"
    r"full-time|your|my|the) hours?\b|\b(?:no|any|some|every|each|this|that|which|another|the|only|"
    r"last|next|other|big|good|new) ones?\b"
    r"|\bone (?:of|more|thing|person|or two|another|last|that|who|which|is|way|question|interviewer|"
    r"manager|hand|by)\b|\b(?:\w+)-week\b|\bweek(?:ly)? (?:rota|wage|pay|plan)\b|\bmin\.? wage\b|"
    r"\bcouple of\b|\bdaily (?:mail|telegraph|stand-?up|business|work)\b",
    re.I,
)
_TITLE = re.compile(r"\b[A-Z][a-z]+ (?:Days?|Hours?|Weeks?|Minutes?)\b|\b(?:Days?|Hours?|Weeks?|Minutes?) [A-Z][a-z]+")
_HINT = re.compile(
    r"\b(?:next|this|coming) (?:week|weekend|month)\b|\b(?:end|middle|start|beginning|"
    r"later) (?:of )?(?:the |this |next )?(?:week|month)\b|\bweekend\b"
    r"|\b(?:in|for|mid|early|late|during) (?:(?:early|late|mid)[ -])?(?:january|february|march|april|"
    r"may|june|july|august|september|october|november|december)\b(?! (?:20[01]\d|202[0-5]|19\d\d)|'s)"
    rf"|^\W*(?:{_PLAIN_MONTH}|march|april|june|august|{WEEKDAY})\W*$|\b(?:christmas|easter|"
    r"new year'?s?) (?:eve|day|monday|sunday)\b"
    r"|\b(?:minutes|mins|hour|hours) (?:before|after)\b|\b(?:a )?couple of (?:hours|days|weeks)\b|"
    r"\bin (?:a few|some|several) (?:minutes|hours|days|weeks)\b"
    r"|\b(?:end|middle|beginning|start) of (?:january|february|march|april|may|june|july|august|"
    rf"september|october|november|december)\b|\bin the new year\b|\b(?:week|kw) [\d{NOISE}]"
    r"|\b(?:early|late|mid)[ -](?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december)\b"
    rf"|(?:in the |this |tonight)[{PART}]",
    re.I,
)
_HOLIDAY = re.compile(
    r"\b(?:easter|good|boxing|black|cyber|ash|palm|whit|bank holiday|christmas|maundy|shrove|"
    r"super) [\ue001]|\b(?:before|after) (?:christmas|easter|new year)\b",
    re.I,
)
_REGULAR = re.compile(rf"[{DAY}{CLOCK}],? {HABIT}|{HABIT},? (?:at )?[{DAY}{CLOCK}]")
_FOREIGN = frozenset(
    "der die das und um mit am ist im den dem ein eine einen bei zum zur nicht ich wir sie haben für heute morgen"
    " übermorgen nächste nächsten vormittag nachmittag abend vorstellungsgespräch bewerbungsgespräch gespräch termin"
    " montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember"
    " le la les des du et avec pour à chez demain lundi mardi mercredi jeudi vendredi samedi dimanche entretien"
    " el los las y con para en mañana lunes martes miércoles jueves viernes sábado domingo entrevista tarde"
    " il di con alle ore domani lunedì martedì mercoledì giovedì venerdì colloquio de da do às as com segunda terça"
    " quarta quinta sexta feira amanhã gerente entrevista het een met op om uur maandag dinsdag woensdag donderdag"
    " vrijdag morgen gesprek w na o godzinie jutro rozmowa och med på den klockan och imorgon".split()
)
_ALSO_ENGLISH = frozenset(
    "die am in on me do as we to la de da o w y el le du om et na en op das den los las des um mai il di no".split()
)
_ENGLISH = frozenset(
    "the a an and with at on in for to of is my me i it we you are your have has this next from by will"
    " be it's interview call meeting tomorrow today monday tuesday wednesday thursday friday saturday sunday"
    " please".split()
)
_PLAIN_ABROAD = _ENGLISH | frozenset(  # what may stand beside a day and a clock without changing what they say
    "um uhr am den der à às a as las la el le em de del alle ore om uur h raum termin gespräch vorstellungsgespräch"
    " bewerbungsgespräch は です から の に で entrevista entretien entrevue colloquio teams zoom".split()
)
_STRONG, _WEAK = _FOREIGN - _ALSO_ENGLISH, _FOREIGN & _ALSO_ENGLISH
_CLOCK_ABROAD = re.compile(r"\b(?:um|à|às|a las|alle|kl\.?|om) ?\d|\d ?uhr\b", re.I)
_WORD = re.compile(r"[^\W\d_]+")


def residue(board: Board) -> bool:
    """Whether anything that may be about time is left unread on the board."""
    if HABIT in board.text and (DAY not in board.text or _REGULAR.search(board.text)):
        return True
    # What is harmless is only taken out: where nothing is left before that, nothing is left after it.
    if board.has(_RESIDUE) and _RESIDUE.search(_HARMLESS.sub(" ", _TITLE.sub(" ", board.text))):
        return True
    return board.has(_HOLIDAY)


def hint(board: Board) -> bool:
    """Whether a text without any day or clock is about a time at all ("sometime next week")."""
    return board.has(_HINT)


def foreign(board: Board) -> bool:
    """Whether the text is more likely in another language than English: then nothing is taken for sure."""
    words = [word.casefold() for word in _WORD.findall(board.text[:4000])]  # without the times, which are covered
    if board.abroad or _CLOCK_ABROAD.search(board.plain):
        return not _PLAIN_ABROAD.issuperset(words)
    strong = sum(word in _STRONG for word in words)
    weak = sum(word in _WEAK for word in words)
    english = sum(word in _ENGLISH for word in words)
    letters = "".join(words)
    other_script = 0 if letters.isascii() else sum(ord(char) > 0x24F for char in letters)
    if strong > english or (strong + weak >= 2 and strong > 0 and english == 0):
        return True
    return other_script * 2 > len(letters) > 0
