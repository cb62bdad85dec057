"""Words of a note with what each of them is: a number, a day, a name. And the shape of a text without its content."""

from __future__ import annotations

import re2

from bot.core.lines.words import FIRST_NAMES

MOST = 160  # words of a note that are looked at
_TOKEN = re2.compile(r"(?i)[a-zà-ÿ]+|\d+(?:[.,:/]\d+)*|[£$€%?!:;,.…\"“”()&+-]")
_YEAR = re2.compile(r"^(?:19|20)\d\d$")
_ENDS = frozenset('.!?:"“…')
_NO_NAMES = frozenset("i hr ok no yes the they she he it we its said and but not im id asked mr mrs ms ceo".split())
_LISTS = {
    "NW": "one two three four five six seven eight nine ten eleven twelve thirteen fifteen sixteen twenty thirty forty "
    "fifty sixty ninety hundred half dozen couple",
    "WD": "mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "MO": "jan feb mar apr jun jul aug sep sept oct nov dec january february march april june july august september "
    "october november december easter xmas christmas",
    "TU": "hour hours hr hrs min mins minute minutes day days week weeks wk wks month months year years yr yrs night "
    "nights h am pm",
}
_CLASS = {word: name for name, block in _LISTS.items() for word in block.split()}
STOP = frozenset(
    "the a an of to in on at for and or is are was were be been do does did i me my you your we our us they them their "
    "he she his her it its this that there here what which who whom whose how when where why would will can could "
    "should may might have has had with by from as if not no so but than then one any some last".split()
)
_KEPT = STOP | frozenset(
    "am must nor him these those up out off over about after before until till since per all every each both none "
    "never always only just also too very more most less own same other another into onto back down again still "
    "already yet ever even yes yeah nope nah said says told ask asks think thinks know knows get gets got go goes went "
    "come comes came like want wants need needs dont doesnt didnt cant couldnt wouldnt wont isnt wasnt arent havent "
    "hasnt im ive id youd youre theres thats its hes shes theyre weve were lets asked".split()
)
_ENDINGS = (
    "ation tion ity ment ness ship able ible ful less ous ive ally ly ing ings ed est ers er ies s".split()
)  # longest first where one ends another
_STEMS = ("ings", "ing", "ed", "es", "s", "er", "ers")

Token = tuple[str, str]
"""A word in lower case or a sign, and its class or ""."""


def tokens(text: str) -> list[Token]:
    """Up to MOST words and signs; apostrophes are dropped first."""
    for mark in "'’‘`":
        text = text.replace(mark, "")
    found: list[Token] = []
    first = True
    for raw in _TOKEN.findall(text)[:MOST]:
        low = raw.lower()
        found.append((low, _class(low, raw, first=first)))
        first = low in _ENDS
    return found


def _class(low: str, raw: str, *, first: bool) -> str:
    if low[0].isdigit():
        return _number(low)
    if low in _CLASS:
        return _CLASS[low]
    if raw[0].isupper() and low in FIRST_NAMES:
        return "FN"
    return "CAP" if raw[0].isupper() and not first and low not in _NO_NAMES else ""


def _number(low: str) -> str:
    if ":" in low:
        return "CLOCK"
    if _YEAR.search(low):
        return "YEAR"
    if "." in low and len(low) <= len("00.00"):
        return "DEC"
    return f"N{min(len(low.replace(',', '').replace('.', '')), 4)}"


def stem(word: str) -> str:
    """The word without a common ending, for comparing question and answer."""
    for ending in _STEMS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def shape(token: Token) -> str:
    """What is left of a word when its content goes: its class, itself if it is a small word, else its ending."""
    word, name = token
    if name:
        return f"<{name}>"
    if not word.isalpha() or word in _KEPT:
        return word
    return next((f"*{end}" for end in _ENDINGS if word.endswith(end) and len(word) > len(end) + 2), "*")
