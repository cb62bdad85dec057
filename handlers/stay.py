"""/stay: some of what the user wants, the present boss may grant. An outline, a day, and the reply."""

from __future__ import annotations

from telegram import Update

from bot.core.days import day_of
from bot.core.drafts import on
from bot.core.model import Priority, Wish
from bot.core.patterns import any_of
from bot.core.route import flat
from bot.core.wants import wish
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers.about import gone
from handlers.common import numbered, short
from handlers.interview_screens import next_row
from handlers.want import want_name

SHOWN = 6
_REPLIED = any_of(r"""
    (?:asked|told|spoke (?:to|with)|talked (?:to|with)|had the talk with) my (?:own |present |current )?(?:boss|manager|
    chief|head|supervisor|lead)
    my (?:own |present |current )?(?:boss|manager|chief|head|supervisor|lead) (?:\w+ )?(?:said|says|answered|agreed|
    refused|will think|promised|gave)
    (?:talk|answer|reply) (?:with|from|of) my (?:boss|manager|chief)
""")


async def start(update: Update, context: Context) -> str:
    """/stay: what was asked for, or a new wish; text after the command is the wish."""
    turn = context.turn
    said = turn.said if turn.event.kind in ("text", "command") else ""
    said = "" if _REPLIED.search(flat(said)) else said  # their answer is no wish
    if not said and turn.event.kind == "command" and turn.work.all(Wish):
        show_list(turn)
        return END
    turn.begin("stay", "want", want=wish(said)[:120])
    return "suggest" if said else "want"


def ask_want(turn: Turn) -> Screen:
    wants = sorted(turn.work.all(Priority), key=lambda want: want.rank or 99)[:SHOWN]
    buttons = [Button(want_name(turn, want)[:40], "want", want.id) for want in wants]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Screen(turn.t("stay.want"), rows, sort="picker")


async def chose_want(update: Update, context: Context) -> str | None:
    turn = context.turn
    want = turn.work.get(Priority, turn.arg)
    if want is None:
        return None
    turn.draft["priority"], turn.draft["want"] = want.id, want_name(turn, want)
    return "suggest"


async def took_want(update: Update, context: Context) -> str:
    turn = context.turn
    turn.draft["priority"], turn.draft["want"] = "", wish(turn.said)
    return "suggest"


async def took_suggest(update: Update, context: Context) -> str:
    """The wish is kept here, one for this talk: saying it anew corrects it."""
    turn, draft = context.turn, context.turn.draft
    wish = turn.work.get(Wish, draft.get("wish", ""))
    if wish is None:
        wish = turn.work.add(Wish(priority_id="", created_at=turn.now))
        draft["wish"] = wish.id
    wish.priority_id, draft["suggest"] = draft.get("priority", ""), turn.said.rstrip(" .")
    wish.outline = f"{draft['want']}: {draft['suggest']}"
    return "outline"


def show_outline(turn: Turn) -> Screen:
    draft = turn.draft
    want = turn.work.get(Priority, draft.get("priority", ""))
    because = turn.t("stay.outline_because", because=want.because) if want and want.because else Html("")
    text = turn.t("stay.outline", want=draft["want"], because=because, suggest=draft.get("suggest", ""))
    return Screen(text, sort="card")


async def took_day(update: Update, context: Context) -> str | None:
    turn = context.turn
    day, wish = day_of(turn.said, turn.now, turn.zone), turn.work.get(Wish, turn.draft.get("wish", ""))
    if day is None or wish is None:
        turn.note(turn.t("stay.day_unclear"))
        return None
    wish.talk_on = day
    turn.say("stay.kept", next_row(turn), day=on(day))
    return END


async def skip_day(update: Update, context: Context) -> str:
    context.turn.say("stay.kept_open", next_row(context.turn))
    return END


# -- what they said ---------------------------------------------------------------------------------------------


async def start_asked(update: Update, context: Context) -> str:
    turn = context.turn
    wish = turn.work.get(Wish, turn.arg)
    if wish is None:
        gone(turn, Wish)
        return END
    wish.state = "asked" if wish.state == "open" else wish.state
    turn.begin("stay", "reply", wish=wish.id)
    return "reply"


async def took_reply(update: Update, context: Context) -> str:
    turn = context.turn
    wish = turn.work.get(Wish, turn.draft.get("wish", ""))
    if wish is not None:
        wish.reply, wish.state = turn.said, "answered"
    turn.say("stay.replied", next_row(turn), reply=short(turn.said, 160))
    return END


def replied(turn: Turn) -> Wish | None:
    """The wish that a message tells the present boss's answer to; None where it tells of no such thing."""
    waiting = [wish for wish in turn.work.all(Wish) if wish.state in ("open", "asked")]
    return waiting[-1] if waiting and _REPLIED.search(flat(turn.said)) else None


async def start_replied(update: Update, context: Context) -> None:
    """Keeps it in the user's words."""
    turn = context.turn
    wish = replied(turn)
    if wish is not None:
        wish.reply, wish.state = turn.said[:500], "answered"
        row = (*next_row(turn), undo.button(turn))
        turn.say("stay.replied_to", row, wish=short(wish.outline, 100), reply=short(turn.said, 160))


def show_list(turn: Turn) -> None:
    rows = turn.work.all(Wish)[-SHOWN:]
    lines = [
        turn.t(
            "stay.line",
            wish=wish.outline,
            day=turn.t("stay.line_day", day=on(wish.talk_on)) if wish.talk_on else Html(""),
            reply=turn.t("stay.line_reply", reply=wish.reply) if wish.reply else Html(""),
        )
        for wish in rows
    ]
    label = turn.t.label
    asked = [door(f"{label('stay.button_reply')}: {n}", "stay", "asked", wish.id) for n, wish in enumerate(rows, 1)]
    asked += [door(f"{label('day.button_talk')}: {n}", "day", "talk", w.id) for n, w in enumerate(rows, 1) if w.talk_on]
    doors = tuple(tuple(asked[i : i + 2]) for i in range(0, len(asked), 2))
    new = (door(label("stay.button_new"), "stay"),)
    turn.show(Screen(turn.t("stay.list", wishes=numbered(lines)), (*doors, new, next_row(turn)), sort="report"))


CONVERSATION = Conversation(
    "stay",
    entry_points=[Command("stay", start), Door("stay", "open", start), Door("stay", "asked", start_asked)],
    states={
        "want": State(ask_want, Said(took_want, 120), Tapped("want", chose_want)),
        "suggest": State(asks("stay.suggest"), Said(took_suggest, 200)),
        "outline": State(show_outline, Said(took_day, 80), Tapped("skip", skip_day)),
        "reply": State(asks("stay.asked"), Said(took_reply, 500)),
    },
)
