"""What a free message makes plain by its words and the user's records, before anything is guessed."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update

from bot.core import present
from bot.core.offer import check, keeping
from bot.core.route import plain
from bot.core.route.hints import hint, said_no_to, said_yes_to
from bot.telegram.turn import Context, Turn
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
    remind_doors,
    reminded,
    skills,
    stay,
)
from handlers.common import past, short
from handlers.intents import ADD, Act, act, begin

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
TERMS = 2  # clear topics of an offer from which on it is told


def first(turn: Turn, kind: str) -> Act | None:
    """What to do at once; the first case that fits counts. ``kind``: what the rules take the message for."""
    said = _hint(turn)
    return next((doing for case in CASES if (doing := case(turn, kind, said)) is not None), None)


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


def tells_terms(said: str) -> bool:
    """Whether an offer is told beside it: "12.60 an hour, 36 hours, I said yes maybe" is to be read first."""
    clear = {id for id, verdict in check(said).items() if verdict == "stated"}
    return "base_pay" in clear and len(clear) >= TERMS


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
    if said == "accept" and tells_terms(turn.said):
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


CASES = (_goes_on, _coming, _hinted, _told_plainly, _of_offers)


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
