"""SQLite: units that wait at the same time share a transaction, and none of them notices it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.store.runner import TOGETHER, Runner, make_runner
from bot.store.urls import parse_url

pytestmark = pytest.mark.anyio


@pytest.fixture
async def runner(tmp_path: Path) -> AsyncIterator[Runner]:
    made = make_runner(parse_url(f"sqlite:///{tmp_path / 'bot.db'}"))
    await made.run(lambda conn: conn.exec_driver_sql("CREATE TABLE kept (number INTEGER PRIMARY KEY)"))
    yield made
    await made.close()


def keep(conn: Connection, number: int) -> int:
    conn.exec_driver_sql("INSERT INTO kept VALUES (?)", (number,))
    return number


def seen(tmp_path: Path) -> list[int]:
    """What is committed, as another connection sees it."""
    other = sqlite3.connect(tmp_path / "bot.db")
    try:
        return [number for (number,) in other.execute("SELECT number FROM kept ORDER BY number")]
    finally:
        other.close()


async def test_each_gets_its_own_result(runner: Runner, tmp_path: Path) -> None:
    count = 2 * TOGETHER + 3
    assert await asyncio.gather(*(runner.run(keep, number) for number in range(count))) == list(range(count))
    assert seen(tmp_path) == list(range(count))


async def test_one_that_fails_takes_nothing_from_the_others(runner: Runner, tmp_path: Path) -> None:
    def fails(conn: Connection) -> None:
        keep(conn, 99)
        raise ValueError("only mine")

    ended = await asyncio.gather(
        *(runner.run(keep, number) for number in range(4)), runner.run(fails), runner.run(keep, 5),
        return_exceptions=True,
    )  # fmt: skip
    assert [str(end) for end in ended] == ["0", "1", "2", "3", "only mine", "5"]
    assert seen(tmp_path) == [0, 1, 2, 3, 5]


async def test_nobody_hears_of_his_before_it_is_committed(runner: Runner, tmp_path: Path) -> None:
    async def one(number: int) -> bool:
        await runner.run(keep, number)
        return number in seen(tmp_path)

    assert all(await asyncio.gather(*(one(number) for number in range(20))))


async def test_a_caller_who_goes_away_disturbs_nobody(runner: Runner, tmp_path: Path) -> None:
    tasks = [asyncio.create_task(runner.run(keep, number)) for number in range(6)]
    await asyncio.sleep(0)
    tasks[2].cancel()
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(end) for end in ended] == [int, int, asyncio.CancelledError, int, int, int]
    assert seen(tmp_path) == list(range(6))
