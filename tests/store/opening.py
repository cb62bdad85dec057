"""Helpers of the tests that open databases with something wrong."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, text

from bot.store.base import StoreError
from bot.store.runner import make_runner
from bot.store.sql import SqlStore
from bot.store.urls import parse_url
from tests.store.conftest import Place

SECRET = "pass%40word"


async def refused(place: Place, words: str) -> None:
    """Opening fails with one line that holds these words and no password."""
    with pytest.raises(StoreError, match=words) as caught:
        await place.open()
    line = str(caught.value)
    assert "\n" not in line
    assert SECRET not in line
    assert "pass@word" not in line
    # No cause that a traceback would print with the password in it.
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def execute(conn: Connection, statement: str) -> object:
    """The first value of the answer, if there is one."""
    result = conn.execute(text(statement))
    return result.scalar() if result.returns_rows else None


async def run(store: SqlStore, statement: str) -> object:
    """Runs a statement on the store's own connection."""
    return await store._runner.run(execute, statement)


async def alter(place: Place, statement: str) -> None:
    """Runs a statement on the database, past the store."""
    if place.backend == "sqlite":
        place.file.parent.mkdir(exist_ok=True)
    runner = make_runner(parse_url(place.url))
    await runner.run(execute, statement)
    await runner.close()
