"""A user's waiting updates, and which of them are one thing to him."""

from __future__ import annotations

import dataclasses
import itertools
from collections import deque

from bot.intake import Piece
from bot.store.base import InboxRow
from bot.telegram import pieces
from bot.telegram.files import Attached, attached, pasted


@dataclasses.dataclass(slots=True)
class Waiting:
    """A stored update in its user's queue; ``seen``: when it came in, by the loop's clock; ``file``: what was read
    of its file; ``plain``: it has none, as we have seen; ``looked_at``: at so many parts of what it is the head of."""

    row: InboxRow
    seen: float
    file: Piece | None = None
    plain: bool = False
    looked_at: int = 0


Queue = deque[Waiting]


def head_of(queue: Queue) -> list[Waiting]:
    """The first update with the parts that belong to it."""
    parts = [queue[0]]
    for waiting in itertools.islice(queue, 1, None):
        if not _belongs(parts[0].row, parts[-1].row, waiting.row):
            break
        parts.append(waiting)
    return parts


def _belongs(first: InboxRow, last: InboxRow, row: InboxRow) -> bool:
    """A damaged update belongs to nothing: it must come to be handled, so that it is set aside."""
    try:
        return pieces.belongs(first, last, row)
    except (ValueError, TypeError, OverflowError):
        return False


def is_complete(queue: Queue) -> bool:
    """Whether no further part of the head can be on its way."""
    parts = head_of(queue)
    head, last = parts[0].row, parts[-1].row
    return len(queue) > len(parts) or head.attempts > 0 or head.reply is not None or not pieces.may_go_on(last)


def unread(queue: Queue) -> tuple[Waiting, Attached] | None:
    """The first part of the head whose file is not read yet. A calendar that is pasted in parts is read again when
    one more has come."""
    parts = head_of(queue)
    if parts[0].looked_at != len(parts):
        if attached(parts[0].row) is None:
            parts[0].file, parts[0].plain = None, False
        parts[0].looked_at = len(parts)
    for part in parts:
        if part.file is None and not part.plain:
            file = attached(part.row) or (pasted([one.row for one in parts]) if part is parts[0] else None)
            if file is not None:
                return part, file
            part.plain = True
    return None
