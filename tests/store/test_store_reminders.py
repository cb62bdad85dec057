"""Reminders: leased by one, sent once, and never undone by a commit that knew nothing of it."""

from __future__ import annotations

import asyncio
import dataclasses
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, text

from bot.core.model import Reminder
from bot.store.base import Claimed, Conflict, Store
from bot.store.memory import MemoryStore
from bot.store.sql_reminders import first_ripe, next_ripe
from bot.store.tables import REMINDER_URGENT
from tests.store.conftest import Place
from tests.store.samples import MINUTE, NOW, priority, reminder, save

pytestmark = pytest.mark.anyio


async def the_row(store: Store, user_id: int = 1) -> Reminder:
    [row] = (await store.load(user_id)).all(Reminder)
    return row


async def test_due_rows_are_claimed_earliest_first(store: Store) -> None:
    await save(store, 1, reminder("b", NOW - MINUTE), reminder("later", NOW + MINUTE))
    await save(store, 2, reminder("a", NOW - 2 * MINUTE), reminder("c", NOW))
    claimed = await store.claim(NOW, 2, MINUTE)
    assert [c.user_id for c in claimed] == [2, 1]
    assert [c.user_id for c in await store.claim(NOW, 2, MINUTE)] == [2]
    assert await store.claim(NOW, 2, MINUTE) == []


async def test_a_claim_is_written_down(store: Store) -> None:
    await save(store, 1, reminder("a"))
    [claimed] = await store.claim(NOW, 5, MINUTE)
    row = await the_row(store)
    assert claimed == Claimed(1, row.id, row.lease)
    assert (row.state, row.attempts, row.lease_until) == ("leased", 1, NOW + MINUTE)


async def test_only_planned_rows_are_claimed(store: Store) -> None:
    states = ("sent", "done", "dropped", "cancelled")
    await save(store, 1, *(reminder(state, state=state) for state in states))
    assert await store.claim(NOW, 9, MINUTE) == []
    assert await store.next_due() is None


async def test_a_lease_that_ran_out_is_taken_over(store: Store) -> None:
    await save(store, 1, reminder("a"))
    [first] = await store.claim(NOW, 5, MINUTE)
    assert await store.claim(NOW + MINUTE - timedelta(seconds=1), 5, MINUTE) == []
    [second] = await store.claim(NOW + MINUTE, 5, MINUTE)
    assert first.token != second.token
    assert not await store.mark(first, "sent", now=NOW)
    assert (await the_row(store)).state == "leased"
    assert await store.mark(second, "sent", now=NOW)
    assert (await the_row(store)).attempts == 2


async def test_two_claimers_never_get_the_same_row(store: Store) -> None:
    for user_id in range(1, 6):
        await save(store, user_id, *(reminder(str(n)) for n in range(8)))
    claims = await asyncio.gather(*(store.claim(NOW, 3, MINUTE) for _ in range(20)))
    assert all(len(claim) <= 3 for claim in claims)
    rows = [(c.user_id, c.reminder_id) for claim in claims for c in claim]
    assert len(rows) == len(set(rows))
    rest = await store.claim(NOW, 99, MINUTE)
    assert len(rows) + len(rest) == 40


async def test_who_blocked_the_bot_is_left_alone(store: Store) -> None:
    work = await save(store, 1, reminder("a"))
    work.user.blocked = True
    await store.commit(work)
    assert await store.claim(NOW, 9, MINUTE) == []
    assert await store.next_due() is None
    assert (await store.depth(NOW)).reminders_due == 0
    work = await store.load(1)
    work.user.blocked = False
    await store.commit(work)
    assert len(await store.claim(NOW, 9, MINUTE)) == 1


async def test_sent(store: Store) -> None:
    await save(store, 1, reminder("a"))
    [claimed] = await store.claim(NOW, 1, MINUTE)
    assert await store.mark(claimed, "sent", now=NOW + MINUTE, message_id=2**40)
    row = await the_row(store)
    assert (row.state, row.sent_at, row.message_id) == ("sent", NOW + MINUTE, 2**40)
    assert (row.lease, row.lease_until) == ("", None)
    assert not await store.mark(claimed, "sent", now=NOW)


async def test_dropped(store: Store) -> None:
    await save(store, 1, reminder("a"))
    [claimed] = await store.claim(NOW, 1, MINUTE)
    assert await store.mark(claimed, "dropped", now=NOW, reason="late")
    row = await the_row(store)
    assert (row.state, row.reason, row.sent_at) == ("dropped", "late", None)


async def test_put_off(store: Store) -> None:
    await save(store, 1, reminder("a"))
    [claimed] = await store.claim(NOW, 1, MINUTE)
    assert await store.mark(claimed, "planned", now=NOW, due=NOW + MINUTE)
    assert await store.claim(NOW, 1, MINUTE) == []
    assert await store.next_due() == NOW + MINUTE
    [again] = await store.claim(NOW + MINUTE, 1, MINUTE)
    assert (await the_row(store)).attempts == 2
    assert again.token != claimed.token


async def test_tried_again_later_with_the_same_due_time(store: Store) -> None:
    await save(store, 1, reminder("a"))
    [claimed] = await store.claim(NOW, 1, MINUTE)
    assert await store.mark(claimed, "leased", now=NOW, retry_at=NOW + 5 * MINUTE)
    row = await the_row(store)
    assert (row.state, row.due, row.lease_until) == ("leased", NOW, NOW + 5 * MINUTE)
    assert await store.next_due() == NOW + 5 * MINUTE
    assert await store.claim(NOW + 4 * MINUTE, 1, MINUTE) == []
    [again] = await store.claim(NOW + 5 * MINUTE, 1, MINUTE)
    assert not await store.mark(claimed, "leased", now=NOW, retry_at=NOW)
    assert await store.mark(again, "sent", now=NOW)


async def test_a_claim_ends_in_a_known_way(store: Store) -> None:
    await save(store, 1, reminder("a"))
    [claimed] = await store.claim(NOW, 1, MINUTE)
    for state in ("leased", "cancelled", "planned"):
        with pytest.raises(ValueError, match="claim ends"):
            await store.mark(claimed, state, now=NOW)


async def test_next_due_is_when_the_next_may_be_claimed(store: Store) -> None:
    assert await store.next_due() is None
    await save(store, 1, reminder("a", NOW + 5 * MINUTE), reminder("b", NOW + 2 * MINUTE))
    await save(store, 2, reminder("c", NOW))
    assert await store.next_due() == NOW
    await store.claim(NOW, 1, MINUTE)
    assert await store.next_due() == NOW + MINUTE, "its lease ends"
    await store.claim(NOW, 1, 9 * MINUTE)
    await store.claim(NOW + MINUTE, 1, 9 * MINUTE)
    assert await store.next_due() == NOW + 2 * MINUTE


async def test_depth_counts_what_is_due(store: Store) -> None:
    await save(store, 1, reminder("a", NOW - MINUTE), reminder("b"), reminder("c", NOW + MINUTE))
    depth = await store.depth(NOW)
    assert (depth.reminders_due, depth.oldest_due, depth.users) == (2, NOW - MINUTE, 1)


async def test_claiming_and_marking_do_not_disturb_other_work(store: Store) -> None:
    work = await save(store, 1, reminder("a"))
    [claimed] = await store.claim(NOW, 1, MINUTE)
    assert await store.mark(claimed, "sent", now=NOW)
    work.add(priority("meanwhile"))
    await store.commit(work)
    assert (await the_row(store)).state == "sent"


@pytest.mark.parametrize("end", ["leased", "sent", "dropped", "planned"])
@pytest.mark.parametrize("way", ["move", "cancel", "remove"])
async def test_a_commit_does_not_undo_the_dispatcher(store: Store, end: str, way: str) -> None:
    work = await save(store, 1, reminder("a"))
    row = work.all(Reminder)[0]
    [claimed] = await store.claim(NOW, 1, MINUTE)
    if end != "leased":
        assert await store.mark(claimed, end, now=NOW, due=NOW + MINUTE)
    if way == "remove":
        work.remove(row)
    else:
        row.due, row.state = NOW + 3 * MINUTE, "cancelled" if way == "cancel" else "planned"
    work.add(priority("must not be written"))
    with pytest.raises(Conflict):
        await store.commit(work)
    again = await store.load(1)
    assert again.all(Reminder)[0].state == end
    assert len(again.changes()) == 0
    assert again.user.version == 1


async def test_a_commit_that_knows_of_the_lease_may_end_it(store: Store) -> None:
    await save(store, 1, reminder("a"))
    [claimed] = await store.claim(NOW, 1, MINUTE)
    work = await store.load(1)
    work.all(Reminder)[0].state = "cancelled"
    await store.commit(work)
    assert not await store.mark(claimed, "sent", now=NOW)
    assert (await the_row(store)).state == "cancelled"


async def test_marking_what_is_gone_is_no_harm(store: Store) -> None:
    await save(store, 1, reminder("a"))
    [claimed] = await store.claim(NOW, 1, MINUTE)
    await store.erase(1)
    assert not await store.mark(claimed, "sent", now=NOW)


# -- many at once -----------------------------------------------------------------------------------------------


async def test_of_those_due_together_the_one_with_the_least_time_left_comes_first(store: Store) -> None:
    for user_id, hours in ((1, 16), (2, 13), (3, 20), (4, 14)):
        row = dataclasses.replace(reminder("list"), kind="evening", expires=NOW + timedelta(hours=hours))
        await save(store, user_id, row)
    claimed = [*await store.claim(NOW, 3, MINUTE), *await store.claim(NOW, 3, MINUTE)]
    assert [c.user_id for c in claimed] == [2, 4, 1, 3]


async def test_what_is_of_use_at_its_minute_only_overtakes_the_rest(store: Store) -> None:
    for user_id, kind in enumerate(("evening", "debrief", "card", "thanks", "waiting"), 1):
        row = reminder(kind, NOW - (9 - user_id) * MINUTE)
        await save(store, user_id, dataclasses.replace(row, kind=kind))
    await save(store, 6, dataclasses.replace(reminder("asked for", snoozed=True), kind="evening"))
    assert [c.user_id for c in await store.claim(NOW, 2, MINUTE)] == [3, 5]
    assert [c.user_id for c in await store.claim(NOW, 9, MINUTE)] == [6, 1, 2, 4]


async def test_who_comes_back_is_written_to_again_in_time(store: Store) -> None:
    work = await save(store, 1, reminder("a"))
    work.user.blocked = True
    await store.commit(work)
    assert await store.claim(NOW, 9, MINUTE) == []
    work = await store.load(1)
    work.user.blocked = False
    await store.commit(work)
    assert await store.next_due() == NOW


async def test_a_clock_that_is_set_back_makes_nothing_due(store: Store) -> None:
    await save(store, 1, reminder("a"), reminder("b"))
    assert len(await store.claim(NOW, 1, MINUTE)) == 1
    assert await store.claim(NOW - MINUTE, 9, MINUTE) == []
    assert len(await store.claim(NOW, 9, MINUTE)) == 1


class Rows(dict[str, Any]):
    """Counts how often a row is looked at."""

    looked = 0

    def get(self, *given: Any) -> Any:
        Rows.looked += 1
        return super().get(*given)


async def test_the_memory_store_looks_at_no_more_rows_than_it_gives() -> None:
    store = MemoryStore()
    for user_id in range(1, 501):
        await save(store, user_id, dataclasses.replace(reminder("a"), kind="evening"))
        store._rows[user_id][Reminder] = Rows(store._rows[user_id][Reminder])
    await store.claim(NOW, 5, MINUTE)  # the first one finds them all ripe
    Rows.looked = 0
    assert len(await store.claim(NOW, 5, MINUTE)) == 5
    assert Rows.looked <= 10


async def test_a_claim_reads_an_index_and_sorts_nothing(sqlite_place: Place) -> None:
    store = await sqlite_place.open()

    def plans(conn: Connection) -> list[str]:
        queries = [first_ripe(NOW, 5, REMINDER_URGENT), first_ripe(NOW, 5), *next_ripe()]
        found = []
        for query in queries:
            sql = query.compile(conn, compile_kwargs={"literal_binds": True})
            found.append(" ".join(str(row[-1]) for row in conn.execute(text(f"EXPLAIN QUERY PLAN {sql}"))))
        return found

    found = await store._runner.run(plans)
    for plan, index in zip(found, ("urgent", "open", "open", "leased"), strict=True):
        assert f"USING INDEX ix_reminder_{index}" in plan
        assert "TEMP B-TREE" not in plan
