"""The check of how the bot speaks sees what is wrong; and a screen keeps what leads about in one row."""

from __future__ import annotations

from typing import Any

import pytest

from bot.telegram.buttons import Button, door
from bot.telegram.screen import Screen, keyboard, send_call
from bot.telegram.texts import Html
from tests.tone import faults

NEXT, UNDO, ANSWER = door("What's next", "next"), door("Undo", "undo"), door("Its page", "job", "open", "J")
STEP = (Button("‹ Back", "back"), Button("Skip", "skip"), Button("Stop", "stop"))


def said(text: str, *rows: tuple[Button, ...], sort: str = "turn") -> dict[str, Any]:
    return send_call(7, Screen(Html(text), rows, sort=sort), "signal", 3)


def answers(count: int) -> tuple[Button, ...]:
    return tuple(Button(f"Answer {n}", "kind", str(n)) for n in range(count))


@pytest.mark.parametrize(
    "call, fault",
    [
        (said("x" * 351), "351 characters"),
        (said("Who? What?"), "2 questions"),
        (said("Which?", answers(4)), "4 answers"),
        (said("Which?", (*answers(3), ANSWER)), "4 answers"),
        (said("Which?", answers(4), sort="menu"), "declared as menu"),
        (said("x" * 351, answers(4), sort="picker"), "351 characters"),
        ({**said("On?"), "reply_markup": {"inline_keyboard": [
            [{"text": "What's next", "callback_data": "d:next:open:"}], [{"text": "Stop", "callback_data": "s:3:signal:stop:"}],
        ]}}, "2 rows to move about"),
    ],
)  # fmt: skip
def test_a_fault_is_seen(call: dict[str, Any], fault: str) -> None:
    assert any(fault in found for found in faults(call)), faults(call)


@pytest.mark.parametrize(
    "call",
    [
        said("Which?", answers(3), STEP),
        said("Which?", answers(9), STEP, sort="picker"),
        said("x" * 900, answers(9), (ANSWER, NEXT), sort="report"),
        said("Ask it so: <i>Who? When?</i>", (ANSWER, UNDO), (NEXT,)),
        said("Go on?", answers(3), (door("Back to the offer", "dialog", "resume", "D"),), (NEXT,)),
    ],
)
def test_what_is_well_said_is_let_pass(call: dict[str, Any]) -> None:
    assert faults(call) == []


@pytest.mark.parametrize(
    "rows, labels",
    [
        (((ANSWER, UNDO), (NEXT,)), [["Its page"], ["Undo", "What's next"]]),
        (((UNDO,), (), (NEXT,)), [["Undo", "What's next"]]),
        (((ANSWER, NEXT),), [["Its page", "What's next"]]),
        (((door("‹ The job", "job"),), (ANSWER,), STEP), [["Its page"], ["‹ The job", "‹ Back", "Skip", "Stop"]]),
    ],
)
def test_what_leads_about_stands_together(rows: tuple[tuple[Button, ...], ...], labels: list[list[str]]) -> None:
    shown = keyboard(Screen(Html("x"), rows), "signal", 3)["inline_keyboard"]
    assert [[button["text"] for button in row] for row in shown] == labels
