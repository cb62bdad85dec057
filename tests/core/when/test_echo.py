from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.when import echo
from tests.core.when.support import BERLIN, NOW, at


@pytest.mark.parametrize(
    "start, tz, shown",
    [
        (at("2026-12-10 15:00"), BERLIN, "Thu 10 Dec, 15:00 (Berlin, UTC+1)"),
        (at("2026-12-10 09:05", "Asia/Kolkata"), "Asia/Kolkata", "Thu 10 Dec, 09:05 (Kolkata, UTC+5:30)"),
        (at("2026-12-10 10:00", "America/New_York"), BERLIN, "Thu 10 Dec, 10:00 New York = 16:00 your time"),
        (at("2026-12-10 20:00", "America/New_York"), BERLIN, "Thu 10 Dec, 20:00 New York = Fri 11 Dec, 02:00 your time"),
        (at("2026-12-10 10:00", "Etc/GMT+5"), BERLIN, "Thu 10 Dec, 10:00 UTC-5 = 16:00 your time"),
        (at("2026-12-10 10:00", "Etc/UTC"), BERLIN, "Thu 10 Dec, 10:00 UTC = 11:00 your time"),
        (at("2027-01-14 15:00"), BERLIN, "Thu 14 Jan 2027, 15:00 (Berlin, UTC+1)"),
        (at("2027-07-15 15:00", "Europe/Paris"), BERLIN, "Thu 15 Jul 2027, 15:00 (Berlin, UTC+2)"),
        (at("2026-12-10 15:00", "Europe/London"), "Europe/London", "Thu 10 Dec, 15:00 (London, UTC)"),
    ],
)  # fmt: skip
def test_shown_with_weekday_and_zone(start: datetime, tz: str, shown: str) -> None:
    assert echo(start, tz, NOW) == shown


def test_a_far_date_of_the_same_year_shows_the_year() -> None:
    assert echo(at("2027-12-09 15:00"), BERLIN, at("2027-01-05 09:00")) == "Thu 9 Dec 2027, 15:00 (Berlin, UTC+1)"
