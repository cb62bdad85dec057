"""How the place of an interview stands on a card."""

from __future__ import annotations

import pytest

from bot.telegram.screen import shown
from handlers.where import LONGEST, linked


@pytest.mark.parametrize("text, words", [
    ("https://zoom.us/j/1?pwd=a&b", "zoom.us"), ("meet.google.com/abc", "meet.google.com"),
    ("https://teams.microsoft.com/l/meetup-join/" + "x" * 900, "teams.microsoft.com"),
    ("Main Street 5", "Main Street 5"), ("https://[1", "https://[1"), ("Room 5, https://zoom.us/j/1", "Room 5, https://zoom.us/j/1"), ("", ""),
    ("https://a.example/" + "x" * LONGEST, "https://a.example/" + "x" * LONGEST),
])  # fmt: skip
def test_a_link_is_shown_by_its_host(text: str, words: str) -> None:
    assert shown(linked(text)) == words


def test_no_link_can_leave_its_tag() -> None:
    assert linked('https://zoom.us/j/1"onclick=x') == '<a href="https://zoom.us/j/1&quot;onclick=x">zoom.us</a>'
    assert linked("<b>R&D</b>") == "&lt;b&gt;R&amp;D&lt;/b&gt;"
