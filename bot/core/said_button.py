"""Which button somebody means who types instead of tapping: "yeah keep em", "write message", "my present job"."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 8  # words; a longer text is a message of its own
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_THEM = dict.fromkeys(("em", "them", "these", "those", "both", "all", "it", "that", "this"), "them")
_WEAK = frozenset("not no other more another some what".split())  # none of these names a button by itself
_IDLE = frozenset(
    """
    yes yeah yep yup ok okay please pls plz just only the a an i i'd i'll want wanna would like to lets let's do press
    tap click button option thanks thank you thx and then now is its it's so well hm um oh go for my me one can u
    """.split()
)


def may_name(text: str) -> bool:
    """Whether a text is short and says more than "yes, please": only then the labels are worth a look."""
    return len(text.split()) <= LONGEST and bool(_words(text))


def meant(text: str, labels: Sequence[str], *, answers: bool = False) -> int | None:
    """The place of the one label that the words name; None where they name none, or more than one.

    Idle words ("yes", "please", "the") do not count, and "em", "both" and "these" are one word. The words must all
    stand in the label, its first one among them. ``answers``: the step takes text as well, so that no single word out
    of a longer label is enough.
    """
    if not may_name(text):
        return None
    said = _words(text)
    known = [_words(label) for label in labels]
    same = [at for at, words in enumerate(known) if words and set(words) == {*_beside(said, words)}]
    near = [at for at, words in enumerate(known) if _is_part(said, words, answers=answers)]
    found = same or near
    return found[0] if len(found) == 1 else None


def _words(text: str) -> list[str]:
    words = [word for word in _WORD.findall(text.casefold().replace("’", "'")) if word not in _IDLE]
    return list(dict.fromkeys(_THEM.get(word, word) for word in words))


def _is_part(said: list[str], label: list[str], *, answers: bool) -> bool:
    words = _beside(said, label)
    if not set(words) - _WEAK - {"them"} or not label or not set(words) <= set(label) or label[0] not in words:
        return False
    return not answers or (len(words) > 1 and len(label) - len(words) <= 2)


def _beside(said: list[str], label: list[str]) -> list[str]:
    """Without "it" and "them" where the label has no such word."""
    return [word for word in said if word != "them" or "them" in label]
