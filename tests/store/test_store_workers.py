"""Several workers on one PostgreSQL database: whose an update is, who leads, and what becomes of a dead worker's."""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator

import pytest

from bot.store import workers
from bot.store.base import Conflict, Done, Incoming, Lost, Store, StoreError
from bot.store.sql import SqlStore
from bot.store.workers import Excluded, Session
from tests.store.conftest import Place
from tests.store.opening import alter
from tests.store.samples import LATER, MINUTE, NOW, done, priority, reminder, save

pytestmark = [pytest.mark.anyio, pytest.mark.postgres]
BOT = 7


@pytest.fixture
async def pair(postgres_place: Place) -> tuple[SqlStore, SqlStore]:
    return await postgres_place.open(bot=BOT), await postgres_place.open(bot=BOT)


def session(store: SqlStore) -> Session:
    assert isinstance(store.workers, Session)
    return store.workers


async def write(store: Store, *keys: int, first: int = 100) -> None:
    await store.accept([Incoming(first + i, key, "{}") for i, key in enumerate(keys)], NOW)


async def got(store: Store, users: int = 500) -> list[int]:
    """The updates that are this worker's now."""
    return [row.update_id for row in await store.waiting(NOW, users=users)]


@contextlib.asynccontextmanager
async def beating(*stores: SqlStore) -> AsyncIterator[asyncio.Event]:
    """Keeps their sessions; the event is set when one is told of a change."""
    changed = asyncio.Event()
    tasks = [asyncio.create_task(store.workers.run(changed.set, lambda count: None)) for store in stores]
    try:
        yield changed
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def cut(place: Place, number: int) -> None:
    """The server closes that worker's session."""
    await alter(
        place, f"SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = {number}"
    )


# -- whose an update is -------------------------------------------------------------------------------------------


async def test_a_users_updates_are_one_workers(pair: tuple[SqlStore, SqlStore]) -> None:
    one, two = pair
    await write(one, 5, 6, 5, 7)
    assert await got(one, users=1) == [100, 102]
    assert await got(two) == [101, 103]
    assert await got(one) == [100, 102]


async def test_what_comes_later_goes_to_the_same_worker(pair: tuple[SqlStore, SqlStore]) -> None:
    one, two = pair
    await write(one, 5)
    assert await got(one) == [100]
    await write(two, 5, 6, first=200)
    assert await got(two) == [201]
    assert await got(one, users=0) == [100, 200]


async def test_an_answered_user_is_anybodys_again(pair: tuple[SqlStore, SqlStore]) -> None:
    one, two = pair
    await write(one, 5)
    [row] = await one.waiting(NOW)
    await one.commit(await one.load(5), done(row.seq, reply="[]"))
    await write(one, 5, first=200)
    assert await got(two) == []
    await one.answered([row.seq])
    assert await got(two) == [200]


async def test_a_row_of_another_worker_cannot_be_done(pair: tuple[SqlStore, SqlStore]) -> None:
    one, two = pair
    await write(one, 5)
    [row] = await one.waiting(NOW)
    assert one.holds(row)
    assert not two.holds(row)
    work = await two.load(5)
    work.add(priority("not to be kept"))
    stolen = Done([row.seq], None, NOW, holder=session(two).number)
    for attempt in (two.commit(work, stolen), two.finish(stolen), two.erase(5, stolen)):
        with pytest.raises(Lost):
            await attempt
    assert await one.user_ids(LATER) == []
    await one.finish(Done([row.seq], None, NOW, holder=row.holder))
    with pytest.raises(Lost):
        await one.finish(Done([row.seq], None, NOW, holder=row.holder))


async def test_an_update_wakes_the_other_workers(pair: tuple[SqlStore, SqlStore]) -> None:
    one, two = pair
    await session(one)._beat()  # sees the other one
    async with beating(two) as changed:
        await asyncio.sleep(0)
        await write(one, 5)
        await asyncio.wait_for(changed.wait(), 1.0)


async def test_four_workers_do_each_update_once_and_in_order(postgres_place: Place) -> None:
    """All look at once, again and again, while more is stored; one is slow to hand back what it took."""
    stores = [await postgres_place.open(bot=BOT) for _ in range(4)]
    log: dict[int, list[int]] = defaultdict(list)
    whose: dict[int, set[int]] = defaultdict(set)
    left = 210

    async def work(store: SqlStore, number: int) -> None:
        nonlocal left
        while left:
            for row in await store.waiting(NOW, users=3):
                whose[row.key].add(number)
                await store.finish(Done([row.seq], "[]", NOW, holder=row.holder))
                log[row.key].append(row.update_id)
                await store.answered([row.seq])
                left -= 1

    async def tell() -> None:
        for first in range(0, 210, 21):
            await write(stores[0], *(1 + number % 7 for number in range(first, first + 21)), first=first)

    async with asyncio.timeout(60):
        await asyncio.gather(tell(), *(work(store, number) for number, store in enumerate(stores)))
    assert {key: ids == sorted(ids) for key, ids in log.items()} == dict.fromkeys(range(1, 8), True)
    assert sorted(id for ids in log.values() for id in ids) == [*range(210)]
    assert len(set.union(*whose.values())) > 1


async def test_four_workers_send_each_reminder_once(postgres_place: Place) -> None:
    stores = [await postgres_place.open(bot=BOT) for _ in range(4)]
    for user in range(1, 6):
        await save(stores[0], user, *(reminder(f"cause {number}") for number in range(12)))

    async def claims(store: SqlStore) -> list[str]:
        found = []
        while claimed := await store.claim(NOW, 4, MINUTE):
            found += [claim.reminder_id for claim in claimed]
        return found

    taken = [id for ids in await asyncio.gather(*map(claims, stores)) for id in ids]
    assert (len(taken), len(set(taken))) == (60, 60)


# -- dead and silent workers --------------------------------------------------------------------------------------


async def test_what_a_stopped_worker_leaves_is_taken_over(pair: tuple[SqlStore, SqlStore]) -> None:
    one, two = pair
    await write(one, 5, 6)
    rows = await one.waiting(NOW)
    await one.commit(await one.load(5), done(rows[0].seq, reply='["hello"]'))
    async with beating(two) as changed:
        await one.close()
        await asyncio.wait_for(changed.wait(), 3.0)
    taken = await two.waiting(NOW)
    assert [(row.update_id, row.reply) for row in taken] == [(100, '["hello"]'), (101, None)]
    assert all(two.holds(row) for row in taken)


async def test_a_worker_that_lost_its_session_goes_on_with_another_number(
    postgres_place: Place, pair: tuple[SqlStore, SqlStore]
) -> None:
    one, two = pair
    await write(one, 5)
    [row] = await one.waiting(NOW)
    old = session(one).number
    await cut(postgres_place, old)
    await session(two)._beat()
    assert [found.holder for found in await two.waiting(NOW)] == [session(two).number]
    with pytest.raises(Lost):
        await one.commit(await one.load(5), Done([row.seq], None, NOW, holder=row.holder))
    async with beating(one) as changed:
        await asyncio.wait_for(changed.wait(), 5.0)
    assert session(one).number != old
    assert not one.holds(row)
    assert await got(one) == []
    await write(one, 8, first=200)
    assert await got(one) == [200]


async def test_a_silent_worker_is_given_up_and_knows_it(postgres_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one that was stopped, or cut off, or without power: it says nothing, and the server closes its session."""
    monkeypatch.setattr(workers, "SILENCE", 1)
    one, two = await postgres_place.open(bot=BOT), await postgres_place.open(bot=BOT)
    await write(one, 5)
    [row] = await one.waiting(NOW)
    assert (one.holds(row), one.workers.leads) == (True, True)
    monkeypatch.setattr(workers, "BEAT", 0.2)
    async with beating(two):
        await asyncio.wait_for(two.workers.lead(), 5.0)
        assert (one.holds(row), one.workers.leads) == (False, False)
        assert await got(two) == [100]
        with pytest.raises(Conflict):
            await one.finish(Done([row.seq], None, NOW, holder=row.holder))


async def test_one_leads_and_the_next_one_follows(pair: tuple[SqlStore, SqlStore]) -> None:
    one, two = pair
    assert (one.workers.leads, two.workers.leads) == (True, False)
    counts: list[int] = []
    task = asyncio.create_task(two.workers.run(lambda: None, counts.append))
    await asyncio.wait_for(one.workers.lead(), 1.0)
    await one.close()
    await asyncio.wait_for(two.workers.lead(), 3.0)
    await asyncio.sleep(0.1)
    task.cancel()
    assert counts[0] == 2
    assert session(two).count == 1


# -- who may come in ----------------------------------------------------------------------------------------------


async def test_another_bot_is_refused(postgres_place: Place) -> None:
    await postgres_place.open(bot=BOT)
    with pytest.raises(Excluded, match=r"another bot works on the database test_.*; give each bot one of its own"):
        await postgres_place.open(bot=BOT + 1)
    await postgres_place.open(bot=BOT)


async def test_a_command_that_needs_it_alone_is_refused(postgres_place: Place) -> None:
    first = await postgres_place.open(bot=BOT)
    with pytest.raises(StoreError, match="another copy of this program uses the database"):
        await postgres_place.open()
    await first.close()
    await (await postgres_place.open()).close()


async def test_a_worker_waits_for_who_is_alone(postgres_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ENTRY", 0.5)
    alone = await postgres_place.open()
    with pytest.raises(Excluded, match=r"has the database test_.* for itself"):
        await postgres_place.open(bot=BOT)
    monkeypatch.setattr(workers, "ENTRY", 5.0)
    opening = asyncio.create_task(postgres_place.open(bot=BOT))
    await asyncio.sleep(0.3)
    await alone.close()
    assert (await opening).workers.several


async def test_a_worker_that_lost_its_place_to_a_command_ends(
    postgres_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "ENTRY", 0.3)
    store = await postgres_place.open(bot=BOT)
    await cut(postgres_place, session(store).number)
    await postgres_place.open()
    with pytest.raises(Excluded, match=r"has the database test_.* for itself"):
        await asyncio.wait_for(store.workers.run(lambda: None, lambda count: None), 10.0)


async def test_tables_are_not_changed_under_other_workers(postgres_place: Place) -> None:
    first = await postgres_place.open(bot=BOT)
    await alter(postgres_place, "UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(StoreError, match=r"older tables in the database test_.*; stop them all"):
        await postgres_place.open(bot=BOT)
    await alter(postgres_place, "UPDATE alembic_version SET version_num = '0002'")
    assert await got(first) == []


async def test_workers_that_start_together_all_come_in(postgres_place: Place) -> None:
    stores = await asyncio.gather(*(postgres_place.open(bot=BOT) for _ in range(4)))
    assert len({session(store).number for store in stores}) == 4
    assert sum(store.workers.leads for store in stores) == 1
    assert sum(store.key_made for store in stores) == 1
