"""The inbox: stored once, in order, done once, answered once."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.store.base import Conflict, InboxRow, Incoming, Store
from tests.store.samples import BIG, LATER, MINUTE, NOW, accept, done

pytestmark = pytest.mark.anyio


async def seqs(store: Store, limit: int = 500) -> list[int]:
    return [row.seq for row in await store.waiting(NOW, limit)]


async def test_an_update_comes_back_as_it_was_stored(store: Store) -> None:
    body = '{"text": "\U0001f600 \\ud83d \x00"}' + "x" * 70_000
    assert await store.accept([Incoming(BIG, -BIG, body)], NOW) == 1
    [row] = await store.waiting(NOW)
    assert row == InboxRow(row.seq, BIG, -BIG, body, NOW, 0)


async def test_nothing_to_store_is_no_work(store: Store) -> None:
    assert await store.accept([], NOW) == 0


async def test_a_duplicate_changes_nothing(store: Store) -> None:
    twice = [Incoming(1, 5, "first"), Incoming(1, 5, "again"), Incoming(2, 5, "second")]
    assert await store.accept(twice, NOW) == 2
    assert await store.accept([Incoming(2, 5, "later"), Incoming(3, 5, "third")], NOW + MINUTE) == 1
    rows = await store.waiting(NOW)
    assert [(row.body, row.received_at) for row in rows] == [("first", NOW), ("second", NOW), ("third", NOW + MINUTE)]


async def test_a_duplicate_of_what_is_done_changes_nothing(store: Store) -> None:
    [seq] = await accept(store, 5)
    await store.commit(await store.load(5), done(seq))
    assert await store.accept([Incoming(100, 5, "again")], NOW) == 0
    assert await store.waiting(NOW) == []


async def test_the_order_is_that_of_arrival(store: Store) -> None:
    await store.accept([Incoming(number, 5, str(number)) for number in (900, 20, 500)], NOW)
    await store.accept([Incoming(number, number, str(number)) for number in range(600, 850)], NOW)
    assert [row.update_id for row in await store.waiting(NOW)] == [900, 20, 500, *range(600, 850)]


async def test_a_limit_gives_the_oldest(store: Store) -> None:
    rows = await accept(store, 5, 6, 7)
    assert await seqs(store, 2) == rows[:2]


async def test_a_flood_leaves_room_for_the_others(store: Store) -> None:
    await store.accept([Incoming(number, 5, "") for number in range(700)], NOW)
    await store.accept([Incoming(700, 6, "")], NOW)
    rows = await store.waiting(NOW)
    assert [row.update_id for row in rows] == [*range(20), 700]
    await store.commit(await store.load(5), done(rows[0].seq, rows[1].seq))
    assert [row.update_id for row in await store.waiting(NOW)] == [*range(2, 22), 700]


async def test_what_is_done_without_reply_waits_no_more(store: Store) -> None:
    first, second = await accept(store, 5, 5)
    await store.commit(await store.load(5), done(first))
    assert await seqs(store) == [second]


async def test_a_reply_waits_until_it_is_answered(store: Store) -> None:
    first, second = await accept(store, 5, 5)
    await store.commit(await store.load(5), done(first, reply='["hello"]'))
    rows = await store.waiting(NOW)
    assert [(row.seq, row.body, row.reply) for row in rows] == [
        (first, "", '["hello"]'),
        (second, '{"n": 101}', None),
    ]
    await store.answered([first])
    assert await seqs(store) == [second]


async def test_an_update_of_no_user_is_finished_by_itself(store: Store) -> None:
    group, other = await accept(store, -100, 5)
    await store.finish(done(group, reply="[]"))
    assert [(row.seq, row.reply) for row in await store.waiting(NOW)] == [(group, "[]"), (other, None)]
    with pytest.raises(Conflict):
        await store.finish(done(other, group))
    assert [row.reply for row in await store.waiting(NOW)] == ["[]", None]
    assert await store.user_ids(LATER) == []


async def test_one_reply_answers_several_updates(store: Store) -> None:
    first, second = await accept(store, 5, 5)
    await store.commit(await store.load(5), done(second, first, reply="[]"))
    assert [(row.seq, row.reply) for row in await store.waiting(NOW)] == [(first, "[]")]
    await store.answered([first, second])
    assert await seqs(store) == []


async def test_answering_what_is_not_done_changes_nothing(store: Store) -> None:
    rows = await accept(store, 5)
    await store.answered([*rows, 999])
    assert await seqs(store) == rows


async def test_failures_are_counted_and_the_row_keeps_its_place(store: Store) -> None:
    first, second = await accept(store, 5, 5)
    await store.failed(first, NOW + MINUTE)
    await store.failed(first, NOW + 2 * MINUTE)
    rows = await store.waiting(NOW)
    assert [(row.seq, row.attempts, row.next_try) for row in rows] == [(first, 2, NOW + 2 * MINUTE), (second, 0, None)]


async def test_a_failure_after_the_end_changes_nothing(store: Store) -> None:
    [seq] = await accept(store, 5)
    await store.commit(await store.load(5), done(seq, reply="[]"))
    await store.failed(seq, NOW)
    assert [(row.attempts, row.next_try) for row in await store.waiting(NOW)] == [(0, None)]


async def test_a_parked_update_is_out_of_the_way(store: Store) -> None:
    first, second, third = await accept(store, 5, 5, 6)
    await store.park([first, second], "KeyError", NOW)
    assert await seqs(store) == [third]
    depth = await store.depth(NOW)
    assert (depth.parked, depth.waiting) == (2, 1)


async def test_a_parked_update_may_have_a_reply(store: Store) -> None:
    first, second = await accept(store, 5, 5)
    await store.park([first, second], "KeyError", NOW, reply='["sorry"]')
    assert [(row.seq, row.reply) for row in await store.waiting(NOW)] == [(first, '["sorry"]')]
    await store.answered([first, second])
    assert await store.waiting(NOW) == []


async def test_parking_what_is_done_changes_nothing(store: Store) -> None:
    [seq] = await accept(store, 5)
    await store.commit(await store.load(5), done(seq, reply="[]"))
    await store.park([seq], "late", NOW, reply="other")
    assert [row.reply for row in await store.waiting(NOW)] == ["[]"]
    assert (await store.depth(NOW)).parked == 0


async def test_old_rows_are_forgotten_when_they_are_answered(store: Store) -> None:
    old_done, old_open, old_unsent, old_parked = await accept(store, 5, 6, 7, 8)
    await accept(store, 5, first=500, at=NOW + MINUTE)
    await store.commit(await store.load(5), done(old_done))
    await store.commit(await store.load(7), done(old_unsent, reply="[]"))
    await store.park([old_parked], "KeyError", NOW)
    assert await store.forget(NOW) == 0
    assert await store.forget(NOW + MINUTE) == 2
    assert [row.update_id for row in await store.waiting(NOW)] == [101, 102, 500]
    assert (await store.depth(NOW)).parked == 0
    assert old_open in await seqs(store)


async def test_numbers_are_never_used_again(store: Store) -> None:
    rows = await accept(store, 5, 5)
    await store.commit(await store.load(5), done(*rows))
    assert await store.forget(NOW + MINUTE) == 2
    assert min(await accept(store, 5)) > max(rows)


async def test_depth_says_what_waits(store: Store) -> None:
    empty = await store.depth(NOW)
    assert (empty.waiting, empty.parked, empty.oldest_received, empty.users) == (0, 0, None, 0)
    first, second, _ = await accept(store, 5, 6, 7)
    await accept(store, 8, first=500, at=NOW + MINUTE)
    await store.commit(await store.load(5), done(first, reply="[]"))
    await store.park([second], "KeyError", NOW)
    depth = await store.depth(NOW + timedelta(hours=1))
    assert (depth.waiting, depth.parked, depth.oldest_received, depth.users) == (2, 1, NOW, 1)
    assert depth.extra == {"unanswered": 1}


async def test_a_naive_time_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="time zone"):
        await store.accept([Incoming(1, 1, "")], datetime(2026, 1, 1))
    assert await store.waiting(NOW) == []


async def test_the_only_process_leads_and_holds_everything(store: Store) -> None:
    await accept(store, 5)
    [row] = await store.waiting(NOW, users=0)
    assert row.holder is None
    assert store.holds(row)
    assert (store.workers.leads, store.workers.several) == (True, False)
    await asyncio.wait_for(store.workers.lead(), 1.0)
