"""An ordinal that counts talks is no day of the month."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.core.when.support import BERLIN, at, when

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo(BERLIN))  # a Monday


@pytest.mark.parametrize(
    "text",
    ["the second is at Hillview, friday 2pm", "the second one is friday 2pm", "the third is with Lidl on Friday 2pm",
     "the second round is friday 2pm", "The second is on Friday at 2pm", "the first is at Acme, friday 2pm",
     "my second interview, friday 2pm"],
)  # fmt: skip
def test_it_counts(text: str) -> None:
    assert when(text, now=NOW).start == at("2026-11-27 14:00")


@pytest.mark.parametrize("text", ["on the second at 2pm", "the second of december, 2pm", "the 2nd is fine, 2pm",
                                  "interview on the second, Acme, 2pm", "the second works, 2pm"])  # fmt: skip
def test_it_is_a_day(text: str) -> None:
    assert when(text, now=NOW).start == at("2026-12-02 14:00")
