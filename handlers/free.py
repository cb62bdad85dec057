"""What comes without a command and outside a conversation, and everything that nothing else took.

:data:`CASES` is the whole order in which a free message is heard.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from telegram import Update

from bot.core import present, route
from bot.core.offer import keeping
from bot.core.wants_said import wants_in
from bot.telegram.inputs import Handler
from bot.telegram.turn import TURN, Context, Turn
from handlers import (
    after_saving,
    applied,
    at_the_door,
    came_after_all,
    debrief,
    debrief_later,
    decide,
    decide_after,
    discreet,
    interview,
    jobs,
    offer,
    offer_day,
    readings,
    rejected,
    remind_doors,
    reminded,
    small,
    stay,
    unsure,
    word_by,
)
from handlers import free_cases as cases
from handlers.classify import AGREED, Heard
from handlers.dialogs import gone
from handlers.intents import ACTS, ADD, Act, act, begin
from handlers.interview_screens import next_row

MEANT = {**AGREED, "worry": "worry", "interview": "add_interview"}
"""The intent of each kind that stands among the buttons where the user is asked."""
NAMING = 4  # words that name a topic and say nothing of it
FEWEST = 2  # words; fewer say too little to offer a choice


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that a free message can be: its name, how it is known, and what is done about it."""

    name: str
    fits: Callable[[Heard], object]
    does: Act | Callable[[Heard], Act]

    def act(self, heard: Heard) -> Act:
        return self.does if isinstance(self.does, Act) else self.does(heard)


def of(tells: Callable[[Turn], object]) -> Callable[[Heard], object]:
    """What a conversation knows by the words and the records alone, as a condition."""
    return lambda heard: tells(heard.turn)


CASES = (
    Case("what somebody must not know", of(discreet.told), Act(discreet.start)),
    Case("sent away at the door", of(at_the_door.sent_away), Act(at_the_door.start, interview.CONVERSATION)),
    # First what was said or sent a moment ago: "yes, sent it" means something only there.
    Case("who somebody is, after a talk", of(debrief_later.told), Act(debrief_later.start)),
    Case("more of the card just saved", of(after_saving.told), Act(after_saving.start, interview.CONVERSATION)),
    Case("somebody came after all", of(came_after_all.meant), Act(came_after_all.start, debrief.CONVERSATION)),
    Case("how a loss feels", cases.tells_a_loss, Act(rejected.feel)),
    Case("an answer to a reminder", of(reminded.answers), lambda heard: reminded.ACTS[reminded.answers(heard.turn)]),
    Case("the yes is on its way", of(decide_after.written), Act(decide.start_sent, decide.CONVERSATION)),
    # Two things in one message, before a reader that would see only one of them.
    Case("an interview, and an offer of another", cases.has_offer_beside, Act(cases.add_and_read)),
    Case("an interview, and a fear or one more", cases.has_fear_or_second, ADD),
    # Plain phrases: nothing is guessed. Terms beside a yes, and a whole tale, say more than the phrase in them.
    Case("a yes beside terms", cases.accepts_terms, ACTS["offer"]),
    Case("the whole of a talk", cases.tells_whole_talk, ACTS["debrief"]),
    Case("a phrase that leads somewhere", cases.is_hinted, cases.do_hinted),
    Case("what the present job pays or gives", lambda heard: present.told(heard.said), Act(jobs.told_present)),
    Case("the present boss replied", of(stay.replied), Act(stay.start_replied)),
    Case("a reminder, again later", of(remind_doors.asked_later), Act(remind_doors.typed_later)),
    Case("applications", of(applied.told), Act(applied.start)),
    # Offers: several are told and not asked about; what speaks of the one that waits may only name a day.
    Case("several offers", lambda heard: len(keeping.offers_in(heard.said)) > 1, ACTS["offer"]),
    Case("a word on the offer that waits", cases.speaks_of_offer, Act(offer.start_beside, offer.CONVERSATION)),
    Case("the day to answer an offer", cases.tells_answer_day, Act(offer_day.start)),
    # What the bot has asked for. "How did it go?" comes first: its answer may look like anything.
    Case("how it went, and when they call", cases.answers_how, ACTS["debrief"]),
    Case("their reply about an offer", cases.answers_offer, Act(offer.start_reply, offer.CONVERSATION)),
    Case("the tale of a talk", cases.tells_of_talk, ACTS["debrief"]),
    Case("nothing more", lambda heard: small.ends(heard.said), Act(small.start)),
    Case("a line during a talk", cases.is_line_of_talk, Act(cases.take_line)),
    # What the rules see by themselves, before the router.
    Case("a rejection", lambda heard: heard.kind == "rejected", Act(rejected.start)),
    Case("words of theirs with two readings", cases.has_two_readings, Act(readings.start)),
    Case("the day by which they answer", cases.tells_word_by, Act(word_by.start)),
    Case("an interview to be reminded of too", of(cases.interview_to_remind_of), Act(cases.add_reminded)),
    # The router, where it is sure or something bears it out. What is left is asked about.
    Case("a whole interview", cases.tells_interview, ADD),
    Case("an intent", lambda heard: heard.intent, lambda heard: act(heard.turn, heard.intent)),
)
"""All that a free message can be; the first that fits counts."""


async def hear(update: Update, context: Context) -> None:
    """Does what a free message is about, or asks which of the likeliest it is."""
    discreet.set_aside(context.turn)
    heard = Heard(context.turn)
    case = next((case for case in CASES if case.fits(heard)), None)
    if case is None:
        return _ask(context.turn, heard.kind)
    return await begin(case.act(heard), update, context)


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
