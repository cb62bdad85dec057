"""The job is lost: one human line, nothing more is sent about it, and what was learned of one's wants may be kept."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update

from bot.core.employer_named import names_somebody
from bot.core.hears import plain
from bot.core.model import Job, Person, Priority
from bot.core.name_words import FILLING, is_like
from bot.core.naming import capitals
from bot.core.route import told_no
from bot.core.sighs import sighs
from bot.core.wants import in_order
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Door, Handler, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.about import on_one
from handlers.common import short
from handlers.interview_decisions import put_away
from handlers.interview_screens import next_row
from handlers.kept_acts import employer_words
from handlers.priorities import MOST_LATER
from handlers.want import want_name
from handlers.wishes import full_words

FELT = ("other", "worry", "mindset", "debrief", "thanks", "rejected", "help", "next")  # what a sigh is taken for
FRESH = timedelta(days=3)  # so long after a loss
MOST = 6  # employers to choose from
_MINE = frozenset(
    "my wife husband mum mom dad partner friend boss landlord bank doctor gp kids son daughter mother father".split()
)
NAME = 40  # characters of a name that is said back
SHOWN = 6  # wants to choose from


def named(turn: Turn) -> list[Job]:
    """The open jobs whose employer a message names as the one who said no ("Brookside said no"); a person's no to
    something else is none."""
    return [job for whom in told_no.who_said_no(turn.said) for job in employers.picked(turn, whom) if _is_of(job, whom)]


def strange(turn: Turn) -> bool:
    """Whether somebody whom the bot does not know said no, by a name: nothing is put away then."""
    people = {word for person in turn.work.all(Person) for word in plain(f"{person.name} {person.title}").split()}
    whoms = [whom for whom in told_no.who_said_no(turn.said) if not {*plain(whom).split()} & {*people, *_MINE}]
    return any(names_somebody(whom, turn.now, turn.zone) for whom in whoms) and not named(turn)


def _is_of(job: Job, whom: str) -> bool:
    """Whether it is called by its name or by what it is, and not by somebody there."""
    words = {*plain(f"{job.employer} {job.role}").split()} - FILLING
    return any(word == name or is_like(word, name) for word in plain(whom).split() for name in words)


def sighed(turn: Turn) -> bool:
    """Whether a short message only says how a loss feels, soon after one."""
    lost = [job for job in turn.work.all(Job) if job.stage == "rejected" and job.closed_at is not None]
    return any(turn.now - job.closed_at < FRESH for job in lost if job.closed_at) and sighs(turn.said)


async def feel(update: Update, context: Context) -> None:
    """A human line, and nothing to do about it."""
    context.turn.say("free.sigh", next_row(context.turn), context.turn.way_back())


async def start(update: Update, context: Context) -> None:
    """A free message that tells of a rejection."""
    told(context.turn)


def told(turn: Turn) -> None:
    """One human line. Whoever it was is put away at once; where several may be meant the user taps which."""
    meant = _who_said_no(turn)
    if len(meant) == 1 and (named(turn) or not told_no.who_said_no(turn.said)):
        return over(turn, meant[0])
    rows = [
        (door(turn.t.label("free.button_over", job=employer_words(turn, job))[:60], "told", "over", job.id),)
        for job in meant[:MOST]
    ]
    unknown = [whom for whom in told_no.who_said_no(turn.said) if not named(turn)]
    key = "free.rejected_unknown" if rows and unknown else "free.rejected_which" if rows else "free.rejected"
    facts = {"name": capitals(short(unknown[0], NAME))} if rows and unknown else {}
    turn.say(key, *rows, next_row(turn), turn.way_back(), sort="picker", **facts)


def _who_said_no(turn: Turn) -> list[Job]:
    """The open jobs that may be meant: those named, else all; none where somebody strange is named."""
    found = named(turn) or employers.candidates(turn, turn.said)
    return found or employers.open_jobs(turn)


def over(turn: Turn, job: Job) -> None:
    """That employer said no: nothing more is sent about it; what the user learned about his wants may be kept."""
    put_away(turn, job)
    job.stage = "rejected"
    if turn.dialog is not None and turn.dialog.flow == "no":
        turn.finish()  # the user's own no to them is of no use any more
    row = (door(turn.t.label("free.button_learned"), "learned", "open", job.id), undo.button(turn))
    turn.say("free.rejected_over", row, next_row(turn), turn.way_back(), job=employer_words(turn, job))


# -- what was learned -------------------------------------------------------------------------------------------


async def start_learned(update: Update, context: Context) -> str:
    context.turn.begin("learned", "tell")
    return "tell"


async def took_learned(update: Update, context: Context) -> str:
    turn = context.turn
    turn.draft["words"] = turn.said.strip(" .")
    return "where" if turn.work.all(Priority) else _own(turn)


def ask_where(turn: Turn) -> Screen:
    """The user's wants: what was learned is the reason for one of them, or a want of its own."""
    rows = in_order(turn.work.all(Priority))[:SHOWN]
    buttons = [Button(short(want_name(turn, want), 40), "want", want.id) for want in rows]
    own = (Button(turn.t.label("learned.button_own"), "own"),)
    pairs = (tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Screen(turn.t("learned.where"), (*pairs, own), sort="picker")


async def chose_where(update: Update, context: Context) -> str | None:
    turn, words = context.turn, context.turn.draft.get("words", "")
    want = turn.work.get(Priority, turn.arg)
    if want is None:
        return None
    want.because = f"{want.because}; {words}" if want.because else words
    turn.say("learned.because", next_row(turn), name=want_name(turn, want), words=words)
    return END


async def a_want_of_its_own(update: Update, context: Context) -> str | None:
    turn = context.turn
    if len(turn.work.all(Priority)) >= MOST_LATER:
        turn.note(full_words(turn, [turn.draft.get("words", "")]))
        return None
    return _own(turn)


def _own(turn: Turn) -> str:
    words, rows = turn.draft.get("words", ""), turn.work.all(Priority)
    rank = max((want.rank for want in rows), default=0) + 1
    turn.work.add(Priority(topic="OWN", words=words, rank=rank, created_at=turn.now))
    turn.say("learned.own", (door(turn.t.label("next.button_priorities"), "priorities"),), next_row(turn), words=words)
    return END


HANDLERS: list[Handler] = [Door("told", "over", on_one(Job, over))]
CONVERSATION = Conversation(
    "learned",
    entry_points=[Door("learned", "open", start_learned)],
    states={
        "tell": State(asks("learned.ask"), Said(took_learned, 120)),
        "where": State(ask_where, Tapped("want", chose_where), Tapped("own", a_want_of_its_own)),
    },
)
