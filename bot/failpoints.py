"""Places where a test may kill the program, to show that a kill loses nothing.

``BOT_FAILPOINT=after_commit:3`` ends the process, as kill -9 would, the third time that point is passed.
Unset (always, outside of tests) a point costs one comparison.
"""

from __future__ import annotations

import itertools
import os

POINTS = (
    "accept.before",
    "accept.after",
    "turn.before_commit",
    "turn.after_commit",
    "reply.after_send",
    "reply.after_mark",
    "reminder.after_claim",
    "reminder.after_send",
    "reminder.after_mark",
)

_name, _, _count = os.environ.get("BOT_FAILPOINT", "").partition(":")
_passes = itertools.count(1)


def pass_by(point: str) -> None:
    """Dies here if a test asked for it."""
    if point == _name and next(_passes) == int(_count or 1):
        os._exit(137)
