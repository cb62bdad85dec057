"""Several updates that are one thing to the user: an album, or a paste that his client cut at 4,096 characters.

Telegram says neither how many parts an album has nor that a text goes on, so a part that may have brothers waits a
moment for them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.intake import units, was_cut
from bot.store.base import InboxRow

QUIET = 1.2  # seconds without a further part: then it is complete
NEARLY_CUT = 3500  # UTF-16 units; clients cut a paste at 4096 or at a blank shortly before


def message_of(row: InboxRow) -> dict[str, Any]:
    """The plain message in a stored update; empty for everything else (taps, edits, damaged bodies)."""
    try:
        message = json.loads(row.body).get("message") if row.body else None
    except (ValueError, AttributeError):
        message = None
    return message if isinstance(message, dict) else {}


def may_go_on(row: InboxRow) -> bool:
    """Whether more parts of the same thing may follow."""
    if not _is_worth_a_look(row):
        return False
    message = message_of(row)
    return bool(message.get("media_group_id")) or _is_long(message)


def _is_worth_a_look(row: InboxRow) -> bool:
    """Whether it may be in an album or long enough to go on, seen without reading its JSON: most are neither. A
    character has at most two UTF-16 units."""
    return len(row.body) >= NEARLY_CUT // 2 or "media_group_id" in row.body


def _is_long(message: dict[str, Any]) -> bool:
    return units(str(message.get("text") or "")) >= NEARLY_CUT


def belongs(first: InboxRow, last: InboxRow, row: InboxRow) -> bool:
    """Whether ``row`` continues what ``first`` began and ``last`` ended so far."""
    if row.reply is not None or not (_is_worth_a_look(first) or _is_worth_a_look(last)):
        return False
    begun, before, message = message_of(first), message_of(last), message_of(row)
    if begun.get("media_group_id"):
        return bool(message.get("media_group_id") == begun["media_group_id"])
    text = str(message.get("text") or "")
    soon = abs(int(message.get("date") or 0) - int(before.get("date") or 0)) <= 2
    return bool(text) and not text.startswith("/") and soon and _is_long(before)


def joined_text(rows: Sequence[InboxRow]) -> str | None:
    """The text of all parts together; None where there is only one."""
    if len(rows) < 2:
        return None
    texts = [str(message_of(row).get("text") or message_of(row).get("caption") or "") for row in rows]
    seams = ["" if not text or was_cut(text) else "\n" for text in texts[:-1]]
    return "".join(text + seam for text, seam in zip(texts, [*seams, ""], strict=True))
