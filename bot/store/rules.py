"""Rules that the SQL store and the one in memory share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

# What the dispatcher writes to a reminder without raising the user's version. A commit that writes such a row
# compares them, so that neither undoes the other.
DISPATCHER_FIELDS = ("state", "lease", "attempts")
# Rows of one key in one look at the inbox: more than the ten parts of an album, too few to fill a look.
PER_KEY = 20
# Reminders that are of use at their minute only; they overtake the many that may come a little later, as do those
# that the user put off to a time of his own.
URGENT = ("card", "waiting")


def code_state(row: Mapping[str, Any], now: datetime) -> str:
    """Whether a code still lets somebody in: open, used, revoked or expired."""
    if row["used_at"] is not None:
        return "used"
    if row["revoked_at"] is not None:
        return "revoked"
    return "open" if row["expires"] > now else "expired"


def marked(
    state: str,
    now: datetime,
    reason: str = "",
    message_id: int | None = None,
    due: datetime | None = None,
    retry_at: datetime | None = None,
) -> dict[str, Any]:
    """The fields of a reminder whose claim ends; ValueError for a state that does not end one."""
    free: dict[str, Any] = {"state": state, "lease": "", "lease_until": None}
    if state == "sent":
        return free | {"sent_at": now, "message_id": message_id, "reason": reason}
    if state == "dropped":
        return free | {"reason": reason}
    if state == "planned" and due is not None:
        return free | {"due": due, "reason": reason}
    if state == "leased" and retry_at is not None:
        return {"lease_until": retry_at}
    raise ValueError(f"a claim ends as sent, dropped, planned with a due time or leased until one, not as {state}")
