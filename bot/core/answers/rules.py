"""What an employer's answer holds, by rules: which sorts of fact, and whether they are the sort that was asked for.

The answer is judged piece by piece, so that one fact among fine words counts. The rules alone are right about two
answers in three; what they find is what the trained part weighs (bot.core.answers.features).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import re2

from bot.core.answers import words
from bot.core.lines.words import FIRST_NAMES
from bot.core.patterns import any_of

CAP = 2000  # characters of a question and of an answer
APOSTROPHES = "'’‘`"
_ASKED = "\x01"  # marks a piece that is a question
_FEW = 4  # words; a number among so few is the answer
_SHORT = 6  # words; a longer answer may well come round to the question

_YES = re2.compile(r"^\W*(?:yes|yep|yeah|yup|sure|of course|definitely|absolutely|no|nope|nah)\b")
_BARE = re2.compile(
    r"^\W*(?:(?:yes|yep|yeah|yup|no|nope|nah|sure|of course|definitely|absolutely|maybe|sometimes|often|rarely"
    r"|hopefully|probably|kind of|sort of|both|not really|they do|we do|it is|there is|i can|you can"
    r"|always|really)\W*)+$"
)
_NAMES = (
    "LOST DODGE FEELING LATER VAGUE PLAN WIDE BRAG NUMBER MONEY DURATION OFTEN DAY PERSON EVENT RULE DENIAL TOTAL MINE"
    " LOCAL PERKS"
)
SIGNS = {name.lower(): any_of(getattr(words, name)) for name in _NAMES.split()} | {"yes": _YES, "bare": _BARE}
"""Signs by name: whether a flat text holds anything of the kind."""
FIELDS = {name: any_of(block) for name, block in words.FIELDS.items()}
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
_NAMED = re2.compile(r"(?:[a-z0-9,;:)&/]|^)\s*\b([A-Z][a-zà-ÿ]+|[A-Z]{2,})\b")
_AT_PLACE = re2.compile(r"\b(?:from|in|at|near|via|to|on)\s+(?:the |our |their )?[A-Z]\w+")
_STARTS_WITH_NAME = re2.compile(
    r"^[A-Z][a-zà-ÿ]{2,}(?:$|,| (?:at|from|in|does|is|and|who|the|runs|signs|decides|would|will|or|has|on)\b)"
)
_NOT_NAMES = frozenset("i hr ok no yes the they she he it we its said and but not im id asked mr mrs ms ceo".split())


def has(sign: str, low: str) -> bool:
    """Whether a flat text shows the sign."""
    return SIGNS[sign].search(low) is not None


def rule(asked: str, said: str, answer: str) -> str:
    """ "concrete", "vague" or "none" by the rules alone. ``asked`` and ``said`` are flat (:func:`flat`)."""
    if has("lost", said):
        return "none"
    sorts = kinds(asked)
    if any(is_fact(asked, sorts, piece) for piece in pieces(answer)):
        return "concrete"
    if has("dodge", said) or _ASKS_BACK.search(said) or said.endswith("?"):
        return "none"
    if has("bare", said):
        return "vague"
    if (has("feeling", said) and not has("vague", said)) or other_subject(asked, said):
        return "none"
    return "vague"


def flat(text: str) -> str:
    """Lower case, no apostrophes, single blanks: the form that the words are written for."""
    return " ".join(_bare(text[:CAP]).lower().split())


def _bare(text: str) -> str:
    for mark in APOSTROPHES:
        text = text.replace(mark, "")
    return text


def pieces(answer: str) -> Iterator[str]:
    """Sentences and what follows a "but", with capitals kept."""
    for piece in _PIECES.split(_bare(answer).replace("?", f"{_ASKED}?")):
        if piece and piece.strip() and _ASKED not in piece and not _ASKS_BACK.search(piece.lower()):
            yield " ".join(piece.split())


def kinds(asked: str) -> list[str]:
    """What sorts of fact would decide the question; a question may ask for two."""
    found = [name for name, pattern in _KINDS if pattern.search(asked)]
    last = asked.rstrip("? ").replace("!", ".").split(". ")[-1]
    if _YES_NO.search(last):
        return ["yes_no"]
    if "story" in found:
        return ["story"]
    special = [name for name in found if name != "how"]
    return special or found or ["what"]


def is_fact(asked: str, sorts: Sequence[str], piece: str) -> bool:
    """Whether one piece of an answer holds a fact of a sort that decides the question."""
    if not _TENURE.search(asked):
        piece = str(SIGNS["brag"].sub(" ", piece))
    low = str(_SAYS.sub("", piece.lower())).strip()
    if has("total", low) and has("mine", asked):
        return False
    if has("dodge", low) or has("later", low) or (has("wide", low) and has("local", asked)):
        return False
    if has("plan", low) and not (has("day", low) or has("money", low)):
        return False
    return any(_settles(kind, asked, low, piece) for kind in sorts)


def _settles(kind: str, asked: str, low: str, piece: str) -> bool:
    """Whether one piece holds the sort of fact that was asked for."""
    soft = has("vague", low)
    named = _has_name(piece, initials=kind == "what")
    match kind:
        case "money":
            return has("money", low) or (not soft and (has("denial", low) or _counts(asked, low)))
        case "duration":
            short = len(low.split()) <= _FEW
            return bool(has("duration", low) or has("day", low) or (short and has("number", low)))
        case "count":
            return _counts(asked, low) or _listed(low, soft) or (has("denial", low) and not soft)
        case "often":
            return bool(has("number", low) or has("often", low)) and (not soft or has("number", low))
        case "when":
            return bool(has("day", low) or (has("duration", low) and not soft))
        case "who":
            plain = _STARTS_WITH_NAME.search(piece) or has("person", low) or has("number", low)
            return named or (not soft and bool(plain))
        case "where":
            return bool(_AT_PLACE.search(piece)) or (not soft and (named or has("number", low)))
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
        if not has("number", token):
            continue
        after = tokens[index + 1] if index + 1 < len(tokens) else ""
        if after.strip(".") not in _OTHER_UNITS or after in asked.split():
            return True
    return False


def _why(low: str, soft: bool) -> bool:
    return has("event", low) or (not soft and has("day", low) and len(low.split()) > 3)


def _yes_no(asked: str, low: str, soft: bool, named: bool) -> bool:
    """A yes or no with a fact beside it; what people do "actually" is settled only by what they did."""
    if _PRACTICE.search(asked):
        return has("event", low) or (not soft and bool(has("denial", low) or has("often", low)))
    if has("denial", low) and not has("bare", low):
        return True
    if has("event", low) and has("number", low):
        return True
    hard = bool(has("number", low) or has("day", low) or has("money", low) or has("event", low))
    if hard and not soft:
        return True
    if has("yes", low) and not has("bare", low):
        return hard or (not soft and (named or bool(has("rule", low) or has("person", low) or has("often", low))))
    return not soft and (named or has("rule", low))


def _tells(kind: str, low: str, soft: bool, named: bool) -> bool:
    """A way of doing things, a list or a story: more than a number and without soft words, or an event with a fact."""
    if len(low.split()) <= 2:
        return False
    timed = bool(has("day", low) or has("often", low) or has("duration", low))
    hard = timed or has("money", low)
    if has("event", low) and (hard or named or not soft):
        return True
    if soft:
        return named and timed
    if timed or named or _listed(low, soft) or has("rule", low) or has("person", low):
        return True
    return kind != "story" and has("number", low) and len(low.split()) >= 4


def _listed(low: str, soft: bool) -> bool:
    """Three or more things named one after the other, without soft words."""
    return not soft and len(low.split()) >= 4 and low.count(",") + low.count(" and ") + low.count(" + ") >= 2


def other_subject(asked: str, said: str) -> bool:
    """Question and answer speak of known things and of none in common, or the answer of coffee and the view."""
    if has("perks", said) and not has("perks", asked) and not has("number", said):
        return True
    about = {name for name, pattern in FIELDS.items() if pattern.search(asked)}
    speaks = {name for name, pattern in FIELDS.items() if pattern.search(said)}
    short = len(said.split()) <= _SHORT and not has("vague", said)
    return short and bool(about and speaks) and not about & speaks
