"""Turns of speech in a typed line, put as the reader of lines expects them: "chief is Mr Harris" -> "with Mr Harris
(chief)"."""

from __future__ import annotations

import re2

from bot.core.lines.words import (
    EXECUTIVE,
    FILLERS,
    FIRST_NAMES,
    HONORIFICS,
    LEADING,
    NOISE,
    OCCUPATIONS,
    PERSONNEL,
    RECRUITING,
    SENTENCE,
)

_LETTER = r"[^\s\d,;:.()!?\x00]"
_WORD = rf"{_LETTER}+"
_TITLED = "|".join(
    sorted((re2.escape(w) for w in LEADING | EXECUTIVE | RECRUITING | PERSONNEL | {"chief"}), key=len, reverse=True)
)
_TITLE = rf"(?:(?:ward|area|store|shop|site|shift|team|care|home|hiring|line|deputy|hr|night|general) )?(?:{_TITLED})"
_HON = r"(?:(?:mr|mrs|ms|miss|dr|prof|sister)\.? )"
_NAME = rf"(?:{_HON}?{_WORD}(?: [A-Z]{_WORD})?)"
_FIRST = rf"(^|[,;.\n\x00] *|\band )({_HON}?{_WORD})"  # at the beginning of a clause
_SORT = r"(?:firm|company|employer|business|school|agency|place|hospice|hospital|clinic|shop|care home|home|restaurant)"
_CALLED = re2.compile(
    rf"(?i)(?:\b(?:with|at|from|for|in) )?(?:\b(?:the|a|an|this|my) )?(?:\b{_WORD} )??\b{_SORT} "
    r"(?:(?:is )?(?:called|named) |by the name of )"
)
_SORTED = re2.compile(
    r"\b(?:[Ww]ith|[Aa]t|[Ff]rom|[Ff]or) (?:the |a )?(?:firm|company|employer|business|agency) (?:of )?([A-Z])"
)
_IS_TITLE = re2.compile(
    rf"(?i)\b(?:(?:my|the|their|her|his) )?({_TITLE}) (?:is|will be|there is|called|named) (?:called |named )?({_NAME})"
)
_NAMED_IS = re2.compile(
    rf"(?i){_FIRST},? (?:is|who is|she is|he is|shes|hes) (?:the |my |their )?({_TITLE})\b(?: there)?"
)
_RUNS = re2.compile(rf"(?i){_FIRST} (?:runs|owns|manages|leads|heads) (?:it|the place|the shop|them|that|there)\b")
_HER_NAME = re2.compile(rf"(?i)\b(?:her|his|their) name(?:'s| is) ({_NAME})")
_LED = re2.compile(rf"(?i)(^\W*(?:(?:hi|hello|hey|so|and|the|a) *[,.!]? *)*)({_TITLE}) (?:from|of|at) ")
_WROTE = r"(?:\b(?:they|he|she|it) (?:wrote|says?|said|sent|mailed|texted)(?: to)?(?: me)?\W+)?"
_DEAR = re2.compile(
    rf"(?i){_WROTE}\bdear (?:candidate|applicant|sir|madam|all|[A-Z]{_WORD}(?: [A-Z]{_WORD})?)\b[ ,:;.-]*"
    r"(?:we (?:go|move|continue|carry) on(?: with)?|we would like to|we want to)?"
)
_TOLD = re2.compile(
    r"(?i)\b(?:i|as i|like i) (?:just |already )*(?:told|said|wrote|typed)(?: you| it| that)*\b[ .,:;!…-]*"
)
_COMES = re2.compile(
    r"(?i)\b(?:they |he |she )?(?:asked|invited|want(?:s|ed)?|told) me to (?:come|pop|drop|call) (?:in|by|over|round)\b"
)
_AM = re2.compile(
    rf"(?i)\bi ?'?’?a?m (?:an? |the )?((?:{_WORD} ){{0,2}}{_WORD}?)(?: from {_WORD})?(?: *[,.;\n]| +and\b| +but\b|$)"
)
_FAMILY = frozenset(
    "mum mom dad mother father brother sister wife husband son daughter aunt uncle cousin partner neighbour the them "
    "him her it that this there one someone somebody everyone other".split()
)
_NOBODY = (NOISE | SENTENCE | FILLERS | OCCUPATIONS | _FAMILY) - FIRST_NAMES
_NOT_A_JOB = NOISE | SENTENCE


def eased(text: str) -> str:
    """The line in plainer words; what none of this fits stays as it is."""
    text, role = _without_self(str(_TOLD.sub(" ", _DEAR.sub(" ", text))))
    text = _SORTED.sub(r"at \1", _CALLED.sub(" at ", text))
    text = _by_title(str(_COMES.sub(" \x00 ", text)))
    text = _RUNS.sub(_ran, text)
    text = _IS_TITLE.sub(_titled, text)
    text = _NAMED_IS.sub(_named, text)
    return f"{text} ; role: {role}" if role else str(text)


def _by_title(text: str) -> str:
    """ "manager from Acme rang, her name is Faye": whom one meets, with her title."""
    named, led = _HER_NAME.search(text), _LED.search(text)
    name = str(named.group(1)) if named and is_somebody(named.group(1)) else ""
    if named and name:
        text = f"{text[: named.start()]} , {text[named.end() :]}"
    if led:
        who = f"{name} ({led.group(2)})" if name else f"the {led.group(2)}"
        return str(_LED.sub(lambda found: f"{found.group(1)} with {who} from ", text, 1))
    return f"{text} , with {name}" if name else text


def _ran(found: re2._Match) -> str:
    return f"{found.group(1)} with {found.group(2)} (boss) " if is_somebody(found.group(2)) else str(found.group(0))


def _titled(found: re2._Match) -> str:
    """ "the boss is Tom"; "the boss is rude" says nothing of who it is."""
    name = str(found.group(2))
    known = name[:1].isupper() or name.split(maxsplit=1)[0].lower().strip(".") in FIRST_NAMES | HONORIFICS
    return f", with {name} ({found.group(1)}) " if known and is_somebody(name) else str(found.group(0))


def _named(found: re2._Match) -> str:
    somebody = is_somebody(found.group(2))
    return f"{found.group(1)} with {found.group(2)} ({found.group(3)}) " if somebody else str(found.group(0))


def is_somebody(name: str) -> bool:
    """Whether words may be a person's name: none of them is a word of talk, a family word or a job, typed small."""
    words = name.split()
    return bool(words) and not any(word == word.lower() and word in _NOBODY for word in words)


def without_told(text: str) -> str:
    """ "I just told you.. Rosewood Court": what was told, alone."""
    return str(_TOLD.sub(" ", text)).strip(" .,:;!…-") or text


def _without_self(text: str) -> tuple[str, str]:
    """The line without "i am electrician from poland", and that job: it counts where no other is named."""
    found = _AM.search(text)
    if found is None or not own_job(text):
        return text, ""
    return f"{text[: found.start()]} , {text[found.end() :]}", str(found.group(1))


def own_job(text: str) -> str:
    """The job that somebody says to be his own ("im a nurse"); "" where he says none."""
    found = _AM.search(text)
    words = found.group(1).lower().split() if found else []
    return str(found.group(1)) if found and words[-1] in OCCUPATIONS and not set(words) & _NOT_A_JOB else ""
