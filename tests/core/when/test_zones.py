from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from bot.core.when import zone_choices, zone_of
from bot.core.when.zone_table import CITIES, COUNTRIES, FIXED, GENERIC, HALF_OFFSETS, NAMES, SEVERAL, SHARED


@pytest.mark.parametrize(
    "text, zone",
    [
        ("Berlin", "Europe/Berlin"), ("munich", "Europe/Berlin"), ("München", "Europe/Berlin"), ("Zürich", "Europe/Zurich"),
        ("I'm in Boston", "America/New_York"), ("san francisco", "America/Los_Angeles"), ("Bangalore, India", "Asia/Kolkata"),
        ("New York", "America/New_York"), ("NYC", "America/New_York"), ("Europe/London", "Europe/London"), ("europe/london", "Europe/London"),
        ("Sao Paulo", "America/Sao_Paulo"), ("São Paulo", "America/Sao_Paulo"), ("Germany", "Europe/Berlin"), ("uk", "Europe/London"),
        ("UTC+2", "Etc/GMT-2"), ("GMT-5", "Etc/GMT+5"), ("+05:30", "Asia/Kolkata"), ("UTC", "Etc/UTC"), ("CET", "Europe/Berlin"),
        ("Pacific time", "America/Los_Angeles"), ("ET", "America/New_York"), ("Frankfurt am Main", "Europe/Berlin"),
        ("munich germany", "Europe/Berlin"), ("Ho Chi Minh City", "Asia/Ho_Chi_Minh"), ("Singapore", "Asia/Singapore"),
        ("Atlantis", None), ("", None), ("asdf qwer", None), ("UTC+25", None), ("USA", None), ("IST", None), ("GMT", None),
    ],
)  # fmt: skip
def test_zone_of_what_a_user_types(text: str, zone: str | None) -> None:
    assert zone_of(text) == zone


@pytest.mark.parametrize("text, first", [("USA", "America/New_York"), ("i'm in Australia", "Australia/Sydney"), ("IST", "Asia/Kolkata"), ("Brazil", "America/Sao_Paulo")])  # fmt: skip
def test_a_name_with_several_zones_offers_the_usual_ones(text: str, first: str) -> None:
    choices = zone_choices(text)
    assert choices[0] == first
    assert 2 <= len(choices) <= 4


def test_a_plain_city_offers_nothing() -> None:
    assert zone_choices("Berlin") == ()


def test_every_zone_in_the_tables_exists() -> None:
    names = {*CITIES, *COUNTRIES, *GENERIC.values(), *NAMES.values(), *HALF_OFFSETS.values()}
    names |= {zone for zone, _ in FIXED.values()} | {
        zone for zones in (*SEVERAL.values(), *SHARED.values()) for zone in zones
    }
    assert {ZoneInfo(name).key for name in names} == names
