"""Settings in plain words."""

from __future__ import annotations

import pytest

from bot.core.settings_said import NAMES, Wish, wish


@pytest.mark.parametrize(
    "text, name, value",
    [
        ("I'm in Lisbon now", "zone", "Europe/Lisbon"),
        ("I moved to Toronto last week", "zone", "America/Toronto"),
        ("my time zone is wrong", "zone", ""),
        ("set the timezone to Berlin", "zone", "Europe/Berlin"),
        ("quiet hours 22 to 7 please", "quiet", "22:00-07:00"),
        ("don't message me between 21:30 and 8:00", "quiet", "21:30-08:00"),
        ("don't write me after 9pm", "quiet", "21:00-"),
        ("no messages before 9 please", "quiet", "-09:00"),
        ("nothing before 8 in the morning", "quiet", "-08:00"),
        ("I work nights, be silent while I sleep", "quiet", ""),
        ("don't write me on sundays", "days", ""),
        ("how do I stop these reminders?", "off", ""),
        ("stop sending me messages", "off", ""),
        ("turn reminders on again", "on", ""),
        ("can the evening message come at 18:30", "evening", "18:30"),
        ("can you remind me at 18:00 in the evening", "evening", "18:00"),
        ("do you speak Spanish", "language", ""),
        ("too many messages", "fewer", ""),
        ("your questions are too soft", "direct", ""),
        ("be less direct please", "soft", ""),
        ("make the wording more direct", "direct", ""),
        ("too direct for me", "soft", ""),
        ("just remind me", "remind", ""),
        ("settings", "menu", ""),
    ],
)
def test_what_is_wished_for(text: str, name: str, value: str) -> None:
    assert wish(text) == Wish(name, value)


@pytest.mark.parametrize("text", ["", "?", "at 99:99", "after", "in", "between 5 and"])
def test_odd_ones_open_the_settings_or_ask(text: str) -> None:
    assert wish(text).name in NAMES
    assert wish(text).value in ("", "17:00-", "-17:00")
