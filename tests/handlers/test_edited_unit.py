"""An edit, and an edit of that edit: one conversation is open afterwards."""

from __future__ import annotations

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


def test_an_edit_of_an_edit_leaves_one_conversation_open() -> None:
    at = Job(employer="Acorn House", created_at=NOW)
    talk = Interview(job_id=at.id, local=NOW.replace(tzinfo=None), zone="UTC", start=NOW, created_at=NOW)
    chat = Kept(registrations("", ""), User(id=7, zone="Europe/Berlin", created_at=NOW), at, talk)
    chat.command("worry")
    chat.told("text", "they will make me work weekends", 32)
    chat.command("cancel")
    chat.command("interview")
    for words in ("the boss may be strict", "the shifts are long"):
        chat.told("edited", words, 32)
        assert [row.flow for row in chat.work.all(Dialog) if row.active] == ["worry"]
