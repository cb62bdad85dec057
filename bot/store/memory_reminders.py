"""Which reminder rows are ripe: two heaps in place of the database's indexes, so that no claim looks at all rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from heapq import heappop, heappush
from typing import Any

from bot.store.rules import URGENT

Row = dict[str, Any]
Rank = tuple[bool, datetime, datetime]


class RipeRows:
    """Rows by the time when they may be claimed, and of those that may the order in which they are.

    Rows change behind its back, so each entry is compared with its row when it is taken; ``put`` tells of a change.
    ``find`` gives a row of a user who can be reached, or None.
    """

    def __init__(self, find: Callable[[int, str], Row | None]) -> None:
        self._find = find
        self._later: list[tuple[datetime, int, str]] = []
        self._ripe: list[tuple[Rank, str, int]] = []

    def put(self, user_id: int, row: Row) -> None:
        """This row is new, or its time or state has changed."""
        if is_open(row):
            heappush(self._later, (_ripe_at(row), user_id, row["id"]))

    def take(self, now: datetime, limit: int) -> list[tuple[int, Row]]:
        """The next rows to claim; the caller changes and puts them."""
        while self._later and self._later[0][0] <= now:
            at, user_id, id = heappop(self._later)
            row = self._find(user_id, id)
            if row is not None and is_open(row) and _ripe_at(row) == at:
                heappush(self._ripe, (_rank(row), id, user_id))
        found: dict[tuple[int, str], Row] = {}
        while self._ripe and len(found) < limit:
            rank, id, user_id = heappop(self._ripe)
            row = self._current(rank, user_id, id)
            if row is None:
                continue
            if max(_ripe_at(row), row["due"]) > now:  # the clock was set back, or the lease is another's
                heappush(self._later, (max(_ripe_at(row), row["due"]), user_id, id))
            else:
                found[user_id, id] = row
        return [(user_id, row) for (user_id, _), row in found.items()]

    def next_due(self) -> datetime | None:
        """When the first of them may be claimed."""
        while self._later and not self._is_current(*self._later[0]):
            heappop(self._later)
        ripe = [self._current(rank, user_id, id) for rank, id, user_id in self._ripe]
        times = [_ripe_at(row) for row in ripe if row is not None]
        return min([*times, *(entry[0] for entry in self._later[:1])], default=None)

    def _current(self, rank: Rank, user_id: int, id: str) -> Row | None:
        row = self._find(user_id, id)
        return row if row is not None and is_open(row) and _rank(row) == rank else None

    def _is_current(self, at: datetime, user_id: int, id: str) -> bool:
        row = self._find(user_id, id)
        return row is not None and is_open(row) and _ripe_at(row) == at


def is_open(row: Row) -> bool:
    """Not sent, and not given up."""
    return row["state"] in ("planned", "leased")


def _ripe_at(row: Row) -> datetime:
    at: datetime = row["due"] if row["state"] == "planned" else row["lease_until"]
    return at


def _rank(row: Row) -> Rank:
    urgent = row["kind"] in URGENT or row["snoozed"]
    return (not urgent, row["due"], row["expires"])
