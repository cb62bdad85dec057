"""What the cases of a free message (:mod:`handlers.free`) look at and do, where that takes more than a line."""

from __future__ import annotations

from telegram import Update

from bot.core import after_talk, route, tale_parts, when
from bot.core.lines import read_line
from bot.core.route import plain
from bot.core.route.hints import hint
from bot.telegram.turn import Context, Turn
from handlers import (
    interview_draft,
    interview_fears,
    notes,
    offer,
    offer_day,
    offer_pieces,
    offer_reading,
    plainly,
    readings,
    rejected,
    small,
    told,
    word_by,
)
from handlers.classify import Heard
from handlers.classify import tells_interview as tells_whole
from handlers.common import past, short
from handlers.intents import ADD, Act, begin

DAYED = ("other", "debrief", "worry", "interview")  # what a day of their answer is taken for
READ_TWICE = ("other", "debrief", "worry", "mindset", "help")  # what a phrase of an employer is taken for
BOTH = ("interview", "worry", "other")  # what a message is taken for that tells of an interview and of a fear
TOLD = ("debrief", "other", "smalltalk", "worry", "skills", "priorities", "question_ideas")
"""What an answer to "How did it go?" and a note during a talk may look like."""


# -- two things in one message ----------------------------------------------------------------------------------


def has_offer_beside(heard: Heard) -> bool:
    """An interview, and an offer of another employer."""
    return hint(heard.said) not in ("doubt", "cancel") and bool(interview_fears.offer_beside(heard.turn))


async def add_and_read(update: Update, context: Context) -> None:
    """The interview comes first, the offer is read and waits behind it."""
    turn = context.turn
    said, offered = turn.said, interview_fears.offer_beside(turn)
    turn.retell(offered)
    turn.begin(offer.CONVERSATION.name, "paste")
    offer_pieces.put(turn, "pending", offer_pieces.came(turn))
    offer.CONVERSATION.enter(turn, offer_reading.go_on(turn))
    turn.screens.clear()
    turn.notes.clear()
    turn.retell(said)
    turn.note(turn.t("interview.offer_waits", said=short(offered, 60)))
    await begin(ADD, update, context)


def has_fear_or_second(heard: Heard) -> bool:
    """An interview, and what is feared of it; or one more with the employer that is known."""
    two = interview_fears.tells_both, interview_draft.tells_one_more
    return heard.kind in BOTH and any(tells(heard.turn) for tells in two)


# -- a plain phrase ---------------------------------------------------------------------------------------------


def accepts_terms(heard: Heard) -> bool:
    return heard.hint == "accept" and plainly.tells_terms(heard.said)


def is_hinted(heard: Heard) -> bool:
    return plainly.leads(heard.kind, heard.hint) or (heard.hint == "accept" and plainly.says_yes(heard.turn))


def tells_whole_talk(heard: Heard) -> bool:
    """The whole talk is told: that it went badly, what they kept asking about, that they offered the job."""
    if not heard.is_long or not past(heard.turn):
        return False
    if is_hinted(heard) and heard.hint == "badly":
        return True
    return tale_parts.is_tale(heard.said) and (heard.hint in plainly.STORIES or tale_parts.told_offer(heard.said))


def do_hinted(heard: Heard) -> Act:
    """What the phrase leads to. That conversation takes one thing out of a long story: the rest is kept as a note."""
    turn = heard.turn
    if heard.is_long and heard.hint in plainly.STORIES:
        notes.keep(turn, turn.said)
        turn.note(turn.t("notes.kept_all"))
    return plainly.HINTED[heard.hint]


def tells_a_loss(heard: Heard) -> bool:
    """Only how it feels, soon after somebody said no to him."""
    return heard.kind in rejected.FELT and rejected.sighed(heard.turn)


# -- an offer ---------------------------------------------------------------------------------------------------


def speaks_of_offer(heard: Heard) -> bool:
    """What to ask of the one that waits, more time, more pay."""
    return heard.hint == "" and offer.speaks_of(heard.turn, heard.kind) is not None


def tells_answer_day(heard: Heard) -> bool:
    return heard.hint == "" and heard.kind in DAYED and offer_day.told(heard.turn) is not None


# -- what the bot has asked for ---------------------------------------------------------------------------------


def answers_how(heard: Heard) -> bool:
    """ "Fine, they call on Wednesday", after "How did it go?": no interview, although it names a day."""
    turn = heard.turn
    if heard.kind not in ("interview", "other", "debrief") or told.asked_about(turn) is None:
        return False
    reading = when.understand(turn.said, turn.now, turn.zone)
    named = bool(read_line(turn.said, reading.spans).employer)
    clock = reading.start is not None or reading.clock is not None
    return after_talk.answers_how(turn.said, named=named, clock=clock)


def answers_offer(heard: Heard) -> bool:
    """Their reply to what was asked about the offer."""
    return _may_be_told(heard) and offer.awaits(heard.turn) is not None


def tells_of_talk(heard: Heard) -> bool:
    """More than a word after "How did it go?"."""
    asked = told.asked_about(heard.turn) is not None and len(heard.said) > 3
    return asked and _may_be_told(heard) and not _is_elsewhere(heard)


def tells_interview(heard: Heard) -> bool:
    """An interview with its employer and a time ahead, which is not moved, called off or over."""
    return heard.kind in ("interview", "other") and not heard.intent and tells_whole(heard.turn)


def is_line_of_talk(heard: Heard) -> bool:
    """A line during the day of a talk."""
    return heard.kind == "other" and notes.under_way(heard.turn) is not None and not _is_elsewhere(heard)


def _may_be_told(heard: Heard) -> bool:
    return heard.kind in ("other", "debrief") or (heard.kind == "thanks" and not small.says_thanks(heard.said))


def _is_elsewhere(heard: Heard) -> bool:
    """Whether the router is sure that it is about something else."""
    return route.sure(heard.said) and route.intents(heard.said)[0] not in TOLD


async def take_line(update: Update, context: Context) -> None:
    notes.take(context.turn, context.turn.said)


# -- what the rules see -----------------------------------------------------------------------------------------


def has_two_readings(heard: Heard) -> bool:
    """ "They say that they are like a family"."""
    return heard.kind in READ_TWICE and readings.told(heard.turn) is not None


def tells_word_by(heard: Heard) -> bool:
    """ "They'll let me know by Friday", where there was a talk that it can be about."""
    return heard.kind in DAYED and not heard.is_long and word_by.told(heard.turn) is not None


def interview_to_remind_of(turn: Turn) -> str:
    """Of "also remind me of Acme on Friday 10am" the interview; empty where no employer or no time is told."""
    coming = plain.reminded_of(turn.said)
    if not coming:
        return ""
    reading = when.understand(coming, turn.now, turn.zone)
    timed = reading.kind == "instant" or reading.clock is not None
    return coming if timed and read_line(coming, reading.spans).employer else ""


async def add_reminded(update: Update, context: Context) -> None:
    context.turn.retell(interview_to_remind_of(context.turn))
    await begin(ADD, update, context)
