"""What the user's messages did, for a day, so that an edit of one of them corrects it.

Each message that changes a record is kept with that change (bot.telegram.undo); of messages that only moved a talk on,
the last one is kept, in one row that each takes over from the one before. What is tapped afterwards in the same
conversation follows from the message: it is counted with it, so that an edit goes back to before all of it. Of the
words themselves only a mark is kept, which tells whether an edit changed them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.core.model import Dialog, Undo
from bot.core.offer.keeping import PASSING
from bot.store.work import Change
from bot.telegram.snapshots import Row, is_talk, merged, put_back, stands
from bot.telegram.turn import Event, Turn

KEPT = timedelta(days=1)
Said = dict[str, Any]  # {"message": its id, "words": mark, "rows": what it did, where that is more than the turn's}


def remember(turn: Turn, changes: Sequence[Change], rows: Sequence[Row]) -> Said | None:
    """What is to be kept beside this turn's own change: its message, or the one from which its tap follows."""
    event, last = turn.event, _newest(turn)
    if any(change.kind is Dialog and _holds_letter(change) for change in changes):
        if last is not None:
            del last.data["said"]  # a letter that is not kept could not be put back
        return None
    if event.own is not None and event.kind != "edited":
        return {"message": event.own, "words": mark(event), "rows": merged(turn.corrects, rows)}
    if last is None or not _follows(turn.arrived, did(last), rows):
        return None
    said: Said = {**last.data["said"], "rows": merged(did(last), rows)}
    del last.data["said"]
    return said


def _holds_letter(change: Change) -> bool:
    return change.old is not None and any(change.old["data"].get(key) for key in PASSING)


def did(kept: Undo) -> list[Row]:
    """All that came of the message of that row."""
    rows: list[Row] = kept.data["said"].get("rows", kept.data["rows"])
    return rows


def keep_talk(turn: Turn, said: Said) -> None:
    """Keeps a message that changed no record, in place of the one before."""
    talk = next((row for row in turn.work.all(Undo) if not row.data["rows"]), None)
    if talk is None:
        talk = turn.work.add(Undo(data={"rows": []}))
    talk.data, talk.created_at = {"rows": [], "said": said}, turn.now


def _newest(turn: Turn) -> Undo | None:
    rows = [row for row in turn.work.all(Undo) if "said" in row.data and turn.now - row.created_at <= KEPT]
    return max(rows, key=lambda row: row.created_at, default=None)


def _follows(event: Event, before: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether a tap goes on with the conversation that the message led to."""
    if event.pressed is None or event.pressed.screen is None:
        return False
    left = {id: after for kind, id, _, after in before if is_talk([kind])}
    return any(is_talk(row) and left.get(row[1]) is not None for row in rows)


def mark(event: Event) -> str:
    """Tells whether two messages say the same, and nothing else about them."""
    words = f"/{event.command} {event.text}" if event.kind == "command" else event.text
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def of(turn: Turn, message: int | None) -> Undo | None:
    """What is kept of the message with that id; None where it is older than a day or did nothing that is kept."""
    rows = [row for row in turn.work.all(Undo) if row.data.get("said", {}).get("message") == message]
    fresh = [row for row in rows if turn.now - row.created_at <= KEPT]
    return max(fresh, key=lambda row: row.created_at, default=None)


def is_last_word(turn: Turn, kept: Undo) -> bool:
    """Whether nothing was built on what that message did."""
    return stands(turn.work, did(kept))


def take_back(turn: Turn, kept: Undo) -> bool:
    """Everything is as it was before that message. False, with nothing changed, where it is not the last word."""
    if not is_last_word(turn, kept):
        return False
    rows = did(kept)
    if turn.dialog is not None and turn.dialog.id not in {id for _, id, *_ in rows}:
        turn.pause(interrupted=True)
    put_back(turn.work, rows)
    _open_only_own(turn, rows)
    turn.work.remove(kept)
    turn.corrects = rows
    return True


def _open_only_own(turn: Turn, rows: Sequence[Row]) -> None:
    """An earlier edit had stopped another conversation, which comes back with the rest: only the message's own, the
    one that was open before it, is open."""
    own = next((id for kind, id, before, _ in rows if is_talk([kind]) and before and before["active"]), "")
    for other in [talk for talk in turn.work.all(Dialog) if own and talk.active and talk.id != own]:
        other.active = False
        other.data["interrupted"] = True
