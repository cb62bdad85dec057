"""The file of a backup: the same for both databases, so that it also moves a bot from one to the other.

Gzip of lines of JSON: a head (format, versions, what is in which table), one line for each row, and a last line with
the number of rows and the SHA-256 of all before it. Values stand as they are stored: what is sealed stays sealed, and
the encryption key is not in it.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Date, DateTime, LargeBinary, MetaData, Table, func, inspect, select

from bot.store import migrate
from bot.store.base import StoreError
from bot.store.tables import metadata

FORMAT = "two-way-street backup 1"
BATCH = 500  # rows held in memory at a time


@dataclass(frozen=True, slots=True)
class Head:
    """What a backup is. ``tables``: the columns of each; ``counts``: its rows; ``created_at`` in UTC."""

    format: str
    revision: str
    app: str
    created_at: str
    tables: dict[str, list[str]]
    counts: dict[str, int]


# -- writing --------------------------------------------------------------------------------------------------------


def write(conn: Connection, to: IO[bytes], app: str) -> Head:
    """Writes all that is in the database; ``conn`` must see one moment of it. StoreError where nothing is there."""
    tables = reflected(conn)
    counts = count(conn, tables)
    columns = {table.name: [column.name for column in table.c] for table in tables}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    head = Head(FORMAT, migrate.revision_of(conn), app, now, columns, counts)
    with gzip.GzipFile(fileobj=to, mode="wb", compresslevel=6, mtime=0) as packed:
        lines = _Lines(packed.write)
        lines.add(asdict(head))
        for table in tables:
            for row in conn.execution_options(yield_per=BATCH).execute(select(table)):
                lines.add([table.name, *map(_out, row)])
        packed.write(_line({"rows": lines.count - 1, "sha256": lines.hash.hexdigest()}))
    return head


class _Lines:
    """Counts and hashes what goes through it."""

    def __init__(self, sink: Callable[[bytes], object]) -> None:
        self._sink, self.hash, self.count = sink, hashlib.sha256(), 0

    def add(self, value: Any) -> None:
        line = _line(value)
        self.hash.update(line)
        self.count += 1
        self._sink(line)


def _line(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode() + b"\n"


def reflected(conn: Connection) -> list[Table]:
    """The tables as they are in this database (it may have an older schema), referred-to ones first."""
    there = sorted(set(inspect(conn).get_table_names()) & set(metadata.tables))
    if not migrate.revision_of(conn) or not there:
        raise StoreError("there is nothing in this database yet")
    seen = MetaData()
    seen.reflect(conn, only=there)
    return seen.sorted_tables


def count(conn: Connection, tables: list[Table]) -> dict[str, int]:
    """How many rows each table has."""
    return {table.name: conn.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def _out(value: Any) -> Any:
    if isinstance(value, datetime):
        # SQLite's text is UTC without saying so.
        return (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    return value


# -- reading --------------------------------------------------------------------------------------------------------


class Archive:
    """A backup that is whole: its constructor reads it through. StoreError where it is not one, or is damaged."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.head = head_of(path)
        self.rows_read = sum(1 for _ in self.rows())

    def rows(self) -> Iterator[tuple[str, list[Any]]]:
        """Each row with the name of its table, in the order of their dependence. Checked once more on the way."""
        digest, last, counted = hashlib.sha256(), b"", 0
        for number, line in enumerate(_lines_of(self.path)):
            if last:
                digest.update(last)
                if number > 1:
                    counted += 1
                    yield self._row(last)
            last = line
        self._check_end(last, digest.hexdigest(), counted)

    def of(self, table: str) -> Iterator[dict[str, Any]]:
        """The rows of one table as they stand in the file."""
        names = self.head.tables.get(table, [])
        return (dict(zip(names, values, strict=True)) for name, values in self.rows() if name == table)

    def _row(self, line: bytes) -> tuple[str, list[Any]]:
        try:
            name, *values = json.loads(line)
        except ValueError:
            raise StoreError(f"the backup {self.path} is damaged; take another one") from None
        return name, values

    def _check_end(self, line: bytes, digest: str, counted: int) -> None:
        try:
            end = json.loads(line)
        except ValueError:
            end = None
        if end != {"rows": counted, "sha256": digest} or counted != sum(self.head.counts.values()):
            raise StoreError(f"the backup {self.path} is damaged or cut off; take another one")


def head_of(path: Path) -> Head:
    """The head of a backup. StoreError where the file is none."""
    first = next(_lines_of(path), b"")
    try:
        head = Head(**json.loads(first))
        if head.format != FORMAT:
            raise ValueError
    except (ValueError, TypeError):
        raise StoreError(f"{path} is not a backup of this program") from None
    return head


def _lines_of(path: Path) -> Iterator[bytes]:
    try:
        with gzip.open(path) as packed:
            yield from packed
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise StoreError(f"{path} is not a backup of this program, or it is damaged") from None
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}") from None


def into(table: Table, names: list[str], values: list[Any]) -> dict[str, Any]:
    """A row of the file as that table takes it."""
    return {name: _in(table, name, value) for name, value in zip(names, values, strict=True)}


def _in(table: Table, name: str, value: Any) -> Any:
    kind = table.c[name].type
    if value is None:
        return None
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value)
    return value
