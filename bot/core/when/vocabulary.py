"""Words for time in English, the ways people misspell them, and the pieces of pattern built from them."""

from __future__ import annotations

from collections.abc import Iterable

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: value for value, word in enumerate(HOURS, 1)} | {
    "a": 1, "an": 1, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "ninety": 90, "forty five": 45, "forty-five": 45, "twenty five": 25, "twenty-five": 25,
}  # fmt: skip
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
          "eighteenth", "nineteenth", "twentieth")  # fmt: skip
ORDINALS = {word: value for value, word in enumerate(_UNITS + _TEENS, 1)} | {"thirtieth": 30}
ORDINALS |= {f"{ten}{gap}{unit}": base + value for ten, base in (("twenty", 20), ("thirty", 30)) for gap in (" ", "-")
             for value, unit in enumerate(_UNITS, 1) if base + value <= 31}  # fmt: skip

WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|"
    r"sun(?:day)?)"
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)


def either(words: Iterable[str]) -> str:
    """Any of the words as a pattern: grouped by their first letters, so that a search need not try all of them at every
    place. Which of two words comes first matters only where they begin alike, and there the order stays."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(f"{first}(?:{'|'.join(ends)})" for first, ends in rests.items()) + ")"


HOUR_WORD = either(HOURS)
ORDINAL_WORD = either(sorted(ORDINALS, key=len, reverse=True))
SMALL = either(sorted(NUMBERS, key=len, reverse=True))

CHAT = {
    "tomorrow": "tmrw tmr tmrrw tmw tmo tmoro tmorrow 2moro 2morro 2morrow 2mrw 2mro tomo tomoz tomorow tommorow "
                "tommorrow tomorro tomorrrow tomoro tomora tomm tomarrow tommorro tomrrow",
    "today": "2day todday todya",
    "tonight": "2nite 2night tonite tonigth 2nyt",
    "afternoon": "arvo afternon aftrnoon afternoone",
    "noon": "midday mid-day noontime",
    "monday": "mondy mnday modnay", "tuesday": "tuesd tuesdy tueday tusday teusday tuseday",
    "wednesday": "wensday wendsday wednsday wednsdy wendesday wedsday weds wedensday wensdy wenesday wednes",
    "thursday": "thurday thrusday thusday thersday thirsday thrsday thursdy thur thrs",
    "friday": "firday fryday frday fridy", "saturday": "saterday satday satruday saturdy", "sunday": "sundy",
    "january": "janurary januray", "february": "febuary feburary febury", "august": "agust augst",
    "september": "septemer setember", "october": "ocotber octber", "november": "novemeber novmber",
    "december": "decemeber decmber",
    "next": "nxt", "week": "wk", "morning": "mornin moring mornng", "evening": "evenin eve'ning evning",
    "quarter": "qtr quater quarter", "o'clock": "oclock o'clk", "half": "hlf",
}  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _near(word: str, substitute: bool) -> set[str]:
    """All words one slip away: a letter lost, doubled or foreign, two letters swapped; the ends stay."""
    cuts = range(1, len(word))
    slips = {word[:i] + word[i + 1 :] for i in cuts if i < len(word) - 1}
    slips |= {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in cuts if i < len(word) - 1}
    slips |= {word[:i] + letter + word[i:] for i in cuts for letter in _LETTERS}
    if substitute:
        slips |= {word[:i] + letter + word[i + 1 :] for i in cuts if i < len(word) - 1 for letter in _LETTERS}
    return slips


def _spellings() -> dict[str, str]:
    found: dict[str, str] = {}
    for word in (*WEEKDAYS, "tomorrow", "january", "february", "september", "october", "november", "december"):
        found |= dict.fromkeys(_near(word, substitute=len(word) > 6), word)
    for word, variants in CHAT.items():
        found |= dict.fromkeys(variants.split(), word)
    for word in (*WEEKDAYS, "tomorrow", *MONTHS):
        found.pop(word, None)
    return found


SPELLINGS = _spellings()


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday, from a full or shortened name."""
    return _NUMBERS_OF[_start(word)]


def month_number(word: str) -> int:
    """1 to 12, from a full or shortened name."""
    return _NUMBERS_OF[_start(word)]


def _start(word: str) -> str:
    """Three letters tell the days and the months apart; a pattern also takes the i without its dot for one."""
    return word.lower().replace("ı", "i")[:3]


_NUMBERS_OF = {name[:3]: i for i, name in enumerate(WEEKDAYS)} | {name[:3]: i for i, name in enumerate(MONTHS, 1)}


def count(word: str) -> float | None:
    """The value of "3", "1.5", "1,5" or a small number word; None when it is neither."""
    word = word.lower().strip()
    if word in NUMBERS:
        return NUMBERS[word]
    try:
        return float(word.replace(",", "."))
    except ValueError:
        return None
