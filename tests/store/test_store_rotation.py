"""Replacing the key: resumable, and nothing of the old key is needed afterwards."""

from __future__ import annotations

import base64

import pytest
from sqlalchemy import Connection, func, select

from bot.core.model import RECORDS, Priority
from bot.store import rotate
from bot.store.base import Incoming, StoreError
from bot.store.crypto import PREFIX_BYTES, prefix_of
from bot.store.keys import KeySource, new_key
from bot.store.tables import metadata
from bot.store.tables import vault as proofs
from bot.store.work import row_of
from tests.store.conftest import Place
from tests.store.samples import NOW, done, full, priority, save

pytestmark = pytest.mark.anyio
OLD, NEW = new_key(), new_key()


def use(place: Place, *keys: bytes) -> Place:
    place.keys = KeySource(place.keys.path, ",".join(base64.urlsafe_b64encode(key).decode() for key in keys))
    return place


async def fill(place: Place) -> None:
    store = await use(place, OLD).open()
    for user_id in (1, 2, 3):
        await save(store, user_id, *(full(kind) for kind in RECORDS), priority("", at=NOW))
    await store.accept([Incoming(n, 1, f"body {n}") for n in range(5)], NOW)
    await store.commit(await store.load(1), done(1, reply="reply"))
    await store.close()


def sealed_with(conn: Connection, key: bytes) -> int:
    """How many values in the whole database begin with that key's mark."""
    count = 0
    for table in metadata.sorted_tables:
        for column in table.c:
            if column.type.python_type is bytes:
                same = func.substr(column, 1, PREFIX_BYTES) == prefix_of(key)
                count += conn.scalar(select(func.count()).select_from(table).where(same)) or 0
    return count


async def test_everything_is_sealed_with_the_new_key(place: Place) -> None:
    await fill(place)
    store = await use(place, NEW, OLD).open()
    before = await store.load(2)
    assert await store._runner.run(sealed_with, OLD) > 20
    assert await store.rotate() > 20
    assert await store._runner.run(sealed_with, OLD) == 0
    assert await store.rotate() == 0
    await store.close()
    store = await use(place, NEW).open()
    after = await store.load(2)
    assert row_of(after.user) == row_of(before.user)
    for kind in RECORDS:
        assert [row_of(record) for record in after.all(kind)] == [row_of(record) for record in before.all(kind)]
    rows = await store.waiting(NOW)
    assert [row.reply or row.body for row in rows] == ["reply", "body 1", "body 2", "body 3", "body 4"]


async def test_the_old_key_alone_no_longer_fits(place: Place) -> None:
    await fill(place)
    store = await use(place, NEW, OLD).open()
    await store.rotate()
    await store.close()
    with pytest.raises(StoreError, match="does not fit"):
        await use(place, OLD).open()


async def test_the_old_key_is_asked_for_until_the_end(place: Place) -> None:
    await fill(place)
    store = await use(place, NEW, OLD).open()
    await save(store, 1, priority("sealed with the new key"))
    await store.close()
    for key in (NEW, OLD):
        with pytest.raises(StoreError, match="does not fit"):
            await use(place, key).open()
    again = await use(place, OLD, NEW).open()
    assert "sealed with the new key" in [p.words for p in (await again.load(1)).all(Priority)]


async def test_it_goes_on_where_it_was_stopped(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    await fill(place)
    store = await use(place, NEW, OLD).open()
    total = await store._runner.run(sealed_with, OLD)
    real, calls = rotate._reseal, []

    def stops(*args: object) -> int:
        calls.append(1)
        if len(calls) > 3:
            raise StoreError("power cut")
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(rotate, "_reseal", stops)
    with pytest.raises(StoreError, match="power cut"):
        await rotate.rotate(store._runner, store._vault, batch=2)
    left = await store._runner.run(sealed_with, OLD)
    assert 0 < left < total
    assert len((await store.load(3)).all(Priority)) == 2
    monkeypatch.undo()
    assert await store.rotate() > 0
    assert await store._runner.run(sealed_with, OLD) == 0


async def test_each_key_in_use_has_its_proof(place: Place) -> None:
    await fill(place)
    store = await use(place, NEW, OLD).open()
    count = select(func.count()).select_from(proofs)
    assert await store._runner.run(lambda conn: conn.scalar(count)) == 2
    await store.rotate()
    assert await store._runner.run(lambda conn: conn.scalar(count)) == 1


async def test_the_old_ciphertext_leaves_the_disk(sqlite_place: Place) -> None:
    await fill(sqlite_place)
    assert sqlite_place.raw().count(prefix_of(OLD)) > 20
    store = await use(sqlite_place, NEW, OLD).open()
    await store.rotate()
    assert prefix_of(OLD) not in sqlite_place.raw()
