"""Commands that keep the store in order: migrate, rotate-key."""

from __future__ import annotations

from pathlib import Path

from bot.settings import Settings
from bot.store.keys import KeySource, new_key, read_keys, write_keys
from bot.store.opening import open_store
from bot.store.sql import SqlStore


def source_of(settings: Settings) -> KeySource:
    """Where the key comes from, and where it is noted who was erased."""
    key = settings.encryption_key.get_secret_value() if settings.encryption_key else ""
    return KeySource(settings.encryption_key_file, key, settings.erasures_file)


def backup_stamp(settings: Settings) -> Path:
    """The small file that says when the last backup was made: beside the notes of who was erased."""
    ledger = source_of(settings).ledger
    return ledger.with_name(ledger.name.removesuffix(".erasures") + ".last-backup")


async def _open(settings: Settings, source: KeySource) -> SqlStore:
    store = await open_store(settings.database_url.get_secret_value(), source)
    if store.key_made:
        print(key_line(source))
    return store


def key_line(source: KeySource) -> str:
    """What to tell the person who runs the bot when a key file was made."""
    return f"A new key encrypts what people write: {source.path}. Keep a copy of it apart from the database."


async def migrate(settings: Settings) -> None:
    """Brings the schema up to date (``run`` does the same at its start)."""
    await (await _open(settings, source_of(settings))).close()
    print("The database is up to date.")


async def rotate_key(settings: Settings) -> None:
    """Replaces the key: everything is sealed again with a new one.

    With a key file the new key is made and the old one removed when nothing needs it any more; a stop in the middle
    leaves both in the file, and the command can be given again. With ENCRYPTION_KEY the newest of its keys is used.
    """
    source = source_of(settings)
    # Whatever is wrong (a lost key, another process) is said before the key file is touched.
    await (await _open(settings, source)).close()
    if not source.setting:
        write_keys(source.path, [new_key(), *(read_keys(source) or [])])
    store = await _open(settings, source)
    try:
        count = await store.rotate()
    finally:
        await store.close()
    keys = read_keys(source) or []
    if not source.setting:
        write_keys(source.path, keys[:1])
    print(f"{count} rows are sealed with the newest key. Keep a copy of it; older keys only open older backups.")
