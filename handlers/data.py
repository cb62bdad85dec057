"""/privacy, /export and /delete: who can read what, a copy of it, and the end of it."""

from __future__ import annotations

import json

from telegram import Update

from bot.core import export
from bot.core.model import RECORDS, Dialog, Entry, Fit, SkillFit, Undo
from bot.core.record import Record
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Command, Door, Handler, Said, Tapped
from bot.telegram.screen import Document, Screen
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers.common import yes_or_no
from handlers.interview_screens import next_row

MARKS = (Entry, Fit, SkillFit, Undo)  # small things that hang on others: removed with them, and not counted
NO_DRAFTS = ("delete", "settings")  # conversations in which nothing of the user's is half typed


# -- /privacy ---------------------------------------------------------------------------------------------------


def handlers(operator_name: str, operator_contact: str) -> list[Handler]:
    """/privacy and /export with their doors; ``operator_*`` (may be empty) say who runs this bot."""

    async def privacy(update: Update, context: Context) -> None:
        turn, label = context.turn, context.turn.t.label
        who = turn.t(_who(operator_name, operator_contact), name=operator_name, contact=operator_contact)
        row = (door(label("privacy.button_export"), "export"), door(label("privacy.button_delete"), "delete"))
        rows = () if turn.discard else (row, next_row(turn), turn.way_back())  # a stranger may read it, no more
        turn.say("privacy.text", *rows, sort="report", who=who)

    return [
        Command("privacy", privacy),
        Door("privacy", "open", privacy),
        Command("export", send_export),
        Door("export", "open", send_export),
    ]


def _who(name: str, contact: str) -> str:
    if name:
        return "privacy.who" if contact else "privacy.who_name"
    return "privacy.who_contact" if contact else "privacy.who_nobody"


# -- /export ----------------------------------------------------------------------------------------------------


def _records(turn: Turn) -> list[Record]:
    return [record for kind in RECORDS for record in turn.work.all(kind)]


async def send_export(update: Update, context: Context) -> None:
    """Two files in one go: everything for programs, and the same to read."""
    turn, records = context.turn, _records(context.turn)
    data = export.as_data(turn.user, records, turn.content, turn.now)
    text = export.as_text(turn.user, records, turn.content, turn.now, turn.t.label)
    name = f"two-way-street-{data['exported_at'][:10]}"
    packed = json.dumps(data, ensure_ascii=False, indent=2).encode()
    turn.show(Screen(turn.t("export.caption_data"), document=Document(f"{name}.json", packed)))
    rows = (turn.way_back(), next_row(turn))
    turn.show(Screen(turn.t("export.caption_text"), rows, document=Document(f"{name}.txt", text.encode())))


# -- /delete ----------------------------------------------------------------------------------------------------


def _what(turn: Turn) -> Html:
    """What is there, counted: "2 interviews, 1 employer and your settings"."""
    counts = []
    for kind in RECORDS:
        rows = [row for row in turn.work.all(kind) if not (isinstance(row, Dialog) and row.flow in NO_DRAFTS)]
        if rows and kind not in MARKS:
            key = f"delete.{'one' if len(rows) == 1 else 'many'}_{kind.__name__.lower()}"
            counts.append(turn.t.label(key, count=len(rows)))
    return turn.t("delete.and_settings", counts=", ".join(counts)) if counts else turn.t("delete.settings_only")


async def start(update: Update, context: Context) -> str:
    """The one screen; text after the command is no yes, since the screen was not seen yet."""
    context.turn.begin("delete", "ask")
    return "ask"


def _after(turn: Turn) -> str:
    """What it means for coming back, where that is not open to everybody."""
    if turn.owner and turn.user.role:
        return turn.t.label("delete.after_owner")
    return turn.t.label("delete.after_invited") if turn.by_invitation else ""


def ask(turn: Turn) -> Screen:
    label = turn.t.label
    return Screen(
        turn.t("delete.ask", what=_what(turn), after=_after(turn)),
        (
            (door(label("delete.button_export"), "export"),),
            (Button(label("delete.button_yes"), "yes"), Button(label("delete.button_keep"), "keep")),
        ),
    )


async def confirmed(update: Update, context: Context) -> str:
    """Everything goes with this turn's commit; in memory too, so that no button leads back to it."""
    turn = context.turn
    what = _what(turn)
    turn.erase = True
    for record in _records(turn):
        turn.work.remove(record)
    if turn.by_invitation:
        turn.say("delete.done_invited", sort="report", what=what)
    else:
        turn.say("delete.done", (door(turn.t.label("delete.button_start"), "start"),), sort="report", what=what)
    return END


async def kept(update: Update, context: Context) -> str:
    context.turn.say("delete.kept", next_row(context.turn))
    return END


async def answered(update: Update, context: Context) -> str | None:
    """A typed yes or no; anything else is neither, since a yes cannot be taken back."""
    said = yes_or_no(context.turn.said)
    if said is not None:
        return await (confirmed if said else kept)(update, context)
    context.turn.note(context.turn.t("delete.unclear"))
    return None


CONVERSATION = Conversation(
    "delete",
    entry_points=[Command("delete", start), Door("delete", "open", start)],
    states={"ask": State(ask, Tapped("yes", confirmed), Tapped("keep", kept), Said(answered))},
)
