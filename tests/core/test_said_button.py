"""Buttons typed instead of tapped."""

from __future__ import annotations

import pytest

from bot.core.said_button import meant

KEEP = ("Keep them to ask", "Another one", "Not these")
SEND = ("Write a message to them", "Other questions", "I sent it")
CARD = ("Save", "Time", "Employer", "Place")


@pytest.mark.parametrize(
    "said, labels, label",
    [
        ("yeah keep em", KEEP, "Keep them to ask"),
        ("keep both please", KEEP, "Keep them to ask"),
        ("ok, another one!", KEEP, "Another one"),
        ("not these", KEEP, "Not these"),
        ("write message", SEND, "Write a message to them"),
        ("other questions pls", SEND, "Other questions"),
        ("thanks, sent it", SEND, "I sent it"),
        ("ok save it", CARD, "Save"),
        ("the place", CARD, "Place"),
    ],
)
def test_words_that_name_a_button_mean_it(said: str, labels: tuple[str, ...], label: str) -> None:
    assert meant(said, labels, answers=True) == labels.index(label)


@pytest.mark.parametrize(
    "said", ["yes", "it", "keep my job", "not sure", "", "is there another way to ask them?", "ask"]
)
def test_other_words_mean_none(said: str) -> None:
    assert meant(said, KEEP) is None


def test_half_of_a_label_counts_only_where_the_step_takes_no_text() -> None:
    assert meant("keep", KEEP) == 0
    assert meant("keep", KEEP, answers=True) is None


def test_two_that_fit_are_none() -> None:
    assert meant("send it", ("Send it to her", "Send it to him")) is None
