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

from bot.core.model import User
from bot.store.base import Incoming, StoreError
from bot.store.keys import KeySource, new_key
from bot.store.opening import open_store
from bot.store.work import Work
from tests.store.conftest import Place
from tests.store.opening import alter, refused, run
from tests.store.samples import LATER, NOW, accept, priority, save

pytestmark = pytest.mark.anyio


@pytest.fixture
def empty() -> bool:
    return True


def setting(*keys: bytes) -> str:
    return ",".join(base64.urlsafe_b64encode(key).decode() for key in keys)


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Root may write everywhere: while this lasts we are another account, which may go to that folder."""
    if os.geteuid() != 0:
        yield
        return
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in folder.parents}
    modes = {path: mode for path, mode in modes.items() if mode & 0o011 != 0o011}
    for path, mode in modes.items():
        path.chmod(mode | 0o011)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        for path, mode in modes.items():
            path.chmod(mode)


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
    assert await (await place.open()).user_ids(LATER) == [1]


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
    assert await (await sqlite_place.open()).user_ids(LATER) == []


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
    sqlite_place.keys = KeySource(sqlite_place.keys.path, setting(new_key()))
    await (await sqlite_place.open()).close()
    folder = sqlite_place.file.parent
    for path in folder.iterdir():
        path.chmod(0o444 if path == sqlite_place.file else 0o666)
    folder.chmod(0o777)
    with as_nobody(folder):
        await refused(sqlite_place, f"the database {sqlite_place.file} is read-only")


async def test_read_only_by_the_rights_of_the_folder(sqlite_place: Place) -> None:
    folder = sqlite_place.file.parent
    folder.mkdir()
    folder.chmod(0o555)
    with as_nobody(folder):
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
        await accept(store, *range(10_000))
    assert await store.waiting(NOW) == []
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
    assert (await again.user_ids(LATER), await again.waiting(NOW)) == ([], [])


async def test_the_pragmas_are_set(sqlite_place: Place) -> None:
    store = await sqlite_place.open()
    names = ("journal_mode", "synchronous", "busy_timeout", "foreign_keys", "secure_delete")
    found = [await run(store, f"PRAGMA {name}") for name in names]
    assert found == ["wal", 2, 5000, 1, 1]


async def test_the_open_function_takes_plain_settings(tmp_path: Path) -> None:
    store = await open_store(f"sqlite:///{tmp_path}/a%20b/bot.db", KeySource(tmp_path / "key"))
    await store.close()
    assert (tmp_path / "a b" / "bot.db").exists()
