"""An edit, and an edit of that edit: one conversation is open afterwards."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.model import RECORDS, Dialog, Interview, Job, User
from bot.store.work import Work
from bot.telegram import undo
from bot.telegram.turn import Event
from handlers import registrations
from tests.handlers.driving import NOW, Chat


class Kept(Chat):
    """Commits after each turn, as the dispatcher does."""

    number = 0

    def told(self, kind: str, text: str, own: int) -> None:
        meant = Event("text", text=text, own=own) if kind == "edited" else None
        self._do(Event(kind, text=text, own=own, number=own, meant=meant))

    def _do(self, event: Event) -> None:
        super()._do(event)
        undo.remember(self.turn, self.work.changes())
        self.work = Work(self.work.user, [row for kind in RECORDS for row in self.work.all(kind)])
        self.turn.work = self.work


@pytest.mark.parametrize("older", ["worry", "interview"])
def test_an_edit_of_an_edit_leaves_only_the_conversation_of_the_message_open(older: str) -> None:
    at = Job(employer="Acorn House", created_at=NOW)
    talk = Interview(job_id=at.id, local=NOW.replace(tzinfo=None), zone="UTC", start=NOW, created_at=NOW)
    chat = Kept(registrations("", ""), User(id=7, zone="Europe/Berlin", created_at=NOW), at, talk)
    if older == "interview":
        chat.command("interview")
    chat.command("worry")
    chat.told("text", "they will make me work weekends", 32)
    chat.command("cancel")
    chat.command("interview")
    for words in ("the boss may be strict", "the shifts are long", "the pay is low"):
        chat.told("edited", words, 32)
        assert [row.flow for row in chat.work.all(Dialog) if row.active] == ["worry"]


def saved_then_edited(monkeypatch: pytest.MonkeyPatch, edit: str) -> Kept:
    """An interview is saved, and its message edited afterwards, a minute between them."""
    chat = Kept(registrations("", ""), User(id=7, zone="Europe/Berlin", created_at=NOW))
    chat.told("text", "Acorn House, baker, friday 9am", 32)
    chat.tap("Save")
    monkeypatch.setattr("tests.handlers.driving.NOW", NOW + timedelta(minutes=1))
    chat.told("edited", edit, 32)
    return chat


@pytest.mark.parametrize("edit", ["Acorn House, baker, friday 10am", "Acorn House, cook, monday 9am"])
@pytest.mark.parametrize("word", [False, True])
def test_undo_after_an_edit_takes_back_the_edit_and_not_the_interview(
    monkeypatch: pytest.MonkeyPatch, edit: str, word: bool
) -> None:
    chat = saved_then_edited(monkeypatch, edit)
    chat.say("undo") if word else chat.command("undo")
    assert [row.local.isoformat() for row in chat.work.all(Interview)] == ["2026-11-27T09:00:00"]
    assert chat.turn.dialog is None
    assert "stays as it is saved" in chat.text


def test_undo_after_a_confirmed_edit_takes_back_the_new_time(monkeypatch: pytest.MonkeyPatch) -> None:
    chat = saved_then_edited(monkeypatch, "Acorn House, baker, friday 10am")
    chat.tap("Save")
    assert [row.local.hour for row in chat.work.all(Interview)] == [10]
    monkeypatch.setattr("tests.handlers.driving.NOW", NOW + timedelta(minutes=2))
    chat.command("undo")
    assert [row.local.hour for row in chat.work.all(Interview)] == [9]


def test_an_interview_that_goes_by_undo_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    chat = saved_then_edited(monkeypatch, "Acorn House, baker, friday 10am")
    chat.command("undo")
    chat.command("undo")
    assert chat.work.all(Interview) == []
    assert "Acorn House, baker, Fri 27 Nov, 09:00 is not saved any more" in chat.text
