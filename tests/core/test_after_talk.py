"""How a talk went, in a line, and the day by which they want to be in touch."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.after_talk import answers_how, word_by

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)  # a Monday


@pytest.mark.parametrize(
    "text, day",
    [
        ("fine, they call on wednesday", "2026-11-25"),
        ("good. they said they'd let me know by friday", "2026-11-27"),
        ("He said he will call by Thursday. The chef was rude on Tuesday.", "2026-11-26"),
        ("Fine. By wednesday they'll tell me", "2026-11-25"),
        ("it went well, I hear on friday", "2026-11-27"),
        ("good, will hear from them in two weeks", "2026-12-07"),
        ("they'll get back to me", "None"),
    ],
)
def test_they_will_be_in_touch(text: str, day: str) -> None:
    assert answers_how(text, named=True)
    assert str(word_by(text, NOW, "Europe/Berlin")) == day


@pytest.mark.parametrize("text", ["not bad", "so so, they were 20 minutes late", "it was quite long, 2pm to 5pm"])
def test_how_it_went(text: str) -> None:
    assert answers_how(text, named=False)
    assert word_by(text, NOW, "Europe/Berlin") is None


@pytest.mark.parametrize(
    "text",
    ["ok, second interview on friday 10am", "they moved it to friday", "good, they want to see me again friday 10",
     "Acme, thursday 3pm", "fine, when do they call?", "great, they invited me for friday"],
)  # fmt: skip
def test_more_than_that_is_none(text: str) -> None:
    assert not answers_how(text, named=True)


def test_a_call_at_an_hour_is_a_talk_to_come() -> None:
    assert not answers_how("Lidl HR phones friday 10am", named=True, clock=True)
    assert answers_how("it was quite long, 2pm to 5pm", named=False, clock=True)


def test_a_name_beside_a_time_is_no_answer() -> None:
    assert not answers_how("well, Donau Parcel on thursday 10am", named=True)


def test_a_day_that_is_over_is_none() -> None:
    assert word_by("they called on 20 November", NOW, "Europe/Berlin") is None
