"""The commands backup and restore: one file for both databases, without the encryption key."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import IO

from sqlalchemy import URL

from bot.maintenance import backup_stamp, source_of
from bot.settings import Settings
from bot.store import restoring
from bot.store.archive import Archive, Head, head_of, write
from bot.store.base import StoreError
from bot.store.crypto import Vault
from bot.store.erasures import Ledger, Note
from bot.store.keys import KeySource, read_keys, sync
from bot.store.opening import alone
from bot.store.restoring import Present, Restored
from bot.store.runner import make_runner
from bot.store.snapshot import look
from bot.store.urls import is_sqlite, parse_url, path_of, place_of

STDIO = "-"


def version() -> str:
    """This program's version; "source" where it runs from its folder without having been installed."""
    try:
        return metadata.version("two-way-street")
    except metadata.PackageNotFoundError:
        return "source"


# -- backup -----------------------------------------------------------------------------------------------------------


async def backup(settings: Settings, file: str = "") -> Head:
    """Writes a backup, also while the bot runs; "-" is standard output, nothing a name with the time, here.

    StoreError where the database cannot be read or the file cannot be written; an older file of that name stays then.
    """
    url = parse_url(settings.database_url.get_secret_value())
    if file == STDIO:
        head = await look(url, lambda conn: write(conn, sys.stdout.buffer, version()))
        sys.stdout.buffer.flush()
        return _told(settings, head, "standard output")
    path = Path(file or f"two-way-street-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.backup")
    _expect_backup(path)
    with _new_file(path) as to:
        head = await look(url, lambda conn: write(conn, to, version()))
    return _told(settings, head, str(path))


def _told(settings: Settings, head: Head, where: str) -> Head:
    with contextlib.suppress(OSError):  # for the doctor only
        backup_stamp(settings).write_text(head.created_at + "\n", "ascii")
    rows = sum(head.counts.values())
    print(f"Backup of {head.counts.get('users', 0)} users ({rows} rows) in {where}.", file=sys.stderr)
    print("Without the encryption key it is of no use: keep a copy of the key elsewhere.", file=sys.stderr)
    return head


def _expect_backup(path: Path) -> None:
    """A slip of the hand must not overwrite the database or a key."""
    try:
        if path.exists():
            head_of(path)
    except StoreError:
        raise StoreError(f"{path} is there and is not a backup: it is left alone; give another name") from None


@contextlib.contextmanager
def _new_file(path: Path) -> Iterator[IO[bytes]]:
    """A file that is there whole or not at all, for its owner only."""
    fresh = path.with_name(path.name + ".part")
    try:
        with contextlib.suppress(FileNotFoundError):
            fresh.unlink()
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as to:
            yield to
            to.flush()
            os.fsync(to.fileno())
        fresh.rename(path)
        sync(path.absolute().parent)
    except OSError as error:
        raise StoreError(f"the backup {path} cannot be written: {error.strerror}") from None
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink()


# -- restore ----------------------------------------------------------------------------------------------------------


async def restore(settings: Settings, file: str, *, yes: bool = False) -> Restored:
    """Puts a backup in the place of the database. All is checked first; StoreError with nothing changed.

    ``file``: "-" is standard input. ``yes``: also where the database holds something already.
    """
    if file != STDIO:
        return await _restore(settings, Path(file), yes)
    with tempfile.NamedTemporaryFile() as copy:  # it is read twice
        shutil.copyfileobj(sys.stdin.buffer, copy)
        copy.flush()
        return await _restore(settings, Path(copy.name), yes)


async def _restore(settings: Settings, file: Path, yes: bool) -> Restored:
    url = parse_url(settings.database_url.get_secret_value())
    source = source_of(settings)
    archive = Archive(file)
    restoring.check_schema(archive)
    vault = Vault(_keys(source))
    restoring.check_key(archive, vault)
    lock = await alone(url)
    try:
        present = await _present(url, vault)
        _may_replace(present, place_of(url), yes)
        ledger = Ledger(source.ledger)
        notes, noted = _notes(present, ledger)
        restored = await _put_back(url, archive, vault, present, notes)
        ledger.write(notes)
    finally:
        await lock.release()
    _report(archive.head, restored, present, noted, ledger)
    return restored


def _keys(source: KeySource) -> list[bytes]:
    keys = read_keys(source)
    if keys is None:
        raise StoreError(
            f"the encryption key is missing: put it back at {source.path}, or set ENCRYPTION_KEY; nothing was changed"
        )
    return keys


async def _present(url: URL, vault: Vault) -> Present:
    if is_sqlite(url) and not (path_of(url).exists() and path_of(url).stat().st_size):
        return Present()
    try:
        return await look(url, partial(restoring.look, vault=vault))
    except StoreError as error:
        if not is_sqlite(url):
            raise
        print(f"Warning: the present database cannot be read ({error}); it goes aside as it is.", file=sys.stderr)
        return Present(users=-1, rows=-1)


def _may_replace(present: Present, place: str, yes: bool) -> None:
    if yes or not present.users:
        return
    what = f"holds {present.users} users" if present.readable else "cannot be read"
    raise StoreError(f"the database {place} {what}: give --yes to put the backup in its place; nothing was changed")


def _notes(present: Present, ledger: Ledger) -> tuple[list[Note], bool]:
    """Who was erased, as far as database and file know; and whether the file could be read."""
    try:
        return [*present.notes, *ledger.read()], ledger.path.exists()
    except StoreError as error:
        print(f"Warning: {error}", file=sys.stderr)
        return present.notes, False


async def _put_back(url: URL, archive: Archive, vault: Vault, present: Present, notes: list[Note]) -> Restored:
    if not is_sqlite(url):
        runner = make_runner(url, foreign_keys=False)
        try:
            return await runner.run(restoring.replace, archive, vault, notes, present.keys)
        finally:
            await runner.close()
    try:
        fresh, restored = await restoring.build_file(url, archive, vault, notes, present.keys)
        restored.aside = restoring.put_in_place(fresh, path_of(url), keep=bool(present.rows))
    except OSError as error:
        raise StoreError(f"the database {place_of(url)} cannot be put in place: {error.strerror}") from None
    return restored


def _report(head: Head, restored: Restored, present: Present, noted: bool, ledger: Ledger) -> None:
    print(f"Restored: {restored.users} users, {restored.rows} rows, as of {head.created_at}.")
    print(f"Deletions since then that were honoured: {restored.honoured}.")
    if restored.unknown:
        print(f"Warning: {restored.unknown} notes of deletions were made with a key that is not at hand.")
    if not present.readable and not noted:
        print(
            f"Warning: neither the old database nor {ledger.path} was there, so who deleted his data after this backup"
            " is not known: he is back. Put that file there and restore again, if you have it."
        )
    if restored.aside:
        print(f"The old database is kept as {restored.aside}: delete it when you are sure, it holds what people wrote.")
