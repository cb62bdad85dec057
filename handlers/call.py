"""The call may come: the offer-call card, what went badly said openly, and the condition that would make it fine."""

from __future__ import annotations

from telegram import Update

from bot.core import ledger
from bot.core.drafts import letter
from bot.core.model import Job, Person, Promise, Question
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Said, Tapped, leads_to
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, escape
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.asking import wording
from handlers.common import bullets, job_words
from handlers.employers import chosen
from handlers.interview_screens import next_row
from handlers.need import URGENT

SHOWN = 5


async def start(update: Update, context: Context) -> str:
    """The card, from a button or a command."""
    return _begin(context.turn, "card")


async def start_references(update: Update, context: Context) -> str:
    """ "They asked for references": the stage is noted, and the card comes at once."""
    turn = context.turn
    step = _begin(turn, "card")
    if turn.draft["job"]:
        _to_references(turn, chosen(turn))
    else:
        turn.draft["references"] = True
    return step


def _to_references(turn: Turn, job: Job) -> None:
    if job.stage in ("applied", "interviewing"):
        job.stage = "references"
        turn.note(turn.t("call.references"))


async def start_bad(update: Update, context: Context) -> str:
    """What went badly: kept, and turned into the words with which the call can begin."""
    return _begin(context.turn, "bad")


def _begin(turn: Turn, step: str) -> str:
    return step if employers.begin(turn, "call", then=step) else "which"


def _chosen(turn: Turn) -> str:
    if turn.draft.pop("references", False):
        _to_references(turn, chosen(turn))
    return str(turn.draft.get("then", "card"))


# -- the card ---------------------------------------------------------------------------------------------------


def show_card(turn: Turn) -> Screen:
    """Thank, in writing, by when, and what is open: at the offer there is no limit, only an order; five are shown."""
    t, job = turn.t, chosen(turn)
    rows = ledger.still_to_ask(turn.work.all(Question), job.id)[:SHOWN]
    words = t("call.card_ask", questions=bullets(wording(turn, row) for row in rows)) if rows else Html("")
    weak = weak_line(turn, job)
    begin = t("call.card_weak", line=weak) if weak else Html("")
    wait = t("call.wait_need", need=job.need) if job.need >= URGENT else t("call.wait")
    text = t("call.card", job=job_words(turn, job), begin=begin, ask=words, wait=wait)
    row = (Button(t.label("call.button_writing"), "writing"), Button(t.label("call.button_bad"), "bad"))
    return Screen(text, (row, (Button(t.label("button.done"), "done"),)), sort="card")


def weak_line(turn: Turn, job: Job) -> str:
    """What speaks for the user first: they know the gaps and still go on. Empty where nothing went badly."""
    weak = [line for line in job.weak.splitlines() if line]
    if not weak:
        return ""
    key = "call.weak_line_references" if job.stage == "references" else "call.weak_line"
    return turn.t.label(key, weak=_and(weak[-3:]))


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


async def writing(update: Update, context: Context) -> str:
    turn = context.turn
    turn.show(in_writing(turn, chosen(turn)))
    return END


def in_writing(turn: Turn, job: Job) -> Screen:
    """The words that ask for the offer in writing."""
    people = [p for p in turn.work.all(Person) if p.job_id == job.id and p.audience in ("R", "H", "M")]
    words = letter(turn.content.drafts, "in_writing", turn.user.tone, job, people[0] if people else None)
    return Screen(turn.t("call.writing", words=escape(words)), (next_row(turn),), sort="card")


async def done(update: Update, context: Context) -> str:
    turn = context.turn
    turn.say("remind.done", (door(turn.t.label("jobs.button_job"), "job", "open", chosen(turn).id),), next_row(turn))
    return END


# -- what went badly --------------------------------------------------------------------------------------------


async def took_bad(update: Update, context: Context) -> str:
    """Kept with the job; saying it anew adds nothing twice."""
    turn = context.turn
    lines = [line.strip(" -•.") for line in turn.said.splitlines() if line.strip(" -•.")]
    job = chosen(turn)
    job.weak = "\n".join(dict.fromkeys([*job.weak.splitlines(), *lines]))
    turn.draft["bad"] = lines
    turn.note(turn.t("call.bad_kept"))
    return "used"


def ask_used(turn: Turn) -> Screen:
    label = turn.t.label
    return Screen(
        turn.t("call.used_ask"),
        ((Button(label("call.button_used"), "used"), Button(label("call.button_not_used"), "not_used")),),
    )


async def used(update: Update, context: Context) -> str:
    """Why me, and what comes after the hand-over: two questions, kept once."""
    turn, job = context.turn, chosen(context.turn)
    what = _and(turn.draft.get("bad", [])[-1:] or ["that"])
    for text in (turn.t.label("call.why_me"), turn.t.label("call.after", what=what)):
        if not any(q.text == text and q.job_id == job.id for q in turn.work.all(Question)):
            turn.work.add(Question(job_id=job.id, text=text, origin="worry", audience="M", created_at=turn.now))
    return "fine"


async def took_fine(update: Update, context: Context) -> str:
    """ "Fine if ...": a condition, to be confirmed in writing."""
    turn = context.turn
    words = turn.said.strip(" .").removeprefix("if ").removeprefix("If ")
    known = turn.work.get(Promise, turn.draft.get("promise", ""))
    promise = known or turn.work.add(Promise(job_id=chosen(turn).id, sort="condition", created_at=turn.now))
    promise.words, turn.draft["promise"] = words, promise.id
    turn.note(turn.t("call.fine_kept", words=words))
    return "card"


CONVERSATION = Conversation(
    "call",
    entry_points=[
        Command(("call", "offercall"), start),
        Door("call", "open", start),
        Door("call", "references", start_references),
        Door("call", "bad", start_bad),
    ],
    states={
        "which": employers.which("call.which", _chosen),
        "card": State(show_card, Tapped("writing", writing), Tapped("bad", leads_to("bad")), Tapped("done", done)),
        "bad": State(asks("call.bad_ask"), Said(took_bad, 500)),
        "used": State(ask_used, Tapped("used", used), Tapped("not_used", leads_to("card"))),
        "fine": State(asks("call.fine_ask"), Said(took_fine, 200), Tapped("skip", leads_to("card"))),
    },
)
