"""Column types that give back exactly what was put in, on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from bot.store.fields import instant, plain, wall


class Instant(TypeDecorator[datetime]):
    """An aware datetime, in UTC on both sides; refuses a naive one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        # SQLite has no zones: its text is UTC without saying so, which also sorts by time.
        return None if value is None else instant(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Wall(TypeDecorator[datetime]):
    """A naive wall time as ISO text, with a mark for the second pass of a repeated hour; refuses an aware one.

    Text and not a timestamp, so that no driver or server can take it for an instant and shift it.
    """

    impl = Text
    cache_ok = True
    _SECOND = " fold"

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return wall(value).isoformat() + (self._SECOND if value.fold else "")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        first = datetime.fromisoformat(value.removesuffix(self._SECOND))
        return first.replace(fold=1) if value.endswith(self._SECOND) else first


class Plain(TypeDecorator[str]):
    """Text without what PostgreSQL or UTF-8 cannot hold."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else plain(value)


class TextList(TypeDecorator[tuple[str, ...]]):
    """A tuple of text as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(list(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        return None if value is None else tuple(json.loads(value))
