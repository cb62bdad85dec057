"""The job of now in a line: whose it is, as what, and what it pays."""

from __future__ import annotations

import pytest

from bot.core.present import Present, read, told


@pytest.mark.parametrize(
    "text, found",
    [
        ("my job now is Brightwire electrician 17 an hour", Present("Brightwire", "electrician", "17 an hour")),
        (
            "i work now for Brightwire, fitter, 17 pounds, 45 hours",
            Present("Brightwire", "fitter", "17 pounds, 45 hours"),
        ),
        ("my current employer is Corner Clinic as a nurse", Present("Corner Clinic", "nurse", "")),
        ("right now i'm at Corner Clinic, 31k", Present("Corner Clinic", "", "31k")),
    ],
)
def test_it_is_told(text: str, found: Present) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    ["i want to work for Brightwire", "do i work now for nothing?", "i worked for Brightwire", "my boss is nice"],
)
def test_it_is_not(text: str) -> None:
    assert told(text) is None


def test_an_answer_needs_no_opening() -> None:
    assert read("City Library, librarian") == Present("City Library", "librarian", "")
    assert read("Brightwire, electrician, £17 an hour, 45 hours") == Present(
        "Brightwire", "electrician", "£17 an hour, 45 hours"
    )
