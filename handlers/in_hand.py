"""The job that a yes, a no or a wish for time is about where it names none: on the screen, else the only offer."""

from __future__ import annotations

from bot.core.employer_named import named_employer
from bot.core.model import Job, Offer
from bot.telegram.turn import Turn
from handlers import employers

SHOWS = ("offer", "first", "decide")  # conversations about one offer


def on_screen(turn: Turn) -> Job | None:
    """The job of the offer that is on the screen, where the text names no other."""
    said, dialog = employers.told(turn), turn.dialog
    if turn.arg or dialog is None or dialog.flow not in SHOWS or named_employer(said):
        return None
    offer = turn.work.get(Offer, turn.draft.get("offer", ""))
    job = turn.work.get(Job, offer.job_id if offer else turn.draft.get("job", ""))
    return job if job is not None and job in employers.candidates(turn, said) else None


def only_offer(turn: Turn) -> Job | None:
    """Of several that may be meant the only one that has made an offer."""
    said = employers.told(turn)
    known = employers.candidates(turn, said) or ([] if named_employer(said) else employers.open_jobs(turn))
    rows = [job for job in known if job.stage == "offer"]
    return rows[0] if len(rows) == 1 else None
