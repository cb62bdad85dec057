"""However work ends (cancelled, killed, closed): a transaction is there as a whole or not at all."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from asyncio.subprocess import PIPE, create_subprocess_exec
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from bot.core.model import Priority
from bot.store.base import StoreError
from bot.store.sql import SqlStore
from bot.store.tables import users
from tests.store.conftest import Place
from tests.store.samples import BIG, LATER, NOW, accept, done, priority, save

pytestmark = pytest.mark.anyio
ROOT = Path(__file__).parents[2]
WRITER = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from bot.core.model import Priority
from bot.store.base import Done, Incoming
from bot.store.keys import KeySource
from bot.store.opening import open_store

async def main(url, key):
    store = await open_store(url, KeySource(Path(key)))
    now = datetime.now(UTC)
    for number in range(1, 1_000_000):
        await store.accept([Incoming(number, 1, "{}")], now)
        [row] = await store.waiting(now)
        work = await store.load(1)
        work.add(Priority(topic="pay", words=str(number), created_at=now))
        for old in work.all(Priority)[:-1]:
            work.remove(old)
        await store.commit(work, Done([row.seq], None, now))
        print(number, flush=True)

asyncio.run(main(*sys.argv[1:]))
"""


async def test_a_killed_process_loses_nothing_it_has_promised(place: Place) -> None:
    child = await create_subprocess_exec(
        sys.executable, "-c", WRITER, place.url, str(place.keys.path), stdout=PIPE, cwd=ROOT
    )
    assert child.stdout
    promised = b""
    while promised != b"25\n":
        promised = await child.stdout.readline()
        assert promised, "the writer ended by itself"
    with pytest.raises(StoreError, match="another copy"):
        await place.open()
    os.kill(child.pid, signal.SIGKILL)
    rest = await child.stdout.read()
    await child.wait()
    last = int((promised + rest).split()[-1])
    store = await opened_after_a_kill(place)
    [read] = (await store.load(1)).all(Priority)
    assert int(read.words) in (last, last + 1)
    open_rows = len(await store.waiting(NOW))
    assert open_rows <= 1
    assert int(read.words) == last or open_rows == 0


async def opened_after_a_kill(place: Place) -> SqlStore:
    """A PostgreSQL server notices the end of a killed client a moment later."""
    for _ in range(100):
        try:
            return await place.open()
        except StoreError:
            await asyncio.sleep(0.05)
    return await place.open()


async def test_a_cancelled_commit_is_done_as_a_whole(place: Place) -> None:
    store = await place.open()
    [seq] = await accept(store, BIG)
    for steps in range(6):
        work = await store.load(BIG)
        version = work.user.version
        work.add(priority(f"step {steps}"))
        task = asyncio.create_task(store.commit(work, done(seq) if steps == 0 else None))
        for _ in range(steps + 1):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await store.close()
        store = await place.open()
        work = await store.load(BIG)
        assert work.user.version == version + 1
        assert len(work.all(Priority)) == steps + 1
    assert await store.waiting(NOW) == []


async def test_closing_waits_for_what_runs(place: Place) -> None:
    store = await place.open()
    works = [await store.load(user_id) for user_id in range(20)]
    tasks = [asyncio.create_task(store.commit(work)) for work in works]
    await asyncio.sleep(0)
    await store.close()
    await asyncio.gather(*tasks)
    assert len(await (await place.open()).user_ids(LATER)) == 20


async def test_a_fault_in_the_middle_writes_nothing(place: Place) -> None:
    store = await place.open()
    work = await save(store, 1, priority("kept"))
    [seq] = await accept(store, 1)
    work.all(Priority)[0].words = "changed"
    work.add(Priority(topic="pay", words="new", created_at=NOW.replace(tzinfo=None)))
    with pytest.raises(ValueError, match="time zone"):
        await store.commit(work, done(seq))
    assert [p.words for p in (await store.load(1)).all(Priority)] == ["kept"]
    assert [row.seq for row in await store.waiting(NOW)] == [seq]


async def test_a_transaction_may_write_from_its_first_statement_on(sqlite_place: Place) -> None:
    """A transaction that first only reads could find at its first write that another process was faster."""
    store = await sqlite_place.open()

    def read_while_another_tries(conn: Connection) -> None:
        conn.execute(select(users)).all()
        other = sqlite3.connect(sqlite_place.file, timeout=0, isolation_level=None)
        with closing(other), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")

    await store._runner.run(read_while_another_tries)
