"""A message with an interview and a fear in it: each part by itself."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.lines import understood
from bot.core.lines.fears import apart

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 11, 23, 10, 30, tzinfo=ZoneInfo(BERLIN))


def parts(text: str) -> tuple[str, str]:
    return apart(text, understood(text, NOW, BERLIN).spans)


@pytest.mark.parametrize(
    "text, line, fear",
    [
        ("Interview at Harbour Cafe on Friday at 10. I worry the boss shouts",
         "Interview at Harbour Cafe on Friday at 10", "I worry the boss shouts"),
        ("im terrified of the probation, my interview is tomorrow 3pm at Nordic Foods with Lena",
         "my interview is tomorrow 3pm at Nordic Foods with Lena", "im terrified of the probation"),
        ("Interview wed 9.30 at Mills, the baker's, but what if i get only earlies and too many weekends",
         "Interview wed 9.30 at Mills, the baker's", "what if i get only earlies, too many weekends"),
        ("Coral Care tuesday 9am, I'm anxious about lifting, it is with Mrs Ode",
         "Coral Care tuesday 9am. it is with Mrs Ode", "I'm anxious about lifting"),
        ("having an interview at Oak Lane on monday 8am so stressed about the overtime lol",
         "having an interview at Oak Lane on monday 8am", "stressed about the overtime lol"),
    ],
)  # fmt: skip
def test_the_fear_goes_on_until_the_meeting_is_spoken_of_again(text: str, line: str, fear: str) -> None:
    assert parts(text) == (line, fear)


@pytest.mark.parametrize(
    "text",
    [
        "Mills Bakery, baker, Friday 9am with Anna and Tom",
        "nervous about my interview at Mills tomorrow at 9",
        "not sure if my interview at Mills is fri 9 or 10",
        "interview at Mills fri 9, they said I might meet the boss and the team",
    ],
)
def test_a_line_without_a_fear_of_its_own_stays_whole(text: str) -> None:
    assert parts(text) == (text, "")
