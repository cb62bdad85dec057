"""/priorities: three picks and one because, in under a minute."""

from __future__ import annotations

import re
from typing import Any

from telegram import Update

from bot.core.model import Priority
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Command, Conversation, Door, Said, State, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, escape
from bot.telegram.turn import Context, Turn
from handlers.common import numbered, upcoming
from handlers.interview_screens import next_row

MOST = 3
OWN = "own"  # a pick in own words: ["own", words]; else [topic, ""]


async def start(update: Update, context: Context) -> str:
    """/priorities; text after the command is taken as own words."""
    turn = context.turn
    turn.begin("priorities", "pick", picks=picks_of(turn))
    if turn.said and turn.event.kind != "tap":
        return await typed(update, context) or "pick"
    return "pick"


def picks_of(turn: Turn) -> list[list[str]]:
    """What is kept already, in order."""
    rows = sorted(turn.work.all(Priority), key=lambda p: p.rank)
    return [[OWN, p.words] if p.topic == "OWN" else [p.topic, ""] for p in rows]


def name(turn: Turn, pick: list[str]) -> str:
    return pick[1] if pick[0] == OWN else turn.content.priorities[pick[0]].name


def ask(turn: Turn) -> Screen:
    picks = turn.draft["picks"]
    places = {pick[0]: number for number, pick in enumerate(picks, 1) if pick[0] != OWN}
    buttons = []
    for topic in turn.content.priorities.values():
        place = places.get(topic.id)
        # The button says what to set, not what to flip: a double tap does no harm.
        buttons.append(
            Button(f"{place} · {topic.name}" if place else topic.name, "take_out" if place else "pick", topic.id)
        )
    buttons += [
        Button(f"{number} · {pick[1]}"[:40], "take_out", f"own{number}")
        for number, pick in enumerate(picks, 1)
        if pick[0] == OWN
    ]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    done = (Button(turn.t.label("priorities.done"), "done"),) if picks else ()
    listed = numbered(name(turn, pick) for pick in picks)
    text = turn.t("priorities.ask_again", list=listed) if picks else turn.t("priorities.ask")
    return Screen(text, (*rows, done))


def _add(turn: Turn, pick: list[str]) -> bool:
    picks = turn.draft["picks"]
    if pick in picks:
        return True
    if len(picks) >= MOST:
        turn.note(turn.t("priorities.too_many"))
        return False
    turn.draft["picks"] = [*picks, pick]
    keep_picks(turn, turn.draft["picks"], "")  # counts at once, even if the rest is never answered
    return True


async def picked(update: Update, context: Context) -> str | None:
    turn = context.turn
    if turn.arg not in turn.content.priorities:
        return None
    new = [turn.arg, ""] not in turn.draft["picks"]
    _add(turn, [turn.arg, ""])
    return "because" if new and len(turn.draft["picks"]) == MOST else None


async def taken_out(update: Update, context: Context) -> None:
    turn = context.turn
    numbered_picks = enumerate(turn.draft["picks"], 1)
    turn.draft["picks"] = [pick for n, pick in numbered_picks if turn.arg not in (pick[0], f"own{n}")]
    keep_picks(turn, turn.draft["picks"], "")


async def typed(update: Update, context: Context) -> str | None:
    """Own words, several at once too; where they name one of the sixteen, that one is meant."""
    turn = context.turn
    added = False
    for part in re.split(r"\s*[,;\n]\s*(?:and\s+)?", turn.said):
        words = part.strip(" .!")
        topic = next(
            (p for p in turn.content.priorities.values() if words.casefold() in (p.name.casefold(), *p.hears)), None
        )
        added = bool(words) and _add(turn, [topic.id, ""] if topic else [OWN, words])
    return "because" if added and len(turn.draft["picks"]) == MOST else None


async def done(update: Update, context: Context) -> str | None:
    turn = context.turn
    if not turn.draft["picks"]:
        turn.note(turn.t("priorities.nothing"))
        return None
    return "because"


def ask_because(turn: Turn) -> Screen:
    first = turn.draft["picks"][0]
    if first[0] == OWN:
        return Screen(turn.t("priorities.because_own", words=first[1]))
    topic = turn.content.priorities[first[0]]
    return Screen(turn.t("priorities.because", name=topic.name, question=topic.because))


async def because(update: Update, context: Context) -> str:
    turn = context.turn
    said = turn.said
    turn.draft["because"] = said[8:] if said.casefold().startswith("because ") else said
    return _save(turn)


async def skipped(update: Update, context: Context) -> str:
    return _save(context.turn)


def _save(turn: Turn) -> str:
    keep_picks(turn, turn.draft["picks"], turn.draft.get("because", ""))
    turn.finish()
    rows = sorted(turn.work.all(Priority), key=lambda p: p.rank)
    coming = upcoming(turn)
    label = turn.t.label
    way = (
        door(label("priorities.button_prepare"), "prepare", "open", coming[0].id)
        if coming
        else door(label("priorities.button_interview"), "interview", "new")
    )
    turn.say(
        "priorities.saved",
        (way, door(label("priorities.button_change"), "priorities")),
        next_row(turn),
        list=numbered(_line(turn, row) for row in rows),
    )
    return END


def _line(turn: Turn, row: Priority) -> Html:
    what = row.words if row.topic == "OWN" else turn.content.priorities[row.topic].name
    return turn.t("priorities.line_because", name=what, because=row.because) if row.because else escape(what)


def keep_picks(turn: Turn, picks: list[Any], because: str) -> None:
    """Writes the picks as records; what was known of a topic that stays (its because) stays."""
    known = {(p.topic, p.words if p.topic == "OWN" else ""): p for p in turn.work.all(Priority)}
    for rank, (topic, words) in enumerate(picks, 1):
        key = ("OWN" if topic == OWN else topic, words)
        row = known.pop(key, None) or turn.work.add(Priority(topic=key[0], words=words, created_at=turn.now))
        row.rank = rank
        if rank == 1 and because:
            row.because = because
    for row in known.values():
        turn.work.remove(row)


CONVERSATION = Conversation(
    "priorities",
    entry_points=[Command("priorities", start), Door("priorities", "open", start)],
    states={
        "pick": State(
            ask,
            Tapped("pick", picked),
            Tapped("take_out", taken_out),
            Tapped("done", done),
            Said(typed, 120),
            lenient=True,
        ),
        "because": State(ask_because, Said(because, 300), Tapped("skip", skipped)),
    },
)
