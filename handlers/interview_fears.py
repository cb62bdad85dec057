"""One message with two things in it: the interview comes onto its card, and what is feared becomes questions after
that."""

from __future__ import annotations

import dataclasses

from bot.core import route, worries
from bot.core.lines import read_line, understood
from bot.core.lines.beside import offered
from bot.core.lines.fears import apart
from bot.telegram import undo
from bot.telegram.turn import Turn
from handlers import interview_draft as drafts
from handlers import worry


def tells_both(turn: Turn) -> bool:
    """Whether the message tells of an interview with its employer and its time, and of a fear beside it."""
    line, feared = apart(turn.said, understood(turn.said, turn.now, turn.zone).spans)
    if not feared:
        return False
    reading = understood(line, turn.now, turn.zone)
    told = read_line(line, reading.spans)
    plainly = told.sure or route.intents(line)[0] == "add_interview"
    timed = ("instant", "ask") if _apart(turn)[1] else ("instant",)
    return reading.kind in timed and bool(told.employer) and plainly


def offer_beside(turn: Turn) -> str:
    """What a message tells of an offer beside an interview with another employer; "" where it does not."""
    reading = understood(turn.said, turn.now, turn.zone)
    clause = offered(turn.said, reading.spans)
    return clause if clause and read_line(turn.said, reading.spans).employer else ""


def take_line(turn: Turn) -> None:
    """Reads the message into the draft; a fear in it waits there until the card is saved."""
    line, feared = _apart(turn)
    drafts.take_first(turn, line)
    if feared:
        turn.draft["feared"] = feared


def follow(turn: Turn, feared: str) -> None:
    """Under the saved card the questions behind the fear; the undo stands at the card."""
    screen, flow, number = turn.screens[-1]
    rows = (*screen.rows[:-1], (*screen.rows[-1], undo.button(turn)))
    turn.screens[-1] = (dataclasses.replace(screen, rows=rows), flow, number)
    turn.begin(worry.CONVERSATION.name, "tell")
    worry.CONVERSATION.enter(turn, worry.take(turn, feared))


def _apart(turn: Turn) -> tuple[str, str]:
    """The line and what is feared; the whole message and "" where no question could come of the fear."""
    line, feared = apart(turn.said, understood(turn.said, turn.now, turn.zone).spans)
    usable = feared and worries.pick(worries.split(feared, turn.content), turn.content)
    return (line, feared) if usable else (turn.said, "")
