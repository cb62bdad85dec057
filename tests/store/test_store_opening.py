"""Opening: whatever is wrong is said in one line, and nothing is changed."""

from __future__ import annotations

import base64
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from bot.core.model import User
from bot.store.base import Incoming, StoreError, Work
from bot.store.keys import KeySource, new_key
from bot.store.opening import open_store
from bot.store.runner import make_runner
from bot.store.sql import SqlStore
from bot.store.urls import parse_url
from tests.store.conftest import POSTGRES, Place
from tests.store.samples import NOW, accept, priority, save

pytestmark = pytest.mark.anyio
SECRET = "pass%40word"
on_postgres = pytest.mark.parametrize("backend", POSTGRES)


def setting(*keys: bytes) -> str:
    return ",".join(base64.urlsafe_b64encode(key).decode() for key in keys)


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


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write everywhere: while this lasts we are another account."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def let_in(folder: Path) -> None:
    """Opens the way to a folder of the test for any account."""
    while folder != Path(folder.root) and folder.stat().st_uid == os.geteuid():
        if not folder.stat().st_mode & stat.S_IXOTH:
            folder.chmod(0o755)
        folder = folder.parent


async def test_a_key_is_made_once(place: Place) -> None:
    store = await place.open()
    assert store.key_made
    assert stat.S_IMODE(place.keys.path.stat().st_mode) == 0o600
    await save(store, 1, priority("word"))
    await store.close()
    again = await place.open()
    assert not again.key_made
    assert len((await again.load(1)).changes()) == 0


async def test_no_file_is_made_where_the_key_is_set(place: Place) -> None:
    place.keys = KeySource(place.keys.path, setting(new_key()))
    assert not (await place.open()).key_made
    assert not place.keys.path.exists()


async def test_a_lost_key_is_said_and_not_replaced(place: Place) -> None:
    await (await place.open()).close()
    place.keys.path.unlink()
    await refused(place, f"key is missing: put it back at {place.keys.path}")
    assert not place.keys.path.exists()


async def test_a_wrong_key_is_said_and_nothing_is_overwritten(place: Place) -> None:
    right = place.keys = KeySource(place.keys.path, setting(new_key()))
    store = await place.open()
    await save(store, 1, priority("word"))
    await store.close()
    place.keys = KeySource(place.keys.path, setting(new_key(), new_key()))
    await refused(place, "key does not fit this database; nothing was changed")
    place.keys = right
    assert (await (await place.open()).load(1)).user.version == 1


async def test_a_database_is_used_by_one_process(place: Place) -> None:
    first = await place.open()
    await refused(place, "another copy of this program uses the database")
    await save(first, 1, priority("still here"))
    await first.close()
    assert await (await place.open()).user_ids() == [1]


async def test_closing_twice_is_no_harm_and_using_it_then_is_said(place: Place) -> None:
    store = await place.open()
    await store.close()
    await store.close()
    with pytest.raises(StoreError, match="was closed"):
        await store.load(1)


@pytest.mark.parametrize(
    "url, words",
    [
        ("", "cannot be understood"),
        ("data/bot.db", "cannot be understood"),
        ("mysql://u:pass%40word@host/x", "begins with mysql"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:///x.db?cache=shared", "unknown options: cache"),
        ("sqlite:///x.db?max_page_count=-1", "must be a number"),
        ("postgresql://u:pass%40word@[::1/x", "cannot be understood"),
    ],
)
async def test_a_wrong_url(sqlite_place: Place, url: str, words: str) -> None:
    sqlite_place.url = url
    await refused(sqlite_place, words)


async def test_the_driver_in_the_url_does_not_matter(sqlite_place: Place) -> None:
    sqlite_place.url = sqlite_place.url.replace("sqlite:", "sqlite+aiosqlite:")
    assert await (await sqlite_place.open()).user_ids() == []


async def test_the_files_are_private(sqlite_place: Place) -> None:
    store = await sqlite_place.open()
    await save(store, 1, priority("word"))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in sqlite_place.file.parent.iterdir()}
    assert modes == dict.fromkeys(["bot.db", "bot.db-shm", "bot.db-wal", "bot.db.lock"], 0o600)
    assert stat.S_IMODE(sqlite_place.file.parent.stat().st_mode) == 0o700


async def test_a_folder_that_cannot_be_made(sqlite_place: Place) -> None:
    sqlite_place.file.parent.write_text("a file is in the way")
    await refused(sqlite_place, f"folder of the database {sqlite_place.file} cannot be made: File exists")


async def test_a_folder_in_the_place_of_the_file(sqlite_place: Place) -> None:
    sqlite_place.file.mkdir(parents=True)
    await refused(sqlite_place, f"the database {sqlite_place.file} cannot be opened")


async def test_what_is_not_a_database(sqlite_place: Place) -> None:
    sqlite_place.file.parent.mkdir()
    sqlite_place.file.write_text("a shopping list\n" * 100)
    await refused(sqlite_place, f"{sqlite_place.file} is not a database")
    assert sqlite_place.file.read_text() == "a shopping list\n" * 100
    assert not sqlite_place.keys.path.exists()


async def test_a_database_of_another_program(place: Place) -> None:
    await alter(place, "CREATE TABLE users (name TEXT)")
    await refused(place, "holds tables of another program: users")
    assert not place.keys.path.exists()


async def test_a_newer_schema(place: Place) -> None:
    await (await place.open()).close()
    await alter(place, "UPDATE alembic_version SET version_num = '9999'")
    await refused(place, r"newer version of this program \(schema 9999\); update the program")


async def test_read_only_by_url(sqlite_place: Place) -> None:
    await (await sqlite_place.open()).close()
    sqlite_place.url += "?mode=ro"
    await refused(sqlite_place, f"the database {sqlite_place.file} is read-only")


async def test_read_only_by_the_rights_of_the_file(sqlite_place: Place) -> None:
    await (await sqlite_place.open()).close()
    folder = sqlite_place.file.parent
    for path in folder.iterdir():
        path.chmod(0o444 if path == sqlite_place.file else 0o666)
    folder.chmod(0o777)
    sqlite_place.keys.path.chmod(0o644)
    sqlite_place.keys.path.parent.chmod(0o755)
    let_in(folder.parent)
    with as_nobody():
        await refused(sqlite_place, f"the database {sqlite_place.file} is read-only")


async def test_read_only_by_the_rights_of_the_folder(sqlite_place: Place) -> None:
    folder = sqlite_place.file.parent
    folder.mkdir()
    let_in(folder)
    folder.chmod(0o555)
    with as_nobody():
        await refused(sqlite_place, f"the database {sqlite_place.file} cannot be made: Permission denied")
    folder.chmod(0o755)


async def test_locked_by_a_foreign_process(sqlite_place: Place) -> None:
    await (await sqlite_place.open()).close()
    sqlite_place.url += "?busy_timeout=50"
    with closing(sqlite3.connect(sqlite_place.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        await refused(sqlite_place, f"the database {sqlite_place.file} is locked by another process")
        other.execute("ROLLBACK")
    await sqlite_place.open()


async def test_locked_while_it_runs(sqlite_place: Place) -> None:
    sqlite_place.url += "?busy_timeout=50"
    store = await sqlite_place.open()
    work = await save(store, 1, priority("word"))
    with closing(sqlite3.connect(sqlite_place.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="is locked by another process"):
            await accept(store, 1)
        with pytest.raises(StoreError, match="is locked by another process"):
            await store.commit(work)
        other.execute("ROLLBACK")
    await store.commit(work)
    assert len(await accept(store, 1)) == 1


async def test_full_at_the_start(sqlite_place: Place) -> None:
    sqlite_place.url += "?max_page_count=5"
    await refused(sqlite_place, f"the database {sqlite_place.file} is full")


async def test_full_while_it_runs(sqlite_place: Place) -> None:
    await (await sqlite_place.open()).close()
    sqlite_place.url += "?max_page_count=120"
    store = await sqlite_place.open()
    work = await save(store, 1, priority("kept"))
    work.add(priority("x" * 1_000_000))
    with pytest.raises(StoreError, match="is full: no space is left"):
        await store.commit(work)
    with pytest.raises(StoreError, match="is full"):
        for number in range(200):
            await accept(store, *range(100), first=1000 * number)
    assert (await store.load(1)).user.version == 1
    assert (await store.erase(1))["priority"] == 1


async def test_read_only_while_it_runs(sqlite_place: Place) -> None:
    store = await sqlite_place.open()
    await run(store, "PRAGMA query_only=ON")
    with pytest.raises(StoreError, match="is read-only"):
        await store.accept([Incoming(1, 1, "{}")], NOW)
    with pytest.raises(StoreError, match="is read-only"):
        await store.commit(Work(User(id=1), new_user=True))
    await store.close()
    again = await sqlite_place.open()
    assert (await again.user_ids(), await again.waiting(NOW)) == ([], [])


async def test_the_pragmas_are_set(sqlite_place: Place) -> None:
    store = await sqlite_place.open()
    names = ("journal_mode", "synchronous", "busy_timeout", "foreign_keys", "secure_delete")
    found = [await run(store, f"PRAGMA {name}") for name in names]
    assert found == ["wal", 2, 5000, 1, 1]


@on_postgres
async def test_a_server_that_is_not_there(postgres_place: Place, backend: str) -> None:
    postgres_place.url = f"postgres://someone:{SECRET}@127.0.0.1:1/coach"
    await refused(postgres_place, "the database coach at 127.0.0.1:1 cannot be reached")


@on_postgres
async def test_a_host_that_is_not_there(postgres_place: Place, backend: str) -> None:
    postgres_place.url = f"postgresql://someone:{SECRET}@nowhere.invalid/coach"
    await refused(postgres_place, "the database coach at nowhere.invalid cannot be reached")


@on_postgres
async def test_a_database_that_is_not_there(postgres_place: Place, backend: str) -> None:
    postgres_place.url = postgres_place.url.rsplit("/", 1)[0] + "/nobody_made_it"
    await refused(postgres_place, "the database nobody_made_it at 127.0.0.1:[0-9]+ does not exist")


@on_postgres
async def test_a_user_that_is_not_there(postgres_place: Place, backend: str) -> None:
    postgres_place.url = postgres_place.url.replace("//tests@", f"//stranger:{SECRET}@")
    await refused(postgres_place, "refuses the user or the password")


@on_postgres
async def test_all_ways_to_write_the_url(postgres_place: Place, backend: str) -> None:
    plain = postgres_place.url
    for start in ("postgres://", "postgresql://", "postgresql+asyncpg://"):
        postgres_place.url = plain.replace("postgresql://", start) + "?sslmode=prefer&application_name=coach"
        await (await postgres_place.open()).close()


@on_postgres
async def test_a_second_process_may_be_allowed(postgres_place: Place, backend: str) -> None:
    first, second = await postgres_place.open(), await postgres_place.open(exclusive=False)
    await save(first, 1, priority("word"))
    assert await second.user_ids() == [1]


@on_postgres
async def test_a_server_that_came_back(postgres_place: Place, backend: str) -> None:
    store = await postgres_place.open()
    await save(store, 1, priority("word"))
    others = "FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"
    await alter(postgres_place, f"SELECT pg_terminate_backend(pid) {others}")
    assert await store.user_ids() == [1]


async def test_the_open_function_takes_plain_settings(tmp_path: Path) -> None:
    store = await open_store(f"sqlite:///{tmp_path}/a%20b/bot.db", KeySource(tmp_path / "key"))
    await store.close()
    assert (tmp_path / "a b" / "bot.db").exists()
