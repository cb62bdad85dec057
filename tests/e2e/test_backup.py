"""Backup and restore: all of it or nothing, without the key, and who left stays away."""

from __future__ import annotations

import asyncio
import gzip
import json
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Connection, MetaData, insert

from bot.backup import backup
from bot.maintenance import rotate_key, source_of
from bot.store import archive, migrate, restoring
from bot.store.archive import Archive
from bot.store.base import Done, StoreError
from bot.store.keys import new_key, read_keys, write_keys
from bot.store.runner import make_runner
from bot.store.urls import parse_url
from tests.e2e.homes import Home
from tests.e2e.process import environment
from tests.store.samples import NOW, accept

pytestmark = pytest.mark.anyio


# -- what is in it --------------------------------------------------------------------------------------------------


async def test_all_comes_back(home: Home) -> None:
    await home.fill(1, 2, 3)
    before = await home.everything()
    await home.backup()
    home.lose()
    assert (await home.restore(yes=False)).users == 3
    assert await home.everything() == before


@pytest.mark.postgres
@pytest.mark.parametrize("start,end", [("sqlite", "postgres"), ("postgres", "sqlite")])
async def test_it_moves_from_one_database_to_the_other(tmp_path: Path, start: str, end: str) -> None:
    old, new = Home(tmp_path, start), Home(tmp_path, end)
    await old.fill(1, 2)
    before = await old.everything()
    async with old.store() as store:
        seqs = await accept(store, 1, 2, 1)
    await old.backup()
    await new.restore(yes=False)
    assert await new.everything() == before
    async with new.store() as store:
        assert [row.seq for row in await store.waiting(NOW)] == seqs
        assert await accept(store, 1) == [], "a delivery that came already changes nothing"
        assert min(await accept(store, 1, first=900)) > max(seqs)


async def test_what_waits_is_handled_but_no_old_reply_is_sent(home: Home) -> None:
    await home.fill(1)
    now = datetime.now(UTC)
    async with home.store() as store:
        old, new, undone = await accept(store, 1, 1, 1)
        await store.finish(Done([old], "[]", now - timedelta(hours=2)))
        await store.finish(Done([new], "[]", now))
    await home.backup()
    await home.restore()
    async with home.store() as store:
        assert [row.seq for row in await store.waiting(NOW)] == [new, undone]


async def test_the_file_is_for_its_owner_and_has_no_key_in_it(sqlite_home: Home) -> None:
    await sqlite_home.fill(7)
    await sqlite_home.backup()
    plain = gzip.decompress(sqlite_home.file.read_bytes())
    keys = read_keys(source_of(sqlite_home.settings)) or []
    assert stat.S_IMODE(sqlite_home.file.stat().st_mode) == 0o600
    assert [form for key in keys for form in (key, key.hex().encode()) if form in plain] == []
    assert b"word 7 employer" not in plain, "sealed words stay sealed"
    assert b"word 7 topic" in plain, "the search would find what stands there"
    head = json.loads(plain.splitlines()[0])
    assert (head["format"], head["revision"]) == ("two-way-street backup 1", migrate.newest())
    assert head["counts"]["users"] == 1
    assert sorted(path.name for path in sqlite_home.folder.iterdir()) == ["config", "data", "one.backup"]


async def test_a_slip_of_the_hand_overwrites_nothing(sqlite_home: Home) -> None:
    await sqlite_home.fill(1)
    before = sqlite_home.database.read_bytes()
    with pytest.raises(StoreError, match="is not a backup"):
        await backup(sqlite_home.settings, str(sqlite_home.database))
    assert sqlite_home.database.read_bytes() == before
    await sqlite_home.backup()
    await sqlite_home.backup()


async def test_nothing_to_save_leaves_no_file(sqlite_home: Home) -> None:
    with pytest.raises(StoreError, match="there is no database"):
        await sqlite_home.backup()
    assert not list(sqlite_home.folder.iterdir())


def test_through_a_pipe(sqlite_home: Home) -> None:
    asyncio.run(sqlite_home.fill(1, 2))
    command = [sys.executable, "-m", "bot"]
    env = environment(sqlite_home.folder)
    saved = subprocess.run([*command, "backup", "-"], env=env, cwd=sqlite_home.folder, capture_output=True, check=True)
    sqlite_home.lose()
    said = subprocess.run(
        [*command, "restore", "-"], env=env, cwd=sqlite_home.folder, input=saved.stdout, capture_output=True, check=True
    )
    assert b"Restored: 2 users" in said.stdout
    assert list(asyncio.run(sqlite_home.everything())) == [1, 2]


# -- what is refused, with nothing changed --------------------------------------------------------------------------


async def refused(home: Home, words: str, *, yes: bool = True) -> None:
    before = await home.everything()
    with pytest.raises(StoreError, match=words):
        await home.restore(yes=yes)
    assert await home.everything() == before


async def test_a_full_database_is_replaced_only_when_told(home: Home) -> None:
    await home.fill(1)
    await home.backup()
    await home.fill(2)
    await refused(home, "holds 2 users: give --yes", yes=False)
    restored = await home.restore()
    assert list(await home.everything()) == [1]
    assert (restored.aside is not None) == (home.backend == "sqlite")


async def test_not_while_the_bot_runs(home: Home) -> None:
    await home.fill(1)
    async with home.store():
        await home.backup()
        with pytest.raises(StoreError, match="another copy"):
            await home.restore()


def cut(file: bytes) -> bytes:
    return file[: len(file) // 2]


def flipped(file: bytes) -> bytes:
    middle = len(file) // 2
    return file[:middle] + bytes([file[middle] ^ 1]) + file[middle + 1 :]


def without_a_row(file: bytes) -> bytes:
    lines = gzip.decompress(file).splitlines(keepends=True)
    return gzip.compress(b"".join([*lines[:3], *lines[4:]]))


def something_else(file: bytes) -> bytes:
    return b"hello"


@pytest.mark.parametrize("damage", [cut, flipped, without_a_row, something_else])
async def test_a_damaged_file(sqlite_home: Home, damage: Callable[[bytes], bytes]) -> None:
    await sqlite_home.fill(1, 2)
    await sqlite_home.backup()
    sqlite_home.file.write_bytes(damage(sqlite_home.file.read_bytes()))
    await refused(sqlite_home, "damaged|is not a backup")


async def test_a_newer_file(sqlite_home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    await sqlite_home.fill(1)
    with monkeypatch.context() as newer:
        newer.setattr(archive, "migrate", SimpleNamespace(revision_of=lambda conn: "9999"))
        await sqlite_home.backup()
    await refused(sqlite_home, "newer version")


async def test_another_key(home: Home) -> None:
    await home.fill(1)
    await home.backup()
    path = source_of(home.settings).path
    own = read_keys(source_of(home.settings)) or []
    write_keys(path, [new_key()])
    with pytest.raises(StoreError, match="does not fit this backup"):
        await home.restore()
    path.unlink()
    with pytest.raises(StoreError, match="key is missing"):
        await home.restore()
    write_keys(path, own)
    assert list(await home.everything()) == [1]


# -- in the middle ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["_drop_stale_replies", "_honour", "put_in_place"])
async def test_a_stop_in_the_middle_leaves_the_old_state(
    home: Home, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    await home.fill(1)
    await home.backup()
    await home.fill(2)
    if place == "put_in_place" and home.backend == "postgres":
        place = "_go_on_counting"

    def stops(*given: object, **more: object) -> None:
        raise StoreError("power cut")

    monkeypatch.setattr(restoring, place, stops)
    await refused(home, "power cut")
    assert not [path for path in home.folder.rglob("*.restoring*") if place != "put_in_place"]
    monkeypatch.undo()
    await home.restore()
    assert list(await home.everything()) == [1]


async def test_what_the_dead_left_in_the_log_goes_aside_with_the_old_file(sqlite_home: Home) -> None:
    await sqlite_home.fill(1)
    await sqlite_home.backup()
    await sqlite_home.fill(2)
    wal = sqlite_home.database.with_name(sqlite_home.database.name + "-wal")
    sqlite_home.database.write_bytes(b"damaged")
    wal.write_bytes(b"of another time")
    restored = await sqlite_home.restore()
    assert list(await sqlite_home.everything()) == [1]
    assert restored.aside is not None
    assert restored.aside.read_bytes() == b"damaged"


async def test_an_older_backup_is_brought_up_to_date(home: Home) -> None:
    if home.backend == "sqlite":
        home.database.parent.mkdir(parents=True)
    write_keys(source_of(home.settings).path, [new_key()])
    runner = make_runner(parse_url(home.settings.database_url.get_secret_value()), foreign_keys=False)
    try:
        await runner.run(old_schema)
    finally:
        await runner.close()
    await home.backup()
    assert Archive(home.file).head.revision == "0001"
    await home.restore()
    assert list(await home.everything()) == [5]


def old_schema(conn: Connection) -> None:
    migrate.upgrade(conn, "0001")
    now = datetime.now(UTC)
    seen = MetaData()
    seen.reflect(conn, only=["users"])
    row = {column.name: "" for column in seen.tables["users"].c} | {"id": 5, "created_at": now, "seen_at": now,
           "version": 1, "screen": 0, "blocked": False, "coaching": True, "reminders": True, "card_minutes": 60,
           "debrief_minutes": 20, "weekend": "[]", "fewer": "[]", "kept": "[]"}  # fmt: skip
    conn.execute(insert(seen.tables["users"]), row)


# -- who left -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lost", ["nothing", "the database", "the file of notes"])
async def test_who_left_after_the_backup_stays_away(home: Home, lost: str) -> None:
    await home.fill(1, 2, 3)
    async with home.store() as store:
        await accept(store, 2, 99)
        await home.backup()
    await home.erase(2, 99)
    if lost == "the database":
        home.lose()
    elif lost == "the file of notes":
        home.ledger.unlink()
    restored = await home.restore()
    assert (restored.honoured, restored.unknown, restored.users) == (2, 0, 2)
    assert list(await home.everything()) == [1, 3]
    async with home.store() as store:
        assert await store.waiting(NOW) == []
    await home.backup()
    assert (await home.restore()).honoured == 0, "this backup knows who left"


async def test_who_left_before_the_backup_and_came_again_comes_back(home: Home) -> None:
    await home.fill(1, 2)
    await home.erase(2)
    await home.fill(2)
    await home.backup()
    home.lose()
    assert (await home.restore()).honoured == 0
    assert list(await home.everything()) == [1, 2]


async def test_where_nothing_is_known_it_is_said(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    await home.fill(1, 2)
    await home.backup()
    await home.erase(2)
    home.lose(ledger=True)
    assert (await home.restore()).users == 2
    said = capsys.readouterr().out
    if home.backend == "sqlite":
        assert "is not known: he is back" in said


@pytest.mark.parametrize("begun_anew", [False, True])
async def test_it_holds_over_a_change_of_the_key(home: Home, begun_anew: bool) -> None:
    await home.fill(1, 2, 3)
    old = read_keys(source_of(home.settings)) or []
    await home.backup()
    await home.erase(1)
    await rotate_key(home.settings)
    await rotate_key(home.settings)
    await home.erase(2)
    home.lose()
    write_keys(source_of(home.settings).path, [*(read_keys(source_of(home.settings)) or []), *old])
    if begun_anew:
        await home.erase(3)
    restored = await home.restore()
    assert (restored.honoured, restored.unknown) == ((3, 0) if begun_anew else (2, 0))


async def test_a_note_that_only_the_database_has_is_written_at_the_next_start(home: Home) -> None:
    await home.erase(1)
    noted = home.ledger.read_text()
    home.ledger.write_text(noted[:20])  # a power cut in the middle of the line
    await home.fill(2)
    assert home.ledger.read_text() == f"{noted[:20]}\n{noted}"
    assert stat.S_IMODE(home.ledger.stat().st_mode) == 0o600
    assert "1 " in noted


async def test_a_note_with_an_unknown_key_is_counted(home: Home) -> None:
    await home.fill(1)
    await home.backup()
    home.ledger.write_text("1 aaaaaaaaaaaaaaaa deadbeef " + "0" * 32 + " 2026-11-22T00:00:00+00:00\nrubbish\n")
    assert (await home.restore()).unknown == 1


async def test_where_the_notes_cannot_be_written_erasing_goes_on(sqlite_home: Home) -> None:
    await sqlite_home.fill(1)
    sqlite_home.ledger.mkdir()
    await sqlite_home.erase(1)
    assert await sqlite_home.everything() == {}
