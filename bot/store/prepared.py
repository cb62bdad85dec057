"""Statements of the hot path, put together once and run on the driver's own cursor.

SQLAlchemy writes the SQL and knows the types; what it does anew at each execution takes several times as long as
SQLite does for these small statements.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Delete, Dialect, Insert, Select, Update
from sqlalchemy.types import TypeEngine

Statement = Select[Any] | Insert | Update | Delete
Convert = Callable[[Any], Any] | None


@dataclass(frozen=True, slots=True)
class _Ready:
    """A statement for one sort of database."""

    sql: str
    binds: tuple[tuple[str, Convert], ...]  # names in the order of the placeholders
    constants: Mapping[str, Any]  # values that stand in the statement itself
    results: tuple[tuple[int, Callable[[Any], Any]], ...]  # the columns that need it, by position

    def values(self, given: Mapping[str, Any]) -> tuple[Any, ...]:
        known = {**self.constants, **given}
        return tuple([known[name] if convert is None else convert(known[name]) for name, convert in self.binds])

    def row(self, found: Sequence[Any]) -> tuple[Any, ...]:
        row = list(found)
        for position, convert in self.results:
            row[position] = convert(row[position])
        return tuple(row)


class Prepared:
    """One statement; its parameters are ``bindparam`` with names.

    The driver's errors come as they are: bot.store.errors explains them too.
    """

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._ready: dict[str, _Ready] = {}

    def rows(self, conn: Connection, **given: Any) -> list[tuple[Any, ...]]:
        """The rows of a SELECT or of RETURNING, in Python's types."""
        ready = self._for(conn.dialect)
        cursor: Any = conn.connection.cursor()
        try:
            cursor.execute(ready.sql, ready.values(given))
            return [ready.row(found) for found in cursor.fetchall()]
        finally:
            cursor.close()

    def run(self, conn: Connection, **given: Any) -> int:
        """Writes; gives the number of rows."""
        ready = self._for(conn.dialect)
        cursor: Any = conn.connection.cursor()
        try:
            cursor.execute(ready.sql, ready.values(given))
            return int(cursor.rowcount)
        finally:
            cursor.close()

    def _for(self, dialect: Dialect) -> _Ready:
        ready = self._ready.get(dialect.name)
        if ready is None:
            ready = self._ready[dialect.name] = _made(self._statement, dialect)
        return ready


def _made(statement: Statement, dialect: Dialect) -> _Ready:
    compiled: Any = statement.compile(dialect=dialect)
    binds = tuple((name, _bind(compiled.binds[name].type, dialect)) for name in compiled.positiontup)
    constants = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
    results = [_result(column.type, dialect) for column in statement.exported_columns]
    needed = tuple((position, convert) for position, convert in enumerate(results) if convert is not None)
    return _Ready(str(compiled), binds, constants, needed)


def _bind(kind: TypeEngine[Any], dialect: Dialect) -> Convert:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _result(kind: TypeEngine[Any], dialect: Dialect) -> Convert:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
