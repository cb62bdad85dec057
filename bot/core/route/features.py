"""What the router sees in a message: masked words, word classes, letter sequences and a few plain facts.

The trained numbers in content/<language>/models/router.bin belong to exactly these features: after any change here or
in the utterances, train anew (scripts/train_router.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import re2

from bot.core.route.classes import classes
from bot.core.route.facts import FACTS
from bot.core.route.fillers import bare

HEAD, TAIL = 600, 240  # characters: of a long message its begin and its end tell what it is about
_LONGEST = 24  # letters of a word
_MONEY = (
    r"(?:[£$€₹₦]|\b(?:rs|inr|usd|eur|gbp|aud|aed|php|ngn|chf))\.? ?\d[\d.,]*k?"
    r"|\b\d[\d.,]*(?:k|lpa| ?(?:lakhs?|euros?|pounds?|dollars?|bucks|pesos?|rupees?|shillings?|quid|net|gross|ph"
    r"|an hour|a day|a month|a year|a week|per (?:hour|day|month|year|annum|week))\b)"
)
_TIME = (
    r"\b\d{1,2}[:.]\d{2}(?: ?[ap]m)?\b|\b\d{1,2} ?(?:am|pm|oclock|uhr)\b|\bhalf \w+\b(?: oclock)?|\bnoon\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:oclock|am|pm|thirty|sharp)\b"
)
_MONTH = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
_DAY = (
    r"\b(?:mon|tues?|weds?|wed|thu|thurs?|fri|sat|sun)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    r"|\b(?:tomorrow|tmrw?|tmr|2moro|tomoro|tonight)\b"
)
_MASKS = (
    (re2.compile(_MONEY), " #pay "),
    (re2.compile(_TIME), " #time "),
    (re2.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b"), " #date "),
    (re2.compile(r"\b\d{1,2}[./]\d{1,2}\.?(?:[./]?\d{2,4})?"), " #date "),
    (re2.compile(_MONTH), " #month "),
    (re2.compile(_DAY), " #day "),
    (re2.compile(r"\b\d+(?:[.,]\d+)*\b"), " #n "),
)
_TOKEN = re2.compile(r"#[a-z]+|[a-z]+|[?!]+|[\x{1F300}-\x{1FAFF}\x{2600}-\x{27BF}]")
_NAME = re2.compile(r"([a-z,;:0-9] )((?:[A-Z][a-z'’]{2,}|[A-Z]{2,}[a-z]*)(?: (?:& |and )?[A-Z][a-z]+)*)")
_KEPT = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december hr cv ceo cfo md pm am zoom teams skype linkedin english excel gdpr".split()
)
_SENTENCE = re2.compile(r"[.!?;\n]+\s|\n")


def clip(text: str) -> str:
    """The part that is looked at."""
    return text if len(text) <= HEAD + TAIL else f"{text[:HEAD]} {text[-TAIL:]}"


def tokens(text: str) -> list[str]:
    """Words in lower case without apostrophes; sums, times, days, numbers and names in the middle of a sentence
    are masked as #pay, #time, #day, #date, #month, #n and #name."""
    text = clip(text)
    if text.upper() != text:
        text = str(_NAME.sub(_mask_name, text))
    line = text.lower()
    for mark in "'’‘`´":
        line = line.replace(mark, "")
    for pattern, mask in _MASKS:
        line = str(pattern.sub(mask, line))
    return [token[:_LONGEST] for token in _TOKEN.findall(line)]


def _mask_name(found: re2._Match) -> str:
    before, name = found.group(1), found.group(2)
    return f"{before}{name}" if name.split()[0].lower().strip("'’s") in _KEPT else f"{before} #name "


def features(text: str) -> list[str]:
    """All features of a message, each once; the letter before the colon is the group that they are weighed in."""
    text = bare(clip(text))
    words = tokens(text)
    found = dict.fromkeys(_words(words))
    found.update(dict.fromkeys(_classes(words)))
    found.update(dict.fromkeys(_letters(words)))
    found.update(dict.fromkeys(_facts(text, words)))
    return list(found)


def _words(words: list[str]) -> Iterator[str]:
    yield from (f"w:{word}" for word in words)
    around = ["^", *words, "$"]
    yield from (f"w:{one} {two}" for one, two in pairwise(around))
    yield from (f"w:{' '.join(three)}" for three in zip(around, around[1:], around[2:], strict=False))


def _classes(words: list[str]) -> Iterator[str]:
    """Word classes alone, beside their neighbours, and in order with other words between."""
    rows = [classes(word) for word in words]
    yield from (f"k:{name}" for row in rows for name in row)
    mixed = ["^", *(row[0] if row else word for row, word in zip(rows, words, strict=True)), "$"]
    for one, two in pairwise(mixed):
        if one.isupper() or two.isupper():
            yield f"k:{one} {two}"
    for one, two, three in zip(mixed, mixed[1:], mixed[2:], strict=False):
        if one.isupper() + two.isupper() + three.isupper() >= 2:
            yield f"k:{one} {two} {three}"
    only = [row[0] for row in rows if row]
    yield from (f"k:{one}>{two}" for one, two in pairwise(only))
    yield from (f"k:{one}>>{two}" for one, two in zip(only, only[2:], strict=False))
    if only:
        yield f"k:^{only[0]}"


def _letters(words: list[str]) -> Iterator[str]:
    for word in words:
        if word[0] == "#":
            continue
        edged = f" {word} "
        for size in (3, 4, 5):
            yield from (f"c:{edged[at : at + size]}" for at in range(len(edged) - size + 1))


def _facts(text: str, words: list[str]) -> Iterator[str]:
    """Length, shape and the patterns of :mod:`bot.core.route.classes`."""
    count = len(words)
    yield f"r:long{min(5, (count > 2) + (count > 5) + (count > 12) + (count > 25) + (count > 50))}"
    line = " ".join(words)
    asks = "?" in text
    yield "r:ask" if asks else "r:tell"
    if text.rstrip().endswith("?"):
        yield "r:ends asking"
    for name, pattern in FACTS:
        if pattern.search(line):
            yield f"r:{name}"
            yield f"r:{name} {'ask' if asks else 'tell'}"
    for mask in ("#pay", "#time", "#day", "#date", "#name", "#n"):
        if mask in words:
            yield f"r:{mask}"
    if "#time" in words and ("#day" in words or "#date" in words or "#month" in words):
        yield "r:when"
    if len(_SENTENCE.findall(text)) > 1:
        yield "r:sentences"
    if words and words[0] in _OPENERS:
        yield f"r:first {words[0]}"


_OPENERS = frozenset(
    "what how when where who which why is are am do does did can could may might should would will i my they he she "
    "we it there hi hello dear please no not never".split()
)
