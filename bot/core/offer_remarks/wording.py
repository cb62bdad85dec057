"""What a clause is about, in few words: a sum, the things of a list, a limit."""

from __future__ import annotations

import re

_FIGURE = re.compile(
    r"(?<![\d.,])[£$€]?\d[\d.,]*k?(?: ?(?:pounds?|euros?|dollars?|bucks|quid))?(?:/h| an hour| a year|"
    r" a month)?",
    re.I,
)
_COUNTED = re.compile(r"(?i)^(?:these|those|this|the)?(?: ?\d)?(?: things?| points?)?:\s*|^(?:these|those) \d ")
_LIMIT_HEAD = re.compile(
    r"(?i)^\W*(?:(?:but|and|no|sorry|ok|so)\b\W*)*(?:i |we )?(?:really |just )*(?:can'?t|can ?not|won'?t|"
    r"will not|don'?t|"
    r"do not|never|am not able to|my (?:limit|max|maximum|minimum) is|need|only can|can only|only|"
    r"just)?(?: really| just| only)*(?: at least| min(?:imum)?)? "
    r"?(?:(?:do|work|be|take|manage)\b ?)?"
)
_LIMIT_TAIL = re.compile(
    r"(?i)[\s,]+(?:(?:(?:is|are|its|it'?s|that'?s|thats) )?(?:to|too) (?:many|much|far|long|late|early|little|"
    r"low|few|hard)"
    r"\b.*|(?:(?:that'?s|this is|its|is) )?my (?:\w+ )?(?:limit|max|maximum|minimum|line|floor)|for me|please|pls)$"
)


def figure(text: str) -> str:
    """The first sum of a wish for more pay; empty where none is named."""
    found = _FIGURE.search(text)
    return found.group(0).strip(" .,") if found else ""


def phrases(what: str) -> list[str]:
    """ "nights and the premium" as two things."""
    what = _COUNTED.sub("", what)
    rows = re.split(
        r"\s*(?:,|;|\band\b|\bplus\b|&)"
        r"\s*",
        re.sub(r"(?i)\b(?:instead|please|pls|too|also|confirm(?:ed|ation)?)\b", "", what),
    )
    return [" ".join(row.split()).strip(" .:") for row in rows if len(row.strip(" .:")) > 2]


def line_of(limit: str) -> str:
    """What a limit is about: "cant do more than 4 nights, thats my limit" as "more than 4 nights"."""
    words = _LIMIT_HEAD.sub("", " ".join(limit.split()))
    return _LIMIT_TAIL.sub("", words).strip(" ,.!") or limit
