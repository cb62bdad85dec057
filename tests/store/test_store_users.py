"""load and commit: what goes in comes out, and two writers never overwrite each other."""

from __future__ import annotations

import asyncio
from dataclasses import fields
from datetime import datetime, timedelta

import pytest

from bot.core.model import RECORDS, Dialog, Interview, Job, Priority, Reminder
from bot.store.base import Conflict, Store
from bot.store.work import row_of
from tests.store.samples import BIG, LATER, MINUTE, NOW, done, full, full_user, priority, reminder, save
from tests.store.samples import accept as accept_updates

pytestmark = pytest.mark.anyio


async def test_an_unknown_user_is_new_and_not_stored_by_reading(store: Store) -> None:
    work = await store.load(BIG)
    assert work.new_user
    assert work.user.id == BIG
    assert await store.user_ids(LATER) == []


async def test_every_field_of_every_record_comes_back(store: Store) -> None:
    written = [full(kind) for kind in RECORDS]
    await save(store, BIG, *written)
    work = await store.load(BIG)
    for record in written:
        read = work.get(type(record), record.id)
        assert read is not None
        assert row_of(read) == row_of(record)


async def test_every_field_of_the_user_comes_back(store: Store) -> None:
    work = await store.load(BIG)
    wanted = full_user(BIG)
    for f in fields(wanted):
        setattr(work.user, f.name, getattr(wanted, f.name))
    await store.commit(work)
    assert row_of((await store.load(BIG)).user) == row_of(wanted) | {"version": 1}


async def test_what_may_be_unknown_comes_back_as_none(store: Store) -> None:
    start = Interview(job_id="J", local=datetime(2026, 12, 1, 14), zone="Europe/Berlin", start=NOW)
    work = await save(store, 1, start, Job(), reminder("a"))
    read = work.all(Interview)[0]
    assert (read.length, read.word_by, work.all(Job)[0].closed_at) == (None, None, None)
    assert (work.all(Reminder)[0].lease_until, work.all(Reminder)[0].message_id) == (None, None)


async def test_instants_come_back_in_utc(store: Store) -> None:
    work = await save(store, 1, full(Reminder))
    due = work.all(Reminder)[0].due
    assert due == NOW
    assert due.utcoffset() == timedelta(0)


async def test_a_wall_time_keeps_the_second_pass_of_a_repeated_hour(store: Store) -> None:
    local = (await save(store, 1, full(Interview))).all(Interview)[0].local
    assert (local, local.fold, local.tzinfo) == (datetime(2026, 10, 25, 2, 30), 1, None)


WORDS = [
    "",
    "a\x00b",
    "\ud83d",
    "\U0001f469\u200d\U0001f4bb \u2764\ufe0f",
    "<&>\"'",
    "x" * 100_000,
    "'; DROP TABLE users",
]


@pytest.mark.parametrize("words", WORDS)
async def test_any_words_come_back_as_they_were(store: Store, words: str) -> None:
    await save(store, 1, priority(words), Dialog(id="d", flow="f", step="s", data={"w": [words]}, created_at=NOW))
    work = await store.load(1)
    assert work.all(Priority)[0].words == words
    assert work.all(Dialog)[0].data == {"w": [words]}


async def test_plain_text_loses_what_postgresql_cannot_hold(store: Store) -> None:
    work = await store.load(1)
    work.user.zone = "Europe/\x00Berlin\ud83d"
    work.user.kept = ("a\x00",)
    await store.commit(work)
    user = (await store.load(1)).user
    assert (user.zone, user.kept) == ("Europe/Berlin?", ("a\x00",))


async def test_a_naive_instant_and_an_aware_wall_time_are_refused(store: Store) -> None:
    naive = NOW.replace(tzinfo=None)
    for wrong in (reminder("a", naive), Interview(job_id="J", local=NOW, zone="UTC", start=NOW)):
        with pytest.raises(ValueError, match="zone"):
            await save(store, 1, wrong)
    assert await store.user_ids(LATER) == []


async def test_records_are_changed_and_removed(store: Store) -> None:
    work = await save(store, 1, priority("first"), priority("second"))
    first, second = sorted(work.all(Priority), key=lambda p: p.words)
    first.words, first.because = "changed", "new"
    work.remove(second)
    await store.commit(work)
    assert [(p.words, p.because) for p in (await store.load(1)).all(Priority)] == [("changed", "new")]


async def test_half_typed_answers_change_deep_inside(store: Store) -> None:
    work = await save(store, 1, Dialog(id="d", flow="f", step="s", data={"list": [1]}))
    work.all(Dialog)[0].data["list"].append(2)
    await store.commit(work)
    assert (await store.load(1)).all(Dialog)[0].data == {"list": [1, 2]}


async def test_changes_in_memory_do_not_reach_the_store(store: Store) -> None:
    data = {"list": [1]}
    work = await save(store, 1, Dialog(id="d", flow="f", step="s", data=data))
    work.all(Dialog)[0].data["list"].append(2)
    work.user.zone = "X"
    data["list"].append(3)
    again = await store.load(1)
    assert (again.all(Dialog)[0].data, again.user.zone) == ({"list": [1]}, "")


async def test_records_come_oldest_first_and_those_of_one_instant_as_they_were_added(store: Store) -> None:
    ages = {"C2": 0, "B2": 0, "A2": 5, "D2": -5}
    new = [Job(id=id, created_at=NOW + age * MINUTE) for id, age in ages.items()]
    assert [job.id for job in (await save(store, 1, *new)).all(Job)] == ["D2", "C2", "B2", "A2"]


async def test_the_same_id_may_belong_to_two_users(store: Store) -> None:
    await save(store, 1, Job(id="SAME", employer="one"))
    await save(store, 2, Job(id="SAME", employer="two"))
    mine = await store.load(1)
    mine.all(Job)[0].employer = "changed"
    await store.commit(mine)
    assert [job.employer for job in (await store.load(2)).all(Job)] == ["two"]
    mine = await store.load(1)
    mine.remove(mine.all(Job)[0])
    await store.commit(mine)
    assert len((await store.load(2)).all(Job)) == 1
    assert await store.user_ids(LATER) == [1, 2]


async def test_the_second_of_two_writers_gets_a_conflict_and_writes_nothing(store: Store) -> None:
    await save(store, 1, priority("one"))
    slow, fast = await store.load(1), await store.load(1)
    fast.all(Priority)[0].words = "fast"
    slow.all(Priority)[0].words = "slow"
    slow.add(priority("more"))
    await store.commit(fast)
    with pytest.raises(Conflict):
        await store.commit(slow)
    assert [p.words for p in (await store.load(1)).all(Priority)] == ["fast"]


async def test_a_user_is_made_once(store: Store) -> None:
    first, second = await store.load(1), await store.load(1)
    await store.commit(first)
    with pytest.raises(Conflict):
        await store.commit(second)


async def test_a_work_is_committed_once(store: Store) -> None:
    work = await store.load(1)
    await store.commit(work)
    with pytest.raises(Conflict):
        await store.commit(work)
    work = await store.load(1)
    work.add(priority("once"))
    await store.commit(work)
    with pytest.raises(Conflict):
        await store.commit(work)
    assert len((await store.load(1)).all(Priority)) == 1


async def test_each_commit_raises_the_version(store: Store) -> None:
    for version in range(3):
        work = await store.load(1)
        assert work.user.version == version
        work.user.version = 77  # not for handlers to set
        await store.commit(work)


async def test_many_writers_at_once_lose_nothing(store: Store) -> None:
    await save(store, 1)

    async def add() -> None:
        while True:
            work = await store.load(1)
            work.user.screen += 1
            try:
                return await store.commit(work)
            except Conflict:
                await asyncio.sleep(0)

    await asyncio.gather(*(add() for _ in range(15)))
    assert (await store.load(1)).user.screen == 15


async def test_the_update_is_done_with_the_change_or_not_at_all(store: Store) -> None:
    first, second = await accept_updates(store, 1, 1)
    work = await store.load(1)
    work.add(priority("one"))
    await store.commit(work, done(first))
    again = await store.load(1)
    again.add(priority("two"))
    with pytest.raises(Conflict):
        await store.commit(again, done(second, first))
    assert [p.words for p in (await store.load(1)).all(Priority)] == ["one"]
    assert [row.seq for row in await store.waiting(NOW)] == [second]


async def test_a_conflict_leaves_the_update_undone(store: Store) -> None:
    await save(store, 1)
    [seq] = await accept_updates(store, 1)
    stale = await store.load(1)
    await store.commit(await store.load(1))
    with pytest.raises(Conflict):
        await store.commit(stale, done(seq, reply="[]"))
    assert [(row.seq, row.reply) for row in await store.waiting(NOW)] == [(seq, None)]


async def test_an_update_nobody_stored_is_a_conflict(store: Store) -> None:
    with pytest.raises(Conflict):
        await store.commit(await store.load(1), done(12345))
    assert await store.user_ids(LATER) == []


async def test_a_cause_is_there_once(store: Store) -> None:
    work = await save(store, 1, reminder("evening"))
    work.add(reminder("evening"))
    with pytest.raises(Conflict):
        await store.commit(work)
    assert len((await store.load(1)).all(Reminder)) == 1


async def test_a_cause_may_be_used_again_when_its_row_goes(store: Store) -> None:
    work = await save(store, 1, reminder("evening", NOW))
    work.remove(work.all(Reminder)[0])
    work.add(reminder("evening", NOW + MINUTE))
    await store.commit(work)
    assert [r.due for r in (await store.load(1)).all(Reminder)] == [NOW + MINUTE]


async def test_a_row_may_take_over_the_cause_of_one_that_goes(store: Store) -> None:
    work = await save(store, 1, reminder("evening", NOW), reminder("morning", NOW + MINUTE))
    evening, morning = sorted(work.all(Reminder), key=lambda r: r.due)
    work.remove(evening)
    morning.cause = "evening"
    await store.commit(work)
    assert [(r.cause, r.due) for r in (await store.load(1)).all(Reminder)] == [("evening", NOW + MINUTE)]


async def test_two_users_may_have_the_same_cause(store: Store) -> None:
    await save(store, 1, reminder("evening"))
    await save(store, 2, reminder("evening"))
    assert len(await store.claim(NOW, 10, MINUTE)) == 2


async def test_only_users_silent_since_then_are_named(store: Store) -> None:
    for user_id, age in ((1, 400), (2, 10), (3, 366)):
        work = await store.load(user_id)
        work.user.seen_at = NOW - timedelta(days=age)
        await store.commit(work)
    assert await store.user_ids(NOW - timedelta(days=365)) == [1, 3]
