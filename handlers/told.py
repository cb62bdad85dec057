"""Told in passing: an interview moved, called off, or the job is lost. Matched to what is known, never guessed."""

from __future__ import annotations

from datetime import timedelta

from bot.core import route, when
from bot.core.lines import read_line
from bot.core.model import Interview, Reminder
from bot.telegram.buttons import door
from bot.telegram.conversation import Conversation
from bot.telegram.turn import Turn
from handlers import interview_draft as drafts
from handlers.agenda import interview_door
from handlers.common import job_of, past, upcoming
from handlers.interview_screens import next_row

ASKED = timedelta(days=1)  # so long after "How did it go?" a free text is its answer


def moved(turn: Turn, conversation: Conversation) -> None:
    """Opens the change of the interview that is named, or of the only one; several: asks which."""
    meant = _meant(turn)
    if len(meant) != 1:
        rows = tuple((interview_door(turn, interview),) for interview in (meant or upcoming(turn))[:5])
        return turn.say("free.moved" if rows else "free.moved_none", *rows, next_row(turn), turn.way_back())
    turn.begin("interview", "when", **drafts.draft_of(turn, meant[0]))
    if route.is_off(turn.said):
        return conversation.enter(turn, "cancel")
    return conversation.enter(turn, _new_time(turn))


def _meant(turn: Turn) -> list[Interview]:
    reading = when.understand(turn.said, turn.now, turn.zone)
    named = read_line(turn.said, reading.spans).employer.casefold()
    coming = upcoming(turn)
    said = turn.said.casefold()
    known = [i for i in coming if job_of(turn, i).employer and job_of(turn, i).employer.casefold() in said]
    if known or not named:
        return known or coming
    return [i for i in coming if named in job_of(turn, i).employer.casefold()]  # a strange name: none of them


def _new_time(turn: Turn) -> str:
    """Takes the time that was told with it; the next step asks for what is missing."""
    draft = turn.draft
    reading, old = when.understand(turn.said, turn.now, turn.zone), str(draft["local"])
    if reading.kind == "nothing":
        return "when"
    drafts.take_when(turn, draft, turn.said)
    if reading.day and not reading.clock and "same time" in turn.said.casefold():
        drafts.take_when(turn, draft, old[11:16])
    return drafts.next_step(turn, draft)


def rejected(turn: Turn) -> None:
    """One human line, and a tap to put that employer away."""
    latest: dict[str, Interview] = {}
    for interview in sorted(turn.work.all(Interview), key=lambda interview: interview.start, reverse=True):
        if job_of(turn, interview).closed_at is None:
            latest.setdefault(interview.job_id, interview)
    said, rows = turn.said.casefold(), []
    named = [i for i in latest.values() if (name := job_of(turn, i).employer.casefold()) and name in said]
    for interview in (named or list(latest.values()))[:4]:
        label = turn.t.label("free.button_over", job=job_of(turn, interview).employer)
        rows.append((door(label[:60], "interview", "close", interview.id),))
    turn.say("free.rejected", *rows, next_row(turn))


def asked_about(turn: Turn) -> Interview | None:
    """The interview that the user was asked about within the last day and has not told of."""
    fresh = {
        row.interview_id
        for row in turn.work.all(Reminder)
        if row.kind in ("debrief", "retry") and row.sent_at is not None and turn.now - row.sent_at < ASKED
    }
    return next((interview for interview in past(turn) if interview.id in fresh), None)
