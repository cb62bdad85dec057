"""What the columns of a comparison are called."""

from __future__ import annotations

from bot.core.model import Job
from handlers.compare import CONVERSATION
from tests.handlers.driving import NOW, Chat


def test_an_offer_without_a_name_is_not_taken_for_the_present_job() -> None:
    rows = [
        Job(stage="offer", created_at=NOW),
        Job(employer="Acme", created_at=NOW),
        Job(stage="offer", created_at=NOW),
    ]
    chat = Chat([CONVERSATION], None, *rows, Job(present=True, created_at=NOW))
    chat.command("compare")
    assert [name in chat.text for name in ("Offer 1", "Acme", "Offer 3", "My job now")] == [True] * 4
