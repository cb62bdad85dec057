"""The text while it is read: cleaned, with every part that is understood covered by a mark, and a way back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from bot.core.when.abroad import ABROAD, EAST, SIGNS, english
from bot.core.when.sieve import needs, pieces
from bot.core.when.vocabulary import SPELLINGS

MOST = 40  # times of one form that are read in a text; nobody means the forty-first
LIMIT = 20_000  # characters that are read; what follows in a longer text is ignored
NOISE, DAY, CLOCK, ZONE, LENGTH, PART, HABIT = "\ue000\ue001\ue002\ue003\ue004\ue005\ue006"
MARKS = NOISE + DAY + CLOCK + ZONE + LENGTH + PART + HABIT
_QUOTES = {"\u2018": "'", "\u2019": "'", "\u00b4": "'", "`": "'", "\u2212": "-", "\u00b7": ", ", "\u22c5": ", ",
           "|": ", ", "\u2022": ", ", "\u2044": "/"}  # fmt: skip
_ODD = ("  ", *(sign for sign in _QUOTES if sign.isascii()))
_PLAIN = frozenset(map(chr, range(32, 127))).difference(_ODD)  # signs that are their own
_NO_MATCHES: Iterator[re.Match[str]] = iter(())
_WORD = re.compile(r"(?<![\w.@/])[\w'-]{2,13}(?![\w@])")
_SHORT_DAY = re.compile(  # "Di, 24.11." and "lun. 24/11"
    r"(?<![\w.])(?:(?P<de>Mo|Di|Mi|Do|Fr|Sa|So)[.,]{0,2} ?(?:den |der )?(?=\d{1,2}\. ?\d{1,2}\.)"
    r"|(?P<fr>[Ll]un|[Mm]er|[Jj]eu|[Vv]en|[Ss]am|[Dd]im|[Jj]ue|[Vv]ie)[.,]{0,2} (?=\d{1,2}[./]\d{1,2}\b))"
)
_NUMERIC_DATE = re.compile(r"\d[./] ?\d")
_SHORT_DAYS = {
    "mo": "monday", "di": "tuesday", "mi": "wednesday", "do": "thursday", "fr": "friday", "sa": "saturday",
    "so": "sunday",
    "lun": "monday", "mer": "wednesday", "jeu": "thursday", "ven": "friday", "sam": "saturday", "dim": "sunday",
    "jue": "thursday", "vie": "friday",
}  # fmt: skip
_BOTH = ABROAD | SPELLINGS


@lru_cache(maxsize=2048)
def _clean(char: str) -> str:
    if char in _QUOTES:
        return _QUOTES[char]
    kind = unicodedata.category(char)
    if kind in ("Cf", "Co", "Mn"):
        return ""
    if kind == "Pd":
        return "-"
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    if char in "\r\x0b\x0c\x85\u2028\u2029":
        return "\n"
    if kind in ("Zs", "Cc") and char != "\n":
        return " "
    plain = unicodedata.normalize("NFKC", char)
    return "".join(_QUOTES.get(c, c) for c in plain) if plain != char else char


def _normalise(text: str) -> tuple[list[str], list[int], list[int]]:
    """Characters without odd dashes, spaces and digits; runs of blanks become one; where each came from."""
    text = text[:LIMIT]
    if text.isascii() and text.isprintable() and not any(odd in text for odd in _ODD):  # as most are: nothing to do
        return list(text), list(range(len(text))), list(range(1, len(text) + 1))
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, raw in enumerate(text):
        for char in raw if raw in _PLAIN else _clean(raw):
            if char in " \n" and chars and chars[-1] in " \n":
                chars[-1] = "\n" if char == "\n" else chars[-1]
                continue
            chars.append(char)
            starts.append(at)
            ends.append(at + 1)
    return chars, starts, ends


def _short_day(match: re.Match[str]) -> str:
    return _SHORT_DAYS[(match["de"] or match["fr"]).lower()] + " "


class Board:
    """The cleaned text with marks over what is understood. Offsets are those of `text`; `origin` leads back."""

    def __init__(self, original: str, abroad: bool = True) -> None:
        """abroad: whether days and months of other languages are put into English."""
        chars, self._starts, self._ends = _normalise(original)
        self.text = "".join(chars)
        self.abroad = False  # whether a day or month is told in another language
        self._words = _BOTH if abroad else SPELLINGS
        if abroad and not self.text.isascii() and not SIGNS.isdisjoint(self.text):
            self.abroad = EAST.search(self.text) is not None
            self._put(EAST, english)
        if not self._words.keys().isdisjoint(_WORD.findall(self.text.lower())):  # which is seldom
            self._put(_WORD, self._spelled)
        if _NUMERIC_DATE.search(self.text):
            self._put(_SHORT_DAY, _short_day)
        self.plain = self.text  # as it was before any mark
        self._pieces: set[str] | None = None  # of the text: looked up once until something is taken from it
        self.used: list[tuple[int, int]] = []

    def _spelled(self, match: re.Match[str]) -> str | None:
        """The usual spelling of a typo or a chat form, the English for a word of another language."""
        word = match.group().lower()
        self.abroad |= self._words is _BOTH and word in ABROAD
        return self._words.get(word)

    def _put(self, pattern: re.Pattern[str], right_of: Callable[[re.Match[str]], str | None]) -> None:
        """Puts something else in the place of what a pattern matches, keeping the way back."""
        at, text, starts, ends = 0, [], [], []
        for match in pattern.finditer(self.text):
            right = right_of(match)
            if right is None:
                continue
            a, b = match.span()
            text += [self.text[at:a], right]
            starts += self._starts[at:a] + [self._starts[a]] * len(right)
            ends += self._ends[at:a] + [self._ends[b - 1]] * len(right)
            at = b
        self.text = "".join(text) + self.text[at:]
        self._starts, self._ends = starts + self._starts[at:], ends + self._ends[at:]

    @property
    def pieces(self) -> set[str]:
        """Those of the text. Letters that :meth:`blank` has covered since :meth:`take` covered any still count."""
        if self._pieces is None:
            self._pieces = pieces(self.text)
        return self._pieces

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The first MOST matches; what comes after them stays unread, so that the residue guard makes the bot ask."""
        return self.matches(pattern) if self.may_hold(pattern) else _NO_MATCHES

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """As :meth:`find`, of a pattern that a sieve has just picked."""
        return islice(pattern.finditer(self.text), MOST)

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern is found anywhere."""
        return self.may_hold(pattern) and pattern.search(self.text) is not None

    def may_hold(self, pattern: re.Pattern[str]) -> bool:
        """False where a search would be in vain."""
        wanted = needs(pattern.pattern, pattern.flags)
        return not (wanted and wanted.isdisjoint(self.pieces))

    def take(self, start: int, end: int, mark: str) -> None:
        """Covers a range with a mark; everything but noise counts as used."""
        self.text = self.text[:start] + mark * (end - start) + self.text[end:]
        self._pieces = None
        if mark != NOISE:
            self.used.append((start, end))

    def blank(self, pattern: re.Pattern[str], mark: str = NOISE) -> None:
        """Covers all matches (or only their group "x") as noise: numbers and names that are no times."""
        if not pattern.search(self.text):  # as nearly always
            return

        def cover(match: re.Match[str]) -> str:
            group = "x" if "x" in pattern.groupindex else 0
            a, b = match.start(group) - match.start(), match.end(group) - match.start()
            return match.group()[:a] + mark * (b - a) + match.group()[b:]

        self.text = pattern.sub(cover, self.text)

    def origin(self) -> tuple[tuple[int, int], ...]:
        """The used ranges as ranges of the original text, in order, joined where they touch."""
        joined: list[tuple[int, int]] = []
        for a, b in sorted((self._starts[a], self._ends[b - 1]) for a, b in self.used if b > a):
            if joined and a <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(b, joined[-1][1]))
            else:
                joined.append((a, b))
        return tuple(joined)
