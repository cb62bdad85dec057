"""What changes of an offer after it was read, told in a line: the day to answer, the pay, by the employer's name."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.model import Offer
from tests.handlers.driving import Chat
from tests.handlers.talks import talking, where


def two() -> Chat:
    chat = talking()
    chat.command("offer", "Brennan: 16.40 an hour, 40 hours, days only")
    chat.say("and Halden offered me 17.60 an hour nights 42 hours, answer by tomorrow noon")
    return chat


def known(chat: Chat) -> list[tuple[str, date | None]]:
    return [(offer.read["pay"]["words"], offer.answer_by) for offer in chat.work.all(Offer)]


@pytest.mark.parametrize(
    "said, first, second",
    [
        ("Brennan pays 15.80 now, they phoned", ("15.80", None), ("17.60 an hour", date(2026, 11, 24))),
        ("brennan is 15.80 not 16.40", ("15.80", None), ("17.60 an hour", date(2026, 11, 24))),
        ("halden wants an answer till 2 dec", ("16.40 an hour", None), ("17.60 an hour", date(2026, 12, 2))),
        ("they gave me till wednesday", ("16.40 an hour", None), ("17.60 an hour", date(2026, 11, 25))),
        ("brennan gave me until friday", ("16.40 an hour", date(2026, 11, 27)), ("17.60 an hour", date(2026, 11, 24))),
    ],
)
def test_a_line_beside_the_report_changes_the_offer_that_it_names(
    said: str, first: tuple[str, date | None], second: tuple[str, date | None]
) -> None:
    chat = two()
    chat.say(said)
    assert where(chat) == ("offer", "report")
    assert known(chat) == [first, second]
    assert ("Before it was 16.40" in chat.text) == (first[0] == "15.80")


@pytest.mark.parametrize("said", ["brennan gave me until friday", "deadline for Brennan is friday"])
def test_the_day_is_taken_also_when_nothing_is_open(said: str) -> None:
    chat = two()
    chat.tap("Stop")
    chat.say(said)
    assert "Brennan wants an answer by Friday 27 November" in chat.text
    assert known(chat)[0] == ("16.40 an hour", date(2026, 11, 27))
    assert "Undo" in chat.labels()
