"""What a free message is about: its kind by the rules, its hint by a plain phrase, its intent by all of these."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import re2

from bot.core import conduct, route, when, worries
from bot.core.lines import read_line
from bot.core.offer import check
from bot.core.offer.glance import is_offer
from bot.core.route import asides, plain, told_no, yes_no
from bot.telegram.turn import Turn
from handlers import employers, plainly, rejected, small
from handlers.common import past, upcoming

RULED = {"data": "data", "quiet": "settings", "remind": "settings", "next": "agenda", "thanks": "smalltalk",
         "hello": "smalltalk"}  # fmt: skip
"""Kinds of the rules that hardly ever err, and the intent of each."""
AGREED = {"moved": "change_interview", "offer": "offer", "mindset": "mindset", "debrief": "debrief"}
"""Kinds of the rules that are believed where the learned router puts the same first; a debrief where a talk is over."""

LONGEST_LINE = 25  # words in which an interview is told
_TALK = re2.compile(r"(?i)\b(?:interview|trial (?:shift|day)|another one|new one|got one|invited|invitation)\b")
FEARED = ("worry", "question_ideas", "mindset", "current_job", "other")
"""Intents that the router puts first where a fear is told."""


@dataclass(frozen=True)
class Heard:
    """A free message as it came, and what it is taken for; each is found out once, when it is first asked for."""

    turn: Turn

    @cached_property
    def kind(self) -> str:
        return kind_of(self.turn)

    @cached_property
    def hint(self) -> str:
        return plainly.hint_of(self.turn)

    @cached_property
    def intent(self) -> str:
        return intent_of(self.turn, self.kind)

    @property
    def said(self) -> str:
        return self.turn.said

    @property
    def is_long(self) -> bool:
        """Whether it tells more than one thing."""
        return len(self.said.split()) > plainly.SHORT


def kind_of(turn: Turn) -> str:
    """What the rules take a message for. An employer beside a time is an interview, although no word says so; so is a
    no of one that is known."""
    if rejected.named(turn) or rejected.strange(turn) or told_no.was_refused(turn.said):
        return "rejected"
    reading = when.understand(turn.said, turn.now, turn.zone)
    kind = route.kind(turn.said, reading, turn.content)
    if kind == "rejected" and yes_no.is_own_no(turn.said):
        return "other"
    if kind == "other" and reading.kind != "nothing" and read_line(turn.said, reading.spans).employer:
        return "interview"
    return kind


def intent_of(turn: Turn, kind: str) -> str:
    """The intent that can be acted on; empty where the user has to be asked."""
    first = route.intents(turn.said)[0]
    if small.is_small(turn.said):
        return "smalltalk"
    if kind in RULED:
        return RULED[kind]
    if asides.of_the_bot(turn.said):
        return asides.about_the_bot(turn.said)
    if first == "debrief" and "ask" in turn.said.lower() and conduct.alarms(turn.said, turn.content.acts):
        return "signal"  # what they must not ask is told at once, the rest of the talk afterwards
    if route.sure(turn.said):
        others = told_no.who_said_no(turn.said) or yes_no.is_no_no(turn.said)
        return "" if first == "decline" and others else first
    if (likely := _by_words(turn, kind, first)) or kind == "help":
        return likely or "other"
    agreed = AGREED.get(kind) == first and (kind != "debrief" or bool(past(turn)))
    if agreed or (kind == "offer" and is_offer(turn.said)):
        return AGREED[kind]
    return "add_interview" if kind == "interview" and _whole(turn, first) else ""


def _by_words(turn: Turn, kind: str, first: str) -> str:
    """What the words make plain although the router is not sure: an alarming act, questions for a talk, a letter full
    of fears."""
    if first == "signal" and kind not in plainly.STRONGER and conduct.alarms(turn.said, turn.content.acts):
        return "signal"
    paid = first == "offer" and kind in ("other", "interview") and check(turn.said)["base_pay"] == "stated"
    if paid or plain.shows_an_offer(turn.said):
        return "offer"
    if plain.asks_what_to_ask(turn.said):
        return "prepare" if employers.talks(turn, upcoming(turn), turn.said) else "question_ideas"
    if kind in ("other", "worry") and first in FEARED and worries.is_told(turn.said, turn.content):
        return "worry"
    is_letter = kind not in ("offer", "moved", "rejected") and plain.is_fearful_letter(turn.said)
    return "worry" if is_letter and not (kind == "debrief" and past(turn)) else ""


def _whole(turn: Turn, first: str) -> bool:
    """An interview with all of its parts ("Acme, ops lead, Thursday 3pm"), little else, and nothing is asked."""
    reading = when.understand(turn.said, turn.now, turn.zone)
    line = read_line(turn.said, reading.spans)
    told = reading.kind in ("instant", "ask") and line.sure and bool(line.employer)
    little = len(turn.said.split()) <= plainly.SHORT and "?" not in turn.said
    return told and little and (first == "add_interview" or bool(line.role or line.people))


def tells_interview(turn: Turn) -> bool:
    """Whether a whole interview is told, with its employer and a time ahead: as an answer to something else it would
    be lost, and with it its reminders."""
    if len(turn.said.split()) > LONGEST_LINE or "?" in turn.said or not _TALK.search(turn.said):
        return False
    reading = when.understand(turn.said, turn.now, turn.zone)
    line = read_line(turn.said, reading.spans)
    ahead = reading.kind == "instant" and reading.start is not None and reading.start > turn.now
    return ahead and line.sure and bool(line.employer)
