"""The shape of a sentence: lower case, without hyphens and apostrophes, with facts, names and places as capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.core.offer.facts import KINDS, Fact, find
from content.offer_patterns import OfferPatterns

TOKEN = re.compile(rf"\b(?:{'|'.join(KINDS)})\b")
# Plain classes of letters, which take linear time in re too, and a third of the time.
_WORD = re.compile(r"[^\W_][\w'&.]*|[^\w\s]+|\s+|_+")
_LETTERS = re.compile(r"[a-z]{2,}")
_REMEMBERED = 5_000  # words
_SHORT = {"n't": " not", "'ll": " will", "'re": " are", "'ve": " have", "'m": " am", "'d": " would"}
_ENDS = frozenset(("", "s", "t", "ll", "re", "ve", "m", "d"))
_SIGNS = {"&": "and", "w/": "with ", "w/o": "without ", "_": " "}
_WORD_SIGNS = {"cannot": "can not", "cant": "can not", "wont": "will not", "dont": "do not", "didnt": "did not",
               "isnt": "is not", "doesnt": "does not", "wasnt": "was not", "havent": "have not", "hasnt": "has not",
               "im": "i am", "ive": "i have", "theyd": "they would",
               "theyre": "they are", "thats": "that is"}  # fmt: skip
_TITLES = frozenset("mr mrs ms miss dr prof professor mx sr rev".split())
_COMMON = """
the and you your our are is we will this that with for from have has not any all can may be as at by in of on or to if
it its an they them their he she his her my me us no yes dear hello hi thanks thank congratulations welcome please
following further kind best warm yours sincerely faithfully regards however therefore additionally also during upon
while when where which who whom whose what why how there here these those such each every both either neither after
before once until unless should shall must would could might do does did been being was were had having get got give
given take taken make made let lets note looking forward pleased delighted excited happy glad great good new now just
then than so but though although because since per plus minus about over under above below between among within without
letter offer subject hereby herein company employer employee candidate recruiter human resources office general terms
schedule appendix annex clause section article part page signed signature date name address phone email tel mobile
ltd limited inc llc gmbh plc pty pvt pte corp group holdings sir madam re fwd fw via see attached enclosed overview
summary details information information about position role job salary compensation benefits other important
english english-speaking internal external standard regular ok okay cool nice sure hey wow omg lol btw fyi tc yoe
pros cons update edit title questions question answer thoughts opinion advice help need based level first second third
""".split()


@dataclass(frozen=True, slots=True)
class Shaped:
    """The shape and the facts that its fact tokens stand for, in the same order."""

    text: str
    facts: tuple[Fact, ...]


class Shaper:
    """Makes shapes; knows the words that patterns use (all other capitalised words are names) and the places."""

    def __init__(self, patterns: OfferPatterns) -> None:
        self._known = frozenset(_vocabulary(patterns))
        self._spelled: dict[bool, dict[str, str]] = {True: {}, False: {}}  # a few words make up most of every letter
        self._places: dict[str, list[tuple[str, ...]]] = {}
        for name in patterns.places:
            words = tuple(name.split())
            self._places.setdefault(words[0], []).append(words)

    def shape(self, text: str, cased: bool = True) -> Shaped:
        """``cased``: the text uses capitals for names; one that is all upper or all lower case does not."""
        parts, facts, at = [], [], 0
        for fact in find(text):
            parts.append(self._plain(text[at : fact.start], cased))
            lead = _LETTERS.match(fact.words.lower()) if fact.kind == "DATE" else None
            prefix = f"{lead.group(0)} " if lead and lead.group(0) in _LEADS else ""
            inner = f" {fact.inner.lower()}" if fact.inner else ""
            parts.append(f" {prefix}{fact.kind}{inner} ")
            facts.append(fact)
            at = fact.end + (2 if text.startswith("'s", fact.end) else 0)
        parts.append(self._plain(text[at:], cased))
        return Shaped(_tidy("".join(parts)), tuple(facts))

    def _plain(self, text: str, cased: bool) -> str:
        """Words between facts."""
        pieces, known = _WORD.findall(text), self._spelled[cased]
        out, skip = [], 0
        for at, piece in enumerate(pieces):
            if skip:
                skip -= 1
                continue
            size = self._place(pieces, at) if piece[0].isupper() or not cased else 0
            if size:
                out.append("CITY")
                skip = size - 1
            else:
                out.append(known.get(piece) or self._word(piece, cased))
        return "".join(out)

    def _word(self, piece: str, cased: bool) -> str:
        """Only what patterns and signs are made of is remembered: no name, number or other word of a letter."""
        spelled = self._spell(piece, cased)
        stem, _, end = piece.lower().rstrip(".'").partition("'")
        if not piece[0].isalnum() or (self._is_known(stem) and end in _ENDS):
            known = self._spelled[cased]
            if len(known) >= _REMEMBERED:
                known.clear()
            known[piece] = spelled
        return spelled

    def _place(self, pieces: list[str], at: int) -> int:
        """How many pieces from here are the name of a place."""
        for words in self._places.get(pieces[at].rstrip(".").lower(), ()):
            size = len(words) * 2 - 1
            found = [p.lower().rstrip(".") for p in pieces[at : at + size : 2]]
            if found == list(words):
                return size
        return 0

    def _spell(self, word: str, cased: bool) -> str:
        if not word[0].isalnum():
            return " " if word.isspace() else _SIGNS.get(word, word).replace("-", " - " if len(word) > 1 else " ")
        low = word.lower()
        bare = low.rstrip(".'")
        if bare.endswith("'s") and not bare.endswith(("it's", "that's", "there's", "he's", "she's", "what's")):
            bare = bare[:-2] + "s" if bare[:-2] in self._known else bare[:-2]
        for ending, full in _SHORT.items():
            if low.endswith(ending):
                return {"won't": "will not", "can't": "can not"}.get(low, low[: -len(ending)] + full)
        plain = self._is_known(bare.removesuffix("'s")) or any(c.isdigit() for c in word)
        if cased and word[0].isupper() and not plain:
            return "NAME" + low[len(low.rstrip(".")) :]
        low = _WORD_SIGNS.get(low, low)
        return low.replace("'", "").replace("&", " and ")

    def _is_known(self, word: str) -> bool:
        return (
            word in self._known
            or len(word) < 2
            or (word.endswith("s") and word[:-1] in self._known)
            or (word.endswith("ly") and word[:-2] in self._known)
            or (word.endswith("ing") and word[:-3] in self._known)
            or (word.endswith("ed") and word[:-2] in self._known)
            or word in _TITLES
        )


_LEADS = frozenset("by on until till before from since start starts starting deadline joining date in of".split())
_NAMES = re.compile(
    r"\b(?:(?:mr|mrs|ms|miss|dr|prof|professor|mx)\.? )?NAME\b(?:,? NAME\b)*|\b(?:mr|mrs|ms|dr|prof)\.? \w+\b"
)
_NAME_SIGNS = ("NAME", "mr", "ms", "dr", "prof")  # without one of them there is no name
_BEFORE_SIGN = re.compile(r" ([,:;.!?)%])")


def _tidy(text: str) -> str:
    text = " ".join(text.split())
    if any(word in text for word in _NAME_SIGNS):
        text = _NAMES.sub("NAME", text)
    return _BEFORE_SIGN.sub(r"\1", text)


def _vocabulary(patterns: OfferPatterns) -> Iterator[str]:
    """The plain words that patterns are made of."""
    yield from _COMMON
    for topic in patterns.topics.values():
        for block in (topic.cues, topic.hints, topic.stated, topic.vague, topic.capped, topic.open, topic.unless):
            yield from _words_of(block)
    for rows in patterns.scope.values():
        yield from _words_of(rows)
    yield from _words_of(patterns.occupations)


def _words_of(rows: Iterable[str]) -> Iterator[str]:
    for row in rows:
        yield from spelled(row)


_CHUNK = re.compile(r"[^a-z\[\]?()|:\\+*.]|\\w\+|\\w\*|\\d|\(\?:|\(|\\|\*|\+|\.")


def spelled(row: str) -> tuple[str, ...]:
    """The words that a pattern may spell: "licen[cs]es?" gives license, licence, licenses and licences."""
    words: list[str] = []
    for chunk in _CHUNK.split(row):
        for part in str(chunk).replace(")?", "").replace(")", "|").split("|"):
            words.extend(_variants(part))
    return tuple(word for word in words if len(word) > 1)


def _variants(part: str) -> list[str]:
    """Every spelling of a word with character classes and optional letters."""
    if part.isalpha():
        return [part]
    out, at = [""], 0
    while at < len(part):
        options = [part[at]]
        if part[at] == "[" and "]" in part[at:]:
            end = part.index("]", at)
            options, at = list(part[at + 1 : end]), end
        elif not part[at].isalpha():
            at += 1
            continue
        if at + 1 < len(part) and part[at + 1] == "?":
            options.append("")
            at += 1
        at += 1
        out = [word + letter for word in out for letter in options][:64]
    return out
