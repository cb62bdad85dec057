"""Codes that let somebody in, in the store in memory. What each method does is said in bot.store.base.Codes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.core.access import OWNER, REMEMBERED
from bot.store.base import Conflict, KnownCode
from bot.store.fields import instant
from bot.store.rules import code_state
from bot.store.work import Code, Work


class MemoryCodes:
    """Rows by the code itself: there is nobody here to hide it from."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, Any]] = {}

    def issue(self, new: Code, now: datetime) -> None:
        for text in [text for text, row in self._rows.items() if row["expires"] < now - REMEMBERED]:
            del self._rows[text]
        row = {"kind": new.kind, "expires": instant(new.expires), "used_at": None, "revoked_at": None}
        self._rows[new.text] = row

    def find(self, text: str, now: datetime) -> KnownCode | None:
        row = self._rows.get(text)
        return KnownCode(row["kind"], code_state(row, now)) if row else None

    def open(self, kind: str, now: datetime) -> list[dict[str, Any]]:
        """The rows of that kind that still let somebody in."""
        return [row for row in self._rows.values() if row["kind"] == kind and code_state(row, now) == "open"]

    def check(self, work: Work, at: datetime) -> None:
        """Conflict where the code it redeems is not open."""
        found = self.find(work.redeemed, at) if work.redeemed else None
        if work.redeemed and (found is None or found.state != "open"):
            raise Conflict("this code was used meanwhile")

    def apply(self, work: Work, at: datetime) -> None:
        if work.revoked:
            self._revoke(work.revoked, at)
        for new in work.issued:
            self.issue(new, at)
        if work.redeemed:
            row = self._rows[work.redeemed]
            row["used_at"] = at
            if row["kind"] == OWNER:
                self._revoke(OWNER, at)

    def _revoke(self, kind: str, at: datetime) -> None:
        for row in self.open(kind, at):
            row["revoked_at"] = at
