"""A letter to an employer about a talk that was or should have been: a thank-you, a chaser, or "nobody called"."""

from __future__ import annotations

from telegram import Update

from bot.core import thanks
from bot.core.drafts import letter
from bot.core.letters import KINDS, kind_of
from bot.core.meant import Known, people
from bot.core.model import Answer, Interview, Job, Person
from bot.telegram.buttons import Button
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Door, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.common import people_of, short
from handlers.employers import chosen
from handlers.interview_screens import next_row

QUOTED = 80  # characters of a detail in a letter


async def start(update: Update, context: Context) -> str:
    """From a message such as "should I thank them?": its words say which letter, and perhaps to whom."""
    turn = context.turn
    said = employers.told(turn)
    employers.begin(turn, "letter", kind=kind_of(said), said=said[:QUOTED])
    return _next(turn)


async def start_chaser(update: Update, context: Context) -> str:
    """From a button that names the employer: words to ask where things stand."""
    turn = context.turn
    turn.begin("letter", "which", job=turn.arg if turn.work.get(Job, turn.arg) else "", kind="chaser", said="")
    return _next(turn)


def _next(turn: Turn) -> str:
    draft = turn.draft
    return "which" if not draft["job"] else "draft" if draft["kind"] else "kind"


def ask_kind(turn: Turn) -> Screen:
    buttons = tuple(Button(turn.t.label(f"letter.button_{kind}"), "kind", kind) for kind in KINDS)
    return Screen(turn.t("letter.kind"), (buttons[:2], buttons[2:]))


async def chose_kind(update: Update, context: Context) -> str | None:
    turn = context.turn
    return _took(turn, turn.arg) if turn.arg in KINDS else None


async def typed_kind(update: Update, context: Context) -> str | None:
    turn = context.turn
    found = kind_of(turn.said)
    if not found:
        turn.note(turn.t("common.odd_text"))
        return None
    return _took(turn, found)


def _took(turn: Turn, kind: str) -> str:
    turn.draft["kind"] = kind
    return "draft"


def show_draft(turn: Turn) -> Screen:
    """The words to copy; what is not known stays open in brackets."""
    t, draft = turn.t, turn.draft
    tone = draft.get("tone", turn.user.tone)
    other = "soft" if tone == "direct" else "direct"
    row = (Button(t.label("no.button_sent"), "sent"), Button(t.label(f"remind.button_{other}"), "tone", other))
    key = "letter.draft_detail" if draft["kind"] == "thanks" and not _detail(turn)[1] else "remind.copy"
    return Screen(t(key, words=_words(turn, tone)), (row,), sort="card")


def _words(turn: Turn, tone: str) -> str:
    job, talk = chosen(turn), _talk(turn)
    facts = {"clock": f"{talk.local:%H:%M}"} if talk else {}
    kind, detail = _detail(turn)
    facts |= {"detail": turn.t.label(f"remind.{kind}", words=short(detail, QUOTED))} if detail else {}
    met = people_of(turn, talk) if talk else [p for p in turn.work.all(Person) if p.job_id == job.id]
    named = people(turn.draft["said"], Known([], people=met))
    person = next((person for person in (*named, *met) if person.name), None)
    return letter(turn.content.drafts, turn.draft["kind"], tone, job, person, **facts)


def _talk(turn: Turn) -> Interview | None:
    """The last talk there that has begun."""
    rows = [i for i in turn.work.all(Interview) if i.job_id == turn.draft["job"] and i.start <= turn.now]
    rows = [i for i in rows if i.state != "cancelled"]
    return max(rows, key=lambda row: row.start, default=None)


def _detail(turn: Turn) -> tuple[str, str]:
    """What a thank-you can name: what was just typed, else what was told there."""
    talk, typed = _talk(turn), str(turn.draft.get("detail", ""))
    if typed or talk is None:
        return "detail", typed
    return thanks.detail(turn.work.all(Answer), talk, turn.content.acts)


async def took_detail(update: Update, context: Context) -> str | None:
    turn = context.turn
    if turn.draft["kind"] != "thanks":
        turn.note(turn.t("common.odd_text"))
        return None
    turn.draft["detail"] = turn.said.strip(" .")
    return "draft"


async def changed_tone(update: Update, context: Context) -> None:
    if context.turn.arg in ("soft", "direct"):
        context.turn.draft["tone"] = context.turn.arg


async def sent(update: Update, context: Context) -> str:
    """A thank-you that is out is not asked for again."""
    turn, talk = context.turn, _talk(context.turn)
    if talk is not None and turn.draft["kind"] == "thanks":
        talk.thanked = True
    turn.say("remind.sent", next_row(turn))
    return END


CONVERSATION = Conversation(
    "letter",
    entry_points=[Door("letter", "open", start), Door("letter", "chaser", start_chaser)],
    states={
        "which": employers.which("letter.which", _next),
        "kind": State(ask_kind, Tapped("kind", chose_kind), Said(typed_kind, 200)),
        "draft": State(show_draft, Tapped("sent", sent), Tapped("tone", changed_tone), Said(took_detail, 200)),
    },
)
