"""/no: the right to say no, at any stage. Reasons are kept for the user alone; the letter names none of them."""

from __future__ import annotations

from telegram import Update

from bot.core.drafts import letter
from bot.core.model import Decision, Person, Priority
from bot.telegram.buttons import Button
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Said, Tapped, leads_to
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.common import job_words
from handlers.employers import chosen
from handlers.interview_decisions import put_away
from handlers.interview_screens import next_row

SHOWN = 4


async def start(update: Update, context: Context) -> str:
    """/no, with or without words after it: they are the reason."""
    turn = context.turn
    said, job = employers.told(turn), employers.first(turn)
    turn.begin("no", "which", job=job.id if job else "", reasons=[said] if said else [])
    return _next(turn)


def _next(turn: Turn) -> str:
    if not turn.draft["job"]:
        return "which"
    return "how" if turn.draft["reasons"] else "why"


# -- why --------------------------------------------------------------------------------------------------------


def ask_why(turn: Turn) -> Screen:
    """The user's own wants as reasons; a letter never names them."""
    wants = sorted(turn.work.all(Priority), key=lambda want: want.rank or 99)[:SHOWN]
    names = [_name(turn, want) for want in wants]
    reasons = turn.draft["reasons"]
    ticks = [
        Button(f"{'☑' if name in reasons else '☐'} {name}"[:40], "untick" if name in reasons else "tick", want.id)
        for name, want in zip(names, wants, strict=True)
    ]
    rows = tuple(tuple(ticks[i : i + 2]) for i in range(0, len(ticks), 2))
    go_on = ((Button(turn.t.label("debrief.next"), "next"),),) if reasons else ()
    text = turn.t("no.why" if wants else "no.why_bare", job=job_words(turn, chosen(turn)))
    return Screen(text, (*rows, *go_on), sort="picker")


def _name(turn: Turn, want: Priority) -> str:
    known = turn.content.priorities.get(want.topic)
    return want.words or (known.name if known else want.topic)


async def tick(update: Update, context: Context) -> None:
    turn = context.turn
    want = turn.work.get(Priority, turn.arg)
    if want is not None and _name(turn, want) not in turn.draft["reasons"]:
        turn.draft["reasons"] = [*turn.draft["reasons"], _name(turn, want)]


async def untick(update: Update, context: Context) -> None:
    turn = context.turn
    want = turn.work.get(Priority, turn.arg)
    if want is not None:
        turn.draft["reasons"] = [reason for reason in turn.draft["reasons"] if reason != _name(turn, want)]


async def took_why(update: Update, context: Context) -> str:
    turn = context.turn
    turn.draft["reasons"] = [*turn.draft["reasons"], turn.said]
    return "how"


# -- how --------------------------------------------------------------------------------------------------------


def ask_how(turn: Turn) -> Screen:
    label = turn.t.label
    row = (Button(label("no.button_no"), "decline"), Button(label("no.button_not_yet"), "not_yet"))
    return Screen(turn.t("no.how" if turn.draft["reasons"] else "no.how_bare"), (row,))


def _decided(turn: Turn, kind: str) -> None:
    """One decision a talk: whoever goes back and chooses otherwise changes it."""
    decision = turn.work.get(Decision, turn.draft.get("decision", ""))
    if decision is None:
        decision = turn.work.add(Decision(job_id=chosen(turn).id, kind=kind, created_at=turn.now))
        turn.draft["decision"] = decision.id
    decision.kind, decision.reasons = kind, "\n".join(turn.draft["reasons"])


async def decline(update: Update, context: Context) -> str:
    _decided(context.turn, "no")
    return "draft"


async def not_yet(update: Update, context: Context) -> str:
    _decided(context.turn, "not_yet")
    return "missing"


async def took_missing(update: Update, context: Context) -> str:
    turn = context.turn
    turn.draft["missing"] = turn.said.rstrip(" .!")
    return "draft"


def show_draft(turn: Turn) -> Screen:
    t, draft, job = turn.t, turn.draft, chosen(turn)
    tone = draft.get("tone", turn.user.tone)
    missing = draft.get("missing", "")
    people = [p for p in turn.work.all(Person) if p.job_id == job.id]
    early = "" if job.stage == "offer" else "_early"
    name = f"not_yet{early}" if missing else "decline"
    words = letter(turn.content.drafts, name, tone, job, people[0] if people else None, missing=missing)
    other = "soft" if tone == "direct" else "direct"
    change = Button(t.label("no.button_longer" if other == "soft" else "no.button_shorter"), "tone", other)
    key = "no.draft_not_yet" if missing else "no.draft"
    text = t(key, words=words, job=job_words(turn, job))
    return Screen(text, ((Button(t.label("no.button_sent"), "sent"), change),), sort="card")


async def changed_tone(update: Update, context: Context) -> None:
    if context.turn.arg in ("soft", "direct"):
        context.turn.draft["tone"] = context.turn.arg


async def sent(update: Update, context: Context) -> str:
    """A no that is out closes the job: its reminders stop, what was learned stays."""
    turn, job = context.turn, chosen(context.turn)
    if turn.draft.get("missing"):
        turn.say("remind.sent", next_row(turn))
        return END
    job.stage = "declined" if job.stage == "offer" else "withdrawn"
    put_away(turn, job)
    turn.say("no.sent", next_row(turn), job=job_words(turn, job))
    return END


CONVERSATION = Conversation(
    "no",
    entry_points=[Command("no", start), Door("no", "open", start)],
    states={
        "which": employers.which("no.which", _next),
        "why": State(
            ask_why,
            Said(took_why, 1000),
            Tapped("tick", tick),
            Tapped("untick", untick),
            Tapped("next", leads_to("how")),
            Tapped("skip", leads_to("how")),
            lenient=True,
        ),
        "how": State(ask_how, Tapped("decline", decline), Tapped("not_yet", not_yet)),
        "missing": State(asks("no.missing"), Said(took_missing, 200)),
        "draft": State(show_draft, Tapped("sent", sent), Tapped("tone", changed_tone)),
    },
)
