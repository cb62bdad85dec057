"""What an offer says of one thing in the user's words: "the on call", "notice"; narrower than a topic of the check."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.offer.sentences import Sentence, clean, sentences
from bot.core.stems import stems

MOST, MOST_OPEN = 2, 4  # sentences that are shown
SHARED = 2  # words that a question and its answer have in common
_UNSAID = re.compile(
    r"(?i)\b(?:(?:did|does|do|has|have|had|was|were|is|are|would|could)(?:n'?t| not|nt)(?: \w+)? (?:say|said|tell|"
    r"told|mention|mentioned|know|sure|"
    r"clear|fixed|agreed|decided|settled|give|specif\w+|put|go into)|(?:don'?t|dont|do not) know|never (?:said|"
    r"told|mentioned)|not sure|no idea|unclear|"
    r"but not (?:how|what|when|where|which|who|why|if)|not (?:how much|how many|how long|how often|when|which)|"
    r"without saying|"
    r"but not (?:in writing|in the letter|written)|wouldn'?t say|won'?t say|depends|depending|tbc|tba|tbd|"
    r"to be (?:confirmed|agreed|decided|discussed)|unless|as (?:needed|required)|"
    r"(?:if|when|whenever) (?:needed|required|it'?s busy|we'?re busy|busy)|left open|open\b(?! plan))"
)
_LOOSE = re.compile(
    r"(?i)\b(?:some|sometimes|usually|often|mostly|occasional(?:ly)?|good|decent|competitive|generous|fair|"
    r"the usual|flexible|maybe|probably|might|"
    r"possibly|roughly|most (?:of (?:the |us )?)?(?:\w+ )?(?:people|boys|lads|staff|of them|days|weeks)|"
    r"don'?t worry|we'?ll see|in time|eventually|"
    r"various|regular(?:ly)?|reasonable|from time to time|now and then|extra)\b"
)
_HEDGED = re.compile(
    r"(?i)\b(?:discretion(?:ary)?|rates? in force|from time to time|subject to (?:approval|review|change|"
    r"availability|business)|as reasonably|"
    r"may (?:also |well )?be (?:extended|varied|changed|required|asked|moved|withdrawn|amended|granted|assigned|"
    r"retained)|where possible|"
    r"depending on availability|reasonable limits?|not guaranteed|no guarantee|zero hours?|at any time|such other|"
    r"or as (?:directed|assigned))\b"
)
_CONTRARY = re.compile(
    r"(?i)\bbut (?:most|some|many|everyone|everybody|people|in practice|really|usually|the (?:boys|lads|others)|"
    r"they all)\b"
)
_BACK = re.compile(r"(?i)\b(?:pay(?:ing|s)?[ -]?back|repay|paid back)\b")
_ENDING = re.compile(r"(?<=\w{4})(?:ment|able|ible|abl|ibl|ance|ence|anc|enc)$")
_OPENING = re.compile(r"(?i)\boffer(?:ing)? you (?:the |a |this )?(?:post|position|job|role)\b")
"""It names the job and no term of it."""
_SPEAKER = re.compile(r"^[A-Z][\w .'-]{0,30}:\s+")
_NEAR = {
    "night": ("nights", "night", "overnight", "away", "on call", "on-call", "callout", "late", "evening"),
    "home": ("away", "home", "remote", "travel", "overnight"),
    "evening": ("evening", "late", "overtime"),
    "weekend": ("weekend", "saturday", "sunday", "on call", "on-call"),
    "kid": ("away", "on call", "on-call", "night"),
    "child": ("away", "on call", "on-call", "night"),
    "hour": ("hours", "overtime", "on call"),
    "money": ("overtime", "bonus", "allowance"),
    "drive": ("site", "travel", "commute", "miles"),
    "secur": ("permanent", "agency", "fixed", "temporary", "trial", "probation"),
    "train": ("training", "course", "qualification"),
}
"""What else in an offer touches a want that is told with such a word."""
_BARE = frozenset(
    "happen happens does get gets got thing things stuff part bit whole anything pay paid offer letter they say "
    "says said of the on in at about".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of an offer, with the answer behind it where it is a question in a chat; ``open``: it leaves the
    thing open by its own words, which are ``near``."""

    words: str
    open: bool
    near: str = ""


def leaves_open(words: str) -> bool:
    """Whether words say themselves that something is not said: "an allowance, but not how much"."""
    return bool(_UNSAID.search(words))


def goes_on_open(clause: str) -> bool:
    """Whether a clause is the open half of what stands before it: "but he didn't say how much"."""
    return leaves_open(f"but {clause}")


def said_on(text: str, words: str) -> list[Told]:
    """The sentences of an offer that hold the thing that is named, the ones that leave it open first."""
    return _sharing(text, words, 1)


def answering(text: str, question: str) -> list[Told]:
    """The sentences of an offer that share more than one word with a question: "what happens with the sign-on if I
    leave?" is answered by "Sign-on: 9,000, repayable if you leave within two years"."""
    return _sharing(text, question, SHARED)


def _sharing(text: str, words: str, least: int) -> list[Told]:
    """Those that share the most with the words, and at least so many."""
    wanted = frozenset(stem for stem in _stems(words) if stem not in _BARE)
    rows = [one for one in sentences(clean(text)) if not one.head]
    shared = [len(wanted & _stems(one.words)) for one in rows]
    most = max(shared, default=0)
    found = [_told(rows, at) for at, count in enumerate(shared) if count == most >= least]
    return sorted(found, key=lambda told: not told.open)[:MOST]


def left_open(text: str) -> list[Told]:
    """The sentences that say themselves that something is not said or not so: "38 hours but most do 44"."""
    rows = [one for one in sentences(clean(text)) if not (one.head or one.mine or one.asked)]
    found = [Told(one.words, True, said[0]) for one in rows if (said := _open_words(one.words))]
    return found[:MOST_OPEN]


def _open_words(words: str) -> re.Match[str] | None:
    return _UNSAID.search(words) or _CONTRARY.search(words) or _HEDGED.search(words)


def _stems(words: str) -> frozenset[str]:
    """Stems under which "repayment" and "repayable" are one."""
    return frozenset(_ENDING.sub("", stem) for stem in stems(_BACK.sub("repayable", words)))


def touches(text: str, want: str) -> list[Told]:
    """The sentences of an offer that a want is touched by: for "home at night" those on nights, on call, being away."""
    low = want.casefold()
    near = {word for stem, words in _NEAR.items() if stem in low for word in words}
    pattern = re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, sorted(near)))})") if near else None
    rows = [one for one in sentences(clean(text)) if not (one.head or one.mine or _OPENING.search(one.words))]
    found = [_told(rows, at) for at, one in enumerate(rows) if pattern and pattern.search(one.words)]
    return sorted(found, key=lambda told: not told.open)[:MOST]


def _told(rows: list[Sentence], at: int) -> Told:
    """A question is shown with what was answered."""
    one = rows[at]
    asked = one.asked or one.words.rstrip().endswith("?")
    answer = f" - {_SPEAKER.sub('', rows[at + 1].words)}" if asked and at + 1 < len(rows) else ""
    words = f"{_SPEAKER.sub('', one.words)}{answer}" if asked else one.words
    found = _open_words(words) or (None if any(map(str.isdigit, words)) else _LOOSE.search(words))
    return Told(words, found is not None, found[0] if found else "")
