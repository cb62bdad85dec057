"""What a message in passing does to an interview: moved, called off, or a new one in its place (which: talks.py)."""

from __future__ import annotations

from datetime import timedelta

from bot.core import route, when
from bot.core.lines import notice, read_line
from bot.core.model import Interview, Reminder
from bot.telegram.turn import Turn
from handlers import employers, interview_saved
from handlers import interview_draft as drafts
from handlers import interview_draft_time as times
from handlers.common import LONG_AGO, job_of, past

ASKS = ("debrief", "retry")
ASKED = timedelta(days=1)  # so long after "How did it go?" a free text is its answer, unless "Done" was


def change(turn: Turn, interview: Interview) -> str:
    """Opens the change of that interview with what was told: called off, or the time that came with it."""
    by_them = route.is_theirs(turn.said, job_of(turn, interview).employer)
    turn.begin("interview", "when", **interview_saved.draft_of(turn, interview), by_them=by_them)
    off = notice(turn.said) == "cancelled" or route.is_off(turn.said)
    return "cancel" if off else _new_time(turn)


def missed(turn: Turn) -> Interview | None:
    """The last talk with the employer who is meant, where nobody came to it."""
    job = employers.meant(turn, turn.said)
    rows = [i for i in turn.work.all(Interview) if job and i.job_id == job.id and turn.now - LONG_AGO < i.start]
    last = max(rows, key=lambda interview: interview.start, default=None)
    return last if last is not None and last.state == "missed" else None


def anew(turn: Turn, interview: Interview) -> str:
    """A new time for a talk to which nobody came: one of its own with the same people; the missed one stays noted."""
    draft = interview_saved.draft_of(turn, interview)
    old = str(draft.pop("local"))
    turn.begin("interview", "when", **{**draft, "interview_id": "", "another": True})
    return _new_time(turn, old)


def _new_time(turn: Turn, old: str = "") -> str:
    """Takes the time that was told with it; the next step asks for what is missing. ``old``: where it has none."""
    draft, said, old = turn.draft, route.moved_to(turn.said), old or str(turn.draft["local"])
    if when.understand(said, turn.now, turn.zone).kind == "nothing":
        said = turn.said
    reading = when.understand(said, turn.now, turn.zone)
    if reading.kind == "nothing":
        return "when" if route.puts_off(turn.said) else _other_news(turn)
    times.take_when(turn, draft, said)
    if reading.day and not draft.get("local") and "same time" in turn.said.casefold():
        times.take_when(turn, draft, old[11:16])
    return drafts.next_step(turn, draft)


def _other_news(turn: Turn) -> str:
    """No new time: who comes, where it is, by what. Who was named is on the card; the rest is changed there."""
    met = () if drafts.put_right(turn.draft, turn.said) else read_line(turn.said, ()).people
    if met:
        turn.draft["people"] = [[one.name, one.title, one.audience] for one in met]
    return "confirm"


def asked_about(turn: Turn) -> Interview | None:
    """The interview that the user was asked about within the last day and has not told of."""
    fresh = {
        row.interview_id
        for row in turn.work.all(Reminder)
        if row.kind in ASKS and row.state != "done" and row.sent_at is not None and turn.now - row.sent_at < ASKED
    }
    return next((interview for interview in past(turn) if interview.id in fresh), None)
