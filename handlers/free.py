"""What comes without a command and outside a conversation, and everything that nothing else took."""

from __future__ import annotations

from telegram import Update

from bot.core import after_talk, conduct, route, when, worries
from bot.core.lines import read_line
from bot.core.offer import check
from bot.core.offer.glance import is_offer
from bot.core.route import asides, plain
from bot.core.wants_said import wants_in
from bot.telegram.inputs import Handler
from bot.telegram.turn import TURN, Context, Turn
from handlers import (
    employers,
    notes,
    offer,
    plainly,
    readings,
    rejected,
    small,
    told,
    unsure,
    word_by,
)
from handlers.common import past, upcoming
from handlers.dialogs import gone
from handlers.intents import ADD, Act, act, begin
from handlers.interview_screens import next_row

RULED = {"data": "data", "quiet": "settings", "remind": "settings", "next": "agenda", "thanks": "smalltalk",
         "hello": "smalltalk"}  # fmt: skip
"""Kinds of the rules that hardly ever err, and the intent of each."""
AGREED = {"moved": "change_interview", "offer": "offer", "mindset": "mindset", "debrief": "debrief"}
"""Kinds of the rules that are believed where the learned router puts the same first; a debrief where a talk is over."""
MEANT = {**AGREED, "worry": "worry", "interview": "add_interview"}
"""The intent of each kind that stands among the buttons where the user is asked."""
READ_TWICE = ("other", "debrief", "worry", "mindset", "help")  # what a phrase of an employer is taken for
TOLD = ("debrief", "other", "smalltalk", "worry", "skills", "priorities", "question_ideas")
"""What an answer to "How did it go?" and a note during a talk may look like."""
NAMING = 4  # words that name a topic and say nothing of it
FEWEST = 2  # words; fewer say too little to offer a choice


def kind_of(turn: Turn) -> str:
    """What the rules take a message for. An employer beside a time is an interview, although no word says so."""
    reading = when.understand(turn.said, turn.now, turn.zone)
    kind = route.kind(turn.said, reading, turn.content)
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
        return first
    if (likely := _plainly(turn, kind, first)) or kind == "help":
        return likely or "other"
    agreed = AGREED.get(kind) == first and (kind != "debrief" or bool(past(turn)))
    if agreed or (kind == "offer" and is_offer(turn.said)):
        return AGREED[kind]
    return "add_interview" if kind == "interview" and _whole(turn, first) else ""


def _plainly(turn: Turn, kind: str, first: str) -> str:
    """What the words make plain although the router is not sure: an alarming act, questions for a talk, a letter full
    of fears."""
    if first == "signal" and kind not in plainly.STRONGER and conduct.alarms(turn.said, turn.content.acts):
        return "signal"
    paid = first == "offer" and kind in ("other", "interview") and check(turn.said)["base_pay"] == "stated"
    if paid or plain.shows_an_offer(turn.said):
        return "offer"
    if plain.asks_what_to_ask(turn.said):
        return "prepare" if employers.talks(turn, upcoming(turn), turn.said) else "question_ideas"
    if kind in ("other", "worry") and worries.worded(turn.said):
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


async def hear(update: Update, context: Context) -> None:
    """Does what a free message is about, or asks which of the likeliest it is."""
    turn = context.turn
    kind = kind_of(turn)
    if plain_act := plainly.first(turn, kind):
        return await begin(plain_act, update, context)
    if await _awaited(turn, kind, update, context):
        return None
    if kind == "rejected":
        return rejected.told(turn)
    if kind in READ_TWICE and readings.told(turn) is not None:
        return await begin(Act(readings.start), update, context)
    if _has_day(turn, kind):
        return None
    if coming := _reminded_of(turn):
        turn.retell(coming)
        return await begin(ADD, update, context)
    intent = intent_of(turn, kind)
    if intent:
        return await begin(act(turn, intent), update, context)
    return _ask(turn, kind)


def _has_day(turn: Turn, kind: str) -> bool:
    """ "They'll let me know by Friday": kept where there was a talk that it can be about."""
    touch = len(turn.said.split()) <= plainly.SHORT and after_talk.answers_how(turn.said, named=True)
    day = after_talk.word_by(turn.said, turn.now, turn.zone) if touch else None
    clock = when.understand(turn.said, turn.now, turn.zone).clock  # with one it is a call to come
    return day is not None and clock is None and kind in plainly.DAYED and word_by.take(turn, day)


def _reminded_of(turn: Turn) -> str:
    """Of "also remind me of Acme on Friday 10am" the interview; empty where no employer or no time is told."""
    coming = plain.reminded_of(turn.said)
    if not coming:
        return ""
    reading = when.understand(coming, turn.now, turn.zone)
    timed = reading.kind == "instant" or reading.clock is not None
    return coming if timed and read_line(coming, reading.spans).employer else ""


async def _awaited(turn: Turn, kind: str, update: Update, context: Context) -> bool:
    """What the bot is waiting for: their reply about the offer, how it went, a line during the day of a talk."""
    if kind in ("interview", "other", "debrief") and _answers_how(turn):
        await begin(act(turn, "debrief"), update, context)
        return True
    if kind not in ("other", "debrief", "thanks") or (kind == "thanks" and small.says_thanks(turn.said)):
        return False
    if offer.awaits(turn) is not None:
        await begin(Act(offer.start_reply, offer.CONVERSATION), update, context)
        return True
    if route.sure(turn.said) and route.intents(turn.said)[0] not in TOLD:
        return False
    if told.asked_about(turn) is not None and len(turn.said) > 3:
        await begin(act(turn, "debrief"), update, context)
        return True
    if kind == "other" and notes.under_way(turn) is not None:
        notes.take(turn, turn.said)
        return True
    return False


def _answers_how(turn: Turn) -> bool:
    """ "Fine, they call on Wednesday", after "How did it go?": no interview, although it names a day."""
    if told.asked_about(turn) is None:
        return False
    reading = when.understand(turn.said, turn.now, turn.zone)
    named = bool(read_line(turn.said, reading.spans).employer)
    clock = reading.start is not None or reading.clock is not None
    return after_talk.answers_how(turn.said, named=named, clock=clock)


def _ask(turn: Turn, kind: str) -> None:
    """The likeliest first; what the rules say is among them. A bare topic ("the shouting") is wanted, or feared."""
    ranked, ruled = route.intents(turn.said), MEANT.get(kind, "")
    if not ruled and _names_topic(turn):
        return unsure.ask(turn, ["priorities", "worry", *ranked])
    if small.rehearses(turn.said):
        return small.rehearse(turn)
    if len(turn.said.split()) < FEWEST or (ranked[0] == "other" and not ruled):
        return small.other(turn)
    return unsure.ask(turn, list(ranked), ruled)


def _names_topic(turn: Turn) -> bool:
    """Whether a few words name what people want of a job or fear in it: "the shouting", "weekends again"."""
    few = FEWEST <= len(turn.said.split()) <= NAMING and "?" not in turn.said
    return few and any(one.topic for one in wants_in(turn.said, turn.content.priorities))


class Fallback(Handler):
    """Texts, commands and taps that nothing else took, so that nobody is left without an answer."""

    def __init__(self) -> None:
        super().__init__(self.answer)

    def check_update(self, update: object) -> bool:
        return TURN.get().event.kind in ("text", "command", "tap")

    async def answer(self, update: Update, context: Context) -> None:
        turn = context.turn
        kind = turn.event.kind
        if kind == "text":
            await hear(update, context)
        elif kind == "tap":
            gone(turn)
        elif kind == "command":
            turn.say("common.unknown_command", turn.way_back(), next_row(turn), command=turn.event.command[:32])
