"""The few phrases that mean hardly anything else, and what each leads to before anything is guessed."""

from __future__ import annotations

from bot.core.offer import check
from bot.core.route import plain, yes_no
from bot.core.route.hints import hint, said_no_to, said_yes_to
from bot.telegram.turn import Turn
from handlers import (
    belief,
    call,
    colleagues,
    decide,
    decide_after,
    employers,
    gap,
    need,
    no,
    prepare,
    priorities,
    questions,
    skills,
)
from handlers.intents import Act

HINTED: dict[str, Act] = {
    "references": Act(call.start_references, call.CONVERSATION),
    "accept": Act(decide.start, decide.CONVERSATION),
    "time": Act(decide.start_time, decide.CONVERSATION),
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
STORIES = ("gap", "badly", "references", "belief")
LONGEST = {"need": 24}  # words; in a longer message it is said in passing
SHORT = 12  # words; a longer message tells more than the one thing that it was led by
STRONGER = ("interview", "moved", "rejected")  # what is done about these is plainer than any hint
TERMS = 2  # clear topics of an offer from which on it is told


def hinted(turn: Turn) -> str:
    """The hint of the words; a yes or a no to a job that is known by its name is one too ("im going with halden")."""
    found = hint(turn.said)
    if found == "decline" and yes_no.is_no_no(turn.said):
        found = ""
    if decide_after.denied(turn) is not None:
        return "denied"
    if plain.dropped_question(turn.said) is not None:
        return "drop"
    if ordered := questions.ordered(turn):
        return ordered
    if says_yes(turn):
        return "accept"
    if says_no(turn):
        return "decline"
    if not found and _has_offer(turn) and yes_no.wants_time(turn.said):
        return "time"
    if not found and employers.picked(turn, said_no_to(turn.said)):
        return "decline"
    return found or ("accept" if _says_yes(turn) else "")


def says_yes(turn: Turn) -> bool:
    """Whether it says yes to an offer in one's own words, or asks whether to: "i think im gonna take it"."""
    offered = _has_offer(turn)
    return yes_no.says_yes(turn.said, offered=offered) or (offered and yes_no.has_said_yes(turn.said))


def says_no(turn: Turn) -> bool:
    """Whether it says no to an offer that waits: "decline it, the money is too low"."""
    if not _has_offer(turn) or not yes_no.says_no(turn.said):
        return False
    whom = yes_no.declined(turn.said)
    return not whom or bool(employers.picked(turn, whom))


def _has_offer(turn: Turn) -> bool:
    return any(job.stage == "offer" for job in employers.open_jobs(turn))


def _says_yes(turn: Turn) -> bool:
    """Before an offer only words that speak of one: "I choose Acorn" may mean a talk."""
    rows = employers.picked(turn, said_yes_to(turn.said))
    return any(job.stage == "offer" for job in rows) or (bool(rows) and plain.is_of_a_job(turn.said))


def hint_of(turn: Turn) -> str:
    """The hint of a free message; of a letter full of fears only one that tells a story."""
    said, found = turn.said, hinted(turn)
    passing = len(said.split()) > LONGEST.get(found, len(said))
    return "" if passing or (found not in STORIES and plain.is_fearful_letter(said)) else found


def leads(kind: str, found: str) -> bool:
    """Whether a hint is followed in a message that the rules take for that kind. "I want to cancel, why would they
    want me" is a doubt before it is a change of the interview."""
    return found in HINTED and (kind not in STRONGER or (kind, found) == ("moved", "doubt"))


def tells_terms(said: str) -> bool:
    """Whether an offer is told beside it: "12.60 an hour, 36 hours, I said yes maybe" is to be read first."""
    clear = {id for id, verdict in check(said).items() if verdict == "stated"}
    return "base_pay" in clear and len(clear) >= TERMS
