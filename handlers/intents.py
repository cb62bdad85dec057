"""What is done about each intent of a free message: the entry of a conversation, begun with the message itself."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Update

from bot.core import when
from bot.core.lines import read_line
from bot.telegram.conversation import Conversation
from bot.telegram.inputs import Callback
from bot.telegram.turn import Context, Turn
from handlers import (
    compare,
    debrief,
    ideas,
    interview,
    letters,
    mindset,
    no,
    offer,
    prepare,
    priorities,
    settings,
    settings_said,
    signal,
    skills,
    small,
    stay,
    talks,
    wishes,
    worry,
)
from handlers.common import upcoming


@dataclass(frozen=True, slots=True)
class Act:
    """An entry, and the conversation whose step it gives; without one the entry shows a screen and that is all."""

    entry: Callback
    conversation: Conversation | None = None


ADD = Act(interview.start, interview.CONVERSATION)
IDEAS = Act(ideas.start, ideas.CONVERSATION)
ACTS: dict[str, Act] = {
    "add_interview": ADD,
    "change_interview": Act(talks.start_change, interview.CONVERSATION),
    "prepare": Act(prepare.start, prepare.CONVERSATION),
    "question_ideas": IDEAS,
    "debrief": Act(talks.start_debrief, debrief.CONVERSATION),
    "worry": Act(worry.start, worry.CONVERSATION),
    "signal": Act(signal.start, signal.CONVERSATION),
    "offer": Act(offer.start, offer.CONVERSATION),
    "compare": Act(compare.start, compare.CONVERSATION),
    "priorities": Act(wishes.start, priorities.CONVERSATION),
    "skills": Act(skills.start, skills.CONVERSATION),
    "decline": Act(no.start, no.CONVERSATION),
    "follow_up": Act(letters.start, letters.CONVERSATION),
    "mindset": Act(mindset.start_reframe, mindset.CONVERSATION),
    "current_job": Act(stay.start, stay.CONVERSATION),
    "agenda": Act(talks.start_agenda),
    "settings": Act(settings_said.start, settings.CONVERSATION),
    "data": Act(small.start_data),
    "smalltalk": Act(small.start),
    "other": Act(small.start_other),
}


def act(turn: Turn, intent: str) -> Act:
    """What is done about a message of that intent, as things stand: who wants to prepare for an interview that the
    bot does not know of adds it, or sees questions that fit any."""
    if intent == "prepare" and not upcoming(turn):
        return ADD if tells_of_an_interview(turn) else IDEAS
    return ACTS[intent]


def tells_of_an_interview(turn: Turn) -> bool:
    """Whether the message names an employer beside a time."""
    reading = when.understand(turn.said, turn.now, turn.zone)
    return reading.kind in ("instant", "ask") and bool(read_line(turn.said, reading.spans).employer)


async def begin(doing: Act, update: Update, context: Context) -> None:
    """Does it; what it changed at once can be taken back at once."""
    step = await doing.entry(update, context)
    if doing.conversation is not None:
        doing.conversation.follow(context.turn, step)
