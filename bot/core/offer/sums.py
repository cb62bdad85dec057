"""The sums of money in a text, so that those read from a picture can be shown to the user before they count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

import re2

from bot.core.offer.facts import find
from bot.core.offer.money import currency_of

_PAY = re2.compile(r"(?i)\b(?:salary|pay|wages?|bonus|gross|net|compensation|remuneration|stipend|allowance|ctc)\b")
_NUMBER = re2.compile(r"\d(?:[\d,.' ]*\d)?")
_LEAST_DIGITS = 4  # of a bare number beside a word of pay


def sums_in(text: str) -> list[str]:
    """The sums in the order of the text, each once, as they are written; a bare number only beside a word of pay."""
    found: dict[str, None] = {}
    for line in text.splitlines():
        paid = bool(_PAY.search(line))
        for fact in find(line):
            bare = fact.kind == "NUM" and paid and len(digits(fact.words)) >= _LEAST_DIGITS
            if fact.kind in ("MONEY", "WAGE") or bare:
                found.setdefault(fact.words.strip(" .,;"))
    return list(found)


def digits(words: str) -> str:
    """Only the digits: by them a sum is known again, however it is written."""
    return "".join(sign for sign in words if sign.isdigit())


def corrections(shown: Sequence[str], typed: Iterable[str]) -> dict[str, str]:
    """Which of the sums that were shown each typed one stands for: the one whose digits are most like its own.

    What was typed as it was shown corrects nothing, and is not taken for another.
    """
    typed = list(typed)
    same = {digits(words) for words in typed}
    left = [words for words in shown if digits(words) not in same]
    found: dict[str, str] = {}
    for words in typed:
        if left and digits(words) not in {digits(one) for one in shown}:
            wrong = max(left, key=lambda one: SequenceMatcher(None, digits(one), digits(words)).ratio())
            left.remove(wrong)
            found[wrong] = _put_right(wrong, words)
    return found


def _put_right(shown: str, typed: str) -> str:
    """The typed number in the words that were read ("a year"), unless it comes with another currency."""
    numbers = [str(found.group(0)) for found in _NUMBER.finditer(typed)]
    same = not currency_of(typed) or currency_of(typed) == currency_of(shown)
    if not same or len(numbers) != 1 or len(list(_NUMBER.finditer(shown))) != 1:
        return typed
    return shown.replace(str(_NUMBER.search(shown).group(0)), numbers[0])
