"""What comes without a command and outside a conversation, and everything that nothing else took."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update

from bot.core import after_talk, conduct, present, route, when, worries
from bot.core.lines import read_line
from bot.core.offer import check, keeping
from bot.core.offer.glance import is_offer
from bot.core.route import asides, plain
from bot.core.route.hints import hint, said_no_to, said_yes_to
from bot.core.wants_said import wants_in
from bot.telegram.inputs import Handler
from bot.telegram.turn import TURN, Context, Turn
from handlers import (
    after_saving,
    applied,
    belief,
    call,
    came_after_all,
    colleagues,
    debrief,
    decide,
    decide_after,
    employers,
    gap,
    interview,
    interview_draft,
    interview_fears,
    jobs,
    need,
    no,
    notes,
    offer,
    offer_day,
    offer_pieces,
    offer_reading,
    prepare,
    priorities,
    questions,
    readings,
    rejected,
    remind_doors,
    reminded,
    skills,
    small,
    stay,
    told,
    unsure,
    word_by,
)
from handlers.common import past, short, upcoming
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
HINTED: dict[str, Act] = {
    "references": Act(call.start_references, call.CONVERSATION),
    "accept": Act(decide.start, decide.CONVERSATION),
    "denied": Act(decide.start_denied, decide.CONVERSATION),
    "gap": Act(gap.start, gap.CONVERSATION),
    "badly": Act(call.start_bad, call.CONVERSATION),
    "doubt": Act(skills.start_doubt, skills.CONVERSATION),
    "cancel": Act(skills.start_doubt, skills.CONVERSATION),
    "belief": Act(belief.start, belief.CONVERSATION),
    "decline": Act(no.start, no.CONVERSATION),
    "need": Act(need.start, need.CONVERSATION),
    "no_idea": Act(priorities.start_no_idea, priorities.CONVERSATION),
    "drop": Act(questions.start_drop),
    "star": Act(questions.start_star),
    "plan": Act(prepare.start_ordered, prepare.CONVERSATION),
    "unskilled": Act(skills.start_ask, skills.CONVERSATION),
    "colleagues": Act(colleagues.start, colleagues.CONVERSATION),
}
TOLD_PLAINLY: tuple[tuple[Callable[[Turn], object], Act], ...] = (
    (lambda turn: present.told(turn.said), Act(jobs.told_present)),
    (stay.replied, Act(stay.start_replied)),
    (remind_doors.asked_later, Act(remind_doors.typed_later)),
    (applied.told, Act(applied.start)),
)
"""What a line tells in so many words, and what is done about it."""
STORIES = ("gap", "badly", "references", "belief")
LONGEST = {"need": 24}  # words; in a longer message it is said in passing
SHORT = 12  # words; a longer message tells more than the one thing that it was led by
STRONGER = ("interview", "moved", "rejected")  # what is done about these is plainer than any hint
BOTH = ("interview", "worry", "other")  # what a message is taken for that tells of an interview and of a fear
DAYED = ("other", "debrief", "worry", "interview")  # what a day of their answer is taken for
READ_TWICE = ("other", "debrief", "worry", "mindset", "help")  # what a phrase of an employer is taken for
TOLD = ("debrief", "other", "smalltalk", "worry", "skills", "priorities", "question_ideas")
"""What an answer to "How did it go?" and a note during a talk may look like."""
TERMS = 2  # clear topics of an offer from which on it is told
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
    if (plainly := _plainly(turn, kind, first)) or kind == "help":
        return plainly or "other"
    agreed = AGREED.get(kind) == first and (kind != "debrief" or bool(past(turn)))
    if agreed or (kind == "offer" and is_offer(turn.said)):
        return AGREED[kind]
    return "add_interview" if kind == "interview" and _whole(turn, first) else ""


def _plainly(turn: Turn, kind: str, first: str) -> str:
    """What the words make plain although the router is not sure: an alarming act, questions for a talk, a letter full
    of fears."""
    if first == "signal" and kind not in STRONGER and conduct.alarms(turn.said, turn.content.acts):
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
    little = len(turn.said.split()) <= SHORT and "?" not in turn.said
    return told and little and (first == "add_interview" or bool(line.role or line.people))


async def hear(update: Update, context: Context) -> None:
    """Does what a free message is about, or asks which of the likeliest it is."""
    turn = context.turn
    kind, said = kind_of(turn), _hint(turn)
    if plainly := next((doing for case in PLAINLY if (doing := case(turn, kind, said)) is not None), None):
        return await begin(plainly, update, context)
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


# -- what the words and the records make plain, before anything is guessed; the first case that fits counts -------


def _goes_on(turn: Turn, kind: str, said: str) -> Act | None:
    """A word on what was done or sent just now: a card saved, a talk that nobody came to, a reminder."""
    if after_saving.told(turn) is not None:
        return Act(after_saving.start, interview.CONVERSATION)
    if came_after_all.meant(turn) is not None:
        return Act(came_after_all.start, debrief.CONVERSATION)
    return reminded.reply(turn)


def _coming(turn: Turn, kind: str, said: str) -> Act | None:
    """A talk to come, and beside it an offer of somebody else, or a fear."""
    if hint(turn.said) not in ("doubt", "cancel") and interview_fears.offer_beside(turn):
        return Act(_offer_waits)
    both = kind in BOTH and (interview_fears.tells_both(turn) or interview_draft.tells_one_more(turn))
    return ADD if both else None


def _hinted(turn: Turn, kind: str, said: str) -> Act | None:
    """What a phrase leads to that means hardly anything else."""
    if said == "accept" and _tells_terms(turn.said):
        return act(turn, "offer")
    # "I want to cancel, why would they want me" is a doubt before it is a change of the interview.
    if said not in HINTED or (kind in STRONGER and (kind, said) != ("moved", "doubt")):
        return None
    if len(turn.said.split()) > SHORT and said == "badly" and past(turn):
        return act(turn, "debrief")  # the whole talk is told
    if len(turn.said.split()) > SHORT and said in STORIES:
        notes.keep(turn, turn.said)  # the conversation takes one thing out of it: the rest must not be lost
        turn.note(turn.t("notes.kept_all"))
    return HINTED[said]


def _told_plainly(turn: Turn, kind: str, said: str) -> Act | None:
    return next((doing for tells, doing in TOLD_PLAINLY if tells(turn)), None)


def _of_offers(turn: Turn, kind: str, said: str) -> Act | None:
    """Several offers, or a word on the one that waits: what to ask of it, the day to answer it."""
    if len(keeping.offers_in(turn.said)) > 1:
        return act(turn, "offer")
    if said == "" and offer.speaks_of(turn, kind):
        return Act(offer.start_beside, offer.CONVERSATION)
    return Act(offer_day.start) if said == "" and kind in DAYED and offer_day.told(turn) else None


PLAINLY = (_goes_on, _coming, _hinted, _told_plainly, _of_offers)


async def _offer_waits(update: Update, context: Context) -> None:
    """An interview and another employer's offer in one message: the interview comes first, the offer is read and
    waits behind it."""
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


def hinted(turn: Turn) -> str:
    """The hint of the words; a yes or a no to a job that is known by its name is one too ("im going with halden")."""
    found = hint(turn.said)
    if decide_after.denied(turn) is not None:
        return "denied"
    if plain.dropped_question(turn.said) is not None:
        return "drop"
    if ordered := questions.ordered(turn):
        return ordered
    if not found and employers.picked(turn, said_no_to(turn.said)):
        return "decline"
    return found or ("accept" if _says_yes(turn) else "")


def _says_yes(turn: Turn) -> bool:
    """Before an offer only words that speak of one: "I choose Acorn" may mean a talk."""
    rows = employers.picked(turn, said_yes_to(turn.said))
    return any(job.stage == "offer" for job in rows) or (bool(rows) and plain.is_of_a_job(turn.said))


def _hint(turn: Turn) -> str:
    """The same; of a letter full of fears only one that tells a story."""
    said, found = turn.said, hinted(turn)
    passing = len(said.split()) > LONGEST.get(found, len(said))
    return "" if passing or (found not in STORIES and plain.is_fearful_letter(said)) else found


def _tells_terms(said: str) -> bool:
    """Whether an offer is told beside it: "12.60 an hour, 36 hours, I said yes maybe" is to be read first."""
    clear = {id for id, verdict in check(said).items() if verdict == "stated"}
    return "base_pay" in clear and len(clear) >= TERMS


def _has_day(turn: Turn, kind: str) -> bool:
    """ "They'll let me know by Friday": kept where there was a talk that it can be about."""
    touch = len(turn.said.split()) <= SHORT and after_talk.answers_how(turn.said, named=True)
    day = after_talk.word_by(turn.said, turn.now, turn.zone) if touch else None
    clock = when.understand(turn.said, turn.now, turn.zone).clock  # with one it is a call to come
    return day is not None and clock is None and kind in DAYED and word_by.take(turn, day)


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
