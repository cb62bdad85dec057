"""Words reduced to their stems, to see what two short texts have in common. Plain, linear, English."""

from __future__ import annotations

import re2

_WORD = re2.compile(r"[a-z0-9+#]{2,}")
_EMPTY = frozenset(
    "and the for with you your our will have has are this that from able good strong work working job what who how when"
    " would does did they them their here there was were can could about into some any not she him her his its it's"
    " said says asked much many".split()
)
_ENDINGS = ("ations", "ation", "ings", "ing", "ers", "ies", "ed", "er", "es", "s", "e", "y")


def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry something."""
    words = (str(word) for word in _WORD.findall(text.lower()))
    return frozenset(_stem(word) for word in words if word not in _EMPTY and len(word) > 2)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
