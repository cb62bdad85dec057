"""How an employer behaves: the kinds of conduct, and when single acts make a pattern.

The rule: one miss is noted and never judged. Two without word at one employer within 60 days, of any kind, are a
pattern. "Without word" means that no word came before the start; an excuse given only on asking does not undo it, an
unasked explanation with a new date that is then kept does. Some acts are alarming at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

import re2

from bot.core.hears import heard, plain
from bot.core.model import Interview, Signal
from content import Act

MISSES = ("late", "no-show", "moved", "no-notice", "silent")
"""Acts that one could have given word of."""
MANNERS = ("rude", "unprepared", "dodged", "pressed", "changed-terms", "unpaid-work", "note")
"""Acts that are noted and shown, and make no pattern by their number."""
ALARMS = ("money", "papers", "unlawful", "unsafe")
"""Acts of which one is enough."""
GOOD = ("on-time", "prepared", "candid", "kept-word")
KINDS = (*MISSES, *MANNERS, *ALARMS, *GOOD)

WORDS = ("before", "unasked", "asked", "none")
"""How they explained it: before the start, afterwards unasked, only on asking, not at all."""
WINDOW = timedelta(days=60)
_SENTENCE = re2.compile(r"[.!?;]+(?:\s|$)|\n+")
_SHORT = 8  # words: a longer tale in which nobody came at first is a tale
_SILENT_BY_NATURE = ("no-show", "no-notice", "silent")  # where nothing is known of a word, there was none


@dataclass(frozen=True, slots=True)
class Pattern:
    """Why it is shown: ``reason`` is "alarm" (one act is enough) or "twice"; ``acts`` are those that make it."""

    reason: str
    acts: tuple[Signal, ...]


def without_word(signal: Signal) -> bool:
    """Whether that is a miss that nobody gave word of (see the rule above)."""
    if signal.kind not in MISSES or signal.word == "before":
        return False
    if signal.word == "unasked":
        return not signal.kept
    return signal.word in ("asked", "none") or signal.kind in _SILENT_BY_NATURE


def pattern(signals: Iterable[Signal], job_id: str) -> Pattern | None:
    """What that employer's acts add up to; None where they make no pattern.

    Acts without a day count by the day on which they were noted. An alarm goes before a pair.
    """
    mine = sorted((s for s in signals if s.job_id == job_id), key=_day)
    alarms = tuple(s for s in mine if s.kind in ALARMS)
    if alarms:
        return Pattern("alarm", alarms)
    pairs = twice(mine, job_id)
    return Pattern("twice", pairs) if pairs else None


def twice(signals: Iterable[Signal], job_id: str) -> tuple[Signal, ...]:
    """The misses without word of that employer of which two lie within the window, in order; empty for none."""
    misses = sorted((s for s in signals if s.job_id == job_id and without_word(s)), key=_day)
    return _once([(a, b) for a, b in pairwise(misses) if _day(b) - _day(a) <= WINDOW])


def next_held(signal: Signal, interviews: Iterable[Interview]) -> Interview | None:
    """The first meeting with that employer after the act, whether it took place or not; None where there is none.

    The same record counts where it was moved to a later day. Of the act's own day only a meeting that began after
    the act was noted.
    """
    later = [i for i in interviews if i.job_id == signal.job_id and i.state != "cancelled" and _is_after(i, signal)]
    return min(later, key=lambda interview: interview.start, default=None)


def _is_after(interview: Interview, signal: Signal) -> bool:
    day, act_day = interview.local.date(), signal.day or signal.created_at.date()
    if day == act_day:
        return interview.id != signal.interview_id and interview.start >= signal.created_at
    return day > act_day


def kept_word(signal: Signal, interviews: Iterable[Interview]) -> bool:
    """Whether the new date that came with an unasked explanation was kept: the next meeting took place."""
    held = next_held(signal, interviews)
    return signal.word == "unasked" and held is not None and held.state == "debriefed"


def _once(pairs: Sequence[tuple[Signal, Signal]]) -> tuple[Signal, ...]:
    """The acts of the pairs, each once, in order."""
    found: dict[str, Signal] = {}
    for pair in pairs:
        found.update({act.id: act for act in pair})
    return tuple(found.values())


def _day(signal: Signal) -> timedelta:
    """Days since the beginning of time: a plain number to compare."""
    day = signal.day or signal.created_at.date()
    return timedelta(days=day.toordinal())


def nobody_came(text: str, acts: Mapping[str, Act]) -> bool:
    """Whether a short line says nothing but that nobody came or called."""
    return len(text.split()) <= _SHORT and guess(text, acts) == "no-show"


def guess(text: str, acts: Mapping[str, Act]) -> str:
    """The kind of conduct that a text tells of: the one that it names and nothing else ("late"), else the one with the
    longest words heard; "note" where none is."""
    line = plain(text)
    named = next((id for id, act in acts.items() if line in (plain(act.name), plain(id))), "")
    if named:
        return named
    best = {id: max((len(phrase) for phrase in heard(act.hears, line)), default=0) for id, act in acts.items()}
    kind = max(best, key=lambda id: best[id], default="note")
    return kind if best.get(kind) else "note"


def _heard(act: Act, line: str, bare: str) -> Iterator[str]:
    yield from heard(act.hears, line)
    yield from heard([phrase.replace("'", "") for phrase in act.hears if "'" in phrase], bare)


def alarms(text: str, acts: Mapping[str, Act]) -> tuple[str, ...]:
    """All alarming kinds that a text tells of: money asked for and papers are two acts."""
    line = plain(text)
    return tuple(id for id in ALARMS if id in acts and any(heard(acts[id].hears, line)))


def told_of(note: str, acts: Mapping[str, Act], kinds: Collection[str]) -> tuple[str, str]:
    """The first of those kinds that a sentence of the note tells of, with the sentence; two empty words for none."""
    for sentence in filter(None, (part.strip(" ,") for part in _SENTENCE.split(note))):
        if (kind := guess(sentence, acts)) in kinds:
            return kind, sentence
    return "", ""
