"""Which employer is meant: the only open one, the one named in the text, or asked in a step of its own."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update

from bot.core import meant as core
from bot.core import which_employer
from bot.core.employer_named import named_employer
from bot.core.model import Interview, Job, Offer, Person
from bot.core.naming import capitals, is_name
from bot.telegram.buttons import Button
from bot.telegram.conversation import State
from bot.telegram.inputs import Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers.common import short

MOST = 6
LONGEST = 80  # characters of a name
NAME = 40  # of one that is said back


def open_jobs(turn: Turn) -> list[Job]:
    """Jobs that are not put away, the one that was dealt with last first; the present job is none of them."""
    latest = {i.job_id: i.start for i in sorted(turn.work.all(Interview), key=lambda i: i.start)}
    rows = [job for job in turn.work.all(Job) if job.closed_at is None and not job.present]
    return sorted(rows, key=lambda job: latest.get(job.id, job.created_at), reverse=True)


def candidates(turn: Turn, text: str) -> list[Job]:
    """The open jobs that a text may mean: all where it names none, none where it names somebody strange."""
    rows = open_jobs(turn)
    return core.jobs(text, _known(turn, rows), turn.now, turn.zone) if text else rows


def _known(turn: Turn, rows: list[Job]) -> core.Known:
    ids = {job.id for job in rows}
    talks = [i for i in turn.work.all(Interview) if i.job_id in ids and i.state != "cancelled"]
    return core.Known(rows, talks, [p for p in turn.work.all(Person) if p.job_id in ids])


def talks(turn: Turn, rows: list[Interview], text: str) -> list[Interview]:
    """The interviews of ``rows`` that a text may mean: all where it names none, none where it names a stranger."""
    return core.interviews(text, _of(turn, rows), turn.now, turn.zone)


def told_of(turn: Turn, rows: list[Interview], text: str) -> list[Interview]:
    """The same where the text tells of one of them at all; none where it does not."""
    return talks(turn, rows, text) if core.tells(text, _of(turn, rows), turn.now, turn.zone) else []


def _of(turn: Turn, rows: list[Interview]) -> core.Known:
    ids = {row.job_id for row in rows}
    jobs = [job for job in turn.work.all(Job) if job.id in ids]
    return core.Known(jobs, rows, [person for person in turn.work.all(Person) if person.job_id in ids])


def meant(turn: Turn, text: str = "") -> Job | None:
    """The job that the text names, else the only open one; None where it must be asked."""
    found = candidates(turn, text)
    return found[0] if len(found) == 1 else None


def picked(turn: Turn, words: str) -> list[Job]:
    """The open jobs that a few words pick out by what they are called; none where they name none of them."""
    return which_employer.picks(words, _known(turn, open_jobs(turn)), turn.now, turn.zone) if words else []


def is_answer(turn: Turn) -> bool:
    """Whether a text answers "which employer?" and says nothing else: a name that is known, or "the second one"."""
    return bool(picked(turn, turn.said)) or which_employer.points(turn.said)


def choices(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    """A button for each job that may be meant, two in a row (step buttons "job"): those that fit what was told so
    far, else all that are open."""
    unnamed = turn.t.label("interview.employer_none")
    buttons = [Button((job.employer or job.role or unnamed)[:40], "job", job.id) for job in _offered(turn)]
    return tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))


def _offered(turn: Turn) -> list[Job]:
    """The jobs on the buttons, in their order."""
    told = " ".join(str(turn.draft.get(key, "")) for key in ("answer", "note", "words", "said"))
    return (candidates(turn, told) or open_jobs(turn))[:MOST]


def named(turn: Turn, name: str) -> Job:
    """The open job of that employer; a new one where none has that name."""
    wanted = " ".join(name.split())
    known = [job for job in open_jobs(turn) if job.employer.casefold() == wanted.casefold()]
    return known[0] if known else turn.work.add(Job(employer=capitals(wanted), created_at=turn.now))


def offer_of(turn: Turn, job: Job) -> Offer:
    """The newest offer of that job; a bare one, to hold a day, where there is none."""
    rows = [offer for offer in turn.work.all(Offer) if offer.job_id == job.id]
    return rows[-1] if rows else turn.work.add(Offer(job_id=job.id, created_at=turn.now))


# -- the step that asks; the answer is kept in the draft as "job" -------------------------------------------------


def told(turn: Turn) -> str:
    """What stands after the command, or the free message that led here; empty after a tap."""
    return turn.said if turn.event.kind in ("text", "command") else ""


def first(turn: Turn) -> Job | None:
    """The job that the button names, else the one that is meant; None where the step must ask."""
    if turn.arg:
        return turn.work.get(Job, turn.arg)
    said = told(turn)
    return meant(turn, said) or _new(turn, said)


def begin(turn: Turn, flow: str, /, **draft: object) -> Job | None:
    """Begins a conversation with that job in its draft; None where it is not known, and the step "which" asks."""
    job = first(turn)
    turn.begin(flow, "which", job=job.id if job else "", **draft)
    return job


def known_first(turn: Turn) -> Job | None:
    """The job that :func:`first` finds; none is made."""
    if turn.arg:
        return turn.work.get(Job, turn.arg)
    said = told(turn)
    name = named_employer(said)
    strange = name and not which_employer.answers(name, _known(turn, open_jobs(turn)), turn.now, turn.zone)
    return None if strange else meant(turn, said)


def _new(turn: Turn, said: str) -> Job | None:
    """The employer that a free message plainly names and that is new to the bot; the undo takes it back."""
    name = named_employer(said)
    strange = name and not candidates(turn, name)
    return named(turn, name) if strange or (name and not open_jobs(turn)) else None


def chosen(turn: Turn) -> Job:
    """The job of the conversation; an empty one where it is gone."""
    return turn.work.get(Job, turn.draft.get("job", "")) or Job()


def answered(turn: Turn, *, new: bool = True) -> Job | None:
    """The job that the answer to "which employer?" names or counts ("the second one"), a new one where the name is new
    and one may be made (``new``). None, with a note, where it is no name, or fits two: these two are asked about."""
    found = which_employer.answers(turn.said, _known(turn, open_jobs(turn)), turn.now, turn.zone)
    place, points = which_employer.place_in_list(turn.said), which_employer.points(turn.said)
    if place and (points or len(found) > 1):
        found = _counted(turn, found, place)
    if len(found) > 1 or (points and not found):
        turn.draft["answer"] = turn.said
        turn.note(turn.t("common.which_of_them"))
        return None
    if found:
        return found[0]
    if not is_name(turn.said):
        turn.note(turn.t("common.no_name"))
        return None
    return named(turn, turn.said) if new else _unnamed(turn, turn.said)


def _counted(turn: Turn, found: list[Job], place: int) -> list[Job]:
    """The one that is counted, among those on the buttons that the answer fits; none where there are not so many."""
    rows = [job for job in _offered(turn) if not found or job in found]
    return [rows[place - 1 if place > 0 else place]] if place <= len(rows) and rows else []


def _unnamed(turn: Turn, name: str) -> Job | None:
    """The only offer that has no name gets the one that is told; without such a one it is said that none is known."""
    rows = [job for job in open_jobs(turn) if job.stage == "offer" and not job.employer]
    if len(rows) != 1:
        turn.note(turn.t("common.not_known", name=short(name, NAME)))
        return None
    rows[0].employer = capitals(" ".join(name.split()))
    return rows[0]


def which(key: str, then: Callable[[Turn], str], *, none: str = "") -> State:
    """The step that asks for the employer with the text ``key``; ``then`` says which step follows. ``none``: a name
    that nobody knows makes no job here, and that text stands where no job is known at all."""

    def show(turn: Turn) -> Screen:
        rows = choices(turn)
        return Screen(turn.t(none if none and not rows else key), rows, sort="picker")

    async def took(update: Update, context: Context) -> str | None:
        turn, job = context.turn, answered(context.turn, new=not none)
        if job is None:
            return None
        turn.draft["job"] = job.id
        return then(turn)

    async def chose(update: Update, context: Context) -> str | None:
        turn = context.turn
        if turn.work.get(Job, turn.arg) is None:
            return None
        turn.draft["job"] = turn.arg
        return then(turn)

    return State(show, Said(took, LONGEST), Tapped("job", chose))
