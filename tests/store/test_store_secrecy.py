"""No word of a user stands readable in a file of the database, nor its length to the letter in a log line."""

from __future__ import annotations

import json
import logging

import pytest
from sqlalchemy import Connection, LargeBinary, select

from bot.core.model import RECORDS
from bot.store.base import Incoming, StoreError
from bot.store.fields import Holds, fields_of
from bot.store.tables import metadata
from tests.store.conftest import Place
from tests.store.samples import BIG, NOW, done, full, priority, save

pytestmark = pytest.mark.anyio
MARK = "distinctive"


async def fill(place: Place) -> list[str]:
    """Writes words into every secret field, the inbox and a reply; returns all of these words."""
    store = await place.open()
    records = [full(kind, mark=f"{MARK}{kind.__name__}") for kind in RECORDS]
    for record in records:
        for f in fields_of(type(record)):
            if f.holds in (Holds.TEXT, Holds.LIST) and f.name != "id":
                setattr(record, f.name, "plain" if f.holds is Holds.TEXT else ())
    await save(store, BIG, *records)
    await store.accept([Incoming(1, BIG, json.dumps({"text": f"{MARK}body"})), Incoming(2, BIG, f"{MARK}open")], NOW)
    [first, _] = await store.waiting(NOW)
    await store.commit(await store.load(BIG), done(first.seq, reply=f"{MARK}reply"))
    # Everything was written and can be read; now the raw bytes.
    read = await store.load(BIG)
    rows = await store.waiting(NOW)
    held = json.dumps([[str(change) for change in vars_of(record)] for kind in RECORDS for record in read.all(kind)])
    assert f"{MARK}Priority words" in held
    assert [row.reply for row in rows] == [f"{MARK}reply", None]
    return [MARK]


def vars_of(record: object) -> list[object]:
    return [getattr(record, f.name) for f in fields_of(type(record))]  # type: ignore[arg-type]


async def test_no_word_stands_in_the_files(sqlite_place: Place) -> None:
    words = await fill(sqlite_place)
    for part in ("open", "closed"):
        raw = sqlite_place.raw()
        assert b"users" in raw, part
        for word in words:
            assert [form for form in (word.encode(), word.encode("utf-16-le")) if form in raw] == []
        await sqlite_place._stack.aclose()


async def test_no_word_stands_in_a_dump(place: Place) -> None:
    words = await fill(place)
    await place._stack.aclose()
    store = await place.open()

    def dump(conn: Connection) -> bytes:
        rows = [tuple(row) for table in metadata.sorted_tables for row in conn.execute(select(table))]
        return repr(rows).encode()

    text = await store._runner.run(dump)
    assert b"plain" in text
    assert all(word.encode() not in text for word in words)


async def test_the_key_does_not_stand_in_the_files(sqlite_place: Place) -> None:
    await fill(sqlite_place)
    text = sqlite_place.keys.path.read_text().strip()
    assert text.encode() not in sqlite_place.raw()


def test_every_secret_field_has_a_column_of_bytes() -> None:
    for kind in RECORDS:
        for f in fields_of(kind):
            column = metadata.tables[kind.__name__.lower()].c[f.name]
            assert isinstance(column.type, LargeBinary) == (f.holds in (Holds.WORDS, Holds.TREE))


async def test_words_moved_to_another_column_do_not_open(place: Place) -> None:
    store = await place.open()
    await save(store, 1, priority("secret"))
    table = metadata.tables["priority"]

    def move(conn: Connection) -> None:
        conn.execute(table.update().values(because=table.c.words))

    await store._runner.run(move)
    with pytest.raises(StoreError, match=r"priority\.because: does not open"):
        await store.load(1)


async def test_errors_and_logs_hold_no_word(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    store = await place.open()
    with caplog.at_level(logging.DEBUG):
        work = await save(store, 1, priority(MARK))
        work.user.tone = None  # type: ignore[assignment]
        work.add(priority(MARK))
        with pytest.raises(ValueError, match="tone must not be None") as caught:
            await store.commit(work)
        await store.erase(1)
    assert MARK not in caplog.text
    assert MARK not in str(caught.value)
