"""A phrase that an employer used and that can mean two things ("we are like a family"): both readings, and the question
that forces the choice."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Question
from bot.core.patterns import any_of
from bot.core.route import flat
from bot.telegram import undo
from bot.telegram.buttons import door
from bot.telegram.inputs import Door, Handler
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from content import Reading
from handlers import employers
from handlers.answering import known_reading
from handlers.interview_screens import next_row

MOST = 16  # words; a longer message tells more than the phrase
_THEY_SAY = any_of(r"""
    (?:they|she|he|company|firm|boss|manager|hr|recruiter|advert|ad|posting|website|letter|employer|
    people there|head|owner)\
(?: \w+){0,2} (?:says?|said|saying|told|tells?|calls?|called|writes?|wrote|claims?|promised?|talks?|talked|
    mentioned|means?|meant)
    (?:what|how) (?:does|do|did|is|are) (?:it|that|this|they|he|she)(?: \w+)? (?:mean|meant|meaning)|what(?:s| is) meant
    what (?:do|does|did) (?:\w+ ){1,3}mean|meaning of|is it (?:good|bad)(?: sign)?
""")


def told(turn: Turn) -> Reading | None:
    """The two readings of what an employer is said to have said; None where the message is about something else."""
    if len(turn.said.split()) > MOST or not _THEY_SAY.search(flat(turn.said)):
        return None
    return known_reading(turn, turn.said)


async def start(update: Update, context: Context) -> None:
    """Shows both; nothing is kept before a tap."""
    turn = context.turn
    found = told(turn)
    if found is None:
        return
    keep = door(turn.t.label("answers.button_keep"), "reading", "keep", found.id)
    text = turn.t("answers.two", said=turn.said[:160], mine=found.mine, other=found.other, question=found.ask)
    turn.show(Screen(text, ((keep,), next_row(turn), turn.way_back()), sort="card"))


async def kept(update: Update, context: Context) -> None:
    """The question that forces the choice is kept, once."""
    turn = context.turn
    found = turn.content.readings.get(turn.arg)
    if found is None:
        return
    job = employers.meant(turn)
    job_id = job.id if job else ""
    if not any((q.text, q.job_id) == (found.ask, job_id) for q in turn.work.all(Question)):
        turn.work.add(Question(job_id=job_id, text=found.ask, origin="own", created_at=turn.now))
    done = (undo.button(turn),) if undo.has_changes(turn) else ()
    row = (door(turn.t.label("next.button_questions"), "questions"), *done)
    turn.say("answers.kept", row, next_row(turn), question=found.ask)


HANDLERS: list[Handler] = [Door("reading", "keep", kept)]
