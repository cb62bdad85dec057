"""Notes of one day: whose words a line keeps."""

from __future__ import annotations

import pytest

from bot.core import notes
from bot.core.model import Person

DANA, LUIS, MRS = (Person(id=name[:4], job_id="J", name=name) for name in ("Dana", "Luis Ortega", "Mrs Brandt"))


@pytest.mark.parametrize(
    "note, people, whose",
    [
        ("dana: six weeks a year", [DANA, LUIS], DANA.id),
        ("Luis's team is on call 18 weeks", [DANA, LUIS], LUIS.id),
        ("mr ortega says 18 weeks", [DANA, LUIS], LUIS.id),
        ("both dana and luis: six weeks", [DANA, LUIS], ""),
        ("six weeks a year", [DANA, LUIS], ""),
        ("she said two nurses a night", [MRS], MRS.id),
        ("Mrs Dale said two nurses a night", [MRS, DANA], ""),
        ("six weeks", [], ""),
    ],
)
def test_a_line_is_put_to_whoever_it_names(note: str, people: list[Person], whose: str) -> None:
    assert notes.said_by(note, people) == whose
