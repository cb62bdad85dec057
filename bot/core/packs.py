"""Which packs of questions fit a role: the words by which an occupation is heard in "night nurse" or "van driver"."""

from __future__ import annotations

from collections import Counter

from bot.core.hears import heard, plain
from content import Content, Pack

MOST = 2  # of one role; "ward manager" is leading people and care, a third guess would be noise


def packs_for(role: str, content: Content) -> tuple[Pack, ...]:
    """The packs that fit a role in the user's words, best first, two at most; empty where none is heard.

    A longer phrase wins over a shorter one inside it: a "nursery teacher" is no nurse. Meant for a role or a line
    about it ("I drive a van"), not for a whole worry, where a doctor or a boss may just be mentioned.
    """
    weights = _weights(plain(role.replace("/", " ")), content)
    found = [content.packs[name] for name in weights if name in content.packs]
    return tuple(sorted(found, key=lambda pack: (pack.rank, -weights[pack.id]))[:MOST])


def _weights(text: str, content: Content) -> Counter[str]:
    """For each pack the letters of its phrases that stand in a plain text; "" gathers what is to be ignored."""
    owners: dict[str, list[str]] = {}
    for pack in content.packs.values():
        for phrase in pack.hears:
            owners.setdefault(phrase, []).append(pack.id)
        owners.update({phrase: [""] for phrase in pack.ignores})
    weights: Counter[str] = Counter()
    for phrase in sorted(owners, key=len, reverse=True):
        if any(heard([phrase], text)):
            text = text.replace(f" {phrase}", " -")  # what is left of the word cannot begin another phrase
            weights.update({name: len(phrase) for name in owners[phrase]})
    return weights
