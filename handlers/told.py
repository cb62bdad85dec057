"""Told in passing: an interview moved, called off, or the job is lost. Matched to what is known, never guessed."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update

from bot.core import route, when
from bot.core.lines import read_line
from bot.core.model import Interview, Job, Priority, Reminder
from bot.core.wants import in_order
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, Door, Handler, Said, State, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers import interview_draft as drafts
from handlers.agenda import interview_door
from handlers.common import job_of, past, short, upcoming
from handlers.interview_decisions import put_away
from handlers.interview_screens import next_row
from handlers.signal import employer_words
from handlers.want import want_name

MOST = 6  # employers to choose from
SHOWN = 6  # wants to choose from
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
    """One human line. Whoever it was is put away at once; where several may be meant the user taps which."""
    meant = _who_said_no(turn)
    if len(meant) == 1:
        return over(turn, meant[0])
    rows = [
        (door(turn.t.label("free.button_over", job=employer_words(turn, job))[:60], "told", "over", job.id),)
        for job in meant[:MOST]
    ]
    turn.say("free.rejected_which" if rows else "free.rejected", *rows, next_row(turn), turn.way_back())


def _who_said_no(turn: Turn) -> list[Job]:
    """The open jobs that may be meant: those named, else all; none where somebody strange is named."""
    said, rows = turn.said.casefold(), employers.open_jobs(turn)
    named = [job for job in rows if job.employer and job.employer.casefold() in said]
    reading = when.understand(turn.said, turn.now, turn.zone)
    strange = not named and read_line(turn.said, reading.spans).employer
    return [] if strange else (named or rows)


def over(turn: Turn, job: Job) -> None:
    """That employer said no: nothing more is sent about it; what the user learned about his wants may be kept."""
    put_away(turn, job)
    job.stage = "rejected"
    row = (door(turn.t.label("free.button_learned"), "learned", "open", job.id), undo.button(turn))
    turn.say("free.rejected_over", row, next_row(turn), turn.way_back(), job=employer_words(turn, job))


async def chosen(update: Update, context: Context) -> None:
    turn = context.turn
    job = turn.work.get(Job, turn.arg)
    if job is None:
        return turn.say("interview.not_found", next_row(turn))
    over(turn, job)


# -- what was learned -------------------------------------------------------------------------------------------


async def start_learned(update: Update, context: Context) -> str:
    context.turn.begin("learned", "tell")
    return "tell"


def ask_learned(turn: Turn) -> Screen:
    return Screen(turn.t("learned.ask"))


async def took_learned(update: Update, context: Context) -> str:
    turn = context.turn
    turn.draft["words"] = turn.said.strip(" .")
    return "where" if turn.work.all(Priority) else _own(turn)


def ask_where(turn: Turn) -> Screen:
    """The user's wants: what was learned is the reason for one of them, or a want of its own."""
    rows = in_order(turn.work.all(Priority))[:SHOWN]
    buttons = [Button(short(want_name(turn, want), 40), "want", want.id) for want in rows]
    own = (Button(turn.t.label("learned.button_own"), "own"),)
    return Screen(turn.t("learned.where"), (*(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)), own))


async def chose_where(update: Update, context: Context) -> str | None:
    turn, words = context.turn, context.turn.draft.get("words", "")
    want = turn.work.get(Priority, turn.arg)
    if want is None:
        return None
    want.because = f"{want.because}; {words}" if want.because else words
    turn.say("learned.because", next_row(turn), name=want_name(turn, want), words=words)
    return END


async def a_want_of_its_own(update: Update, context: Context) -> str:
    return _own(context.turn)


def _own(turn: Turn) -> str:
    words, rows = turn.draft.get("words", ""), turn.work.all(Priority)
    rank = max((want.rank for want in rows), default=0) + 1
    turn.work.add(Priority(topic="OWN", words=words, rank=rank, created_at=turn.now))
    turn.say("learned.own", (door(turn.t.label("next.button_priorities"), "priorities"),), next_row(turn), words=words)
    return END


def asked_about(turn: Turn) -> Interview | None:
    """The interview that the user was asked about within the last day and has not told of."""
    fresh = {
        row.interview_id
        for row in turn.work.all(Reminder)
        if row.kind in ("debrief", "retry") and row.sent_at is not None and turn.now - row.sent_at < ASKED
    }
    return next((interview for interview in past(turn) if interview.id in fresh), None)


HANDLERS: list[Handler] = [Door("told", "over", chosen)]
CONVERSATION = Conversation(
    "learned",
    entry_points=[Door("learned", "open", start_learned)],
    states={
        "tell": State(ask_learned, Said(took_learned, 120)),
        "where": State(ask_where, Tapped("want", chose_where), Tapped("own", a_want_of_its_own)),
    },
)
