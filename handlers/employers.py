"""Which employer is meant: the only open one, the one named in the text, or asked in a step of its own."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update

from bot.core.model import Interview, Job
from bot.telegram.buttons import Button
from bot.telegram.conversation import Said, State, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn

MOST = 6
LONGEST = 80  # characters of a name


def open_jobs(turn: Turn) -> list[Job]:
    """Jobs that are not put away, the one that was dealt with last first; the present job is none of them."""
    latest = {i.job_id: i.start for i in sorted(turn.work.all(Interview), key=lambda i: i.start)}
    rows = [job for job in turn.work.all(Job) if job.closed_at is None and not job.present]
    return sorted(rows, key=lambda job: latest.get(job.id, job.created_at), reverse=True)


def meant(turn: Turn, text: str = "") -> Job | None:
    """The job that the text names, else the only open one; None where it must be asked."""
    said, rows = text.casefold(), open_jobs(turn)
    named = [job for job in rows if job.employer and job.employer.casefold() in said]
    if len(named) == 1:
        return named[0]
    return rows[0] if len(rows) == 1 and not named else None


def choices(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    """A button for each open job, two in a row (step buttons "job")."""
    unnamed = turn.t.label("interview.employer_none")
    buttons = [Button((job.employer or job.role or unnamed)[:40], "job", job.id) for job in open_jobs(turn)[:MOST]]
    return tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))


def named(turn: Turn, name: str) -> Job:
    """The open job of that employer; a new one where none has that name."""
    wanted = " ".join(name.split())
    known = [job for job in open_jobs(turn) if job.employer.casefold() == wanted.casefold()]
    return known[0] if known else turn.work.add(Job(employer=wanted, created_at=turn.now))


# -- the step that asks; the answer is kept in the draft as "job" -------------------------------------------------


def told(turn: Turn) -> str:
    """What stands after the command, or the free message that led here; empty after a tap."""
    return turn.said if turn.event.kind in ("text", "command") else ""


def first(turn: Turn) -> Job | None:
    """The job that the button names, else the one that is meant; None where the step must ask."""
    return turn.work.get(Job, turn.arg) if turn.arg else meant(turn, told(turn))


def chosen(turn: Turn) -> Job:
    """The job of the conversation; an empty one where it is gone."""
    return turn.work.get(Job, turn.draft.get("job", "")) or Job()


def which(key: str, then: Callable[[Turn], str]) -> State:
    """The step that asks for the employer with the text ``key``; ``then`` says which step follows."""

    def show(turn: Turn) -> Screen:
        return Screen(turn.t(key), choices(turn))

    async def took(update: Update, context: Context) -> str:
        turn = context.turn
        turn.draft["job"] = named(turn, turn.said).id
        return then(turn)

    async def chose(update: Update, context: Context) -> str | None:
        turn = context.turn
        if turn.work.get(Job, turn.arg) is None:
            return None
        turn.draft["job"] = turn.arg
        return then(turn)

    return State(show, Said(took, LONGEST), Tapped("job", chose))
