"""The clauses of a text that are the user's own, beside a report on an offer or where a reply is expected."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.offer.said_on import goes_on_open
from bot.core.offer_remarks.clauses import FEW, Said, part_of
from bot.core.offer_remarks.his import feared
from bot.core.offer_remarks.words import FINE
from bot.core.route import flat

OR = 9  # words of what is left to choose from behind a question: "the agency or the warehouse"
LONGEST = 45  # words; a longer text is a letter or a tale
_CLAUSES = re.compile(
    r"\s*(?:[.!?;\n]+(?:\s|$)|,|\s(?:but|and so|so(?! (?:important|much|many|far|long|good|bad|key|crucial)\b))\s|"
    r"\sand\s(?=(?:they|do|does|did|is|are|what|how|when|who|"
    r"if|i|im|ask|"
    r"write|leave|dont|can|could|will|add|no|not)\b))\s*",
    re.I,
)
_NUMBERED = re.compile(r"(?ms)^\s*1[.):]\s.*^\s*2[.):]\s")  # who answers point by point is the employer
_YOU = re.compile(r"\b(?:you|your|u|we|our|us)\b")
TO_BOT = ("missing", "next", "normal", "worth", "means", "term")  # what is put to the bot
_HIS = ("want", "waive", "hush")
_OURS = ("show", "change", "better", "ask", "drop", "yes", "no", "need", "time", "told", *TO_BOT, *_HIS)
"""Said to the bot, or plainly his."""
_MINE = re.compile(r"\b(?:i|im|ill|id|ive|my|me|mine)\b")
_THEIR = re.compile(r"\b(?:they|them|their|he|she|him|her)\b")
_NAMING = ("about", "question", "term", "gap", "ask")
_WRITE = ("ask", "drop", "show", "change", "pay")
_STRICT = (
    "ask",
    "drop",
    "show",
    "change",
    "pay",
    "time",
    "yes",
    "no",
    "limit",
    "need",
    "better",
    "gap",
    *TO_BOT,
    *_HIS,
)
_WHY = re.compile(
    r"(?i)^(?:my|our|the|i|i'?m|i'?ve|i'?ll|we|he|she|wife|husband|partner|kids?|mum|mam|mom|dad|son|daughter|family)\b"
)
_KIN = re.compile(r"(?i)^(?:wife|husband|partner|kids?|mum|mam|mom|dad|son|daughter|family)\b")
_OF = re.compile(
    r"(?i)^(?:but |and |so |no |well )*(?:(?:you|u) (?:already |still )?(?:have|know|got|saw|read|asked)(?: about|"
    r" of)?|about|on|as for|as to|"
    r"regarding|with) (?:the |my |that )?(?P<what>\w[\w '-]{1,40}?)(?: thing| bit| part| stuff| one)?(?: already)?$"
)
"""A thing that is only named, before something is told of it: "you already have the on call thing"."""


@dataclass(frozen=True, slots=True)
class Remark:
    """``parts``: the clauses that are the user's own; ``rest``: what else the text says; ``only``: nothing but what he
    names is to be asked."""

    parts: tuple[Said, ...]
    rest: str
    only: bool

    def of(self, *kinds: str) -> list[str]:
        """The words of the clauses of these kinds."""
        return [part.what for part in self.parts if part.kind in kinds]

    @property
    def kinds(self) -> set[str]:
        return {part.kind for part in self.parts}

    @property
    def is_about_message(self) -> bool:
        """Whether it orders something of the message to them."""
        return bool(self.kinds & {*_WRITE})


def remark(text: str, *, reply: bool = False) -> Remark | None:
    """What a short text says of the user's own; None where it says nothing of the sort. ``reply``: it stands where
    their answer is expected, which may hold questions and limits of theirs."""
    if len(text.split()) > LONGEST or text.casefold().startswith("dear ") or (reply and _NUMBERED.search(text)):
        return None
    clauses = [clause.strip(" ,.-–—:") for clause in _CLAUSES.split(text.replace("...", ". "))]
    found = _joined([(clause, _own(clause, asked=_is_marked(text, clause))) for clause in clauses if clause], text)
    parts = tuple(part for _, part in found if part is not None and (not reply or _is_mine(part, text)))
    if not parts or (reply and any(part is not None and part.kind == "told" for _, part in found)):
        return None
    rest = ". ".join(clause for clause, part in found if part is None or part not in parts)
    line = flat(text)
    kinds = {part.kind for part in parts}
    only = bool(kinds & {"ask"}) and bool(re.search(r"\b(?:only|just|instead)\b", line))
    return Remark(parts, rest, only)


def feared_in(text: str) -> str:
    """The thing that a short text names as a worry; "" where it names none."""
    return feared(flat(text).strip(" .!?"))


def _joined(found: list[tuple[str, Said | None]], text: str) -> list[tuple[str, Said | None]]:
    """A word or two go with what is asked: "ask about nights, the premium", "the training, who pays that"; a reason
    goes with what matters to him, what was left open with what he was told, the thing with "is that normal"."""
    rows: list[tuple[str, Said | None]] = []
    for clause, part in found:
        before, last = rows[-1] if rows else ("", None)
        if (whole := _whole(before, last, clause, part, text)) is not None:
            rows[-1] = (f"{before}, {clause}", whole)
        else:
            rows.append((clause, _told_of(before, last, part)))
    return rows


def _whole(before: str, last: Said | None, clause: str, part: Said | None, text: str) -> Said | None:
    """What a clause makes together with the one before it; None where it stands for itself."""
    few = len(clause.split()) <= FEW
    if last is None or (last.kind == "term" and part is not None and part.kind == "question"):
        one = part is not None and part.kind == "question" and bool(before) and _is_bare(before)
        return Said("question", f"{before}, {clause}") if one else None
    if part is None and last.kind in ("ask", "drop") and few:
        return Said(last.kind, f"{last.what}, {clause}")
    if part is None and last.kind == "want" and not any(map(str.isdigit, clause)):
        return Said("want", f"{last.what}{_because(last.what, clause)}{clause}")
    if last.kind == "told" and (part is None or part.kind in ("gap", "question")) and goes_on_open(clause):
        start, end = text.find(last.what), text.find(clause)
        return Said("told", text[start : end + len(clause)] if 0 <= start < end else f"{last.what}, {clause}", last.of)
    if part is not None and last.kind in ("question", "better") and " or " in clause and len(clause.split()) <= OR:
        return Said(last.kind, f"{last.what}, {clause}")
    if part is not None and part.kind in ("normal", "worth", "term") and not part.what and last.kind in _NAMING:
        return Said(part.kind, last.what)
    return None


def _because(want: str, clause: str) -> str:
    """What joins a clause to a want: a reason where somebody is told of, else one more want."""
    if " because " in want.casefold():
        return " and "
    mine = " my" if _KIN.match(clause) else ""
    return f" because{mine} " if _WHY.match(clause) else ", "


def _told_of(before: str, last: Said | None, part: Said | None) -> Said | None:
    """With what was told the thing that was named just before."""
    named = _OF.match(before) if part is not None and part.kind == "told" and last is None else None
    return Said(part.kind, part.what, named["what"]) if part is not None and named else part


def _is_bare(clause: str) -> bool:
    """Whether it only names a thing: a figure would be a term."""
    return len(clause.split()) <= FEW and not any(map(str.isdigit, clause)) and not FINE.search(flat(clause))


def _is_marked(text: str, clause: str) -> bool:
    at = text.find(clause)
    return at >= 0 and text[at + len(clause) :].lstrip(" ").startswith("?")


def _is_mine(part: Said, text: str) -> bool:
    """Whether a clause among an employer's words can only be the user's."""
    line = flat(text)
    if part.kind in _STRICT:
        return part.kind not in ("limit", "time", "gap") or bool(_MINE.search(line) or _THEIR.search(line))
    return part.kind in ("question", "about") and bool(_THEIR.search(line))


def _own(clause: str, *, asked: bool) -> Said | None:
    """The kind of a clause; None where an employer speaks: "what day can you start?", "you cannot work elsewhere"."""
    said, line = part_of(clause, asked=asked), flat(clause)
    theirs = bool(_YOU.search(line)) and not _MINE.search(line) and not _THEIR.search(line)
    return None if said is not None and theirs and said.kind not in _OURS else said
