"""Applications told in a line: a job for each employer, and words to ask where things stand after a silence."""

from __future__ import annotations

from telegram import Update

from bot.core import when
from bot.core.applied import applied_to
from bot.core.model import Job
from bot.core.patterns import any_of
from bot.core.route import flat
from bot.telegram import undo
from bot.telegram.buttons import door
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.interview_screens import next_row

SHOWN = 3
_SILENCE = any_of(r"""
    no (?:\w+ )?(?:answer|reply|word|response|news|feedback|call)|nothing|silence|silent|havent heard|have not heard
    (?:not|never|didnt|dont|nobody|no one|noone) (?:\w+ ){0,2}(?:answer\w*|repl\w*|call\w*|writ\w*|heard?|respond\w*)
    still waiting|waiting since|ghosted
""")
_CAME = any_of(r"""
    offer\w*|invit\w*|interview\w*|(?:see|meet|called|rang|wrote|mailed|want|like|took|hired|told|asked) me|reject\w*|
    got (?:the|a|an|it)|contract|turned me down|said no|trial|talk with
""")


def told(turn: Turn) -> bool:
    """Whether a message tells of applications, and of nothing that came of them."""
    line = flat(turn.said)
    if _CAME.search(line) or when.understand(turn.said, turn.now, turn.zone).clock is not None:
        return False
    return bool(applied_to(turn.said))


async def start(update: Update, context: Context) -> None:
    """Keeps each as a job at that stage; one that is further stays where it is."""
    turn = context.turn
    silent = bool(_SILENCE.search(flat(turn.said)))
    jobs = [_kept(turn, name) for name in applied_to(turn.said)]
    names = ", ".join(job.employer for job in jobs)
    ask = [(door(_label(turn, job), "letter", "chaser", job.id),) for job in jobs[:SHOWN]] if silent else []
    done = (undo.button(turn),) if undo.has_changes(turn) else ()
    turn.say("jobs.applied_silent" if silent else "jobs.applied", *ask, (*next_row(turn), *done), names=names)


def _label(turn: Turn, job: Job) -> str:
    return turn.t.label("jobs.button_chaser", job=job.employer[:40])


def _kept(turn: Turn, name: str) -> Job:
    known = {job.id for job in employers.open_jobs(turn)}
    job = employers.named(turn, name)
    if job.id not in known:
        job.stage = "applied"
    return job
