"""Was an employer's answer concrete, vague, or none? By rules, from the question and the candidate's short note.

Concrete is what could be checked later and answers this very question: a sum where a sum was asked, a person where
somebody was asked for. The answer is judged piece by piece, so that one fact among fine words counts. In doubt it is
vague: to ask once more costs little, to believe that a question is answered when it is not costs much.
"""

from __future__ import annotations

from collections.abc import Iterator

import re2

from bot.core import answer_words as words
from bot.core.line_words import FIRST_NAMES
from bot.core.patterns import any_of

CAP = 2000  # characters of a question and of an answer
_APOSTROPHES = "'’‘`"
_ASKED = "\x01"  # marks a piece that is a question
_FEW = 4  # words; a number among so few is the answer
_SHORT = 6  # words; a longer answer may well come round to the question
VERDICTS = ("concrete", "vague", "none")

_LOST, _DODGE, _FEELING, _LATER = (any_of(block) for block in (words.LOST, words.DODGE, words.FEELING, words.LATER))
_VAGUE, _PLAN, _WIDE, _BRAG = any_of(words.VAGUE), any_of(words.PLAN), any_of(words.WIDE), any_of(words.BRAG)
_NUMBER, _MONEY, _DURATION = any_of(words.NUMBER), any_of(words.MONEY), any_of(words.DURATION)
_OFTEN, _DAY, _PERSON = any_of(words.OFTEN), any_of(words.DAY), any_of(words.PERSON)
_EVENT, _RULE, _DENIAL = any_of(words.EVENT), any_of(words.RULE), any_of(words.DENIAL)
_LOCAL, _TOTAL, _MINE = any_of(words.LOCAL), any_of(words.TOTAL), any_of(words.MINE)
_PERKS = any_of(words.PERKS)
_FIELDS = {name: any_of(block) for name, block in words.FIELDS.items()}
_KINDS = tuple((name, any_of(block)) for name, block in words.QUESTIONS)
_TENURE = any_of(r"""
    how long (?:have|has|do|did) (?:you|people|they|others|the|most|staff|someone|everyone)|stay(?:s|ed)?|tenure
    turnover|been here|been there
""")
_PRACTICE = any_of(r"actually|really|ever|in practice|in reality|honestly")
_PIECES = re2.compile(r"[.!?;]+(?:\s|$)|\n|:\s|…|\.\.+|\s[–—-]\s|\s(?:but|though|although|however|except)\s")
_ASKS_BACK = re2.compile(
    r"^\W*(?:and |or |so |then )?(?:(?:where|why|what|how|when|who) (?:do|did|am|was|would|have|is|are|could|can)"
    r" (?:i|you|my)|(?:do|did|am|would|could|"
    r"have|are|can) (?:i|you))\b"
)
_YES_NO = re2.compile(
    r"^(?:and |so |but |ok |then )?(?:is|are|am|was|were|do|does|did|can|could|will|would|has|have|had|may|should|must"
    r"|might)(?:nt)?\b"
)
_SAYS = re2.compile(r"^\W*(?:she|he|they|boss|manager|recruiter)? ?(?:said|says|goes|was like|:)\s+")
_YES = re2.compile(r"^\W*(?:yes|yep|yeah|yup|sure|of course|definitely|absolutely|no|nope|nah)\b")
_BARE = re2.compile(
    r"^\W*(?:(?:yes|yep|yeah|yup|no|nope|nah|sure|of course|definitely|absolutely|maybe|sometimes|often|rarely"
    r"|hopefully|probably|kind of|sort of|both|not really|they do|we do|it is|there is|i can|you can"
    r"|always|really)\W*)+$"
)
_NAMED = re2.compile(r"(?:[a-z0-9,;:)&/]|^)\s*\b([A-Z][a-zà-ÿ]+|[A-Z]{2,})\b")
_AT_PLACE = re2.compile(r"\b(?:from|in|at|near|via|to|on)\s+(?:the |our |their )?[A-Z]\w+")
_STARTS_WITH_NAME = re2.compile(
    r"^[A-Z][a-zà-ÿ]{2,}(?:$|,| (?:at|from|in|does|is|and|who|the|runs|signs|decides|would|will|or|has|on)\b)"
)
_NOT_NAMES = frozenset("i hr ok no yes the they she he it we its said and but not im id asked mr mrs ms ceo".split())


def verdict(question: str, answer: str) -> str:
    """ "concrete", "vague" or "none" for the candidate's note of what was said to the question."""
    asked, said = _flat(question), _flat(answer)
    if not any(c.isalnum() for c in said):
        return "none"
    if _LOST.search(said):
        return "none"
    pieces = list(_pieces(answer[:CAP]))
    kinds = _kinds(asked)
    if any(_is_fact(asked, kinds, piece) for piece in pieces):
        return "concrete"
    if _DODGE.search(said) or _ASKS_BACK.search(said) or said.endswith("?"):
        return "none"
    if _BARE.search(said):
        return "vague"
    if (_FEELING.search(said) and not _VAGUE.search(said)) or _other_subject(asked, said):
        return "none"
    return "vague"


def vague_words(answer: str) -> tuple[str, ...]:
    """The words by which an answer stays vague, as they were typed, in order, each once; empty where none is found."""
    said, places = _placed(answer[:CAP])
    found: dict[str, tuple[int, int]] = {}
    for pattern in (_VAGUE, _PLAN, _LATER):
        for match in _all(pattern, said):
            start = said.find(match)
            found.setdefault(match, (places[start], places[start + len(match) - 1] + 1))
    ordered = sorted(found.items(), key=lambda item: (item[1][0], item[0]))
    return tuple(" ".join(answer[start:end].split()) for _, (start, end) in ordered)


def _placed(answer: str) -> tuple[str, list[int]]:
    """The flat form, and for each of its characters the place where it stands in the answer."""
    out: list[str] = []
    places: list[int] = []
    for place, char in enumerate(answer):
        blank = char.isspace()
        if char in _APOSTROPHES or (blank and (not out or out[-1] == " ")):
            continue
        for small in " " if blank else char.lower():
            out.append(small)
            places.append(place)
    return "".join(out).rstrip(), places


def _all(pattern: re2._Regexp, text: str) -> Iterator[str]:
    """Every match without the neighbours that the pattern takes along; two matches may share a blank."""
    at = 0
    while found := pattern.search(text, at):
        yield str(found.group(0)).strip(' .,;:!?()"-/')
        at = max(found.end() - 1, at + 1)


def _flat(text: str) -> str:
    """Lower case, no apostrophes, single blanks: the form that the words are written for."""
    return " ".join(_bare(text[:CAP]).lower().split())


def _bare(text: str) -> str:
    for mark in _APOSTROPHES:
        text = text.replace(mark, "")
    return text


def _pieces(answer: str) -> Iterator[str]:
    """Sentences and what follows a "but", with capitals kept."""
    for piece in _PIECES.split(_bare(answer).replace("?", f"{_ASKED}?")):
        if piece and piece.strip() and _ASKED not in piece and not _ASKS_BACK.search(piece.lower()):
            yield " ".join(piece.split())


def _kinds(asked: str) -> list[str]:
    """What sorts of fact would decide the question; a question may ask for two."""
    found = [name for name, pattern in _KINDS if pattern.search(asked)]
    last = asked.rstrip("? ").replace("!", ".").split(". ")[-1]
    if _YES_NO.search(last):
        return ["yes_no"]
    if "story" in found:
        return ["story"]
    special = [name for name in found if name != "how"]
    return special or found or ["what"]


def _is_fact(asked: str, kinds: list[str], piece: str) -> bool:
    if not _TENURE.search(asked):
        piece = str(_BRAG.sub(" ", piece))
    low = str(_SAYS.sub("", piece.lower())).strip()
    if _TOTAL.search(low) and _MINE.search(asked):
        return False
    if _DODGE.search(low) or _LATER.search(low) or (_WIDE.search(low) and _LOCAL.search(asked)):
        return False
    if _PLAN.search(low) and not (_DAY.search(low) or _MONEY.search(low)):
        return False
    return any(_settles(kind, asked, low, piece) for kind in kinds)


def _settles(kind: str, asked: str, low: str, piece: str) -> bool:
    """Whether one piece holds the sort of fact that was asked for."""
    soft = bool(_VAGUE.search(low))
    named = _has_name(piece, initials=kind == "what")
    match kind:
        case "money":
            return bool(_MONEY.search(low)) or (not soft and (bool(_DENIAL.search(low)) or _counts(asked, low)))
        case "duration":
            short = len(low.split()) <= _FEW
            return bool(_DURATION.search(low) or _DAY.search(low) or (short and _NUMBER.search(low)))
        case "count":
            return _counts(asked, low) or _listed(low, soft) or (bool(_DENIAL.search(low)) and not soft)
        case "often":
            return bool(_NUMBER.search(low) or _OFTEN.search(low)) and (not soft or bool(_NUMBER.search(low)))
        case "when":
            return bool(_DAY.search(low) or (_DURATION.search(low) and not soft))
        case "who":
            plain = _STARTS_WITH_NAME.search(piece) or _PERSON.search(low) or _NUMBER.search(low)
            return named or (not soft and bool(plain))
        case "where":
            return bool(_AT_PLACE.search(piece)) or (not soft and (named or bool(_NUMBER.search(low))))
        case "why":
            return _why(low, soft)
        case "yes_no":
            return _yes_no(asked, low, soft, named)
    return _tells(kind, low, soft, named)


def _has_name(piece: str, *, initials: bool) -> bool:
    """A capital word inside ("SAP" only where things are asked for), or a known first name anywhere."""
    inner = [str(m) for m in _NAMED.findall(piece[1:])]
    if any(word.lower() not in _NOT_NAMES and (initials or not word.isupper()) for word in inner):
        return True
    return any(word.strip(',.:;()"').lower() in FIRST_NAMES for word in piece.split()[:12] if word[:1].isupper())


_OTHER_UNITS = frozenset(
    "yrs years year yr months weeks days hours % percent times mins minutes stars euros pounds".split()
)


def _counts(asked: str, low: str) -> bool:
    """A number that is not one of something else: "8", "24 in year 3"; not "12 years" where heads were asked."""
    tokens = low.replace(",", " , ").split()
    for index, token in enumerate(tokens):
        if not _NUMBER.search(token):
            continue
        after = tokens[index + 1] if index + 1 < len(tokens) else ""
        if after.strip(".") not in _OTHER_UNITS or after in asked.split():
            return True
    return False


def _why(low: str, soft: bool) -> bool:
    return bool(_EVENT.search(low)) or (not soft and bool(_DAY.search(low)) and len(low.split()) > 3)


def _yes_no(asked: str, low: str, soft: bool, named: bool) -> bool:
    """A yes or no with a fact beside it; what people do "actually" is settled only by what they did."""
    if _PRACTICE.search(asked):
        return bool(_EVENT.search(low)) or (not soft and bool(_DENIAL.search(low) or _OFTEN.search(low)))
    if _DENIAL.search(low) and not _BARE.search(low):
        return True
    if _EVENT.search(low) and _NUMBER.search(low):
        return True
    hard = bool(_NUMBER.search(low) or _DAY.search(low) or _MONEY.search(low) or _EVENT.search(low))
    if hard and not soft:
        return True
    if _YES.search(low) and not _BARE.search(low):
        return hard or (not soft and (named or bool(_RULE.search(low) or _PERSON.search(low) or _OFTEN.search(low))))
    return not soft and (named or bool(_RULE.search(low)))


def _tells(kind: str, low: str, soft: bool, named: bool) -> bool:
    """A way of doing things, a list or a story: more than a number and without soft words, or an event with a fact."""
    if len(low.split()) <= 2:
        return False
    timed = bool(_DAY.search(low) or _OFTEN.search(low) or _DURATION.search(low))
    hard = timed or bool(_MONEY.search(low))
    if _EVENT.search(low) and (hard or named or not soft):
        return True
    if soft:
        return named and timed
    if timed or named or _listed(low, soft) or _RULE.search(low) or _PERSON.search(low):
        return True
    return kind != "story" and bool(_NUMBER.search(low)) and len(low.split()) >= 4


def _listed(low: str, soft: bool) -> bool:
    """Three or more things named one after the other, without soft words."""
    return not soft and len(low.split()) >= 4 and low.count(",") + low.count(" and ") + low.count(" + ") >= 2


def _other_subject(asked: str, said: str) -> bool:
    """Question and answer speak of known things and of none in common, or the answer of coffee and the view."""
    if _PERKS.search(said) and not _PERKS.search(asked) and not _NUMBER.search(said):
        return True
    about = {name for name, pattern in _FIELDS.items() if pattern.search(asked)}
    speaks = {name for name, pattern in _FIELDS.items() if pattern.search(said)}
    short = len(said.split()) <= _SHORT and not _VAGUE.search(said)
    return short and bool(about and speaks) and not about & speaks
