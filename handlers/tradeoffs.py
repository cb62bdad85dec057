"""Eight pairs of good things, one tap each: which goes first. What follows is shown, and kept only then."""

from __future__ import annotations

from telegram import Update

from bot.core import wants
from bot.core.model import Priority
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Door, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from content import Side, Tradeoff
from handlers.common import numbered
from handlers.interview_screens import next_row
from handlers.want import changed, want_name

SIDES = ("first", "second", "either")


async def start(update: Update, context: Context) -> str:
    context.turn.begin("pairs", "pair", chosen={}, at=0)
    return "pair"


def _pairs(turn: Turn) -> list[Tradeoff]:
    return list(turn.content.tradeoffs.values())


def _at(turn: Turn) -> int:
    return max(0, min(int(turn.draft.get("at", 0)), len(_pairs(turn)) - 1))


def ask(turn: Turn) -> Screen:
    """One pair; a choice that was made already is marked."""
    pairs, at = _pairs(turn), _at(turn)
    pair, label = pairs[at], turn.t.label
    made = turn.draft["chosen"].get(pair.id, "")
    names = {"first": pair.first.label, "second": pair.second.label, "either": label("pairs.either")}
    # The button names its pair: a tap on an older drawing answers that one, never the next.
    first, second, either = (
        Button(f"• {names[side]}" if made == side else names[side], "take", f"{pair.id}.{side}") for side in SIDES
    )
    text = turn.t("pairs.ask", number=at + 1, count=len(pairs), question=pair.ask)
    return Screen(text, ((first, second), (either,)))


async def took(update: Update, context: Context) -> str | None:
    turn = context.turn
    id, _, side = turn.arg.partition(".")
    ids = [pair.id for pair in _pairs(turn)]
    if id not in ids or side not in SIDES:
        return None
    turn.draft["chosen"] = {**turn.draft["chosen"], id: side}
    return _go(turn, ids.index(id) + 1)


async def skipped(update: Update, context: Context) -> str | None:
    return _go(context.turn, _at(context.turn) + 1)


def _go(turn: Turn, at: int) -> str | None:
    """The next pair is the same step, so that a tap on an older drawing still counts for its own pair."""
    turn.draft["at"] = at
    if at >= len(_pairs(turn)):
        return "result"
    if turn.dialog is not None:
        before = tuple(step for step in turn.dialog.trail if step != "pair")
        turn.dialog.trail = (*before, *["pair"] * at)[-20:]
    return None


async def back(update: Update, context: Context) -> None:
    """To the pair before this one, or to where he came from."""
    turn = context.turn
    if turn.dialog is not None and turn.dialog.trail:
        turn.dialog.step, turn.dialog.trail = turn.dialog.trail[-1], turn.dialog.trail[:-1]
        if turn.dialog.step == "pair":
            turn.draft["at"] = _at(turn) - 1


# -- what follows -----------------------------------------------------------------------------------------------


def _weighed(turn: Turn) -> list[Priority]:
    made = turn.draft["chosen"]
    chosen = [(pair, made.get(pair.id)) for pair in _pairs(turn)]
    return wants.weighed(turn.work.all(Priority), [_sides(pair, side) for pair, side in chosen if side in SIDES[:2]])


def _sides(pair: Tradeoff, side: str | None) -> tuple[Side, Side]:
    return (pair.first, pair.second) if side == "first" else (pair.second, pair.first)


def show_result(turn: Turn) -> Screen:
    """The order that the choices make, beside the one there was; nothing is kept before a tap."""
    label = turn.t.label
    rows = _weighed(turn)
    old = {want.id: want.rank for want in turn.work.all(Priority)}
    lines = numbered(
        turn.t(f"pairs.line_{_move(want, old)}", name=want_name(turn, want), was=old.get(want.id, 0)) for want in rows
    )
    row = (Button(label("pairs.button_keep"), "keep"), Button(label("pairs.button_again"), "again"))
    return Screen(turn.t("pairs.result" if rows else "pairs.nothing", list=lines), (row,), sort="report")


def _move(want: Priority, old: dict[str, int]) -> str:
    if want.id not in old:
        return "new"
    return "same" if old[want.id] == want.rank else "moved"


async def again(update: Update, context: Context) -> str:
    context.turn.draft["at"] = 0
    return "pair"


async def kept(update: Update, context: Context) -> str:
    turn = context.turn
    turn.user.weighed = tuple(f"{id}:{side}" for id, side in turn.draft["chosen"].items())
    for want in _weighed(turn):
        known = turn.work.get(Priority, want.id) if want.id else None
        row = known or turn.work.add(Priority(topic=want.topic, created_at=turn.now))
        row.words, row.rank, row.level, row.direction = want.words, want.rank, want.level, want.direction
        changed(turn, row)
    turn.say("pairs.kept", (door(turn.t.label("priorities.button_all"), "priorities"),), next_row(turn))
    return END


CONVERSATION = Conversation(
    "pairs",
    entry_points=[Door("pairs", "open", start)],
    states={
        "pair": State(ask, Tapped("take", took), Tapped("back", back), Tapped("skip", skipped), lenient=True),
        "result": State(show_result, Tapped("keep", kept), Tapped("again", again)),
    },
)
