"""What a debrief tells beside the answers: what was heard from others, that they asked for references, and a question
that came up. Each is kept as what it is, and said in a line."""

from __future__ import annotations

import re2

from bot.core import sources
from bot.core.asked import is_asking, questions
from bot.core.debrief_words import two_sides
from bot.core.model import Belief, Interview, Question
from bot.core.remarks import wants_to_know
from bot.core.route.hints import hint
from bot.telegram.turn import Turn
from handlers import belief
from handlers.common import job_of, short

MOST_QUOTED = 80
_SENTENCE = re2.compile(r"[.!?;]+(?:\s|$)|\n+")
_BEHIND = re2.compile(
    r"(?i)^(?:(?:and|also|but|so|well)\W+)*(?P<what>\S.+?)\W+(?P<who>(?:the|a|an|one|my|some|another) (?:\w+ ){1,2}?)"
    r"(?:told me|said|says|tells me)$"
)
_SAID = re2.compile(
    r"(?i)^(?:(?:and|also|but|so|well)\W+)*(?P<who>(?:the|a|an|one|some|another) (?:\w+ ){1,3}?)(?:told me|says|said)"
    r" (?:that )?(?P<what>\S.+)$"
)
_INSIDERS = frozenset(
    "cook cleaner porter driver nurse carer assistant colleague coworker waiter waitress receptionist neighbour friend"
    " resident patient guard student teacher worker intern trainee temp guy girl woman man lady cashier".split()
)
"""Who talks about an employer without being asked in the talk; what the boss says is an answer."""


def take(turn: Turn, interview: Interview, text: str) -> bool:
    """Keeps what a text holds of these, and says so. Whether there was any."""
    differs = differ(turn, interview, text)
    found = [_take_one(turn, interview, part.strip(" ,")) for part in _SENTENCE.split(text) if part.strip(" ,")]
    return any(found) or differs


def _take_one(turn: Turn, interview: Interview, sentence: str) -> bool:
    if hint(sentence) == "references":
        return _references(turn, interview)
    words, source = _hearsay(sentence)
    return bool(words) and _believe(turn, interview, words, source)


def _hearsay(sentence: str) -> tuple[str, str]:
    """What somebody who was not asked says of them, and who; two empty words for none."""
    for pattern in (_BEHIND, _SAID):
        if (found := pattern.search(sentence)) is not None and _INSIDERS & set(found["who"].casefold().split()):
            return str(found["what"]).strip(" ,"), str(found["who"]).strip()
    return sources.apart(sentence) if hint(sentence) == "belief" else ("", "")


def _believe(turn: Turn, interview: Interview, words: str, source: str) -> bool:
    rows = [b for b in turn.work.all(Belief) if (b.job_id, b.words) == (interview.job_id, words[: belief.MOST])]
    if not rows:
        kept = Belief(job_id=interview.job_id, words=words[: belief.MOST], source=source, created_at=turn.now)
        belief.keep_checks(turn, turn.work.add(kept))
    key = "debrief.heard_belief_from" if source else "debrief.heard_belief"
    turn.note(turn.t(key, words=short(words, MOST_QUOTED), source=source))
    return True


def _references(turn: Turn, interview: Interview) -> bool:
    job = job_of(turn, interview)
    if job.stage in ("applied", "interviewing"):
        job.stage = "references"
        turn.note(turn.t("call.references"))
    return True


def differ(turn: Turn, interview: Interview, text: str, about: str = "") -> bool:
    """ "She says flexible and Lily says every weekend, that's not the same": which holds is asked, nobody is judged.
    ``about``: the question that both answered, by its id."""
    first, second = two_sides(text)
    if not first:
        return False
    words = turn.t.label("jobs.differ_text", first=short(first, MOST_QUOTED), second=short(second, MOST_QUOTED))
    if not any(q.text == words and q.job_id == interview.job_id for q in turn.work.all(Question)):
        kept = Question(job_id=interview.job_id, text=words, origin="contradiction", about=about, audience="M")
        kept.created_at = turn.now
        turn.work.add(kept)
    turn.note(turn.t("jobs.differ_kept", question=words))
    return True


def ask_them(turn: Turn, interview: Interview, text: str) -> bool:
    """ "I want to know do they train dementia": a question for that employer, no answer and no conduct."""
    if not (wants_to_know(text) or (is_asking(text) and "?" in text)):
        return False
    for words in questions(text):
        known = any(q.text == words and q.job_id == interview.job_id for q in turn.work.all(Question))
        if not known:
            turn.work.add(Question(text=words, origin="own", job_id=interview.job_id, created_at=turn.now))
        turn.note(turn.t("questions.added", question=words))
    return True
