"""What an older version kept for undo holds fields that records no longer have: they are passed over."""

from __future__ import annotations

from bot.core.model import Job, Offer, Undo
from handlers import undo
from tests.handlers.driving import NOW, Chat

HANDLERS = undo.handlers({})


def test_a_field_that_is_gone_is_passed_over() -> None:
    chat = Chat(HANDLERS, None, Job(id="A", employer="Acorn"))
    kept = {"id": "O", "created_at": {"instant": NOW.isoformat(), "fold": 0}, "job_id": "A", "read": {}, "text": ""}
    was = {**kept, "answer_by": {"day": "2026-11-27"}, "state": "open"}
    chat.work.add(Undo(id="U", created_at=NOW, data={"rows": [["Offer", "O", was, None]]}))
    chat.command("undo")
    [offer] = chat.work.all(Offer)
    assert (offer.job_id, str(offer.answer_by)) == ("A", "2026-11-27")


def test_it_is_no_change_since() -> None:
    chat = Chat(HANDLERS, None, Job(id="A", employer="Acorn"), Offer(id="O", job_id="A", created_at=NOW))
    instant = {"instant": NOW.isoformat(), "fold": 0}
    then = {"id": "O", "created_at": instant, "job_id": "A", "read": {}, "text": "", "answer_by": None, "state": "open"}
    chat.work.add(Undo(id="U", created_at=NOW, data={"rows": [["Offer", "O", None, then]]}))
    chat.command("undo")
    assert chat.work.all(Offer) == []
