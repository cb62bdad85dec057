"""How a line begins, and who owns a title: neither a greeting nor "conversation" is an employer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core import when
from bot.core.lines import Line, read_line

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)  # a Monday


def read(text: str) -> Line:
    return read_line(text, when.understand(text, NOW, "Europe/Berlin").spans)


@pytest.mark.parametrize(
    "text, employer",
    [
        ("hallo, i have a call with Donau Parcel", "Donau Parcel"),
        ("moin, a call with Donau Parcel on thursday 10am", "Donau Parcel"),
        ("Having a conversation on Friday 10am with the CEO of Brightwater", "Brightwater"),
        ("hi there, a conversation with Brightwater on Friday at 10am", "Brightwater"),
        ("a second one", ""),
        ("the second is at Hillview, friday 2pm", "Hillview"),
    ],
)
def test_the_employer(text: str, employer: str) -> None:
    assert read(text).employer == employer


def test_the_ceo_is_somebody_met() -> None:
    line = read("Having a conversation on Friday 10am with the CEO of Brightwater")
    assert [(one.title, one.audience) for one in line.people] == [("CEO", "X")]
    assert line.sure


@pytest.mark.parametrize(
    "text, round",
    [("a second one at Hillview friday 2pm", ""), ("a second one", ""), ("second interview at Acme thursday 3pm", "2"),
     ("the second round is friday 2pm", "2"), ("2nd call with Lidl", "2")],
)  # fmt: skip
def test_one_more_talk_is_no_second_round(text: str, round: str) -> None:
    assert read(text).round == round
