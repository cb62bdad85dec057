"""Erasing a user: everything goes, the others stay, and the disk holds nothing of it."""

from __future__ import annotations

import random
import struct

import pytest

from bot.core.model import RECORDS, Priority, Reminder
from bot.store.base import Conflict, Incoming, Store
from tests.store.conftest import Place
from tests.store.samples import BIG, LATER, MINUTE, NOW, accept, done, full, priority, reminder, save

pytestmark = pytest.mark.anyio
NOTHING = {kind.__name__.lower(): 0 for kind in RECORDS} | {"users": 0, "inbox": 0}


async def test_every_row_goes_and_is_counted(store: Store) -> None:
    await save(store, BIG, *(full(kind) for kind in RECORDS), priority("one more"))
    await save(store, 2, *(full(kind) for kind in RECORDS))
    await accept(store, BIG, BIG, 2)
    counts = await store.erase(BIG)
    assert counts == dict.fromkeys(NOTHING, 1) | {"priority": 2, "inbox": 2}
    assert await store.user_ids(LATER) == [2]
    assert (await store.load(BIG)).new_user
    other = await store.load(2)
    assert all(len(other.all(kind)) == 1 for kind in RECORDS)
    assert [row.key for row in await store.waiting(NOW)] == [2]
    assert await store.erase(BIG) == NOTHING


async def test_the_reply_of_the_deletion_is_still_sent(store: Store) -> None:
    await save(store, 1, priority("x"))
    earlier, last, later = await accept(store, 1, 1, 1)
    await store.commit(await store.load(1), done(earlier, reply='["earlier"]'))
    await store.erase(1, done(last, reply='["gone"]'))
    rows = await store.waiting(NOW)
    assert [(row.seq, row.key, row.body, row.reply) for row in rows] == [(last, 0, "", '["gone"]')]
    await store.answered([last])
    assert await store.waiting(NOW) == []
    assert await store.accept([Incoming(100 + n, 1, "again") for n in range(3)], NOW) == 0
    assert await store.forget(NOW + MINUTE) == 3
    assert later > last


async def test_an_erased_update_cannot_be_done(store: Store) -> None:
    [seq] = await accept(store, 1)
    await store.erase(1)
    with pytest.raises(Conflict):
        await store.commit(await store.load(1), done(seq))
    assert await store.user_ids(LATER) == []


async def test_the_update_that_asked_for_it_is_emptied_whatever_its_key(store: Store) -> None:
    await save(store, 1, priority("x"))
    [seq] = await accept(store, -100)
    assert (await store.erase(1, done(seq, reply="[]")))["inbox"] == 1
    assert [(row.key, row.body, row.reply) for row in await store.waiting(NOW)] == [(0, "", "[]")]


async def test_erasing_twice_for_one_update_is_a_conflict(store: Store) -> None:
    await save(store, 1, priority("x"))
    [seq] = await accept(store, 1)
    await store.commit(await store.load(1), done(seq))
    with pytest.raises(Conflict):
        await store.erase(1, done(seq))
    assert len((await store.load(1)).all(Priority)) == 1


async def test_a_writer_of_before_does_not_bring_the_user_back(store: Store) -> None:
    work = await save(store, 1, priority("x"))
    await store.erase(1)
    work.add(priority("y"))
    with pytest.raises(Conflict):
        await store.commit(work)
    assert await store.user_ids(LATER) == []


async def test_only_who_is_silent_is_erased_on_condition(store: Store) -> None:
    work = await store.load(1)
    work.user.seen_at = NOW
    await store.commit(work)
    with pytest.raises(Conflict):
        await store.erase(1, seen_before=NOW)
    assert not (await store.load(1)).new_user
    assert (await store.erase(1, seen_before=NOW + MINUTE))["users"] == 1
    assert await store.erase(1, seen_before=NOW) == NOTHING


async def test_an_update_that_waits_keeps_the_silent_user(store: Store) -> None:
    await save(store, 1, priority("x"))
    [seq, _] = await accept(store, 1, 2)
    with pytest.raises(Conflict):
        await store.erase(1, seen_before=LATER)
    assert len((await store.load(1)).all(Priority)) == 1
    assert [row.key for row in await store.waiting(NOW)] == [1, 2]
    await store.commit(await store.load(1), done(seq, reply="[]"))
    assert (await store.erase(1, seen_before=LATER))["priority"] == 1


async def test_parked_updates_are_emptied_too(store: Store) -> None:
    rows = await accept(store, 1)
    await store.park(rows, "quotes the user", NOW, reply="[]")
    assert (await store.erase(1))["inbox"] == 1
    assert (await store.depth(NOW)).parked == 0
    assert await store.waiting(NOW) == []


def forms_of(number: int) -> list[bytes]:
    """How a Telegram id may stand in a file: as text, and as SQLite keeps it (48 or 64 bits, big end first)."""
    return [str(number).encode(), number.to_bytes(6, "big"), struct.pack(">q", number), struct.pack("<q", number)]


async def test_nothing_stays_on_the_disk(sqlite_place: Place) -> None:
    store = await sqlite_place.open()
    # Ids whose bytes occur by chance are as good as impossible; many rows make SQLite split and join its pages.
    ids = [random.Random(n).randrange(2**41, 2**46) for n in range(60)]
    for n, user_id in enumerate(ids):
        work = await store.load(user_id)
        work.user.zone = f"Zone/Marker{user_id}"
        for kind in RECORDS:
            work.add(full(kind, mark=f"mark-{user_id}"))
        for m in range(10):
            work.add(reminder(f"cause-{m}-{user_id}"))
        await store.commit(work)
        await store.accept([Incoming(1000 * n + m, user_id, "{}") for m in range(20)], NOW)
    before = sqlite_place.raw()
    assert all(any(form in before for form in forms_of(user_id)) for user_id in ids)
    for user_id in ids[::2]:
        await store.erase(user_id)
    after = sqlite_place.raw()
    for user_id in ids[::2]:
        assert [form for form in forms_of(user_id) if form in after] == []
    assert all(any(form in after for form in forms_of(user_id)) for user_id in ids[1::2])
    assert len(await store.waiting(NOW, 5000)) == 600


async def test_what_a_user_took_back_leaves_the_disk_too(sqlite_place: Place) -> None:
    store = await sqlite_place.open()
    work = await save(store, 1, reminder("distinctivecause"))
    work.remove(work.all(Reminder)[0])
    await store.commit(work)
    await store.close()
    assert b"distinctivecause" not in sqlite_place.raw()
