"""What a run with kills must have in common with one without."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

# What two runs of the same script may not have in common: ids, and instants that follow from when a thing was done.
VOLATILE = {
    "id",
    "created_at",
    "updated_at",
    "seen_at",
    "exported_at",
    "sent_at",
    "due",
    "expires",
    "message_id",
    "uid",
}
REMINDER = "A reminder: "  # marks one among the messages
_LABELS = {"job": ("employer",), "interview": ("local",), "person": ("name",), "question": ("text", "bank"),
           "priority": ("words", "topic"), "dialog": ("flow",), "answer": ("note",), "signal": ("note",),
           "reminder": ("kind",)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What one user sent that must be on record, what is, and what he was told."""

    questions: list[str]
    notes: list[str]
    signals: list[str]
    raw: dict[str, Any]
    export: str
    messages: Counter[str]

    def kept(self, kind: str, field: str) -> list[str]:
        """That field of all records of a kind, in the order in which they were made."""
        return [row[field] for row in self.raw[kind] if row[field]]


@dataclass(slots=True)
class Figures:
    """What a run, or several, came to."""

    lost: int = 0
    twice: int = 0
    disordered: int = 0
    replies: int = 0
    replies_lost: int = 0
    replies_again: int = 0
    reminders: int = 0
    reminders_lost: int = 0
    reminders_again: int = 0
    exports_differ: int = 0

    def add(self, other: Figures) -> None:
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def normal_text(text: str) -> str:
    """Without what moves with the seconds a run takes."""
    return re.sub(r"\(now \d\d:\d\d\)", "(now)", re.sub(r"^In \d+ minutes\.", "In minutes.", text))


def normal_export(export: dict[str, Any]) -> str:
    """Ids replaced by what they stand for, lists sorted, instants of doing removed.

    What can be taken back is left out: it repeats the records as they were, with ids that nothing else names any more.
    """
    export = {kind: rows for kind, rows in export.items() if kind != "undo"}
    words = json.dumps(export, ensure_ascii=False)
    for kind, fields in _LABELS.items():
        for row in export[kind]:
            label = next((str(row[f]) for f in fields if row[f]), kind)
            words = words.replace(row["id"], json.dumps(label, ensure_ascii=False)[1:-1])
    return json.dumps(_stripped(json.loads(words)), ensure_ascii=False, indent=1, sort_keys=True)


def _stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _stripped(inner) for name, inner in value.items() if name not in VOLATILE}
    if isinstance(value, list):
        return sorted((_stripped(inner) for inner in value), key=lambda inner: json.dumps(inner, sort_keys=True))
    return value


def compare(told: Told, reference: Told) -> Figures:
    """One user's run against the same script without kills."""
    figures = Figures()
    for kind, field, wanted in (
        ("question", "text", told.questions),
        ("answer", "note", told.notes),
        ("signal", "note", told.signals),
    ):
        found = told.kept(kind, field)
        figures.lost += _more(wanted, found)
        figures.twice += _more(found, wanted)
        figures.disordered += Counter(found) == Counter(wanted) and found != wanted
    figures.exports_differ = int(told.export != reference.export)
    _compare_messages(figures, told.messages, reference.messages)
    return figures


def _compare_messages(figures: Figures, said: Counter[str], wanted: Counter[str]) -> None:
    lost, again = wanted - said, said - wanted
    figures.reminders, figures.replies = _split(wanted)
    figures.reminders_lost, figures.replies_lost = _split(lost)
    figures.reminders_again, figures.replies_again = _split(again)


def _split(messages: Counter[str]) -> tuple[int, int]:
    """(reminders, replies)"""
    reminders = sum(count for text, count in messages.items() if text.startswith(REMINDER))
    return reminders, messages.total() - reminders


def _more(these: Iterable[str], than: Iterable[str]) -> int:
    return (Counter(these) - Counter(than)).total()
